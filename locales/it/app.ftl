# What every screen shares.

app-title = Hoe gaat het?
skip-to-content = Vai al contenuto
main-menu = Menu principale

## Buttons and words used everywhere
close = Chiudi
cancel = Annulla
save = Salva
back = Indietro
undo = Ripristina
retry = Riprova
later = Più tardi
yes = Sì
no = No
optional = può restare vuoto
choose = Scelga…
no-name = Nessun nome

## Time: hours as "ore 11:47"
time-of-day = ore { $time }
time-today-at = oggi alle { $time }
time-day-at = { $day } alle { $time }
time-label = Ora
date-choose = Scelga un giorno
date-previous-month = Mese precedente
date-next-month = Mese successivo

## Where to go
nav-today = Oggi
nav-help = Richieste
nav-leaflets = Opuscoli
nav-sending = Invio
nav-comments = Domande per Lei
nav-review = Controllo
nav-decide = Decidere
nav-rounds = Elenchi
nav-danger-notes = Pericolo
nav-settings = Impostazioni
nav-count-to-visit = da visitare
nav-count-open = aperte
nav-count-waiting = in attesa
nav-count-new = nuove
lock-app = Blocca l’app

## The connection
sync-online = Connesso
sync-offline = Niente internet
sync-offline-ok = Va bene così. Tutto è su questo portatile.
sync-stopped = L’invio non riesce
sync-all-sent = Tutto è stato inviato.
sync-waiting =
    { $count ->
        [one] 1 in attesa di invio
       *[other] { $count } in attesa di invio
    }
sync-sending = Invio in corso, { $done } di { $total }
sync-last-contact = Ultimo contatto: { $when }
sync-never = Ancora nessun contatto
sync-open = Guarda l’invio

## Roles
role-visitor = Operatore di visita
role-partner = Partner locale
role-coordinator = Coordinatore
role-administrator = Amministratore

## Languages
language-nl = Olandese
language-en = Inglese
language-it = Italiano
language-fr = Francese
language-tr = Turco
language-ar = Arabo
language-other = Altra lingua
not-translated = non ancora tradotto

## An address
household-people =
    { $count ->
        [one] 1 persona
       *[other] { $count } persone
    }
household-address = { $street } { $number }
household-address-bus = { $street } { $number } bus { $bus }
household-bus = bus { $bus }

## How a visit ended
outcome-spoken = Colloquio
outcome-not-home = Non in casa
outcome-not-now = Ora non va bene
outcome-refused = Non vuole visite
outcome-minor-only = Solo un minore in casa
outcome-no-common-language = Nessuna lingua comune
outcome-moved = Ha traslocato
outcome-wrong-address = Indirizzo errato
outcome-left-unsafe = Via, non sicuro

channel-door = alla porta
channel-phone = per telefono
channel-elsewhere = altrove

plate-to-visit = Da visitare
plate-visited = Visitato
plate-not-home = Di nuovo più tardi
plate-no-visit = Da saltare

## The receipt of a record
receipt-on-laptop = Su questo portatile
receipt-on-server = Arrivato
receipt-under-review = In controllo
receipt-choice = Chiede una scelta
receipt-reviewed = Controllato
receipt-acted-on = Dato seguito

## The life of a help request
urgency-today = Oggi
urgency-week = Questa settimana
urgency-normal = Non urgente

help-state-recorded = Annotata
help-state-received = Arrivata
help-state-triaged = Esaminata
help-state-referred = Indirizzata
help-state-matched = Abbinata
help-state-in-progress = In corso
help-state-done = Risolta
help-state-closed = Chiusa

help-open-count =
    { $count ->
        [one] 1 richiesta di aiuto aperta
       *[other] { $count } richieste di aiuto aperte
    }

## Keys
keys-title = Tasti di questa schermata
keys-open = Tasti
keys-off = Le lettere e le cifre singole sono disattivate. Le attiva in Impostazioni.
key-show-keys = Mostra i tasti
key-menu = Vai a un’altra schermata del menu
key-search = Cerca
key-undo = Ripristina
key-lock = Blocca l’app
key-hide = Nascondi subito lo schermo dietro un calendario, e blocca

## When a screen cannot open

## What was being typed when the app was locked

typed-title = Stava scrivendo qualcosa
typed-text = L’app si è bloccata prima che fosse salvato. Ecco il Suo testo, da copiare.
typed-later = Più tardi
typed-forget = Butta via
