# Forms at the office: versions, checking a spreadsheet, trying it, publishing.

# The list of versions.

nav-forms = النماذج
forms-lead = أسئلة الزيارة. تختارون ملف Excel وتراجعونه ثم تنشرونه.
forms-choose = اختيار نموذج
forms-template = حفظ نموذج فارغ
forms-drop-hint = يمكنكم أيضًا سحب ملف إلى هذه الشاشة. اختاروا الجداول (csv) مع النموذج.
forms-version = الإصدار { $version }
forms-built-in = هذا النموذج يأتي مع التطبيق.
forms-published-by = نشره { $name }، { $when }
forms-published-at = نشره الخادم، { $when }
forms-published-by-server = نشره الخادم
forms-visits =
    { $count ->
        [zero] لا زيارات على هذا الحاسوب
        [one] زيارة واحدة على هذا الحاسوب
        [two] زيارتان على هذا الحاسوب
        [few] { $count } زيارات على هذا الحاسوب
        [many] { $count } زيارة على هذا الحاسوب
       *[other] { $count } زيارة على هذا الحاسوب
    }
forms-state-in-use = مستعمل
forms-state-kept = ليس للزيارات الجديدة
forms-state-withdrawn = مسحوب
forms-waiting = ينتظر الإرسال
forms-try = تجربة
forms-export = حفظ في ملف
forms-withdraw = سحب
forms-use-again = استعمال من جديد
forms-published = نُشر الإصدار { $version }. يصل إلى كل الحواسيب.
forms-withdrawn = سُحب الإصدار { $version }.
forms-saved = حُفظ الملف.

# A spreadsheet that was chosen.

forms-errors =
    { $count ->
        [zero] لا أخطاء
        [one] خطأ واحد
        [two] خطآن
        [few] { $count } أخطاء
        [many] { $count } خطأ
       *[other] { $count } خطأ
    }
forms-warnings =
    { $count ->
        [zero] لا ملاحظات
        [one] ملاحظة واحدة
        [two] ملاحظتان
        [few] { $count } ملاحظات
        [many] { $count } ملاحظة
       *[other] { $count } ملاحظة
    }
forms-no-problems = لا أخطاء
forms-questions =
    { $count ->
        [zero] لا أسئلة
        [one] سؤال واحد
        [two] سؤالان
        [few] { $count } أسئلة
        [many] { $count } سؤالًا
       *[other] { $count } سؤال
    }
forms-sections =
    { $count ->
        [zero] لا أقسام
        [one] قسم واحد
        [two] قسمان
        [few] { $count } أقسام
        [many] { $count } قسمًا
       *[other] { $count } قسم
    }
forms-repeats =
    { $count ->
        [zero] لا تكرارات
        [one] تكرار واحد
        [two] تكراران
        [few] { $count } تكرارات
        [many] { $count } تكرارًا
       *[other] { $count } تكرار
    }
forms-errors-first = لا يمكن استعمال هذا النموذج بعد. صحّحوا الأخطاء في الملف أولًا ثم اختاروه من جديد.
forms-newest = أعلى إصدار حتى الآن: { $version }
forms-publish = نشر
forms-back-to-list = العودة إلى القائمة
forms-problems = ما يجب تصحيحه
forms-problems-caption = الأخطاء أولًا ثم الملاحظات
forms-where = أين
forms-row-holds = ما هو مكتوب
forms-what-to-do = ما الخطأ وما العمل
forms-error = خطأ
forms-warning = ملاحظة
forms-whole-file = الملف كله
forms-sheet = الورقة { $sheet }
forms-sheet-row = الورقة { $sheet }، السطر { $row }
forms-column = العمود { $column }
forms-problem-other = هنا شيء غير صحيح ({ $code }). راجعوا السطر.
forms-problems-more =
    { $count ->
        [zero] لا شيء آخر.
        [one] وواحد آخر. صحّحوا هذه أولًا ثم اختاروا الملف من جديد.
        [two] واثنان آخران. صحّحوا هذه أولًا ثم اختاروا الملف من جديد.
        [few] و{ $count } أخرى. صحّحوا هذه أولًا ثم اختاروا الملف من جديد.
        [many] و{ $count } أخرى. صحّحوا هذه أولًا ثم اختاروا الملف من جديد.
       *[other] و{ $count } أخرى. صحّحوا هذه أولًا ثم اختاروا الملف من جديد.
    }
