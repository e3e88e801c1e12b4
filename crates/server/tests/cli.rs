//! The program itself: what it prints and how it ends is what others build on. On both back ends.

#![allow(clippy::unwrap_used, reason = "tests")]

mod cluster;

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::process::{Command, Stdio};

/// Where the records are kept.
struct Place {
    flags: [String; 2],
    _folder: Option<tempfile::TempDir>,
}

fn sqlite() -> Place {
    let folder = tempfile::tempdir().unwrap();
    Place { flags: ["--data".to_owned(), folder.path().to_str().unwrap().to_owned()], _folder: Some(folder) }
}

fn at(url: &str) -> Place {
    Place { flags: ["--database".to_owned(), url.to_owned()], _folder: None }
}

fn postgres() -> Place {
    at(&cluster::new_database())
}

fn program(args: &[&str], place: &Place) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoe-gaat-het-server"));
    command.args(args).args(&place.flags);
    command
}

fn output(args: &[&str], place: &Place) -> Result<String, String> {
    let output = program(args, place).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
}

#[test]
#[cfg(unix)]
fn serve_says_where_and_ends_on_a_signal() {
    for place in [sqlite(), postgres()] {
        assert!(output(&["serve", "--listen", "127.0.0.1:0"], &place).unwrap_err().contains("municipality"));
        assert!(output(&["serve", "--listen", "0.0.0.0:0"], &place).unwrap_err().contains("behind_proxy"));

        let printed = output(&["demo"], &place).unwrap();
        assert!(printed.contains("Meryem Aydın") && printed.contains("Koen Bielen"));
        let mut server = program(&["serve", "--listen", "127.0.0.1:0"], &place)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on http://").unwrap();
        TcpStream::connect(address).unwrap();
        // The administrator's commands work beside it.
        let code = output(&["enrol-code", "--user", "Meryem Aydın"], &place).unwrap();
        assert_eq!(code.trim().len(), 19);
        assert!(Command::new("kill").arg(server.id().to_string()).status().unwrap().success());
        assert!(server.wait().unwrap().success());
    }
}

#[test]
fn the_administrator_is_told_what_is_wrong() {
    for place in [sqlite(), postgres()] {
        output(&["demo"], &place).unwrap();
        let add = |name| ["user", "add", "--name", name, "--role", "visitor", "--neighbourhoods", "winterslag"];
        assert_eq!(output(&add("Els"), &place).unwrap().trim().len(), 36);
        assert!(output(&add("Els"), &place).unwrap_err().contains("Els"));
        assert!(output(&["user", "list"], &place).unwrap().contains("Els"));
        assert!(output(&["enrol-code", "--user", "Nobody"], &place).unwrap_err().contains("Nobody"));
        assert!(output(&["device", "revoke", "x"], &place).unwrap_err().contains("laptop"));
        let folder = tempfile::tempdir().unwrap();
        let broken = folder.path().join("broken.xlsx");
        std::fs::write(&broken, "no workbook").unwrap();
        assert!(output(&["form", "publish", broken.to_str().unwrap()], &place).unwrap_err().contains("broken.xlsx"));
        assert!(output(&["nonsense"], &place).unwrap_err().contains("serve"));
    }
}

#[test]
fn a_database_that_is_not_there_is_named_without_its_password() {
    let place = at("postgres://hgh:s3cret@localhost:1/genk");
    let said = output(&["user", "list"], &place).unwrap_err();
    assert!(said.contains("connect") && !said.contains("s3cret"), "{said}");
    let nonsense = at("postgres://hgh:s3cret@[nonsense");
    let said = output(&["user", "list"], &nonsense).unwrap_err();
    assert!(said.contains("connection string") && !said.contains("s3cret"), "{said}");
}
