# Help requests: list, board, one request, a new one.

help-view = Affichage
help-view-list = Liste
help-view-board = Tableau
help-tabs = Quelles demandes d’aide
help-tab-mine = Les miennes, { $count }
help-tab-team = Toute l’équipe, { $count }
help-tab-ended = Terminées, { $count }
help-new = Nouvelle demande d’aide
help-key-new = Noter une nouvelle demande d’aide

help-untaken =
    { $count ->
        [one] { $count } demande d’aide pour aujourd’hui attend quelqu’un
       *[other] { $count } demandes d’aide pour aujourd’hui attendent quelqu’un
    }
help-look = Voir
help-take = Prendre la demande

help-group-overdue = Rien depuis trop longtemps
help-column-new = Nouvelles
help-column-assigned = Attribuées
help-column-busy = Quelqu’un y travaille
help-column-ended = Terminées
help-days =
    { $days ->
        [0] mise à jour aujourd’hui
        [one] rien depuis { $days } jour
       *[other] rien depuis { $days } jours
    }
help-unshared-short = Pas partagée
help-empty-mine = Vous ne suivez aucune demande d’aide
help-empty-team = Il n’y a pas de demande d’aide ouverte
help-empty-ended = Rien n’est encore terminé
help-empty-text = Vous notez une nouvelle demande d’aide pendant une visite ou ici.

## One request
help-route = État de la demande d’aide
help-quote = « { $words } »
help-contact = Contact :
help-closed-reason = Pourquoi fermée :
help-result = Ce qui a été fait :
help-assignee = Qui suit la demande
help-nobody = Encore personne
help-last-action = Dernière étape
help-recorded-on = Notée le
help-next-step = Étape suivante
help-step-triaged = Vue et attribuée
help-step-matched = Bénévole trouvé
help-step-in-progress = Quelqu’un y travaille
help-step-reopen = Rouvrir
help-assign = Attribuer
help-refer = Orienter
help-note = Écrire une note
help-end = Terminer
help-log = Ce qui s’est passé
help-event-state = { $name } : { $state }.
help-event-assigned = { $name } a attribué la demande à { $to }.
help-event-note = { $name } : « { $note } »
help-event-other = { $name } a modifié quelque chose.
help-not-sent = Pas encore envoyé

help-referrals = Orientée vers
help-referral-sent = Envoyée le { $day }
help-referral-reason = Raison : { $reason }
help-referral-pending = Attend une réponse
help-referral-accepted = Acceptée
help-referral-rejected = Refusée
help-referral-done = Réglée
help-referral-set-accepted = Le service accepte
help-referral-set-rejected = Le service refuse
help-referral-set-done = Réglée par le service

## Consent
help-consent-title = Accord
help-consent-given = Peut être partagée avec : { $recipient }.
help-consent-given-plain = Peut être partagée.
help-consent-coordinators = les coordinateurs
help-consent-unknown = un autre service
help-consent-fields = Nous transmettons : { $fields }. Rien d’autre.
help-consent-asked = Demandé le { $day }.
help-consent-asked-in = Demandé le { $day }, langue : { $language }.
help-consent-refused = La personne ne veut pas partager ceci.
help-consent-refused-text = Personne d’autre que vous ne voit de qui vient cette demande. Les autres voient le type, l’urgence et l’état.
help-consent-not-asked = Nous n’avons pas encore demandé si nous pouvons partager ceci.
help-consent-unshared = Cette demande n’est pas partagée.
help-consent-unshared-text = La personne n’a pas donné son accord pour partager. Vous voyez donc seulement le type, l’urgence et l’état. Qui a noté la demande peut reposer la question.
help-consent-vital = Partagée sans accord : danger de mort.
help-consent-vital-reason = Raison : { $reason }
help-consent-withdraw = Retirer l’accord
help-consent-withdrawn = Accord retiré
help-consent-ask = Noter l’accord
help-consent-ask-title = Noter l’accord
help-consent-save = Enregistrer l’accord
help-consent-saved = Accord enregistré
help-field-description = La demande, avec ses mots
help-field-contact = Comment joindre la personne
help-field-address = L’adresse

## Danger to life
help-vital = Partager : danger de mort
help-vital-title = Partager sans accord ?
help-vital-text = Seulement en cas de danger de mort. La demande, le contact et l’adresse vont aux coordinateurs. Votre raison est enregistrée et vérifiée. En cas de danger immédiat, appelez d’abord le 112.
help-vital-label = Quel est le danger ?
help-vital-hint = Écrivez ce que vous avez vu ou entendu.
help-vital-share = Partager
help-vital-cancel = Ne pas partager
help-vital-shared = Partagée avec les coordinateurs, avec votre raison

