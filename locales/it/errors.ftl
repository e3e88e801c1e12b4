# One message for each code of the core: what happened, what is safe, what to do.

error-internal = Qualcosa è andato storto nell’app. Ciò che era salvato non è perso. Riprovi. Succede ancora? Chiami l’assistenza.
error-bad-input = L’app non capisce questo dato. Ciò che era salvato non è perso. Chiuda l’app e la riapra.
error-locked = L’app è bloccata. Tutto è salvato. Scriva la Sua frase d’accesso.
error-already-open = L’app è già aperta in un’altra finestra. Continui lì, o prima chiuda quella finestra.
error-wrong-passphrase = Questa frase d’accesso non è giusta. Controlli maiuscole e spazi.
error-wait-before-retry =
    { $seconds ->
        [one] Attenda un momento. Riprovi tra 1 secondo.
       *[other] Attenda un momento. Riprovi tra { $seconds } secondi.
    }
error-passphrase-too-short = Questa frase d’accesso è troppo corta. Prenda quattro parole, per esempio di oggetti della Sua cucina.
error-passphrase-too-common = Questa frase d’accesso è troppo nota. Prenda quattro parole che non c’entrano tra loro.
error-wrong-code = Questo codice non è giusto. Lo scriva di nuovo, come nella Sua lettera.
error-used-code = Questo codice è già stato usato. Chieda un nuovo codice al Suo amministratore.
error-expired-code = Questo codice è troppo vecchio. Chieda un nuovo codice al Suo amministratore.
error-unreachable = Nessuno risponde a questo indirizzo. Controlli internet e l’indirizzo.
error-wrong-server = A questo indirizzo c’è un’altra applicazione. Controlli l’indirizzo nella Sua lettera.
error-insecure-address = Questo indirizzo non è protetto. Deve iniziare con https://
error-app-too-old = Questa app è troppo vecchia per inviare. Tutto resta su questo portatile. Chieda la nuova app al Suo amministratore.
error-server-too-old = Il server è più vecchio di questa app. Tutto resta su questo portatile. Avvisi il Suo amministratore.
error-revoked = Questo portatile non può più collegarsi. Tutto resta su questo portatile. Chiami il Suo coordinatore. Con un nuovo codice può registrarlo di nuovo.
error-cloned = È in uso una copia di questo portatile. Non si perde nulla. Chieda un nuovo codice all’amministratore e registri di nuovo questo portatile.
error-other-user = Questo codice è per un’altra persona. Chieda all’amministratore un codice a Suo nome.
error-too-many-requests = Il server è molto occupato. Tutto resta su questo portatile. L’app riprova tra poco.
error-newer-database = Un’app più nuova ha creato questi dati. Non sono stati toccati. Chieda la nuova app al Suo amministratore.
error-damaged-database = I dati su questo portatile sono danneggiati. Niente è stato cancellato. Ciò che era inviato è sul server. Chiami l’assistenza.
error-disk-full = Non si riesce a salvare: il disco è pieno. Il Suo testo resta sullo schermo. Faccia spazio o chiami l’assistenza. Non chiuda l’app.
error-disk-error = Non si riesce a salvare: il disco non risponde. Il Suo testo resta sullo schermo. Chiami l’assistenza. Non chiuda l’app.
error-not-found = Questo non è più su questo portatile. Forse è stato spostato. Lo cerchi di nuovo.
error-forbidden = Lei non può vedere o modificare questo. Chieda al Suo coordinatore.
error-visit-incomplete = Ci sono ancora domande senza risposta. Può anche rifiutarle o chiederle più tardi.
error-form-unreadable = Il modulo non si può leggere. I Suoi dati sono salvati. Faccia una nota breve e avvisi il Suo coordinatore.
error-form-has-errors = Questo modulo ha ancora errori. Prima li corregga nel file.
error-form-without-version = Questo modulo non ha versione. Compili version nel foglio settings, per esempio 2026112401.
error-form-version-taken = Questa versione esiste già, o ce n’è una più alta. Aumenti version nel foglio settings.
error-form-too-large = Questo modulo è troppo grande, con le sue tabelle. Può essere al massimo { $max } MB.
error-not-a-form = Questo non è un modulo. Scelga un file che finisce con .xlsx o .xls.
error-missing-field = Questo campo è ancora vuoto. Lo compili.
error-text-too-long = Questo testo è troppo lungo. Lo faccia più corto di { $max } caratteri.
error-invalid-number = Questo non è un numero. Scriva per esempio 4.
error-invalid-time = Quest’ora non è corretta. Scriva per esempio 9.30.
error-invalid-year = Questo anno non è giusto. Scriva per esempio 1948.
error-invalid-date = Questa data non è giusta. Scriva per esempio 24/11/2026.
error-not-allowed-now = Questo passo ora non è possibile. Forse qualcun altro ha già fatto qualcosa. Prima guardi che cosa c’è scritto.
error-reason-needed = Prima scriva perché. Bastano poche parole.
