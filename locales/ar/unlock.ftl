# Opening the app: the first time, each day, and when it cannot.

unlock-other-languages = السؤال نفسه بلغات أخرى
unlock-scene = رسم: بيت مزدوج في حي سكني قديم لعمال المناجم (cité). باب الرقم 14 مفتوح، ويخرج منه ضوء دافئ.
unlock-hello = مرحبًا { $name }
unlock-hello-anyone = مرحبًا
unlock-lead = اكتبوا عبارة المرور لفتح التطبيق.
unlock-passphrase = عبارة المرور
unlock-passphrase-hint = أربع كلمات، بينها مسافات.
unlock-show = إظهار
unlock-hide = إخفاء
unlock-open = فتح يومي
unlock-opening = يجري فتح التطبيق
unlock-forgotten = نسيتم؟
unlock-forgotten-text = لا أحد يستطيع معرفة عبارة المرور. اتصلوا بمسؤول النظام. ستحصلون على رمز جديد لهذا الحاسوب. عندئذ يضيع ما لم يُرسل بعد.
unlock-wait =
    { $seconds ->
        [zero] يمكنكم المحاولة الآن.
        [one] انتظروا ثانية واحدة.
        [two] انتظروا ثانيتين.
        [few] انتظروا { $seconds } ثوانٍ.
       *[other] انتظروا { $seconds } ثانية.
    }
unlock-works-offline = هذا يعمل أيضًا من دون إنترنت.

blocked-already-open = التطبيق مفتوح من قبل
blocked-newer-database = هذا التطبيق قديم
blocked-damaged-database = البيانات متضررة
blocked-other = لا يمكن فتح التطبيق
blocked-what-is-safe = ما أرسلتموه موجود على الخادم وسيعود. ما لم يُرسل بعد موجود على هذا الحاسوب فقط، في الملفات المتضررة.
blocked-start-over-text = يمكنكم البدء من جديد برمز جديد. تبقى الملفات المتضررة على هذا الحاسوب، في مجلد يحمل تاريخ اليوم. نحن لا نمسح شيئًا.
blocked-start-over = وضعها جانبًا والبدء من جديد

enrol-title = بدء استخدام هذا الحاسوب
enrol-lead = تفعلون هذا مرة واحدة. تحتاجون إلى رسالتكم وإلى الإنترنت.
enrol-steps = الخطوات
enrol-step-server = العنوان
enrol-step-code = الرمز
enrol-step-passphrase = عبارة المرور
enrol-url = عنوان الخادم
enrol-url-hint = مكتوب في رسالتكم. مثلًا https://bezoek.gemeente.be
enrol-check = التحقق من العنوان
enrol-checking = يجري البحث عن الخادم
enrol-found = تم العثور على: { $municipality }
enrol-code = الرمز
enrol-code-hint = أربع مجموعات من أربعة أحرف أو أرقام، في رسالتكم. تستخدمونه مرة واحدة.
enrol-device-name = اسم هذا الحاسوب
enrol-device-hint = مثلًا Laptop 14. هكذا يعرفه مسؤول النظام.
enrol-passphrase = اختاروا عبارة مرور
enrol-passphrase-hint = أقل عدد من الأحرف: { $minimum }. اختاروا أربع كلمات لا علاقة بينها. لا تكتبوها على هذا الحاسوب.
enrol-repeat = اكتبوها مرة أخرى
enrol-repeat-differs = العبارتان غير متطابقتين. اكتبوا الاثنتين مجددًا.
enrol-next = التالي
enrol-start = بدء استخدام الحاسوب
enrol-busy = يجري جلب قائمتكم
enrol-busy-text = اتركوا الحاسوب مفتوحًا. يستغرق هذا عادةً أقل من دقيقة.
enrol-remaining =
    { $count ->
        [zero] لم يبقَ شيء
        [one] بقي عنصر واحد
        [two] بقي عنصران
        [few] بقيت { $count } عناصر
        [many] بقي { $count } عنصرًا
       *[other] بقي { $count } عنصر
    }
strength-too-short = ما زالت قصيرة
strength-common = معروفة جدًا
strength-fair = مقبولة
strength-good = جيدة
strength-label = القوة: { $strength }
