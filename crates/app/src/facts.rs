//! The municipality's own facts: from the record that the server publishes, else those that came with the app.

use crate::views::{self, DangerNumber, ServiceView, Texts};
use domain::Body;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The file as another municipality writes it; see `municipality.toml`.
#[derive(Clone, Deserialize)]
pub(crate) struct Facts {
    pub(crate) name: String,
    website: String,
    phone: String,
    languages: Vec<String>,
    #[serde(default)]
    facts: BTreeMap<String, String>,
    interpreter_line: Option<Line>,
    #[serde(default)]
    danger: Vec<Danger>,
    #[serde(default)]
    pub(crate) services: Vec<Service>,
}

#[derive(Clone, Deserialize)]
struct Line {
    number: String,
}

#[derive(Clone, Deserialize)]
struct Danger {
    id: String,
    number: String,
    label: Texts,
    emergency: bool,
}

#[derive(Clone, Deserialize)]
pub(crate) struct Service {
    pub(crate) id: String,
    pub(crate) label: Texts,
}

/// The facts that come with the app.
pub(crate) fn built_in() -> Facts {
    toml::from_str(include_str!("../../../municipality.toml")).expect("the shipped file is tested")
}

impl Facts {
    /// From the body of the municipality's record; the built-in facts where it cannot be read.
    pub(crate) fn from_body(body: Option<Body>) -> Self {
        body.and_then(|b| serde_json::from_value(Value::Object(b)).ok()).unwrap_or_else(built_in)
    }

    /// A fact by the name that leaflets use.
    pub(crate) fn fact(&self, name: &str) -> Option<&str> {
        self.facts.get(name).map(String::as_str)
    }

    /// The name of a service in every language.
    pub(crate) fn service_name(&self, id: &str) -> Texts {
        let found = self.services.iter().find(|s| s.id == id).map(|s| s.label.clone());
        found.unwrap_or_else(|| Texts::from([("nl".to_owned(), id.to_owned())]))
    }

    pub(crate) fn view(&self) -> views::Facts {
        views::Facts {
            municipality: self.name.clone(),
            website: self.website.clone(),
            phone: self.phone.clone(),
            interpreter_phone: self.interpreter_line.as_ref().map(|l| l.number.clone()),
            languages: self.languages.clone(),
            services: self.services(),
            danger_numbers: self.danger.iter().map(Danger::view).collect(),
        }
    }

    pub(crate) fn services(&self) -> Vec<ServiceView> {
        self.services.iter().map(|s| ServiceView { id: s.id.clone(), name: s.label.clone() }).collect()
    }
}

impl Danger {
    fn view(&self) -> DangerNumber {
        DangerNumber {
            id: self.id.clone(),
            number: self.number.clone(),
            label: self.label.clone(),
            emergency: self.emergency,
        }
    }
}
