//! `cargo xtask demo`: a server with demo data, and two windows that know nothing of each other.

use crate::children::{Running, bound_command};
use crate::display;
use crate::run::{Result, built, cargo, output_of, run};
use crate::setup::{Purpose, setup};
use std::fs::{self, DirBuilder};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const SERVER: &str = "hoe-gaat-het-server";
const DESKTOP: &str = "hoe-gaat-het";
/// The two laptops: what the window is for, and its folder.
const LAPTOPS: [(&str, &str); 2] = [("the visitor's window", "visitor"), ("the coordinator's window", "coordinator")];
/// Where the server listens, unless somebody is there: laptops in a kept folder remember it.
const PORT: u16 = 8642;
const START_LIMIT: Duration = Duration::from_secs(20);

/// What the demo was asked to do.
#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    data: Option<PathBuf>,
    port: Option<u16>,
    release: bool,
}

/// Runs until both windows are closed or somebody presses Ctrl-C; then nothing of it is left running.
pub fn demo(args: &[String]) -> Result<()> {
    let options = parse(args)?;
    if !display::there_is_one() {
        return Err("There is no display for the windows. Without a screen, this works:\n\n  \
                    xvfb-run -a cargo xtask demo\n"
            .to_owned());
    }
    setup(Purpose::Build)?;
    let programs = build(options.release)?;
    let interrupted = watch_for_interruption()?;
    let folder = Folder::make(options.data.as_deref())?;
    let port = choose_port(&options)?;

    let server_data = folder.path.join("server");
    let account = make_demo_data(&programs, &server_data, port)?;
    // Ended in the opposite order: windows first, then the server, then the folder.
    let mut server = start_server(&programs, &server_data, port)?;
    let mut windows = Vec::new();
    for (name, data) in LAPTOPS {
        let mut command = bound_command(programs.join(DESKTOP));
        windows.push(Running::start(name, command.arg("--data").arg(folder.path.join(data)))?);
    }
    println!("\n{}\n\n{}", account.trim_end(), instructions(&programs, &server_data));
    let outcome = wait(&mut server, &mut windows, &interrupted);
    drop(windows);
    drop(server);
    outcome
}

fn parse(args: &[String]) -> Result<Options> {
    let mut options = Options::default();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--release" => options.release = true,
            "--data" => options.data = Some(args.next().ok_or("--data needs a folder")?.into()),
            "--port" => {
                let port = args.next().and_then(|port| port.parse().ok()).filter(|port| *port > 0);
                options.port = Some(port.ok_or("--port needs a number from 1 to 65535")?);
            }
            unknown => return Err(format!("{unknown}: not understood; demo takes --data DIR, --port PORT, --release")),
        }
    }
    Ok(options)
}

fn build(release: bool) -> Result<PathBuf> {
    let mut args = vec!["build", "--workspace", "--bin", DESKTOP, "--bin", SERVER];
    args.extend(release.then_some("--release"));
    run(&mut cargo(&args))?;
    built(if release { "release" } else { "debug" })
}

fn watch_for_interruption() -> Result<Arc<AtomicBool>> {
    let interrupted = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&interrupted);
    ctrlc::set_handler(move || flag.store(true, Ordering::Relaxed)).map_err(|error| error.to_string())?;
    Ok(interrupted)
}

fn choose_port(options: &Options) -> Result<u16> {
    let is_free = |port| TcpListener::bind(("127.0.0.1", port)).is_ok();
    let wanted = options.port.unwrap_or(PORT);
    if is_free(wanted) {
        return Ok(wanted);
    }
    if options.port.is_some() || options.data.is_some() {
        return Err(format!("Port {wanted} is taken; choose another with --port."));
    }
    let any = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    any.map(|address| address.port()).map_err(|error| format!("no free port: {error}"))
}

/// Makes the data where there is none, and fresh enrolment codes. Returns who can sign in.
fn make_demo_data(programs: &Path, data: &Path, port: u16) -> Result<String> {
    let mut command = Command::new(programs.join(SERVER));
    command.arg("demo").arg("--data").arg(data).args(["--listen", &format!("127.0.0.1:{port}")]);
    output_of(&mut command)
}

