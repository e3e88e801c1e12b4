# Help requests: list, board, one request, a new one.

help-view = Weergave
help-view-list = Lijst
help-view-board = Bord
help-tabs = Welke hulpvragen
help-tab-mine = Van mij, { $count }
help-tab-team = Hele team, { $count }
help-tab-ended = Afgerond, { $count }
help-new = Nieuwe hulpvraag
help-key-new = Nieuwe hulpvraag noteren

help-untaken =
    { $count ->
        [one] 1 hulpvraag voor vandaag wacht op iemand
       *[other] { $count } hulpvragen voor vandaag wachten op iemand
    }
help-look = Bekijken
help-take = Vraag opnemen

help-group-overdue = Te lang niets gebeurd
help-column-new = Nieuw
help-column-assigned = Toegewezen
help-column-busy = Iemand is bezig
help-column-ended = Afgerond
help-days =
    { $days ->
        [0] vandaag bijgewerkt
        [one] 1 dag niets gebeurd
       *[other] { $days } dagen niets gebeurd
    }
help-unshared-short = Niet gedeeld
help-empty-mine = U volgt geen hulpvragen op
help-empty-team = Er zijn geen open hulpvragen
help-empty-ended = Er is nog niets afgerond
help-empty-text = Een nieuwe hulpvraag noteert u tijdens een bezoek of hier.

## One request
help-route = Stand van de hulpvraag
help-quote = “{ $words }”
help-contact = Bereikbaar via
help-closed-reason = Waarom gesloten:
help-result = Wat gedaan is:
help-assignee = Wie volgt op
help-nobody = Nog niemand
help-last-action = Laatste stap
help-recorded-on = Genoteerd op
help-next-step = Volgende stap
help-step-triaged = Bekeken en toegewezen
help-step-matched = Vrijwilliger gekoppeld
help-step-in-progress = Iemand is bezig
help-step-reopen = Opnieuw openen
help-assign = Toewijzen
help-refer = Doorverwijzen
help-note = Notitie schrijven
help-end = Afronden
help-log = Wat is er gebeurd
help-event-state = { $name }: { $state }.
help-event-assigned = { $name } wees de vraag toe aan { $to }.
help-event-note = { $name }: “{ $note }”
help-event-other = { $name } paste iets aan.
help-not-sent = Nog niet verstuurd

help-referrals = Doorverwezen naar
help-referral-sent = Verstuurd op { $day }
help-referral-reason = Reden: { $reason }
help-referral-pending = Wacht op antwoord
help-referral-accepted = Aanvaard
help-referral-rejected = Geweigerd
help-referral-done = Klaar
help-referral-set-accepted = Dienst aanvaardt
help-referral-set-rejected = Dienst weigert
help-referral-set-done = Dienst is klaar

## Consent
help-consent-title = Toestemming
help-consent-given = Mag gedeeld worden met: { $recipient }.
help-consent-given-plain = Mag gedeeld worden.
help-consent-coordinators = de coördinatoren
help-consent-unknown = een andere dienst
help-consent-fields = We geven door: { $fields }. Niets anders.
help-consent-asked = Gevraagd op { $day }.
help-consent-asked-in = Gevraagd op { $day }, taal: { $language }.
help-consent-refused = De bewoner wil dit niet delen.
help-consent-refused-text = Alleen u ziet van wie deze vraag is. Anderen zien de soort, hoe dringend ze is en de stand.
help-consent-not-asked = Nog niet gevraagd of we dit mogen delen.
help-consent-unshared = Deze vraag is niet gedeeld.
help-consent-unshared-text = De bewoner stemde niet in met delen. U ziet daarom alleen de soort, hoe dringend ze is en de stand. Wie ze noteerde, kan het opnieuw vragen.
help-consent-vital = Gedeeld zonder toestemming: levensgevaar.
help-consent-vital-reason = Reden: { $reason }
help-consent-withdraw = Toestemming intrekken
help-consent-withdrawn = Toestemming ingetrokken
help-consent-ask = Toestemming noteren
help-consent-ask-title = Toestemming noteren
help-consent-save = Toestemming bewaren
help-consent-saved = Toestemming bewaard
help-field-description = De vraag in eigen woorden
help-field-contact = Hoe we iemand bereiken
help-field-address = Het adres

## Danger to life
help-vital = Delen bij levensgevaar
help-vital-title = Delen zonder toestemming?
help-vital-text = Alleen bij levensgevaar. Vraag, contact en adres gaan naar de coördinatoren. Uw reden wordt bewaard en nagekeken. Bel bij direct gevaar eerst 112.
help-vital-label = Welk gevaar is er?
help-vital-hint = Schrijf wat u zag of hoorde.
help-vital-share = Delen
help-vital-cancel = Niet delen
help-vital-shared = Gedeeld met de coördinatoren, met uw reden

