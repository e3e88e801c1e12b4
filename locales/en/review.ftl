# Sent visits: the coordinator's queue, one visit, the author's corrections.

review-tabs = State of the visits
review-tab-received = Received, { $count }
review-tab-has-issues = Follow-up needed, { $count }
review-tab-approved = Approved, { $count }
review-queue = Visits
review-next = next
review-previous = previous
review-key-next = Next visit
review-key-previous = Previous visit
review-flagged = Attention
review-comments-count =
    { $count ->
        [one] 1 comment
       *[other] { $count } comments
    }
review-no-household = Address not on this laptop

## States, as the life cycle names them
review-state-received = Arrived
review-state-has-issues = Follow-up asked
review-state-approved = Approved
review-state-rejected = Rejected

## Why a visit asks for attention
review-flag-other = Needs attention
review-flag-mood = Things are going badly
review-flag-urgent = Urgent request
review-flag-danger = Danger noted
review-flag-minor = A minor interpreted
review-flag-incomplete = Incomplete
review-flag-form = Does not fit the form

## One visit
review-visited = visited by { $name }, { $channel }, { $when }
review-visited-with = visited by { $name } and { $with }, { $channel }, { $when }
review-clock =
    The clock of the laptop was { $by } { $way ->
        [ahead] ahead
       *[behind] behind
    } when this visit arrived. The times may be wrong.
review-consent = Consent.
review-requests = Requests for help that may be shared
review-first = Look at first
review-whole = About the whole visit
review-refused = Does not want to answer
review-later = Ask later
review-no-answer = No answer
review-revised = Corrected by { $name }, { $when }. Reason: { $reason }
review-own = This is your own visit. A colleague reviews it.

## Comments
review-comment = Write comment
review-answer = Answer
review-write = Write to the coordinator
review-write-to = Write to { $name }
review-send-comment = Save comment
review-comment-missing = The comment is still empty.
review-you = You

## Decide
review-approve = Approve
review-follow-up = Ask for follow-up
review-follow-up-title = Ask { $name } for follow-up
review-follow-up-label = What must still happen?
review-follow-up-hint = The home visitor reads this with the visit.
review-reject = Reject
review-reject-title = Reject visit: { $name }?
review-reject-text = The visit then does not count. The answers stay saved. { $name } sees that it was rejected.
review-reject-keep = Do not reject
review-said-approved = Approved: { $name }
review-said-has-issues = Follow-up asked: { $name }
review-said-rejected = Rejected: { $name }
review-said-received = Back to received: { $name }
review-rest =
    { $count ->
        [one] Approve the rest together, 1
       *[other] Approve the rest together, { $count }
    }
review-rest-title =
    { $count ->
        [one] Approve 1 visit?
       *[other] Approve { $count } visits together?
    }
review-rest-text =
    { $count ->
        [one] Nothing in this visit needs attention. Visits with “Attention” stay here.
       *[other] Nothing in these { $count } visits needs attention. Visits with “Attention” stay here.
    }
review-rest-keep = Look myself first
review-rest-approved =
    { $count ->
        [one] 1 visit approved
       *[other] { $count } visits approved
    }
review-empty-received = All has been reviewed
review-empty-has-issues = No visit has follow-up asked
review-empty-approved = Nothing has been approved yet
review-empty-text = New visits arrive here by themselves.

## The author
review-visit-title = Visit
review-mine-lead = A colleague asked something about these visits.
review-mine-asked = A colleague asks for follow-up. Reply at the question, or correct the answer.
review-mine-empty = No questions for you
review-mine-empty-text = Does a colleague ask something about a visit? Then it is here.
review-correct = Correct
review-correct-new = New answer
review-correct-reason = Why do you correct this?
review-correct-reason-hint = The old answer stays saved, with your reason.
review-correct-save = Save correction
