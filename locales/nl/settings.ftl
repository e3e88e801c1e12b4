# Settings of this laptop.

settings-title = Instellingen
settings-lead = U ziet elke wijziging meteen. Ze geldt voor deze laptop.
settings-language = Taal van de app
settings-theme = Scherm
settings-theme-system = Zoals de laptop
settings-theme-light = Licht
settings-theme-dark = Donker
settings-contrast = Contrast
settings-contrast-system = Zoals de laptop
settings-contrast-normal = Gewoon
settings-contrast-more = Meer contrast
settings-letters = Letters
settings-letters-100 = Gewoon
settings-letters-125 = Groot
settings-letters-150 = Heel groot
settings-keys = Losse letters en cijfers als toets
settings-keys-on = Aan
settings-keys-off = Uit
settings-keys-hint = Handig aan de deur: 1 tot 9 kiest een antwoord, 0 weigert. In tekstvelden doen ze niets.
settings-lock-minutes = Op slot na zoveel minuten zonder aanraking
settings-minutes =
    { $minutes ->
        [one] 1 minuut
       *[other] { $minutes } minuten
    }
settings-lock-minutes-hint = Tijdens een bezoek, bij een folder en bij het voorlezen wacht de app 20 minuten. Gaat de laptop dicht, dan gaat de app meteen op slot.
settings-passphrase = Wachtwoordzin wijzigen
settings-passphrase-present = Uw wachtwoordzin van nu
settings-passphrase-changed = Uw wachtwoordzin is gewijzigd. De oude werkt niet meer.
settings-lock = App op slot doen
settings-lock-hint = U hebt dan uw wachtwoordzin nodig. Alles is bewaard.
settings-device = Deze laptop: { $device }
