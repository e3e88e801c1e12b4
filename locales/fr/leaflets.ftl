# Leaflets: the list, one beside the Dutch, one for the resident.

leaflets-title = Dépliants
leaflets-list = Tous les dépliants
leaflets-language = Langue de la personne
leaflets-untranslated = Pas encore traduit. Vous voyez le néerlandais.
leaflets-outdated = Cette traduction est plus ancienne que le néerlandais. Vérifiez les chiffres.
leaflets-checked = Vérifié par { $name } le { $date }
leaflets-unchecked = Cette traduction n’est pas encore vérifiée
leaflets-version = version { $version }
leaflets-expires = valable jusqu’au { $date }
leaflets-expired = expiré le { $date }
leaflets-dutch = Néerlandais
leaflets-show = Montrer à la personne
leaflets-mark-shown = Montré
leaflets-mark-left = Laissé
leaflets-marked-shown = Montré : { $title }
leaflets-marked-left = Laissé : { $title }
leaflets-for = Sera noté pour { $address }
leaflets-for-nobody = Pour noter que vous avez donné un dépliant, choisissez d’abord une adresse dans Aujourd’hui.
leaflets-back-to-visit = Retour à la visite
leaflets-strip = { $title }. La personne voit seulement ce dépliant.
key-mark-shown = Dépliant montré
key-mark-left = Dépliant laissé
