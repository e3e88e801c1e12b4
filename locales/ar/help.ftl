# Help requests: list, board, one request, a new one.

help-view = طريقة العرض
help-view-list = قائمة
help-view-board = لوحة
help-tabs = أي طلبات مساعدة
help-tab-mine = طلباتي، { $count }
help-tab-team = الفريق كله، { $count }
help-tab-ended = منتهية، { $count }
help-new = طلب مساعدة جديد
help-key-new = تدوين طلب مساعدة جديد

help-untaken =
    { $count ->
        [zero] لا طلبات مساعدة لليوم تنتظر أحدًا
        [one] طلب مساعدة واحد لليوم ينتظر أحدًا
        [two] طلبا مساعدة لليوم ينتظران أحدًا
        [few] { $count } طلبات مساعدة لليوم تنتظر أحدًا
       *[other] { $count } طلب مساعدة لليوم ينتظر أحدًا
    }
help-look = عرض
help-take = تولّي الطلب

help-group-overdue = لم يحدث شيء منذ مدة طويلة
help-column-new = جديد
help-column-assigned = مُسنَد
help-column-busy = هناك من يعمل عليه
help-column-ended = منتهٍ
help-days =
    { $days ->
        [0] حُدّث اليوم
        [one] لم يحدث شيء منذ يوم واحد
        [two] لم يحدث شيء منذ يومين
        [few] لم يحدث شيء منذ { $days } أيام
        [many] لم يحدث شيء منذ { $days } يومًا
       *[other] لم يحدث شيء منذ { $days } يوم
    }
help-unshared-short = غير مشارَك
help-empty-mine = لا تتابعون أي طلبات مساعدة
help-empty-team = لا توجد طلبات مساعدة مفتوحة
help-empty-ended = لم ينتهِ أي طلب بعد
help-empty-text = يمكنكم تدوين طلب مساعدة جديد أثناء زيارة أو هنا.

## One request
help-route = حالة طلب المساعدة
help-quote = «{ $words }»
help-contact = طريقة الوصول:
help-closed-reason = سبب الإغلاق:
help-result = ما تم عمله:
help-assignee = من يتابع
help-nobody = لا أحد بعد
help-last-action = آخر خطوة
help-recorded-on = تاريخ التدوين
help-next-step = الخطوة التالية
help-step-triaged = تم الاطلاع عليه وإسناده
help-step-matched = وُجد متطوع
help-step-in-progress = هناك من يعمل عليه
help-step-reopen = فتح من جديد
help-assign = إسناد
help-refer = إحالة
help-note = كتابة ملاحظة
help-end = إنهاء
help-log = ماذا حدث
help-event-state = { $name }: { $state }.
help-event-assigned = { $name }: إسناد الطلب إلى { $to }.
help-event-note = { $name }: «{ $note }»
help-event-other = { $name }: تغيير.
help-not-sent = لم يُرسل بعد

help-referrals = محال إلى
help-referral-sent = تم الإرسال في { $day }
help-referral-reason = السبب: { $reason }
help-referral-pending = بانتظار الجواب
help-referral-accepted = مقبول
help-referral-rejected = مرفوض
help-referral-done = مُنجز
help-referral-set-accepted = الجهة تقبل
help-referral-set-rejected = الجهة ترفض
help-referral-set-done = الجهة أنجزت

## Consent
help-consent-title = الموافقة
help-consent-given = يمكن مشاركته مع: { $recipient }.
help-consent-given-plain = يمكن مشاركته.
help-consent-coordinators = المنسّقون
help-consent-unknown = جهة أخرى
help-consent-fields = ما نحوّله: { $fields }. لا شيء غير ذلك.
help-consent-asked = تم السؤال في { $day }.
help-consent-asked-in = تم السؤال في { $day }، اللغة: { $language }.
help-consent-refused = الشخص لا يريد مشاركة هذا.
help-consent-refused-text = أنتم وحدكم ترون من صاحب هذا الطلب. يرى الآخرون نوعه ومدى استعجاله وحالته.
help-consent-not-asked = لم يُسأل الشخص بعد هل يمكننا مشاركة هذا.
help-consent-unshared = هذا الطلب غير مشارَك.
help-consent-unshared-text = لم يوافق الشخص على المشاركة. لذلك ترون فقط النوع ومدى الاستعجال والحالة. من دوّن الطلب يمكنه أن يسأل مجددًا.
help-consent-vital = تمت مشاركته من دون موافقة: خطر على الحياة.
help-consent-vital-reason = السبب: { $reason }
help-consent-withdraw = سحب الموافقة
help-consent-withdrawn = تم سحب الموافقة
help-consent-ask = تدوين الموافقة
help-consent-ask-title = تدوين الموافقة
help-consent-save = حفظ الموافقة
help-consent-saved = تم حفظ الموافقة
help-field-description = الطلب بكلمات الشخص
help-field-contact = طريقة الوصول إلى الشخص
help-field-address = العنوان

