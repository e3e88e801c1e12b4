//! `cargo xtask package`: what is installed on a laptop, as .deb and .rpm.
//!
//! Slow, and no part of `test`: a release carries its own OpenSSL and is optimised as a whole. It is built in a folder
//! of its own, so that neither the other builds nor this one start again because of the other.

use crate::run::{Result, npm, output_of, root, run, without_outer_cargo};
use crate::setup::{Purpose, setup};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// From npm, prebuilt. The same version as the crate `tauri` in Cargo.lock.
const TAURI_CLI: &str = "@tauri-apps/cli@2.12.5";
const KINDS: [&str; 2] = ["deb", "rpm"];
const LIMIT_BYTES: u64 = 15_000_000;
/// What a package must hold, and the only program in it.
const PROGRAM: &str = "usr/bin/hoe-gaat-het";
const LICENSE: &str = "usr/share/doc/hoe-gaat-het/copyright";

/// Builds the UI and the app, packs both, and looks at what is in the .deb.
pub fn package() -> Result<()> {
    setup(Purpose::Build)?;
    let target = root().join("target/package");
    let words = ["exec", "--yes", "--package", TAURI_CLI, "--", "tauri", "build", "--ci", "--bundles", "deb,rpm"];
    let mut build = npm(&words);
    without_outer_cargo(&mut build);
    build.args(["--", "--locked"]).current_dir(root());
    run(build.env("CARGO_TARGET_DIR", &target).env("OPENSSL_NO_VENDOR", "0"))?;

    println!();
    for kind in KINDS {
        let file = newest(&target.join("release/bundle").join(kind), kind)?;
        let bytes = fs::metadata(&file).map_err(|error| format!("{}: {error}", file.display()))?.len();
        println!("{:>5.1} MB  {}", bytes as f64 / 1e6, file.display());
        if bytes > LIMIT_BYTES {
            return Err(format!("larger than {} MB", LIMIT_BYTES / 1_000_000));
        }
        if kind == "deb" {
            check(&output_of(Command::new("dpkg-deb").arg("--contents").arg(&file))?)?;
        }
    }
    Ok(())
}

/// The package that was written last; older versions may lie beside it.
fn newest(folder: &Path, kind: &str) -> Result<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let packages = files.filter(|path| path.extension().is_some_and(|extension| extension == kind));
    let newest = packages.max_by_key(|path| fs::metadata(path).and_then(|meta| meta.modified()).ok());
    newest.ok_or_else(|| format!("no .{kind} in {}", folder.display()))
}

/// Reads the list of a package: the licence goes with it, and no program but the app's.
fn check(list: &str) -> Result<()> {
    // "-rwxr-xr-x 0/0 24740856 2026-11-21 13:35 usr/bin/hoe-gaat-het"; a name may hold spaces.
    let name = |line: &str| line.split_once(':')?.1.split_once(' ').map(|(_, name)| name.to_owned());
    for needed in [PROGRAM, LICENSE] {
        if !list.lines().any(|line| name(line).as_deref() == Some(needed)) {
            return Err(format!("the package lacks {needed}"));
        }
    }
    let is_program =
        |line: &&str| line.starts_with('-') && line.split(' ').next().is_some_and(|mode| mode.contains('x'));
    match list.lines().filter(is_program).find(|line| name(line).as_deref() != Some(PROGRAM)) {
        Some(other) => Err(format!("the package holds another program: {other}")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "\
drwxr-xr-x 0/0               0 2025-11-21 13:00 usr/bin/
-rwxr-xr-x 0/0        14000000 2025-11-21 13:00 usr/bin/hoe-gaat-het
-rw-r--r-- 0/0             300 2025-11-21 13:00 usr/share/applications/Hoe gaat het.desktop
-rw-r--r-- 0/0           34000 2025-11-21 13:00 usr/share/doc/hoe-gaat-het/copyright
";

    #[test]
    fn a_package_holds_the_licence_and_one_program() {
        assert_eq!(check(GOOD), Ok(()));
        let without: String = GOOD.lines().filter(|line| !line.ends_with("copyright")).collect::<Vec<_>>().join("\n");
        assert!(check(&without).is_err());
        let more = format!("{GOOD}-rwxr-xr-x 0/0 9 2025-11-21 13:00 usr/bin/bridge\n");
        assert!(check(&more).is_err_and(|why| why.contains("bridge")));
    }

    #[test]
    fn the_tool_has_the_version_of_the_crate() {
        let lock = fs::read_to_string(root().join("Cargo.lock")).expect("readable");
        let version = lock.split("[[package]]").find(|entry| entry.contains("name = \"tauri\"\n")).expect("tauri");
        let wanted = TAURI_CLI.rsplit('@').next().expect("a version");
        assert!(version.contains(&format!("version = \"{wanted}\"")), "{version}");
    }
}
