# Sent visits: the coordinator's queue, one visit, the author's corrections.

review-tabs = حالة الزيارات
review-tab-received = وصلت، { $count }
review-tab-has-issues = تحتاج إلى متابعة، { $count }
review-tab-approved = معتمدة، { $count }
review-queue = الزيارات
review-next = التالية
review-previous = السابقة
review-key-next = الزيارة التالية
review-key-previous = الزيارة السابقة
review-flagged = انتباه
review-comments-count =
    { $count ->
        [zero] لا تعليقات
        [one] تعليق واحد
        [two] تعليقان
        [few] { $count } تعليقات
        [many] { $count } تعليقًا
       *[other] { $count } تعليق
    }
review-no-household = العنوان ليس على هذا الحاسوب

## States, as the life cycle names them
review-state-received = وصلت
review-state-has-issues = طُلبت متابعة
review-state-approved = معتمدة
review-state-rejected = غير معتمدة

## Why a visit asks for attention
review-flag-other = تحتاج إلى انتباه
review-flag-mood = الحال سيئ
review-flag-urgent = طلب مساعدة عاجل
review-flag-danger = تم تدوين خطر
review-flag-minor = قاصر قام بالترجمة
review-flag-incomplete = غير كاملة
review-flag-form = لا يناسب النموذج

## One visit
review-visited = قام بالزيارة { $name }، { $channel }، { $when }
review-visited-with = قام بالزيارة { $name } و{ $with }، { $channel }، { $when }
review-clock =
    كانت ساعة الحاسوب { $way ->
        [ahead] متقدمة
       *[behind] متأخرة
    } { $by } عند وصول هذه الزيارة. قد تكون الأوقات خاطئة.
review-consent = الموافقة.
review-requests = طلبات مساعدة يمكن مشاركتها
review-first = للاطلاع أولًا
review-whole = عن الزيارة كلها
review-refused = لا يريد الإجابة
review-later = السؤال لاحقًا
review-no-answer = لا إجابة
review-revised = تم التصحيح: { $name }، { $when }. السبب: { $reason }
review-own = هذه زيارتكم أنتم. يراجعها أحد الزملاء.

## Comments
review-comment = كتابة تعليق
review-answer = رد
review-write = اكتبوا إلى المنسّق
review-write-to = اكتبوا إلى { $name }
review-send-comment = حفظ التعليق
review-comment-missing = التعليق ما زال فارغًا.
review-you = أنتم

## Decide
review-approve = اعتماد
review-follow-up = طلب متابعة
review-follow-up-title = طلب متابعة من { $name }
review-follow-up-label = ماذا بقي أن نفعل؟
review-follow-up-hint = يقرأ صاحب الزيارة هذا عند زيارته.
review-reject = عدم الاعتماد
review-reject-title = عدم اعتماد الزيارة: { $name }؟
review-reject-text = عندئذ لا تُحسب الزيارة. تبقى الإجابات محفوظة. سيرى { $name } أنها غير معتمدة.
review-reject-keep = إبقاء الزيارة كما هي
review-said-approved = تم الاعتماد: { $name }
review-said-has-issues = تم طلب متابعة: { $name }
review-said-rejected = غير معتمدة: { $name }
review-said-received = عادت إلى «وصلت»: { $name }
review-rest =
    { $count ->
        [one] اعتماد الباقي معًا، 1
       *[other] اعتماد الباقي معًا، { $count }
    }
review-rest-title =
    { $count ->
        [zero] لا زيارات للاعتماد
        [one] اعتماد زيارة واحدة؟
        [two] اعتماد زيارتين معًا؟
        [few] اعتماد { $count } زيارات معًا؟
       *[other] اعتماد { $count } زيارة معًا؟
    }
review-rest-text =
    { $count ->
        [one] لا شيء في هذه الزيارة يحتاج إلى انتباه. الزيارات التي عليها «انتباه» تبقى في مكانها.
        [two] لا شيء في هاتين الزيارتين يحتاج إلى انتباه. الزيارات التي عليها «انتباه» تبقى في مكانها.
        [few] لا شيء في هذه الزيارات، وعددها { $count }، يحتاج إلى انتباه. الزيارات التي عليها «انتباه» تبقى في مكانها.
       *[other] لا شيء في هذه الزيارات، وعددها { $count }، يحتاج إلى انتباه. الزيارات التي عليها «انتباه» تبقى في مكانها.
    }
review-rest-keep = الاطلاع عليها أولًا
review-rest-approved =
    { $count ->
        [zero] لم تُعتمد أي زيارة
        [one] تم اعتماد زيارة واحدة
        [two] تم اعتماد زيارتين
        [few] تم اعتماد { $count } زيارات
       *[other] تم اعتماد { $count } زيارة
    }
review-empty-received = تمت مراجعة كل شيء
review-empty-has-issues = لا توجد زيارة طُلبت لها متابعة
review-empty-approved = لم تُعتمد أي زيارة بعد
review-empty-text = الزيارات الجديدة تأتي إلى هنا تلقائيًا.

## The author
review-visit-title = الزيارة
review-mine-lead = سأل أحد الزملاء عن هذه الزيارات.
review-mine-asked = أحد الزملاء يطلب متابعة. ردّوا عند السؤال، أو صحّحوا الإجابة.
review-mine-empty = لا أسئلة لكم
review-mine-empty-text = هل يسأل أحد الزملاء عن زيارة؟ عندئذ يظهر السؤال هنا.
review-correct = تصحيح
review-correct-new = إجابة جديدة
review-correct-reason = لماذا تصحّحون هذا؟
review-correct-reason-hint = تبقى الإجابة القديمة محفوظة مع السبب.
review-correct-save = حفظ التصحيح
