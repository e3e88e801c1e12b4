//! Over a bus of the test's own, with a service that says what logind, UPower and a screen saver say.

use super::*;
use std::cell::Cell;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A `dbus-daemon` that ends with the test.
struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    fn start() -> Self {
        let mut command = Command::new("dbus-daemon");
        command.args(["--session", "--nofork", "--print-address"]).stdout(Stdio::piped());
        let mut daemon = command.spawn().expect("dbus-daemon, of Debian's package dbus");
        let mut address = String::new();
        let out = daemon.stdout.take().expect("piped");
        BufReader::new(out).read_line(&mut address).expect("an address");
        Self { daemon, address: address.trim().to_owned() }
    }

    fn connect(&self) -> gio::DBusConnection {
        let flags = gio::DBusConnectionFlags::AUTHENTICATION_CLIENT | gio::DBusConnectionFlags::MESSAGE_BUS_CONNECTION;
        gio::DBusConnection::for_address_sync(&self.address, flags, None, gio::Cancellable::NONE).expect("connected")
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// How often the person left, after a service of that name said this.
fn left(name: &str, path: &str, interface: &str, member: &str, says: &glib::Variant) -> u32 {
    let context = glib::MainContext::new();
    context
        .with_thread_default(|| {
            let bus = Bus::start();
            let (ours, theirs) = (bus.connect(), bus.connect());
            let count = Rc::new(Cell::new(0));
            let counted = Rc::clone(&count);
            let away: Rc<dyn Fn()> = Rc::new(move || counted.set(counted.get() + 1));
            listen(&ours, OF_THE_SYSTEM, &away);
            listen(&ours, OF_THE_SESSION, &away);
            let call = |bus: &gio::DBusConnection, method: &str, input: Option<&glib::Variant>| {
                bus.call_sync(
                    Some("org.freedesktop.DBus"),
                    "/org/freedesktop/DBus",
                    "org.freedesktop.DBus",
                    method,
                    input,
                    None,
                    gio::DBusCallFlags::NONE,
                    5000,
                    gio::Cancellable::NONE,
                )
                .expect("answered")
            };
            call(&theirs, "RequestName", Some(&(name, 0u32).to_variant()));
            // What we asked to hear is known to the bus once it answered us.
            call(&ours, "GetId", None);
            theirs.emit_signal(None, path, interface, member, Some(says)).expect("said");
            theirs.flush_sync(gio::Cancellable::NONE).expect("sent");
            call(&ours, "GetId", None);
            while context.iteration(false) {}
            count.get()
        })
        .expect("a context of its own")
}

fn of_lid(closed: bool) -> glib::Variant {
    let changed = glib::VariantDict::new(None);
    changed.insert("LidIsClosed", closed);
    ("org.freedesktop.UPower", changed, Vec::<String>::new()).to_variant()
}

#[test]
fn going_to_sleep_is_leaving_and_waking_up_is_not() {
    let path = "/org/freedesktop/login1";
    let manager = LOGIN_MANAGER;
    assert_eq!(left(LOGIN, path, manager, "PrepareForSleep", &(true,).to_variant()), 1);
    assert_eq!(left(LOGIN, path, manager, "PrepareForSleep", &(false,).to_variant()), 0);
}

#[test]
fn a_locked_session_is_leaving() {
    let path = "/org/freedesktop/login1/session/_31";
    assert_eq!(left(LOGIN, path, "org.freedesktop.login1.Session", "Lock", &().to_variant()), 1);
    let name = "org.gnome.ScreenSaver";
    assert_eq!(left(name, "/org/gnome/ScreenSaver", name, "ActiveChanged", &(true,).to_variant()), 1);
    assert_eq!(left(name, "/org/gnome/ScreenSaver", name, "ActiveChanged", &(false,).to_variant()), 0);
}

#[test]
fn a_closed_lid_is_leaving_and_an_opened_one_is_not() {
    let (path, properties) = ("/org/freedesktop/UPower", "org.freedesktop.DBus.Properties");
    assert_eq!(left("org.freedesktop.UPower", path, properties, "PropertiesChanged", &of_lid(true)), 1);
    assert_eq!(left("org.freedesktop.UPower", path, properties, "PropertiesChanged", &of_lid(false)), 0);
}

#[test]
fn whoever_is_not_the_service_says_nothing() {
    let path = "/org/freedesktop/login1";
    assert_eq!(left("org.example.Other", path, LOGIN_MANAGER, "PrepareForSleep", &(true,).to_variant()), 0);
}
