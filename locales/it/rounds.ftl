# Lists for a day, addresses from a file, and the notes of danger.

rounds-parts = Che cosa vuole fare
rounds-part-lists = Elenchi del giorno
rounds-part-new = Crea un elenco
rounds-part-import = Importa indirizzi
rounds-day = Giorno
rounds-for = per { $name }
rounds-addresses =
    { $count ->
        [one] 1 indirizzo
       *[other] { $count } indirizzi
    }
rounds-empty = Nessun elenco per questo giorno
rounds-empty-text = Crei un elenco e lo assegni. Chi fa le visite lo vede in Oggi.
rounds-change = Modifica elenco
rounds-change-end = Fatto
rounds-change-text = Scelga un indirizzo per toglierlo dall’elenco. Chi aveva l’elenco non vede più l’indirizzo in Oggi.
rounds-remove = Togli { $address } dall’elenco
rounds-removed = { $address } non è più nell’elenco.
rounds-withdraw = Ritira elenco
rounds-withdrawn = Elenco ritirato: { $name }

## A new list
rounds-name = Nome dell’elenco
rounds-name-hint = Per esempio: Vennestraat, numeri pari
rounds-assignee = Chi va a visitare
rounds-me = { $name } (Lei)
rounds-neighbourhood = Quartiere
rounds-picked =
    { $count ->
        [0] Ancora nessun indirizzo scelto
        [one] 1 indirizzo scelto
       *[other] { $count } indirizzi scelti
    }
rounds-make = Crea l’elenco
rounds-made = Elenco creato: { $name }, { $count } indirizzi
rounds-filter = Cerca una via o un nome
rounds-total =
    { $count ->
        [one] 1 indirizzo trovato
       *[other] { $count } indirizzi trovati
    }
rounds-street-on = Scegli tutta { $street }
rounds-street-off = Togli { $street }
rounds-choose-first = Prima scelga un quartiere
rounds-choose-first-text = Poi vede gli indirizzi per via.
rounds-none = Nessun indirizzo trovato
rounds-none-text = Cerchi altro, o prima importi degli indirizzi.
rounds-lacks-day = Scelga un giorno.
rounds-lacks-name = Dia un nome all’elenco.
rounds-lacks-neighbourhood = Scelga un quartiere.
rounds-lacks-assignee = Scelga chi va a visitare.
rounds-lacks-households = Scelga almeno 1 indirizzo.

## Import: the file's columns keep Dutch names, the app reads no Italian ones.
rounds-file = Scegli un file con indirizzi
rounds-file-hint = Un file CSV, per esempio da Excel.
rounds-paste = Oppure incolli qui gli indirizzi
rounds-paste-hint = Prima riga: straat, nummer, bus, wijk
rounds-import-header = Nella prima riga manca: { $columns }. Scriva per esempio: straat,nummer,bus,wijk
rounds-look = Controlla gli indirizzi
rounds-preview = Ecco che cosa succede
rounds-import-new =
    { $count ->
        [one] 1 nuovo indirizzo
       *[other] { $count } nuovi indirizzi
    }
rounds-import-known =
    { $count ->
        [one] 1 già noto
       *[other] { $count } già noti
    }
rounds-import-problems =
    { $count ->
        [0] Nessun problema
        [one] 1 problema
       *[other] { $count } problemi
    }
rounds-import-problem-missing-field = È vuoto.
rounds-import-problem-invalid-number = Questo numero civico non è giusto. Scriva per esempio 112 o 112A.
rounds-import-problem-unknown-neighbourhood = Non conosciamo questo quartiere.
rounds-import-skipped = Saltiamo le righe con un problema. Può correggerle e importarle di nuovo.
rounds-first-rows = Le prime righe
rounds-row = Riga
rounds-column = Colonna
rounds-problem = Problema
rounds-column-street = via (straat)
rounds-column-number = numero (nummer)
rounds-column-box = bus
rounds-column-neighbourhood = quartiere (wijk)
rounds-import =
    { $count ->
        [one] Importa 1 indirizzo
       *[other] Importa { $count } indirizzi
    }
rounds-imported =
    { $count ->
        [one] 1 indirizzo importato
       *[other] { $count } indirizzi importati
    }

## Danger, for whoever is on duty
duty-lead = Lo vede solo chi l’ha annotato e chi è di turno.
duty-by = Annotato da { $name }, { $when }.
duty-called = Chiamati: { $numbers }
duty-not-called = Non è stato chiamato nessuno.
duty-because = Motivo: { $reason }
duty-empty = Nessun pericolo annotato
duty-empty-text = Un collega annota un pericolo? Allora lo trova qui, appena è arrivato.
