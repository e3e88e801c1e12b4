//! When the person leaves the laptop, as the desktop tells it: it goes to sleep, its lid closes, the session is locked.
//!
//! Where a desktop does not tell (no such service, no bus) the app locks after its minutes all the same.

use gtk::prelude::*;
use gtk::{gio, glib};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// What is told on a bus, and when it means that the person leaves.
struct Sign {
    sender: &'static str,
    interface: &'static str,
    member: &'static str,
    means_away: fn(&glib::Variant) -> bool,
}

const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_MANAGER: &str = "org.freedesktop.login1.Manager";

/// <https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html>,
/// <https://upower.freedesktop.org/docs/UPower.html>
const OF_THE_SYSTEM: &[Sign] = &[
    Sign { sender: LOGIN, interface: LOGIN_MANAGER, member: "PrepareForSleep", means_away: begins },
    Sign { sender: LOGIN, interface: "org.freedesktop.login1.Session", member: "Lock", means_away: |_| true },
    Sign {
        sender: "org.freedesktop.UPower",
        interface: "org.freedesktop.DBus.Properties",
        member: "PropertiesChanged",
        means_away: lid_closed,
    },
];

/// Each desktop's own word for a locked screen.
const OF_THE_SESSION: &[Sign] = &[
    screen_saver("org.freedesktop.ScreenSaver"),
    screen_saver("org.gnome.ScreenSaver"),
    screen_saver("org.cinnamon.ScreenSaver"),
    screen_saver("org.mate.ScreenSaver"),
    screen_saver("org.xfce.ScreenSaver"),
];

const fn screen_saver(name: &'static str) -> Sign {
    Sign { sender: name, interface: name, member: "ActiveChanged", means_away: begins }
}

fn begins(parameters: &glib::Variant) -> bool {
    parameters.get::<(bool,)>() == Some((true,))
}

fn lid_closed(parameters: &glib::Variant) -> bool {
    let Some((_, changed, _)) = parameters.get::<(String, glib::VariantDict, Vec<String>)>() else { return false };
    changed.lookup::<bool>("LidIsClosed").ok().flatten() == Some(true)
}

/// Calls `away` on the main thread each time the person leaves. Does not wait for the buses.
pub fn watch(away: impl Fn() + 'static) {
    let away: Rc<dyn Fn()> = Rc::new(away);
    let also = Rc::clone(&away);
    on_bus(gio::BusType::System, move |bus| {
        listen(bus, OF_THE_SYSTEM, &away);
        hold_sleep_back(bus);
    });
    on_bus(gio::BusType::Session, move |bus| listen(bus, OF_THE_SESSION, &also));
}

fn on_bus(kind: gio::BusType, use_bus: impl FnOnce(&gio::DBusConnection) + 'static) {
    gio::bus_get(kind, gio::Cancellable::NONE, move |bus| match bus {
        Ok(bus) => {
            // A bus that ends does not end the app.
            bus.set_exit_on_close(false);
            use_bus(&bus);
        }
        Err(error) => tracing::info!(bus = ?kind, %error, "no bus: the app locks by its minutes only"),
    });
}

fn listen(bus: &gio::DBusConnection, signs: &'static [Sign], away: &Rc<dyn Fn()>) {
    for sign in signs {
        let away = Rc::clone(away);
        // Listened to for as long as the process lives.
        bus.signal_subscribe(
            Some(sign.sender),
            Some(sign.interface),
            Some(sign.member),
            None,
            None,
            gio::DBusSignalFlags::NONE,
            move |_, _, _, _, _, parameters| {
                if (sign.means_away)(parameters) {
                    away();
                }
            },
        );
    }
}

/// How long the machine waits with going to sleep, so that the app is locked before.
const SLEEP_LATER: Duration = Duration::from_millis(1500);

/// Asks the system to wait a moment before each sleep.
fn hold_sleep_back(bus: &gio::DBusConnection) {
    // Letting go of it lets the machine sleep.
    let held: Rc<RefCell<Option<gio::UnixFDList>>> = Rc::default();
    take_hold(bus, &held);
    let connection = bus.clone();
    bus.signal_subscribe(
        Some(LOGIN),
        Some(LOGIN_MANAGER),
        Some("PrepareForSleep"),
        None,
        None,
        gio::DBusSignalFlags::NONE,
        move |_, _, _, _, _, parameters| {
            let held = Rc::clone(&held);
            if begins(parameters) {
                glib::timeout_add_local_once(SLEEP_LATER, move || drop(held.take()));
            } else {
                take_hold(&connection, &held);
            }
        },
    );
}

fn take_hold(bus: &gio::DBusConnection, held: &Rc<RefCell<Option<gio::UnixFDList>>>) {
    let held = Rc::clone(held);
    let wanted = ("sleep", "Hoe gaat het?", "locks before the laptop sleeps", "delay").to_variant();
    bus.call_with_unix_fd_list(
        Some(LOGIN),
        "/org/freedesktop/login1",
        LOGIN_MANAGER,
        "Inhibit",
        Some(&wanted),
        Some(glib::VariantTy::new("(h)").expect("a type")),
        gio::DBusCallFlags::NONE,
        -1,
        gio::UnixFDList::NONE,
        gio::Cancellable::NONE,
        move |answer| match answer {
            Ok((_, fds)) => *held.borrow_mut() = Some(fds),
            Err(error) => tracing::info!(%error, "sleep cannot be held back"),
        },
    );
}

#[cfg(test)]
mod tests;
