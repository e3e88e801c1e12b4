# What the office decides: values that two people wrote, changes that were set aside, addresses added twice.

decide-parts = Wat wacht op een beslissing
decide-part-choices = Wat klopt?, { $count }
decide-part-set-aside = Na te kijken, { $count }
decide-part-doubles = Misschien dubbel, { $count }
decide-empty-choices = Er is niets te kiezen
decide-empty-set-aside = Er is niets na te kijken
decide-empty-doubles = Geen adres lijkt dubbel
decide-empty-text = Als er iets wacht, ziet u het hier en in het menu.
decide-key-next = Volgende
decide-key-previous = Vorige
decide-key-first = Het eerste adres blijft
decide-key-second = Het tweede adres blijft

## A change that was set aside
decide-deed-create = voegde dit toe
decide-deed-set = wijzigde dit
decide-deed-delete = verwijderde dit
decide-because-forbidden = Wordt nagekeken omdat deze collega dit niet mag wijzigen. Misschien is de rol of de wijk veranderd.
decide-because-unknown-record = Wordt nagekeken omdat dit hoort bij iets wat de server niet kent.
decide-because-deleted = Wordt nagekeken omdat iemand dit intussen heeft verwijderd.
decide-because-erased = Wordt nagekeken omdat dit voorgoed is gewist. De server bewaart niet wat er stond.
decide-because-content-differs = Wordt nagekeken omdat dezelfde wijziging al aankwam, met een andere inhoud.
decide-because-invalid = Wordt nagekeken omdat er iets ontbreekt of niet klopt.
decide-because-append-only = Wordt nagekeken omdat dit na het versturen niet meer kan veranderen.
decide-blocked-author-only = U ziet niet wat hier staat, of u mag dit niet zelf bewaren. Vraag aan wie het schreef om het opnieuw te versturen. Dat kan bij Versturen.
decide-blocked-erased = Dit kan niet meer worden bewaard. Laat weten waarom.
decide-blocked-fixed = Dit kan niet meer veranderen. Het eerste blijft staan. Laat weten waarom.
decide-blocked-deleted = Dit is verwijderd en komt niet terug. Laat weten waarom.
decide-blocked-missing = Dit hoort bij iets wat hier nog niet is. Kijk dat eerst na.
decide-blocked-invalid = Pas eerst aan wat niet klopt. Kies ook een wijk van u.
decide-blocked-unchangeable = Hier klopt iets niet, en u kunt het niet aanpassen. Laat weten waarom. Dan kan iemand het opnieuw schrijven.
decide-stands = nu: { $value }
decide-accept = Aanvaarden
decide-edit = Aanpassen
decide-reject = Niet aanvaarden
decide-edit-title = Aanpassen wat { $name } schreef
decide-edit-save = Zo bewaren
decide-reject-title = Niet aanvaarden wat { $name } schreef
decide-reason = Waarom? { $name } leest dit.
decide-reason-missing = Schrijf in een paar woorden waarom.
decide-accepted = { $what } van { $name }: aanvaard
decide-rejected = { $what } van { $name }: niet aanvaard

## What came of it
decide-decided = Wat nagekeken is
decide-said-accepted = Aanvaard door { $name }, { $when }
decide-said-edited = Aanvaard door { $name } met andere waarden, { $when }
decide-said-rejected = Niet aanvaard door { $name }, { $when }
decide-why = Reden: { $reason }
decide-written = Wat er geschreven was
decide-accept-after-all = Toch aanvaarden

## Addresses that look the same
decide-double-title = Zijn dit dezelfde mensen? { $address }
decide-double-text = Alles van allebei komt bij het adres dat blijft. Er gaat niets verloren, en het kan terug.
decide-attempts =
    { $count ->
        [one] 1 poging
       *[other] { $count } pogingen
    }
decide-people =
    { $count ->
        [one] 1 persoon
       *[other] { $count } personen
    }
decide-stays = Dit adres blijft
decide-apart = Twee adressen
decide-apart-said = Dit blijven twee adressen
decide-merged = Samengevoegd
decide-merged-line = { $alias } hoort bij { $stays }, { $address }
decide-merged-said = Samengevoegd: { $address }
decide-lift = Toch twee adressen
decide-lifted = Dit zijn weer twee adressen
