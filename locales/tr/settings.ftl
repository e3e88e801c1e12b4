# Settings of this laptop.

settings-title = Ayarlar
settings-lead = Her değişikliği hemen görürsünüz. Değişiklik bu bilgisayar için geçerlidir.
settings-language = Uygulamanın dili
settings-theme = Ekran
settings-theme-system = Bilgisayardaki gibi
settings-theme-light = Açık
settings-theme-dark = Koyu
settings-contrast = Kontrast
settings-contrast-system = Bilgisayardaki gibi
settings-contrast-normal = Normal
settings-contrast-more = Daha fazla kontrast
settings-letters = Harfler
settings-letters-100 = Normal
settings-letters-125 = Büyük
settings-letters-150 = Çok büyük
settings-keys = Tek harf ve rakamlar tuş olsun
settings-keys-on = Açık
settings-keys-off = Kapalı
settings-keys-hint = Kapıda kolaylık sağlar: 1 ile 9 arası bir cevap seçer, 0 “cevap vermek istemiyor” demektir. Metin alanlarında bu tuşlar bir şey yapmaz.
settings-lock-minutes = Dokunulmazsa kaç dakika sonra kilitlensin
settings-minutes =
    { $minutes ->
        [one] 1 dakika
       *[other] { $minutes } dakika
    }
settings-lock-minutes-hint = Ziyaret sırasında, broşür açıkken ve sesli okurken uygulama 20 dakika bekler. Bilgisayarı kapatınca uygulama hemen kilitlenir.
settings-passphrase = Parola cümlesini değiştir
settings-passphrase-present = Şimdiki parola cümleniz
settings-passphrase-changed = Parola cümleniz değişti. Eskisi artık çalışmaz.
settings-lock = Uygulamayı kilitle
settings-lock-hint = Sonra parola cümleniz gerekir. Her şey kaydedildi.
settings-device = Bu bilgisayar: { $device }
