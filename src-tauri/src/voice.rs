//! Reading aloud with the voices of the desktop's own speech system (Speech Dispatcher).
//!
//! Invariants: what is read goes through a Unix socket of this user to a voice that computes its sound on this laptop,
//! and into no argument, log or file. At most one sentence sounds at a time. Nothing runs before the first question,
//! and no connection outlives a sentence, so that Speech Dispatcher ends by itself soon after the last one.

mod ssip;
#[cfg(test)]
mod tests;

use ssip::Talk;
use std::collections::BTreeSet;
use std::io;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Longest text that is read at once, in bytes. A sentence is far shorter.
const MAX_TEXT_BYTES: usize = 4000;
/// Modules of Speech Dispatcher that compute their sound themselves, best sounding first. Every other one may send the
/// text to a server or start a program with it, so it is never used.
const LOCAL_MODULES: &[&str] = &["rhvoice", "pico", "espeak-ng"];

/// How fast.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    Normal,
    /// For who is still learning the language.
    Slow,
}

impl Pace {
    /// In Speech Dispatcher's measure, from -100 to 100.
    fn rate(self) -> i32 {
        match self {
            Self::Normal => 0,
            Self::Slow => -70,
        }
    }
}

/// What the window reads with. Cheap to clone.
#[derive(Clone)]
pub struct Voice(Arc<Inner>);

struct Inner {
    socket: Option<PathBuf>,
    sounding: Mutex<Sounding>,
}

/// The sentence that sounds.
#[derive(Default)]
struct Sounding {
    /// Grows with every sentence and every hush: an older sentence does not begin any more.
    turn: u64,
    stream: Option<UnixStream>,
}

impl Sounding {
    fn end(&mut self) -> u64 {
        if let Some(stream) = self.stream.take()
            && let Err(error) = ssip::cancel(&stream)
        {
            tracing::warn!(kind = %error.kind(), "a voice could not be stopped");
        }
        self.turn += 1;
        self.turn
    }
}

impl Voice {
    /// The speech system of this user's session. Starts nothing.
    pub fn of_session() -> Self {
        let dir = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
        Self::at(dir.map(|dir| dir.join("speech-dispatcher/speechd.sock")))
    }

    fn at(socket: Option<PathBuf>) -> Self {
        Self(Arc::new(Inner { socket, sounding: Mutex::default() }))
    }

    /// The languages that have a local voice, as "nl"; none where there is no speech system.
    pub fn languages(&self) -> Vec<String> {
        let found = self.connect().and_then(|mut talk| {
            let mut languages = BTreeSet::new();
            for module in local_modules(&mut talk)? {
                languages.extend(talk.languages_of(module)?);
            }
            Ok(languages.into_iter().collect())
        });
        found.unwrap_or_else(|error: io::Error| {
            tracing::info!(kind = %error.kind(), "no voices");
            Vec::new()
        })
    }

    /// Reads `text` and returns when it has sounded: true at its end, false where something else stopped it.
    ///
    /// # Errors
    /// No voice for the language, or no speech system.
    pub fn say(&self, language: &str, text: &str, pace: Pace) -> io::Result<bool> {
        if !is_language(language) || text.len() > MAX_TEXT_BYTES {
            return Err(io::Error::from(io::ErrorKind::InvalidInput));
        }
        let turn = self.sounding().end();
        let mut talk = self.connect()?;
        choose_module(&mut talk, language)?;
        talk.prepare(language, pace.rate())?;
        {
            // Held until the whole text is sent: a hush in its middle would be read out.
            let mut sounding = self.sounding();
            if sounding.turn != turn {
                return Ok(false);
            }
            talk.speak(text)?;
            sounding.stream = Some(talk.stream()?);
        }
        let ended = talk.wait_for_end();
        let mut sounding = self.sounding();
        if sounding.turn == turn {
            sounding.stream = None;
        }
        ended
    }

    /// Silence, at once.
    pub fn hush(&self) {
        self.sounding().end();
    }

    fn sounding(&self) -> MutexGuard<'_, Sounding> {
        self.0.sounding.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn connect(&self) -> io::Result<Talk> {
        let socket = self.0.socket.as_ref().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
        let stream = match UnixStream::connect(socket) {
            Ok(stream) => stream,
            Err(_) => {
                start()?;
                UnixStream::connect(socket)?
            }
        };
        Talk::begin(stream)
    }
}

/// Starts the speech system, as every program that speaks does; returns when it listens. It logs errors only.
fn start() -> io::Result<()> {
    let mut command = Command::new("speech-dispatcher");
    command.args(["--spawn", "--log-level", "1"]);
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    if status.success() { Ok(()) } else { Err(io::Error::from(io::ErrorKind::NotConnected)) }
}

fn local_modules(talk: &mut Talk) -> io::Result<Vec<&'static str>> {
    let there = talk.modules()?;
    Ok(LOCAL_MODULES.iter().copied().filter(|local| there.iter().any(|module| module == local)).collect())
}

/// The best local module that speaks the language.
fn choose_module(talk: &mut Talk, language: &str) -> io::Result<()> {
    for module in local_modules(talk)? {
        if talk.languages_of(module)?.contains(language) {
            return Ok(());
        }
    }
    Err(io::Error::from(io::ErrorKind::NotFound))
}

/// "nl", "ckb": nothing that could hold another line of the protocol.
fn is_language(code: &str) -> bool {
    matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_lowercase())
}
