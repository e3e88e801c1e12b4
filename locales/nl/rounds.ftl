# Lists for a day, addresses from a file, and the notes of danger.

rounds-parts = Wat wilt u doen
rounds-part-lists = Lijsten van de dag
rounds-part-new = Lijst maken
rounds-part-import = Adressen invoeren
rounds-day = Dag
rounds-for = voor { $name }
rounds-addresses =
    { $count ->
        [one] 1 adres
       *[other] { $count } adressen
    }
rounds-empty = Geen lijst voor deze dag
rounds-empty-text = Maak een lijst en wijs ze toe. De huisbezoeker ziet ze bij Vandaag.
rounds-change = Lijst aanpassen
rounds-change-end = Klaar
rounds-change-text = Kies een adres om het van de lijst te halen. Wie de lijst had, ziet het adres dan niet meer bij Vandaag.
rounds-remove = { $address } van de lijst halen
rounds-removed = { $address } staat niet meer op de lijst.
rounds-withdraw = Lijst intrekken
rounds-withdrawn = Lijst ingetrokken: { $name }

## A new list
rounds-name = Naam van de lijst
rounds-name-hint = Bijvoorbeeld: Vennestraat, even nummers
rounds-assignee = Wie gaat langs
rounds-me = { $name } (u)
rounds-neighbourhood = Wijk
rounds-picked =
    { $count ->
        [0] Nog geen adres gekozen
        [one] 1 adres gekozen
       *[other] { $count } adressen gekozen
    }
rounds-make = Lijst maken
rounds-made = Lijst gemaakt: { $name }, { $count } adressen
rounds-filter = Straat of naam zoeken
rounds-total =
    { $count ->
        [one] 1 adres gevonden
       *[other] { $count } adressen gevonden
    }
rounds-street-on = Hele { $street } kiezen
rounds-street-off = { $street } wissen
rounds-choose-first = Kies eerst een wijk
rounds-choose-first-text = Daarna ziet u de adressen per straat.
rounds-none = Geen adressen gevonden
rounds-none-text = Zoek iets anders, of voer eerst adressen in.
rounds-lacks-day = Kies een dag.
rounds-lacks-name = Geef de lijst een naam.
rounds-lacks-neighbourhood = Kies een wijk.
rounds-lacks-assignee = Kies wie langsgaat.
rounds-lacks-households = Kies minstens 1 adres.

## Import
rounds-file = Bestand met adressen kiezen
rounds-file-hint = Een CSV-bestand, bijvoorbeeld uit Excel.
rounds-paste = Of plak de adressen hier
rounds-paste-hint = Eerste rij: straat, nummer, bus, wijk
rounds-import-header = De eerste rij mist: { $columns }. Schrijf bijvoorbeeld: straat,nummer,bus,wijk
rounds-look = Adressen nakijken
rounds-preview = Dit gebeurt er
rounds-import-new =
    { $count ->
        [one] 1 nieuw adres
       *[other] { $count } nieuwe adressen
    }
rounds-import-known =
    { $count ->
        [one] 1 al gekend
       *[other] { $count } al gekend
    }
rounds-import-problems =
    { $count ->
        [0] Geen problemen
        [one] 1 probleem
       *[other] { $count } problemen
    }
rounds-import-problem-missing-field = Dit is leeg.
rounds-import-problem-invalid-number = Dit huisnummer klopt niet. Schrijf bijvoorbeeld 112 of 112A.
rounds-import-problem-unknown-neighbourhood = Deze wijk kennen we niet.
rounds-import-skipped = Rijen met een probleem slaan we over. U kunt ze verbeteren en opnieuw invoeren.
rounds-first-rows = De eerste rijen
rounds-row = Rij
rounds-column = Kolom
rounds-problem = Probleem
rounds-column-street = straat
rounds-column-number = nummer
rounds-column-box = bus
rounds-column-neighbourhood = wijk
rounds-import =
    { $count ->
        [one] 1 adres invoeren
       *[other] { $count } adressen invoeren
    }
rounds-imported =
    { $count ->
        [one] 1 adres ingevoerd
       *[other] { $count } adressen ingevoerd
    }

## Danger, for whoever is on duty
duty-lead = Alleen wie het noteerde en wie van wacht is, ziet dit.
duty-by = Genoteerd door { $name }, { $when }.
duty-called = Gebeld: { $numbers }
duty-not-called = Niemand gebeld.
duty-because = Reden: { $reason }
duty-empty = Geen gevaar genoteerd
duty-empty-text = Noteert een collega gevaar? Dan staat het hier, zodra het aangekomen is.
