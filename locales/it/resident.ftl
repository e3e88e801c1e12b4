# What a resident reads, in their own language; and the strip for the worker, in the worker's.

resident-refuse = Non voglio rispondere
resident-next = Avanti
resident-previous = Indietro
resident-language-button = Lingua
resident-choose-more = Può scegliere più di una risposta.
resident-put-off = Questa domanda viene più tardi.
resident-thanks = Grazie. Può restituire il portatile.
resident-not-saved = Attenda un momento.

resident-strip-back = Torna al modulo
resident-strip-hold = Tenga premuto Esc o il pulsante per 1 secondo
resident-strip-chosen = Scelta attuale: { $answer }
resident-strip-none = Ancora nessuna scelta
resident-strip-only = Si vede solo questa domanda.
resident-strip-put-off = Domanda delicata, rimandata: un minore traduce.