## Assign, note, end, refer
help-assign-title = Toewijzen: { $title }
help-assign-me = Aan mij toewijzen
help-assign-nobody = Aan niemand
help-assigned = { $title }: toegewezen aan { $name }
help-unassigned = { $title }: aan niemand toegewezen
help-note-title = Notitie: { $title }
help-note-label = Wat is er gebeurd?
help-note-hint = De bewoner mag dit lezen.
help-note-missing = De notitie is nog leeg. Een paar woorden zijn genoeg.
help-note-save = Notitie bewaren
help-note-saved = Notitie bewaard
help-end-title = Afronden: { $title }
help-end-how = Hoe eindigt deze vraag?
help-end-done = Klaar
help-end-done-hint = De bewoner is geholpen.
help-end-closed = Gesloten
help-end-closed-hint = Zonder hulp gestopt.
help-end-choose = Kies klaar of gesloten.
help-end-result = Wat is er gedaan?
help-end-why = Waarom stopt deze vraag?
help-ended = { $title }: afgerond
help-refer-title = Doorverwijzen: { $title }
help-refer-service = Naar welke dienst?
help-refer-only = De bewoner koos alleen: { $recipient }. Wilt u een andere dienst? Vraag eerst opnieuw toestemming.
help-refer-unshared = De bewoner wil deze vraag niet delen. Vraag eerst toestemming.
help-referred = Doorverwezen naar { $name }
help-reject-title = Waarom weigert de dienst?
help-reject-label = Reden

## The board
help-menu-of = Meer voor { $title }
help-menu-move = Verplaatsen naar { $column }
help-menu-urgency = Hoe dringend: { $urgency }
help-menu-open = Bekijken
help-hint-move = verplaatsen
help-hint-assign = toewijzen
help-hint-urgent = dringend
help-key-column-new = Naar Nieuw
help-key-column-assigned = Naar Toegewezen
help-key-column-busy = Naar Iemand is bezig
help-key-column-ended = Naar Afgerond
help-key-assign = Toewijzen, nog eens W: aan mij
help-key-urgent = Dringender maken
help-moved = { $title }: nu bij { $column }
help-move-not = { $title } kan nu niet naar { $column }
help-urgency-set = { $title }: { $urgency }

## A new request
help-new-title = Nieuwe hulpvraag
help-new-household = Van wie is de vraag?
help-new-household-hint = Typ een naam, straat of nummer.
help-new-found = Gevonden adressen
help-new-other-household = Ander adres
help-new-category = Waarover gaat de vraag?
help-new-detail = Wat precies?
help-new-description = Wat vraagt de bewoner, in eigen woorden?
help-new-description-hint = De bewoner mag dit lezen.
help-new-contact = Hoe bereiken we de bewoner?
help-new-contact-hint = Bijvoorbeeld een gsm-nummer, of een buur.
help-new-urgency = Hoe dringend is het?
help-new-today-call = Bel ook de coördinator. De app alleen is niet snel genoeg zonder internet.
help-new-consent = Mogen we deze vraag doorgeven?
help-new-consent-hint = Zeg wat we doorgeven en aan wie. De bewoner kan dit altijd stoppen.
help-new-consent-yes = Ja
help-new-consent-no = Neen
help-new-consent-later = Nog niet gevraagd
help-new-recipient = Aan wie?
help-new-fields = Wat mogen we doorgeven?
help-new-unshared-no = Dan blijft de vraag bij u. Anderen zien alleen de soort, hoe dringend ze is en de stand.
help-new-unshared-later = De vraag blijft bij u tot de bewoner beslist.
help-new-save = Hulpvraag bewaren
help-new-saved = Hulpvraag bewaard op deze laptop: { $title }

help-lacks-title =
    { $count ->
        [one] Er ontbreekt nog 1 antwoord
       *[other] Er ontbreken nog { $count } antwoorden
    }
help-lacks-household = Kies van wie de vraag is.
help-lacks-category = Kies waarover de vraag gaat.
help-lacks-description = Schrijf wat de bewoner vraagt. Een paar woorden zijn genoeg.
help-lacks-urgency = Kies hoe dringend het is.
help-lacks-consent = Kies of we de vraag mogen doorgeven.
help-lacks-recipient = Kies een dienst.
help-lacks-fields = Kies minstens 1 ding dat we mogen doorgeven.
