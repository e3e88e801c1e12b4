# Lists for a day, addresses from a file, and the notes of danger.

rounds-parts = Ne yapmak istiyorsunuz
rounds-part-lists = Günün listeleri
rounds-part-new = Liste oluştur
rounds-part-import = Adresleri içe aktar
rounds-day = Gün
rounds-for = { $name } için
rounds-addresses =
    { $count ->
        [one] 1 adres
       *[other] { $count } adres
    }
rounds-empty = Bu gün için liste yok
rounds-empty-text = Bir liste oluşturun ve atayın. Ev ziyaretçisi listeyi Bugün ekranında görür.
rounds-change = Listeyi değiştir
rounds-change-end = Bitti
rounds-change-text = Listeden çıkarmak için bir adres seçin. Listeyi alan kişi adresi artık Bugün ekranında görmez.
rounds-remove = Listeden çıkar: { $address }
rounds-removed = Artık listede değil: { $address }
rounds-withdraw = Listeyi geri çek
rounds-withdrawn = Liste geri çekildi: { $name }

## A new list
rounds-name = Listenin adı
rounds-name-hint = Örneğin: Vennestraat, çift numaralar
rounds-assignee = Kim gidiyor
rounds-me = { $name } (siz)
rounds-neighbourhood = Mahalle
rounds-picked =
    { $count ->
        [0] Henüz adres seçilmedi
        [one] 1 adres seçildi
       *[other] { $count } adres seçildi
    }
rounds-make = Liste oluştur
rounds-made = Liste oluşturuldu: { $name }, { $count } adres
rounds-filter = Sokak veya isim ara
rounds-total =
    { $count ->
        [one] 1 adres bulundu
       *[other] { $count } adres bulundu
    }
rounds-street-on = Sokağın tümünü seç: { $street }
rounds-street-off = Seçimi kaldır: { $street }
rounds-choose-first = Önce bir mahalle seçin
rounds-choose-first-text = Sonra adresleri sokak sokak görürsünüz.
rounds-none = Adres bulunamadı
rounds-none-text = Başka bir şey arayın veya önce adresleri içe aktarın.
rounds-lacks-day = Bir gün seçin.
rounds-lacks-name = Listeye bir ad verin.
rounds-lacks-neighbourhood = Bir mahalle seçin.
rounds-lacks-assignee = Kimin gideceğini seçin.
rounds-lacks-households = En az 1 adres seçin.

## Import: the first row must be in Dutch, as written here
rounds-file = Adres dosyası seç
rounds-file-hint = Bir CSV dosyası, örneğin Excel programından.
rounds-paste = Veya adresleri buraya yapıştırın
rounds-paste-hint = İlk satır: straat, nummer, bus, wijk
rounds-import-header = İlk satırda eksik: { $columns }. Örneğin şöyle yazın: straat,nummer,bus,wijk
rounds-look = Adresleri kontrol et
rounds-preview = Şunlar olacak
rounds-import-new =
    { $count ->
        [one] 1 yeni adres
       *[other] { $count } yeni adres
    }
rounds-import-known =
    { $count ->
        [one] 1 adres zaten kayıtlı
       *[other] { $count } adres zaten kayıtlı
    }
rounds-import-problems =
    { $count ->
        [0] Sorun yok
        [one] 1 sorun
       *[other] { $count } sorun
    }
rounds-import-problem-missing-field = Bu boş.
rounds-import-problem-invalid-number = Bu ev numarası doğru değil. Örneğin 112 veya 112A yazın.
rounds-import-problem-unknown-neighbourhood = Bu mahalleyi tanımıyoruz.
rounds-import-skipped = Sorunlu satırları atlıyoruz. Onları düzeltip yeniden içe aktarabilirsiniz.
rounds-first-rows = İlk satırlar
rounds-row = Satır
rounds-column = Sütun
rounds-problem = Sorun
rounds-column-street = sokak (straat)
rounds-column-number = numara (nummer)
rounds-column-box = bus
rounds-column-neighbourhood = mahalle (wijk)
rounds-import =
    { $count ->
        [one] 1 adresi içe aktar
       *[other] { $count } adresi içe aktar
    }
rounds-imported =
    { $count ->
        [one] 1 adres içe aktarıldı
       *[other] { $count } adres içe aktarıldı
    }

## Danger, for whoever is on duty
duty-lead = Bunu yalnızca not eden kişi ve nöbetçi görevliler görür.
duty-by = Not eden: { $name }, { $when }.
duty-called = Aranan: { $numbers }
duty-not-called = Kimse aranmadı.
duty-because = Neden: { $reason }
duty-empty = Not edilmiş tehlike yok
duty-empty-text = Bir iş arkadaşınız tehlike mi not etti? Ulaştığı anda burada görünür.
