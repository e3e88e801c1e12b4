# What a resident reads, in their own language; and the strip for the worker, in the worker's.

resident-refuse = Cevap vermek istemiyorum
resident-next = İleri
resident-previous = Geri
resident-language-button = Dil
resident-choose-more = Birden fazla cevap seçebilirsiniz.
resident-put-off = Bu soru sonra sorulacak.
resident-thanks = Teşekkür ederiz. Lütfen bilgisayarı geri verin.
resident-not-saved = Biraz bekleyin.

resident-strip-back = Forma dön
resident-strip-hold = Esc tuşunu veya düğmeyi 1 saniye basılı tutun
resident-strip-chosen = Şu anki seçim: { $answer }
resident-strip-none = Henüz bir şey seçilmedi
resident-strip-only = Yalnızca bu soru görünüyor.
resident-strip-put-off = Hassas soru, ertelendi: 18 yaş altı biri çeviriyor.
