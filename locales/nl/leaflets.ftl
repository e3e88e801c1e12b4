# Leaflets: the list, one beside the Dutch, one for the resident.

leaflets-title = Folders
leaflets-list = Alle folders
leaflets-language = Taal van de bewoner
leaflets-untranslated = Nog niet vertaald. U ziet het Nederlands.
leaflets-outdated = Deze vertaling is ouder dan het Nederlands. Kijk de cijfers na.
leaflets-checked = Nagekeken door { $name } op { $date }
leaflets-unchecked = Deze vertaling is nog niet nagekeken
leaflets-version = versie { $version }
leaflets-expires = geldt tot { $date }
leaflets-expired = verlopen op { $date }
leaflets-dutch = Nederlands
leaflets-show = Tonen aan bewoner
leaflets-mark-shown = Getoond
leaflets-mark-left = Achtergelaten
leaflets-marked-shown = Getoond: { $title }
leaflets-marked-left = Achtergelaten: { $title }
leaflets-for = Wordt genoteerd bij { $address }
leaflets-for-nobody = Kies eerst een adres bij Vandaag om te noteren dat u een folder gaf.
leaflets-back-to-visit = Terug naar het bezoek
leaflets-strip = { $title }. De bewoner ziet alleen deze folder.
key-mark-shown = Folder getoond
key-mark-left = Folder achtergelaten
