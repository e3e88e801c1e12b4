# What every screen shares.

app-title = Hoe gaat het?
skip-to-content = إلى المحتوى
main-menu = القائمة الرئيسية

## Buttons and words used everywhere
close = إغلاق
cancel = إلغاء
save = حفظ
back = رجوع
undo = تراجع
retry = إعادة المحاولة
later = لاحقًا
yes = نعم
no = لا
optional = يمكن تركه فارغًا
choose = اختاروا…
no-name = من دون اسم

## Time: western digits, 24 hours
time-of-day = الساعة { $time }
time-today-at = اليوم، { $time }
time-day-at = { $day }، { $time }
time-label = الساعة
date-choose = اختاروا يومًا
date-previous-month = الشهر السابق
date-next-month = الشهر التالي

## Where to go
nav-today = اليوم
nav-help = طلبات المساعدة
nav-leaflets = المنشورات
nav-sending = الإرسال
nav-comments = أسئلة لكم
nav-review = المراجعة
nav-decide = القرار
nav-rounds = القوائم
nav-danger-notes = الخطر
nav-settings = الإعدادات
nav-count-to-visit = متبقية
nav-count-open = مفتوحة
nav-count-waiting = بانتظار الإرسال
nav-count-new = جديدة
lock-app = قفل التطبيق

## The connection
sync-online = متصل
sync-offline = لا يوجد إنترنت
sync-offline-ok = لا بأس. كل شيء على هذا الحاسوب.
sync-stopped = الإرسال لا يعمل
sync-all-sent = تم إرسال كل شيء.
sync-waiting =
    { $count ->
        [zero] لا شيء بانتظار الإرسال
        [one] 1 بانتظار الإرسال
       *[other] { $count } بانتظار الإرسال
    }
sync-sending = يجري الإرسال الآن، { $done } من { $total }
sync-last-contact = آخر اتصال: { $when }
sync-never = لا اتصال بعد
sync-open = عرض الإرسال

## Roles
role-visitor = موظف الزيارات المنزلية
role-partner = شريك في الحي
role-coordinator = المنسّق
role-administrator = مسؤول النظام

## Languages
language-nl = الهولندية
language-en = الإنجليزية
language-it = الإيطالية
language-fr = الفرنسية
language-tr = التركية
language-ar = العربية
language-other = لغة أخرى
not-translated = غير مترجم بعد

## An address
household-people =
    { $count ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصًا
       *[other] { $count } شخص
    }
household-address = { $street } { $number }
household-address-bus = { $street } { $number } bus { $bus }
household-bus = bus { $bus }

## How a visit ended
outcome-spoken = تم الحديث
outcome-not-home = لا أحد في المنزل
outcome-not-now = الوقت غير مناسب الآن
outcome-refused = لا يريد زيارة
outcome-minor-only = قاصر وحده في المنزل
outcome-no-common-language = لا توجد لغة مشتركة
outcome-moved = انتقل إلى سكن آخر
outcome-wrong-address = عنوان خاطئ
outcome-left-unsafe = تمت المغادرة، المكان غير آمن

channel-door = عند الباب
channel-phone = عبر الهاتف
channel-elsewhere = في مكان آخر

plate-to-visit = لم تتم زيارته بعد
plate-visited = تمت الزيارة
plate-not-home = مرة أخرى لاحقًا
plate-no-visit = تجاوز

## The receipt of a record
receipt-on-laptop = على هذا الحاسوب
receipt-on-server = وصل
receipt-under-review = قيد المراجعة
receipt-choice = يتطلب اختيارًا
receipt-reviewed = تمت المراجعة
receipt-acted-on = تمت المتابعة

## The life of a help request
urgency-today = اليوم
urgency-week = هذا الأسبوع
urgency-normal = غير عاجل

help-state-recorded = مدوَّن
help-state-received = وصل
help-state-triaged = تم الاطلاع عليه
help-state-referred = مُحال إلى جهة
help-state-matched = وُجد متطوع
help-state-in-progress = قيد العمل
help-state-done = مُنجز
help-state-closed = مغلق

help-open-count =
    { $count ->
        [zero] لا طلبات مساعدة مفتوحة
        [one] طلب مساعدة واحد مفتوح
        [two] طلبا مساعدة مفتوحان
        [few] { $count } طلبات مساعدة مفتوحة
        [many] { $count } طلب مساعدة مفتوحًا
       *[other] { $count } طلب مساعدة مفتوح
    }

## Keys
keys-title = مفاتيح هذه الشاشة
keys-open = المفاتيح
keys-off = الحروف والأرقام المفردة متوقفة. يمكنكم تشغيلها في «الإعدادات».
key-show-keys = إظهار المفاتيح
key-menu = الانتقال إلى شاشة أخرى من القائمة
key-search = بحث
key-undo = تراجع
key-lock = قفل التطبيق
key-hide = إخفاء الشاشة فورًا خلف تقويم، ثم القفل

## When a screen cannot open

## What was being typed when the app was locked

typed-title = كنتم تكتبون شيئًا
typed-text = أُقفل التطبيق قبل حفظ هذا النص. هذا هو نصكم لنسخه.
typed-later = لاحقًا
typed-forget = التخلص منه
