//! The administrator's commands, without the words of a command line ([`crate::cli`] has those). They work beside a
//! running server: both go through the database.

use crate::clock::Clock;
use crate::config::Config;
use crate::copy::RESTORING;
use crate::db::{self, Database, Device, SetAside};
use crate::enrol::make_code;
use crate::error::Error;
use crate::publish::{self, Facts, Published};
use crate::push::aside;
use crate::rights::{Note, Right, Rights};
use crate::secret::{named_id, new_id};
use chrono::{DateTime, Utc};
use domain::entities::{Entity, User};
use domain::{DeviceId, Kind, RecordKey, Role, UserId};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// A change that was set aside.
pub struct Aside {
    /// As it was received.
    pub row: SetAside,
    /// What its author and the coordinators know of it; a change of such a record has none itself.
    pub told: Option<domain::SetAside>,
    /// Whether there is a coordinator who can decide.
    pub seen: bool,
}

/// The administrator of one database.
#[derive(Clone)]
pub struct Admin {
    db: Arc<dyn Database>,
    clock: Clock,
    rights: Option<Rights>,
}

impl Admin {
    /// Opens the database of a configuration, and makes its tables where there are none.
    ///
    /// # Errors
    /// Where it cannot be opened, or a restore of it broke off.
    pub fn open(config: &Config) -> Result<Self, Error> {
        let db = db::open(&config.data, config.database.as_ref())?;
        if db.reading(|r| r.sequence())?.0 == RESTORING {
            return Err(Error::HalfRestored);
        }
        Ok(Self { db, clock: config.clock.clone(), rights: Rights::of(config) })
    }

    /// The database itself, for tests that look at what rests.
    pub fn database(&self) -> Arc<dyn Database> {
        self.db.clone()
    }

    /// What time it is for this administrator.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The municipality that the database is of.
    ///
    /// # Errors
    /// Where no facts were published yet.
    pub fn municipality(&self) -> Result<String, Error> {
        self.db.reading(|r| r.find_municipality())?.ok_or(Error::NoMunicipality)
    }

    /// What the municipality is called; its id where its facts do not say.
    ///
    /// # Errors
    /// Where no facts were published yet.
    pub fn municipality_name(&self) -> Result<String, Error> {
        let published = self.db.reading(|r| r.list_of_kind(&Kind::Municipality))?;
        let name = published.first().and_then(|stored| stored.standing.body.get("name")?.as_str().map(str::to_owned));
        name.map_or_else(|| self.municipality(), Ok)
    }

    /// Publishes what the configuration names, where it is new.
    ///
    /// # Errors
    /// Where a file is not what it should be.
    pub fn publish_configured(&self, config: &Config) -> Result<(), Error> {
        if let Some(path) = &config.municipality {
            let text = std::fs::read_to_string(path).map_err(Error::file(path))?;
            self.publish_municipality(path, &text)?;
        }
        for path in &config.forms {
            if let Published::VersionTaken { form_id, version } = self.publish_form(path)? {
                tracing::warn!(form_id, version, "this version was published with other content: raise the version");
            }
        }
        Ok(())
    }

    /// Publishes the facts of the municipality; `path` is for messages.
    ///
    /// # Errors
    /// Where the text is no such file, or of another municipality.
    pub fn publish_municipality(&self, path: &Path, text: &str) -> Result<(), Error> {
        let facts = Facts::parse(text).map_err(|what| Error::BadFile { path: path.to_owned(), what })?;
        publish::municipality(&*self.db, &facts, self.clock.now())
    }

    /// Publishes a form.
    ///
    /// # Errors
    /// Where the file is no form without errors.
    pub fn publish_form(&self, path: &Path) -> Result<Published, Error> {
        let bytes = std::fs::read(path).map_err(Error::file(path))?;
        self.publish_form_bytes(path, &bytes)
    }

    /// [`Admin::publish_form`] for a file that is in memory already; `path` is for messages.
    ///
    /// # Errors
    /// As [`Admin::publish_form`].
    pub fn publish_form_bytes(&self, path: &Path, bytes: &[u8]) -> Result<Published, Error> {
        publish::form(&*self.db, &self.municipality()?, path, bytes, self.clock.now())
    }

    /// Adds a user.
    ///
    /// # Errors
    /// Where the name is taken or a neighbourhood does not exist.
    pub fn add_user(&self, name: &str, role: Role, neighbourhoods: &[&str], duty: bool) -> Result<UserId, Error> {
        let neighbourhoods = neighbourhoods.iter().map(|&n| n.to_owned()).collect();
        let user = User { name: name.to_owned(), role, neighbourhoods, duty, inactive: false };
        if self.list_users()?.iter().any(|(_, known)| known.name == name) {
            return Err(Error::UserExists(name.to_owned()));
        }
        let id = UserId(new_id(self.clock.now()));
        self.save_user(id, &user)?;
        Ok(id)
    }

