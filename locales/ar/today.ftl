# Today's list, the card of one address, adding what was not on the list.

today-summary =
    { $count ->
        [zero] { $where }، لا عناوين
        [one] { $where }، عنوان واحد
        [two] { $where }، عنوانان
        [few] { $where }، { $count } عناوين
        [many] { $where }، { $count } عنوانًا
       *[other] { $where }، { $count } عنوان
    }
today-counts = تمت الزيارة: { $visited }، لا أحد في المنزل: { $away }، متبقية: { $togo }
today-counts-skipped =
    { $count ->
        [one] واحد لا يريد زيارة أو لم يعد هنا
       *[other] لا يريدون زيارة أو لم يعودوا هنا: { $count }
    }
today-street-count =
    { $count ->
        [zero] لا عناوين
        [one] عنوان واحد
        [two] عنوانان
        [few] { $count } عناوين
        [many] { $count } عنوانًا
       *[other] { $count } عنوان
    }
today-unfinished = زيارات لم تكتمل
today-search = البحث عن اسم أو عنوان
today-search-results =
    { $count ->
        [0] لم يوجد شيء
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
       *[other] { $count } نتيجة
    }
today-search-none = لم يوجد شيء للبحث «{ $text }»
today-search-none-text = تحققوا من طريقة الكتابة. هل العنوان غير موجود؟ أضيفوه.
today-search-clear = مسح البحث
today-add = إضافة عنوان
today-empty = لا عناوين لليوم
today-empty-text = المنسّق يُعدّ القائمة. تأتي إلى هنا عندما يتوفر الإنترنت. يمكنكم أيضًا إضافة عنوان بأنفسكم.

today-row-draft = زيارة بدأت ولم تكتمل
today-row-visited = تمت الزيارة، { $when }
today-row-not-home =
    { $count ->
        [0] لا أحد في المنزل
        [one] لا أحد في المنزل
        [2] لا أحد في المنزل للمرة الثانية
        [few] لا أحد في المنزل، { $count } مرات
       *[other] لا أحد في المنزل، { $count } مرة
    }
today-row-no-visit-until = لا يريد زيارة حتى { $date }
today-row-last = آخر مرة، { $when }: { $outcome }
today-row-new = لا بيانات بعد
today-state-draft = لم تكتمل

today-start = بدء الزيارة
today-continue = متابعة الزيارة
today-phone = اتصال
today-quick-note = ملاحظة قصيرة
today-open-household = كل شيء عن هذا العنوان
today-danger = خطر
today-outcomes = لم يتم الحديث؟ اختاروا ما حدث.
today-outcome-minor-short = قاصر وحده
today-since-last = منذ المرة السابقة
today-last-visit = { $when }، { $name }: { $outcome }
today-last-with = { $when }، { $name } و{ $with }: { $outcome }
today-last-none = لم يأتِ أحد منا إلى هنا بعد.
today-promised = وعدنا بـ: { $text }
today-come-back = العودة في { $date }
today-help-days =
    { $days ->
        [0] آخر خطوة اليوم
        [one] آخر خطوة قبل يوم واحد
        [two] آخر خطوة قبل يومين
        [few] آخر خطوة قبل { $days } أيام
        [many] آخر خطوة قبل { $days } يومًا
       *[other] آخر خطوة قبل { $days } يوم
    }
today-help-ask = اسألوا هل تم ذلك.
today-choice = هناك إجابتان مختلفتان. اختاروا الصحيحة في «الإرسال».
today-no-visit-said = قال ذلك: { $who }
today-done-outcome = { $address }: { $outcome }
today-undone = تم التراجع

today-refused-title = لا يريد زيارة
today-refused-who = من قال ذلك؟
today-refused-who-hint = مثلًا: السيدة نفسها، الابن
today-refused-until = حتى متى؟
today-refused-until-hint = فارغ يعني: بلا نهاية. يمكن لكل شخص أن يغيّر رأيه دائمًا.
today-refused-save = تدوين

household-add-title = إضافة عنوان
household-edit-title = تعديل العنوان
household-neighbourhood = الحي
household-street = الشارع
household-number = رقم المنزل
household-number-hint = مع رقم العلبة (bus)، مثلًا { "112 bus 3" }
household-name = اسم الأسرة
household-name-hint = ألا يريد أحدهم ذكر اسمه؟ اتركوه فارغًا.
household-people-label = عدد الأشخاص
household-languages = اللغات
household-note = ملاحظة لمن يأتي في المرة القادمة
household-note-hint = اكتبوا فقط ما هو ضروري. يحق للشخص قراءة هذا.
household-save = حفظ العنوان
household-doubles-title = ربما نعرف هذا العنوان من قبل
household-doubles-text = انظروا هل هو أحد هذه العناوين. يمكن أن تسكن أكثر من أسرة في عنوان واحد.
household-doubles-this = هذا هو
household-doubles-add = لا، إضافته مع ذلك
household-also = أُضيف أيضًا باسم { $name }، { $address }
household-set-aside = تعديل على هذا العنوان قيد المراجعة. لقد وصل وهو محفوظ.
household-saved = تم حفظ { $address }

resident-add = إضافة شخص
resident-edit = تعديل { $name }
resident-name = الاسم
resident-birth-year = سنة الميلاد
resident-phone = الهاتف
resident-language = اللغة
resident-save = حفظ بيانات الشخص
resident-saved = تم حفظ بيانات الشخص
resident-born = سنة الميلاد { $year }

household-residents = السكان
household-residents-none = لم يُدوَّن أحد بعد. يمكن أن يبقى كذلك.
household-attempts = الزيارات والمكالمات
household-attempts-none = لا زيارة ولا مكالمة بعد.
household-leaflets = المنشورات
household-leaflets-none = لم يُقدَّم أي منشور بعد.
household-leaflet-line = { $title }، { $language }، { $how }، { $when }
leaflet-use-shown = تم إظهاره
leaflet-use-left = تم تركه
leaflet-use-read-aloud = تمت قراءته بصوت مسموع
household-edit = تعديل العنوان
household-new-help = طلب مساعدة جديد
household-give-leaflet = تقديم منشور
household-attempt-line = { $outcome }، { $channel }
household-attempt-by = { $name }، { $when }
household-attempt-by-two = { $name } و{ $with }، { $when }
household-attempt-leaflets =
    { $count ->
        [zero] لا منشورات
        [one] منشور واحد
        [two] منشوران
        [few] { $count } منشورات
        [many] { $count } منشورًا
       *[other] { $count } منشور
    }
household-open-visit = عرض الزيارة
household-move = نقل
household-move-title = نقل هذه الزيارة إلى عنوان آخر
household-move-text = تنتقل معها الإجابات والمنشورات وطلبات المساعدة. ابحثوا عن العنوان الصحيح.
household-move-here = نقل إلى هنا
household-moved = تم النقل إلى { $address }

key-start = بدء الزيارة أو متابعتها
key-up = العنوان السابق
key-down = العنوان التالي
key-quick-note = ملاحظة قصيرة
key-household = كل شيء عن هذا العنوان
key-phone = اتصال
key-add = إضافة عنوان
key-danger = خطر
