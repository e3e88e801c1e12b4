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
settings-lock = App op slot doen
settings-lock-hint = U hebt dan uw wachtwoordzin nodig. Alles is bewaard.
settings-device = Deze laptop: { $device }
