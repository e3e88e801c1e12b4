//! Words and flags of the command line.

use crate::config::Config;
use crate::db::DatabaseUrl;
use crate::error::Error;
use domain::Role;
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

/// Everything that any command takes.
#[derive(Default)]
pub struct Options {
    pub words: Vec<String>,
    config: Option<PathBuf>,
    data: Option<PathBuf>,
    database: Option<String>,
    listen: Option<String>,
    municipality: Option<PathBuf>,
    forms: Vec<PathBuf>,
    pub name: Option<String>,
    pub user: Option<String>,
    role: Option<String>,
    neighbourhoods: Option<String>,
    pub duty: bool,
    pub no_duty: bool,
    pub valid_minutes: Option<i64>,
    pub drill: bool,
    pub keep: Option<usize>,
    pub all: bool,
    pub content: bool,
}

impl Options {
    /// # Errors
    /// Where a flag is not known, or lacks its value.
    pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Self, lexopt::Error> {
        let mut parser = lexopt::Parser::from_args(args);
        let mut options = Self::default();
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
                Long("no-duty") => options.no_duty = true,
                Long("valid-minutes") => options.valid_minutes = Some(parser.value()?.parse()?),
                Long("drill") => options.drill = true,
                Long("all") => options.all = true,
                Long("content") => options.content = true,
                Long("keep") => options.keep = Some(parser.value()?.parse()?),
                Long("help") | Short('h') => options.words = vec!["help".to_owned()],
                Value(word) => options.words.push(word.string()?),
                _ => return Err(arg.unexpected()),
            }
        }
        Ok(options)
    }

    /// The file's configuration, or the default one, with what the environment and then the flags say on top.
    ///
    /// # Errors
    /// Where the file is not good, or there is neither file nor database.
    pub fn config(&self) -> Result<Config, Error> {
        let variable = |name: &str| std::env::var(name).ok();
        let in_environment = variable("HGH_DATA").is_some() || variable("HGH_DATABASE").is_some();
        let mut config = match &self.config {
            Some(file) => Config::read(file)?,
            None if self.data.is_some() || self.database.is_some() || in_environment => {
                Config { listen: crate::config::default_listen(), ..Config::new("") }
            }
            None => return Err(Error::Usage("give --config FILE, --data DIR or --database ADDRESS".to_owned())),
        };
        config.override_with(variable)?;
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

    /// # Errors
    /// Where there is no such role.
    pub fn role(&self) -> Result<Option<Role>, Error> {
        match self.role.as_deref() {
            None => Ok(None),
            Some("visitor") => Ok(Some(Role::Visitor)),
            Some("partner") => Ok(Some(Role::Partner)),
            Some("coordinator") => Ok(Some(Role::Coordinator)),
            Some("administrator") => Ok(Some(Role::Administrator)),
            Some(other) => Err(Error::Usage(format!("there is no role {other}"))),
        }
    }

    pub fn neighbourhoods(&self) -> Option<Vec<String>> {
        let list = self.neighbourhoods.as_deref()?.split(',').map(str::trim);
        Some(list.filter(|n| !n.is_empty()).map(str::to_owned).collect())
    }
}

/// The value of a flag that a command cannot do without.
///
/// # Errors
/// Where it is missing.
pub fn required<T>(value: Option<T>, flag: &str) -> Result<T, Error> {
    value.ok_or_else(|| Error::Usage(format!("{flag} is missing")))
}
