# Help requests: list, board, one request, a new one.

help-view = Görünüm
help-view-list = Liste
help-view-board = Pano
help-tabs = Hangi yardım istekleri
help-tab-mine = Benimkiler, { $count }
help-tab-team = Tüm ekip, { $count }
help-tab-ended = Bitenler, { $count }
help-new = Yeni yardım isteği
help-key-new = Yeni yardım isteği not et

help-untaken =
    { $count ->
        [one] Bugün için 1 yardım isteği birini bekliyor
       *[other] Bugün için { $count } yardım isteği birini bekliyor
    }
help-look = Göster
help-take = İsteği üstlen

help-group-overdue = Uzun zamandır hareket yok
help-column-new = Yeni
help-column-assigned = Atanmış
help-column-busy = Biri ilgileniyor
help-column-ended = Bitenler
help-days =
    { $days ->
        [0] bugün güncellendi
        [one] 1 gündür hareket yok
       *[other] { $days } gündür hareket yok
    }
help-unshared-short = Paylaşılmadı
help-empty-mine = Takip ettiğiniz yardım isteği yok
help-empty-team = Açık yardım isteği yok
help-empty-ended = Henüz biten bir şey yok
help-empty-text = Yeni yardım isteğini bir ziyaret sırasında veya burada not edersiniz.

## One request
help-route = Yardım isteğinin durumu
help-quote = “{ $words }”
help-contact = Ulaşmak için:
help-closed-reason = Neden kapatıldı:
help-result = Ne yapıldı:
help-assignee = Kim takip ediyor
help-nobody = Henüz kimse
help-last-action = Son adım
help-recorded-on = Not edildiği gün
help-next-step = Sonraki adım
help-step-triaged = Bakıldı ve atandı
help-step-matched = Gönüllüyle eşleştirildi
help-step-in-progress = Biri ilgileniyor
help-step-reopen = Yeniden aç
help-assign = Ata
help-refer = Yönlendir
help-note = Not yaz
help-end = Bitir
help-log = Neler oldu
help-event-state = { $name }: { $state }.
help-event-assigned = { $name } isteği atadı. Atanan kişi: { $to }.
help-event-note = { $name }: “{ $note }”
help-event-other = { $name } bir şey değiştirdi.
help-not-sent = Henüz gönderilmedi

help-referrals = Yönlendirilen yer
help-referral-sent = Gönderildi: { $day }
help-referral-reason = Neden: { $reason }
help-referral-pending = Cevap bekliyor
help-referral-accepted = Kabul edildi
help-referral-rejected = Reddedildi
help-referral-done = Tamamlandı
help-referral-set-accepted = Kurum kabul ediyor
help-referral-set-rejected = Kurum reddediyor
help-referral-set-done = Kurum tamamladı

## Consent
help-consent-title = İzin
help-consent-given = Paylaşılabilir: { $recipient }.
help-consent-given-plain = Paylaşılabilir.
help-consent-coordinators = koordinatörler
help-consent-unknown = başka bir kurum
help-consent-fields = İlettiklerimiz: { $fields }. Başka bir şey iletmiyoruz.
help-consent-asked = Sorulduğu gün: { $day }.
help-consent-asked-in = Sorulduğu gün: { $day }, dil: { $language }.
help-consent-refused = Kişi bunu paylaşmak istemiyor.
help-consent-refused-text = Bu isteğin kimden geldiğini yalnızca siz görürsünüz. Diğerleri türünü, ne kadar acil olduğunu ve durumunu görür.
help-consent-not-asked = Bunu paylaşabilir miyiz diye henüz sorulmadı.
help-consent-unshared = Bu istek paylaşılmadı.
help-consent-unshared-text = Kişi paylaşmaya izin vermedi. Bu yüzden yalnızca türünü, ne kadar acil olduğunu ve durumunu görürsünüz. İsteği not eden kişi yeniden sorabilir.
help-consent-vital = İzinsiz paylaşıldı: hayati tehlike.
help-consent-vital-reason = Neden: { $reason }
help-consent-withdraw = İzni geri al
help-consent-withdrawn = İzin geri alındı
help-consent-ask = İzni not et
help-consent-ask-title = İzni not et
help-consent-save = İzni kaydet
help-consent-saved = İzin kaydedildi
help-field-description = Kendi sözleriyle isteği
help-field-contact = Kişiye nasıl ulaşırız
help-field-address = Adres

## Danger to life
help-vital = Hayati tehlikede paylaş
help-vital-title = İzinsiz paylaşılsın mı?
help-vital-text = Yalnızca hayati tehlikede. İstek, iletişim bilgileri ve adres koordinatörlere gider. Yazdığınız neden kaydedilir ve kontrol edilir. Şu anda tehlike varsa önce 112’yi arayın.
help-vital-label = Hangi tehlike var?
help-vital-hint = Ne gördüğünüzü veya duyduğunuzu yazın.
help-vital-share = Paylaş
help-vital-cancel = Paylaşma
help-vital-shared = Yazdığınız nedenle koordinatörlerle paylaşıldı

