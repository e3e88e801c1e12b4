# Today's list, the card of one address, adding what was not on the list.

today-summary =
    { $count ->
        [one] { $where }, 1 adres
       *[other] { $where }, { $count } adressen
    }
today-counts = { $visited } bezocht, { $away } niet thuis, { $togo } te gaan
today-counts-skipped =
    { $count ->
        [one] 1 wil geen bezoek of is weg
       *[other] { $count } willen geen bezoek of zijn weg
    }
today-street-count =
    { $count ->
        [one] 1 adres
       *[other] { $count } adressen
    }
today-unfinished = Nog af te werken
today-search = Zoek een naam of adres
today-search-results =
    { $count ->
        [0] Niets gevonden
        [one] 1 gevonden
       *[other] { $count } gevonden
    }
today-search-none = Niets gevonden voor “{ $text }”
today-search-none-text = Kijk de schrijfwijze na. Staat het adres er niet bij? Voeg het toe.
today-search-clear = Zoeken wissen
today-add = Adres toevoegen
today-empty = Geen adressen voor vandaag
today-empty-text = Uw coördinator maakt de lijst. Zodra er internet is, komt ze hier. U kunt ook zelf een adres toevoegen.

today-row-draft = Begonnen bezoek, nog niet af
today-row-visited = Bezocht { $when }
today-row-not-home =
    { $count ->
        [0] Niet thuis
        [one] Niet thuis
        [2] Tweede keer niet thuis
       *[other] { $count } keer niet thuis
    }
today-row-no-visit-until = Wil geen bezoek tot { $date }
today-row-last = Laatst { $when }: { $outcome }
today-row-new = Nog geen gegevens
today-state-draft = Onaf

today-start = Bezoek starten
today-continue = Bezoek voortzetten
today-phone = Bellen
today-quick-note = Korte notitie
today-open-household = Alles over dit adres
today-danger = Gevaar
today-outcomes = Geen gesprek? Kies wat er was.
today-outcome-minor-short = Minderjarige alleen
today-since-last = Sinds de vorige keer
today-last-visit = { $when }, { $name }: { $outcome }
today-last-with = { $when }, { $name } en { $with }: { $outcome }
today-last-none = Hier was nog niemand van ons.
today-promised = Beloofd: { $text }
today-come-back = Terugkomen op { $date }
today-help-days =
    { $days ->
        [0] vandaag nog iets gedaan
        [one] 1 dag geleden laatst iets gedaan
       *[other] { $days } dagen geleden laatst iets gedaan
    }
today-help-ask = Vraag of dat gebeurd is.
today-choice = Twee antwoorden verschillen. Kies bij Versturen welk klopt.
today-no-visit-said = Dat zei: { $who }
today-done-outcome = { $address }: { $outcome }
today-undone = Teruggezet

today-refused-title = Wil geen bezoek
today-refused-who = Wie zei dat?
today-refused-who-hint = Bijvoorbeeld: mevrouw zelf, de zoon
today-refused-until = Tot wanneer?
today-refused-until-hint = Leeg betekent: voorgoed. Iemand mag altijd van gedacht veranderen.
today-refused-save = Noteren

household-add-title = Adres toevoegen
household-edit-title = Adres aanpassen
household-neighbourhood = Wijk
household-street = Straat
household-number = Huisnummer
household-number-hint = Met bus erbij, bijvoorbeeld 112 bus 3
household-name = Naam van het huishouden
household-name-hint = Wil iemand geen naam geven? Laat leeg.
household-people-label = Aantal personen
household-languages = Talen
household-note = Notitie voor wie volgende keer komt
household-note-hint = Schrijf enkel wat nodig is. De bewoner mag dit lezen.
household-save = Adres bewaren
household-doubles-title = Misschien kennen we dit adres al
household-doubles-text = Kijk even of het een van deze is. Op één adres kunnen meer huishoudens wonen.
household-doubles-this = Dit is het
household-doubles-add = Neen, toch toevoegen
household-also = Ook toegevoegd als { $name }, { $address }
household-set-aside = Een wijziging van dit adres wordt nagekeken. Ze is aangekomen en bewaard.
household-saved = { $address } bewaard

resident-add = Bewoner toevoegen
resident-edit = { $name } aanpassen
resident-name = Naam
resident-birth-year = Geboortejaar
resident-phone = Telefoon
resident-language = Taal
resident-save = Bewoner bewaren
resident-saved = Bewoner bewaard
resident-born = geboren in { $year }

household-residents = Bewoners
household-residents-none = Nog niemand genoteerd. Dat mag zo blijven.
household-attempts = Bezoeken en telefoons
household-attempts-none = Nog geen bezoek of telefoon.
household-leaflets = Folders
household-leaflets-none = Nog geen folder gegeven.
household-leaflet-line = { $title }, { $language }, { $how } { $when }
leaflet-use-shown = getoond
leaflet-use-left = achtergelaten
leaflet-use-read-aloud = voorgelezen
household-edit = Adres aanpassen
household-new-help = Nieuwe hulpvraag
household-give-leaflet = Folder geven
household-attempt-line = { $outcome }, { $channel }
household-attempt-by = { $name }, { $when }
household-attempt-by-two = { $name } en { $with }, { $when }
household-attempt-leaflets =
    { $count ->
        [one] 1 folder
       *[other] { $count } folders
    }
household-open-visit = Bezoek bekijken
household-move = Verplaatsen
household-move-title = Dit bezoek naar een ander adres verplaatsen
household-move-text = Antwoorden, folders en hulpvragen gaan mee. Zoek het juiste adres.
household-move-here = Naar hier verplaatsen
household-moved = Verplaatst naar { $address }

key-start = Bezoek starten of voortzetten
key-up = Vorig adres
key-down = Volgend adres
key-quick-note = Korte notitie
key-household = Alles over dit adres
key-phone = Bellen
key-add = Adres toevoegen
key-danger = Gevaar
