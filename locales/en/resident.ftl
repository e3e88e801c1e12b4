# What a resident reads, in their own language; and the strip for the worker, in the worker's.

resident-refuse = I do not want to answer
resident-next = Next
resident-previous = Previous
resident-language-button = Language
resident-choose-more = You may choose more than one answer.
resident-put-off = This question comes later.
resident-thanks = Thank you. Please give the laptop back.
resident-not-saved = Please wait a moment.

resident-strip-back = Back to the form
resident-strip-hold = Hold Esc or the button for 1 second
resident-strip-chosen = Chosen now: { $answer }
resident-strip-none = Nothing chosen yet
resident-strip-only = Only this question is visible.
resident-strip-put-off = Sensitive question, put off: a minor is interpreting.
