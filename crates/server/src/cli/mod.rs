//! The command line.

mod asides;
mod copies;
mod options;
mod people;

use crate::admin::Admin;
use crate::config::{Config, DEFAULT_FILE};
use crate::demo;
use crate::error::Error;
use crate::publish::Published;
use crate::running::{Running, Server};
use options::Options;
use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;

const USAGE: &str = "\
hoe-gaat-het-server COMMAND [--config FILE | --data DIR | --database postgres://USER@HOST/NAME]

  serve [--listen 127.0.0.1:PORT] [--municipality FILE] [--form FILE]...
                          answer laptops until Ctrl-C or SIGTERM; port 0 takes a free one
  config init [FILE]      write the default configuration, with comments
  user add --name NAME --role visitor|partner|coordinator|administrator
           [--neighbourhoods a,b] [--duty]
  user set --user NAME [--name NEW] [--role ROLE] [--neighbourhoods a,b] [--duty|--no-duty]
  user leave --user NAME  shut somebody out, from the next request of their laptops; `user return` undoes it
  user list
  enrol-code --user NAME [--valid-minutes 10]
                          print a one-time code for a laptop
  device list
  device revoke ID        shut a laptop out, from its next request
  set-aside list [--all]  changes that the server did not store and nobody decided on; with `--all` every one
  set-aside show ID [--content]
                          one of them; with `--content` also what it says, which may be of a resident
  form publish FILE.xlsx
  backup FILE|FOLDER [--keep N] [--drill]
                          copy the whole database into a file, also while the server runs; in a folder it is named by
                          the time, and only the newest N stay; `--drill` tries it at once
  restore FILE            fill an empty database from a copy; laptops offer again what the copy lacks
  restore FILE --drill    try it: restore beside the database, verify, start, and delete
  verify [FILE]           look whether the database, or a copy, is whole
  epoch begin             after restoring a database by other means: laptops offer again what it lacks
  export FOLDER           attempts and requests for help as CSV, without names, addresses and texts
  demo [--municipality FILE] [--form FILE]
                          fill an empty database with invented data, and print who can sign in;
                          where the data is there already, only fresh codes
  help";

/// Runs one command.
///
/// # Errors
/// In words for the administrator.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Result<(), Error> {
    let options = Options::parse(args).map_err(|e| Error::Usage(format!("{e}\n\n{USAGE}")))?;
    let words: Vec<&str> = options.words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve"] => serve(options.config()?),
        ["config", "init"] => say(DEFAULT_FILE.trim_end()),
        ["config", "init", file] => write_config(file),
        ["user", "add"] => people::add_user(&options),
        ["user", "set"] => people::change_user(&options),
        ["user", "leave"] => people::leave(&options, true),
        ["user", "return"] => people::leave(&options, false),
        ["user", "list"] => people::list_users(&options),
        ["enrol-code"] => people::enrol_code(&options),
        ["device", "list"] => people::list_devices(&options),
        ["device", "revoke", id] => people::revoke_device(&options, id),
        ["backup", path] => copies::backup(&options, path),
        ["restore", file] => copies::restore(&options, file),
        ["verify"] => copies::verify_database(&options),
        ["verify", file] => copies::verify_copy(file),
        ["epoch", "begin"] => copies::begin_epoch(&options),
        ["export", folder] => copies::export(&options, folder),
        ["set-aside", "list"] => asides::list(&options),
        ["set-aside", "show", id] => asides::show(&options, id),
        ["form", "publish", file] => publish_form(&options, file),
        ["demo"] => say(&demo::run(&options.config()?)?),
        ["help"] | [] => say(USAGE),
        _ => Err(Error::Usage(USAGE.to_owned())),
    }
}

/// To standard output, at once: whoever started us waits for it. A closed pipe is nobody's error.
fn say(text: &str) -> Result<(), Error> {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
    Ok(())
}

fn serve(config: Config) -> Result<(), Error> {
    let filter = tracing_subscriber::EnvFilter::try_from_env("HGH_LOG").unwrap_or_else(|_| "info".into());
    // Fails only where somebody set up logging before.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).json().try_init();
    let running = Server::start(config)?;
    say(&format!("listening on {}", running.url))?;
    wait_for_signal(&running)?;
    tracing::info!("stopping");
    running.stop();
    Ok(())
}

fn wait_for_signal(running: &Running) -> Result<(), Error> {
    let failed = |e| Error::Listen(running.address, e);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
    runtime.block_on(async {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            let mut terminate = signal(SignalKind::terminate()).map_err(failed)?;
            let mut hang_up = signal(SignalKind::hangup()).map_err(failed)?;
            loop {
                tokio::select! {
                    _ = terminate.recv() => return Ok(()),
                    result = tokio::signal::ctrl_c() => return result.map_err(failed),
                    _ = hang_up.recv() => match running.reload() {
                        Ok(()) => tracing::info!("read the certificate again"),
                        Err(error) => tracing::error!(%error, "the certificate from before stays"),
                    },
                }
            }
        }
        #[cfg(not(unix))]
        tokio::signal::ctrl_c().await.map_err(failed)
    })
}

fn write_config(file: &str) -> Result<(), Error> {
    let mut new = std::fs::File::create_new(file).map_err(Error::file(file))?;
    new.write_all(DEFAULT_FILE.as_bytes()).map_err(Error::file(file))
}

fn publish_form(options: &Options, file: &str) -> Result<(), Error> {
    let path = PathBuf::from(file);
    match Admin::open(&options.config()?)?.publish_form(&path)? {
        Published::New { form_id, version } => say(&format!("published {form_id}, version {version}")),
        Published::Already => say("published already"),
        Published::VersionTaken { form_id, version } => {
            let what = format!("version {version} of {form_id} was published with other content: raise the version");
            Err(Error::BadFile { path, what })
        }
    }
}
