# What a resident reads, in their own language; and the strip for the worker, in the worker's.

resident-refuse = Ik wil niet antwoorden
resident-next = Volgende
resident-previous = Vorige
resident-language-button = Taal
resident-choose-more = U mag meer dan één antwoord kiezen.
resident-put-off = Deze vraag komt later.
resident-thanks = Dank u wel. Geef de laptop terug.
resident-not-saved = Wacht even.

resident-strip-back = Terug naar formulier
resident-strip-hold = Houd Esc of de knop 1 seconde vast
resident-strip-chosen = Nu gekozen: { $answer }
resident-strip-none = Nog niets gekozen
resident-strip-only = Alleen deze vraag is zichtbaar.
resident-strip-put-off = Gevoelige vraag, uitgesteld: een minderjarige vertaalt.
