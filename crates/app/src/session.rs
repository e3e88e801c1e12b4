//! Starting, enrolling, unlocking and locking; who is signed in.

use crate::facts::Facts;
use crate::settings;
use crate::views::*;
use crate::visit::{OpenDraft, Removed};
use crate::{App, Error, Result, State};
use chrono::{DateTime, NaiveDate, Utc};
use domain::entities::{self, Entity};
use domain::{Actor, ChangeId, DeviceId, EnrolmentId, Kind, Operation, RecordId, RecordKey, Role, UserId};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use store::{NewChange, Reader, Store, Writer};
use uuid::Uuid;

/// Fewest characters of a passphrase.
pub(crate) const MIN_PASSPHRASE_CHARS: usize = 15;
/// Longest passphrase, in bytes, so that deriving a key costs the same for everybody.
const MAX_PASSPHRASE_BYTES: usize = 1024;

/// What was being typed when the app was locked.
const TYPED: &str = "app.typed";
const MAX_TYPED_TEXTS: usize = 20;
const MAX_TYPED_CHARS: usize = 20_000;

/// The code of an error after which a laptop can only be enrolled again.
const DAMAGED: &str = "damaged-database";

/// What is open while somebody is signed in.
pub(crate) struct Session {
    pub(crate) store: Arc<Store>,
    pub(crate) user: UserId,
    /// What the user may see and do; sending brings another when the office changes it.
    actor: Arc<RwLock<Actor>>,
    pub(crate) user_name: String,
    pub(crate) device: DeviceId,
    pub(crate) sending: crate::sending::Sending,
    pub(crate) idle: crate::idle::Idle,
    /// Parsed forms by id and version.
    pub(crate) forms: Mutex<BTreeMap<(String, String), Arc<forms::Form>>>,
    /// Open runs of drafts, so that an answer does not evaluate the whole form again.
    pub(crate) drafts: Mutex<BTreeMap<RecordId, OpenDraft>>,
    /// What was thrown away and can still be brought back.
    pub(crate) removed: Mutex<Removed>,
    /// Choices between two values that were made here.
    pub(crate) settled: Mutex<BTreeMap<ChangeId, crate::choices::Settled>>,
}

impl Session {
    pub(crate) fn read<T>(&self, f: impl FnOnce(&Reader) -> store::Result<T>) -> Result<T> {
        self.store.read(f).map_err(Error::from)
    }

    /// One transaction; afterwards sending starts by itself.
    pub(crate) fn write<T>(&self, f: impl FnOnce(&mut Writer) -> store::Result<T>) -> Result<T> {
        let out = self.store.write(f).map_err(Error::from)?;
        self.sending.wake();
        Ok(out)
    }

    pub(crate) fn facts(&self) -> Result<Facts> {
        Ok(Facts::from_body(self.read(|r| r.municipality())?))
    }

