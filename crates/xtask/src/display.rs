//! A place for windows: the desktop's, or an invisible one of our own.

use crate::children::{Running, bound_command};
use crate::run::Result;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Whether windows have somewhere to go.
pub fn there_is_one() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// An invisible display, ended when dropped.
pub struct Invisible {
    _server: Running,
    name: String,
}

impl Invisible {
    /// Starts one, with a number that the X server finds free.
    pub fn start() -> Result<Self> {
        let mut command = bound_command("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]);
        let mut server = Running::start("Xvfb", command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
        let mut number = String::new();
        if let Some(stdout) = server.take_stdout() {
            let _ = BufReader::new(stdout).read_line(&mut number);
        }
        match number.trim().parse::<u32>() {
            Ok(number) => Ok(Self { _server: server, name: format!(":{number}") }),
            Err(_) => Err("Xvfb does not start: see whether the package xvfb is installed".to_owned()),
        }
    }

    /// Makes the command's windows open there.
    pub fn serve(&self, command: &mut Command) {
        command.env("DISPLAY", &self.name).env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
    }
}
