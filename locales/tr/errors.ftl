# One message for each code of the core: what happened, what is safe, what to do.

error-internal = Uygulamada bir sorun oldu. Kaydedilenler kaybolmadı. Yeniden deneyin. Sorun sürüyor mu? Yardım masasını arayın.
error-bad-input = Uygulama bunu anlamıyor. Kaydedilenler kaybolmadı. Uygulamayı kapatıp yeniden açın.
error-locked = Uygulama kilitli. Her şey kaydedildi. Parola cümlenizi yazın.
error-already-open = Uygulama başka bir pencerede zaten açık. Orada devam edin ya da önce o pencereyi kapatın.
error-wrong-passphrase = Bu parola cümlesi doğru değil. Büyük harfleri ve boşlukları kontrol edin.
error-wait-before-retry =
    { $seconds ->
        [one] Biraz bekleyin. 1 saniye sonra yeniden deneyin.
       *[other] Biraz bekleyin. { $seconds } saniye sonra yeniden deneyin.
    }
error-passphrase-too-short = Bu parola cümlesi çok kısa. Dört kelime seçin, örneğin mutfağınızdaki şeylerden.
error-passphrase-too-common = Bu parola cümlesi çok bilinen bir cümle. Birbiriyle ilgisi olmayan dört kelime seçin.
error-wrong-code = Bu kod doğru değil. Mektubunuzdaki gibi yeniden yazın.
error-used-code = Bu kod daha önce kullanıldı. Yöneticinizden yeni bir kod isteyin.
error-expired-code = Bu kodun süresi geçti. Yöneticinizden yeni bir kod isteyin.
error-unreachable = Bu adresten cevap gelmiyor. İnterneti ve adresi kontrol edin.
error-wrong-server = Bu adreste başka bir uygulama var. Adresi mektubunuzdan kontrol edin.
error-insecure-address = Bu adres güvenli değil. Adresin başı https:// olmalı
error-app-too-old = Bu uygulama göndermek için çok eski. Her şey bu bilgisayarda kalıyor. Yöneticinizden yeni uygulamayı isteyin.
error-server-too-old = Sunucu bu uygulamadan daha eski. Her şey bu bilgisayarda kalıyor. Yöneticinize haber verin.
error-revoked = Bu bilgisayar artık bağlanamaz. Her şey bu bilgisayarda kalır. Koordinatörünüzü arayın. Yeni bir kodla bu bilgisayarı yeniden kaydedebilirsiniz.
error-cloned = Bu bilgisayarın bir kopyası kullanılıyor. Hiçbir şey kaybolmaz. Yöneticiden yeni bir kod isteyin ve bu bilgisayarı yeniden kaydedin.
error-other-user = Bu kod başka biri için. Yöneticinizden kendi adınıza bir kod isteyin.
error-too-many-requests = Sunucu şu anda çok yoğun. Her şey bu bilgisayarda kalıyor. Uygulama biraz sonra yeniden dener.
error-newer-database = Bu verileri daha yeni bir uygulama oluşturdu. Verilere dokunulmadı. Yöneticinizden yeni uygulamayı isteyin.
error-damaged-database = Bu bilgisayardaki veriler hasarlı. Hiçbir şey silinmedi. Gönderilenler sunucuda. Yardım masasını arayın.
error-disk-full = Kaydedilemiyor: disk dolu. Metniniz ekranda kalıyor. Yer açın veya yardım masasını arayın. Uygulamayı kapatmayın.
error-disk-error = Kaydedilemiyor: disk cevap vermiyor. Metniniz ekranda kalıyor. Yardım masasını arayın. Uygulamayı kapatmayın.
error-not-found = Bu artık bu bilgisayarda değil. Belki taşındı. Yeniden arayın.
error-forbidden = Bunu göremez veya değiştiremezsiniz. Koordinatörünüze sorun.
error-visit-incomplete = Hâlâ cevapsız sorular var. Bunlara “cevap vermek istemiyor” veya “sonra sor” da diyebilirsiniz.
error-form-unreadable = Form okunamıyor. Verileriniz kaydedildi. Kısa bir not yazın ve koordinatörünüze haber verin.
error-form-has-errors = Bu formda hâlâ hata var. Önce dosyada düzeltin.
error-form-without-version = Bu formun sürümü yok. settings sayfasında version doldurun, örneğin 2026112401.
error-form-version-taken = Bu sürüm zaten var ya da daha yükseği var. settings sayfasında version değerini yükseltin.
error-form-too-large = Bu form, tablolarıyla birlikte çok büyük. En çok { $max } MB olabilir.
error-not-a-form = Bu bir form değil. .xlsx ya da .xls ile biten bir dosya seçin.
error-missing-field = Bu alan hâlâ boş. Doldurun.
error-text-too-long = Bu metin çok uzun. En fazla { $max } karakter yazın.
error-invalid-number = Bu bir sayı değil. Örneğin 4 yazın.
error-invalid-time = Bu saat doğru değil. Örneğin 9.30 yazın.
error-invalid-year = Bu yıl doğru değil. Örneğin 1948 yazın.
error-invalid-date = Bu tarih doğru değil. Örneğin 24/11/2026 yazın.
error-not-allowed-now = Bu adım şimdi olmuyor. Belki başka biri bir şey yaptı. Önce ne yazdığına bakın.
error-reason-needed = Önce nedenini yazın. Birkaç kelime yeterli.
