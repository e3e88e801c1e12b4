# Reading aloud: what the buttons say to worker and resident, the keys, and the voices in Settings.

read-aloud = Read aloud
read-stop = Stop
read-pause = Pause
read-resume = Continue
read-repeat = This sentence again
read-slow = Slow
read-failed = Reading aloud does not work now.

key-read = Read aloud, pause or continue
key-read-pause = Reading aloud: pause or continue
key-read-stop = Stop reading aloud

settings-voices = Reading aloud on this laptop
settings-voice-yes = is read aloud
settings-voice-no = no voice
settings-voices-hint = A language without a voice has no button to read aloud. The administrator adds voices with this command. What is read aloud stays on the laptop.
settings-voices-all = All languages have a voice. What is read aloud stays on the laptop.
