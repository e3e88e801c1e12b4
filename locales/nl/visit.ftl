# A visit while it is written: the form, the check page, the quick note, danger.

visit-back = Vandaag
visit-saved = Bewaard op deze laptop
visit-saved-at = om { $time }
visit-not-saved = Nog niet bewaard
visit-not-saved-retry = De app probeert het vanzelf opnieuw.
visit-offline = Geen internet
visit-offline-later = verstuurt later vanzelf
visit-pause = Even stoppen
visit-paused = Bezoek bewaard. U vindt het bij “Nog af te werken”.
visit-sections = Delen van het gesprek
visit-section-todo = nog te doen
visit-section-current = nu
visit-section-done = klaar
visit-section-count = { $done }/{ $total }
visit-question-of = { $section }, vraag { $number } van { $total }
visit-you-ask = U vraagt
visit-resident-reads = Bewoner leest: { $language }
visit-choose-more = U mag meer dan één antwoord kiezen
visit-note-only = Er is hier niets te kiezen.
visit-acknowledge = Gelezen
visit-refuse = Wil niet antwoorden
visit-later = Later vragen
visit-date-hint = Dag, maand en jaar, bijvoorbeeld 24/11/2026
visit-time-hint = Uur en minuten, bijvoorbeeld 14.30
visit-tomorrow = Morgen
visit-in-a-week = Over een week
visit-in-two-weeks = Over twee weken
visit-less = Min 1
visit-more = Plus 1
visit-previous = Vorige
visit-next = Volgende vraag
visit-to-check = Antwoorden nakijken
visit-show = Tonen aan bewoner
visit-required = Hier hoort een antwoord. Weigeren of later vragen mag ook.
visit-constraint = Dit antwoord past niet bij de vraag.
visit-type = Dit antwoord kan niet gelezen worden.
visit-put-off = Uitgesteld: een minderjarige vertaalt
visit-put-off-text = Deze vraag is gevoelig. Stel ze later, met een volwassen tolk.
visit-interpreter-minor = Een minderjarige vertaalt. Gevoelige vragen wachten tot later. Bel liever de tolkentelefoon.

visit-section-n = Deel { $number }
visit-instance = { $name } { $number } van { $total }
visit-no-consent = Dit formulier vraagt geen toestemming. Vraag ze zelf voor u begint: mag ik noteren wat u vertelt?
visit-guidance = Uitleg voor u
visit-computed = Ingevuld door het formulier
visit-computed-empty = Het formulier vult dit later in.
visit-no-choices = Er zijn hier nu geen antwoorden om uit te kiezen. Ga verder.
visit-unsupported = Deze laptop kan dit niet opnemen: een foto, geluid, film, plaats of code. Schrijf het desnoods in de notitie, en ga verder.
visit-uncomputed = Het formulier heeft hier een fout: iets kan niet berekend worden. U kunt gewoon verder. Meld het aan de coördinator.
visit-uncomputed-details = Voor wie het formulier maakt
visit-search-choices = Zoek een antwoord
visit-search-hint = Typ een stuk van het woord. Enter kiest het eerste antwoord.
visit-search-none = Geen antwoord gevonden
visit-search-found =
    { $count ->
        [one] 1 antwoord gevonden
       *[other] { $count } antwoorden gevonden
    }
visit-search-more =
    { $count ->
        [one] Nog 1 antwoord. Typ om te zoeken.
       *[other] Nog { $count } antwoorden. Typ om te zoeken.
    }
visit-search-chosen = Gekozen: { $answer }
visit-range-error = Kies een getal van { $min } tot { $max }, in stappen van { $step }.
visit-moment-error = Vul de dag en het uur in, bijvoorbeeld 24/11/2026 en 14.30.
visit-rank-hint = Zet in volgorde. Versleep, of gebruik de pijlen.
visit-rank-place = plaats { $place } van { $total }
visit-rank-up = Omhoog: { $name }
visit-rank-down = Omlaag: { $name }
visit-rank-open = Er is nog geen volgorde gekozen.
visit-rank-confirm = Deze volgorde klopt
visit-repeat-unnamed = Onderdeel
visit-repeat-none = Er is nog niets toegevoegd. Voeg toe, of ga verder.
visit-repeat-more = Voeg er nog een toe, of ga verder.
visit-repeat-add = Toevoegen
visit-repeat-remove = Weghalen: { $name }

visit-during = Tijdens het gesprek
visit-interpreter-line = Tolkentelefoon
visit-leaflet = Folder tonen
visit-danger = Gevaar
visit-danger-noted = Gevaar genoteerd
visit-stops = Bewoner stopt
visit-with = Samen met
visit-with-nobody = Niemand
visit-requests = Hulpvragen in dit gesprek
visit-new-request = Nieuwe hulpvraag
visit-request-unnamed = Hulpvraag { $number }
visit-request-open = Nog niet bevestigd
visit-request-confirmed = Bevestigd
visit-note = Notitie bij deze vraag
visit-note-hint = Schrijf enkel wat nodig is. De bewoner mag dit lezen.
visit-leaflet-offer = Hier past een folder bij.
visit-leaflet-offer-show = Folder bekijken
visit-leaflet-offer-skip = Nu niet