    /// Writes a user: another role or neighbourhoods count at their laptops' next request, `inactive` shuts them out.
    ///
    /// # Errors
    /// Where a neighbourhood does not exist, or it is done and cannot be noted for a restore.
    pub fn save_user(&self, id: UserId, user: &User) -> Result<(), Error> {
        let municipality = self.municipality()?;
        let now = self.clock.now();
        let unknown = self.db.writing(|w| {
            for code in &user.neighbourhoods {
                let key = RecordKey::new(Kind::Neighbourhood, named_id("neighbourhood", code));
                if w.find_record(&key)?.is_none() {
                    return Ok(Some(code.clone()));
                }
            }
            publish::record(w, &municipality, &RecordKey::new(Kind::User, id), &user.to_body(), now)?;
            Ok(None)
        })?;
        match unknown {
            Some(code) => Err(Error::UnknownNeighbourhood(code)),
            None => self.note(Right::User { id, body: user.to_body() }),
        }
    }

    /// Everybody, in the order in which they were added or last changed.
    ///
    /// # Errors
    /// Where the database fails.
    pub fn list_users(&self) -> Result<Vec<(UserId, User)>, Error> {
        let stored = self.db.reading(|r| r.list_of_kind(&Kind::User))?;
        let alive = stored.iter().filter(|s| !s.standing.deleted);
        Ok(alive.filter_map(|s| Some((UserId(s.key.id.0), User::from_body(&s.standing.body).ok()?))).collect())
    }

    /// The user of that name.
    ///
    /// # Errors
    /// Where there is none.
    pub fn get_user(&self, name: &str) -> Result<UserId, Error> {
        let users = self.list_users()?;
        let found = users.iter().find(|(_, user)| user.name == name);
        found.map(|(id, _)| *id).ok_or_else(|| Error::UnknownUser(name.to_owned()))
    }

    /// A one-time code for a laptop of `user`; told once, not kept.
    ///
    /// # Errors
    /// Where the database fails.
    pub fn enrol_code(&self, user: UserId, valid_minutes: i64) -> Result<String, Error> {
        Ok(make_code(&*self.db, user, valid_minutes, self.clock.now())?)
    }

    /// Every laptop, revoked ones too.
    ///
    /// # Errors
    /// Where the database fails.
    pub fn list_devices(&self) -> Result<Vec<Device>, Error> {
        Ok(self.db.reading(|r| r.list_devices())?)
    }

    /// Every change that was set aside, the oldest first.
    ///
    /// # Errors
    /// Where the database fails.
    pub fn list_set_aside(&self) -> Result<Vec<Aside>, Error> {
        let coordinators: Vec<User> = self.list_users()?.into_iter().map(|(_, user)| user).collect();
        let coordinators = coordinators.iter().filter(|user| user.role == Role::Coordinator && !user.inactive);
        let held: BTreeSet<&str> = coordinators.clone().flat_map(|c| &c.neighbourhoods).map(String::as_str).collect();
        let anybody = coordinators.count() > 0;
        let found = self.db.reading(|r| {
            let rows = r.list_set_aside()?.into_iter().map(|row| {
                let record = r.find_record(&aside::key_of(row.id, &row.hash))?;
                Ok((row, record.and_then(|stored| domain::SetAside::from_body(&stored.standing.body).ok())))
            });
            rows.collect::<db::Result<Vec<_>>>()
        })?;
        let on_a_desk = |told: &domain::SetAside| match told.neighbourhoods.as_slice() {
            [] => anybody,
            some => some.iter().any(|neighbourhood| held.contains(neighbourhood.as_str())),
        };
        let aside = |(row, told): (SetAside, Option<domain::SetAside>)| Aside {
            seen: told.as_ref().is_some_and(on_a_desk),
            row,
            told,
        };
        Ok(found.into_iter().map(aside).collect())
    }

    /// Shuts a laptop out, from its next request.
    ///
    /// # Errors
    /// Where there is no such laptop, or it is done and cannot be noted for a restore.
    pub fn revoke_device(&self, id: DeviceId) -> Result<(), Error> {
        let now = self.clock.now();
        let known = self.db.writing(|w| match w.find_device(id)? {
            Some(device) if device.revoked_at.is_some() => Ok(true),
            Some(device) => w.save_device(&Device { revoked_at: Some(now), ..device }).map(|()| true),
            None => Ok(false),
        })?;
        if known { self.note(Right::Revoked(id)) } else { Err(Error::UnknownDevice) }
    }

    fn note(&self, right: Right) -> Result<(), Error> {
        let note = Note { at: self.clock.now(), right };
        self.rights.as_ref().map_or(Ok(()), |rights| rights.note(&note))
    }
}
