# Reading aloud: what the buttons say to worker and resident, the keys, and the voices in Settings.

read-aloud = Voorlezen
read-stop = Stoppen
read-pause = Pauze
read-resume = Verder
read-repeat = Deze zin opnieuw
read-slow = Traag
read-failed = Voorlezen lukt nu niet.

key-read = Voorlezen, pauze of verder
key-read-pause = Voorlezen: pauze of verder
key-read-stop = Stoppen met voorlezen

settings-voices = Voorlezen op deze laptop
settings-voice-yes = wordt voorgelezen
settings-voice-no = geen stem
settings-voices-hint = Voor een taal zonder stem staat er geen knop om voor te lezen. De beheerder voegt stemmen toe met deze opdracht. Wat wordt voorgelezen, blijft op de laptop.
settings-voices-all = Alle talen hebben een stem. Wat wordt voorgelezen, blijft op de laptop.
