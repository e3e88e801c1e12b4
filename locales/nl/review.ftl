# Sent visits: the coordinator's queue, one visit, the author's corrections.

review-tabs = Stand van de bezoeken
review-tab-received = Ontvangen, { $count }
review-tab-has-issues = Opvolging nodig, { $count }
review-tab-approved = Goedgekeurd, { $count }
review-queue = Bezoeken
review-next = volgende
review-previous = vorige
review-key-next = Volgend bezoek
review-key-previous = Vorig bezoek
review-flagged = Let op
review-comments-count =
    { $count ->
        [one] 1 opmerking
       *[other] { $count } opmerkingen
    }
review-no-household = Adres niet op deze laptop

## States, as the life cycle names them
review-state-received = Aangekomen
review-state-has-issues = Opvolging gevraagd
review-state-approved = Goedgekeurd
review-state-rejected = Afgekeurd

## Why a visit asks for attention
review-flag-other = Vraagt aandacht
review-flag-mood = Het gaat slecht
review-flag-urgent = Dringende hulpvraag
review-flag-danger = Gevaar genoteerd
review-flag-minor = Minderjarige vertaalde
review-flag-incomplete = Onvolledig
review-flag-form = Past niet bij het formulier

## One visit
review-visited = bezocht door { $name }, { $channel }, { $when }
review-visited-with = bezocht door { $name } en { $with }, { $channel }, { $when }
review-clock =
    De klok van de laptop liep { $by } { $way ->
        [ahead] voor
       *[behind] achter
    } toen dit bezoek aankwam. De uren kloppen misschien niet.
review-consent = Toestemming.
review-requests = Hulpvragen die gedeeld mogen worden
review-first = Eerst bekijken
review-whole = Over het hele bezoek
review-refused = Wil niet antwoorden
review-later = Later vragen
review-no-answer = Geen antwoord
review-revised = Verbeterd door { $name }, { $when }. Reden: { $reason }
review-own = Dit is uw eigen bezoek. Een collega kijkt het na.

## Comments
review-comment = Opmerking schrijven
review-answer = Antwoorden
review-write = Schrijf aan de coördinator
review-write-to = Schrijf aan { $name }
review-send-comment = Opmerking bewaren
review-comment-missing = De opmerking is nog leeg.
review-you = U

## Decide
review-approve = Goedkeuren
review-follow-up = Opvolging vragen
review-follow-up-title = Opvolging vragen aan { $name }
review-follow-up-label = Wat moet nog gebeuren?
review-follow-up-hint = De huisbezoeker leest dit bij het bezoek.
review-reject = Afkeuren
review-reject-title = Bezoek afkeuren: { $name }?
review-reject-text = Het bezoek telt dan niet mee. De antwoorden blijven bewaard. { $name } ziet dat het afgekeurd is.
review-reject-keep = Niet afkeuren
review-said-approved = Goedgekeurd: { $name }
review-said-has-issues = Opvolging gevraagd: { $name }
review-said-rejected = Afgekeurd: { $name }
review-said-received = Terug bij ontvangen: { $name }
review-rest =
    { $count ->
        [one] Rest samen goedkeuren, 1
       *[other] Rest samen goedkeuren, { $count }
    }
review-rest-title =
    { $count ->
        [one] 1 bezoek goedkeuren?
       *[other] { $count } bezoeken samen goedkeuren?
    }
review-rest-text =
    { $count ->
        [one] Bij dit bezoek vraagt niets aandacht. Bezoeken met “Let op” blijven staan.
       *[other] Bij deze { $count } bezoeken vraagt niets aandacht. Bezoeken met “Let op” blijven staan.
    }
review-rest-keep = Eerst zelf bekijken
review-rest-approved =
    { $count ->
        [one] 1 bezoek goedgekeurd
       *[other] { $count } bezoeken goedgekeurd
    }
review-empty-received = Alles is nagekeken
review-empty-has-issues = Er wordt nergens opvolging gevraagd
review-empty-approved = Er is nog niets goedgekeurd
review-empty-text = Nieuwe bezoeken komen hier vanzelf.

## The author
review-visit-title = Bezoek
review-mine-lead = Een collega vroeg iets over deze bezoeken.
review-mine-asked = Een collega vraagt opvolging. Antwoord bij de vraag, of verbeter het antwoord.
review-mine-empty = Geen vragen aan u
review-mine-empty-text = Vraagt een collega iets over een bezoek? Dan staat het hier.
review-correct = Verbeteren
review-correct-new = Nieuw antwoord
review-correct-reason = Waarom verbetert u dit?
review-correct-reason-hint = Het oude antwoord blijft bewaard, met uw reden.
review-correct-save = Verbetering bewaren
