# Settings of this laptop.

settings-title = Impostazioni
settings-lead = Vede subito ogni modifica. Vale per questo portatile.
settings-language = Lingua dell’app
settings-theme = Schermo
settings-theme-system = Come il portatile
settings-theme-light = Chiaro
settings-theme-dark = Scuro
settings-contrast = Contrasto
settings-contrast-system = Come il portatile
settings-contrast-normal = Normale
settings-contrast-more = Più contrasto
settings-letters = Lettere
settings-letters-100 = Normali
settings-letters-125 = Grandi
settings-letters-150 = Molto grandi
settings-keys = Lettere e cifre singole come tasti
settings-keys-on = Sì
settings-keys-off = No
settings-keys-hint = Comodo alla porta: da 1 a 9 sceglie una risposta, 0 rifiuta. Nei campi di testo non fanno niente.
settings-lock-minutes = Blocca dopo questo numero di minuti senza attività
settings-minutes =
    { $minutes ->
        [one] 1 minuto
       *[other] { $minutes } minuti
    }
settings-lock-minutes-hint = Durante una visita, con un opuscolo e durante la lettura ad alta voce l’app aspetta 20 minuti. Se chiude il portatile, l’app si blocca subito.
settings-passphrase = Cambia frase d’accesso
settings-passphrase-present = La Sua frase d’accesso attuale
settings-passphrase-changed = La Sua frase d’accesso è cambiata. Quella vecchia non funziona più.
settings-lock = Blocca l’app
settings-lock-hint = Poi serve la Sua frase d’accesso. Tutto è salvato.
settings-device = Questo portatile: { $device }
