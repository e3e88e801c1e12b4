//! The program itself: what it prints and how it ends is what others build on.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};

fn program(args: &[&str], data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoe-gaat-het-server"));
    command.args(args).arg("--data").arg(data);
    command
}

fn output(args: &[&str], data: &Path) -> Result<String, String> {
    let output = program(args, data).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
}

#[test]
#[cfg(unix)]
fn serve_says_where_and_ends_on_a_signal() {
    let folder = tempfile::tempdir().unwrap();
    assert!(output(&["serve", "--listen", "127.0.0.1:0"], folder.path()).unwrap_err().contains("municipality"));
    assert!(output(&["serve", "--listen", "0.0.0.0:0"], folder.path()).unwrap_err().contains("behind_proxy"));

    let printed = output(&["demo"], folder.path()).unwrap();
    assert!(printed.contains("Meryem Aydın") && printed.contains("Koen Bielen"));
    let mut server = program(&["serve", "--listen", "127.0.0.1:0"], folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("listening on http://").unwrap();
    TcpStream::connect(address).unwrap();
    // The administrator's commands work beside it.
    let code = output(&["enrol-code", "--user", "Meryem Aydın"], folder.path()).unwrap();
    assert_eq!(code.trim().len(), 19);
    assert!(Command::new("kill").arg(server.id().to_string()).status().unwrap().success());
    assert!(server.wait().unwrap().success());
}

#[test]
fn the_administrator_is_told_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    output(&["demo"], folder.path()).unwrap();
    let add = |name| ["user", "add", "--name", name, "--role", "visitor", "--neighbourhoods", "winterslag"];
    assert_eq!(output(&add("Els"), folder.path()).unwrap().trim().len(), 36);
    assert!(output(&add("Els"), folder.path()).unwrap_err().contains("Els"));
    assert!(output(&["user", "list"], folder.path()).unwrap().contains("Els"));
    assert!(output(&["enrol-code", "--user", "Nobody"], folder.path()).unwrap_err().contains("Nobody"));
    assert!(output(&["device", "revoke", "x"], folder.path()).unwrap_err().contains("laptop"));
    let broken = folder.path().join("broken.xlsx");
    std::fs::write(&broken, "no workbook").unwrap();
    assert!(output(&["form", "publish", broken.to_str().unwrap()], folder.path()).unwrap_err().contains("broken.xlsx"));
    assert!(output(&["nonsense"], folder.path()).unwrap_err().contains("serve"));
}
