//! A disk without room: said at once, nothing that was saved is gone, and it goes on when there is room again.
//!
//! Needs a small disk of its own (a tmpfs, mounted by root); without, the test says on the terminal that it was skipped.

use serde_json::json;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tests::doorstep::{add_household, answer, answer_of, household, path_of, start_visit};
use tests::office::{Laptop, Office, enrolment};

/// A small disk; unmounted when dropped.
struct Disk(PathBuf);

impl Disk {
    /// None, and a word on the terminal, where mounting is not allowed.
    fn mount(megabytes: u32) -> Option<(Self, tempfile::TempDir)> {
        let folder = tempfile::tempdir().expect("a folder");
        let size = format!("size={megabytes}m");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "hgh-test"]).arg(folder.path());
        let output = mount.stdin(Stdio::null()).output();
        let why = match output {
            Ok(output) if output.status.success() => return Some((Self(folder.path().to_owned()), folder)),
            Ok(output) => String::from_utf8_lossy(&output.stderr).trim().to_owned(),
            Err(error) => error.to_string(),
        };
        // Written to the terminal itself: what a test prints shows only where it fails.
        let _ = writeln!(std::io::stderr(), "SKIPPED: a full disk: no disk can be mounted here: {why}");
        None
    }

    /// Takes all the room that is left.
    fn fill(&self) {
        let mut file = File::options().create(true).append(true).open(self.filler()).expect("a file");
        while file.write_all(&[7; 4096]).is_ok() {}
        while file.write_all(&[7]).is_ok() {}
    }

    fn make_room(&self) {
        fs::remove_file(self.filler()).expect("to remove");
    }

    fn filler(&self) -> PathBuf {
        self.0.join("holiday.mp4")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
        let _ = fs::remove_dir(&self.0);
    }
}

#[test]
fn a_full_disk_is_said_keeps_what_was_saved_and_passes() {
    let Some((disk, folder)) = Disk::mount(8) else { return };
    let office = Office::open();
    let mut laptop = Laptop::new_in(folder);
    laptop.call("enrol", enrolment(&office.url(), &office.code("Meryem Aydın")));
    let home = add_household(&laptop, "112", None);
    let draft = start_visit(&laptop, &home);
    let remarks = path_of(&laptop, &draft, "remarks");
    laptop.call("answer", answer(&draft, &path_of(&laptop, &draft, "consent"), "ja"));
    laptop.call("answer", answer(&draft, &remarks, "Mist haar zus."));
    disk.fill();

    // There may be room in files that are there already; what is typed gets longer until there is none.
    let mut saved = "Mist haar zus.".to_owned();
    let refused = (0..2_000).find_map(|n| {
        let text = format!("{n} {}", "Mist haar zus in Luik. ".repeat(1 + n % 400));
        match laptop.app().call("answer", answer(&draft, &remarks, text.clone())) {
            Ok(_) => {
                saved = text;
                None
            }
            Err(error) => Some((text, error.code)),
        }
    });
    let (typed, code) = refused.expect("the disk is full at last");
    assert_eq!(code, "disk-full");
    assert_eq!(answer_of(&laptop, &draft, &remarks), saved, "what was saved before is what shows");
    let mut code = "";
    for number in 1..200 {
        match laptop.app().call("save_household", household(&number.to_string(), None)) {
            Ok(_) => {}
            Err(error) => {
                code = error.code;
                break;
            }
        }
    }
    assert_eq!(code, "disk-full");
    laptop.restart_on_full_disk(&draft, &remarks, &saved);

    disk.make_room();
    laptop.call("answer", answer(&draft, &remarks, typed.clone()));
    laptop.restart();
    assert_eq!(answer_of(&laptop, &draft, &remarks), typed, "the text that was on the screen");
    laptop.sync();
}

trait FullDisk {
    fn restart_on_full_disk(&mut self, draft: &str, path: &str, saved: &str);
}

impl FullDisk for Laptop {
    /// Closing and opening needs no room, or says that it does.
    fn restart_on_full_disk(&mut self, draft: &str, path: &str, saved: &str) {
        self.close();
        match self.app().call("unlock", json!({ "passphrase": tests::office::PASSPHRASE })) {
            Ok(_) => assert_eq!(answer_of(self, draft, path), saved),
            Err(error) => assert_eq!(error.code, "disk-full"),
        }
    }
}

#[test]
fn enrolling_on_a_full_disk_says_so_and_works_later() {
    let Some((disk, folder)) = Disk::mount(2) else { return };
    let office = Office::open();
    let mut laptop = Laptop::new_in(folder);
    disk.fill();
    let enrolment = enrolment(&office.url(), &office.code("Meryem Aydın"));
    assert_eq!(laptop.refused("enrol", enrolment.clone()), "disk-full");
    disk.make_room();
    leave_bytes(&disk.0, 60_000, &disk);
    assert_eq!(laptop.refused("enrol", enrolment.clone()), "disk-full");
    assert_eq!(office.server().admin.list_devices().expect("laptops").len(), 1, "the server knows it already");
    disk.make_room();
    laptop.close();
    assert_eq!(laptop.call("start_state", json!({}))["stage"], "enrol", "nothing half-made is in the way");
    laptop.call("enrol", enrolment);
    assert_eq!(office.server().admin.list_devices().expect("laptops").len(), 1, "one code, one laptop");
    laptop.restart();
    laptop.sync();
}

/// Takes all the room but so many bytes.
fn leave_bytes(dir: &Path, bytes: usize, disk: &Disk) {
    let reserve = dir.join("reserve");
    fs::write(&reserve, vec![7; bytes]).expect("a reserve");
    disk.fill();
    fs::remove_file(reserve).expect("to remove");
}
