# Help requests: list, board, one request, a new one.

help-view = Vista
help-view-list = Elenco
help-view-board = Bacheca
help-tabs = Quali richieste
help-tab-mine = Mie, { $count }
help-tab-team = Tutto il team, { $count }
help-tab-ended = Concluse, { $count }
help-new = Nuova richiesta
help-key-new = Annota una nuova richiesta

help-untaken =
    { $count ->
        [one] 1 richiesta per oggi aspetta qualcuno
       *[other] { $count } richieste per oggi aspettano qualcuno
    }
help-look = Guarda
help-take = Prendi in carico

help-group-overdue = Ferme da troppo tempo
help-column-new = Nuove
help-column-assigned = Assegnate
help-column-busy = Se ne occupa qualcuno
help-column-ended = Concluse
help-days =
    { $days ->
        [0] aggiornata oggi
        [one] ferma da 1 giorno
       *[other] ferma da { $days } giorni
    }
help-unshared-short = Non condivisa
help-empty-mine = Lei non segue nessuna richiesta
help-empty-team = Non ci sono richieste aperte
help-empty-ended = Ancora niente di concluso
help-empty-text = Annota una nuova richiesta durante una visita o qui.

## One request
help-route = Stato della richiesta
help-quote = “{ $words }”
help-contact = Contatto:
help-closed-reason = Perché è chiusa:
help-result = Che cosa si è fatto:
help-assignee = Chi la segue
help-nobody = Ancora nessuno
help-last-action = Ultimo passo
help-recorded-on = Annotata il giorno
help-next-step = Passo successivo
help-step-triaged = Esaminata e assegnata
help-step-matched = Volontario abbinato
help-step-in-progress = Se ne occupa qualcuno
help-step-reopen = Riapri
help-assign = Assegna
help-refer = Indirizza
help-note = Scrivi una nota
help-end = Concludi
help-log = Che cosa è successo
help-event-state = { $name }: { $state }.
help-event-assigned = { $name } ha assegnato la richiesta a { $to }.
help-event-note = { $name }: “{ $note }”
help-event-other = { $name } ha modificato qualcosa.
help-not-sent = Non ancora inviata

help-referrals = Indirizzata a
help-referral-sent = Inviata: { $day }
help-referral-reason = Motivo: { $reason }
help-referral-pending = Attende risposta
help-referral-accepted = Accettata
help-referral-rejected = Rifiutata
help-referral-done = Fatto
help-referral-set-accepted = Il servizio accetta
help-referral-set-rejected = Il servizio rifiuta
help-referral-set-done = Il servizio ha finito

## Consent
help-consent-title = Consenso
help-consent-given = Si può condividere con: { $recipient }.
help-consent-given-plain = Si può condividere.
help-consent-coordinators = i coordinatori
help-consent-unknown = un altro servizio
help-consent-fields = Trasmettiamo: { $fields }. Nient’altro.
help-consent-asked = Chiesto: { $day }.
help-consent-asked-in = Chiesto: { $day }, lingua: { $language }.
help-consent-refused = La persona non vuole condividere questo.
help-consent-refused-text = Solo Lei vede di chi è questa richiesta. Gli altri vedono il tipo, quanto è urgente e lo stato.
help-consent-not-asked = Non ancora chiesto se possiamo condividere.
help-consent-unshared = Questa richiesta non è condivisa.
help-consent-unshared-text = La persona non ha accettato di condividere. Perciò Lei vede solo il tipo, quanto è urgente e lo stato. Chi l’ha annotata può chiedere di nuovo.
help-consent-vital = Condivisa senza consenso: pericolo di vita.
help-consent-vital-reason = Motivo: { $reason }
help-consent-withdraw = Ritira il consenso
help-consent-withdrawn = Consenso ritirato
help-consent-ask = Annota il consenso
help-consent-ask-title = Annotare il consenso
help-consent-save = Salva il consenso
help-consent-saved = Consenso salvato
help-field-description = La richiesta con parole sue
help-field-contact = Come contattare la persona
help-field-address = L’indirizzo

## Danger to life
help-vital = Condividi: pericolo di vita
help-vital-title = Condividere senza consenso?
help-vital-text = Solo se c’è pericolo di vita. Richiesta, contatto e indirizzo vanno ai coordinatori. Il Suo motivo viene salvato e controllato. Il pericolo è immediato? Prima chiami il 112.
help-vital-label = Quale pericolo c’è?
help-vital-hint = Scriva che cosa ha visto o sentito.
help-vital-share = Condividi
help-vital-cancel = Non condividere
help-vital-shared = Condivisa con i coordinatori, con il Suo motivo

