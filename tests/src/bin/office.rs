//! The server's command line, for tests that start it as a process of its own.

use std::process::ExitCode;

fn main() -> ExitCode {
    match server::cli::run(std::env::args_os().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
