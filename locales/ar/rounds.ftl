# Lists for a day, addresses from a file, and the notes of danger.

rounds-parts = ماذا تريدون أن تفعلوا
rounds-part-lists = القوائم حسب اليوم
rounds-part-new = إنشاء قائمة
rounds-part-import = إدخال عناوين
rounds-day = التاريخ
rounds-for = المكلَّف: { $name }
rounds-addresses =
    { $count ->
        [zero] لا عناوين
        [one] عنوان واحد
        [two] عنوانان
        [few] { $count } عناوين
        [many] { $count } عنوانًا
       *[other] { $count } عنوان
    }
rounds-empty = لا توجد قائمة لهذا اليوم
rounds-empty-text = أنشئوا قائمة واختاروا من يقوم بالزيارات. يراها موظف الزيارات المنزلية في «اليوم».
rounds-change = تعديل القائمة
rounds-change-end = تم
rounds-change-text = اختاروا عنوانًا لإزالته من القائمة. من كانت لديه القائمة لن يرى العنوان بعد ذلك في «اليوم».
rounds-remove = إزالة { $address } من القائمة
rounds-removed = لم يعد { $address } في القائمة.
rounds-withdraw = سحب القائمة
rounds-withdrawn = سُحبت القائمة: { $name }

## A new list
rounds-name = اسم القائمة
rounds-name-hint = مثلًا: Vennestraat، الأرقام الزوجية
rounds-assignee = من يقوم بالزيارات
rounds-me = { $name } (أنتم)
rounds-neighbourhood = الحي
rounds-picked =
    { $count ->
        [0] لم يتم اختيار أي عنوان بعد
        [one] تم اختيار عنوان واحد
        [two] تم اختيار عنوانين
        [few] تم اختيار { $count } عناوين
        [many] تم اختيار { $count } عنوانًا
       *[other] تم اختيار { $count } عنوان
    }
rounds-make = إنشاء القائمة
rounds-made = تم إنشاء القائمة: { $name }، عدد العناوين: { $count }
rounds-filter = البحث عن شارع أو اسم
rounds-total =
    { $count ->
        [zero] لم يوجد أي عنوان
        [one] وُجد عنوان واحد
        [two] وُجد عنوانان
        [few] وُجدت { $count } عناوين
        [many] وُجد { $count } عنوانًا
       *[other] وُجد { $count } عنوان
    }
rounds-street-on = اختيار { $street } كله
rounds-street-off = إلغاء اختيار { $street }
rounds-choose-first = اختاروا حيًا أولًا
rounds-choose-first-text = بعد ذلك ترون العناوين حسب الشارع.
rounds-none = لم يوجد أي عنوان
rounds-none-text = ابحثوا عن شيء آخر، أو أدخلوا عناوين أولًا.
rounds-lacks-day = اختاروا يومًا.
rounds-lacks-name = أعطوا القائمة اسمًا.
rounds-lacks-neighbourhood = اختاروا حيًا.
rounds-lacks-assignee = اختاروا من يقوم بالزيارات.
rounds-lacks-households = اختاروا عنوانًا واحدًا على الأقل.

## Import
rounds-file = اختيار ملف عناوين
rounds-file-hint = ملف CSV، مثلًا من Excel.
rounds-paste = أو الصقوا العناوين هنا
rounds-paste-hint = الصف الأول: straat, nummer, bus, wijk
rounds-import-header = ينقص في الصف الأول: { $columns }. اكتبوا مثلًا: straat,nummer,bus,wijk
rounds-look = مراجعة العناوين
rounds-preview = ما سيحدث
rounds-import-new =
    { $count ->
        [zero] لا عناوين جديدة
        [one] عنوان جديد واحد
        [two] عنوانان جديدان
        [few] { $count } عناوين جديدة
        [many] { $count } عنوانًا جديدًا
       *[other] { $count } عنوان جديد
    }
rounds-import-known =
    { $count ->
        [zero] لا عناوين معروفة من قبل
        [one] عنوان واحد معروف من قبل
        [two] عنوانان معروفان من قبل
        [few] { $count } عناوين معروفة من قبل
        [many] { $count } عنوانًا معروفًا من قبل
       *[other] { $count } عنوان معروف من قبل
    }
rounds-import-problems =
    { $count ->
        [0] لا مشكلات
        [one] مشكلة واحدة
        [two] مشكلتان
        [few] { $count } مشكلات
       *[other] { $count } مشكلة
    }
rounds-import-problem-missing-field = هذا فارغ.
rounds-import-problem-invalid-number = رقم المنزل هذا غير صحيح. اكتبوا مثلًا 112 أو { "112A" }.
rounds-import-problem-unknown-neighbourhood = لا نعرف هذا الحي.
rounds-import-skipped = نتجاوز الصفوف التي فيها مشكلة. يمكنكم تصحيحها وإدخالها مجددًا.
rounds-first-rows = الصفوف الأولى
rounds-row = الصف
rounds-column = العمود
rounds-problem = المشكلة
rounds-column-street = الشارع (straat)
rounds-column-number = الرقم (nummer)
rounds-column-box = رقم العلبة (bus)
rounds-column-neighbourhood = الحي (wijk)
rounds-import =
    { $count ->
        [zero] لا عناوين للإدخال
        [one] إدخال عنوان واحد
        [two] إدخال عنوانين
        [few] إدخال { $count } عناوين
        [many] إدخال { $count } عنوانًا
       *[other] إدخال { $count } عنوان
    }
rounds-imported =
    { $count ->
        [zero] لم يتم إدخال أي عنوان
        [one] تم إدخال عنوان واحد
        [two] تم إدخال عنوانين
        [few] تم إدخال { $count } عناوين
        [many] تم إدخال { $count } عنوانًا
       *[other] تم إدخال { $count } عنوان
    }

## Danger, for whoever is on duty
duty-lead = يرى هذا فقط من دوّنه ومن هو في المناوبة.
duty-by = دوّنه { $name }، { $when }.
duty-called = تم الاتصال بـ: { $numbers }
duty-not-called = لم يتم الاتصال بأحد.
duty-because = السبب: { $reason }
duty-empty = لم يُدوَّن أي خطر
duty-empty-text = هل يدوّن أحد الزملاء خطرًا؟ عندئذ يظهر هنا بعد وصوله.
