# What a resident reads, in their own language; and the strip for the worker, in the worker's.

resident-refuse = Je ne veux pas répondre
resident-next = Suivant
resident-previous = Précédent
resident-language-button = Langue
resident-choose-more = Vous pouvez choisir plus d’une réponse.
resident-put-off = Cette question viendra plus tard.
resident-thanks = Merci. Rendez l’ordinateur, s’il vous plaît.
resident-not-saved = Attendez un instant.

resident-strip-back = Retour au formulaire
resident-strip-hold = Gardez Esc ou le bouton enfoncé 1 seconde
resident-strip-chosen = Choix actuel : { $answer }
resident-strip-none = Rien de choisi pour l’instant
resident-strip-only = Seule cette question est visible.
resident-strip-put-off = Question sensible, reportée : un mineur traduit.
