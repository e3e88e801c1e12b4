# Opening the app: the first time, each day, and when it cannot.

unlock-other-languages = The same question in other languages
unlock-scene = Drawing: a double miners’ house (cité). The door of number 14 is open, warm light falls outside.
unlock-hello = Hello { $name }
unlock-hello-anyone = Hello
unlock-lead = Type your passphrase to open the app.
unlock-passphrase = Passphrase
unlock-passphrase-hint = Four words, with spaces between them.
unlock-show = Show
unlock-hide = Hide
unlock-open = Open my day
unlock-opening = The app is opening
unlock-forgotten = Forgotten?
unlock-forgotten-text = Nobody can look up your passphrase. Call your administrator. You get a new code for this laptop. What was not sent yet is then lost.
unlock-wait =
    { $seconds ->
        [one] Wait 1 more second.
       *[other] Wait { $seconds } more seconds.
    }
unlock-works-offline = This also works without internet.

blocked-already-open = The app is already open
blocked-newer-database = This app is too old
blocked-damaged-database = The data are damaged
blocked-other = The app cannot open
blocked-what-is-safe = What you have sent is on the server and comes back. What was not sent yet is only on this laptop, in the damaged files.
blocked-start-over-text = You can start again with a new code. The damaged files stay on this laptop, in a folder with the date of today. We erase nothing.
blocked-start-over = Set apart and start again

enrol-title = Set up this laptop
enrol-lead = You do this once. You need your letter and internet.
enrol-steps = Steps
enrol-step-server = Address
enrol-step-code = Code
enrol-step-passphrase = Passphrase
enrol-url = Address of the server
enrol-url-hint = It is in your letter. For example https://bezoek.gemeente.be
enrol-check = Check address
enrol-checking = Finding the server
enrol-found = Found: { $municipality }
enrol-code = Code
enrol-code-hint = Four groups of four characters, in your letter. You use them once.
enrol-device-name = Name of this laptop
enrol-device-hint = For example Laptop 14. Your administrator recognises it by this name.
enrol-passphrase = Choose a passphrase
enrol-passphrase-hint = At least { $minimum } characters. Take four words that do not belong together. Do not write them on this laptop.
enrol-repeat = Type it once more
enrol-repeat-differs = The two phrases are not the same. Type both again.
enrol-next = Next
enrol-start = Set up laptop
enrol-busy = Getting your list
enrol-busy-text = Leave the laptop open. This usually takes less than a minute.
enrol-remaining =
    { $count ->
        [one] 1 more item
       *[other] { $count } more items
    }
strength-too-short = still too short
strength-common = too well known
strength-fair = fair
strength-good = good
strength-label = Strength: { $strength }
