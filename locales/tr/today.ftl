# Today's list, the card of one address, adding what was not on the list.

today-summary =
    { $count ->
        [one] { $where }, 1 adres
       *[other] { $where }, { $count } adres
    }
today-counts = { $visited } ziyaret edildi, { $away } evde yok, { $togo } gidilecek
today-counts-skipped =
    { $count ->
        [one] 1 adres ziyaret istemiyor veya artık orada değil
       *[other] { $count } adres ziyaret istemiyor veya artık orada değil
    }
today-street-count =
    { $count ->
        [one] 1 adres
       *[other] { $count } adres
    }
today-unfinished = Bitirilecekler
today-search = İsim veya adres ara
today-search-results =
    { $count ->
        [0] Bir şey bulunamadı
        [one] 1 sonuç bulundu
       *[other] { $count } sonuç bulundu
    }
today-search-none = Sonuç bulunamadı: “{ $text }”
today-search-none-text = Yazılışını kontrol edin. Adres listede yok mu? Ekleyin.
today-search-clear = Aramayı sil
today-add = Adres ekle
today-empty = Bugün için adres yok
today-empty-text = Listeyi koordinatörünüz hazırlar. İnternet gelince liste burada görünür. Kendiniz de bir adres ekleyebilirsiniz.

today-row-draft = Başlanmış ziyaret, henüz bitmedi
today-row-visited = Ziyaret edildi: { $when }
today-row-not-home =
    { $count ->
        [0] Evde yok
        [one] Evde yok
        [2] İkinci kez evde yok
       *[other] { $count } kez evde yok
    }
today-row-no-visit-until = Ziyaret istemiyor, son gün: { $date }
today-row-last = Son, { $when }: { $outcome }
today-row-new = Henüz bilgi yok
today-state-draft = Bitmedi

today-start = Ziyareti başlat
today-continue = Ziyareti sürdür
today-phone = Telefon et
today-quick-note = Kısa not
today-open-household = Bu adres hakkında her şey
today-danger = Tehlike
today-outcomes = Görüşme olmadı mı? Ne olduğunu seçin.
today-outcome-minor-short = 18 yaş altı biri yalnız
today-since-last = Son seferden bu yana
today-last-visit = { $when }, { $name }: { $outcome }
today-last-with = { $when }, { $name } ve { $with }: { $outcome }
today-last-none = Bizden kimse buraya henüz gelmedi.
today-promised = Söz verildi: { $text }
today-come-back = Tekrar gelinecek gün: { $date }
today-help-days =
    { $days ->
        [0] son adım bugün
        [one] son adım 1 gün önce
       *[other] son adım { $days } gün önce
    }
today-help-ask = Bunun yapılıp yapılmadığını sorun.
today-choice = İki cevap birbirinden farklı. Doğrusunu Gönderim ekranında seçin.
today-no-visit-said = Bunu söyleyen: { $who }
today-done-outcome = { $address }: { $outcome }
today-undone = Geri alındı

today-refused-title = Ziyaret istemiyor
today-refused-who = Bunu kim söyledi?
today-refused-who-hint = Örneğin: hanımefendinin kendisi, oğlu
today-refused-until = Ne zamana kadar?
today-refused-until-hint = Boş kalırsa süresiz demektir. Herkes her zaman fikrini değiştirebilir.
today-refused-save = Not et

household-add-title = Adres ekle
household-edit-title = Adresi değiştir
household-neighbourhood = Mahalle
household-street = Sokak
household-number = Ev numarası
household-number-hint = Bus numarasıyla birlikte, örneğin 112 bus 3
household-name = Hanenin adı
household-name-hint = İsim vermek istemiyor mu? Boş bırakın.
household-people-label = Kişi sayısı
household-languages = Diller
household-note = Gelecek sefer gelecek kişi için not
household-note-hint = Yalnızca gerekeni yazın. Kişi bunu okuyabilir.
household-save = Adresi kaydet
household-doubles-title = Bu adres belki zaten kayıtlı
household-doubles-text = Bunlardan biri mi diye bakın. Bir adreste birden fazla hane yaşayabilir.
household-doubles-this = Bu adres
household-doubles-add = Hayır, yine de ekle
household-also = Şöyle de eklendi: { $name }, { $address }
household-set-aside = Bu adresin bir değişikliği kontrol ediliyor. Ulaştı ve saklandı.
household-saved = { $address }: kaydedildi

resident-add = Ev sakini ekle
resident-edit = Değiştir: { $name }
resident-name = İsim
resident-birth-year = Doğum yılı
resident-phone = Telefon
resident-language = Dil
resident-save = Ev sakinini kaydet
resident-saved = Ev sakini kaydedildi
resident-born = doğum yılı: { $year }

household-residents = Ev sakinleri
household-residents-none = Henüz kimse not edilmedi. Böyle kalabilir.
household-attempts = Ziyaretler ve telefonlar
household-attempts-none = Henüz ziyaret veya telefon yok.
household-leaflets = Broşürler
household-leaflets-none = Henüz broşür verilmedi.
household-leaflet-line = { $title }, { $language }, { $how }, { $when }
leaflet-use-shown = gösterildi
leaflet-use-left = bırakıldı
leaflet-use-read-aloud = sesli okundu
household-edit = Adresi değiştir
household-new-help = Yeni yardım isteği
household-give-leaflet = Broşür ver
household-attempt-line = { $outcome }, { $channel }
household-attempt-by = { $name }, { $when }
household-attempt-by-two = { $name } ve { $with }, { $when }
household-attempt-leaflets =
    { $count ->
        [one] 1 broşür
       *[other] { $count } broşür
    }
household-open-visit = Ziyareti göster
household-move = Taşı
household-move-title = Bu ziyareti başka bir adrese taşı
household-move-text = Cevaplar, broşürler ve yardım istekleri de taşınır. Doğru adresi arayın.
household-move-here = Buraya taşı
household-moved = Yeni adres: { $address }

key-start = Ziyareti başlat veya sürdür
key-up = Önceki adres
key-down = Sonraki adres
key-quick-note = Kısa not
key-household = Bu adres hakkında her şey
key-phone = Telefon et
key-add = Adres ekle
key-danger = Tehlike
