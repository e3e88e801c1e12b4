# Leaflets: the list, one beside the Dutch, one for the resident.

leaflets-title = Leaflets
leaflets-list = All leaflets
leaflets-language = Language of the resident
leaflets-untranslated = Not translated yet. You see the Dutch.
leaflets-outdated = This translation is older than the Dutch. Check the figures.
leaflets-checked = Checked by { $name } on { $date }
leaflets-unchecked = This translation has not been checked yet
leaflets-version = version { $version }
leaflets-expires = valid until { $date }
leaflets-expired = expired on { $date }
leaflets-dutch = Dutch
leaflets-show = Show to resident
leaflets-mark-shown = Shown
leaflets-mark-left = Left behind
leaflets-marked-shown = Shown: { $title }
leaflets-marked-left = Left behind: { $title }
leaflets-for = Noted with { $address }
leaflets-for-nobody = First choose an address in Today to note that you gave a leaflet.
leaflets-back-to-visit = Back to the visit
leaflets-strip = { $title }. The resident sees only this leaflet.
key-mark-shown = Leaflet shown
key-mark-left = Leaflet left behind
