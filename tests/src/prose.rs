//! Households and words by the thousand, the same for the same seed: notes in Dutch, French, Turkish and Arabic, built
//! of clauses with slips of the finger, so that they do not compress better than what people type.

use crate::random::Random;
use chrono::{Days, NaiveDate};
use domain::entities::Household;
use serde_json::{Value, json};

struct Language {
    code: &'static str,
    who: &'static [&'static str],
    says: &'static [&'static str],
    what: &'static [&'static str],
    seen: &'static [&'static str],
    then: &'static [&'static str],
}

/// `#` is a number.
const LANGUAGES: [Language; 4] = [
    Language {
        code: "nl",
        who: &["Mevrouw", "Meneer", "De dochter", "De buurvrouw", "Het gezin", "De oma", "De mantelzorger"],
        says: &["vertelt dat", "geeft aan dat", "maakt zich zorgen dat", "herhaalt dat", "vraagt zich af waarom"],
        what: &[
            "de verwarming al # weken niet werkt",
            "er schimmel in de slaapkamer zit",
            "slapen moeilijk gaat door de zorgen",
            "de thuishulp maar # keer per week komt",
            "de medicatie niet op tijd wordt ingenomen",
            "het contact met de familie minder is geworden",
            "de brief van het OCMW niet begrepen werd",
            "er # mensen in twee kamers wonen",
            "de energiefactuur #50 euro hoger is dan vorig jaar",
        ],
        seen: &[
            "Woning is net en warm.",
            "Weinig eten in de koelkast.",
            "Post lag ongeopend op tafel.",
            "Lift was buiten dienst, #e verdieping.",
            "Gesprek verliep moeizaam, tolk nodig.",
        ],
        then: &[
            "Volgende huisbezoek over # weken.",
            "Aanvraag bij het OCMW samen ingevuld.",
            "Contact opnemen met de huisarts voor vrijdag.",
        ],
    },
    Language {
        code: "fr",
        who: &["Madame", "Monsieur", "La fille", "La voisine", "La famille", "La grand-mère", "L'aidante"],
        says: &["explique que", "signale que", "craint que", "répète que", "se demande pourquoi"],
        what: &[
            "le chauffage est en panne depuis # semaines",
            "il y a de la moisissure dans la chambre",
            "le sommeil est très perturbé",
            "l'aide familiale ne passe que # fois par semaine",
            "les médicaments sont souvent oubliés",
            "le courrier du CPAS n'a pas été compris",
            "ils sont # dans deux pièces",
            "la facture d'énergie a augmenté de #50 euros",
        ],
        seen: &["Logement propre et chauffé.", "Frigo presque vide.", "Ascenseur hors service, #e étage."],
        then: &["Prochaine visite dans # semaines.", "Demande remplie ensemble pour le CPAS."],
    },
    Language {
        code: "tr",
        who: &["Hanımefendi", "Beyefendi", "Kızı", "Komşusu", "Aile", "Babaanne", "Bakıcı"],
        says: &["şunu anlattı:", "şöyle dedi:", "endişeli:", "tekrar etti:", "sordu:"],
        what: &[
            "kalorifer # haftadır çalışmıyor",
            "yatak odasında küf var",
            "geceleri uyuyamıyor",
            "evde bakım haftada sadece # kez geliyor",
            "ilaçlar zamanında alınmıyor",
            "belediyeden gelen mektup anlaşılmadı",
            "iki odada # kişi yaşıyorlar",
            "elektrik faturası #50 avro arttı",
        ],
        seen: &["Ev temiz ve sıcaktı.", "Buzdolabı neredeyse boştu.", "Asansör bozuk, #. kat."],
        then: &["Bir sonraki ziyaret # hafta sonra.", "Başvuru birlikte dolduruldu."],
    },
    Language {
        code: "ar",
        who: &["السيدة", "السيد", "الابنة", "الجارة", "الأسرة", "الجدة", "الأب"],
        says: &["ذكرت أن", "أشار إلى أن", "قالت إن", "كرر أن", "يتساءل لماذا"],
        what: &[
            "التدفئة معطلة منذ # أسابيع",
            "العفن منتشر في غرفة النوم",
            "النوم صعب جدا في الليل",
            "الأدوية لا تؤخذ في وقتها",
            "رسالة البلدية لم تكن مفهومة",
            "# أشخاص يسكنون في غرفتين",
            "فاتورة الكهرباء زادت #50 يورو",
        ],
        seen: &["البيت نظيف ودافئ.", "الثلاجة شبه فارغة.", "المصعد معطل، الطابق #."],
        then: &["الزيارة القادمة بعد # أسابيع.", "تم ملء الطلب معا."],
    },
];

const NAMES: [&str; 12] = [
    "Jansen",
    "De Smet",
    "Peeters",
    "Claes",
    "Yıldız",
    "Öztürk",
    "El Idrissi",
    "Ben Ali",
    "Dupont",
    "Lambert",
    "Kaya",
    "Nowak",
];
const STREETS: [&str; 8] = [
    "Vennestraat",
    "Hoevenzavellaan",
    "Wintergroenstraat",
    "Koolmijnlaan",
    "Noordlaan",
    "Margarethalaan",
    "Sint-Jozefstraat",
    "Duinenlaan",
];