## Danger to life
help-vital = مشاركة عند خطر على الحياة
help-vital-title = هل تريدون المشاركة من دون موافقة؟
help-vital-text = فقط عند خطر على الحياة. يصل الطلب وطريقة الاتصال والعنوان إلى المنسّقين. يُحفظ السبب الذي تكتبونه وتتم مراجعته. عند الخطر الفوري اتصلوا أولًا بالرقم 112.
help-vital-label = ما هو الخطر؟
help-vital-hint = اكتبوا ما رأيتم أو سمعتم.
help-vital-share = مشاركة
help-vital-cancel = عدم المشاركة
help-vital-shared = تمت المشاركة مع المنسّقين، مع السبب

## Assign, note, end, refer
help-assign-title = إسناد: { $title }
help-assign-me = إسناد إليّ
help-assign-nobody = إلى لا أحد
help-assigned = { $title }: تم الإسناد إلى { $name }
help-unassigned = { $title }: غير مُسنَد إلى أحد
help-note-title = ملاحظة: { $title }
help-note-label = ماذا حدث؟
help-note-hint = يحق للشخص قراءة هذا.
help-note-missing = الملاحظة ما زالت فارغة. تكفي بضع كلمات.
help-note-save = حفظ الملاحظة
help-note-saved = تم حفظ الملاحظة
help-end-title = إنهاء: { $title }
help-end-how = كيف ينتهي هذا الطلب؟
help-end-done = مُنجز
help-end-done-hint = تمت مساعدة الشخص.
help-end-closed = مغلق
help-end-closed-hint = توقف من دون مساعدة.
help-end-choose = اختاروا «مُنجز» أو «مغلق».
help-end-result = ماذا تم عمله؟
help-end-why = لماذا يتوقف هذا الطلب؟
help-ended = { $title }: تم الإنهاء
help-refer-title = إحالة: { $title }
help-refer-service = إلى أي جهة؟
help-refer-only = اختار الشخص هذه الجهة فقط: { $recipient }. هل تريدون جهة أخرى؟ اطلبوا الموافقة مجددًا أولًا.
help-refer-unshared = لا يريد الشخص مشاركة هذا الطلب. اطلبوا الموافقة أولًا.
help-referred = تمت الإحالة إلى { $name }
help-reject-title = لماذا ترفض الجهة؟
help-reject-label = السبب

## The board
help-menu-of = المزيد عن { $title }
help-menu-move = نقل إلى «{ $column }»
help-menu-urgency = مدى الاستعجال: { $urgency }
help-menu-open = عرض
help-hint-move = نقل
help-hint-assign = إسناد
help-hint-urgent = عاجل
help-key-column-new = إلى «جديد»
help-key-column-assigned = إلى «مُسنَد»
help-key-column-busy = إلى «هناك من يعمل عليه»
help-key-column-ended = إلى «منتهٍ»
help-key-assign = إسناد، ومع W مرة أخرى: إليّ
help-key-urgent = زيادة الاستعجال
help-moved = { $title }: الآن في «{ $column }»
help-move-not = { $title }: لا يمكن النقل الآن إلى «{ $column }»
help-urgency-set = { $title }: { $urgency }

## A new request
help-new-title = طلب مساعدة جديد
help-new-household = من صاحب الطلب؟
help-new-household-hint = اكتبوا اسمًا أو شارعًا أو رقمًا.
help-new-found = العناوين التي وُجدت
help-new-other-household = عنوان آخر
help-new-category = ما موضوع الطلب؟
help-new-detail = ماذا بالتحديد؟
help-new-description = ماذا يطلب الشخص، بكلماته؟
help-new-description-hint = يحق للشخص قراءة هذا.
help-new-contact = كيف نصل إلى الشخص؟
help-new-contact-hint = مثلًا رقم هاتف محمول، أو جار.
help-new-urgency = ما مدى الاستعجال؟
help-new-today-call = اتصلوا أيضًا بالمنسّق. التطبيق وحده ليس سريعًا بما يكفي من دون إنترنت.
help-new-consent = هل يمكننا تحويل هذا الطلب؟
help-new-consent-hint = قولوا ماذا نحوّل وإلى من. يمكن للشخص إيقاف ذلك دائمًا.
help-new-consent-yes = نعم
help-new-consent-no = لا
help-new-consent-later = لم نسأل بعد
help-new-recipient = إلى من؟
help-new-fields = ماذا يمكننا أن نحوّل؟
help-new-unshared-no = عندئذ يبقى الطلب عندكم. يرى الآخرون فقط نوعه ومدى استعجاله وحالته.
help-new-unshared-later = يبقى الطلب عندكم حتى يقرر الشخص.
help-new-save = حفظ طلب المساعدة
help-new-saved = تم حفظ طلب المساعدة على هذا الحاسوب: { $title }

help-lacks-title =
    { $count ->
        [zero] لا تنقص أي إجابة
        [one] ما زالت تنقص إجابة واحدة
        [two] ما زالت تنقص إجابتان
        [few] ما زالت تنقص { $count } إجابات
       *[other] ما زالت تنقص { $count } إجابة
    }
help-lacks-household = اختاروا صاحب الطلب.
help-lacks-category = اختاروا موضوع الطلب.
help-lacks-description = اكتبوا ماذا يطلب الشخص. تكفي بضع كلمات.
help-lacks-urgency = اختاروا مدى الاستعجال.
help-lacks-consent = اختاروا هل يمكننا تحويل الطلب.
help-lacks-recipient = اختاروا جهة.
help-lacks-fields = اختاروا شيئًا واحدًا على الأقل يمكننا تحويله.
