# Opening the app: the first time, each day, and when it cannot.

unlock-other-languages = Aynı soru başka dillerde
unlock-scene = Çizim: bitişik iki maden mahallesi evi. 14 numaranın kapısı açık, içeriden dışarıya sıcak bir ışık geliyor.
unlock-hello = Merhaba { $name }
unlock-hello-anyone = Merhaba
unlock-lead = Uygulamayı açmak için parola cümlenizi yazın.
unlock-passphrase = Parola cümlesi
unlock-passphrase-hint = Dört kelime, aralarında boşluk var.
unlock-show = Göster
unlock-hide = Gizle
unlock-open = Günümü aç
unlock-opening = Uygulama açılıyor
unlock-forgotten = Unuttunuz mu?
unlock-forgotten-text = Parola cümlenizi kimse bulamaz. Yöneticinizi arayın. Bu bilgisayar için yeni bir kod alırsınız. Henüz gönderilmemiş olanlar o zaman kaybolur.
unlock-wait =
    { $seconds ->
        [one] 1 saniye daha bekleyin.
       *[other] { $seconds } saniye daha bekleyin.
    }
unlock-works-offline = Bu internet olmadan da çalışır.

blocked-already-open = Uygulama zaten açık
blocked-newer-database = Bu uygulama çok eski
blocked-damaged-database = Veriler hasarlı
blocked-other = Uygulama açılamıyor
blocked-what-is-safe = Gönderdikleriniz sunucuda ve geri gelir. Henüz gönderilmeyenler yalnızca bu bilgisayarda, hasarlı dosyaların içinde.
blocked-start-over-text = Yeni bir kodla yeniden başlayabilirsiniz. Hasarlı dosyalar bu bilgisayarda, bugünün tarihini taşıyan bir klasörde kalır. Hiçbir şey silmiyoruz.
blocked-start-over = Ayrı yere koy ve yeniden başla

enrol-title = Bu bilgisayarı kullanıma al
enrol-lead = Bunu bir kez yaparsınız. Mektubunuz ve internet gerekir.
enrol-steps = Adımlar
enrol-step-server = Adres
enrol-step-code = Kod
enrol-step-passphrase = Parola cümlesi
enrol-url = Sunucunun adresi
enrol-url-hint = Mektubunuzda yazar. Örneğin https://bezoek.gemeente.be
enrol-check = Adresi kontrol et
enrol-checking = Sunucu aranıyor
enrol-found = Bulundu: { $municipality }
enrol-code = Kod
enrol-code-hint = Mektubunuzda, dört karakterlik dört grup. Kodu bir kez kullanırsınız.
enrol-device-name = Bu bilgisayarın adı
enrol-device-hint = Örneğin Laptop 14. Yöneticiniz bilgisayarı böyle tanır.
enrol-passphrase = Bir parola cümlesi seçin
enrol-passphrase-hint = En az { $minimum } karakter. Birbiriyle ilgisi olmayan dört kelime seçin. Onları bu bilgisayara yazmayın.
enrol-repeat = Bir kez daha yazın
enrol-repeat-differs = İki cümle aynı değil. İkisini de yeniden yazın.
enrol-next = İleri
enrol-start = Kullanıma al
enrol-busy = Listeniz alınıyor
enrol-busy-text = Bilgisayarı açık bırakın. Bu genelde bir dakikadan az sürer.
enrol-remaining =
    { $count ->
        [one] 1 kayıt kaldı
       *[other] { $count } kayıt kaldı
    }
strength-too-short = henüz çok kısa
strength-common = çok bilinen
strength-fair = orta
strength-good = iyi
strength-label = Güç: { $strength }