## Assign, note, end, refer
help-assign-title = Assegnare: { $title }
help-assign-me = Assegna a me
help-assign-nobody = A nessuno
help-assigned = { $title }: assegnata a { $name }
help-unassigned = { $title }: assegnata a nessuno
help-note-title = Nota: { $title }
help-note-label = Che cosa è successo?
help-note-hint = La persona può leggerlo.
help-note-missing = La nota è ancora vuota. Bastano poche parole.
help-note-save = Salva la nota
help-note-saved = Nota salvata
help-end-title = Concludere: { $title }
help-end-how = Come finisce questa richiesta?
help-end-done = Risolta
help-end-done-hint = La persona ha ricevuto aiuto.
help-end-closed = Chiusa
help-end-closed-hint = Finita senza aiuto.
help-end-choose = Scelga risolta o chiusa.
help-end-result = Che cosa si è fatto?
help-end-why = Perché finisce questa richiesta?
help-ended = { $title }: conclusa
help-refer-title = Indirizzare: { $title }
help-refer-service = A quale servizio?
help-refer-only = La persona ha scelto solo: { $recipient }. Vuole un altro servizio? Prima chieda di nuovo il consenso.
help-refer-unshared = La persona non vuole condividere questa richiesta. Prima chieda il consenso.
help-referred = Indirizzata a: { $name }
help-reject-title = Perché il servizio rifiuta?
help-reject-label = Motivo

## The board
help-menu-of = Altro per { $title }
help-menu-move = Sposta in { $column }
help-menu-urgency = Quanto è urgente: { $urgency }
help-menu-open = Guarda
help-hint-move = sposta
help-hint-assign = assegna
help-hint-urgent = urgente
help-key-column-new = In Nuove
help-key-column-assigned = In Assegnate
help-key-column-busy = In Se ne occupa qualcuno
help-key-column-ended = In Concluse
help-key-assign = Assegna, ancora W: a me
help-key-urgent = Rendi più urgente
help-moved = { $title }: ora in { $column }
help-move-not = { $title } ora non può andare in { $column }
help-urgency-set = { $title }: { $urgency }

## A new request
help-new-title = Nuova richiesta
help-new-household = Di chi è la richiesta?
help-new-household-hint = Scriva un nome, una via o un numero.
help-new-found = Indirizzi trovati
help-new-other-household = Altro indirizzo
help-new-category = Di che cosa si tratta?
help-new-detail = Che cosa di preciso?
help-new-description = Che cosa chiede la persona, con parole sue?
help-new-description-hint = La persona può leggerlo.
help-new-contact = Come contattiamo la persona?
help-new-contact-hint = Per esempio un numero di cellulare, o un vicino.
help-new-urgency = Quanto è urgente?
help-new-today-call = Chiami anche il coordinatore. Senza internet l’app da sola non è abbastanza veloce.
help-new-consent = Possiamo trasmettere questa richiesta?
help-new-consent-hint = Dica che cosa trasmettiamo e a chi. La persona può sempre fermare tutto.
help-new-consent-yes = Sì
help-new-consent-no = No
help-new-consent-later = Non ancora chiesto
help-new-recipient = A chi?
help-new-fields = Che cosa possiamo trasmettere?
help-new-unshared-no = Allora la richiesta resta a Lei. Gli altri vedono solo il tipo, quanto è urgente e lo stato.
help-new-unshared-later = La richiesta resta a Lei finché la persona non decide.
help-new-save = Salva la richiesta
help-new-saved = Richiesta salvata su questo portatile: { $title }

help-lacks-title =
    { $count ->
        [one] Manca ancora 1 risposta
       *[other] Mancano ancora { $count } risposte
    }
help-lacks-household = Scelga di chi è la richiesta.
help-lacks-category = Scelga di che cosa si tratta.
help-lacks-description = Scriva che cosa chiede la persona. Bastano poche parole.
help-lacks-urgency = Scelga quanto è urgente.
help-lacks-consent = Scelga se possiamo trasmettere la richiesta.
help-lacks-recipient = Scelga un servizio.
help-lacks-fields = Scelga almeno 1 cosa che possiamo trasmettere.
