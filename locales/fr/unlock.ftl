# Opening the app: the first time, each day, and when it cannot.

unlock-other-languages = La même question dans d’autres langues
unlock-scene = Dessin : deux maisons de cité jumelées. La porte du numéro 14 est ouverte, une lumière chaude en sort.
unlock-hello = Bonjour { $name }
unlock-hello-anyone = Bonjour
unlock-lead = Tapez votre phrase de passe pour ouvrir l’application.
unlock-passphrase = Phrase de passe
unlock-passphrase-hint = Quatre mots, séparés par des espaces.
unlock-show = Montrer
unlock-hide = Cacher
unlock-open = Ouvrir ma journée
unlock-opening = L’application s’ouvre
unlock-forgotten = Oubliée ?
unlock-forgotten-text = Personne ne peut retrouver votre phrase de passe. Appelez votre administrateur. Vous recevez un nouveau code pour cet ordinateur. Ce qui n’était pas encore envoyé est alors perdu.
unlock-wait =
    { $seconds ->
        [one] Attendez encore { $seconds } seconde.
       *[other] Attendez encore { $seconds } secondes.
    }
unlock-works-offline = Ceci marche aussi sans internet.

blocked-already-open = L’application est déjà ouverte
blocked-newer-database = Cette application est trop ancienne
blocked-damaged-database = Les données sont abîmées
blocked-other = L’application ne peut pas s’ouvrir
blocked-what-is-safe = Ce que vous avez envoyé est sur le serveur et revient. Ce qui n’était pas encore envoyé est seulement sur cet ordinateur, dans les fichiers abîmés.
blocked-start-over-text = Vous pouvez recommencer avec un nouveau code. Les fichiers abîmés restent sur cet ordinateur, dans un dossier avec la date d’aujourd’hui. Nous n’effaçons rien.
blocked-start-over = Mettre à part et recommencer

enrol-title = Mettre cet ordinateur en service
enrol-lead = Vous faites ceci une seule fois. Il vous faut votre lettre et internet.
enrol-steps = Étapes
enrol-step-server = Adresse
enrol-step-code = Code
enrol-step-passphrase = Phrase de passe
enrol-url = Adresse du serveur
enrol-url-hint = Elle est sur votre lettre. Par exemple https://bezoek.gemeente.be
enrol-check = Vérifier l’adresse
enrol-checking = Recherche du serveur
enrol-found = Trouvé : { $municipality }
enrol-code = Code
enrol-code-hint = Quatre groupes de quatre signes, sur votre lettre. Le code sert une seule fois.
enrol-device-name = Nom de cet ordinateur
enrol-device-hint = Par exemple Laptop 14. Votre administrateur le reconnaît ainsi.
enrol-passphrase = Choisissez une phrase de passe
enrol-passphrase-hint = Au moins { $minimum } caractères. Prenez quatre mots qui ne vont pas ensemble. Ne les écrivez pas sur cet ordinateur.
enrol-repeat = Tapez-la encore une fois
enrol-repeat-differs = Les deux phrases ne sont pas les mêmes. Tapez-les à nouveau toutes les deux.
enrol-next = Suivant
enrol-start = Mettre en service
enrol-busy = Votre liste arrive
enrol-busy-text = Laissez l’ordinateur ouvert. Cela prend en général moins d’une minute.
enrol-remaining =
    { $count ->
        [one] Encore { $count } élément
       *[other] Encore { $count } éléments
    }
strength-too-short = encore trop courte
strength-common = trop connue
strength-fair = moyenne
strength-good = bonne
strength-label = Solidité : { $strength }