forms-languages = ما مدى اكتمال كل لغة؟
forms-languages-hint = حيث تنقص الترجمة يرى الشخص اللغة الأولى، مع إشارة إلى أن الترجمة غير موجودة بعد.
forms-language = اللغة
forms-texts-labels = أسئلة وعناوين
forms-texts-hints = شروح
forms-texts-messages = رسائل
forms-texts-choices = خيارات
forms-missing = ناقص
forms-count-of = { $have } من { $of }
forms-complete = مكتمل
forms-missing-count =
    { $count ->
        [zero] لا نصوص
        [one] نص واحد
        [two] نصان
        [few] { $count } نصوص
        [many] { $count } نصًا
       *[other] { $count } نص
    }
forms-text-label = سؤال أو عنوان
forms-text-hint = شرح
forms-text-message = رسالة
forms-text-choice = خيار
forms-missing-row = السطر { $row }، { $name }
forms-missing-choice = { $name }

# Publishing and withdrawing.

forms-publish-title = { $title }، الإصدار { $version }: هل تنشره؟
forms-publish-new = كل الزيارات الجديدة تستعمل هذا الإصدار، في البلدية كلها.
forms-publish-begun = الزيارات التي بدأت تستمر بإصدارها.
forms-publish-for-good = الإصدار المنشور لا يتغيّر. للتصحيح تنشرون إصدارًا أعلى.
forms-now = المستعمل الآن: { $title }، الإصدار { $version }
forms-publish-other = هذا نموذج آخر. يحل محل { $title }.
forms-publish-untranslated = لم يُترجم كل شيء: { $languages }.
forms-withdraw-title = { $title }، الإصدار { $version }: هل تسحبه؟
forms-withdraw-next = الزيارات الجديدة تستعمل عندئذ { $title }، الإصدار { $version }.
forms-withdraw-unused = الزيارات الجديدة لا تستعمل هذا الإصدار الآن. ويبقى الأمر كذلك.
forms-withdraw-begun = الزيارات التي بدأت به تستمر وتبقى مقروءة.
forms-withdraw-visits =
    { $count ->
        [zero] لا زيارات بهذا الإصدار على هذا الحاسوب.
        [one] على هذا الحاسوب زيارة واحدة بهذا الإصدار.
        [two] على هذا الحاسوب زيارتان بهذا الإصدار.
        [few] على هذا الحاسوب { $count } زيارات بهذا الإصدار.
        [many] على هذا الحاسوب { $count } زيارة بهذا الإصدار.
       *[other] على هذا الحاسوب { $count } زيارة بهذا الإصدار.
    }

# Trying a form.

forms-trial-title = تجربة: { $title }
forms-trial-nothing-kept = لا يُحفظ شيء
forms-trial-own = تقرأون أنتم
forms-trial-other = يقرأ الشخص
forms-trial-end = إنهاء
forms-trial-remove = حذف هذا

# What a sent visit holds that its form does not allow.

form-issues = النموذج لا يسمح بهذا
form-issue-unknown-form = الخادم لا يعرف هذا النموذج. لم تُراجع الأجوبة.
form-issue-unknown-path = هذا السؤال غير موجود في النموذج.
form-issue-not-answerable = لا مكان لجواب هنا.
form-issue-wrong-type = هذا الجواب لا يناسب نوع السؤال.
form-issue-unknown-choice = هذا الخيار غير موجود في النموذج.
form-issue-constraint = هذا الجواب يخالف قاعدة في النموذج.
form-issue-required = ينقص جواب هنا.

# In the list of what waits.

sending-kind-form = نموذج
