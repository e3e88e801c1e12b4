# Settings of this laptop.

settings-title = الإعدادات
settings-lead = ترون كل تغيير فورًا. وهو يسري على هذا الحاسوب.
settings-language = لغة التطبيق
settings-theme = الشاشة
settings-theme-system = مثل الحاسوب
settings-theme-light = فاتحة
settings-theme-dark = داكنة
settings-contrast = التباين
settings-contrast-system = مثل الحاسوب
settings-contrast-normal = عادي
settings-contrast-more = تباين أكبر
settings-letters = حجم الحروف
settings-letters-100 = عادي
settings-letters-125 = كبير
settings-letters-150 = كبير جدًا
settings-keys = الحروف والأرقام المفردة كمفاتيح
settings-keys-on = تشغيل
settings-keys-off = إيقاف
settings-keys-hint = مفيد عند الباب: من 1 إلى 9 لاختيار إجابة، و0 للرفض. لا تفعل شيئًا في حقول النص.
settings-lock-minutes = القفل بعد هذا العدد من الدقائق دون لمس
settings-minutes =
    { $minutes ->
        [zero] { $minutes } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }
settings-lock-minutes-hint = أثناء الزيارة وعند عرض نشرة وأثناء القراءة بصوت عالٍ ينتظر التطبيق 20 دقيقة. وإذا أُغلق الحاسوب يُقفل التطبيق فورًا.
settings-passphrase = تغيير عبارة المرور
settings-passphrase-present = عبارة المرور الحالية
settings-passphrase-changed = تغيّرت عبارة المرور. العبارة القديمة لم تعد تعمل.
settings-lock = قفل التطبيق
settings-lock-hint = ستحتاجون بعدها إلى عبارة المرور. كل شيء محفوظ.
settings-device = هذا الحاسوب: { $device }
