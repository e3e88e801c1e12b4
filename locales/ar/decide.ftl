# What the office decides: values that two people wrote, changes that were set aside, addresses added twice.

decide-parts = ما ينتظر قرارًا
decide-part-choices = ما الصحيح؟، { $count }
decide-part-set-aside = للمراجعة، { $count }
decide-part-doubles = ربما مكرّر، { $count }
decide-empty-choices = لا يوجد ما يحتاج إلى اختيار
decide-empty-set-aside = لا يوجد ما يحتاج إلى مراجعة
decide-empty-doubles = لا يبدو أي عنوان مكرّرًا
decide-empty-text = عندما ينتظر شيء، ترونه هنا وفي القائمة.
decide-key-next = التالي
decide-key-previous = السابق
decide-key-first = يبقى العنوان الأول
decide-key-second = يبقى العنوان الثاني

## A change that was set aside
decide-deed-create = إضافة
decide-deed-set = تعديل
decide-deed-delete = حذف
decide-because-forbidden = قيد المراجعة لأنه لا يحق لمن كتبه تعديل هذا. ربما تغيّر الدور أو الحي.
decide-because-unknown-record = قيد المراجعة لأن هذا تابع لشيء لا يعرفه الخادم.
decide-because-deleted = قيد المراجعة لأن أحدًا حذف هذا في هذه الأثناء.
decide-because-erased = قيد المراجعة لأن هذا مُحي نهائيًا. لا يحفظ الخادم ما كان مكتوبًا.
decide-because-content-differs = قيد المراجعة لأن التعديل نفسه وصل من قبل بمحتوى آخر.
decide-because-invalid = قيد المراجعة لأن شيئًا ناقص أو غير صحيح.
decide-because-append-only = قيد المراجعة لأن هذا لا يمكن أن يتغيّر بعد الإرسال.
decide-blocked-author-only = لا ترون ما كُتب هنا، أو لا يحق لكم حفظه. اطلبوا ممن كتبه أن يرسله من جديد. يمكنه ذلك في شاشة الإرسال.
decide-blocked-erased = لم يعد ممكنًا حفظ هذا. اكتبوا السبب.
decide-blocked-fixed = لم يعد ممكنًا تغيير هذا. يبقى الأول. اكتبوا السبب.
decide-blocked-deleted = حُذف هذا ولا يعود. اكتبوا السبب.
decide-blocked-missing = هذا تابع لشيء غير موجود هنا بعد. راجعوا ذلك أولًا.
decide-blocked-invalid = عدّلوا أولًا ما ليس صحيحًا. واختاروا حيًّا من أحيائكم.
decide-blocked-unchangeable = هنا شيء غير صحيح، ولا يمكنكم تعديله. اكتبوا السبب، حتى تُعاد كتابته.
decide-stands = الآن: { $value }
decide-accept = قبول
decide-edit = تعديل
decide-reject = عدم القبول
decide-edit-title = تعديل ما كتبه { $name }
decide-edit-save = حفظ هكذا
decide-reject-title = عدم قبول ما كتبه { $name }
decide-reason = لماذا؟ سيقرأ { $name } هذا.
decide-reason-missing = اكتبوا السبب ببضع كلمات.
decide-accepted = { $what } من { $name }: تم القبول
decide-rejected = { $what } من { $name }: لم يُقبل

## What came of it
decide-decided = ما تمت مراجعته
decide-said-accepted = قبله { $name }، { $when }
decide-said-edited = قبله { $name } بقيم أخرى، { $when }
decide-said-rejected = لم يقبله { $name }، { $when }
decide-why = السبب: { $reason }
decide-written = ما كان مكتوبًا
decide-accept-after-all = قبوله مع ذلك

## Addresses that look the same
decide-double-title = هل هم الأشخاص أنفسهم؟ { $address }
decide-double-text = كل ما يخص الاثنين يظهر عند العنوان الذي يبقى. لا يضيع شيء، ويمكن التراجع.
decide-attempts =
    { $count ->
        [zero] لا محاولات
        [one] محاولة واحدة
        [two] محاولتان
        [few] { $count } محاولات
        [many] { $count } محاولة
       *[other] { $count } محاولة
    }
decide-people =
    { $count ->
        [zero] لا أشخاص
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصًا
       *[other] { $count } شخص
    }
decide-stays = يبقى هذا العنوان
decide-apart = عنوانان مختلفان
decide-apart-said = يبقيان عنوانين
decide-merged = تم جمعها
decide-merged-line = { $alias } مع { $stays }، { $address }
decide-merged-said = تم الجمع: { $address }
decide-lift = بل عنوانان
decide-lifted = أصبحا عنوانين من جديد
