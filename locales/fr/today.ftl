# Today's list, the card of one address, adding what was not on the list.

today-summary =
    { $count ->
        [one] { $where }, { $count } adresse
       *[other] { $where }, { $count } adresses
    }
today-counts = { $visited } visités, { $away } pas à la maison, { $togo } à visiter
today-counts-skipped =
    { $count ->
        [one] { $count } ne veut pas de visite ou n’est plus là
       *[other] { $count } ne veulent pas de visite ou ne sont plus là
    }
today-street-count =
    { $count ->
        [one] { $count } adresse
       *[other] { $count } adresses
    }
today-unfinished = Encore à terminer
today-search = Chercher un nom ou une adresse
today-search-results =
    { $count ->
        [0] Rien trouvé
        [one] { $count } trouvé
       *[other] { $count } trouvés
    }
today-search-none = Rien trouvé pour « { $text } »
today-search-none-text = Vérifiez l’orthographe. L’adresse n’est pas dans la liste ? Ajoutez-la.
today-search-clear = Effacer la recherche
today-add = Ajouter une adresse
today-empty = Pas d’adresses pour aujourd’hui
today-empty-text = Votre coordinateur fait la liste. Dès qu’il y a internet, elle arrive ici. Vous pouvez aussi ajouter une adresse vous-même.

today-row-draft = Visite commencée, pas encore terminée
today-row-visited = Visité : { $when }
today-row-not-home =
    { $count ->
        [0] Pas à la maison
        [one] Pas à la maison
        [2] Pas à la maison, deuxième fois
       *[other] { $count } fois pas à la maison
    }
today-row-no-visit-until = Ne veut pas de visite jusqu’au { $date }
today-row-last = Dernière fois, { $when } : { $outcome }
today-row-new = Pas encore de données
today-state-draft = Pas terminé

today-start = Démarrer la visite
today-continue = Continuer la visite
today-phone = Appeler
today-quick-note = Note courte
today-open-household = Tout sur cette adresse
today-danger = Danger
today-outcomes = Pas d’entretien ? Choisissez ce qui s’est passé.
today-outcome-minor-short = Mineur seul
today-since-last = Depuis la dernière fois
today-last-visit = { $when }, { $name } : { $outcome }
today-last-with = { $when }, { $name } et { $with } : { $outcome }
today-last-none = Personne de notre équipe n’est encore venu ici.
today-promised = Promis : { $text }
today-come-back = Revenir le { $date }
today-help-days =
    { $days ->
        [0] dernière étape aujourd’hui
        [one] dernière étape il y a { $days } jour
       *[other] dernière étape il y a { $days } jours
    }
today-help-ask = Demandez si cela s’est fait.
today-choice = Deux réponses sont différentes. Choisissez la bonne dans Envois.
today-no-visit-said = Dit par : { $who }
today-done-outcome = { $address } : { $outcome }
today-undone = Action annulée

today-refused-title = Ne veut pas de visite
today-refused-who = Qui l’a dit ?
today-refused-who-hint = Par exemple : madame elle-même, le fils
today-refused-until = Jusqu’à quand ?
today-refused-until-hint = Vide veut dire : pour toujours. Chacun peut toujours changer d’avis.
today-refused-save = Noter

household-add-title = Ajouter une adresse
household-edit-title = Modifier l’adresse
household-neighbourhood = Quartier
household-street = Rue
household-number = Numéro de maison
household-number-hint = Avec la boîte, par exemple 112 boîte 3
household-name = Nom du ménage
household-name-hint = Quelqu’un ne veut pas donner son nom ? Laissez vide.
household-people-label = Nombre de personnes
household-languages = Langues
household-note = Note pour qui vient la prochaine fois
household-note-hint = Écrivez seulement le nécessaire. La personne peut lire ceci.
household-save = Enregistrer l’adresse
household-doubles-title = Nous connaissons peut-être déjà cette adresse
household-doubles-text = Regardez si c’est une de celles-ci. Plusieurs ménages peuvent habiter à une adresse.
household-doubles-this = C’est celle-ci
household-doubles-add = Non, ajouter quand même
household-also = Aussi ajoutée comme { $name }, { $address }
household-set-aside = Une modification de cette adresse est en vérification. Elle est arrivée et conservée.
household-saved = { $address } : enregistré

resident-add = Ajouter un habitant
resident-edit = Modifier { $name }
resident-name = Nom
resident-birth-year = Année de naissance
resident-phone = Téléphone
resident-language = Langue
resident-save = Enregistrer l’habitant
resident-saved = Habitant enregistré
resident-born = année de naissance : { $year }

household-residents = Habitants
household-residents-none = Encore personne de noté. Cela peut rester ainsi.
household-attempts = Visites et appels
household-attempts-none = Encore ni visite ni appel.
household-leaflets = Dépliants
household-leaflets-none = Encore aucun dépliant donné.
household-leaflet-line = { $title }, { $language }, { $how }, { $when }
leaflet-use-shown = montré
leaflet-use-left = laissé
leaflet-use-read-aloud = lu à voix haute
household-edit = Modifier l’adresse
household-new-help = Nouvelle demande d’aide
household-give-leaflet = Donner un dépliant
household-attempt-line = { $outcome }, { $channel }
household-attempt-by = { $name }, { $when }
household-attempt-by-two = { $name } et { $with }, { $when }
household-attempt-leaflets =
    { $count ->
        [one] { $count } dépliant
       *[other] { $count } dépliants
    }
household-open-visit = Voir la visite
household-move = Déplacer
household-move-title = Déplacer cette visite vers une autre adresse
household-move-text = Les réponses, dépliants et demandes d’aide suivent. Cherchez la bonne adresse.
household-move-here = Déplacer ici
household-moved = Déplacé vers { $address }

key-start = Démarrer ou continuer la visite
key-up = Adresse précédente
key-down = Adresse suivante
key-quick-note = Note courte
key-household = Tout sur cette adresse
key-phone = Appeler
key-add = Ajouter une adresse
key-danger = Danger
