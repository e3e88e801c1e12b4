# Reading aloud: what the buttons say to worker and resident, the keys, and the voices in Settings.

read-aloud = Lire à voix haute
read-stop = Arrêter
read-pause = Pause
read-resume = Continuer
read-repeat = Répéter cette phrase
read-slow = Lent
read-failed = La lecture à voix haute ne marche pas maintenant.

key-read = Lire à voix haute, pause ou continuer
key-read-pause = Lecture : pause ou continuer
key-read-stop = Arrêter la lecture

settings-voices = Lecture à voix haute sur cet ordinateur
settings-voice-yes = peut être lu
settings-voice-no = pas de voix
settings-voices-hint = Une langue sans voix n’a pas de bouton pour écouter. L’administrateur ajoute des voix avec cette commande. Ce qui est lu reste sur l’ordinateur.
settings-voices-all = Toutes les langues ont une voix. Ce qui est lu reste sur l’ordinateur.
