# What the office decides: values that two people wrote, changes that were set aside, addresses added twice.

decide-parts = Che cosa aspetta una decisione
decide-part-choices = Che cosa è giusto?, { $count }
decide-part-set-aside = Da controllare, { $count }
decide-part-doubles = Forse doppi, { $count }
decide-empty-choices = Non c’è niente da scegliere
decide-empty-set-aside = Non c’è niente da controllare
decide-empty-doubles = Nessun indirizzo sembra doppio
decide-empty-text = Quando qualcosa aspetta, lo vede qui e nel menu.
decide-key-next = Successivo
decide-key-previous = Precedente
decide-key-first = Resta il primo indirizzo
decide-key-second = Resta il secondo indirizzo

## A change that was set aside
decide-deed-create = ha aggiunto questo
decide-deed-set = ha modificato questo
decide-deed-delete = ha tolto questo
decide-because-forbidden = In controllo perché questo collega non può modificarlo. Forse è cambiato il ruolo o il quartiere.
decide-because-unknown-record = In controllo perché appartiene a qualcosa che il server non conosce.
decide-because-deleted = In controllo perché nel frattempo qualcuno lo ha tolto.
decide-because-erased = In controllo perché è stato cancellato per sempre. Il server non conserva che cosa c’era scritto.
decide-because-content-differs = In controllo perché la stessa modifica è già arrivata, con un altro contenuto.
decide-because-invalid = In controllo perché manca qualcosa o qualcosa non è giusto.
decide-because-append-only = In controllo perché dopo l’invio non può più cambiare.
decide-blocked-author-only = Lei non vede che cosa c’è scritto, o non può salvarlo. Chieda a chi lo ha scritto di inviarlo di nuovo, da Invio.
decide-blocked-erased = Questo non si può più conservare. Scriva perché.
decide-blocked-fixed = Questo non può più cambiare. Resta il primo. Scriva perché.
decide-blocked-deleted = Questo è stato tolto e non torna. Scriva perché.
decide-blocked-missing = Questo appartiene a qualcosa che qui non c’è ancora. Controlli prima quello.
decide-blocked-invalid = Prima cambi ciò che non è giusto. Scelga anche un Suo quartiere.
decide-blocked-unchangeable = Qui c’è qualcosa che non è giusto, e Lei non può cambiarlo. Scriva perché. Così si può scrivere di nuovo.
decide-stands = ora: { $value }
decide-accept = Accetta
decide-edit = Modifica
decide-reject = Non accettare
decide-edit-title = Modificare ciò che ha scritto { $name }
decide-edit-save = Salva così
decide-reject-title = Non accettare ciò che ha scritto { $name }
decide-reason = Perché? { $name } lo legge.
decide-reason-missing = Scriva perché in poche parole.
decide-accepted = { $what } di { $name }: accettato
decide-rejected = { $what } di { $name }: non accettato

## What came of it
decide-decided = Che cosa è stato controllato
decide-said-accepted = Accettato da { $name }, { $when }
decide-said-edited = Accettato da { $name } con altri valori, { $when }
decide-said-rejected = Non accettato da { $name }, { $when }
decide-why = Motivo: { $reason }
decide-written = Che cosa c’era scritto
decide-accept-after-all = Accetta lo stesso

## Addresses that look the same
decide-double-title = Sono le stesse persone? { $address }
decide-double-text = Tutto quello dei due va con l’indirizzo che resta. Non si perde niente, e si può tornare indietro.
decide-attempts =
    { $count ->
        [one] 1 tentativo
       *[other] { $count } tentativi
    }
decide-people =
    { $count ->
        [one] 1 persona
       *[other] { $count } persone
    }
decide-stays = Resta questo indirizzo
decide-apart = Due indirizzi
decide-apart-said = Restano due indirizzi
decide-merged = Uniti
decide-merged-line = { $alias } va con { $stays }, { $address }
decide-merged-said = Uniti: { $address }
decide-lift = Invece due indirizzi
decide-lifted = Sono di nuovo due indirizzi
