# Leaflets: the list, one beside the Dutch, one for the resident.

leaflets-title = Broşürler
leaflets-list = Tüm broşürler
leaflets-language = Kişinin dili
leaflets-untranslated = Henüz çevrilmedi. Hollandacasını görüyorsunuz.
leaflets-outdated = Bu çeviri Hollandaca metinden daha eski. Rakamları kontrol edin.
leaflets-checked = Kontrol eden: { $name }, { $date }
leaflets-unchecked = Bu çeviri henüz kontrol edilmedi
leaflets-version = sürüm { $version }
leaflets-expires = { $date } gününe kadar geçerli
leaflets-expired = süresi doldu: { $date }
leaflets-dutch = Hollandaca
leaflets-show = Kişiye göster
leaflets-mark-shown = Gösterildi
leaflets-mark-left = Bırakıldı
leaflets-marked-shown = Gösterildi: { $title }
leaflets-marked-left = Bırakıldı: { $title }
leaflets-for = Not edilecek adres: { $address }
leaflets-for-nobody = Broşür verdiğinizi not etmek için önce Bugün ekranında bir adres seçin.
leaflets-back-to-visit = Ziyarete dön
leaflets-strip = { $title }. Kişi yalnızca bu broşürü görüyor.
key-mark-shown = Broşür gösterildi
key-mark-left = Broşür bırakıldı
