//! Users and their laptops.

use super::options::{Options, required};
use super::say;
use crate::admin::Admin;
use crate::enrol::CODE_VALID_MINUTES;
use crate::error::Error;
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
        say(&format!("{}  {name}  {}  {contact}  {state}", device.id, device.name))?;
    }
    Ok(())
}

pub fn revoke_device(options: &Options, id: &str) -> Result<(), Error> {
    Admin::open(&options.config()?)?.revoke_device(id.parse().map_err(|_| Error::UnknownDevice)?)
}
