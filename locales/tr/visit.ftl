# A visit while it is written: the form, the check page, the quick note, danger.

visit-back = Bugün
visit-saved = Bu bilgisayara kaydedildi
visit-saved-at = saat { $time }
visit-not-saved = Henüz kaydedilmedi
visit-not-saved-retry = Uygulama kendiliğinden yeniden dener.
visit-offline = İnternet yok
visit-offline-later = sonra kendiliğinden gönderir
visit-pause = Ara ver
visit-paused = Ziyaret kaydedildi. “Bitirilecekler” bölümünde bulursunuz.
visit-sections = Görüşmenin bölümleri
visit-section-todo = yapılacak
visit-section-current = şimdi
visit-section-done = tamam
visit-section-count = { $done }/{ $total }
visit-question-of = { $section }, soru { $number } / { $total }
visit-you-ask = Siz soruyorsunuz
visit-resident-reads = Kişinin okuduğu dil: { $language }
visit-choose-more = Birden fazla cevap seçebilirsiniz
visit-note-only = Burada seçilecek bir şey yok.
visit-acknowledge = Okundu
visit-refuse = Cevap vermek istemiyor
visit-later = Sonra sor
visit-date-hint = Gün, ay ve yıl, örneğin 24/11/2026
visit-time-hint = Saat ve dakika, örneğin 14.30
visit-tomorrow = Yarın
visit-in-a-week = Bir hafta sonra
visit-in-two-weeks = İki hafta sonra
visit-less = Eksi 1
visit-more = Artı 1
visit-previous = Önceki
visit-next = Sonraki soru
visit-to-check = Cevapları kontrol et
visit-show = Kişiye göster
visit-required = Buraya bir cevap gerekir. “Cevap vermek istemiyor” veya “sonra sor” da olur.
visit-constraint = Bu cevap soruya uymuyor.
visit-type = Bu cevap okunamıyor.
visit-put-off = Ertelendi: 18 yaş altı biri çeviriyor
visit-put-off-text = Bu soru hassas. Sonra, yetişkin bir tercümanla sorun.
visit-interpreter-minor = 18 yaş altı biri çeviriyor. Hassas sorular sonraya kalır. Telefonla tercüman hattını arayın.

visit-section-n = Bölüm { $number }
visit-instance = { $name } { $number } / { $total }
visit-no-consent = Bu form izin sormuyor. Başlamadan önce kendiniz sorun: anlattıklarınızı not edebilir miyim?
visit-guidance = Sizin için açıklama
visit-computed = Formun doldurduğu
visit-computed-empty = Form bunu daha sonra doldurur.
visit-no-choices = Burada şimdi seçilecek cevap yok. Devam edin.
visit-unsupported = Bu dizüstü bilgisayar bunu kaydedemez: fotoğraf, ses, film, yer veya kod. Gerekirse nota yazın ve devam edin.
visit-uncomputed = Formda burada bir hata var: bir şey hesaplanamıyor. Devam edebilirsiniz. Koordinatöre bildirin.
visit-uncomputed-details = Formu yapan kişi için
visit-search-choices = Cevap arayın
visit-search-hint = Kelimenin bir parçasını yazın. Enter ilk cevabı seçer.
visit-search-none = Cevap bulunamadı
visit-search-found =
    { $count ->
        [one] { $count } cevap bulundu
       *[other] { $count } cevap bulundu
    }
visit-search-more =
    { $count ->
        [one] { $count } cevap daha var. Aramak için yazın.
       *[other] { $count } cevap daha var. Aramak için yazın.
    }
visit-search-chosen = Seçilen: { $answer }
visit-range-error = { $min } ile { $max } arasında bir sayı seçin, adım { $step }.
visit-moment-error = Günü ve saati yazın, örneğin 24/11/2026 ve 14.30.
visit-rank-hint = Sıraya koyun. Sürükleyin ya da okları kullanın.
visit-rank-place = sıra { $place } / { $total }
visit-rank-up = Yukarı: { $name }
visit-rank-down = Aşağı: { $name }
visit-rank-open = Henüz bir sıra seçilmedi.
visit-rank-confirm = Bu sıra doğru
visit-repeat-unnamed = Öge
visit-repeat-none = Henüz bir şey eklenmedi. Ekleyin ya da devam edin.
visit-repeat-more = Bir tane daha ekleyin ya da devam edin.
visit-repeat-add = Ekle
visit-repeat-remove = Kaldır: { $name }

visit-during = Görüşme sırasında
visit-interpreter-line = Telefonla tercüman hattı
visit-leaflet = Broşür göster
visit-danger = Tehlike
visit-danger-noted = Tehlike not edildi
visit-stops = Kişi bırakıyor
visit-with = Birlikte
visit-with-nobody = Kimse
visit-requests = Bu görüşmedeki yardım istekleri
visit-new-request = Yeni yardım isteği
visit-request-unnamed = Yardım isteği { $number }
visit-request-open = Henüz kesinleşmedi
visit-request-confirmed = Kesinleşti
visit-note = Bu soru için not
visit-note-hint = Yalnızca gerekeni yazın. Kişi bunu okuyabilir.
visit-leaflet-offer = Buna uygun bir broşür var.
visit-leaflet-offer-show = Broşürü göster
visit-leaflet-offer-skip = Şimdi değil