/// A household of the city, with a name and a language.
pub fn household(n: usize, random: &mut Random) -> Household {
    Household {
        neighbourhood: "winterslag".to_owned(),
        street: STREETS[n % STREETS.len()].to_owned(),
        number: (1 + n / STREETS.len() / 3).to_string(),
        bus: Some((1 + n / STREETS.len() % 3).to_string()),
        name: Some(format!("Familie {} {}", random.pick(&NAMES), random.pick(&NAMES))),
        people: Some(u32::try_from(1 + random.below(6)).unwrap_or(1)),
        languages: vec![LANGUAGES[random.below(LANGUAGES.len())].code.to_owned()],
        note: random.chance(20).then(|| "Hoort slecht. Bel twee keer aan.".to_owned()),
        ..Household::default()
    }
}

/// Three to eight sentences, and their language: Dutch 45 of 100, French 25, Turkish 17, Arabic 13.
pub fn prose(random: &mut Random) -> (&'static str, String) {
    let language = &LANGUAGES[match random.below(100) {
        0..45 => 0,
        45..70 => 1,
        70..87 => 2,
        _ => 3,
    }];
    let count = 3 + random.below(6);
    let sentences: Vec<String> = (0..count).map(|_| sentence(language, random)).collect();
    (language.code, slips(&sentences.join(" "), random))
}

fn sentence(language: &Language, random: &mut Random) -> String {
    let text = match random.below(100) {
        0..50 => {
            let (who, says, what) = (language.who, language.says, language.what);
            format!("{} {} {}.", random.pick(who), random.pick(says), random.pick(what))
        }
        50..78 => (*random.pick(language.seen)).to_owned(),
        _ => (*random.pick(language.then)).to_owned(),
    };
    text.replace('#', &(2 + random.below(8)).to_string())
}

/// One word in 25 loses a letter or has two swapped.
fn slips(text: &str, random: &mut Random) -> String {
    let slip = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        if letters.len() > 3 && random.chance(4) {
            let at = 1 + random.below(letters.len() - 2);
            if random.chance(50) {
                letters.swap(at, at + 1);
            } else {
                letters.remove(at);
            }
        }
        letters.into_iter().collect::<String>()
    };
    text.split(' ').map(slip).collect::<Vec<_>>().join(" ")
}

/// An answer to each of the 25 questions of a long form.
pub fn answers(random: &mut Random, day: NaiveDate) -> Vec<(&'static str, Value)> {
    let mut answers: Vec<(&'static str, Value)> = Vec::with_capacity(25);
    for (question, choices) in SEVERAL {
        let chosen: Vec<&str> = choices.iter().copied().filter(|_| random.chance(30)).collect();
        answers.push((question, json!(chosen)));
    }
    for (question, choices) in ONE_OF {
        answers.push((question, json!(random.pick(choices))));
    }
    for (question, end) in NUMBERS {
        answers.push((question, json!(random.below(end))));
    }
    for question in ["q14_last_gp_visit", "q25_followup_on"] {
        let date = day + Days::new(random.below(60) as u64);
        answers.push((question, json!(date.to_string())));
    }
    for question in ["q23_main_concern", "q24_agreed_step"] {
        let language = random.pick(&LANGUAGES);
        let text: &str = random.pick::<&str>(language.what);
        answers.push((question, json!(slips(text, random))));
    }
    answers
}

const SEVERAL: [(&str, &[&str]); 3] = [
    ("q01_present", &["adult_f", "adult_m", "child", "elder", "caregiver", "neighbour"]),
    ("q07_safety_hazards", &["stairs", "wiring", "mats", "gas", "no_smoke_detector", "blocked_exit"]),
    ("q09_income_sources", &["work", "pension", "benefit", "disability", "none", "child_benefit"]),
];
const ONE_OF: [(&str, &[&str]); 8] = [
    ("q04_housing", &["owned", "social_rent", "private_rent", "shelter", "with_family"]),
    ("q05_heating_ok", &["yes", "no"]),
    ("q06_damp_mould", &["none", "some", "severe"]),
    ("q08_food_secure", &["yes", "sometimes_not", "often_not"]),
    ("q13_medication_regular", &["yes", "no"]),
    ("q15_mobility", &["independent", "aid", "wheelchair", "bedridden"]),
    ("q19_school_attendance", &["regular", "irregular", "none", "not_applicable"]),
    ("q20_language_support", &["yes", "no"]),
];
const NUMBERS: [(&str, usize); 10] = [
    ("q02_household_size", 10),
    ("q03_children_u18", 7),
    ("q10_debts_eur", 14_000),
    ("q11_rent_arrears_months", 8),
    ("q12_health_self", 6),
    ("q16_sleep", 6),
    ("q17_mood", 6),
    ("q18_loneliness", 6),
    ("q21_home_care_hours", 21),
    ("q22_caregiver_strain", 11),
];
