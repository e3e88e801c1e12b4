# Today's list, the card of one address, adding what was not on the list.

today-summary =
    { $count ->
        [one] { $where }, 1 indirizzo
       *[other] { $where }, { $count } indirizzi
    }
today-counts = { $visited } visitati, { $away } non in casa, { $togo } da visitare
today-counts-skipped =
    { $count ->
        [one] 1 non vuole visite o è andato via
       *[other] { $count } non vogliono visite o sono andati via
    }
today-street-count =
    { $count ->
        [one] 1 indirizzo
       *[other] { $count } indirizzi
    }
today-unfinished = Ancora da finire
today-search = Cerca un nome o un indirizzo
today-search-results =
    { $count ->
        [0] Niente trovato
        [one] 1 trovato
       *[other] { $count } trovati
    }
today-search-none = Niente trovato per “{ $text }”
today-search-none-text = Controlli come è scritto. L’indirizzo non c’è? Lo aggiunga.
today-search-clear = Cancella ricerca
today-add = Aggiungi indirizzo
today-empty = Nessun indirizzo per oggi
today-empty-text = Il Suo coordinatore crea l’elenco. Appena c’è internet, arriva qui. Può anche aggiungere un indirizzo.

today-row-draft = Visita iniziata, non ancora finita
today-row-visited = Visitato: { $when }
today-row-not-home =
    { $count ->
        [0] Non in casa
        [one] Non in casa
        [2] Seconda volta non in casa
       *[other] { $count } volte non in casa
    }
today-row-no-visit-until = Non vuole visite fino a: { $date }
today-row-last = Ultima volta, { $when }: { $outcome }
today-row-new = Ancora nessun dato
today-state-draft = Da finire

today-start = Inizia la visita
today-continue = Continua la visita
today-phone = Chiama
today-quick-note = Nota breve
today-open-household = Tutto su questo indirizzo
today-danger = Pericolo
today-outcomes = Nessun colloquio? Scelga che cosa è successo.
today-outcome-minor-short = Minore da solo
today-since-last = Dall’ultima volta
today-last-visit = { $when }, { $name }: { $outcome }
today-last-with = { $when }, { $name } e { $with }: { $outcome }
today-last-none = Nessuno di noi è ancora stato qui.
today-promised = Promesso: { $text }
today-come-back = Tornare: { $date }
today-help-days =
    { $days ->
        [0] oggi si è fatto ancora qualcosa
        [one] l’ultimo passo è di 1 giorno fa
       *[other] l’ultimo passo è di { $days } giorni fa
    }
today-help-ask = Chieda se è successo.
today-choice = Due risposte sono diverse. Scelga in Invio quale è giusta.
today-no-visit-said = L’ha detto: { $who }
today-done-outcome = { $address }: { $outcome }
today-undone = Ripristinato

today-refused-title = Non vuole visite
today-refused-who = Chi l’ha detto?
today-refused-who-hint = Per esempio: la signora stessa, il figlio
today-refused-until = Fino a quando?
today-refused-until-hint = Vuoto vuol dire: per sempre. Si può sempre cambiare idea.
today-refused-save = Annota

household-add-title = Aggiungere un indirizzo
household-edit-title = Modificare l’indirizzo
household-neighbourhood = Quartiere
household-street = Via
household-number = Numero civico
household-number-hint = Con la casella (bus), per esempio 112 bus 3
household-name = Nome della famiglia
household-name-hint = Qualcuno non vuole dare un nome? Lasci vuoto.
household-people-label = Numero di persone
household-languages = Lingue
household-note = Nota per chi viene la prossima volta
household-note-hint = Scriva solo il necessario. La persona può leggerlo.
household-save = Salva l’indirizzo
household-doubles-title = Forse conosciamo già questo indirizzo
household-doubles-text = Guardi se è uno di questi. A un indirizzo possono vivere più famiglie.
household-doubles-this = È questo
household-doubles-add = No, aggiungi lo stesso
household-also = Aggiunto anche come { $name }, { $address }
household-set-aside = Una modifica di questo indirizzo è in controllo. È arrivata ed è conservata.
household-saved = { $address } salvato

resident-add = Aggiungi persona
resident-edit = Modifica { $name }
resident-name = Nome
resident-birth-year = Anno di nascita
resident-phone = Telefono
resident-language = Lingua
resident-save = Salva la persona
resident-saved = Persona salvata
resident-born = anno di nascita { $year }

household-residents = Persone
household-residents-none = Ancora nessuno annotato. Può restare così.
household-attempts = Visite e telefonate
household-attempts-none = Ancora nessuna visita o telefonata.
household-leaflets = Opuscoli
household-leaflets-none = Ancora nessun opuscolo dato.
household-leaflet-line = { $title }, { $language }, { $how }, { $when }
leaflet-use-shown = mostrato
leaflet-use-left = lasciato
leaflet-use-read-aloud = letto ad alta voce
household-edit = Modifica l’indirizzo
household-new-help = Nuova richiesta
household-give-leaflet = Dai un opuscolo
household-attempt-line = { $outcome }, { $channel }
household-attempt-by = { $name }, { $when }
household-attempt-by-two = { $name } e { $with }, { $when }
household-attempt-leaflets =
    { $count ->
        [one] 1 opuscolo
       *[other] { $count } opuscoli
    }
household-open-visit = Guarda la visita
household-move = Sposta
household-move-title = Spostare questa visita a un altro indirizzo
household-move-text = Risposte, opuscoli e richieste di aiuto si spostano insieme. Cerchi l’indirizzo giusto.
household-move-here = Sposta qui
household-moved = Spostata a { $address }

key-start = Inizia o continua la visita
key-up = Indirizzo precedente
key-down = Indirizzo successivo
key-quick-note = Nota breve
key-household = Tutto su questo indirizzo
key-phone = Chiama
key-add = Aggiungi indirizzo
key-danger = Pericolo