## Assign, note, end, refer
help-assign-title = Attribuer : { $title }
help-assign-me = M’attribuer la demande
help-assign-nobody = À personne
help-assigned = { $title } : attribuée à { $name }
help-unassigned = { $title } : attribuée à personne
help-note-title = Note : { $title }
help-note-label = Que s’est-il passé ?
help-note-hint = La personne peut lire ceci.
help-note-missing = La note est encore vide. Quelques mots suffisent.
help-note-save = Enregistrer la note
help-note-saved = Note enregistrée
help-end-title = Terminer : { $title }
help-end-how = Comment se termine cette demande ?
help-end-done = Réglée
help-end-done-hint = La personne a été aidée.
help-end-closed = Fermée
help-end-closed-hint = Arrêtée sans aide.
help-end-choose = Choisissez réglée ou fermée.
help-end-result = Qu’est-ce qui a été fait ?
help-end-why = Pourquoi cette demande s’arrête-t-elle ?
help-ended = { $title } : terminée
help-refer-title = Orienter : { $title }
help-refer-service = Vers quel service ?
help-refer-only = La personne a choisi seulement : { $recipient }. Vous voulez un autre service ? Demandez d’abord un nouvel accord.
help-refer-unshared = La personne ne veut pas partager cette demande. Demandez d’abord son accord.
help-referred = Orientée vers { $name }
help-reject-title = Pourquoi le service refuse-t-il ?
help-reject-label = Raison

## The board
help-menu-of = Plus pour { $title }
help-menu-move = Déplacer vers { $column }
help-menu-urgency = Urgence : { $urgency }
help-menu-open = Voir
help-hint-move = déplacer
help-hint-assign = attribuer
help-hint-urgent = urgent
help-key-column-new = Vers Nouvelles
help-key-column-assigned = Vers Attribuées
help-key-column-busy = Vers Quelqu’un y travaille
help-key-column-ended = Vers Terminées
help-key-assign = Attribuer, encore une fois W : à moi
help-key-urgent = Rendre plus urgente
help-moved = { $title } : maintenant dans { $column }
help-move-not = { $title } ne peut pas aller maintenant dans { $column }
help-urgency-set = { $title } : { $urgency }

## A new request
help-new-title = Nouvelle demande d’aide
help-new-household = De qui vient la demande ?
help-new-household-hint = Tapez un nom, une rue ou un numéro.
help-new-found = Adresses trouvées
help-new-other-household = Autre adresse
help-new-category = De quoi s’agit-il ?
help-new-detail = Quoi exactement ?
help-new-description = Que demande la personne, avec ses mots ?
help-new-description-hint = La personne peut lire ceci.
help-new-contact = Comment joindre la personne ?
help-new-contact-hint = Par exemple un numéro de gsm, ou un voisin.
help-new-urgency = Est-ce urgent ?
help-new-today-call = Appelez aussi le coordinateur. Sans internet, l’application seule n’est pas assez rapide.
help-new-consent = Pouvons-nous transmettre cette demande ?
help-new-consent-hint = Dites ce que nous transmettons et à qui. La personne peut toujours arrêter cela.
help-new-consent-yes = Oui
help-new-consent-no = Non
help-new-consent-later = Pas encore demandé
help-new-recipient = À qui ?
help-new-fields = Que pouvons-nous transmettre ?
help-new-unshared-no = Alors la demande reste chez vous. Les autres voient seulement le type, l’urgence et l’état.
help-new-unshared-later = La demande reste chez vous jusqu’à ce que la personne décide.
help-new-save = Enregistrer la demande
help-new-saved = Demande d’aide enregistrée sur cet ordinateur : { $title }

help-lacks-title =
    { $count ->
        [one] Il manque encore { $count } réponse
       *[other] Il manque encore { $count } réponses
    }
help-lacks-household = Choisissez de qui vient la demande.
help-lacks-category = Choisissez de quoi il s’agit.
help-lacks-description = Écrivez ce que la personne demande. Quelques mots suffisent.
help-lacks-urgency = Choisissez si c’est urgent.
help-lacks-consent = Choisissez si nous pouvons transmettre la demande.
help-lacks-recipient = Choisissez un service.
help-lacks-fields = Choisissez au moins 1 chose que nous pouvons transmettre.
