# Forms at the office: versions, checking a spreadsheet, trying it, publishing.

# The list of versions.

nav-forms = Formulieren
forms-lead = De vragen van een bezoek. U kiest een Excel-bestand, kijkt het na en publiceert het.
forms-choose = Formulier kiezen
forms-template = Leeg formulier bewaren
forms-drop-hint = U kunt een bestand ook op dit scherm slepen. Kies tabellen (.csv) samen met het formulier.
forms-version = versie { $version }
forms-built-in = Dit formulier zit in de app.
forms-published-by = Gepubliceerd door { $name }, { $when }
forms-published-at = Gepubliceerd door de server, { $when }
forms-published-by-server = Gepubliceerd door de server
forms-visits =
    { $count ->
        [one] 1 bezoek op deze laptop
       *[other] { $count } bezoeken op deze laptop
    }
forms-state-in-use = In gebruik
forms-state-kept = Niet voor nieuwe bezoeken
forms-state-withdrawn = Ingetrokken
forms-waiting = Wacht op verzending
forms-try = Proberen
forms-export = Bewaren als bestand
forms-withdraw = Intrekken
forms-use-again = Opnieuw gebruiken
forms-published = Versie { $version } is gepubliceerd. Ze gaat naar alle laptops.
forms-withdrawn = Versie { $version } is ingetrokken.
forms-saved = Het bestand is bewaard.

# A spreadsheet that was chosen.

forms-errors =
    { $count ->
        [one] 1 fout
       *[other] { $count } fouten
    }
forms-warnings =
    { $count ->
        [one] 1 opmerking
       *[other] { $count } opmerkingen
    }
forms-no-problems = Geen fouten
forms-questions =
    { $count ->
        [one] 1 vraag
       *[other] { $count } vragen
    }
forms-sections =
    { $count ->
        [one] 1 deel
       *[other] { $count } delen
    }
forms-repeats =
    { $count ->
        [one] 1 herhaling
       *[other] { $count } herhalingen
    }
forms-errors-first = Dit formulier kan nog niet gebruikt worden. Verbeter eerst de fouten in het bestand, en kies het opnieuw.
forms-newest = De hoogste versie tot nu: { $version }
forms-publish = Publiceren
forms-back-to-list = Terug naar de lijst
forms-problems = Wat er te verbeteren is
forms-problems-caption = Fouten eerst, dan opmerkingen
forms-where = Waar
forms-row-holds = Dit staat er
forms-what-to-do = Wat er mis is, en wat u doet
forms-error = Fout
forms-warning = Opmerking
forms-whole-file = Het hele bestand
forms-sheet = Blad { $sheet }
forms-sheet-row = Blad { $sheet }, rij { $row }
forms-column = Kolom { $column }
forms-problem-other = Hier klopt iets niet ({ $code }). Kijk de rij na.
forms-problems-more =
    { $count ->
        [one] En nog 1. Verbeter eerst deze, en kies het bestand opnieuw.
       *[other] En nog { $count }. Verbeter eerst deze, en kies het bestand opnieuw.
    }
forms-languages = Hoe volledig is elke taal?
forms-languages-hint = Waar een vertaling ontbreekt, ziet de bewoner de eerste taal, met de melding dat de vertaling er nog niet is.
forms-language = Taal
forms-texts-labels = Vragen en titels
forms-texts-hints = Uitleg
forms-texts-messages = Meldingen
forms-texts-choices = Keuzes
forms-missing = Ontbreekt
forms-count-of = { $have } van { $of }
forms-complete = Volledig
forms-missing-count =
    { $count ->
        [one] 1 tekst
       *[other] { $count } teksten
    }
forms-text-label = Vraag of titel
forms-text-hint = Uitleg
forms-text-message = Melding
forms-text-choice = Keuze
forms-missing-row = rij { $row }, { $name }
forms-missing-choice = { $name }

# Publishing and withdrawing.

forms-publish-title = { $title }, versie { $version }: publiceren?
forms-publish-new = Alle nieuwe bezoeken gebruiken deze versie, in heel de gemeente.
forms-publish-begun = Bezoeken die al begonnen zijn, gaan verder met hun eigen versie.
forms-publish-for-good = Een gepubliceerde versie verandert niet meer. Voor een verbetering publiceert u een hogere versie.
forms-now = Nu in gebruik: { $title }, versie { $version }
forms-publish-other = Dit is een ander formulier. Het komt in de plaats van { $title }.
forms-publish-untranslated = Niet alles is vertaald: { $languages }.
forms-withdraw-title = { $title }, versie { $version }: intrekken?
forms-withdraw-next = Nieuwe bezoeken gebruiken dan { $title }, versie { $version }.
forms-withdraw-unused = Nieuwe bezoeken gebruiken deze versie nu niet. Dat blijft zo.
forms-withdraw-begun = Bezoeken die ermee begonnen zijn, gaan gewoon verder en blijven leesbaar.
forms-withdraw-visits =
    { $count ->
        [one] Op deze laptop staat 1 bezoek met deze versie.
       *[other] Op deze laptop staan { $count } bezoeken met deze versie.
    }

# Trying a form.

forms-trial-title = Proberen: { $title }
forms-trial-nothing-kept = Er wordt niets bewaard
forms-trial-own = U leest
forms-trial-other = De bewoner leest
forms-trial-end = Stoppen
forms-trial-remove = Dit weglaten

# What a sent visit holds that its form does not allow.

form-issues = Het formulier laat dit niet toe
form-issue-unknown-form = De server kent dit formulier niet. De antwoorden zijn niet nagekeken.
form-issue-unknown-path = Deze vraag staat niet in het formulier.
form-issue-not-answerable = Hier hoort geen antwoord.
form-issue-wrong-type = Dit antwoord past niet bij de soort vraag.
form-issue-unknown-choice = Deze keuze staat niet in het formulier.
form-issue-constraint = Dit antwoord past niet bij een regel van het formulier.
form-issue-required = Hier ontbreekt een antwoord.

# In the list of what waits.

sending-kind-form = Formulier
