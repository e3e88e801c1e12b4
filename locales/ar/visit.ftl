# A visit while it is written: the form, the check page, the quick note, danger.

visit-back = اليوم
visit-saved = محفوظ على هذا الحاسوب
visit-saved-at = { $time }
visit-not-saved = لم يُحفظ بعد
visit-not-saved-retry = سيحاول التطبيق مجددًا تلقائيًا.
visit-offline = لا يوجد إنترنت
visit-offline-later = سيُرسل لاحقًا تلقائيًا
visit-pause = توقف قليلًا
visit-paused = تم حفظ الزيارة. تجدونها في «زيارات لم تكتمل».
visit-sections = أقسام الحديث
visit-section-todo = لم يُنجز بعد
visit-section-current = الآن
visit-section-done = مُنجز
visit-section-count = { $done } من { $total }
visit-question-of = { $section }، السؤال { $number } من { $total }
visit-you-ask = تسألون
visit-resident-reads = يقرأ الشخص: { $language }
visit-choose-more = يمكنكم اختيار أكثر من إجابة
visit-note-only = لا شيء للاختيار هنا.
visit-acknowledge = تمت القراءة
visit-refuse = لا يريد الإجابة
visit-later = السؤال لاحقًا
visit-date-hint = اليوم والشهر والسنة، مثلًا { "24/11/2026" }
visit-time-hint = الساعة والدقائق، مثلًا { "14:30" }
visit-tomorrow = غدًا
visit-in-a-week = بعد أسبوع
visit-in-two-weeks = بعد أسبوعين
visit-less = ناقص 1
visit-more = زائد 1
visit-previous = السابق
visit-next = السؤال التالي
visit-to-check = مراجعة الإجابات
visit-show = إظهار للشخص
visit-required = هنا لا بد من إجابة. يمكن أيضًا اختيار «لا يريد الإجابة» أو «السؤال لاحقًا».
visit-constraint = هذه الإجابة لا تناسب السؤال.
visit-type = لا يمكن قراءة هذه الإجابة.
visit-put-off = مؤجَّل: قاصر يترجم
visit-put-off-text = هذا السؤال حساس. اسألوه لاحقًا بمساعدة مترجم بالغ.
visit-interpreter-minor = قاصر يترجم. الأسئلة الحساسة تنتظر إلى وقت لاحق. من الأفضل الاتصال بخدمة الترجمة الهاتفية.

visit-section-n = الجزء { $number }
visit-instance = { $name } { $number } من { $total }
visit-no-consent = هذه الاستمارة لا تسأل عن الموافقة. اسألوا عنها بأنفسكم قبل أن تبدؤوا: هل تسمحون لي بتدوين ما تقولونه؟
visit-guidance = شرح لكم
visit-computed = تملؤه الاستمارة
visit-computed-empty = تملأ الاستمارة هذا لاحقًا.
visit-no-choices = لا توجد هنا الآن إجابات للاختيار. تابعوا.
visit-unsupported = هذا الحاسوب لا يستطيع تسجيل هذا: صورة أو صوت أو فيلم أو مكان أو رمز. عند الحاجة اكتبوه في الملاحظة وتابعوا.
visit-uncomputed = في الاستمارة خطأ هنا: لا يمكن حساب شيء ما. يمكنكم المتابعة. أخبروا المنسق.
visit-uncomputed-details = لمن يُعدّ الاستمارة
visit-search-choices = ابحثوا عن إجابة
visit-search-hint = اكتبوا جزءًا من الكلمة. يختار Enter أول إجابة.
visit-search-none = لم نجد إجابة
visit-search-found =
    { $count ->
        [zero] لم نجد إجابة
        [one] وجدنا إجابة واحدة
        [two] وجدنا إجابتين
        [few] وجدنا { $count } إجابات
        [many] وجدنا { $count } إجابة
       *[other] وجدنا { $count } إجابة
    }
visit-search-more =
    { $count ->
        [zero] لا إجابات أخرى.
        [one] هناك إجابة أخرى. اكتبوا للبحث.
        [two] هناك إجابتان أخريان. اكتبوا للبحث.
        [few] هناك { $count } إجابات أخرى. اكتبوا للبحث.
        [many] هناك { $count } إجابة أخرى. اكتبوا للبحث.
       *[other] هناك { $count } إجابة أخرى. اكتبوا للبحث.
    }