## Assign, note, end, refer
help-assign-title = Ata: { $title }
help-assign-me = Bana ata
help-assign-nobody = Kimseye atama
help-assigned = { $title }: atanan kişi { $name }
help-unassigned = { $title }: kimseye atanmadı
help-note-title = Not: { $title }
help-note-label = Ne oldu?
help-note-hint = Kişi bunu okuyabilir.
help-note-missing = Not hâlâ boş. Birkaç kelime yeterli.
help-note-save = Notu kaydet
help-note-saved = Not kaydedildi
help-end-title = Bitir: { $title }
help-end-how = Bu istek nasıl bitiyor?
help-end-done = Tamamlandı
help-end-done-hint = Kişiye yardım edildi.
help-end-closed = Kapatıldı
help-end-closed-hint = Yardım olmadan bitti.
help-end-choose = Tamamlandı veya kapatıldı seçin.
help-end-result = Ne yapıldı?
help-end-why = Bu istek neden bitiyor?
help-ended = { $title }: bitti
help-refer-title = Yönlendir: { $title }
help-refer-service = Hangi kuruma?
help-refer-only = Kişi yalnızca şunu seçti: { $recipient }. Başka bir kurum mu istiyorsunuz? Önce yeniden izin isteyin.
help-refer-unshared = Kişi bu isteği paylaşmak istemiyor. Önce izin isteyin.
help-referred = Yönlendirildi: { $name }
help-reject-title = Kurum neden reddediyor?
help-reject-label = Neden

## The board
help-menu-of = { $title } için diğer seçenekler
help-menu-move = Taşı: { $column }
help-menu-urgency = Aciliyet: { $urgency }
help-menu-open = Göster
help-hint-move = taşı
help-hint-assign = ata
help-hint-urgent = acil
help-key-column-new = Taşı: Yeni
help-key-column-assigned = Taşı: Atanmış
help-key-column-busy = Taşı: Biri ilgileniyor
help-key-column-ended = Taşı: Bitenler
help-key-assign = Ata, bir kez daha W: bana
help-key-urgent = Daha acil yap
help-moved = { $title }: yeni yeri { $column }
help-move-not = { $title } şimdi taşınamıyor: { $column }
help-urgency-set = { $title }: { $urgency }

## A new request
help-new-title = Yeni yardım isteği
help-new-household = İstek kimden?
help-new-household-hint = Bir isim, sokak veya numara yazın.
help-new-found = Bulunan adresler
help-new-other-household = Başka adres
help-new-category = İstek ne hakkında?
help-new-detail = Tam olarak ne?
help-new-description = Kişi kendi sözleriyle ne istiyor?
help-new-description-hint = Kişi bunu okuyabilir.
help-new-contact = Kişiye nasıl ulaşırız?
help-new-contact-hint = Örneğin bir cep telefonu numarası veya bir komşu.
help-new-urgency = Ne kadar acil?
help-new-today-call = Koordinatörü de arayın. İnternet yokken uygulama tek başına yeterince hızlı değil.
help-new-consent = Bu isteği iletebilir miyiz?
help-new-consent-hint = Neyi kime ilettiğimizi söyleyin. Kişi bunu her zaman durdurabilir.
help-new-consent-yes = Evet
help-new-consent-no = Hayır
help-new-consent-later = Henüz sorulmadı
help-new-recipient = Kime?
help-new-fields = Neyi iletebiliriz?
help-new-unshared-no = O zaman istek sizde kalır. Diğerleri yalnızca türünü, ne kadar acil olduğunu ve durumunu görür.
help-new-unshared-later = Kişi karar verene kadar istek sizde kalır.
help-new-save = Yardım isteğini kaydet
help-new-saved = Yardım isteği bu bilgisayara kaydedildi: { $title }

help-lacks-title =
    { $count ->
        [one] 1 cevap daha eksik
       *[other] { $count } cevap daha eksik
    }
help-lacks-household = İsteğin kimden olduğunu seçin.
help-lacks-category = İsteğin ne hakkında olduğunu seçin.
help-lacks-description = Kişinin ne istediğini yazın. Birkaç kelime yeterli.
help-lacks-urgency = Ne kadar acil olduğunu seçin.
help-lacks-consent = İsteği iletip iletemeyeceğimizi seçin.
help-lacks-recipient = Bir kurum seçin.
help-lacks-fields = İletebileceğimiz en az 1 şey seçin.
