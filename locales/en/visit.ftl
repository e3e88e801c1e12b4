# A visit while it is written: the form, the check page, the quick note, danger.

visit-back = Today
visit-saved = Saved on this laptop
visit-saved-at = at { $time }
visit-not-saved = Not saved yet
visit-not-saved-retry = The app tries again by itself.
visit-offline = No internet
visit-offline-later = sends later by itself
visit-pause = Pause
visit-paused = Visit saved. You find it under “Still to finish”.
visit-sections = Parts of the talk
visit-section-todo = still to do
visit-section-current = now
visit-section-done = done
visit-section-count = { $done }/{ $total }
visit-question-of = { $section }, question { $number } of { $total }
visit-you-ask = You ask
visit-resident-reads = Resident reads: { $language }
visit-choose-more = You may choose more than one answer.
visit-note-only = There is nothing to choose here.
visit-acknowledge = Read
visit-refuse = Does not want to answer
visit-later = Ask later
visit-date-hint = Day, month and year, for example 24/11/2026
visit-time-hint = Hours and minutes, for example 14.30
visit-tomorrow = Tomorrow
visit-in-a-week = In a week
visit-in-two-weeks = In two weeks
visit-less = Minus 1
visit-more = Plus 1
visit-previous = Previous
visit-next = Next question
visit-to-check = Check answers
visit-show = Show to resident
visit-required = An answer belongs here. Refusing or asking later is fine too.
visit-constraint = This answer does not fit the question.
visit-type = This answer cannot be read.
visit-put-off = Put off: a minor is interpreting
visit-put-off-text = This question is sensitive. Ask it later, with an adult interpreter.
visit-interpreter-minor = A minor is interpreting. Sensitive questions wait until later. Rather call the interpreter line.

visit-section-n = Part { $number }
visit-instance = { $name } { $number } of { $total }
visit-no-consent = This form does not ask for consent. Ask for it yourself before you start: may I write down what you tell me?
visit-guidance = Explanation for you
visit-computed = Filled in by the form
visit-computed-empty = The form fills this in later.
visit-no-choices = There are no answers to choose from here now. Go on.
visit-unsupported = This laptop cannot record this: a photo, sound, film, place or code. If needed, write it in the note, and go on.
visit-uncomputed = The form has a mistake here: something cannot be calculated. You can simply go on. Tell the coordinator.
visit-uncomputed-details = For whoever makes the form
visit-search-choices = Search for an answer
visit-search-hint = Type a part of the word. Enter chooses the first answer.
visit-search-none = No answer found
visit-search-found =
    { $count ->
        [one] 1 answer found
       *[other] { $count } answers found
    }
visit-search-more =
    { $count ->
        [one] 1 more answer. Type to search.
       *[other] { $count } more answers. Type to search.
    }
visit-search-chosen = Chosen: { $answer }
visit-range-error = Choose a number from { $min } to { $max }, in steps of { $step }.
visit-moment-error = Fill in the day and the time, for example 24/11/2026 and 14:30.
visit-rank-hint = Put in order. Drag, or use the arrows.
visit-rank-place = place { $place } of { $total }
visit-rank-up = Up: { $name }
visit-rank-down = Down: { $name }
visit-rank-open = No order has been chosen yet.
visit-rank-confirm = This order is right
visit-repeat-unnamed = Item
visit-repeat-none = Nothing has been added yet. Add one, or go on.
visit-repeat-more = Add one more, or go on.
visit-repeat-add = Add
visit-repeat-remove = Remove: { $name }

visit-during = During the talk
visit-interpreter-line = Interpreter line
visit-leaflet = Show leaflet
visit-danger = Danger
visit-danger-noted = Danger noted
visit-stops = Resident stops
visit-with = Together with
visit-with-nobody = Nobody
visit-requests = Requests for help in this talk
visit-new-request = New request
visit-request-unnamed = Request { $number }
visit-request-open = Not confirmed yet
visit-request-confirmed = Confirmed
visit-note = Note with this question
visit-note-hint = Write only what is needed. The resident may read this.
visit-leaflet-offer = A leaflet fits here.
visit-leaflet-offer-show = View leaflet
visit-leaflet-offer-skip = Not now

