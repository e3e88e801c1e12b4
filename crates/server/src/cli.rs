//! The command line.

use crate::admin::Admin;
use crate::config::{Config, DEFAULT_FILE};
use crate::db::DatabaseUrl;
use crate::demo;
use crate::enrol::CODE_VALID_MINUTES;
use crate::error::Error;
use crate::publish::Published;
use crate::running::{Running, Server};
use domain::Role;
use lexopt::prelude::*;
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
  user list
  enrol-code --user NAME [--valid-minutes 10]
                          print a one-time code for a laptop
  device list
  device revoke ID
  form publish FILE.xlsx
  demo [--municipality FILE] [--form FILE]
                          fill an empty database with invented data, and print who can sign in;
                          where the data is there already, only fresh codes
  help";

/// Everything that any command takes.
#[derive(Default)]
struct Options {
    words: Vec<String>,
    config: Option<PathBuf>,
    data: Option<PathBuf>,
    database: Option<String>,
    listen: Option<String>,
    municipality: Option<PathBuf>,
    forms: Vec<PathBuf>,
    name: Option<String>,
    user: Option<String>,
    role: Option<String>,
    neighbourhoods: Option<String>,
    duty: bool,
    valid_minutes: Option<i64>,
}

/// Runs one command.
///
/// # Errors
/// In words for the administrator.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Result<(), Error> {
    let options = parse(args).map_err(|e| Error::Usage(format!("{e}\n\n{USAGE}")))?;
    let words: Vec<&str> = options.words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve"] => serve(options.config()?),
        ["config", "init"] => say(DEFAULT_FILE.trim_end()),
        ["config", "init", file] => write_config(file),
        ["user", "add"] => add_user(&options),
        ["user", "list"] => list_users(&options),
        ["enrol-code"] => enrol_code(&options),
        ["device", "list"] => list_devices(&options),
        ["device", "revoke", id] => {
            Admin::open(&options.config()?)?.revoke_device(id.parse().map_err(|_| Error::UnknownDevice)?)
        }
        ["form", "publish", file] => publish_form(&options, file),
        ["demo"] => say(&demo::run(&options.config()?)?),
        ["help"] | [] => say(USAGE),
        _ => Err(Error::Usage(USAGE.to_owned())),
    }
}

fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Options, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut options = Options::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("config") => options.config = Some(parser.value()?.into()),
            Long("data") => options.data = Some(parser.value()?.into()),
            Long("database") => options.database = Some(parser.value()?.string()?),
            Long("listen") => options.listen = Some(parser.value()?.string()?),
            Long("municipality") => options.municipality = Some(parser.value()?.into()),
            Long("form") => options.forms.push(parser.value()?.into()),
            Long("name") => options.name = Some(parser.value()?.string()?),
            Long("user") => options.user = Some(parser.value()?.string()?),
            Long("role") => options.role = Some(parser.value()?.string()?),
            Long("neighbourhoods") => options.neighbourhoods = Some(parser.value()?.string()?),
            Long("duty") => options.duty = true,
            Long("valid-minutes") => options.valid_minutes = Some(parser.value()?.parse()?),
            Long("help") | Short('h') => options.words = vec!["help".to_owned()],
            Value(word) => options.words.push(word.string()?),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(options)
}

impl Options {
    /// The file's configuration, or the default one, with what the flags say on top.
    fn config(&self) -> Result<Config, Error> {
        let mut config = match &self.config {
            Some(file) => Config::read(file)?,
            None if self.data.is_some() || self.database.is_some() => {
                Config { listen: crate::config::default_listen(), ..Config::new("") }
            }
            None => return Err(Error::Usage("give --config FILE, --data DIR or --database ADDRESS".to_owned())),
        };
        if let Some(data) = &self.data {
            config.data.clone_from(data);
        }
        if let Some(database) = &self.database {
            config.database = Some(DatabaseUrl(database.clone()));
        }
        if let Some(listen) = &self.listen {
            config.listen = listen.parse().map_err(|_| Error::Usage(format!("{listen} is no address:port")))?;
        }
        if self.municipality.is_some() {
            config.municipality.clone_from(&self.municipality);
        }
        if !self.forms.is_empty() {
            config.forms.clone_from(&self.forms);
        }
        Ok(config)
    }
}

fn required<'a>(value: Option<&'a String>, flag: &str) -> Result<&'a str, Error> {
    value.map(String::as_str).ok_or_else(|| Error::Usage(format!("{flag} is missing")))
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
            tokio::select! {
                _ = terminate.recv() => Ok(()),
                result = tokio::signal::ctrl_c() => result.map_err(failed),
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

fn add_user(options: &Options) -> Result<(), Error> {
    let role = match required(options.role.as_ref(), "--role")? {
        "visitor" => Role::Visitor,
        "partner" => Role::Partner,
        "coordinator" => Role::Coordinator,
        "administrator" => Role::Administrator,
        other => return Err(Error::Usage(format!("there is no role {other}"))),
    };
    let neighbourhoods = options.neighbourhoods.as_deref().unwrap_or_default();
    let neighbourhoods: Vec<&str> = neighbourhoods.split(',').map(str::trim).filter(|n| !n.is_empty()).collect();
    let admin = Admin::open(&options.config()?)?;
    let name = required(options.name.as_ref(), "--name")?;
    say(&admin.add_user(name, role, &neighbourhoods, options.duty)?.to_string())
}

fn list_users(options: &Options) -> Result<(), Error> {
    for (id, user) in Admin::open(&options.config()?)?.list_users()? {
        let notes = [(user.duty, " (duty)"), (user.inactive, " (inactive)")];
        let notes: String = notes.iter().filter(|(is, _)| *is).map(|(_, note)| *note).collect();
        let role = serde_json::to_value(user.role).ok().and_then(|r| r.as_str().map(str::to_owned)).unwrap_or_default();
        say(&format!("{id}  {role:13}  {}  [{}]{notes}", user.name, user.neighbourhoods.join(",")))?;
    }
    Ok(())
}

fn enrol_code(options: &Options) -> Result<(), Error> {
    let admin = Admin::open(&options.config()?)?;
    let user = admin.get_user(required(options.user.as_ref(), "--user")?)?;
    say(&admin.enrol_code(user, options.valid_minutes.unwrap_or(CODE_VALID_MINUTES))?)
}

fn list_devices(options: &Options) -> Result<(), Error> {
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
