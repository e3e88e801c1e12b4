# Today's list, the card of one address, adding what was not on the list.

today-summary =
    { $count ->
        [one] { $where }, 1 address
       *[other] { $where }, { $count } addresses
    }
today-counts = { $visited } visited, { $away } not at home, { $togo } to go
today-counts-skipped =
    { $count ->
        [one] 1 wants no visit or is gone
       *[other] { $count } want no visit or are gone
    }
today-street-count =
    { $count ->
        [one] 1 address
       *[other] { $count } addresses
    }
today-unfinished = Still to finish
today-search = Search for a name or address
today-search-results =
    { $count ->
        [0] Nothing found
        [one] 1 found
       *[other] { $count } found
    }
today-search-none = Nothing found for “{ $text }”
today-search-none-text = Check the spelling. Is the address not there? Add it.
today-search-clear = Clear search
today-add = Add address
today-empty = No addresses for today
today-empty-text = Your coordinator makes the list. As soon as there is internet, it comes here. You can also add an address yourself.

today-row-draft = Visit started, not finished
today-row-visited = Visited { $when }
today-row-not-home =
    { $count ->
        [0] Not at home
        [one] Not at home
        [2] Not at home for the second time
       *[other] { $count } times not at home
    }
today-row-no-visit-until = Wants no visit until { $date }
today-row-last = Last { $when }: { $outcome }
today-row-new = No data yet
today-state-draft = Unfinished

today-start = Start visit
today-continue = Continue visit
today-phone = Call
today-quick-note = Quick note
today-open-household = All about this address
today-danger = Danger
today-outcomes = No talk? Choose what happened.
today-outcome-minor-short = Minor alone
today-since-last = Since last time
today-last-visit = { $when }, { $name }: { $outcome }
today-last-with = { $when }, { $name } and { $with }: { $outcome }
today-last-none = None of us has been here yet.
today-promised = Promised: { $text }
today-come-back = Come back on { $date }
today-help-days =
    { $days ->
        [0] something was done today
        [one] something was last done 1 day ago
       *[other] something was last done { $days } days ago
    }
today-help-ask = Ask whether that happened.
today-choice = Two answers differ. Choose in Sending which one is right.
today-no-visit-said = Who said so: { $who }
today-done-outcome = { $address }: { $outcome }
today-undone = Undone

today-refused-title = Wants no visit
today-refused-who = Who said so?
today-refused-who-hint = For example: the lady herself, the son
today-refused-until = Until when?
today-refused-until-hint = Empty means: for good. People may always change their mind.
today-refused-save = Note down

household-add-title = Add address
household-edit-title = Change address
household-neighbourhood = Neighbourhood
household-street = Street
household-number = House number
household-number-hint = Add the box, for example 112 box 3
household-name = Name of the household
household-name-hint = Does someone not want to give a name? Leave empty.
household-people-label = Number of people
household-languages = Languages
household-note = Note for whoever comes next time
household-note-hint = Write only what is needed. The resident may read this.
household-save = Save address
household-doubles-title = Maybe we already know this address
household-doubles-text = Look whether it is one of these. More households can live at one address.
household-doubles-this = This is it
household-doubles-add = No, add it anyway
household-also = Also added as { $name }, { $address }
household-set-aside = A change of this address is being checked. It has arrived and is kept.
household-saved = { $address } saved

resident-add = Add resident
resident-edit = Change { $name }
resident-name = Name
resident-birth-year = Year of birth
resident-phone = Phone
resident-language = Language
resident-save = Save resident
resident-saved = Resident saved
resident-born = born in { $year }

household-residents = Residents
household-residents-none = Nobody noted yet. It may stay that way.
household-attempts = Visits and calls
household-attempts-none = No visit or call yet.
household-leaflets = Leaflets
household-leaflets-none = No leaflet given yet.
household-leaflet-line = { $title }, { $language }, { $how } { $when }
leaflet-use-shown = shown
leaflet-use-left = left behind
leaflet-use-read-aloud = read aloud
household-edit = Change address
household-new-help = New request
household-give-leaflet = Give leaflet
household-attempt-line = { $outcome }, { $channel }
household-attempt-by = { $name }, { $when }
household-attempt-by-two = { $name } and { $with }, { $when }
household-attempt-leaflets =
    { $count ->
        [one] 1 leaflet
       *[other] { $count } leaflets
    }
household-open-visit = View visit
household-move = Move
household-move-title = Move this visit to another address
household-move-text = Answers, leaflets and requests for help go along. Search for the right address.
household-move-here = Move here
household-moved = Moved to { $address }

key-start = Start or continue visit
key-up = Previous address
key-down = Next address
key-quick-note = Quick note
key-household = All about this address
key-phone = Call
key-add = Add address
key-danger = Danger
