# Forms at the office: versions, checking a spreadsheet, trying it, publishing.

# The list of versions.

nav-forms = Formlar
forms-lead = Bir ziyaretin soruları. Bir Excel dosyası seçer, kontrol eder ve yayımlarsınız.
forms-choose = Form seç
forms-template = Boş form kaydet
forms-drop-hint = Dosyayı bu ekrana sürükleyebilirsiniz. Tabloları (.csv) formla birlikte seçin.
forms-version = sürüm { $version }
forms-built-in = Bu form uygulamayla gelir.
forms-published-by = Yayımlayan: { $name }, { $when }
forms-published-at = Sunucu yayımladı, { $when }
forms-published-by-server = Sunucu yayımladı
forms-visits =
    { $count ->
        [one] bu dizüstünde 1 ziyaret
       *[other] bu dizüstünde { $count } ziyaret
    }
forms-state-in-use = Kullanımda
forms-state-kept = Yeni ziyaretler için değil
forms-state-withdrawn = Geri çekildi
forms-waiting = Gönderilmeyi bekliyor
forms-try = Dene
forms-export = Dosya olarak kaydet
forms-withdraw = Geri çek
forms-use-again = Yeniden kullan
forms-published = { $version } sürümü yayımlandı. Bütün dizüstülere gidiyor.
forms-withdrawn = { $version } sürümü geri çekildi.
forms-saved = Dosya kaydedildi.

# A spreadsheet that was chosen.

forms-errors =
    { $count ->
        [one] 1 hata
       *[other] { $count } hata
    }
forms-warnings =
    { $count ->
        [one] 1 uyarı
       *[other] { $count } uyarı
    }
forms-no-problems = Hata yok
forms-questions =
    { $count ->
        [one] 1 soru
       *[other] { $count } soru
    }
forms-sections =
    { $count ->
        [one] 1 bölüm
       *[other] { $count } bölüm
    }
forms-repeats =
    { $count ->
        [one] 1 tekrar
       *[other] { $count } tekrar
    }
forms-errors-first = Bu form henüz kullanılamaz. Önce dosyadaki hataları düzeltin ve yeniden seçin.
forms-newest = Şimdiye kadarki en yüksek sürüm: { $version }
forms-publish = Yayımla
forms-back-to-list = Listeye dön
forms-problems = Düzeltilecekler
forms-problems-caption = Önce hatalar, sonra uyarılar
forms-where = Nerede
forms-row-holds = Orada yazan
forms-what-to-do = Yanlış olan ve yapılacak
forms-error = Hata
forms-warning = Uyarı
forms-whole-file = Bütün dosya
forms-sheet = Sayfa { $sheet }
forms-sheet-row = Sayfa { $sheet }, satır { $row }
forms-column = Sütun { $column }
forms-problem-other = Burada bir yanlış var ({ $code }). Satıra bakın.
forms-problems-more =
    { $count ->
        [one] 1 tane daha var. Önce bunları düzeltin ve dosyayı yeniden seçin.
       *[other] { $count } tane daha var. Önce bunları düzeltin ve dosyayı yeniden seçin.
    }
forms-languages = Her dil ne kadar tam?
forms-languages-hint = Çeviri eksikse kişi ilk dili görür ve çevirinin henüz olmadığını okur.
forms-language = Dil
forms-texts-labels = Sorular ve başlıklar
forms-texts-hints = Açıklamalar
forms-texts-messages = İletiler
forms-texts-choices = Seçenekler
forms-missing = Eksik
forms-count-of = { $have } / { $of }
forms-complete = Tam
forms-missing-count =
    { $count ->
        [one] 1 metin
       *[other] { $count } metin
    }
forms-text-label = Soru ya da başlık
forms-text-hint = Açıklama
forms-text-message = İleti
forms-text-choice = Seçenek
forms-missing-row = satır { $row }, { $name }
forms-missing-choice = { $name }

# Publishing and withdrawing.

forms-publish-title = { $title }, sürüm { $version }: yayımlansın mı?
forms-publish-new = Belediyenin her yerinde bütün yeni ziyaretler bu sürümü kullanır.
forms-publish-begun = Başlamış ziyaretler kendi sürümleriyle sürer.
forms-publish-for-good = Yayımlanan sürüm artık değişmez. Düzeltmek için daha yüksek bir sürüm yayımlarsınız.
forms-now = Şimdi kullanılan: { $title }, sürüm { $version }
forms-publish-other = Bu başka bir form. { $title } formunun yerine geçer.
forms-publish-untranslated = Her şey çevrilmemiş: { $languages }.
forms-withdraw-title = { $title }, sürüm { $version }: geri çekilsin mi?
forms-withdraw-next = Yeni ziyaretler o zaman { $title }, { $version } sürümünü kullanır.
forms-withdraw-unused = Yeni ziyaretler bu sürümü şimdi kullanmıyor. Öyle kalır.
forms-withdraw-begun = Onunla başlayan ziyaretler sürer ve okunabilir kalır.
forms-withdraw-visits =
    { $count ->
        [one] Bu dizüstünde bu sürümle 1 ziyaret var.
       *[other] Bu dizüstünde bu sürümle { $count } ziyaret var.
    }

# Trying a form.

forms-trial-title = Deneme: { $title }
forms-trial-nothing-kept = Hiçbir şey saklanmaz
forms-trial-own = Siz okursunuz
forms-trial-other = Kişi okur
forms-trial-end = Bitir
forms-trial-remove = Bunu çıkar

# What a sent visit holds that its form does not allow.

form-issues = Form buna izin vermiyor
form-issue-unknown-form = Sunucu bu formu tanımıyor. Yanıtlar kontrol edilmedi.
form-issue-unknown-path = Bu soru formda yok.
form-issue-not-answerable = Buraya yanıt gelmez.
form-issue-wrong-type = Bu yanıt bu soru türüne uymuyor.
form-issue-unknown-choice = Bu seçenek formda yok.
form-issue-constraint = Bu yanıt formun bir kuralına uymuyor.
form-issue-required = Burada bir yanıt eksik.

# In the list of what waits.

sending-kind-form = Form
