# Lists for a day, addresses from a file, and the notes of danger.

rounds-parts = Que voulez-vous faire
rounds-part-lists = Listes du jour
rounds-part-new = Créer une liste
rounds-part-import = Importer des adresses
rounds-day = Jour
rounds-for = pour { $name }
rounds-addresses =
    { $count ->
        [one] { $count } adresse
       *[other] { $count } adresses
    }
rounds-empty = Pas de liste pour ce jour
rounds-empty-text = Créez une liste et attribuez-la. Le visiteur la voit dans Aujourd’hui.
rounds-change = Modifier la liste
rounds-change-end = Terminé
rounds-change-text = Choisissez une adresse pour l’enlever de la liste. Qui avait la liste ne voit plus l’adresse dans Aujourd’hui.
rounds-remove = Enlever { $address } de la liste
rounds-removed = { $address } n’est plus sur la liste.
rounds-withdraw = Retirer la liste
rounds-withdrawn = Liste retirée : { $name }

## A new list
rounds-name = Nom de la liste
rounds-name-hint = Par exemple : Vennestraat, numéros pairs
rounds-assignee = Qui fait les visites
rounds-me = { $name } (vous)
rounds-neighbourhood = Quartier
rounds-picked =
    { $count ->
        [0] Encore aucune adresse choisie
        [one] { $count } adresse choisie
       *[other] { $count } adresses choisies
    }
rounds-make = Créer une liste
rounds-made = Liste créée : { $name }, nombre d’adresses : { $count }
rounds-filter = Chercher une rue ou un nom
rounds-total =
    { $count ->
        [one] { $count } adresse trouvée
       *[other] { $count } adresses trouvées
    }
rounds-street-on = Choisir tout { $street }
rounds-street-off = Ne plus choisir { $street }
rounds-choose-first = Choisissez d’abord un quartier
rounds-choose-first-text = Ensuite, vous voyez les adresses par rue.
rounds-none = Aucune adresse trouvée
rounds-none-text = Cherchez autre chose, ou importez d’abord des adresses.
rounds-lacks-day = Choisissez un jour.
rounds-lacks-name = Donnez un nom à la liste.
rounds-lacks-neighbourhood = Choisissez un quartier.
rounds-lacks-assignee = Choisissez qui fait les visites.
rounds-lacks-households = Choisissez au moins 1 adresse.

## Import: the first row must be in Dutch, as written here
rounds-file = Choisir un fichier d’adresses
rounds-file-hint = Un fichier CSV, par exemple d’Excel.
rounds-paste = Ou collez les adresses ici
rounds-paste-hint = Première ligne : straat, nummer, bus, wijk
rounds-import-header = Il manque dans la première ligne : { $columns }. Écrivez par exemple : straat,nummer,bus,wijk
rounds-look = Vérifier les adresses
rounds-preview = Voici ce qui va se passer
rounds-import-new =
    { $count ->
        [one] { $count } nouvelle adresse
       *[other] { $count } nouvelles adresses
    }
rounds-import-known =
    { $count ->
        [one] { $count } déjà connue
       *[other] { $count } déjà connues
    }
rounds-import-problems =
    { $count ->
        [0] Pas de problème
        [one] { $count } problème
       *[other] { $count } problèmes
    }
rounds-import-problem-missing-field = Ceci est vide.
rounds-import-problem-invalid-number = Ce numéro de maison n’est pas correct. Écrivez par exemple 112 ou 112A.
rounds-import-problem-unknown-neighbourhood = Nous ne connaissons pas ce quartier.
rounds-import-skipped = Nous passons les lignes avec un problème. Vous pouvez les corriger et les importer à nouveau.
rounds-first-rows = Les premières lignes
rounds-row = Ligne
rounds-column = Colonne
rounds-problem = Problème
rounds-column-street = rue (straat)
rounds-column-number = numéro (nummer)
rounds-column-box = boîte (bus)
rounds-column-neighbourhood = quartier (wijk)
rounds-import =
    { $count ->
        [one] Importer { $count } adresse
       *[other] Importer { $count } adresses
    }
rounds-imported =
    { $count ->
        [one] { $count } adresse importée
       *[other] { $count } adresses importées
    }

## Danger, for whoever is on duty
duty-lead = Seuls l’auteur de la note et le service de garde voient ceci.
duty-by = Noté par { $name }, { $when }.
duty-called = Appelé : { $numbers }
duty-not-called = Personne n’a été appelé.
duty-because = Raison : { $reason }
duty-empty = Pas de danger noté
duty-empty-text = Un collègue note un danger ? Il s’affiche ici dès qu’il est arrivé.
