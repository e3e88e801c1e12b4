# Leaflets: the list, one beside the Dutch, one for the resident.

leaflets-title = Opuscoli
leaflets-list = Tutti gli opuscoli
leaflets-language = Lingua della persona
leaflets-untranslated = Non ancora tradotto. Lei vede il testo olandese.
leaflets-outdated = Questa traduzione è più vecchia del testo olandese. Controlli le cifre.
leaflets-checked = Controllato da { $name }, { $date }
leaflets-unchecked = Questa traduzione non è ancora controllata
leaflets-version = versione { $version }
leaflets-expires = scadenza: { $date }
leaflets-expired = scaduto: { $date }
leaflets-dutch = Olandese
leaflets-show = Mostra alla persona
leaflets-mark-shown = Mostrato
leaflets-mark-left = Lasciato
leaflets-marked-shown = Mostrato: { $title }
leaflets-marked-left = Lasciato: { $title }
leaflets-for = Si annota per { $address }
leaflets-for-nobody = Prima scelga un indirizzo in Oggi per annotare che ha dato un opuscolo.
leaflets-back-to-visit = Torna alla visita
leaflets-strip = { $title }. La persona vede solo questo opuscolo.
key-mark-shown = Opuscolo mostrato
key-mark-left = Opuscolo lasciato
