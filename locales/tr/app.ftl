# What every screen shares.

app-title = Hoe gaat het?
skip-to-content = İçeriğe geç
main-menu = Ana menü

## Buttons and words used everywhere
close = Kapat
cancel = Vazgeç
save = Kaydet
back = Geri
undo = Geri al
retry = Yeniden dene
later = Sonra
yes = Evet
no = Hayır
optional = boş kalabilir
choose = Seçin…
no-name = İsim yok

## Time, 24 hours
time-of-day = { $time }
time-today-at = bugün saat { $time }
time-day-at = { $day } saat { $time }
time-label = Saat
date-choose = Bir gün seçin
date-previous-month = Önceki ay
date-next-month = Sonraki ay

## Where to go
nav-today = Bugün
nav-help = Yardım istekleri
nav-leaflets = Broşürler
nav-sending = Gönderim
nav-comments = Size sorular
nav-review = Kontrol
nav-decide = Karar
nav-rounds = Listeler
nav-danger-notes = Tehlike
nav-settings = Ayarlar
nav-count-to-visit = gidilecek
nav-count-open = açık
nav-count-waiting = bekliyor
nav-count-new = yeni
lock-app = Uygulamayı kilitle

## The connection
sync-online = Bağlı
sync-offline = İnternet yok
sync-offline-ok = Sorun değil. Her şey bu bilgisayarda.
sync-stopped = Gönderilemiyor
sync-all-sent = Her şey gönderildi.
sync-waiting =
    { $count ->
        [one] 1 kayıt gönderilmeyi bekliyor
       *[other] { $count } kayıt gönderilmeyi bekliyor
    }
sync-sending = Gönderiliyor: { $done } / { $total }
sync-last-contact = Son bağlantı: { $when }
sync-never = Henüz bağlantı olmadı
sync-open = Gönderimi göster

## Roles
role-visitor = Ev ziyaretçisi
role-partner = Mahalle ortağı
role-coordinator = Koordinatör
role-administrator = Yönetici

## Languages
language-nl = Hollandaca
language-en = İngilizce
language-it = İtalyanca
language-fr = Fransızca
language-tr = Türkçe
language-ar = Arapça
language-other = Başka bir dil
not-translated = henüz çevrilmedi

## An address
household-people =
    { $count ->
        [one] 1 kişi
       *[other] { $count } kişi
    }
household-address = { $street } { $number }
household-address-bus = { $street } { $number } bus { $bus }
household-bus = bus { $bus }

## How a visit ended
outcome-spoken = Görüşüldü
outcome-not-home = Evde yok
outcome-not-now = Şimdi uygun değil
outcome-refused = Ziyaret istemiyor
outcome-minor-only = Evde yalnızca 18 yaş altı biri var
outcome-no-common-language = Ortak dil yok
outcome-moved = Taşınmış
outcome-wrong-address = Yanlış adres
outcome-left-unsafe = Ayrıldı, güvenli değil

channel-door = kapıda
channel-phone = telefonla
channel-elsewhere = başka bir yerde

plate-to-visit = Ziyaret edilecek
plate-visited = Ziyaret edildi
plate-not-home = Sonra yeniden
plate-no-visit = Atlanacak

## The receipt of a record
receipt-on-laptop = Bu bilgisayarda
receipt-on-server = Ulaştı
receipt-under-review = Kontrol ediliyor
receipt-choice = Seçim bekliyor
receipt-reviewed = Kontrol edildi
receipt-acted-on = Takip edildi

## The life of a help request
urgency-today = Bugün
urgency-week = Bu hafta
urgency-normal = Acil değil

help-state-recorded = Not edildi
help-state-received = Ulaştı
help-state-triaged = Bakıldı
help-state-referred = Yönlendirildi
help-state-matched = Eşleştirildi
help-state-in-progress = Sürüyor
help-state-done = Tamamlandı
help-state-closed = Kapatıldı

help-open-count =
    { $count ->
        [one] 1 açık yardım isteği
       *[other] { $count } açık yardım isteği
    }

## Keys
keys-title = Bu ekrandaki tuşlar
keys-open = Tuşlar
keys-off = Tek harf ve rakam tuşları kapalı. Ayarlar ekranından açabilirsiniz.
key-show-keys = Tuşları göster
key-menu = Menüdeki başka bir ekrana git
key-search = Ara
key-undo = Geri al
key-lock = Uygulamayı kilitle
key-hide = Ekranı hemen bir takvimin arkasına sakla ve kilitle

## When a screen cannot open

## What was being typed when the app was locked

typed-title = Bir şey yazıyordunuz
typed-text = Uygulama, bu yazı kaydedilmeden kilitlendi. Yazınız burada, kopyalayabilirsiniz.
typed-later = Sonra
typed-forget = At gitsin
