# A visit while it is written: the form, the check page, the quick note, danger.

visit-back = Aujourd’hui
visit-saved = Enregistré sur cet ordinateur
visit-saved-at = à { $time }
visit-not-saved = Pas encore enregistré
visit-not-saved-retry = L’application réessaie d’elle-même.
visit-offline = Pas d’internet
visit-offline-later = s’envoie plus tard tout seul
visit-pause = Faire une pause
visit-paused = Visite enregistrée. Vous la trouvez dans « Encore à terminer ».
visit-sections = Parties de l’entretien
visit-section-todo = à faire
visit-section-current = en cours
visit-section-done = fait
visit-section-count = { $done }/{ $total }
visit-question-of = { $section }, question { $number } sur { $total }
visit-you-ask = Vous demandez
visit-resident-reads = La personne lit : { $language }
visit-choose-more = Vous pouvez choisir plus d’une réponse
visit-note-only = Il n’y a rien à choisir ici.
visit-acknowledge = Lu
visit-refuse = Ne veut pas répondre
visit-later = Demander plus tard
visit-date-hint = Jour, mois et année, par exemple 24/11/2026
visit-time-hint = Heure et minutes, par exemple 14.30
visit-tomorrow = Demain
visit-in-a-week = Dans une semaine
visit-in-two-weeks = Dans deux semaines
visit-less = Moins 1
visit-more = Plus 1
visit-previous = Précédente
visit-next = Question suivante
visit-to-check = Vérifier les réponses
visit-show = Montrer à la personne
visit-required = Il faut une réponse ici. Un refus ou « demander plus tard » est possible aussi.
visit-constraint = Cette réponse ne va pas avec la question.
visit-type = Cette réponse est illisible.
visit-put-off = Reportée : un mineur traduit
visit-put-off-text = Cette question est sensible. Posez-la plus tard, avec un interprète adulte.
visit-interpreter-minor = Un mineur traduit. Les questions sensibles attendent. Appelez plutôt l’interprète par téléphone.

visit-section-n = Partie { $number }
visit-instance = { $name } { $number } sur { $total }
visit-no-consent = Ce formulaire ne demande pas l’accord. Demandez-le vous-même avant de commencer : puis-je noter ce que vous dites ?
visit-guidance = Explication pour vous
visit-computed = Rempli par le formulaire
visit-computed-empty = Le formulaire remplit ceci plus tard.
visit-no-choices = Il n’y a pas de réponse à choisir ici pour le moment. Continuez.
visit-unsupported = Cet ordinateur ne peut pas enregistrer ceci : une photo, un son, un film, un lieu ou un code. Au besoin, écrivez-le dans la note, puis continuez.
visit-uncomputed = Le formulaire a une erreur ici : quelque chose ne peut pas être calculé. Vous pouvez continuer. Dites-le au coordinateur.
visit-uncomputed-details = Pour la personne qui fait le formulaire
visit-search-choices = Chercher une réponse
visit-search-hint = Tapez une partie du mot. Enter choisit la première réponse.
visit-search-none = Aucune réponse trouvée
visit-search-found =
    { $count ->
        [one] { $count } réponse trouvée
       *[other] { $count } réponses trouvées
    }
visit-search-more =
    { $count ->
        [one] Encore { $count } réponse. Tapez pour chercher.
       *[other] Encore { $count } réponses. Tapez pour chercher.
    }
visit-search-chosen = Choisi : { $answer }
visit-range-error = Choisissez un nombre de { $min } à { $max }, par pas de { $step }.
visit-moment-error = Remplissez le jour et l’heure, par exemple 24/11/2026 et 14h30.
visit-rank-hint = Mettez dans l’ordre. Glissez, ou utilisez les flèches.
visit-rank-place = place { $place } sur { $total }
visit-rank-up = Monter : { $name }
visit-rank-down = Descendre : { $name }
visit-rank-open = Aucun ordre n’est encore choisi.
visit-rank-confirm = Cet ordre est bon
visit-repeat-unnamed = Élément
visit-repeat-none = Rien n’est encore ajouté. Ajoutez, ou continuez.
visit-repeat-more = Ajoutez-en un autre, ou continuez.
visit-repeat-add = Ajouter
visit-repeat-remove = Retirer : { $name }

visit-during = Pendant l’entretien
visit-interpreter-line = Interprète par téléphone
visit-leaflet = Montrer un dépliant
visit-danger = Danger
visit-danger-noted = Danger noté
visit-stops = La personne arrête
visit-with = Avec
visit-with-nobody = Personne
visit-requests = Demandes d’aide dans cet entretien
visit-new-request = Nouvelle demande d’aide
visit-request-unnamed = Demande d’aide { $number }
visit-request-open = Pas encore confirmée
visit-request-confirmed = Confirmée
visit-note = Note pour cette question
visit-note-hint = Écrivez seulement le nécessaire. La personne peut lire ceci.
visit-leaflet-offer = Un dépliant va avec cette réponse.
visit-leaflet-offer-show = Voir le dépliant
visit-leaflet-offer-skip = Passer