visit-request-n = { $name } { $number }
visit-request-remove = Remove
visit-request-removed = { $name } removed
visit-request-confirm = Confirm request
visit-request-confirm-title = Is this request ready?
visit-request-confirm-text = Confirmed means: it leaves as soon as there is internet, even while the talk goes on.
visit-request-confirm-later = Not yet
visit-request-confirm-done = Request confirmed

visit-check-title = Check answers
visit-check-lead = Is everything right? You can still change things.
visit-check-change = Change
visit-check-change-what = Change: { $question }
visit-check-empty = No answer yet
visit-check-refused = Does not want to answer
visit-check-later = Ask later
visit-check-put-off = Put off
visit-check-note = Note: { $note }
visit-check-missing-title =
    { $count ->
        [one] 1 question still needs an answer
       *[other] { $count } questions still need an answer
    }
visit-check-all-later = Ask all of these later
visit-check-unconfirmed =
    { $count ->
        [one] 1 request is not confirmed yet. It goes along when you finish.
       *[other] { $count } requests are not confirmed yet. They go along when you finish.
    }
visit-finish = Finish visit
visit-finished = Visit { $address } saved, { $time }

visit-stops-title = The resident stops
visit-stops-text = That is always allowed. Thank the resident. What do you want to do?
visit-stops-pause = Save and go on later
visit-stops-finish = Finish with what there is
visit-stops-finish-hint = Open questions become “ask later”.
visit-stops-withdraw = The resident withdraws consent
visit-stops-withdraw-hint = Only the time, the kind of visit and the number of leaflets stay. The answers do not leave this laptop and disappear.
visit-stops-discard = Throw visit away
visit-discard-title = Throw away visit { $address }?
visit-discard-text =
    { $count ->
        [one] You lose 1 answer. You can undo this as long as the app is open.
       *[other] You lose { $count } answers. You can undo this as long as the app is open.
    }
visit-discard-keep = Keep visit
visit-discard = Throw away
visit-discarded = Visit { $address } thrown away

quick-title = Quick note
quick-consent = May I write down what you tell me?
quick-consent-hint = Ask this first. If the answer is no, only the time and the number of leaflets stay.
quick-consent-no = Without consent you note nothing more.
quick-mood = How are you doing?
quick-help = Would you like us to do something for you?
quick-help-kind = What about?
quick-leaflets = Leaflets left behind
quick-remarks = A few words
quick-come-back = Come back on
quick-save = Save note
quick-later = Finish later
quick-full = Full form
quick-saved = Note { $address } saved

danger-title = Danger
danger-lead = First go to safety yourself. Then call. This laptop warns nobody.
danger-numbers = Numbers. Tick whom you called.
danger-not-emergency = not an emergency number
danger-why-not = Nobody called? Why not?
danger-note = What did you see or hear?
danger-note-hint = Only you and whoever is on duty read this.
danger-close = Close without noting
danger-save = Note down and stay
danger-leave = Leave now
danger-leave-hint = Closes the visit as “left, not safe”.
danger-saved = Danger noted
danger-left = Visit closed. Call when you are safe.

key-choose = Choose answer
key-refuse = Does not want to answer
key-refuse-everywhere = Does not want to answer, everywhere
key-later = Ask later
key-next = Next question
key-next-in-text = Next question, also from text
key-add-instance = Add
key-previous = Previous question
key-show = Show to resident
key-request = New request
key-leaflet = Show leaflet
key-contrast = More or normal contrast
key-finish = Finish visit
key-resident-hold = While the resident looks: hold Esc (back), H (request) or F (leaflet) for 1 second.
key-save = Save
key-back = Back