fn start_server(programs: &Path, data: &Path, port: u16) -> Result<Running> {
    let mut command = bound_command(programs.join(SERVER));
    command.arg("serve").arg("--data").arg(data).args(["--listen", &format!("127.0.0.1:{port}")]);
    if std::env::var_os("HGH_LOG").is_none() {
        command.env("HGH_LOG", "warn");
    }
    let mut server = Running::start("the server", &mut command)?;
    let deadline = Instant::now() + START_LIMIT;
    while TcpStream::connect_timeout(&SocketAddr::from(([127, 0, 0, 1], port)), Duration::from_secs(1)).is_err() {
        if let Some(status) = server.ended() {
            return Err(format!("the server ended at once: {status}"));
        }
        if Instant::now() > deadline {
            return Err(format!("the server does not answer after {} s", START_LIMIT.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(server)
}

fn instructions(programs: &Path, server_data: &Path) -> String {
    format!(
        "Two windows are open, each a laptop of its own: one for a visitor, one for a coordinator. In each, type the\n\
         server address, a code of the list above, and a passphrase of your choice (15 characters or more).\n\
         A new code: {} enrol-code --data {} --user NAME\n\
         The demo ends when both windows are closed, or with Ctrl-C.",
        programs.join(SERVER).display(),
        server_data.display()
    )
}

fn wait(server: &mut Running, windows: &mut [Running], interrupted: &AtomicBool) -> Result<()> {
    let mut told = vec![false; windows.len()];
    loop {
        if interrupted.load(Ordering::Relaxed) {
            println!("\nEnding the demo.");
            return Ok(());
        }
        if let Some(status) = server.ended() {
            return Err(format!("the server ended by itself: {status}"));
        }
        for (window, told) in windows.iter_mut().zip(&mut told) {
            if let Some(status) = window.ended().filter(|_| !std::mem::replace(told, true)) {
                println!("{} was closed ({status})", window.name());
            }
        }
        if told.iter().all(|closed| *closed) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Where the demo keeps its data: a folder that stays, or a fresh one that goes with the demo.
struct Folder {
    path: PathBuf,
    temporary: bool,
}

impl Folder {
    fn make(kept: Option<&Path>) -> Result<Self> {
        let fail = |error| format!("the demo's folder cannot be made: {error}");
        if let Some(path) = kept {
            DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(fail)?;
            return Ok(Self { path: path.canonicalize().map_err(fail)?, temporary: false });
        }
        let path = std::env::temp_dir().join(format!("hoe-gaat-het-demo-{}", std::process::id()));
        DirBuilder::new().mode(0o700).create(&path).map_err(fail)?;
        Ok(Self { path, temporary: true })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.temporary && fs::remove_dir_all(&self.path).is_err() {
            eprintln!("could not remove {}", self.path.display());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(args: &[&str]) -> Result<Options> {
        parse(&args.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read() {
        let all = Options { data: Some("d".into()), port: Some(80), release: true };
        assert_eq!(parsed(&["--data", "d", "--port", "80", "--release"]), Ok(all));
        assert_eq!(parsed(&[]), Ok(Options::default()));
        for bad in [&["--data"][..], &["--port", "0"], &["--port", "x"], &["--visitor"]] {
            assert!(parsed(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_port_that_was_asked_for_is_not_exchanged() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let port = Some(taken.local_addr().expect("an address").port());
        assert!(choose_port(&Options { port, ..Options::default() }).is_err());
        drop(taken);
        assert_eq!(choose_port(&Options { port, ..Options::default() }).ok(), port);
    }

    #[test]
    fn a_fresh_folder_goes_and_a_kept_one_stays() {
        let fresh = Folder::make(None).expect("made");
        let path = fresh.path.clone();
        assert!(path.is_dir());
        let kept = path.join("kept");
        drop(Folder::make(Some(&kept)).expect("made"));
        assert!(kept.is_dir());
        drop(fresh);
        assert!(!path.exists());
    }
}
