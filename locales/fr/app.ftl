# What every screen shares.

app-title = Hoe gaat het?
skip-to-content = Aller au contenu
main-menu = Menu principal

## Buttons and words used everywhere
close = Fermer
cancel = Annuler
save = Enregistrer
back = Retour
undo = Annuler l’action
retry = Réessayer
later = Plus tard
yes = Oui
no = Non
optional = peut rester vide
choose = Choisir…
no-name = Sans nom

## Time, 24 hours
time-of-day = { $time }
time-today-at = aujourd’hui à { $time }
time-day-at = { $day } à { $time }
time-label = Heure
date-choose = Choisir un jour
date-previous-month = Mois précédent
date-next-month = Mois suivant

## Where to go
nav-today = Aujourd’hui
nav-help = Demandes d’aide
nav-leaflets = Dépliants
nav-sending = Envois
nav-comments = Questions pour vous
nav-review = Vérifier
nav-decide = Décider
nav-rounds = Listes
nav-danger-notes = Danger
nav-settings = Paramètres
nav-count-to-visit = à visiter
nav-count-open = à suivre
nav-count-waiting = en attente
nav-count-new = à voir
lock-app = Verrouiller l’application

## The connection
sync-online = Connecté
sync-offline = Pas d’internet
sync-offline-ok = Ce n’est pas grave. Tout est sur cet ordinateur.
sync-stopped = L’envoi ne marche pas
sync-all-sent = Tout est envoyé.
sync-waiting =
    { $count ->
        [one] { $count } en attente d’envoi
       *[other] { $count } en attente d’envoi
    }
sync-sending = Envoi en cours, { $done } sur { $total }
sync-last-contact = Dernier contact : { $when }
sync-never = Pas encore de contact
sync-open = Voir les envois

## Roles
role-visitor = Visiteur à domicile
role-partner = Partenaire de quartier
role-coordinator = Coordinateur
role-administrator = Administrateur

## Languages
language-nl = Néerlandais
language-en = Anglais
language-it = Italien
language-fr = Français
language-tr = Turc
language-ar = Arabe
language-other = Autre langue
not-translated = pas encore traduit

## An address
household-people =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
household-address = { $street } { $number }
household-address-bus = { $street } { $number } boîte { $bus }
household-bus = boîte { $bus }

## How a visit ended
outcome-spoken = Entretien
outcome-not-home = Pas à la maison
outcome-not-now = Pas le bon moment
outcome-refused = Ne veut pas de visite
outcome-minor-only = Seulement un mineur à la maison
outcome-no-common-language = Pas de langue commune
outcome-moved = A déménagé
outcome-wrong-address = Adresse incorrecte
outcome-left-unsafe = Départ, pas en sécurité

channel-door = à la porte
channel-phone = par téléphone
channel-elsewhere = ailleurs

plate-to-visit = Encore à visiter
plate-visited = Visité
plate-not-home = Repasser
plate-no-visit = Ne pas visiter

## The receipt of a record
receipt-on-laptop = Sur cet ordinateur
receipt-on-server = Arrivé
receipt-under-review = En vérification
receipt-choice = Demande un choix
receipt-reviewed = Vérifié
receipt-acted-on = Suivi fait

## The life of a help request
urgency-today = Aujourd’hui
urgency-week = Cette semaine
urgency-normal = Pas urgent

help-state-recorded = Notée
help-state-received = Arrivée
help-state-triaged = Vue
help-state-referred = Orientée
help-state-matched = Bénévole trouvé
help-state-in-progress = En cours
help-state-done = Réglée
help-state-closed = Fermée

help-open-count =
    { $count ->
        [one] { $count } demande d’aide ouverte
       *[other] { $count } demandes d’aide ouvertes
    }

## Keys
keys-title = Touches de cet écran
keys-open = Touches
keys-off = Les lettres et chiffres seuls sont désactivés. Vous les activez dans Paramètres.
key-show-keys = Montrer les touches
key-menu = Aller à un autre écran du menu
key-search = Chercher
key-undo = Annuler l’action
key-lock = Verrouiller
key-hide = Cacher l’écran tout de suite derrière un calendrier, et verrouiller

## When a screen cannot open

## What was being typed when the app was locked

typed-title = Vous étiez en train d’écrire
typed-text = L’application s’est verrouillée avant que ce texte soit enregistré. Le voici, pour le copier.
typed-later = Plus tard
typed-forget = Jeter
