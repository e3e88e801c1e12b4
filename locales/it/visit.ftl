# A visit while it is written: the form, the check page, the quick note, danger.

visit-back = Oggi
visit-saved = Salvato su questo portatile
visit-saved-at = alle { $time }
visit-not-saved = Non ancora salvato
visit-not-saved-retry = L’app riprova da sola.
visit-offline = Niente internet
visit-offline-later = invia più tardi da sola
visit-pause = Fai una pausa
visit-paused = Visita salvata. La trova in “Ancora da finire”.
visit-sections = Parti del colloquio
visit-section-todo = da fare
visit-section-current = ora
visit-section-done = fatto
visit-section-count = { $done }/{ $total }
visit-question-of = { $section }, domanda { $number } di { $total }
visit-you-ask = Lei chiede
visit-resident-reads = La persona legge: { $language }
visit-choose-more = Può scegliere più di una risposta.
visit-note-only = Qui non c’è niente da scegliere.
visit-acknowledge = Letto
visit-refuse = Non vuole rispondere
visit-later = Chiedi più tardi
visit-date-hint = Giorno, mese e anno, per esempio 24/11/2026
visit-time-hint = Ore e minuti, per esempio 14.30
visit-tomorrow = Domani
visit-in-a-week = Tra una settimana
visit-in-two-weeks = Tra due settimane
visit-less = Meno 1
visit-more = Più 1
visit-previous = Precedente
visit-next = Domanda successiva
visit-to-check = Controlla le risposte
visit-show = Mostra alla persona
visit-required = Qui ci vuole una risposta. Va bene anche rifiutare o chiedere più tardi.
visit-constraint = Questa risposta non va bene per la domanda.
visit-type = Questa risposta non si può leggere.
visit-put-off = Rimandata: un minore traduce
visit-put-off-text = Questa domanda è delicata. La faccia più tardi, con un interprete adulto.
visit-interpreter-minor = Un minore traduce. Le domande delicate aspettano. Meglio chiamare il servizio di interpretariato telefonico.

visit-section-n = Parte { $number }
visit-instance = { $name } { $number } di { $total }
visit-no-consent = Questo modulo non chiede il consenso. Lo chieda Lei prima di iniziare: posso annotare quello che mi dice?
visit-guidance = Spiegazione per Lei
visit-computed = Compilato dal modulo
visit-computed-empty = Il modulo lo compila più tardi.
visit-no-choices = Qui ora non ci sono risposte da scegliere. Vada avanti.
visit-unsupported = Questo portatile non può registrare questo: una foto, un suono, un filmato, un luogo o un codice. Se serve, lo scriva nella nota e vada avanti.
visit-uncomputed = Il modulo ha un errore qui: qualcosa non può essere calcolato. Può andare avanti. Lo dica al coordinatore.
visit-uncomputed-details = Per chi fa il modulo
visit-search-choices = Cerca una risposta
visit-search-hint = Scriva una parte della parola. Invio sceglie la prima risposta.
visit-search-none = Nessuna risposta trovata
visit-search-found =
    { $count ->
        [one] 1 risposta trovata
       *[other] { $count } risposte trovate
    }
visit-search-more =
    { $count ->
        [one] Ancora 1 risposta. Scriva per cercare.
       *[other] Ancora { $count } risposte. Scriva per cercare.
    }
visit-search-chosen = Scelto: { $answer }
visit-range-error = Scelga un numero da { $min } a { $max }, a passi di { $step }.
visit-moment-error = Scriva il giorno e l’ora, per esempio 24/11/2026 e 14:30.
visit-rank-hint = Metta in ordine. Trascini, o usi le frecce.
visit-rank-place = posto { $place } di { $total }
visit-rank-up = Su: { $name }
visit-rank-down = Giù: { $name }
visit-rank-open = Nessun ordine è ancora scelto.
visit-rank-confirm = Questo ordine va bene
visit-repeat-unnamed = Elemento
visit-repeat-none = Non è ancora stato aggiunto niente. Aggiunga, o vada avanti.
visit-repeat-more = Ne aggiunga un altro, o vada avanti.
visit-repeat-add = Aggiungi
visit-repeat-remove = Togli: { $name }

visit-during = Durante il colloquio
visit-interpreter-line = Interprete al telefono
visit-leaflet = Mostra opuscolo
visit-danger = Pericolo
visit-danger-noted = Pericolo annotato
visit-stops = La persona si ferma
visit-with = Insieme a
visit-with-nobody = Nessuno
visit-requests = Richieste in questo colloquio
visit-new-request = Nuova richiesta
visit-request-unnamed = Richiesta { $number }
visit-request-open = Non ancora confermata
visit-request-confirmed = Confermata
visit-note = Nota per questa domanda
visit-note-hint = Scriva solo il necessario. La persona può leggerlo.
visit-leaflet-offer = Qui c’è un opuscolo adatto.
visit-leaflet-offer-show = Guarda l’opuscolo
visit-leaflet-offer-skip = Non ora

