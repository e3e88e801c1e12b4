//! Users and their laptops.

use super::options::{Options, required};
use super::say;
use crate::admin::Admin;
use crate::enrol::CODE_VALID_MINUTES;
use crate::error::Error;
use crate::push::skew::WORTH_TELLING_S;
use domain::UserId;
use domain::entities::User;

pub fn add_user(options: &Options) -> Result<(), Error> {
    let role = required(options.role()?, "--role")?;
    let name = required(options.name.as_deref(), "--name")?;
    let neighbourhoods = options.neighbourhoods().unwrap_or_default();
    let neighbourhoods: Vec<&str> = neighbourhoods.iter().map(String::as_str).collect();
    let admin = Admin::open(&options.config()?)?;
    say(&admin.add_user(name, role, &neighbourhoods, options.duty)?.to_string())
}

/// Changes what the flags name, and nothing else.
pub fn change_user(options: &Options) -> Result<(), Error> {
    let (role, neighbourhoods) = (options.role()?, options.neighbourhoods());
    edit_user(options, |user| {
        user.role = role.unwrap_or(user.role);
        if let Some(neighbourhoods) = neighbourhoods {
            user.neighbourhoods = neighbourhoods;
        }
        if let Some(name) = &options.name {
            user.name.clone_from(name);
        }
        user.duty = (user.duty || options.duty) && !options.no_duty;
    })
}

/// Whoever leaves is shut out at the next request of each laptop; what they did stays.
pub fn leave(options: &Options, left: bool) -> Result<(), Error> {
    edit_user(options, |user| user.inactive = left)
}

fn edit_user(options: &Options, edit: impl FnOnce(&mut User)) -> Result<(), Error> {
    let name = required(options.user.as_deref(), "--user")?;
    let admin = Admin::open(&options.config()?)?;
    let users = admin.list_users()?;
    let found = users.iter().find(|(_, user)| user.name == name);
    let (id, mut user) = found.cloned().ok_or_else(|| Error::UnknownUser(name.to_owned()))?;
    edit(&mut user);
    if users.iter().any(|(other, known)| *other != id && known.name == user.name) {
        return Err(Error::UserExists(user.name));
    }
    admin.save_user(id, &user)?;
    say(&line(id, &user))
}

pub fn list_users(options: &Options) -> Result<(), Error> {
    for (id, user) in Admin::open(&options.config()?)?.list_users()? {
        say(&line(id, &user))?;
    }
    Ok(())
}

fn line(id: UserId, user: &User) -> String {
    let notes = [(user.duty, " (duty)"), (user.inactive, " (left)")];
    let notes: String = notes.iter().filter(|(is, _)| *is).map(|(_, note)| *note).collect();
    let role = serde_json::to_value(user.role).ok().and_then(|r| r.as_str().map(str::to_owned)).unwrap_or_default();
    format!("{id}  {role:13}  {}  [{}]{notes}", user.name, user.neighbourhoods.join(","))
}

pub fn enrol_code(options: &Options) -> Result<(), Error> {
    let admin = Admin::open(&options.config()?)?;
    let user = admin.get_user(required(options.user.as_deref(), "--user")?)?;
    say(&admin.enrol_code(user, options.valid_minutes.unwrap_or(CODE_VALID_MINUTES))?)
}

pub fn list_devices(options: &Options) -> Result<(), Error> {
    let admin = Admin::open(&options.config()?)?;
    let users = admin.list_users()?;
    for device in admin.list_devices()? {
        let name = users.iter().find(|(id, _)| *id == device.user).map_or("?", |(_, user)| user.name.as_str());
        let contact = device.last_contact_at.map(|at| at.to_rfc3339()).unwrap_or_default();
        let state = if device.revoked_at.is_some() { "revoked" } else { "" };
        let clock = device.skew_s.filter(|skew_s| skew_s.abs() >= WORTH_TELLING_S).map(clock).unwrap_or_default();
        say(&format!("{}  {name}  {}  {contact}  {state}{clock}", device.id, device.name))?;
    }
    Ok(())
}

/// "clock 3 h 12 min ahead".
fn clock(skew_s: i64) -> String {
    let (minutes, way) = (skew_s.abs() / 60, if skew_s > 0 { "ahead" } else { "behind" });
    match minutes / 60 {
        0 => format!("clock {minutes} min {way}"),
        hours => format!("clock {hours} h {} min {way}", minutes % 60),
    }
}

pub fn revoke_device(options: &Options, id: &str) -> Result<(), Error> {
    Admin::open(&options.config()?)?.revoke_device(id.parse().map_err(|_| Error::UnknownDevice)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_told_in_hours_and_minutes() {
        assert_eq!(clock(3 * 3600 + 12 * 60 + 5), "clock 3 h 12 min ahead");
        assert_eq!(clock(-150), "clock 2 min behind");
    }
}