visit-search-chosen = تم اختيار: { $answer }
visit-range-error = اختاروا رقمًا من { $min } إلى { $max }، بخطوات من { $step }.
visit-moment-error = اكتبوا اليوم والساعة، مثلًا { "24/11/2026" } و{ "14:30" }.
visit-rank-hint = رتّبوا. اسحبوا، أو استعملوا الأسهم.
visit-rank-place = المرتبة { $place } من { $total }
visit-rank-up = إلى أعلى: { $name }
visit-rank-down = إلى أسفل: { $name }
visit-rank-open = لم يُختر ترتيب بعد.
visit-rank-confirm = هذا الترتيب صحيح
visit-repeat-unnamed = عنصر
visit-repeat-none = لم يُضف شيء بعد. أضيفوا، أو تابعوا.
visit-repeat-more = أضيفوا واحدًا آخر، أو تابعوا.
visit-repeat-add = إضافة
visit-repeat-remove = إزالة: { $name }

visit-during = أثناء الحديث
visit-interpreter-line = خدمة الترجمة الهاتفية
visit-leaflet = إظهار منشور
visit-danger = خطر
visit-danger-noted = تم تدوين الخطر
visit-stops = الشخص يتوقف
visit-with = بالاشتراك مع
visit-with-nobody = لا أحد
visit-requests = طلبات المساعدة في هذا الحديث
visit-new-request = طلب مساعدة جديد
visit-request-unnamed = طلب المساعدة { $number }
visit-request-open = لم يُؤكَّد بعد
visit-request-confirmed = مؤكَّد
visit-note = ملاحظة على هذا السؤال
visit-note-hint = اكتبوا فقط ما هو ضروري. يحق للشخص قراءة هذا.
visit-leaflet-offer = هناك منشور يناسب هذا.
visit-leaflet-offer-show = عرض المنشور
visit-leaflet-offer-skip = ليس الآن

visit-request-n = { $name } { $number }
visit-request-remove = إزالة
visit-request-removed = تمت إزالة { $name }
visit-request-confirm = تأكيد طلب المساعدة
visit-request-confirm-title = هل طلب المساعدة هذا جاهز؟
visit-request-confirm-text = التأكيد يعني: يُرسل الطلب عندما يتوفر الإنترنت، حتى لو لم ينتهِ الحديث.
visit-request-confirm-later = ليس بعد
visit-request-confirm-done = تم تأكيد طلب المساعدة

visit-check-title = مراجعة الإجابات
visit-check-lead = هل كل شيء صحيح؟ ما زال بإمكانكم التغيير.
visit-check-change = تغيير
visit-check-change-what = تغيير: { $question }
visit-check-empty = لا إجابة بعد
visit-check-refused = لا يريد الإجابة
visit-check-later = السؤال لاحقًا
visit-check-put-off = مؤجَّل
visit-check-note = ملاحظة: { $note }
visit-check-missing-title =
    { $count ->
        [zero] لا أسئلة تحتاج إلى إجابة
        [one] ما زال سؤال واحد يحتاج إلى إجابة
        [two] ما زال سؤالان يحتاجان إلى إجابة
        [few] ما زالت { $count } أسئلة تحتاج إلى إجابة
        [many] ما زال { $count } سؤالًا يحتاج إلى إجابة
       *[other] ما زال { $count } سؤال يحتاج إلى إجابة
    }
visit-check-all-later = السؤال عنها كلها لاحقًا
visit-check-unconfirmed =
    { $count ->
        [zero] كل طلبات المساعدة مؤكَّدة.
        [one] طلب مساعدة واحد لم يُؤكَّد بعد. عند إنهاء الزيارة يُرسل معها.
        [two] طلبا مساعدة لم يُؤكَّدا بعد. عند إنهاء الزيارة يُرسلان معها.
        [few] { $count } طلبات مساعدة لم تُؤكَّد بعد. عند إنهاء الزيارة تُرسل معها.
       *[other] { $count } طلب مساعدة لم يُؤكَّد بعد. عند إنهاء الزيارة تُرسل معها.
    }
