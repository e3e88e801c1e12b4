# One message for each code of the core: what happened, what is safe, what to do.

error-internal = Er ging iets mis in de app. Wat bewaard was, is niet verloren. Probeer opnieuw. Blijft het? Bel de helpdesk.
error-bad-input = De app begrijpt dit niet. Wat bewaard was, is niet verloren. Sluit de app en open ze opnieuw.
error-locked = De app is op slot. Alles is bewaard. Typ uw wachtwoordzin.
error-already-open = De app is al open in een ander venster. Werk daar verder, of sluit dat venster eerst.
error-wrong-passphrase = Die wachtwoordzin klopt niet. Kijk hoofdletters en spaties na.
error-wait-before-retry =
    { $seconds ->
        [one] Even wachten. Probeer over 1 seconde opnieuw.
       *[other] Even wachten. Probeer over { $seconds } seconden opnieuw.
    }
error-passphrase-too-short = Deze wachtwoordzin is te kort. Neem vier woorden, bijvoorbeeld van dingen in uw keuken.
error-passphrase-too-common = Deze wachtwoordzin is te bekend. Neem vier woorden die niet bij elkaar horen.
error-wrong-code = Deze code klopt niet. Typ ze opnieuw, zoals op uw brief.
error-used-code = Deze code is al gebruikt. Vraag uw beheerder een nieuwe code.
error-expired-code = Deze code is te oud. Vraag uw beheerder een nieuwe code.
error-unreachable = Er antwoordt niemand op dit adres. Kijk het internet en het adres na.
error-wrong-server = Op dit adres staat een andere toepassing. Kijk het adres na op uw brief.
error-insecure-address = Dit adres is niet beveiligd. Het moet beginnen met https://
error-app-too-old = Deze app is te oud om te versturen. Alles blijft op deze laptop. Vraag uw beheerder de nieuwe app.
error-server-too-old = De server is ouder dan deze app. Alles blijft op deze laptop. Verwittig uw beheerder.
error-revoked = Deze laptop mag niet meer verbinden. Alles blijft op deze laptop. Bel uw coördinator. Met een nieuwe code meldt u deze laptop opnieuw aan.
error-cloned = Van deze laptop is een kopie in gebruik. Er gaat niets verloren. Vraag uw beheerder een nieuwe code en meld deze laptop hier opnieuw aan.
error-other-user = Deze code is voor iemand anders. Vraag uw beheerder een code op uw naam.
error-too-many-requests = De server heeft het druk. Alles blijft op deze laptop. De app probeert straks opnieuw.
error-newer-database = Een nieuwere app heeft deze gegevens gemaakt. Ze zijn niet aangeraakt. Vraag uw beheerder de nieuwe app.
error-damaged-database = De gegevens op deze laptop zijn beschadigd. Er is niets gewist. Wat verstuurd was, staat op de server. Bel de helpdesk.
error-disk-full = Bewaren lukt niet: de schijf is vol. Uw tekst blijft op het scherm. Maak plaats of bel de helpdesk. Sluit de app niet.
error-disk-error = Bewaren lukt niet: de schijf antwoordt niet. Uw tekst blijft op het scherm. Bel de helpdesk. Sluit de app niet.
error-not-found = Dit staat niet meer op deze laptop. Misschien is het verplaatst. Zoek het opnieuw.
error-forbidden = Dit mag u niet bekijken of wijzigen. Vraag het aan uw coördinator.
error-visit-incomplete = Er zijn nog vragen zonder antwoord. U kunt ze ook weigeren of later vragen.
error-form-unreadable = Het formulier kan niet gelezen worden. Uw gegevens zijn bewaard. Maak een korte notitie en verwittig uw coördinator.
error-form-has-errors = Dit formulier heeft nog fouten. Verbeter ze eerst in het bestand.
error-form-without-version = Dit formulier heeft geen versie. Vul version in op het blad settings, bijvoorbeeld 2026112401.
error-form-version-taken = Deze versie bestaat al, of er is al een hogere. Verhoog version op het blad settings.
error-form-too-large = Dit formulier is te groot, met zijn tabellen erbij. Het mag hoogstens { $max } MB zijn.
error-not-a-form = Dit is geen formulier. Kies een bestand dat eindigt op .xlsx of .xls.
error-missing-field = Dit veld is nog leeg. Vul het in.
error-text-too-long = Deze tekst is te lang. Maak hem korter dan { $max } tekens.
error-invalid-number = Dit is geen getal. Schrijf bijvoorbeeld 4.
error-invalid-time = Dit uur klopt niet. Schrijf bijvoorbeeld 9.30.
error-invalid-year = Dit jaartal klopt niet. Schrijf bijvoorbeeld 1948.
error-invalid-date = Deze datum klopt niet. Schrijf bijvoorbeeld 24/11/2026.
error-not-allowed-now = Die stap kan nu niet. Misschien deed iemand anders al iets. Kijk eerst wat er staat.
error-reason-needed = Schrijf eerst waarom. Een paar woorden zijn genoeg.
