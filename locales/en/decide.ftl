# What the office decides: values that two people wrote, changes that were set aside, addresses added twice.

decide-parts = What waits for a decision
decide-part-choices = What is right?, { $count }
decide-part-set-aside = To check, { $count }
decide-part-doubles = Maybe double, { $count }
decide-empty-choices = There is nothing to choose
decide-empty-set-aside = There is nothing to check
decide-empty-doubles = No address looks double
decide-empty-text = When something waits, you see it here and in the menu.
decide-key-next = Next
decide-key-previous = Previous
decide-key-first = The first address stays
decide-key-second = The second address stays

## A change that was set aside
decide-deed-create = added this
decide-deed-set = changed this
decide-deed-delete = removed this
decide-because-forbidden = Being checked because this colleague may not change this. Perhaps the role or the neighbourhood has changed.
decide-because-unknown-record = Being checked because this belongs to something that the server does not know.
decide-because-deleted = Being checked because somebody has removed this in the meantime.
decide-because-erased = Being checked because this has been erased for good. The server does not keep what it said.
decide-because-content-differs = Being checked because the same change arrived before, with other content.
decide-because-invalid = Being checked because something is missing or is not right.
decide-because-append-only = Being checked because this cannot change any more after it was sent.
decide-blocked-author-only = You cannot see what this says, or you may not keep it yourself. Ask whoever wrote it to send it again. They can do so under Sending.
decide-blocked-erased = This can no longer be kept. Say why.
decide-blocked-fixed = This cannot change any more. The first one stays. Say why.
decide-blocked-deleted = This was removed and does not come back. Say why.
decide-blocked-missing = This belongs to something that is not here yet. Check that first.
decide-blocked-invalid = First change what is not right. Also choose a neighbourhood of yours.
decide-blocked-unchangeable = Something here is not right, and you cannot change it. Say why, so that it can be written again.
decide-stands = now: { $value }
decide-accept = Accept
decide-edit = Change
decide-reject = Do not accept
decide-edit-title = Change what { $name } wrote
decide-edit-save = Keep it like this
decide-reject-title = Do not accept what { $name } wrote
decide-reason = Why? { $name } reads this.
decide-reason-missing = Write in a few words why.
decide-accepted = { $what } of { $name }: accepted
decide-rejected = { $what } of { $name }: not accepted

## What came of it
decide-decided = What was checked
decide-said-accepted = Accepted by { $name }, { $when }
decide-said-edited = Accepted by { $name } with other values, { $when }
decide-said-rejected = Not accepted by { $name }, { $when }
decide-why = Reason: { $reason }
decide-written = What was written
decide-accept-after-all = Accept after all

## Addresses that look the same
decide-double-title = Are these the same people? { $address }
decide-double-text = Everything of both goes with the address that stays. Nothing is lost, and it can be undone.
decide-attempts =
    { $count ->
        [one] 1 attempt
       *[other] { $count } attempts
    }
decide-people =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
decide-stays = This address stays
decide-apart = Two addresses
decide-apart-said = These stay two addresses
decide-merged = Put together
decide-merged-line = { $alias } belongs to { $stays }, { $address }
decide-merged-said = Put together: { $address }
decide-lift = Two addresses after all
decide-lifted = These are two addresses again
