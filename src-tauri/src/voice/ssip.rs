//! The lines that Speech Dispatcher understands (SSIP): as many of them as reading one sentence takes.
//!
//! A reply is lines `NNN-…` and a last one `NNN …`; the hundreds say what it is: 2 done, 3 to 6 refused, 7 an event.

use std::collections::BTreeSet;
use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::time::Duration;

/// A reply is there at once, but a module may have to load its voices first.
const REPLY_TIMEOUT: Duration = Duration::from_secs(10);
/// The longest text, read slowly.
const SPEECH_TIMEOUT: Duration = Duration::from_secs(600);
/// Events: read to its end, and cancelled by somebody.
const ENDED: u16 = 702;
const CANCELLED: u16 = 703;

/// A connection on which one sentence is read.
pub struct Talk {
    lines: BufReader<UnixStream>,
}

struct Reply {
    code: u16,
    /// What follows `NNN-`; not the last line.
    lines: Vec<String>,
}

impl Talk {
    /// Greets.
    pub fn begin(stream: UnixStream) -> io::Result<Self> {
        stream.set_read_timeout(Some(REPLY_TIMEOUT))?;
        stream.set_write_timeout(Some(REPLY_TIMEOUT))?;
        let mut talk = Self { lines: BufReader::new(stream) };
        talk.ask("SET self CLIENT_NAME user:hoe-gaat-het:reading")?;
        Ok(talk)
    }

    /// The names of the speech modules that work.
    pub fn modules(&mut self) -> io::Result<Vec<String>> {
        Ok(self.ask("LIST OUTPUT_MODULES")?.lines)
    }

    /// Chooses a module, and says which languages it speaks, without their regions.
    pub fn languages_of(&mut self, module: &str) -> io::Result<BTreeSet<String>> {
        self.ask(&format!("SET self OUTPUT_MODULE {module}"))?;
        let voices = self.ask("LIST SYNTHESIS_VOICES")?.lines;
        // Name, language and variant, with tabs between them.
        let languages = voices.iter().filter_map(|voice| voice.split('\t').nth(1));
        Ok(languages.filter_map(|code| code.split(['-', '_']).next()).map(str::to_lowercase).collect())
    }

    /// How the sentence is to sound, and that we want to hear of its end.
    pub fn prepare(&mut self, language: &str, rate: i32) -> io::Result<()> {
        self.ask("SET self NOTIFICATION END on")?;
        self.ask("SET self NOTIFICATION CANCEL on")?;
        self.ask("SET self PUNCTUATION none")?;
        self.ask(&format!("SET self LANGUAGE {language}"))?;
        self.ask(&format!("SET self RATE {rate}"))?;
        Ok(())
    }

    /// Hands the sentence over; it begins to sound.
    pub fn speak(&mut self, text: &str) -> io::Result<()> {
        self.ask("SPEAK")?;
        // One line, so that none is a single dot, which would end it.
        let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let dot = if line.starts_with('.') { "." } else { "" };
        self.ask(&format!("{dot}{line}\r\n."))?;
        Ok(())
    }

    /// The same connection, to cancel on.
    pub fn stream(&self) -> io::Result<UnixStream> {
        self.lines.get_ref().try_clone()
    }

    /// Waits until the sentence was read (true) or cancelled (false).
    pub fn wait_for_end(&mut self) -> io::Result<bool> {
        self.lines.get_ref().set_read_timeout(Some(SPEECH_TIMEOUT))?;
        loop {
            match self.reply()?.code {
                ENDED => return Ok(true),
                CANCELLED => return Ok(false),
                _ => {}
            }
        }
    }

    fn ask(&mut self, line: &str) -> io::Result<Reply> {
        self.lines.get_ref().write_all(format!("{line}\r\n").as_bytes())?;
        let reply = self.reply()?;
        if (200..300).contains(&reply.code) {
            return Ok(reply);
        }
        tracing::warn!(code = reply.code, "the speech system refused");
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }

    fn reply(&mut self) -> io::Result<Reply> {
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            if self.lines.read_line(&mut line)? == 0 {
                return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
            }
            let line = line.trim_end();
            let code = line.get(..3).and_then(|digits| digits.parse().ok());
            let code = code.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))?;
            if line.as_bytes().get(3) != Some(&b'-') {
                return Ok(Reply { code, lines });
            }
            lines.push(line[4..].to_owned());
        }
    }
}

/// Cancels what is read on this connection; whoever waits for its end hears of it.
pub fn cancel(mut stream: &UnixStream) -> io::Result<()> {
    stream.write_all(b"CANCEL self\r\n")
}
