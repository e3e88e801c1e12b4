//! Adding and editing households and residents; likely doubles are shown before saving.

use crate::session::{Session, create, new_id, set};
use crate::today::{household_view, rows};
use crate::views::*;
use crate::{App, Error, Result};
use chrono::{DateTime, Utc};
use domain::RecordId;
use domain::address::{parse_house_number, similar_names};
use domain::entities::{Assignment, Entity, Household, Resident, Round};
use domain::fold::fold;
use serde_json::{Value, json};

/// Longest name, street or note, in characters.
const MAX_NAME_CHARS: usize = 200;
const MAX_NOTE_CHARS: usize = 2_000;
/// Most people at one address that is believed.
const MAX_PEOPLE: u32 = 99;

/// The input as a household.
///
/// # Errors
/// `missing-field`, `text-too-long` or `invalid-number`, with the field.
fn household_from(input: &HouseholdInput) -> Result<Household> {
    let street = required("street", &input.street)?;
    let neighbourhood = required("neighbourhood", &input.neighbourhood)?;
    let typed = required("number", &input.number)?;
    let parsed = parse_house_number(&typed).ok_or_else(|| Error::invalid_number().with("field", "number"))?;
    let bus = optional("box", input.bus.as_deref(), MAX_NAME_CHARS)?.or(parsed.bus);
    if input.people.is_some_and(|n| n > MAX_PEOPLE) {
        return Err(Error::invalid_number().with("field", "people"));
    }
    Ok(Household {
        neighbourhood,
        street,
        number: parsed.number,
        bus,
        name: optional("name", input.name.as_deref(), MAX_NAME_CHARS)?,
        people: input.people,
        languages: input.languages.clone(),
        note: optional("note", input.note.as_deref(), MAX_NOTE_CHARS)?,
        ..Household::default()
    })
}

fn required(field: &'static str, text: &str) -> Result<String> {
    optional(field, Some(text), MAX_NAME_CHARS)?.ok_or_else(|| Error::missing_field().with("field", field))
}

pub(crate) fn optional(field: &'static str, text: Option<&str>, max: usize) -> Result<Option<String>> {
    let text = text.map(str::trim).filter(|t| !t.is_empty());
    match text {
        Some(t) if t.chars().count() > max => Err(Error::text_too_long().with("field", field).with("max", max)),
        other => Ok(other.map(str::to_owned)),
    }
}

pub(crate) fn find_doubles(app: &App, input: HouseholdInput) -> Result<DoublesView> {
    let session = app.session()?;
    let Ok(wanted) = household_from(&input) else { return Ok(DoublesView { rows: Vec::new() }) };
    let ids: Vec<RecordId> = session
        .read(|r| {
            let mut there = Vec::new();
            for street in r.streets()?.iter().filter(|s| fold(s) == fold(&wanted.street)) {
                there.extend(r.households_at(street, &wanted.number)?);
            }
            Ok(there)
        })?
        .into_iter()
        .filter(|h| Some(h.id) != input.id && may_be_same(&wanted, &h.value))
        .map(|h| h.id)
        .collect();
    // What is known under another id as well shows once.
    Ok(DoublesView { rows: rows(app, &session, app.today(), &ids)? })
}

/// Same address, or a similar name at the same number. Several households can live at one address: a person decides.
pub(crate) fn may_be_same(wanted: &Household, other: &Household) -> bool {
    if fold(&wanted.street) != fold(&other.street) || wanted.number != other.number {
        return false;
    }
    let names_alike = match (&wanted.name, &other.name) {
        (Some(a), Some(b)) => similar_names(a, b),
        _ => false,
    };
    wanted.bus == other.bus || names_alike
}

