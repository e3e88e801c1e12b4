//! Who works in the demonstration, and who lives there. All invented.

use crate::secret::named_id;
use domain::entities::User;
use domain::{Actor, Role, UserId};

/// Somebody who can sign in.
pub struct Worker {
    pub name: &'static str,
    pub role: Role,
    pub neighbourhoods: &'static [&'static str],
    pub duty: bool,
}

pub const MERYEM: Worker =
    Worker { name: "Meryem Aydın", role: Role::Visitor, neighbourhoods: &["winterslag"], duty: false };
pub const KOEN: Worker =
    Worker { name: "Koen Bielen", role: Role::Coordinator, neighbourhoods: &["winterslag", "waterschei"], duty: true };
pub const SOFIE: Worker =
    Worker { name: "Sofie Maes", role: Role::Visitor, neighbourhoods: &["winterslag", "waterschei"], duty: false };
pub const RACHID: Worker =
    Worker { name: "Rachid Amrani", role: Role::Partner, neighbourhoods: &["winterslag"], duty: false };
pub const AN: Worker = Worker {
    name: "An Peeters",
    role: Role::Administrator,
    neighbourhoods: &["winterslag", "waterschei"],
    duty: false,
};
pub const WORKERS: [&Worker; 5] = [&MERYEM, &KOEN, &SOFIE, &RACHID, &AN];

impl Worker {
    pub fn id(&self) -> UserId {
        UserId(named_id("demo", &format!("user {}", self.name)))
    }

    pub fn user(&self) -> User {
        User {
            name: self.name.to_owned(),
            role: self.role,
            neighbourhoods: self.neighbourhoods.iter().map(|&n| n.to_owned()).collect(),
            duty: self.duty,
            inactive: false,
        }
    }

    pub fn actor(&self, municipality: &str) -> Actor {
        let User { role, neighbourhoods, duty, .. } = self.user();
        Actor { user: self.id(), role, municipality: municipality.to_owned(), neighbourhoods, duty }
    }
}

/// An address of the round of today.
pub struct Home {
    pub street: &'static str,
    pub number: &'static str,
    pub bus: Option<&'static str>,
    pub name: Option<&'static str>,
    pub people: Option<u32>,
    pub languages: &'static [&'static str],
    pub note: Option<&'static str>,
    /// Name, year of birth, language.
    pub residents: &'static [(&'static str, Option<i32>, &'static str)],
}

const NOBODY: Home = Home {
    street: "Vennestraat",
    number: "",
    bus: None,
    name: None,
    people: None,
    languages: &[],
    note: None,
    residents: &[],
};

/// The homes on Meryem's list, in the order in which one walks.
pub const ROUND: [Home; 9] = [
    Home {
        number: "98",
        name: Some("Familie Conti"),
        people: Some(3),
        languages: &["it"],
        residents: &[("Giuseppe Conti", Some(1951), "it"), ("Rosa Conti", Some(1955), "it")],
        ..NOBODY
    },
    Home {
        number: "102",
        name: Some("Maria Claes"),
        people: Some(1),
        languages: &["nl"],
        residents: &[("Maria Claes", Some(1945), "nl")],
        ..NOBODY
    },
    Home { number: "106", ..NOBODY },
    Home {
        number: "110",
        name: Some("Familie Yıldız"),
        people: Some(5),
        languages: &["tr"],
        residents: &[("Emine Yıldız", Some(1968), "tr"), ("Hasan Yıldız", Some(1963), "tr")],
        ..NOBODY
    },
    Home {
        number: "112",
        name: Some("Familie El Idrissi"),
        people: Some(4),
        languages: &["ar", "fr"],
        note: Some(
            "Mevrouw leest graag mee. Dochter Salma (16) tolkt soms: vraag liever de tolklijn voor gevoelige \
                 vragen. Hond in de tuin. Bel aan bij de voordeur.",
        ),
        residents: &[
            ("Fatima El Idrissi", Some(1979), "ar"),
            ("Omar El Idrissi", Some(1974), "ar"),
            ("Salma El Idrissi", Some(2010), "fr"),
        ],
        ..NOBODY
    },
    Home {
        number: "118",
        name: Some("Jef Thijs"),
        people: Some(1),
        languages: &["nl"],
        note: Some("Hoort slecht. Bel 2 keer aan."),
        residents: &[("Jef Thijs", Some(1949), "nl")],
        ..NOBODY
    },
    Home {
        street: "Margarethalaan",
        number: "3",
        name: Some("Familie Bruno"),
        people: Some(2),
        languages: &["it"],
        residents: &[("Anna Bruno", Some(1948), "it")],
        ..NOBODY
    },
    Home { street: "Margarethalaan", number: "7", ..NOBODY },
    Home { street: "Margarethalaan", number: "11", ..NOBODY },
];

/// Streets of the rest of the neighbourhoods.
pub const STREETS: [(&str, &str); 6] = [
    ("winterslag", "Vennestraat"),
    ("winterslag", "Noordlaan"),
    ("winterslag", "Margarethalaan"),
    ("winterslag", "Koerlostraat"),
    ("waterschei", "Stalenstraat"),
    ("waterschei", "Herenstraat"),
];

/// Family names with the language at home.
pub const FAMILIES: [(&str, &str); 20] = [
    ("Janssen", "nl"),
    ("Öztürk", "tr"),
    ("Moretti", "it"),
    ("Bensaïd", "ar"),
    ("Vandebroek", "nl"),
    ("Dupont", "fr"),
    ("Şahin", "tr"),
    ("De Luca", "it"),
    ("Hendrickx", "nl"),
    ("Haddad", "ar"),
    ("Kowalski", "en"),
    ("Çelik", "tr"),
    ("Ferrari", "it"),
    ("Schepers", "nl"),
    ("Lambert", "fr"),
    ("Amrani", "ar"),
    ("Geerts", "nl"),
    ("Demir", "tr"),
    ("Rossi", "it"),
    ("Poels", "nl"),
];

pub const FIRST_NAMES: [(&str, &[&str]); 6] = [
    ("nl", &["Jan", "Lea", "Guido", "Godelieve", "Ward", "Nele"]),
    ("en", &["Adam", "Ewa", "Grace", "Samuel"]),
    ("it", &["Lucia", "Antonio", "Carla", "Pietro"]),
    ("fr", &["Monique", "Alain", "Chantal", "Didier"]),
    ("tr", &["Ayşe", "Mehmet", "Zeynep", "Ali"]),
    ("ar", &["Khadija", "Youssef", "Samira", "Hamid"]),
];