visit-finish = إنهاء الزيارة
visit-finished = تم حفظ زيارة { $address }، { $time }

visit-stops-title = الشخص يتوقف
visit-stops-text = هذا من حقه دائمًا. اشكروا الشخص. ماذا تريدون أن تفعلوا؟
visit-stops-pause = حفظ ومتابعة لاحقًا
visit-stops-finish = إنهاء بما هو موجود
visit-stops-finish-hint = الأسئلة المفتوحة تصبح «السؤال لاحقًا».
visit-stops-withdraw = الشخص يسحب الموافقة
visit-stops-withdraw-hint = يبقى فقط الوقت ونوع الزيارة وعدد المنشورات. الإجابات لا تغادر هذا الحاسوب، وهي تختفي.
visit-stops-discard = حذف الزيارة
visit-discard-title = حذف زيارة { $address }؟
visit-discard-text =
    { $count ->
        [zero] لن تفقدوا أي إجابة. يمكنكم التراجع ما دام التطبيق مفتوحًا.
        [one] ستفقدون إجابة واحدة. يمكنكم التراجع ما دام التطبيق مفتوحًا.
        [two] ستفقدون إجابتين. يمكنكم التراجع ما دام التطبيق مفتوحًا.
        [few] ستفقدون { $count } إجابات. يمكنكم التراجع ما دام التطبيق مفتوحًا.
       *[other] ستفقدون { $count } إجابة. يمكنكم التراجع ما دام التطبيق مفتوحًا.
    }
visit-discard-keep = إبقاء الزيارة
visit-discard = حذف
visit-discarded = تم حذف زيارة { $address }

quick-title = ملاحظة قصيرة
quick-consent = هل تسمحون لي بتدوين ما تقولونه؟
quick-consent-hint = اسألوا هذا أولًا. عند الجواب لا، يبقى فقط الوقت وعدد المنشورات.
quick-consent-no = من دون موافقة لا تدوّنون شيئًا آخر.
quick-mood = كيف الحال؟
quick-help = هل تريدون أن نفعل شيئًا من أجلكم؟
quick-help-kind = ما الموضوع؟
quick-leaflets = المنشورات المتروكة
quick-remarks = بضع كلمات
quick-come-back = العودة في
quick-save = حفظ الملاحظة
quick-later = الإكمال لاحقًا
quick-full = الاستمارة الكاملة
quick-saved = تم حفظ ملاحظة { $address }

danger-title = خطر
danger-lead = ابتعدوا أولًا إلى مكان آمن. ثم اتصلوا. هذا الحاسوب لا ينبّه أحدًا.
danger-numbers = الأرقام. ضعوا علامة أمام من اتصلتم به.
danger-not-emergency = ليس رقم طوارئ
danger-why-not = لم تتصلوا بأحد؟ لماذا؟
danger-note = ماذا رأيتم أو سمعتم؟
danger-note-hint = أنتم والمناوبون فقط تقرؤون هذا.
danger-close = إغلاق من دون تدوين
danger-save = تدوين والبقاء
danger-leave = المغادرة الآن
danger-leave-hint = يغلق الزيارة بالنتيجة «تمت المغادرة، المكان غير آمن».
danger-saved = تم تدوين الخطر
danger-left = تم إغلاق الزيارة. اتصلوا عندما تكونون في أمان.

key-choose = اختيار إجابة
key-refuse = لا يريد الإجابة
key-refuse-everywhere = لا يريد الإجابة، في كل مكان
key-later = السؤال لاحقًا
key-next = السؤال التالي
key-next-in-text = السؤال التالي، أيضًا من داخل النص
key-add-instance = إضافة
key-previous = السؤال السابق
key-show = إظهار للشخص
key-request = طلب مساعدة جديد
key-leaflet = إظهار منشور
key-contrast = تباين أكبر أو عادي
key-finish = إنهاء الزيارة
key-save = حفظ
key-back = رجوع
key-resident-hold = عندما ينظر الشخص إلى الشاشة: اضغطوا مطوّلًا لثانية واحدة على Esc (رجوع) أو H (طلب مساعدة) أو F (منشور).
