# Sent visits: the coordinator's queue, one visit, the author's corrections.

review-tabs = Stato delle visite
review-tab-received = Ricevute, { $count }
review-tab-has-issues = Da seguire, { $count }
review-tab-approved = Approvate, { $count }
review-queue = Visite
review-next = successiva
review-previous = precedente
review-key-next = Visita successiva
review-key-previous = Visita precedente
review-flagged = Attenzione
review-comments-count =
    { $count ->
        [one] 1 commento
       *[other] { $count } commenti
    }
review-no-household = Indirizzo non su questo portatile

## States, as the life cycle names them
review-state-received = Arrivata
review-state-has-issues = Seguito richiesto
review-state-approved = Approvata
review-state-rejected = Respinta

## Why a visit asks for attention
review-flag-other = Chiede attenzione
review-flag-mood = Le cose vanno male
review-flag-urgent = Richiesta urgente
review-flag-danger = Pericolo annotato
review-flag-minor = Ha tradotto un minore
review-flag-incomplete = Incompleta
review-flag-form = Non va con il modulo

## One visit
review-visited = visita di { $name }, { $channel }, { $when }
review-visited-with = visita di { $name } e { $with }, { $channel }, { $when }
review-clock =
    L’orologio del portatile era { $way ->
        [ahead] avanti
       *[behind] indietro
    } di { $by } quando la visita è arrivata. Gli orari possono essere sbagliati.
review-consent = Consenso.
review-requests = Richieste di aiuto che si possono condividere
review-first = Da guardare prima
review-whole = Su tutta la visita
review-refused = Non vuole rispondere
review-later = Chiedi più tardi
review-no-answer = Nessuna risposta
review-revised = Risposta corretta da { $name }, { $when }. Motivo: { $reason }
review-own = Questa è una Sua visita. La controlla un collega.

## Comments
review-comment = Scrivi un commento
review-answer = Rispondi
review-write = Scriva al coordinatore
review-write-to = Scriva a { $name }
review-send-comment = Salva il commento
review-comment-missing = Il commento è ancora vuoto.
review-you = Lei

## Decide
review-approve = Approva
review-follow-up = Chiedi un seguito
review-follow-up-title = Chiedere un seguito a { $name }
review-follow-up-label = Che cosa resta da fare?
review-follow-up-hint = Chi ha fatto la visita lo legge insieme alla visita.
review-reject = Respingi
review-reject-title = Respingere la visita: { $name }?
review-reject-text = Allora la visita non conta. Le risposte restano salvate. { $name } vede che è respinta.
review-reject-keep = Non respingere
review-said-approved = Approvata: { $name }
review-said-has-issues = Seguito richiesto: { $name }
review-said-rejected = Respinta: { $name }
review-said-received = Di nuovo tra le ricevute: { $name }
review-rest =
    { $count ->
        [one] Approva insieme il resto, 1
       *[other] Approva insieme il resto, { $count }
    }
review-rest-title =
    { $count ->
        [one] Approvare 1 visita?
       *[other] Approvare insieme { $count } visite?
    }
review-rest-text =
    { $count ->
        [one] In questa visita niente chiede attenzione. Le visite con “Attenzione” restano qui.
       *[other] In queste { $count } visite niente chiede attenzione. Le visite con “Attenzione” restano qui.
    }
review-rest-keep = Prima guardo io
review-rest-approved =
    { $count ->
        [one] 1 visita approvata
       *[other] { $count } visite approvate
    }
review-empty-received = Tutto è controllato
review-empty-has-issues = In nessuna visita è richiesto un seguito
review-empty-approved = Ancora niente di approvato
review-empty-text = Le nuove visite arrivano qui da sole.

## The author
review-visit-title = Visita
review-mine-lead = Un collega ha chiesto qualcosa su queste visite.
review-mine-asked = Un collega chiede un seguito. Risponda vicino alla domanda, o corregga la risposta.
review-mine-empty = Nessuna domanda per Lei
review-mine-empty-text = Un collega chiede qualcosa su una visita? Allora lo trova qui.
review-correct = Correggi
review-correct-new = Nuova risposta
review-correct-reason = Perché corregge questo?
review-correct-reason-hint = La vecchia risposta resta salvata, con il Suo motivo.
review-correct-save = Salva la correzione