visit-request-n = { $name } { $number }
visit-request-remove = Kaldır
visit-request-removed = { $name } kaldırıldı
visit-request-confirm = İsteği kesinleştir
visit-request-confirm-title = Bu yardım isteği hazır mı?
visit-request-confirm-text = Kesinleşen istek internet gelince gönderilir, görüşme sürse bile.
visit-request-confirm-later = Henüz değil
visit-request-confirm-done = Yardım isteği kesinleşti

visit-check-title = Cevapları kontrol et
visit-check-lead = Her şey doğru mu? Hâlâ değiştirebilirsiniz.
visit-check-change = Değiştir
visit-check-change-what = Değiştir: { $question }
visit-check-empty = Henüz cevap yok
visit-check-refused = Cevap vermek istemiyor
visit-check-later = Sonra sor
visit-check-put-off = Ertelendi
visit-check-note = Not: { $note }
visit-check-missing-title =
    { $count ->
        [one] 1 soru hâlâ cevap bekliyor
       *[other] { $count } soru hâlâ cevap bekliyor
    }
visit-check-all-later = Hepsini sonra sor
visit-check-unconfirmed =
    { $count ->
        [one] 1 yardım isteği henüz kesinleşmedi. Ziyareti bitirince o da gönderilir.
       *[other] { $count } yardım isteği henüz kesinleşmedi. Ziyareti bitirince onlar da gönderilir.
    }
visit-finish = Ziyareti bitir
visit-finished = Ziyaret kaydedildi: { $address }, { $time }

visit-stops-title = Kişi bırakıyor
visit-stops-text = Bu her zaman olabilir. Kişiye teşekkür edin. Ne yapmak istiyorsunuz?
visit-stops-pause = Kaydet, sonra devam et
visit-stops-finish = Olanlarla bitir
visit-stops-finish-hint = Açık sorular “sonra sor” olur.
visit-stops-withdraw = Kişi iznini geri alıyor
visit-stops-withdraw-hint = Yalnızca zaman, ziyaret türü ve broşür sayısı kalır. Cevaplar bu bilgisayardan dışarı çıkmaz ve yok olur.
visit-stops-discard = Ziyareti sil
visit-discard-title = Ziyaret silinsin mi: { $address }?
visit-discard-text =
    { $count ->
        [one] 1 cevap kaybolur. Uygulama açık kaldıkça bunu geri alabilirsiniz.
       *[other] { $count } cevap kaybolur. Uygulama açık kaldıkça bunu geri alabilirsiniz.
    }
visit-discard-keep = Ziyareti tut
visit-discard = Sil
visit-discarded = Ziyaret silindi: { $address }

quick-title = Kısa not
quick-consent = Anlattıklarınızı not alabilir miyim?
quick-consent-hint = Önce bunu sorun. Hayır denirse yalnızca zaman ve broşür sayısı kalır.
quick-consent-no = İzin olmadan başka bir şey not etmezsiniz.
quick-mood = Nasılsınız?
quick-help = Sizin için bir şey yapmamızı ister misiniz?
quick-help-kind = Ne hakkında?
quick-leaflets = Bırakılan broşürler
quick-remarks = Birkaç kelime
quick-come-back = Tekrar gelinecek gün
quick-save = Notu kaydet
quick-later = Sonra bitir
quick-full = Tam form
quick-saved = Not kaydedildi: { $address }

danger-title = Tehlike
danger-lead = Önce kendiniz güvenli bir yere gidin. Sonra arayın. Bu bilgisayar kimseye haber vermez.
danger-numbers = Numaralar. Kimi aradıysanız işaretleyin.
danger-not-emergency = acil numara değil
danger-why-not = Kimseyi aramadınız mı? Neden?
danger-note = Ne gördünüz veya duydunuz?
danger-note-hint = Bunu yalnızca siz ve nöbetçi görevliler okur.
danger-close = Not etmeden kapat
danger-save = Not et ve kal
danger-leave = Şimdi git
danger-leave-hint = Ziyareti “ayrıldı, güvenli değil” olarak kapatır.
danger-saved = Tehlike not edildi
danger-left = Ziyaret kapatıldı. Güvende olunca arayın.

key-choose = Cevap seç
key-refuse = Cevap vermek istemiyor
key-refuse-everywhere = Cevap vermek istemiyor, her yerde
key-later = Sonra sor
key-next = Sonraki soru
key-next-in-text = Sonraki soru, metin içinden de
key-add-instance = Ekle
key-previous = Önceki soru
key-show = Kişiye göster
key-request = Yeni yardım isteği
key-leaflet = Broşür göster
key-contrast = Daha fazla veya normal kontrast
key-finish = Ziyareti bitir
key-resident-hold = Kişi bakarken Esc (geri), H (yardım isteği) veya F (broşür) tuşunu 1 saniye basılı tutun.
key-save = Kaydet
key-back = Geri
