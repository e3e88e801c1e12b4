# Opening the app: the first time, each day, and when it cannot.

unlock-other-languages = La stessa domanda in altre lingue
unlock-scene = Disegno: una casa doppia di minatori (cité). La porta del numero 14 è aperta, esce una luce calda.
unlock-hello = Buongiorno { $name }
unlock-hello-anyone = Buongiorno
unlock-lead = Scriva la Sua frase d’accesso per aprire l’app.
unlock-passphrase = Frase d’accesso
unlock-passphrase-hint = Quattro parole, con spazi in mezzo.
unlock-show = Mostra
unlock-hide = Nascondi
unlock-open = Apri la mia giornata
unlock-opening = L’app si apre
unlock-forgotten = Dimenticata?
unlock-forgotten-text = Nessuno può ritrovare la Sua frase d’accesso. Chiami il Suo amministratore. Riceve un nuovo codice per questo portatile. Ciò che non era ancora inviato va allora perso.
unlock-wait =
    { $seconds ->
        [one] Attenda ancora 1 secondo.
       *[other] Attenda ancora { $seconds } secondi.
    }
unlock-works-offline = Funziona anche senza internet.

blocked-already-open = L’app è già aperta
blocked-newer-database = Questa app è troppo vecchia
blocked-damaged-database = I dati sono danneggiati
blocked-other = L’app non si può aprire
blocked-what-is-safe = Ciò che ha già inviato è sul server e torna. Ciò che non era ancora inviato è solo su questo portatile, nei file danneggiati.
blocked-start-over-text = Può ricominciare con un nuovo codice. I file danneggiati restano su questo portatile, in una cartella con la data di oggi. Non cancelliamo niente.
blocked-start-over = Mettere da parte e ricominciare

enrol-title = Attivare questo portatile
enrol-lead = Lo fa una volta sola. Servono la Sua lettera e internet.
enrol-steps = Passi
enrol-step-server = Indirizzo
enrol-step-code = Codice
enrol-step-passphrase = Frase d’accesso
enrol-url = Indirizzo del server
enrol-url-hint = È nella Sua lettera. Per esempio https://bezoek.gemeente.be
enrol-check = Controlla l’indirizzo
enrol-checking = Cerco il server
enrol-found = Trovato: { $municipality }
enrol-code = Codice
enrol-code-hint = Quattro gruppi di quattro caratteri, nella Sua lettera. Li usa una volta sola.
enrol-device-name = Nome di questo portatile
enrol-device-hint = Per esempio Laptop 14. Così il Suo amministratore lo riconosce.
enrol-passphrase = Scelga una frase d’accesso
enrol-passphrase-hint = Almeno { $minimum } caratteri. Prenda quattro parole che non c’entrano tra loro. Non le scriva su questo portatile.
enrol-repeat = La scriva di nuovo
enrol-repeat-differs = Le due frasi non sono uguali. Le scriva di nuovo tutte e due.
enrol-next = Avanti
enrol-start = Attiva il portatile
enrol-busy = Si scarica il Suo elenco
enrol-busy-text = Lasci aperto il portatile. Di solito dura meno di un minuto.
enrol-remaining =
    { $count ->
        [one] Ancora 1 elemento
       *[other] Ancora { $count } elementi
    }
strength-too-short = ancora troppo corta
strength-common = troppo nota
strength-fair = discreta
strength-good = buona
strength-label = Sicurezza: { $strength }
