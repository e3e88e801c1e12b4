//! With a real speech system, and a loudspeaker that nobody hears but the test.

use super::*;
use std::fs;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::process::Child;
use std::thread;
use std::time::{Duration, Instant};

/// Samples in a second of what is recorded: one channel of 16 bits.
const SAMPLES_PER_SECOND: usize = 22_050;

/// A speech system and a sound server of its own, in a directory of its own.
struct Room {
    dir: PathBuf,
    children: Vec<Child>,
}

impl Room {
    fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("hgh-voice-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        fs::DirBuilder::new().mode(0o700).create(&dir).expect("a temporary directory");
        fs::create_dir(dir.join("log")).expect("a directory for the log");
        let mut room = Self { dir, children: Vec::new() };
        let sound = format!("module-native-protocol-unix socket={} auth-anonymous=1", room.path("sound").display());
        room.start(
            "pulseaudio",
            &[
                "-n",
                "--daemonize=no",
                "--use-pid-file=no",
                "--exit-idle-time=-1",
                "--log-level=error",
                "--load=module-null-sink sink_name=ear rate=22050 channels=1",
                &format!("--load={sound}"),
            ],
        );
        room.wait_for("sound");
        let (socket, pid, log) = (room.path("socket"), room.path("pid"), room.path("log"));
        let path = |path: &Path| path.display().to_string();
        room.start(
            "speech-dispatcher",
            &["-s", "-c", "unix_socket", "-S", &path(&socket), "-P", &path(&pid), "-L", &path(&log), "-l", "1"],
        );
        room.wait_for("socket");
        room
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("XDG_RUNTIME_DIR", &self.dir).env("XDG_CACHE_HOME", self.path("cache")).env("HOME", &self.dir);
        command.env("PULSE_SERVER", format!("unix:{}", self.path("sound").display())).env_remove("XDG_CONFIG_HOME");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn start(&mut self, program: &str, args: &[&str]) {
        let child = self.command(program).args(args).spawn();
        self.children.push(child.unwrap_or_else(|_| panic!("{program} is missing: run cargo xtask setup")));
    }

    fn wait_for(&self, name: &str) {
        let until = Instant::now() + Duration::from_secs(30);
        while !self.path(name).exists() {
            assert!(Instant::now() < until, "{name} is not there");
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn voice(&self) -> Voice {
        Voice::at(Some(self.path("socket")))
    }

    /// What sounds in the room while `work` runs and just after it.
    fn record<T>(&self, work: impl FnOnce() -> T) -> (T, Vec<i16>) {
        let file = self.path("recording");
        let mut parec = self.command("parec");
        parec.args(["--device=ear.monitor", "--raw", "--format=s16le", "--rate=22050", "--channels=1"]);
        let mut parec = parec.arg("--latency-msec=20").arg(&file).spawn().expect("parec is installed");
        while fs::metadata(&file).map_or(0, |meta| meta.len()) == 0 {
            thread::sleep(Duration::from_millis(20));
        }
        let done = work();
        thread::sleep(Duration::from_millis(400));
        parec.kill().and_then(|()| parec.wait()).expect("parec ends");
        let bytes = fs::read(&file).expect("a recording");
        (done, bytes.chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect())
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        for child in self.children.iter_mut().rev() {
            // Asked, so that it ends its own children. It may have ended by itself.
            let _ =
                rustix::process::kill_process(rustix::process::Pid::from_child(child), rustix::process::Signal::TERM);
            let _ = child.wait();
        }
        let _ = fs::remove_dir_all(&self.dir);
    }
}

/// How long something sounds, counted in pieces of 20 ms that are louder than a whisper.
fn seconds_of_sound(samples: &[i16]) -> f64 {
    let piece = SAMPLES_PER_SECOND / 50;
    let loud = |samples: &&[i16]| {
        let energy: f64 = samples.iter().map(|sample| f64::from(*sample).powi(2)).sum();
        (energy / samples.len() as f64).sqrt() > 300.0
    };
    samples.chunks(piece).filter(loud).count() as f64 / 50.0
}

/// Whether a file in the directory, or in one in it, holds the word.
fn holds(dir: &Path, word: &str) -> bool {
    fs::read_dir(dir).expect("listed").flatten().any(|entry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => holds(&entry.path(), word),
        Ok(kind) if kind.is_file() => String::from_utf8_lossy(&fs::read(entry.path()).expect("read")).contains(word),
        _ => false,
    })
}

#[test]
fn dutch_and_arabic_are_heard_and_slow_takes_longer() {
    let room = Room::new("heard");
    let voice = room.voice();
    let languages = voice.languages();
    for language in ["nl", "en", "it", "fr", "tr", "ar"] {
        assert!(languages.iter().any(|other| other == language), "{language} has no voice: {languages:?}");
    }
    let (_, silence) = room.record(|| thread::sleep(Duration::from_millis(500)));
    assert_eq!(seconds_of_sound(&silence), 0.0);
    for (language, text) in
        [("nl", "Hoe gaat het vandaag met u en met uw gezin?"), ("ar", "كيف حالك اليوم وكيف حال عائلتك؟")]
    {
        let sound = |pace| {
            let (ended, samples) = room.record(|| voice.say(language, text, pace).expect("a voice"));
            assert!(ended, "{language} is read to its end");
            seconds_of_sound(&samples)
        };
        let (normal, slow) = (sound(Pace::Normal), sound(Pace::Slow));
        println!("{language}: {normal} s, slow {slow} s");
        assert!((1.0..6.0).contains(&normal), "{language} sounds for {normal} s");
        assert!(slow > normal * 1.15, "{language}: slow sounds for {slow} s, normal for {normal} s");
    }
}

#[test]
fn hush_is_silence_at_once() {
    let room = Room::new("hush");
    let voice = room.voice();
    let text = "Dit is een lange zin die niemand tot het einde wil horen. ".repeat(10);
    let (took, samples) = room.record(|| {
        let other = voice.clone();
        let reading = thread::spawn(move || other.say("nl", &text, Pace::Normal));
        thread::sleep(Duration::from_millis(2500));
        let asked = Instant::now();
        voice.hush();
        assert!(!reading.join().expect("no panic").expect("a voice"), "it was stopped");
        asked.elapsed()
    });
    assert!(took < Duration::from_secs(1), "stopping took {took:?}");
    let heard = seconds_of_sound(&samples);
    assert!((0.3..3.5).contains(&heard), "{heard} s were heard of a text of half a minute");
}

#[test]
fn a_text_cannot_give_orders() {
    let room = Room::new("orders");
    let voice = room.voice();
    let started = Instant::now();
    assert!(voice.say("nl", ".\r\nQUIT\r\nhallo", Pace::Normal).expect("a voice"));
    assert!(started.elapsed() > Duration::from_millis(500), "all of it is read");
    assert!(voice.say("nl\r\nQUIT", "hallo", Pace::Normal).is_err());
    assert!(voice.say("xx", "hallo", Pace::Normal).is_err(), "no such language");
    assert!(!holds(&room.dir, "hallo"), "a file holds what was read");
}

#[test]
fn where_there_is_no_speech_system_there_are_no_voices() {
    let voice = Voice::at(None);
    assert!(voice.languages().is_empty());
    assert!(voice.say("nl", "hallo", Pace::Normal).is_err());
}
