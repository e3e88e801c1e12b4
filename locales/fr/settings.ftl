# Settings of this laptop.

settings-title = Paramètres
settings-lead = Vous voyez chaque modification tout de suite. Elle vaut pour cet ordinateur.
settings-language = Langue de l’application
settings-theme = Écran
settings-theme-system = Comme l’ordinateur
settings-theme-light = Clair
settings-theme-dark = Sombre
settings-contrast = Contraste
settings-contrast-system = Comme l’ordinateur
settings-contrast-normal = Normal
settings-contrast-more = Plus de contraste
settings-letters = Lettres
settings-letters-100 = Normales
settings-letters-125 = Grandes
settings-letters-150 = Très grandes
settings-keys = Lettres et chiffres seuls comme touches
settings-keys-on = Activés
settings-keys-off = Désactivés
settings-keys-hint = Pratique à la porte : 1 à 9 choisit une réponse, 0 note un refus. Dans les champs de texte, ces touches ne font rien.
settings-lock-minutes = Verrouiller après ce nombre de minutes sans activité
settings-minutes =
    { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
settings-lock-minutes-hint = Pendant une visite, avec un dépliant et pendant la lecture à voix haute, l’application attend 20 minutes. Si vous fermez l’ordinateur, elle se verrouille tout de suite.
settings-passphrase = Changer la phrase de passe
settings-passphrase-present = Votre phrase de passe actuelle
settings-passphrase-changed = Votre phrase de passe est changée. L’ancienne ne fonctionne plus.
settings-lock = Verrouiller
settings-lock-hint = Il vous faut ensuite votre phrase de passe. Tout est enregistré.
settings-device = Cet ordinateur : { $device }
