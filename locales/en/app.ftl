# What every screen shares.

app-title = Hoe gaat het?
skip-to-content = Go to the content
main-menu = Main menu

## Buttons and words used everywhere
close = Close
cancel = Cancel
save = Save
back = Back
undo = Undo
retry = Try again
later = Later
yes = Yes
no = No
optional = may stay empty
choose = Choose…
no-name = No name

## Time: hours as "11:47"
time-of-day = { $time }
time-today-at = today at { $time }
time-day-at = { $day } at { $time }
time-label = Time
date-choose = Choose a day
date-previous-month = Previous month
date-next-month = Next month

## Where to go
nav-today = Today
nav-help = Requests
nav-leaflets = Leaflets
nav-sending = Sending
nav-comments = Questions for you
nav-review = Review
nav-decide = Decide
nav-rounds = Lists
nav-danger-notes = Danger
nav-settings = Settings
nav-count-to-visit = to go
nav-count-open = open
nav-count-waiting = waiting
nav-count-new = new
lock-app = Lock the app

## The connection
sync-online = Connected
sync-offline = No internet
sync-offline-ok = That is OK. Everything is on this laptop.
sync-stopped = Sending does not work
sync-all-sent = Everything has been sent.
sync-waiting =
    { $count ->
        [one] 1 is waiting to be sent
       *[other] { $count } are waiting to be sent
    }
sync-sending = Sending now, { $done } of { $total }
sync-last-contact = Last contact: { $when }
sync-never = No contact yet
sync-open = View sending

## Roles
role-visitor = Home visitor
role-partner = Local partner
role-coordinator = Coordinator
role-administrator = Administrator

## Languages
language-nl = Dutch
language-en = English
language-it = Italian
language-fr = French
language-tr = Turkish
language-ar = Arabic
language-other = Another language
not-translated = not translated yet

## An address
household-people =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
household-address = { $street } { $number }
household-address-bus = { $street } { $number } box { $bus }
household-bus = box { $bus }

## How a visit ended
outcome-spoken = Talked
outcome-not-home = Not at home
outcome-not-now = Not a good time
outcome-refused = Wants no visit
outcome-minor-only = Only a minor at home
outcome-no-common-language = No shared language
outcome-moved = Moved
outcome-wrong-address = Wrong address
outcome-left-unsafe = Left, not safe

channel-door = at the door
channel-phone = by phone
channel-elsewhere = elsewhere

plate-to-visit = Still to visit
plate-visited = Visited
plate-not-home = Again later
plate-no-visit = Skip

## The receipt of a record
receipt-on-laptop = On this laptop
receipt-on-server = Arrived
receipt-under-review = Being reviewed
receipt-choice = Asks for a choice
receipt-reviewed = Reviewed
receipt-acted-on = Acted on

## The life of a help request
urgency-today = Today
urgency-week = This week
urgency-normal = Not urgent

help-state-recorded = Noted
help-state-received = Arrived
help-state-triaged = Looked at
help-state-referred = Referred
help-state-matched = Matched
help-state-in-progress = In progress
help-state-done = Done
help-state-closed = Closed

help-open-count =
    { $count ->
        [one] 1 open request for help
       *[other] { $count } open requests for help
    }

## Keys
keys-title = Keys on this screen
keys-open = Keys
keys-off = Single letters and digits are off. You turn them on in Settings.
key-show-keys = Show keys
key-menu = Go to another screen of the menu
key-search = Search
key-undo = Undo
key-lock = Lock the app
key-hide = Hide the screen at once behind a calendar, and lock

## When a screen cannot open

## What was being typed when the app was locked

typed-title = You were typing something
typed-text = The app was locked before this was saved. Here is your text, to copy.
typed-later = Later
typed-forget = Throw it away
