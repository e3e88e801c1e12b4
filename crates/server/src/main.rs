//! `hoe-gaat-het-server`: see `hoe-gaat-het-server help`.

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
