# Opening the app: the first time, each day, and when it cannot.

unlock-other-languages = Dezelfde vraag in andere talen
unlock-scene = Tekening: een dubbel cité-huis. De deur van nummer 14 staat open, er valt warm licht naar buiten.
unlock-hello = Dag { $name }
unlock-hello-anyone = Dag
unlock-lead = Typ uw wachtwoordzin om de app te openen.
unlock-passphrase = Wachtwoordzin
unlock-passphrase-hint = Vier woorden, met spaties ertussen.
unlock-show = Tonen
unlock-hide = Verbergen
unlock-open = Mijn dag openen
unlock-opening = De app gaat open
unlock-forgotten = Vergeten?
unlock-forgotten-text = Niemand kan uw wachtwoordzin opzoeken. Bel uw beheerder. U krijgt een nieuwe code voor deze laptop. Wat nog niet verstuurd was, gaat dan verloren.
unlock-wait =
    { $seconds ->
        [one] Wacht nog 1 seconde.
       *[other] Wacht nog { $seconds } seconden.
    }
unlock-works-offline = Dit werkt ook zonder internet.

blocked-already-open = De app is al open
blocked-newer-database = Deze app is te oud
blocked-damaged-database = De gegevens zijn beschadigd
blocked-other = De app kan niet openen
blocked-what-is-safe = Wat u al verstuurd hebt, staat op de server en komt terug. Wat nog niet verstuurd was, staat alleen op deze laptop, in de beschadigde bestanden.
blocked-start-over-text = U kunt opnieuw beginnen met een nieuwe code. De beschadigde bestanden blijven op deze laptop, in een map met de datum van vandaag. We wissen niets.
blocked-start-over = Apart zetten en opnieuw beginnen

enrol-title = Deze laptop in gebruik nemen
enrol-lead = U doet dit één keer. U hebt uw brief en internet nodig.
enrol-steps = Stappen
enrol-step-server = Adres
enrol-step-code = Code
enrol-step-passphrase = Wachtwoordzin
enrol-url = Adres van de server
enrol-url-hint = Staat op uw brief. Bijvoorbeeld https://bezoek.gemeente.be
enrol-check = Adres nakijken
enrol-checking = Zoekt de server
enrol-found = Gevonden: { $municipality }
enrol-code = Code
enrol-code-hint = Vier groepjes van vier tekens, op uw brief. U gebruikt ze één keer.
enrol-device-name = Naam van deze laptop
enrol-device-hint = Bijvoorbeeld Laptop 14. Zo herkent uw beheerder ze.
enrol-passphrase = Kies een wachtwoordzin
enrol-passphrase-hint = Minstens { $minimum } tekens. Neem vier woorden die niet bij elkaar horen. Schrijf ze niet op deze laptop.
enrol-repeat = Typ ze nog eens
enrol-repeat-differs = De twee zinnen zijn niet gelijk. Typ ze allebei opnieuw.
enrol-next = Volgende
enrol-start = Laptop in gebruik nemen
enrol-busy = Uw lijst wordt opgehaald
enrol-busy-text = Laat de laptop open. Dit duurt meestal minder dan een minuut.
enrol-remaining =
    { $count ->
        [one] Nog 1 stuk
       *[other] Nog { $count } stuks
    }
strength-too-short = nog te kort
strength-common = te bekend
strength-fair = redelijk
strength-good = goed
strength-label = Sterkte: { $strength }