visit-request-n = { $name } { $number }
visit-request-remove = Weghalen
visit-request-removed = { $name } weggehaald
visit-request-confirm = Hulpvraag bevestigen
visit-request-confirm-title = Is deze hulpvraag klaar?
visit-request-confirm-text = Bevestigd betekent: ze vertrekt zodra er internet is, ook al loopt het gesprek nog.
visit-request-confirm-later = Nog niet
visit-request-confirm-done = Hulpvraag bevestigd

visit-check-title = Antwoorden nakijken
visit-check-lead = Klopt alles? U kunt nog iets wijzigen.
visit-check-change = Wijzigen
visit-check-change-what = Wijzigen: { $question }
visit-check-empty = Nog geen antwoord
visit-check-refused = Wil niet antwoorden
visit-check-later = Later vragen
visit-check-put-off = Uitgesteld
visit-check-note = Notitie: { $note }
visit-check-missing-title =
    { $count ->
        [one] 1 vraag heeft nog een antwoord nodig
       *[other] { $count } vragen hebben nog een antwoord nodig
    }
visit-check-all-later = Deze allemaal later vragen
visit-check-unconfirmed =
    { $count ->
        [one] 1 hulpvraag is nog niet bevestigd. Bij het afronden gaat ze mee.
       *[other] { $count } hulpvragen zijn nog niet bevestigd. Bij het afronden gaan ze mee.
    }
visit-finish = Bezoek afronden
visit-finished = Bezoek { $address } bewaard, { $time }

visit-stops-title = De bewoner stopt
visit-stops-text = Dat mag altijd. Bedank de bewoner. Wat wilt u doen?
visit-stops-pause = Bewaren en later verder
visit-stops-finish = Afronden met wat er is
visit-stops-finish-hint = Open vragen worden “later vragen”.
visit-stops-withdraw = De bewoner trekt de toestemming in
visit-stops-withdraw-hint = Alleen tijdstip, soort bezoek en aantal folders blijven. De antwoorden gaan niet van deze laptop weg en verdwijnen.
visit-stops-discard = Bezoek weggooien
visit-discard-title = Bezoek { $address } weggooien?
visit-discard-text =
    { $count ->
        [one] U verliest 1 antwoord. U kunt dit ongedaan maken zolang de app open is.
       *[other] U verliest { $count } antwoorden. U kunt dit ongedaan maken zolang de app open is.
    }
visit-discard-keep = Bezoek houden
visit-discard = Weggooien
visit-discarded = Bezoek { $address } weggegooid

quick-title = Korte notitie
quick-consent = Mag ik noteren wat u vertelt?
quick-consent-hint = Vraag dit eerst. Bij neen blijven enkel tijdstip en aantal folders.
quick-consent-no = Zonder toestemming noteert u verder niets.
quick-mood = Hoe gaat het?
quick-help = Wilt u dat we iets voor u doen?
quick-help-kind = Waarover?
quick-leaflets = Folders achtergelaten
quick-remarks = Enkele woorden
quick-come-back = Terugkomen op
quick-save = Notitie bewaren
quick-later = Later afwerken
quick-full = Volledig formulier
quick-saved = Notitie { $address } bewaard

danger-title = Gevaar
danger-lead = Ga eerst zelf in veiligheid. Bel daarna. Deze laptop waarschuwt niemand.
danger-numbers = Nummers. Vink aan wie u belde.
danger-not-emergency = geen noodnummer
danger-why-not = Niemand gebeld? Waarom niet?
danger-note = Wat zag of hoorde u?
danger-note-hint = Alleen u en de wachtdienst lezen dit.
danger-close = Sluiten zonder noteren
danger-save = Noteren en blijven
danger-leave = Nu weg
danger-leave-hint = Sluit het bezoek als “weggegaan, niet veilig”.
danger-saved = Gevaar genoteerd
danger-left = Bezoek gesloten. Bel als u veilig bent.

key-choose = Antwoord kiezen
key-refuse = Wil niet antwoorden
key-refuse-everywhere = Wil niet antwoorden, overal
key-later = Later vragen
key-next = Volgende vraag
key-next-in-text = Volgende vraag, ook vanuit tekst
key-add-instance = Toevoegen
key-previous = Vorige vraag
key-show = Tonen aan bewoner
key-request = Nieuwe hulpvraag
key-leaflet = Folder tonen
key-contrast = Meer of gewoon contrast
key-finish = Bezoek afronden
key-resident-hold = Terwijl de bewoner kijkt: houd Esc (terug), H (hulpvraag) of F (folder) 1 seconde vast.
key-save = Bewaren
key-back = Terug
