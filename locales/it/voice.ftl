# Reading aloud: what the buttons say to worker and resident, the keys, and the voices in Settings.

read-aloud = Leggi ad alta voce
read-stop = Ferma
read-pause = Pausa
read-resume = Continua
read-repeat = Ripeti questa frase
read-slow = Lento
read-failed = Adesso la lettura ad alta voce non funziona.

key-read = Leggere ad alta voce, pausa o continua
key-read-pause = Lettura: pausa o continua
key-read-stop = Fermare la lettura

settings-voices = Lettura ad alta voce su questo computer
settings-voice-yes = si può ascoltare
settings-voice-no = nessuna voce
settings-voices-hint = Per una lingua senza voce non c’è il pulsante per ascoltare. L’amministratore aggiunge le voci con questo comando. Quello che viene letto resta sul computer.
settings-voices-all = Tutte le lingue hanno una voce. Quello che viene letto resta sul computer.
