//! Starts the desktop app.

use std::process::ExitCode;

fn main() -> ExitCode {
    hoe_gaat_het_desktop::run()
}
