//! What the app is started with.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

const USAGE: &str = "usage: hoe-gaat-het [--data DIR] [--calendar]";

/// Begins with the calendar that hides the app.
pub const CALENDAR: &str = "--calendar";

/// The command line, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Where this laptop keeps everything.
    pub data_dir: PathBuf,
    /// Whether to begin with the calendar that hides the app.
    pub calendar: bool,
}

impl Options {
    /// Reads the arguments; without `--data` the desktop's own place for data.
    pub fn parse(
        mut args: impl Iterator<Item = OsString>,
        variable: impl Fn(&str) -> Option<OsString>,
    ) -> Result<Self, String> {
        let mut data_dir = None;
        let mut calendar = false;
        while let Some(arg) = args.next() {
            if arg == OsStr::new(CALENDAR) {
                calendar = true;
                continue;
            }
            if arg != OsStr::new("--data") || data_dir.is_some() {
                return Err(format!("{}: not understood\n{USAGE}", arg.display()));
            }
            data_dir = Some(args.next().filter(|dir| !dir.is_empty()).ok_or(USAGE)?);
        }
        let data_dir = match data_dir {
            Some(dir) => PathBuf::from(dir),
            None => default_data_dir(variable).ok_or("neither XDG_DATA_HOME nor HOME is set; give --data DIR")?,
        };
        Ok(Self { data_dir: std::path::absolute(&data_dir).map_err(|_| USAGE)?, calendar })
    }

    /// The arguments of a fresh start with the same data.
    pub fn again(data_dir: &Path, calendar: bool) -> Vec<OsString> {
        let mut arguments = vec!["--data".into(), data_dir.into()];
        arguments.extend(calendar.then(|| CALENDAR.into()));
        arguments
    }
}

fn default_data_dir(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    // The specification of these directories says to ignore one that is not absolute.
    let absolute = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let base = absolute("XDG_DATA_HOME").or_else(|| absolute("HOME").map(|home| home.join(".local/share")))?;
    Some(base.join("hoe-gaat-het"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(args: &[&str], variables: &[(&str, &str)]) -> Result<PathBuf, String> {
        let variable =
            |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value));
        Options::parse(args.iter().map(OsString::from), variable).map(|options| options.data_dir)
    }

    #[test]
    fn data_dir_comes_from_the_argument_or_the_desktop() {
        let variables = [("XDG_DATA_HOME", "/x"), ("HOME", "/h")];
        assert_eq!(parse(&["--data", "/d"], &variables), Ok("/d".into()));
        assert_eq!(parse(&[], &variables), Ok("/x/hoe-gaat-het".into()));
        assert_eq!(parse(&[], &[("XDG_DATA_HOME", "x"), ("HOME", "/h")]), Ok("/h/.local/share/hoe-gaat-het".into()));
        assert!(parse(&[], &[]).is_err());
    }

    #[test]
    fn a_fresh_start_has_the_same_data() {
        for calendar in [false, true] {
            let again = Options::parse(Options::again(Path::new("/d"), calendar).into_iter(), |_| None);
            assert_eq!(again, Ok(Options { data_dir: "/d".into(), calendar }));
        }
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for args in [&["--data"][..], &["--data", ""], &["--dat", "/d"], &["--data", "/d", "--data", "/e"]] {
            assert!(parse(args, &[("HOME", "/h")]).is_err(), "{args:?}");
        }
    }
}
