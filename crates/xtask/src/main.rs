//! The project's tools: `cargo xtask demo | test | check | …`.
//!
//! Depends on no crate of ours: it installs what they need before they can compile.

mod children;
mod demo;
mod display;
mod package;
mod programs;
mod run;
mod server_package;
mod setup;
mod test;
mod tidy;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask <task>

  demo [--data DIR] [--port PORT] [--release]
                  a server with demo data and two windows: a visitor's laptop and a coordinator's
  test            everything that must pass: format, tidy, clippy, the UI's checks, all tests, window tests
  setup           installs what is missing: system packages, the UI's packages, the built UI
  check, tidy     the shape of the source tree only
  screens         pictures of every screen, into screens/
  package [server] what is installed on a laptop, .deb and .rpm, or on a server, .deb, into target/package/; slow
  bench [ARGS]    the figures, from a release build; `bench forms` for the form engine alone
  fuzz [SECONDS]  the form engine and the readers of messages with any bytes, each target so long; needs nightly and
                  cargo-fuzz
  codegen         what is generated from Rust for the UI";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (task, rest) = args.split_first().map_or(("", &[][..]), |(task, rest)| (task.as_str(), rest));
    let done = match task {
        "demo" => demo::demo(rest),
        "test" => test::test(),
        "setup" => setup::setup(setup::Purpose::Test),
        "check" | "tidy" => tidy::tidy(),
        "screens" => programs::screens(),
        "package" if rest == ["server"] => server_package::package(),
        "package" => package::package(),
        "bench" => programs::bench(rest),
        "fuzz" => programs::fuzz(rest),
        "codegen" => programs::codegen(),
        "" | "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        unknown => Err(format!("{unknown}: no such task\n\n{USAGE}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
