# What a resident reads, in their own language; and the strip for the worker, in the worker's.

resident-refuse = لا أريد الإجابة
resident-next = التالي
resident-previous = السابق
resident-language-button = اللغة
resident-choose-more = يمكنكم اختيار أكثر من إجابة.
resident-put-off = سيأتي هذا السؤال لاحقًا.
resident-thanks = شكرًا لكم. أعيدوا الحاسوب من فضلكم.
resident-not-saved = انتظروا لحظة من فضلكم.

resident-strip-back = رجوع إلى الاستمارة
resident-strip-hold = اضغطوا على Esc أو على الزر مدة ثانية واحدة
resident-strip-chosen = تم اختيار: { $answer }
resident-strip-none = لم يتم اختيار شيء بعد
resident-strip-only = هذا السؤال وحده ظاهر.
resident-strip-put-off = سؤال حساس، مؤجَّل: قاصر يترجم.