visit-request-n = { $name } { $number }
visit-request-remove = Retirer
visit-request-removed = { $name } : retiré
visit-request-confirm = Confirmer la demande
visit-request-confirm-title = Cette demande d’aide est-elle prête ?
visit-request-confirm-text = Confirmer veut dire : elle part dès qu’il y a internet, même si l’entretien continue.
visit-request-confirm-later = Pas encore
visit-request-confirm-done = Demande d’aide confirmée

visit-check-title = Vérifier les réponses
visit-check-lead = Tout est correct ? Vous pouvez encore modifier.
visit-check-change = Modifier
visit-check-change-what = Modifier : { $question }
visit-check-empty = Pas encore de réponse
visit-check-refused = Ne veut pas répondre
visit-check-later = Demander plus tard
visit-check-put-off = Reportée
visit-check-note = Note : { $note }
visit-check-missing-title =
    { $count ->
        [one] { $count } question a encore besoin d’une réponse
       *[other] { $count } questions ont encore besoin d’une réponse
    }
visit-check-all-later = Les demander toutes plus tard
visit-check-unconfirmed =
    { $count ->
        [one] { $count } demande d’aide n’est pas encore confirmée. Elle part quand vous terminez la visite.
       *[other] { $count } demandes d’aide ne sont pas encore confirmées. Elles partent quand vous terminez la visite.
    }
visit-finish = Terminer la visite
visit-finished = Visite { $address } enregistrée, { $time }

visit-stops-title = La personne arrête
visit-stops-text = C’est toujours possible. Remerciez la personne. Que voulez-vous faire ?
visit-stops-pause = Enregistrer, continuer plus tard
visit-stops-finish = Terminer avec ce qu’il y a
visit-stops-finish-hint = Les questions ouvertes deviennent « demander plus tard ».
visit-stops-withdraw = La personne retire son accord
visit-stops-withdraw-hint = Il reste seulement le moment, le type de visite et le nombre de dépliants. Les réponses ne quittent pas cet ordinateur et disparaissent.
visit-stops-discard = Jeter la visite
visit-discard-title = Jeter la visite { $address } ?
visit-discard-text =
    { $count ->
        [one] Vous perdez { $count } réponse. Vous pouvez annuler cette action tant que l’application est ouverte.
       *[other] Vous perdez { $count } réponses. Vous pouvez annuler cette action tant que l’application est ouverte.
    }
visit-discard-keep = Garder la visite
visit-discard = Jeter
visit-discarded = Visite { $address } jetée

quick-title = Note courte
quick-consent = Puis-je noter ce que vous me racontez ?
quick-consent-hint = Demandez ceci d’abord. Si c’est non, il reste seulement le moment et le nombre de dépliants.
quick-consent-no = Sans accord, vous ne notez rien d’autre.
quick-mood = Comment ça va ?
quick-help = Voulez-vous que nous fassions quelque chose pour vous ?
quick-help-kind = De quoi s’agit-il ?
quick-leaflets = Dépliants laissés
quick-remarks = Quelques mots
quick-come-back = Revenir le
quick-save = Enregistrer la note
quick-later = Terminer plus tard
quick-full = Formulaire complet
quick-saved = Note { $address } enregistrée

danger-title = Danger
danger-lead = Mettez-vous d’abord en sécurité. Appelez ensuite. Cet ordinateur n’avertit personne.
danger-numbers = Numéros. Cochez qui vous avez appelé.
danger-not-emergency = pas un numéro d’urgence
danger-why-not = Personne n’a été appelé ? Pourquoi ?
danger-note = Qu’avez-vous vu ou entendu ?
danger-note-hint = Seuls vous et le service de garde pouvez lire ceci.
danger-close = Fermer sans noter
danger-save = Noter et rester
danger-leave = Partir
danger-leave-hint = Ferme la visite comme « départ, pas en sécurité ».
danger-saved = Danger noté
danger-left = Visite fermée. Appelez quand vous êtes en sécurité.

key-choose = Choisir une réponse
key-refuse = Ne veut pas répondre
key-refuse-everywhere = Ne veut pas répondre, partout
key-later = Demander plus tard
key-next = Question suivante
key-next-in-text = Question suivante, aussi depuis un texte
key-add-instance = Ajouter
key-previous = Question précédente
key-show = Montrer à la personne
key-request = Nouvelle demande d’aide
key-leaflet = Montrer un dépliant
key-contrast = Plus de contraste ou contraste normal
key-finish = Terminer la visite
key-resident-hold = Pendant que la personne regarde : gardez Esc (retour), H (demande d’aide) ou F (dépliant) enfoncé 1 seconde.
key-save = Enregistrer
key-back = Retour
