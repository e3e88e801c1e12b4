# Reading aloud: what the buttons say to worker and resident, the keys, and the voices in Settings.

read-aloud = Sesli oku
read-stop = Durdur
read-pause = Ara ver
read-resume = Devam et
read-repeat = Bu cümleyi tekrarla
read-slow = Yavaş
read-failed = Sesli okuma şimdi çalışmıyor.

key-read = Sesli oku, ara ver ya da devam et
key-read-pause = Sesli okuma: ara ver ya da devam et
key-read-stop = Sesli okumayı durdur

settings-voices = Bu bilgisayarda sesli okuma
settings-voice-yes = sesli okunur
settings-voice-no = ses yok
settings-voices-hint = Sesi olmayan bir dilde sesli okuma düğmesi yoktur. Yönetici bu komutla ses ekler. Okunanlar bilgisayarda kalır.
settings-voices-all = Bütün dillerin sesi var. Okunanlar bilgisayarda kalır.
