# Sent visits: the coordinator's queue, one visit, the author's corrections.

review-tabs = Ziyaretlerin durumu
review-tab-received = Gelenler, { $count }
review-tab-has-issues = Takip gerekli, { $count }
review-tab-approved = Onaylananlar, { $count }
review-queue = Ziyaretler
review-next = sonraki
review-previous = önceki
review-key-next = Sonraki ziyaret
review-key-previous = Önceki ziyaret
review-flagged = Dikkat
review-comments-count =
    { $count ->
        [one] 1 yorum
       *[other] { $count } yorum
    }
review-no-household = Adres bu bilgisayarda değil

## States, as the life cycle names them
review-state-received = Ulaştı
review-state-has-issues = Takip istendi
review-state-approved = Onaylandı
review-state-rejected = Reddedildi

## Why a visit asks for attention
review-flag-other = Dikkat istiyor
review-flag-mood = Durumu kötü
review-flag-urgent = Acil yardım isteği
review-flag-danger = Tehlike not edildi
review-flag-minor = 18 yaş altı biri çevirdi
review-flag-incomplete = Eksik
review-flag-form = Forma uymuyor

## One visit
review-visited = ziyaret eden: { $name }, { $channel }, { $when }
review-visited-with = ziyaret edenler: { $name } ve { $with }, { $channel }, { $when }
review-clock =
    Bu ziyaret geldiğinde bilgisayarın saati { $by } { $way ->
        [ahead] ileriydi
       *[behind] geriydi
    }. Saatler yanlış olabilir.
review-consent = İzin.
review-requests = Paylaşılabilen yardım istekleri
review-first = Önce bunlara bakın
review-whole = Tüm ziyaret hakkında
review-refused = Cevap vermek istemiyor
review-later = Sonra sor
review-no-answer = Cevap yok
review-revised = Düzelten: { $name }, { $when }. Neden: { $reason }
review-own = Bu sizin kendi ziyaretiniz. Bir iş arkadaşınız kontrol eder.

## Comments
review-comment = Yorum yaz
review-answer = Cevapla
review-write = Koordinatöre yazın
review-write-to = Şu kişiye yazın: { $name }
review-send-comment = Yorumu kaydet
review-comment-missing = Yorum hâlâ boş.
review-you = Siz

## Decide
review-approve = Onayla
review-follow-up = Takip iste
review-follow-up-title = Takip iste: { $name }
review-follow-up-label = Daha ne yapılmalı?
review-follow-up-hint = Ev ziyaretçisi bunu ziyaretin yanında okur.
review-reject = Reddet
review-reject-title = Ziyaret reddedilsin mi: { $name }?
review-reject-text = O zaman ziyaret sayılmaz. Cevaplar kayıtlı kalır. { $name } ziyaretin reddedildiğini görür.
review-reject-keep = Reddetme
review-said-approved = Onaylandı: { $name }
review-said-has-issues = Takip istendi: { $name }
review-said-rejected = Reddedildi: { $name }
review-said-received = Yeniden gelenlerde: { $name }
review-rest =
    { $count ->
        [one] Kalanı birlikte onayla, 1
       *[other] Kalanları birlikte onayla, { $count }
    }
review-rest-title =
    { $count ->
        [one] 1 ziyaret onaylansın mı?
       *[other] { $count } ziyaret birlikte onaylansın mı?
    }
review-rest-text =
    { $count ->
        [one] Bu ziyarette dikkat isteyen bir şey yok. “Dikkat” yazan ziyaretler yerinde kalır.
       *[other] Bu { $count } ziyarette dikkat isteyen bir şey yok. “Dikkat” yazan ziyaretler yerinde kalır.
    }
review-rest-keep = Önce kendim bakayım
review-rest-approved =
    { $count ->
        [one] 1 ziyaret onaylandı
       *[other] { $count } ziyaret onaylandı
    }
review-empty-received = Her şey kontrol edildi
review-empty-has-issues = Hiçbir yerde takip istenmiyor
review-empty-approved = Henüz onaylanan ziyaret yok
review-empty-text = Yeni ziyaretler buraya kendiliğinden gelir.

## The author
review-visit-title = Ziyaret
review-mine-lead = Bir iş arkadaşınız bu ziyaretler hakkında bir şey sordu.
review-mine-asked = Bir iş arkadaşınız takip istiyor. Soruyu cevaplayın veya cevabı düzeltin.
review-mine-empty = Size soru yok
review-mine-empty-text = Bir iş arkadaşınız bir ziyaret hakkında bir şey mi sordu? Burada görünür.
review-correct = Düzelt
review-correct-new = Yeni cevap
review-correct-reason = Bunu neden düzeltiyorsunuz?
review-correct-reason-hint = Eski cevap, yazdığınız nedenle birlikte kayıtlı kalır.
review-correct-save = Düzeltmeyi kaydet
