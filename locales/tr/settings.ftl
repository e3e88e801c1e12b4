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
settings-lock = Uygulamayı kilitle
settings-lock-hint = Sonra parola cümleniz gerekir. Her şey kaydedildi.
settings-device = Bu bilgisayar: { $device }
