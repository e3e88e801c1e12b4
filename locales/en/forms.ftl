# Forms at the office: versions, checking a spreadsheet, trying it, publishing.

# The list of versions.

nav-forms = Forms
forms-lead = The questions of a visit. You choose an Excel file, check it and publish it.
forms-choose = Choose a form
forms-template = Save an empty form
forms-drop-hint = You can also drag a file onto this screen. Choose tables (.csv) together with the form.
forms-version = version { $version }
forms-built-in = This form comes with the app.
forms-published-by = Published by { $name }, { $when }
forms-published-at = Published by the server, { $when }
forms-published-by-server = Published by the server
forms-visits =
    { $count ->
        [one] 1 visit on this laptop
       *[other] { $count } visits on this laptop
    }
forms-state-in-use = In use
forms-state-kept = Not for new visits
forms-state-withdrawn = Withdrawn
forms-waiting = Waiting to be sent
forms-try = Try
forms-export = Save as a file
forms-withdraw = Withdraw
forms-use-again = Use again
forms-published = Version { $version } is published. It goes to all laptops.
forms-withdrawn = Version { $version } is withdrawn.
forms-saved = The file is saved.

# A spreadsheet that was chosen.

forms-errors =
    { $count ->
        [one] 1 error
       *[other] { $count } errors
    }
forms-warnings =
    { $count ->
        [one] 1 remark
       *[other] { $count } remarks
    }
forms-no-problems = No errors
forms-questions =
    { $count ->
        [one] 1 question
       *[other] { $count } questions
    }
forms-sections =
    { $count ->
        [one] 1 section
       *[other] { $count } sections
    }
forms-repeats =
    { $count ->
        [one] 1 repeat
       *[other] { $count } repeats
    }
forms-errors-first = This form cannot be used yet. Correct the errors in the file first, and choose it again.
forms-newest = The highest version so far: { $version }
forms-publish = Publish
forms-back-to-list = Back to the list
forms-problems = What to correct
forms-problems-caption = Errors first, then remarks
forms-where = Where
forms-row-holds = What is there
forms-what-to-do = What is wrong, and what to do
forms-error = Error
forms-warning = Remark
forms-whole-file = The whole file
forms-sheet = Sheet { $sheet }
forms-sheet-row = Sheet { $sheet }, row { $row }
forms-column = Column { $column }
forms-problem-other = Something is wrong here ({ $code }). Check the row.
forms-problems-more =
    { $count ->
        [one] And 1 more. Correct these first, and choose the file again.
       *[other] And { $count } more. Correct these first, and choose the file again.
    }
forms-languages = How complete is each language?
forms-languages-hint = Where a translation is missing, the resident sees the first language, and reads that there is no translation yet.
forms-language = Language
forms-texts-labels = Questions and titles
forms-texts-hints = Explanations
forms-texts-messages = Messages
forms-texts-choices = Choices
forms-missing = Missing
forms-count-of = { $have } of { $of }
forms-complete = Complete
forms-missing-count =
    { $count ->
        [one] 1 text
       *[other] { $count } texts
    }
forms-text-label = Question or title
forms-text-hint = Explanation
forms-text-message = Message
forms-text-choice = Choice
forms-missing-row = row { $row }, { $name }
forms-missing-choice = { $name }

# Publishing and withdrawing.

forms-publish-title = { $title }, version { $version }: publish?
forms-publish-new = All new visits use this version, in the whole municipality.
forms-publish-begun = Visits that have begun go on with their own version.
forms-publish-for-good = A published version does not change any more. To correct something you publish a higher version.
forms-now = In use now: { $title }, version { $version }
forms-publish-other = This is another form. It takes the place of { $title }.
forms-publish-untranslated = Not everything is translated: { $languages }.
forms-withdraw-title = { $title }, version { $version }: withdraw?
forms-withdraw-next = New visits then use { $title }, version { $version }.
forms-withdraw-unused = New visits do not use this version now. That stays so.
forms-withdraw-begun = Visits that began with it go on, and can always be read.
forms-withdraw-visits =
    { $count ->
        [one] There is 1 visit with this version on this laptop.
       *[other] There are { $count } visits with this version on this laptop.
    }

# Trying a form.

forms-trial-title = Trying: { $title }
forms-trial-nothing-kept = Nothing is kept
forms-trial-own = You read
forms-trial-other = The resident reads
forms-trial-end = Stop
forms-trial-remove = Leave this out

# What a sent visit holds that its form does not allow.

form-issues = The form does not allow this
form-issue-unknown-form = The server does not know this form. The answers were not checked.
form-issue-unknown-path = This question is not in the form.
form-issue-not-answerable = No answer belongs here.
form-issue-wrong-type = This answer does not fit this kind of question.
form-issue-unknown-choice = This choice is not in the form.
form-issue-constraint = This answer does not keep a rule of the form.
form-issue-required = An answer is missing here.

# In the list of what waits.

sending-kind-form = Form
