# Leaflets: the list, one beside the Dutch, one for the resident.

leaflets-title = المنشورات
leaflets-list = كل المنشورات
leaflets-language = لغة الشخص
leaflets-untranslated = غير مترجم بعد. ترون النص الهولندي.
leaflets-outdated = هذه الترجمة أقدم من النص الهولندي. تحققوا من الأرقام.
leaflets-checked = تمت المراجعة: { $name }، { $date }
leaflets-unchecked = لم تتم مراجعة هذه الترجمة بعد
leaflets-version = الإصدار { $version }
leaflets-expires = صالح حتى { $date }
leaflets-expired = انتهت صلاحيته في { $date }
leaflets-dutch = الهولندية
leaflets-show = إظهار للشخص
leaflets-mark-shown = تم إظهاره
leaflets-mark-left = تم تركه
leaflets-marked-shown = تم إظهاره: { $title }
leaflets-marked-left = تم تركه: { $title }
leaflets-for = يُدوَّن لدى { $address }
leaflets-for-nobody = لتدوين أنكم قدّمتم منشورًا، اختاروا أولًا عنوانًا في «اليوم».
leaflets-back-to-visit = رجوع إلى الزيارة
leaflets-strip = { $title }. يرى الشخص هذا المنشور فقط.
key-mark-shown = تم إظهار المنشور
key-mark-left = تم ترك المنشور