    /// What the signed-in user may see and do, as last heard from the server.
    pub(crate) fn actor(&self) -> Actor {
        self.actor.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The name of a colleague; empty where unknown.
    pub(crate) fn name_of(&self, user: UserId) -> String {
        if user == self.user {
            return self.user_name.clone();
        }
        self.get::<entities::User>(user.into()).ok().flatten().map(|u| u.name).unwrap_or_default()
    }

    /// A record's typed view; none where this laptop does not hold it.
    pub(crate) fn get<E: Entity>(&self, id: RecordId) -> Result<Option<E>> {
        Ok(self.read(|r| r.get::<E>(id))?.map(|s| s.value))
    }

    /// Only coordinators.
    pub(crate) fn demand_coordinator(&self) -> Result<()> {
        if self.actor().role == Role::Coordinator { Ok(()) } else { Err(Error::forbidden()) }
    }

    fn colleagues(&self) -> Result<Vec<Colleague>> {
        let users = self.read(|r| r.list::<entities::User>())?;
        let active = users.into_iter().filter(|u| !u.value.inactive);
        let mut all: Vec<Colleague> =
            active.map(|u| Colleague { id: UserId(u.id.0), name: u.value.name, role: u.value.role }).collect();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(all)
    }
}

/// A new id, ordered by time.
pub(crate) fn new_id() -> RecordId {
    RecordId(Uuid::now_v7())
}

/// A change that creates a record.
pub(crate) fn create<E: Entity>(id: RecordId, value: &E, at: DateTime<Utc>) -> NewChange {
    change(E::KIND, id, Operation::Create { set: value.to_body() }, at)
}

/// A change that sets fields; null clears one.
pub(crate) fn set(kind: Kind, id: RecordId, fields: serde_json::Value, at: DateTime<Utc>) -> NewChange {
    let set = fields.as_object().cloned().unwrap_or_default();
    change(kind, id, Operation::Set { set }, at)
}

pub(crate) fn change(kind: Kind, id: RecordId, operation: Operation, at: DateTime<Utc>) -> NewChange {
    NewChange {
        id: ChangeId(Uuid::now_v7()),
        record: RecordKey::new(kind, id),
        operation,
        at,
        reason: None,
        resolves: Vec::new(),
    }
}

pub(crate) fn start_state(app: &App, _: Nothing) -> Result<StartView> {
    let profile = app.profile();
    let (stage, problem) = match &*app.state() {
        State::Enrol => (Stage::Enrol, None),
        State::Locked => (Stage::Locked, None),
        State::Open(_) => (Stage::Open, None),
        State::Blocked(error) => (Stage::Blocked, Some(error.code.to_owned())),
    };
    Ok(StartView {
        stage,
        user_name: profile.user_name,
        device_name: profile.device_name,
        municipality: profile.municipality,
        wait_seconds: app.unlock_wait_seconds(),
        problem,
        settings: profile.settings,
    })
}

pub(crate) fn check_server(app: &App, input: ServerAddress) -> Result<ServerView> {
    let url = address(&input.url)?;
    let hello = app.runtime().block_on(sync::hello(&url)).map_err(Error::from)?;
    let municipality = if hello.name.is_empty() { hello.municipality } else { hello.name };
    Ok(ServerView { municipality })
}

/// The address as typed, completed: https unless it says otherwise or is this machine.
fn address(typed: &str) -> Result<String> {
    let typed = typed.trim().trim_end_matches('/');
    if typed.is_empty() {
        return Err(Error::missing_field().with("field", "server"));
    }
    if typed.contains("://") {
        return Ok(typed.to_owned());
    }
    let local = typed.starts_with("localhost") || typed.starts_with("127.0.0.1") || typed.starts_with("[::1]");
    Ok(format!("{}://{typed}", if local { "http" } else { "https" }))
}

pub(crate) fn passphrase_hint(_app: &App, input: Passphrase) -> Result<PassphraseHint> {
    let length = input.passphrase.chars().count();
    Ok(PassphraseHint {
        strength: strength(&input.passphrase),
        length: u32::try_from(length).unwrap_or(u32::MAX),
        minimum: u32::try_from(MIN_PASSPHRASE_CHARS).unwrap_or(u32::MAX),
    })
}

fn strength(passphrase: &str) -> PassphraseStrength {
    let length = passphrase.chars().count();
    let folded = domain::fold::fold(passphrase).replace(' ', "");
    let distinct = folded.chars().collect::<std::collections::BTreeSet<_>>().len();
    const COMMON: &[&str] =
        &["wachtwoord", "wachtzin", "password", "passphrase", "azerty", "qwerty", "hoegaathet", "123456"];
    let bare = COMMON.iter().fold(folded.clone(), |text, word| text.replace(&domain::fold::fold(word), ""));
    if length < MIN_PASSPHRASE_CHARS {
        PassphraseStrength::TooShort
    } else if distinct < 6 || bare.chars().count() < 6 {
        PassphraseStrength::Common
    } else if length < 20 {
        PassphraseStrength::Fair
    } else {
        PassphraseStrength::Good
    }
}

/// Whether a passphrase may be chosen.
fn check_passphrase(passphrase: &str) -> Result<()> {
    match strength(passphrase) {
        PassphraseStrength::TooShort => Err(Error::passphrase_too_short()),
        PassphraseStrength::Common => Err(Error::passphrase_too_common()),
        _ if passphrase.len() > MAX_PASSPHRASE_BYTES => Err(Error::text_too_long()),
        PassphraseStrength::Fair | PassphraseStrength::Good => Ok(()),
    }
}

/// Seals the same key with another passphrase; a wrong present one counts as at unlocking.
pub(crate) fn change_passphrase(app: &App, input: ChangePassphrase) -> Result<Nothing> {
    app.session()?;
    check_passphrase(&input.passphrase)?;
    let key = store::keyfile::open(app.dir(), &input.present, app.now_utc()).map_err(Error::from)?;
    store::keyfile::save(app.dir(), &key, &input.passphrase, app.cost())?;
    Ok(Nothing {})
}

pub(crate) fn enrol(app: &App, input: EnrolInput) -> Result<SessionView> {
    if !matches!(&*app.state(), State::Enrol) {
        return Err(Error::not_allowed_now());
    }
    check_passphrase(&input.passphrase)?;
    let device_name = input.device_name.trim();
    if device_name.is_empty() {
        return Err(Error::missing_field().with("field", "device_name"));
    }
    let url = address(&input.url)?;
    let mut profile = app.profile();
    let enrolment = *profile.enrolment.get_or_insert_with(|| EnrolmentId(Uuid::new_v4()));
    app.set_profile(profile.clone())?;
    let asked = sync::enrol(&url, input.code.trim(), device_name, enrolment);
    let enrolled = app.runtime().block_on(asked).map_err(Error::from)?;
    if app.dir().join(store::DATABASE_FILE).exists() {
        // A database without its key opens for nobody: the key file was lost, or enrolling broke off.
        store::set_aside(app.dir(), app.today())?;
    }
    let key = store::Key::random().ok_or_else(Error::internal)?;
    let store = Store::open(app.dir(), &key)?;
    let identity = store::Identity {
        server: url,
        token: enrolled.token,
        device: enrolled.device,
        actor: enrolled.actor,
        user_name: enrolled.user_name.clone(),
        device_name: device_name.to_owned(),
    };
    store.write(|w| w.set_identity(&identity))?;
    profile.user_name = enrolled.user_name.split_whitespace().next().map(str::to_owned);
    profile.device_name = Some(device_name.to_owned());
    app.set_profile(profile.clone())?;
    // The key comes last: with it this laptop counts as enrolled.
    store::keyfile::save(app.dir(), &key, &input.passphrase, app.cost())?;
    app.set_state(State::Locked);
    let session = open(app, Arc::new(store))?;
    session.sending.first_pull(app);
    // Not before: nobody touches a laptop that fetches its first data.
    crate::idle::watch(app, &session);
    profile.municipality = Some(session.facts()?.name);
    profile.enrolment = None;
    app.set_profile(profile)?;
    view(app, &session)
}

/// Enrols this laptop once more and keeps what is on it; for the same user, whose it is.
pub(crate) fn enrol_again(app: &App, input: EnrolAgainInput) -> Result<SessionView> {
    let session = app.session()?;
    let mut identity = session.read(|r| r.identity())?.ok_or_else(Error::internal)?;
    let mut profile = app.profile();
    let enrolment = *profile.enrolment.get_or_insert_with(|| EnrolmentId(Uuid::new_v4()));
    app.set_profile(profile.clone())?;
    let (server, name) = (&identity.server, &identity.device_name);
    let asked = sync::enrol_again(server, input.code.trim(), name, enrolment, identity.device);
    let enrolled = app.runtime().block_on(asked).map_err(Error::from)?;
    profile.enrolment = None;
    if enrolled.actor.user != identity.actor.user {
        app.set_profile(profile)?;
        return Err(Error::other_user());
    }
    (identity.device, identity.token, identity.actor) = (enrolled.device, enrolled.token, enrolled.actor);
    session.sending.stop();
    session.store.write(|w| w.enrol_again(&identity))?;
    app.set_profile(profile)?;
    let session = open(app, Arc::clone(&session.store))?;
    crate::idle::watch(app, &session);
    view(app, &session)
}

pub(crate) fn unlock(app: &App, input: Passphrase) -> Result<SessionView> {
    if !matches!(&*app.state(), State::Locked) {
        return Err(Error::not_allowed_now());
    }
    let key = store::keyfile::open(app.dir(), &input.passphrase, app.now_utc()).map_err(Error::from);
    let opened = key.and_then(|key| open(app, Arc::new(Store::open(app.dir(), &key)?)));
    let watched = opened.inspect(|session| crate::idle::watch(app, session));
    watched.and_then(|session| view(app, &session)).inspect_err(|error| {
        let blocked = matches!(error.code, "newer-database" | DAMAGED);
        app.set_state(if blocked { State::Blocked(error.clone()) } else { State::Locked });
    })
}

/// Sets what is damaged aside, so that this laptop can be enrolled again.
pub(crate) fn start_over(app: &App, _: Nothing) -> Result<StartView> {
    if !matches!(&*app.state(), State::Blocked(error) if error.code == DAMAGED) {
        return Err(Error::not_allowed_now());
    }
    store::set_aside(app.dir(), app.today())?;
    app.set_state(State::Enrol);
    start_state(app, Nothing {})
}

/// Signs in with an open database and starts sending.
fn open(app: &App, store: Arc<Store>) -> Result<Arc<Session>> {
    let identity = store.read(|r| r.identity())?.ok_or_else(Error::damaged_database)?;
    let user = identity.actor.user;
    let actor = Arc::new(RwLock::new(identity.actor.clone()));
    let sending = crate::sending::Sending::start(app, Arc::clone(&store), &identity, Arc::clone(&actor))?;
    let session = Arc::new(Session {
        store,
        user,
        actor,
        user_name: identity.user_name,
        device: identity.device,
        sending,
        idle: crate::idle::Idle::from(app.boot_time()),
        forms: Mutex::default(),
        drafts: Mutex::default(),
        removed: Mutex::default(),
        settled: Mutex::default(),
    });
    app.set_state(State::Open(Arc::clone(&session)));
    Ok(session)
}

pub(crate) fn lock(app: &App, _: Nothing) -> Result<StartView> {
    app.shared().lock();
    start_state(app, Nothing {})
}

/// Keeps what somebody was typing and nothing saves, in place of what was kept before; none throws that away.
pub(crate) fn keep_typed(app: &App, input: TypedTexts) -> Result<Nothing> {
    let long = |typed: &TypedText| typed.label.chars().count() + typed.text.chars().count() > MAX_TYPED_CHARS;
    if input.texts.len() > MAX_TYPED_TEXTS || input.texts.iter().any(long) {
        return Err(Error::text_too_long());
    }
    app.session()?.store.write(|w| w.set_meta(TYPED, &input.texts))?;
    Ok(Nothing {})
}

pub(crate) fn session(app: &App, _: Nothing) -> Result<SessionView> {
    view(app, &*app.session()?)
}

fn view(app: &App, session: &Session) -> Result<SessionView> {
    let profile = app.profile();
    let known = session.read(|r| r.list::<entities::Neighbourhood>())?;
    let actor = session.actor();
    let mine = actor.neighbourhoods.iter().map(|code| {
        let name = known.iter().find(|n| n.value.code == *code).map_or(code.clone(), |n| n.value.name.clone());
        Neighbourhood { code: code.clone(), name }
    });
    Ok(SessionView {
        user: session.user,
        user_name: session.user_name.clone(),
        role: actor.role,
        duty: actor.duty,
        device_name: profile.device_name.unwrap_or_default(),
        neighbourhoods: mine.collect(),
        colleagues: session.colleagues()?,
        counts: counts(app, session)?,
        facts: session.facts()?.view(),
        settings: profile.settings,
        typed: session.read(|r| r.meta(TYPED))?.unwrap_or_default(),
        today: app.today(),
    })
}

fn counts(app: &App, session: &Session) -> Result<Counts> {
    let today = crate::today::today_of(app, session, app.today())?;
    let help = crate::help::open_counts(session)?;
    let (received, comments) = crate::review::counts(session)?;
    Ok(Counts {
        to_visit: today.to_go,
        open_help: help,
        waiting: session.sending.waiting(session)?,
        to_review: received,
        comments,
        to_decide: if session.actor().role == Role::Coordinator { crate::doubles::count(session)? } else { 0 },
    })
}

pub(crate) fn save_settings(app: &App, input: Settings) -> Result<Settings> {
    let mut profile = app.profile();
    profile.settings = settings::checked(input)?;
    let saved = profile.settings.clone();
    app.set_profile(profile)?;
    Ok(saved)
}

/// A day as the laptop's calendar has it.
pub(crate) fn day_of(app: &App, at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(app.now().offset()).date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_measured_by_length_and_not_by_composition() {
        assert_eq!(strength("veertien teken"), PassphraseStrength::TooShort);
        assert_eq!(strength("vijftien tekens"), PassphraseStrength::Fair);
        assert_eq!(strength("wachtwoordwachtwoord"), PassphraseStrength::Common);
        assert_eq!(strength("aaaaaaaaaaaaaaaaaaaa"), PassphraseStrength::Common);
        assert_eq!(strength("groene fiets zingt zacht"), PassphraseStrength::Good);
    }

    #[test]
    fn an_address_without_scheme_is_https_except_on_this_machine() {
        assert_eq!(address(" genk.example/ ").expect("url"), "https://genk.example");
        assert_eq!(address("127.0.0.1:8080").expect("url"), "http://127.0.0.1:8080");
        assert_eq!(address("http://genk.example").expect("url"), "http://genk.example");
        assert!(address("  ").is_err());
    }
}
