# Sent visits: the coordinator's queue, one visit, the author's corrections.

review-tabs = État des visites
review-tab-received = Reçues, { $count }
review-tab-has-issues = Suivi demandé, { $count }
review-tab-approved = Approuvées, { $count }
review-queue = Visites
review-next = suivante
review-previous = précédente
review-key-next = Visite suivante
review-key-previous = Visite précédente
review-flagged = Attention
review-comments-count =
    { $count ->
        [one] { $count } remarque
       *[other] { $count } remarques
    }
review-no-household = L’adresse n’est pas sur cet ordinateur

## States, as the life cycle names them
review-state-received = Arrivée
review-state-has-issues = Suivi demandé
review-state-approved = Approuvée
review-state-rejected = Rejetée

## Why a visit asks for attention
review-flag-other = Demande de l’attention
review-flag-mood = Ça va mal
review-flag-urgent = Demande d’aide urgente
review-flag-danger = Danger noté
review-flag-minor = Un mineur a traduit
review-flag-incomplete = Incomplète
review-flag-form = Ne convient pas au formulaire

## One visit
review-visited = visité par { $name }, { $channel }, { $when }
review-visited-with = visité par { $name } et { $with }, { $channel }, { $when }
review-clock =
    L’horloge de l’ordinateur avait { $by } { $way ->
        [ahead] d’avance
       *[behind] de retard
    } quand cette visite est arrivée. Les heures peuvent être fausses.
review-consent = Accord.
review-requests = Demandes d’aide qui peuvent être partagées
review-first = À voir d’abord
review-whole = Sur toute la visite
review-refused = Ne veut pas répondre
review-later = Demander plus tard
review-no-answer = Pas de réponse
review-revised = Corrigé par { $name }, { $when }. Raison : { $reason }
review-own = C’est votre propre visite. Un collègue la vérifie.

## Comments
review-comment = Écrire une remarque
review-answer = Répondre
review-write = Écrivez au coordinateur
review-write-to = Écrivez à { $name }
review-send-comment = Enregistrer la remarque
review-comment-missing = La remarque est encore vide.
review-you = Vous

## Decide
review-approve = Approuver
review-follow-up = Demander un suivi
review-follow-up-title = Demander un suivi à { $name }
review-follow-up-label = Que faut-il encore faire ?
review-follow-up-hint = Le visiteur lit ceci dans la visite.
review-reject = Rejeter
review-reject-title = Rejeter la visite : { $name } ?
review-reject-text = La visite ne compte alors pas. Les réponses restent enregistrées. { $name } voit que la visite est rejetée.
review-reject-keep = Ne pas rejeter
review-said-approved = Approuvée : { $name }
review-said-has-issues = Suivi demandé : { $name }
review-said-rejected = Rejetée : { $name }
review-said-received = De retour dans Reçues : { $name }
review-rest =
    { $count ->
        [one] Approuver le reste, { $count }
       *[other] Approuver le reste, { $count }
    }
review-rest-title =
    { $count ->
        [one] Approuver { $count } visite ?
       *[other] Approuver { $count } visites ensemble ?
    }
review-rest-text =
    { $count ->
        [one] Dans cette visite, rien ne demande de l’attention. Les visites avec « Attention » restent là.
       *[other] Dans ces { $count } visites, rien ne demande de l’attention. Les visites avec « Attention » restent là.
    }
review-rest-keep = D’abord regarder moi-même
review-rest-approved =
    { $count ->
        [one] { $count } visite approuvée
       *[other] { $count } visites approuvées
    }
review-empty-received = Tout est vérifié
review-empty-has-issues = Aucun suivi n’est demandé
review-empty-approved = Rien n’est encore approuvé
review-empty-text = Les nouvelles visites arrivent ici d’elles-mêmes.

## The author
review-visit-title = Visite
review-mine-lead = Un collègue a posé une question sur ces visites.
review-mine-asked = Un collègue demande un suivi. Répondez à la question, ou corrigez la réponse.
review-mine-empty = Pas de questions pour vous
review-mine-empty-text = Un collègue pose une question sur une visite ? Elle s’affiche ici.
review-correct = Corriger
review-correct-new = Nouvelle réponse
review-correct-reason = Pourquoi corrigez-vous ceci ?
review-correct-reason-hint = L’ancienne réponse reste enregistrée, avec votre raison.
review-correct-save = Enregistrer la correction
