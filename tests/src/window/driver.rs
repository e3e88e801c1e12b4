//! WebKitWebDriver and the app it starts: one process group, ended as a whole.
//!
//! What they print goes to a file, never to a pipe: a process that outlives the test would hold the pipe, and the
//! test run would wait for it for ever. A watcher ends the group when the test program itself is killed.

use fantoccini::error::NewSessionError;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use std::fs::{self, File};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::DirBuilderExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const START_LIMIT: Duration = Duration::from_secs(20);
const POLL: Duration = Duration::from_millis(10);
const LOG_TAIL_BYTES: usize = 4000;

/// A running driver. Dropping it ends the driver, the app and the app's own processes.
pub(super) struct Driver {
    child: Child,
    watcher: Option<Child>,
    port: u16,
    log: PathBuf,
}

impl Driver {
    /// Starts one whose app lives in `folder`: home, settings and runtime files are there.
    pub(super) fn start(folder: &Path) -> Result<Self, String> {
        let port = free_port().map_err(|error| format!("no free port: {error}"))?;
        let log = folder.join("programs.log");
        let child = command(folder, port, &log).and_then(|mut command| command.spawn());
        let child = child.map_err(|error| format!("WebKitWebDriver (package webkit2gtk-driver): {error}"))?;
        let watcher = watch(child.id()).ok();
        let mut driver = Self { child, watcher, port, log };
        let deadline = Instant::now() + START_LIMIT;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if let Ok(Some(status)) = driver.child.try_wait() {
                return Err(format!("WebKitWebDriver ended: {status}\n{}", driver.log()));
            }
            if Instant::now() > deadline {
                return Err(format!("WebKitWebDriver does not answer\n{}", driver.log()));
            }
            std::thread::sleep(POLL);
        }
        Ok(driver)
    }

    /// Makes it open the app's window.
    pub(super) async fn connect(&self, data_dir: &Path) -> Result<Client, NewSessionError> {
        let args = json!(["--data", data_dir]);
        let options = json!({ "binary": program(), "args": args });
        let capabilities = Capabilities::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let address = format!("http://127.0.0.1:{}", self.port);
        let too_late = || std::io::Error::new(std::io::ErrorKind::TimedOut, "the window does not open");
        let connecting = tokio::time::timeout(START_LIMIT, builder.connect(&address)).await;
        connecting.unwrap_or_else(|_| Err(NewSessionError::Lost(too_late())))
    }

    /// The app's process.
    pub(super) fn app(&self) -> Option<u32> {
        let program = program().canonicalize().ok()?;
        // A program that was built again while it runs is called "(deleted)".
        let is_app = |pid: &u32| {
            let exe = fs::read_link(format!("/proc/{pid}/exe")).unwrap_or_default();
            exe.to_string_lossy().trim_end_matches(" (deleted)") == program.to_string_lossy()
        };
        self.group().into_iter().find(is_app)
    }

    /// Kills the app's process, and waits until it is dead.
    pub(super) fn kill_app(&self) -> bool {
        let Some(app) = self.app() else { return false };
        signal(&app.to_string());
        let deadline = Instant::now() + START_LIMIT;
        while self.app() == Some(app) && Instant::now() < deadline {
            std::thread::sleep(POLL);
        }
        self.app() != Some(app)
    }

    /// What the app and its own processes take; a page that several share counts in parts.
    pub(super) fn memory_kib(&self) -> u64 {
        let own = self.child.id();
        let of_process = |pid| {
            let rollup = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
            let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
            line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok()).unwrap_or(0)
        };
        self.group().into_iter().filter(|pid| *pid != own).map(of_process).sum()
    }

    /// The end of what driver and app printed.
    pub(super) fn log(&self) -> String {
        let text = fs::read(&self.log).unwrap_or_default();
        String::from_utf8_lossy(&text[text.len().saturating_sub(LOG_TAIL_BYTES)..]).into_owned()
    }

    /// The living processes of the group.
    fn group(&self) -> Vec<u32> {
        let group = self.child.id().to_string();
        let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
        let ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
        ids.filter(|pid| {
            let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            // After the name, which may hold anything but ends with the last bracket: state, parent, group.
            let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect::<Vec<_>>();
            fields.first().is_some_and(|state| *state != "Z") && fields.get(2) == Some(&group.as_str())
        })
        .collect()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.child.id());
        signal(&group);
        let _ = self.child.wait();
        let deadline = Instant::now() + START_LIMIT;
        while !self.group().is_empty() && Instant::now() < deadline {
            std::thread::sleep(POLL);
        }
        if let Some(mut watcher) = self.watcher.take() {
            let _ = watcher.kill();
            let _ = watcher.wait();
        }
    }
}

fn command(folder: &Path, port: u16, log: &Path) -> std::io::Result<Command> {
    let output = File::options().create(true).append(true).open(log)?;
    let mut command = Command::new("WebKitWebDriver");
    command.args([format!("--port={port}"), "--host=127.0.0.1".to_owned()]);
    command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output).process_group(0);
    // The X server's key lies in the real home.
    let key = std::env::home_dir().map(|home| home.join(".Xauthority")).filter(|key| key.exists());
    if let (None, Some(key)) = (std::env::var_os("XAUTHORITY"), key) {
        command.env("XAUTHORITY", key);
    }
    for (name, place) in [
        ("HOME", "home"),
        ("XDG_DATA_HOME", "home/data"),
        ("XDG_CONFIG_HOME", "home/config"),
        ("XDG_CACHE_HOME", "home/cache"),
        ("XDG_RUNTIME_DIR", "runtime"),
    ] {
        let path = folder.join(place);
        fs::DirBuilder::new().recursive(true).mode(0o700).create(&path)?;
        command.env(name, path);
    }
    command.env("TAURI_WEBVIEW_AUTOMATION", "true").env("LC_ALL", "C.UTF-8").env_remove("DBUS_SESSION_BUS_ADDRESS");
    Ok(command)
}

/// Ends the group when this program is gone, whatever ended it: then the pipe to the watcher closes.
fn watch(group: u32) -> std::io::Result<Child> {
    let mut watcher = Command::new("sh");
    watcher.args(["-c", "read -r _; kill -KILL -- \"-$0\"", &group.to_string()]);
    watcher.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn()
}

/// Kills a process, or a group with a minus before it.
fn signal(target: &str) {
    let _ = Command::new("kill").args(["-KILL", "--", target]).stderr(Stdio::null()).status();
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// The desktop program: where `HOE_GAAT_HET` says, else where cargo puts it, beside this test's own folder.
fn program() -> PathBuf {
    if let Some(program) = std::env::var_os("HOE_GAAT_HET") {
        return program.into();
    }
    let own = std::env::current_exe().expect("this program has a path");
    let folder = own.ancestors().nth(if own.parent().is_some_and(|dir| dir.ends_with("deps")) { 2 } else { 1 });
    let program = folder.unwrap_or(Path::new(".")).join("hoe-gaat-het");
    assert!(program.exists(), "{} is not built: run `cargo build` first", program.display());
    program
}
