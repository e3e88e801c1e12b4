# Help requests: list, board, one request, a new one.

help-view = View
help-view-list = List
help-view-board = Board
help-tabs = Which requests for help
help-tab-mine = Mine, { $count }
help-tab-team = Whole team, { $count }
help-tab-ended = Ended, { $count }
help-new = New request
help-key-new = Note a new request

help-untaken =
    { $count ->
        [one] 1 request for today is waiting for someone
       *[other] { $count } requests for today are waiting for someone
    }
help-look = View
help-take = Take request

help-group-overdue = Nothing happened for too long
help-column-new = New
help-column-assigned = Assigned
help-column-busy = Someone is on it
help-column-ended = Ended
help-days =
    { $days ->
        [0] updated today
        [one] nothing happened for 1 day
       *[other] nothing happened for { $days } days
    }
help-unshared-short = Not shared
help-empty-mine = You are not following any requests
help-empty-team = There are no open requests
help-empty-ended = Nothing has ended yet
help-empty-text = You note a new request during a visit or here.

## One request
help-route = State of the request
help-quote = “{ $words }”
help-contact = To be reached by
help-closed-reason = Why it was closed:
help-result = What was done:
help-assignee = Who follows up
help-nobody = Nobody yet
help-last-action = Last step
help-recorded-on = Noted on
help-next-step = Next step
help-step-triaged = Looked at and assigned
help-step-matched = Volunteer matched
help-step-in-progress = Someone is on it
help-step-reopen = Open again
help-assign = Assign
help-refer = Refer
help-note = Write note
help-end = End request
help-log = What happened
help-event-state = { $name }: { $state }.
help-event-assigned = { $name } assigned the request to { $to }.
help-event-note = { $name }: “{ $note }”
help-event-other = { $name } changed something.
help-not-sent = Not sent yet

help-referrals = Referred to
help-referral-sent = Sent on { $day }
help-referral-reason = Reason: { $reason }
help-referral-pending = Waiting for an answer
help-referral-accepted = Accepted
help-referral-rejected = Declined
help-referral-done = Done
help-referral-set-accepted = Service accepts
help-referral-set-rejected = Service declines
help-referral-set-done = Service is done

## Consent
help-consent-title = Consent
help-consent-given = May be shared with: { $recipient }.
help-consent-given-plain = May be shared.
help-consent-coordinators = the coordinators
help-consent-unknown = another service
help-consent-fields = We pass on: { $fields }. Nothing else.
help-consent-asked = Asked on { $day }.
help-consent-asked-in = Asked on { $day }, language: { $language }.
help-consent-refused = The resident does not want to share this.
help-consent-refused-text = Only you see whose request this is. Others see the kind, how urgent it is and the state.
help-consent-not-asked = Not yet asked whether we may share this.
help-consent-unshared = This request is not shared.
help-consent-unshared-text = The resident did not agree to sharing. So you see only the kind, how urgent it is and the state. Whoever noted it can ask again.
help-consent-vital = Shared without consent: danger to life.
help-consent-vital-reason = Reason: { $reason }
help-consent-withdraw = Withdraw consent
help-consent-withdrawn = Consent withdrawn
help-consent-ask = Note consent
help-consent-ask-title = Note consent
help-consent-save = Save consent
help-consent-saved = Consent saved
help-field-description = The request in their own words
help-field-contact = How we reach someone
help-field-address = The address

## Danger to life
help-vital = Share: danger to life
help-vital-title = Share without consent?
help-vital-text = Only when a life is in danger. Request, contact and address go to the coordinators. Your reason is saved and checked. Is the danger immediate? Call 112 first.
help-vital-label = Which danger is there?
help-vital-hint = Write what you saw or heard.
help-vital-share = Share
help-vital-cancel = Do not share
help-vital-shared = Shared with the coordinators, with your reason

## Assign, note, end, refer
help-assign-title = Assign: { $title }
help-assign-me = Assign to me
help-assign-nobody = To nobody
help-assigned = { $title }: assigned to { $name }
help-unassigned = { $title }: assigned to nobody
help-note-title = Note: { $title }
help-note-label = What happened?
help-note-hint = The resident may read this.
help-note-missing = The note is still empty. A few words are enough.
help-note-save = Save note
help-note-saved = Note saved
help-end-title = End: { $title }
help-end-how = How does this request end?
help-end-done = Done
help-end-done-hint = The resident was helped.
help-end-closed = Closed
help-end-closed-hint = Stopped without help.
help-end-choose = Choose done or closed.
help-end-result = What was done?
help-end-why = Why does this request stop?
help-ended = { $title }: ended
help-refer-title = Refer: { $title }
help-refer-service = To which service?
help-refer-only = The resident chose only: { $recipient }. Do you want another service? First ask for consent again.
help-refer-unshared = The resident does not want to share this request. First ask for consent.
help-referred = Referred to { $name }
help-reject-title = Why does the service decline?
help-reject-label = Reason

## The board
help-menu-of = More for { $title }
help-menu-move = Move to { $column }
help-menu-urgency = How urgent: { $urgency }
help-menu-open = View
help-hint-move = move
help-hint-assign = assign
help-hint-urgent = urgent
help-key-column-new = To New
help-key-column-assigned = To Assigned
help-key-column-busy = To Someone is on it
help-key-column-ended = To Ended
help-key-assign = Assign, W again: to me
help-key-urgent = Make more urgent
help-moved = { $title }: now in { $column }
help-move-not = { $title } cannot move to { $column } now
help-urgency-set = { $title }: { $urgency }

## A new request
help-new-title = New request
help-new-household = Whose request is it?
help-new-household-hint = Type a name, street or number.
help-new-found = Addresses found
help-new-other-household = Another address
help-new-category = What is the question about?
help-new-detail = What exactly?
help-new-description = What does the resident ask, in their own words?
help-new-description-hint = The resident may read this.
help-new-contact = How do we reach the resident?
help-new-contact-hint = For example a mobile number, or a neighbour.
help-new-urgency = How urgent is it?
help-new-today-call = Also call the coordinator. The app alone is not fast enough without internet.
help-new-consent = May we pass this request on?
help-new-consent-hint = Say what we pass on and to whom. The resident can always stop this.
help-new-consent-yes = Yes
help-new-consent-no = No
help-new-consent-later = Not asked yet
help-new-recipient = To whom?
help-new-fields = What may we pass on?
help-new-unshared-no = Then the request stays with you. Others see only the kind, how urgent it is and the state.
help-new-unshared-later = The request stays with you until the resident decides.
help-new-save = Save request
help-new-saved = Request saved on this laptop: { $title }

help-lacks-title =
    { $count ->
        [one] 1 answer is still missing
       *[other] { $count } answers are still missing
    }
help-lacks-household = Choose whose request it is.
help-lacks-category = Choose what the question is about.
help-lacks-description = Write what the resident asks. A few words are enough.
help-lacks-urgency = Choose how urgent it is.
help-lacks-consent = Choose whether we may pass the request on.
help-lacks-recipient = Choose a service.
help-lacks-fields = Choose at least 1 thing that we may pass on.
