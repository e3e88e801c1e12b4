# What every screen shares.

app-title = Hoe gaat het?
skip-to-content = Naar de inhoud
main-menu = Hoofdmenu

## Buttons and words used everywhere
close = Sluiten
cancel = Annuleren
save = Bewaren
back = Terug
undo = Ongedaan maken
retry = Opnieuw proberen
later = Later
yes = Ja
no = Neen
optional = mag leeg blijven
choose = Kies…
no-name = Geen naam

## Time: hours as "11.47 uur"
time-of-day = { $time } uur
time-today-at = vandaag om { $time }
time-day-at = { $day } om { $time }
time-label = Uur
date-choose = Kies een dag
date-previous-month = Vorige maand
date-next-month = Volgende maand

## Where to go
nav-today = Vandaag
nav-help = Hulpvragen
nav-leaflets = Folders
nav-sending = Versturen
nav-comments = Vragen aan u
nav-review = Nakijken
nav-decide = Beslissen
nav-rounds = Lijsten
nav-danger-notes = Gevaar
nav-settings = Instellingen
nav-count-to-visit = te gaan
nav-count-open = open
nav-count-waiting = wachten
nav-count-new = nieuw
lock-app = App op slot doen

## The connection
sync-online = Verbonden
sync-offline = Geen internet
sync-offline-ok = Dat is oké. Alles staat op deze laptop.
sync-stopped = Versturen lukt niet
sync-all-sent = Alles is verstuurd.
sync-waiting =
    { $count ->
        [one] 1 wacht op verzending
       *[other] { $count } wachten op verzending
    }
sync-sending = Verstuurt nu, { $done } van { $total }
sync-last-contact = Laatste contact: { $when }
sync-never = Nog geen contact
sync-open = Versturen bekijken

## Roles
role-visitor = Huisbezoeker
role-partner = Wijkpartner
role-coordinator = Coördinator
role-administrator = Beheerder

## Languages
language-nl = Nederlands
language-en = Engels
language-it = Italiaans
language-fr = Frans
language-tr = Turks
language-ar = Arabisch
language-other = Andere taal
not-translated = nog niet vertaald

## An address
household-people =
    { $count ->
        [one] 1 persoon
       *[other] { $count } personen
    }
household-address = { $street } { $number }
household-address-bus = { $street } { $number } bus { $bus }
household-bus = bus { $bus }

## How a visit ended
outcome-spoken = Gesproken
outcome-not-home = Niet thuis
outcome-not-now = Past nu niet
outcome-refused = Wil geen bezoek
outcome-minor-only = Alleen een minderjarige thuis
outcome-no-common-language = Geen gedeelde taal
outcome-moved = Verhuisd
outcome-wrong-address = Fout adres
outcome-left-unsafe = Weggegaan, niet veilig

channel-door = aan de deur
channel-phone = per telefoon
channel-elsewhere = elders

plate-to-visit = Nog te bezoeken
plate-visited = Bezocht
plate-not-home = Later opnieuw
plate-no-visit = Overslaan

## The receipt of a record
receipt-on-laptop = Op deze laptop
receipt-on-server = Aangekomen
receipt-under-review = Wordt nagekeken
receipt-choice = Vraagt een keuze
receipt-reviewed = Nagekeken
receipt-acted-on = Opgevolgd

## The life of a help request
urgency-today = Vandaag
urgency-week = Deze week
urgency-normal = Niet dringend

help-state-recorded = Genoteerd
help-state-received = Aangekomen
help-state-triaged = Bekeken
help-state-referred = Doorverwezen
help-state-matched = Gekoppeld
help-state-in-progress = Bezig
help-state-done = Klaar
help-state-closed = Gesloten

help-open-count =
    { $count ->
        [one] 1 open hulpvraag
       *[other] { $count } open hulpvragen
    }

## Keys
keys-title = Toetsen op dit scherm
keys-open = Toetsen
keys-off = Losse letters en cijfers staan uit. U zet ze aan bij Instellingen.
key-show-keys = Toetsen tonen
key-menu = Naar een ander scherm van het menu
key-search = Zoeken
key-undo = Ongedaan maken
key-lock = App op slot doen
key-hide = Scherm meteen verbergen achter een kalender, en op slot

## When a screen cannot open

## What was being typed when the app was locked

typed-title = U was iets aan het typen
typed-text = De app ging op slot voordat dit bewaard was. Hier is uw tekst, om te kopiëren.
typed-later = Later
typed-forget = Weg ermee
