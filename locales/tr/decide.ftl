# What the office decides: values that two people wrote, changes that were set aside, addresses added twice.

decide-parts = Karar bekleyenler
decide-part-choices = Hangisi doğru?, { $count }
decide-part-set-aside = Kontrol edilecek, { $count }
decide-part-doubles = Belki iki kez, { $count }
decide-empty-choices = Seçilecek bir şey yok
decide-empty-set-aside = Kontrol edilecek bir şey yok
decide-empty-doubles = İki kez yazılmış gibi görünen adres yok
decide-empty-text = Bir şey beklerse, burada ve menüde görürsünüz.
decide-key-next = Sonraki
decide-key-previous = Önceki
decide-key-first = İlk adres kalsın
decide-key-second = İkinci adres kalsın

## A change that was set aside
decide-deed-create = bunu ekledi
decide-deed-set = bunu değiştirdi
decide-deed-delete = bunu kaldırdı
decide-because-forbidden = Bu iş arkadaşı bunu değiştiremediği için kontrol ediliyor. Belki görevi ya da mahallesi değişti.
decide-because-unknown-record = Sunucunun bilmediği bir şeye ait olduğu için kontrol ediliyor.
decide-because-deleted = Bu arada biri bunu kaldırdığı için kontrol ediliyor.
decide-because-erased = Bu tamamen silindiği için kontrol ediliyor. Sunucu yazılanı saklamaz.
decide-because-content-differs = Aynı değişiklik daha önce başka bir içerikle ulaştığı için kontrol ediliyor.
decide-because-invalid = Bir şey eksik ya da yanlış olduğu için kontrol ediliyor.
decide-because-append-only = Gönderildikten sonra artık değişemediği için kontrol ediliyor.
decide-blocked-author-only = Burada ne yazdığını göremezsiniz ya da bunu siz kaydedemezsiniz. Yazan kişiden yeniden göndermesini isteyin. Bunu Gönderim ekranında yapabilir.
decide-blocked-erased = Bu artık saklanamaz. Nedenini yazın.
decide-blocked-fixed = Bu artık değişemez. İlki kalır. Nedenini yazın.
decide-blocked-deleted = Bu kaldırıldı ve geri gelmez. Nedenini yazın.
decide-blocked-missing = Bu, henüz burada olmayan bir şeye ait. Önce onu kontrol edin.
decide-blocked-invalid = Önce yanlış olanı değiştirin. Kendi mahallelerinizden birini seçin.
decide-blocked-unchangeable = Burada yanlış bir şey var ve siz bunu değiştiremezsiniz. Nedenini yazın. Böylece yeniden yazılabilir.
decide-stands = şimdi: { $value }
decide-accept = Kabul et
decide-edit = Değiştir
decide-reject = Kabul etme
decide-edit-title = Değiştirilecek yazı: { $name }
decide-edit-save = Böyle sakla
decide-reject-title = Kabul edilmeyecek yazı: { $name }
decide-reason = Neden? { $name } bunu okur.
decide-reason-missing = Nedenini birkaç kelimeyle yazın.
decide-accepted = { $what }, { $name }: kabul edildi
decide-rejected = { $what }, { $name }: kabul edilmedi

## What came of it
decide-decided = Kontrol edilenler
decide-said-accepted = { $name } kabul etti, { $when }
decide-said-edited = { $name } başka değerlerle kabul etti, { $when }
decide-said-rejected = { $name } kabul etmedi, { $when }
decide-why = Neden: { $reason }
decide-written = Yazılmış olan
decide-accept-after-all = Yine de kabul et

## Addresses that look the same
decide-double-title = Bunlar aynı kişiler mi? { $address }
decide-double-text = İkisindeki her şey kalan adreste görünür. Hiçbir şey kaybolmaz ve geri alınabilir.
decide-attempts =
    { $count ->
        [one] 1 deneme
       *[other] { $count } deneme
    }
decide-people =
    { $count ->
        [one] 1 kişi
       *[other] { $count } kişi
    }
decide-stays = Bu adres kalsın
decide-apart = İki ayrı adres
decide-apart-said = İki ayrı adres olarak kalıyor
decide-merged = Birleştirilenler
decide-merged-line = { $alias }: { $stays } ile birlikte, { $address }
decide-merged-said = Birleştirildi: { $address }
decide-lift = Yine de iki adres
decide-lifted = Yeniden iki adres oldu
