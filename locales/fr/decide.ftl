# What the office decides: values that two people wrote, changes that were set aside, addresses added twice.

decide-parts = Ce qui attend une décision
decide-part-choices = Qu’est-ce qui est correct ?, { $count }
decide-part-set-aside = À vérifier, { $count }
decide-part-doubles = Peut-être en double, { $count }
decide-empty-choices = Il n’y a rien à choisir
decide-empty-set-aside = Il n’y a rien à vérifier
decide-empty-doubles = Aucune adresse ne semble en double
decide-empty-text = Quand quelque chose attend, vous le voyez ici et dans le menu.
decide-key-next = Suivant
decide-key-previous = Précédent
decide-key-first = La première adresse reste
decide-key-second = La deuxième adresse reste

## A change that was set aside
decide-deed-create = a ajouté ceci
decide-deed-set = a modifié ceci
decide-deed-delete = a supprimé ceci
decide-because-forbidden = En vérification parce que ce collègue ne peut pas modifier ceci. Son rôle ou son quartier a peut-être changé.
decide-because-unknown-record = En vérification parce que ceci appartient à quelque chose que le serveur ne connaît pas.
decide-because-deleted = En vérification parce que quelqu’un l’a supprimé entre-temps.
decide-because-erased = En vérification parce que ceci est effacé pour toujours. Le serveur ne garde pas ce qui était écrit.
decide-because-content-differs = En vérification parce que la même modification est déjà arrivée, avec un autre contenu.
decide-because-invalid = En vérification parce qu’il manque quelque chose ou que quelque chose n’est pas correct.
decide-because-append-only = En vérification parce que ceci ne peut plus changer après l’envoi.
decide-blocked-author-only = Vous ne voyez pas ce qui est écrit, ou vous ne pouvez pas le garder vous-même. Demandez à la personne qui l’a écrit de l’envoyer à nouveau, sous Envois.
decide-blocked-erased = Ceci ne peut plus être gardé. Dites pourquoi.
decide-blocked-fixed = Ceci ne peut plus changer. La première version reste. Dites pourquoi.
decide-blocked-deleted = Ceci est supprimé et ne revient pas. Dites pourquoi.
decide-blocked-missing = Ceci appartient à quelque chose qui n’est pas encore ici. Vérifiez cela d’abord.
decide-blocked-invalid = Modifiez d’abord ce qui n’est pas correct. Choisissez aussi un de vos quartiers.
decide-blocked-unchangeable = Ici, quelque chose n’est pas correct, et vous ne pouvez pas le modifier. Dites pourquoi. On pourra alors l’écrire à nouveau.
decide-stands = maintenant : { $value }
decide-accept = Accepter
decide-edit = Modifier
decide-reject = Ne pas accepter
decide-edit-title = Modifier ce que { $name } a écrit
decide-edit-save = Garder ainsi
decide-reject-title = Ne pas accepter ce que { $name } a écrit
decide-reason = Pourquoi ? { $name } lit ceci.
decide-reason-missing = Écrivez pourquoi en quelques mots.
decide-accepted = { $what } de { $name } : accepté
decide-rejected = { $what } de { $name } : non accepté

## What came of it
decide-decided = Ce qui est vérifié
decide-said-accepted = Accepté par { $name }, { $when }
decide-said-edited = Accepté par { $name } avec d’autres valeurs, { $when }
decide-said-rejected = Non accepté par { $name }, { $when }
decide-why = Raison : { $reason }
decide-written = Ce qui était écrit
decide-accept-after-all = Accepter quand même

## Addresses that look the same
decide-double-title = Est-ce que ce sont les mêmes personnes ? { $address }
decide-double-text = Tout ce qui est noté des deux côtés va avec l’adresse qui reste. Rien n’est perdu, et vous pouvez revenir en arrière.
decide-attempts =
    { $count ->
        [one] 1 tentative
       *[other] { $count } tentatives
    }
decide-people =
    { $count ->
        [one] 1 personne
       *[other] { $count } personnes
    }
decide-stays = Cette adresse reste
decide-apart = Deux adresses
decide-apart-said = Cela reste deux adresses
decide-merged = Réunies
decide-merged-line = { $alias } va avec { $stays }, { $address }
decide-merged-said = Réunies : { $address }
decide-lift = Finalement deux adresses
decide-lifted = Ce sont de nouveau deux adresses