visit-request-n = { $name } { $number }
visit-request-remove = Togli
visit-request-removed = Tolto: { $name }
visit-request-confirm = Conferma la richiesta
visit-request-confirm-title = Questa richiesta è pronta?
visit-request-confirm-text = Confermata vuol dire: parte appena c’è internet, anche se il colloquio continua.
visit-request-confirm-later = Non ancora
visit-request-confirm-done = Richiesta confermata

visit-check-title = Controllare le risposte
visit-check-lead = È tutto giusto? Può ancora modificare qualcosa.
visit-check-change = Modifica
visit-check-change-what = Modifica: { $question }
visit-check-empty = Ancora nessuna risposta
visit-check-refused = Non vuole rispondere
visit-check-later = Chiedi più tardi
visit-check-put-off = Rimandata
visit-check-note = Nota: { $note }
visit-check-missing-title =
    { $count ->
        [one] 1 domanda ha ancora bisogno di una risposta
       *[other] { $count } domande hanno ancora bisogno di una risposta
    }
visit-check-all-later = Chiedi tutte queste più tardi
visit-check-unconfirmed =
    { $count ->
        [one] 1 richiesta non è ancora confermata. Parte quando Lei conclude.
       *[other] { $count } richieste non sono ancora confermate. Partono quando Lei conclude.
    }
visit-finish = Concludi la visita
visit-finished = Visita { $address } salvata, { $time }

visit-stops-title = La persona si ferma
visit-stops-text = È sempre permesso. Ringrazi la persona. Che cosa vuole fare?
visit-stops-pause = Salva e continua più tardi
visit-stops-finish = Concludi con ciò che c’è
visit-stops-finish-hint = Le domande aperte diventano “chiedi più tardi”.
visit-stops-withdraw = La persona ritira il consenso
visit-stops-withdraw-hint = Restano solo l’ora, il tipo di visita e il numero di opuscoli. Le risposte non escono da questo portatile e spariscono.
visit-stops-discard = Elimina la visita
visit-discard-title = Eliminare la visita { $address }?
visit-discard-text =
    { $count ->
        [one] Perde 1 risposta. Può ripristinarla finché l’app è aperta.
       *[other] Perde { $count } risposte. Può ripristinarle finché l’app è aperta.
    }
visit-discard-keep = Tieni la visita
visit-discard = Elimina
visit-discarded = Visita { $address } eliminata

quick-title = Nota breve
quick-consent = Posso annotare quello che mi racconta?
quick-consent-hint = Lo chieda per prima cosa. Se è no, restano solo l’ora e il numero di opuscoli.
quick-consent-no = Senza consenso non annota altro.
quick-mood = Come sta?
quick-help = Vuole che facciamo qualcosa per Lei?
quick-help-kind = Di che cosa si tratta?
quick-leaflets = Opuscoli lasciati
quick-remarks = Poche parole
quick-come-back = Tornare il giorno
quick-save = Salva la nota
quick-later = Finisci più tardi
quick-full = Modulo completo
quick-saved = Nota { $address } salvata

danger-title = Pericolo
danger-lead = Prima si metta al sicuro. Poi chiami. Questo portatile non avvisa nessuno.
danger-numbers = Numeri. Segni chi ha chiamato.
danger-not-emergency = non è un numero d’emergenza
danger-why-not = Non ha chiamato nessuno? Perché no?
danger-note = Che cosa ha visto o sentito?
danger-note-hint = Solo Lei e chi è di turno lo leggono.
danger-close = Chiudi senza annotare
danger-save = Annota e resta
danger-leave = Via subito
danger-leave-hint = Chiude la visita come “via, non sicuro”.
danger-saved = Pericolo annotato
danger-left = Visita chiusa. Chiami quando è al sicuro.

key-choose = Scegli una risposta
key-refuse = Non vuole rispondere
key-refuse-everywhere = Non vuole rispondere, ovunque
key-later = Chiedi più tardi
key-next = Domanda successiva
key-next-in-text = Domanda successiva, anche dal testo
key-add-instance = Aggiungi
key-previous = Domanda precedente
key-show = Mostra alla persona
key-request = Nuova richiesta
key-leaflet = Mostra opuscolo
key-contrast = Contrasto più alto o normale
key-finish = Concludi la visita
key-resident-hold = Mentre la persona guarda: tenga premuto per 1 secondo Esc (indietro), H (richiesta) o F (opuscolo).
key-save = Salva
key-back = Indietro