pub(crate) fn save_household(app: &App, input: HouseholdInput) -> Result<HouseholdView> {
    let session = app.session()?;
    let household = household_from(&input)?;
    let at = app.now_utc();
    let id = input.id.unwrap_or_else(new_id);
    match input.id {
        Some(id) => {
            let old: Household = session.get(id)?.ok_or_else(Error::not_found)?;
            let fresh = Household {
                no_visit: old.no_visit.clone(),
                gone: old.gone,
                merged_into: old.merged_into,
                distinct_from: old.distinct_from.clone(),
                ..household
            };
            save_changed(&session, id, &old, &fresh, at)?;
        }
        None => {
            let (day, me) = (app.today(), session.user);
            let neighbourhood = household.neighbourhood.clone();
            let on_my_list = input.on_my_list;
            session.write(|w| {
                w.record_change(create(id, &household, at))?;
                if on_my_list {
                    let round_id = new_id();
                    let round = Round { neighbourhood, day, name: String::new() };
                    let assignment =
                        Assignment { household: id, round: round_id, day, assignee: me, appointment: None };
                    w.record_change(create(round_id, &round, at))?;
                    w.record_change(create(new_id(), &assignment, at))?;
                }
                Ok(())
            })?;
        }
    }
    household_view(app, &session, id)
}

/// Writes the fields that differ and no other, so that what somebody else wrote, or a newer version, stays as it is.
fn save_changed<E: Entity>(session: &Session, id: RecordId, old: &E, new: &E, at: DateTime<Utc>) -> Result<()> {
    let fields = changed(&old.to_body(), &new.to_body());
    if fields.as_object().is_none_or(serde_json::Map::is_empty) {
        return Ok(());
    }
    session.write(|w| w.record_change(set(E::KIND, id, fields, at)).map(drop))
}

/// Null for a field that went away.
fn changed(old: &domain::Body, new: &domain::Body) -> Value {
    let mut fields = serde_json::Map::new();
    for (field, value) in new {
        if old.get(field) != Some(value) {
            fields.insert(field.clone(), value.clone());
        }
    }
    for field in old.keys().filter(|f| !new.contains_key(*f)) {
        fields.insert(field.clone(), json!(null));
    }
    Value::Object(fields)
}

pub(crate) fn save_resident(app: &App, input: ResidentInput) -> Result<HouseholdView> {
    let session = app.session()?;
    let year = chrono::Datelike::year(&app.today());
    if input.birth_year.is_some_and(|y| y < year - 125 || y > year) {
        return Err(Error::invalid_year().with("field", "birth_year"));
    }
    let resident = Resident {
        household: input.household,
        name: optional("name", input.name.as_deref(), MAX_NAME_CHARS)?,
        birth_year: input.birth_year,
        phone: optional("phone", input.phone.as_deref(), 40)?,
        language: optional("language", input.language.as_deref(), 40)?,
    };
    let at = app.now_utc();
    match input.id {
        Some(id) => {
            let old: Resident = session.get(id)?.ok_or_else(Error::not_found)?;
            save_changed(&session, id, &old, &resident, at)?;
        }
        None => session.write(|w| w.record_change(create(new_id(), &resident, at)).map(drop))?,
    }
    household_view(app, &session, input.household)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(number: &str, name: Option<&str>) -> HouseholdInput {
        HouseholdInput {
            id: None,
            neighbourhood: "winterslag".into(),
            street: "Vennestraat".into(),
            number: number.into(),
            bus: None,
            name: name.map(str::to_owned),
            people: None,
            languages: vec![],
            note: None,
            on_my_list: true,
        }
    }

    #[test]
    fn a_box_number_typed_with_the_number_is_taken_apart() {
        let h = household_from(&input("112 bus 3", None)).expect("a household");
        assert_eq!((h.number.as_str(), h.bus.as_deref()), ("112", Some("3")));
    }

    #[test]
    fn a_household_without_a_name_is_fine_and_one_without_a_number_is_not() {
        assert!(household_from(&input("112", None)).is_ok());
        assert_eq!(household_from(&input("", None)).err().map(|e| e.code), Some("missing-field"));
        assert_eq!(household_from(&input("x", None)).err().map(|e| e.code), Some("invalid-number"));
    }

    #[test]
    fn several_households_at_one_address_are_told_apart_by_box_and_name() {
        let a = household_from(&input("112", Some("Yıldız"))).expect("a");
        let b = household_from(&input("112 bus 3", Some("Yildiz"))).expect("b");
        let c = household_from(&input("112 bus 3", Some("Claes"))).expect("c");
        assert!(may_be_same(&a, &b));
        assert!(!may_be_same(&a, &c));
        assert!(may_be_same(&b, &c), "same box: shown, a person decides");
    }
}
