# Lists for a day, addresses from a file, and the notes of danger.

rounds-parts = What to do
rounds-part-lists = Lists of the day
rounds-part-new = Make list
rounds-part-import = Import addresses
rounds-day = Day
rounds-for = for { $name }
rounds-addresses =
    { $count ->
        [one] 1 address
       *[other] { $count } addresses
    }
rounds-empty = No list for this day
rounds-empty-text = Make a list and assign it. The home visitor sees it in Today.
rounds-change = Change list
rounds-change-end = Done
rounds-change-text = Choose an address to take it off the list. Whoever had the list no longer sees the address in Today.
rounds-remove = Take { $address } off the list
rounds-removed = { $address } is no longer on the list.
rounds-withdraw = Withdraw list
rounds-withdrawn = List withdrawn: { $name }

## A new list
rounds-name = Name of the list
rounds-name-hint = For example: Vennestraat, even numbers
rounds-assignee = Who visits
rounds-me = { $name } (you)
rounds-neighbourhood = Neighbourhood
rounds-picked =
    { $count ->
        [0] No address chosen yet
        [one] 1 address chosen
       *[other] { $count } addresses chosen
    }
rounds-make = Make list
rounds-made = List made: { $name }, { $count } addresses
rounds-filter = Search street or name
rounds-total =
    { $count ->
        [one] 1 address found
       *[other] { $count } addresses found
    }
rounds-street-on = Choose all of { $street }
rounds-street-off = Clear { $street }
rounds-choose-first = First choose a neighbourhood
rounds-choose-first-text = Then you see the addresses by street.
rounds-none = No addresses found
rounds-none-text = Search for something else, or import addresses first.
rounds-lacks-day = Choose a day.
rounds-lacks-name = Give the list a name.
rounds-lacks-neighbourhood = Choose a neighbourhood.
rounds-lacks-assignee = Choose who visits.
rounds-lacks-households = Choose at least 1 address.

## Import
rounds-file = Choose file with addresses
rounds-file-hint = A CSV file, for example from Excel.
rounds-paste = Or paste the addresses here
rounds-paste-hint = First row: street, number, box, neighbourhood
rounds-import-header = The first row lacks: { $columns }. Write for example: street,number,box,neighbourhood
rounds-look = Check addresses
rounds-preview = This will happen
rounds-import-new =
    { $count ->
        [one] 1 new address
       *[other] { $count } new addresses
    }
rounds-import-known =
    { $count ->
        [one] 1 already known
       *[other] { $count } already known
    }
rounds-import-problems =
    { $count ->
        [0] No problems
        [one] 1 problem
       *[other] { $count } problems
    }
rounds-import-problem-missing-field = This is empty.
rounds-import-problem-invalid-number = This house number is not right. Write for example 112 or 112A.
rounds-import-problem-unknown-neighbourhood = We do not know this neighbourhood.
rounds-import-skipped = We skip rows with a problem. You can correct them and import them again.
rounds-first-rows = The first rows
rounds-row = Row
rounds-column = Column
rounds-problem = Problem
rounds-column-street = street
rounds-column-number = number
rounds-column-box = box
rounds-column-neighbourhood = neighbourhood
rounds-import =
    { $count ->
        [one] Import 1 address
       *[other] Import { $count } addresses
    }
rounds-imported =
    { $count ->
        [one] 1 address imported
       *[other] { $count } addresses imported
    }

## Danger, for whoever is on duty
duty-lead = Only whoever noted it and whoever is on duty see this.
duty-by = Noted by { $name }, { $when }.
duty-called = Called: { $numbers }
duty-not-called = Nobody called.
duty-because = Reason: { $reason }
duty-empty = No danger noted
duty-empty-text = Does a colleague note danger? Then it is here, as soon as it has arrived.
