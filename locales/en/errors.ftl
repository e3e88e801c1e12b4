# One message for each code of the core: what happened, what is safe, what to do.

error-internal = Something went wrong in the app. What was saved is not lost. Try again. Does it stay? Call the helpdesk.
error-bad-input = The app does not understand this. What was saved is not lost. Close the app and open it again.
error-locked = The app is locked. Everything is saved. Type your passphrase.
error-already-open = The app is already open in another window. Go on there, or close that window first.
error-wrong-passphrase = This passphrase is not right. Check capitals and spaces.
error-wait-before-retry =
    { $seconds ->
        [one] Please wait. Try again in 1 second.
       *[other] Please wait. Try again in { $seconds } seconds.
    }
error-passphrase-too-short = This passphrase is too short. Take four words, for example of things in your kitchen.
error-passphrase-too-common = This passphrase is too well known. Take four words that do not belong together.
error-wrong-code = This code is not right. Type it again, as in your letter.
error-used-code = This code has already been used. Ask your administrator for a new code.
error-expired-code = This code is too old. Ask your administrator for a new code.
error-unreachable = Nobody answers at this address. Check the internet and the address.
error-wrong-server = There is another application at this address. Check the address in your letter.
error-insecure-address = This address is not secure. It must begin with https://
error-app-too-old = This app is too old to send. Everything stays on this laptop. Ask your administrator for the new app.
error-server-too-old = The server is older than this app. Everything stays on this laptop. Tell your administrator.
error-revoked = This laptop may not connect any more. Everything stays on this laptop. Call your coordinator. With a new code you can enrol this laptop again.
error-cloned = A copy of this laptop is in use. Nothing is lost. Ask your administrator for a new code and enrol this laptop here again.
error-other-user = This code is for somebody else. Ask your administrator for a code in your name.
error-too-many-requests = The server is busy. Everything stays on this laptop. The app tries again soon.
error-newer-database = A newer app made these data. They were not touched. Ask your administrator for the new app.
error-damaged-database = The data on this laptop are damaged. Nothing was erased. What was sent is on the server. Call the helpdesk.
error-disk-full = Saving does not work: the disk is full. Your text stays on the screen. Make room or call the helpdesk. Do not close the app.
error-disk-error = Saving does not work: the disk does not answer. Your text stays on the screen. Call the helpdesk. Do not close the app.
error-not-found = This is no longer on this laptop. Maybe it was moved. Search for it again.
error-forbidden = You may not see or change this. Ask your coordinator.
error-visit-incomplete = Some questions have no answer yet. You can also refuse them or ask them later.
error-form-unreadable = The form cannot be read. Your data are saved. Make a quick note and tell your coordinator.
error-form-has-errors = This form still has errors. Correct them in the file first.
error-form-without-version = This form has no version. Fill in version on the sheet settings, for example 2026112401.
error-form-version-taken = This version exists already, or there is a higher one. Raise version on the sheet settings.
error-form-too-large = This form is too large, with its tables. It may be { $max } MB at most.
error-not-a-form = This is not a form. Choose a file that ends in .xlsx or .xls.
error-missing-field = This field is still empty. Fill it in.
error-text-too-long = This text is too long. Make it shorter than { $max } characters.
error-invalid-number = This is not a number. Write for example 4.
error-invalid-time = This time is not right. Write for example 9.30.
error-invalid-year = This year is not right. Write for example 1948.
error-invalid-date = This date is not right. Write for example 24/11/2026.
error-not-allowed-now = This step is not possible now. Maybe someone else already did something. First look at what it says.
error-reason-needed = First write why. A few words are enough.
