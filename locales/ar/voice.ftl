# Reading aloud: what the buttons say to worker and resident, the keys, and the voices in Settings.

read-aloud = اقرأ بصوت عالٍ
read-stop = أوقف
read-pause = توقف مؤقت
read-resume = تابع
read-repeat = أعد هذه الجملة
read-slow = ببطء
read-failed = القراءة بصوت عالٍ لا تعمل الآن.

key-read = القراءة بصوت عالٍ أو توقف مؤقت أو متابعة
key-read-pause = القراءة: توقف مؤقت أو متابعة
key-read-stop = إيقاف القراءة

settings-voices = القراءة بصوت عالٍ على هذا الحاسوب
settings-voice-yes = يمكن سماعها
settings-voice-no = لا يوجد صوت
settings-voices-hint = اللغة التي ليس لها صوت ليس لها زر للقراءة. يضيف المسؤول الأصوات بهذا الأمر. ما يُقرأ يبقى على الحاسوب.
settings-voices-all = كل اللغات لها صوت. ما يُقرأ يبقى على الحاسوب.
