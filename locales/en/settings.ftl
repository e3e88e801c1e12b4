# Settings of this laptop.

settings-title = Settings
settings-lead = You see each change at once. It applies to this laptop.
settings-language = Language of the app
settings-theme = Screen
settings-theme-system = Same as the laptop
settings-theme-light = Light
settings-theme-dark = Dark
settings-contrast = Contrast
settings-contrast-system = Same as the laptop
settings-contrast-normal = Normal
settings-contrast-more = More contrast
settings-letters = Letters
settings-letters-100 = Normal
settings-letters-125 = Large
settings-letters-150 = Very large
settings-keys = Single letters and digits as keys
settings-keys-on = On
settings-keys-off = Off
settings-keys-hint = Handy at the door: 1 to 9 chooses an answer, 0 refuses. In text fields they do nothing.
settings-lock-minutes = Lock after this many minutes without a touch
settings-minutes =
    { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
settings-lock-minutes-hint = During a visit, with a leaflet and while reading aloud the app waits 20 minutes. When the laptop is closed, the app locks at once.
settings-passphrase = Change passphrase
settings-passphrase-present = Your present passphrase
settings-passphrase-changed = Your passphrase is changed. The old one no longer works.
settings-lock = Lock the app
settings-lock-hint = You then need your passphrase. Everything is saved.
settings-device = This laptop: { $device }
