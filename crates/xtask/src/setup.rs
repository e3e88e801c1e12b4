//! Installs what is missing on a bare Debian or Ubuntu machine with Rust and Node, and builds the UI.

use crate::run::{Result, exists, npm, output_of, root, run};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

/// What the machine is to be ready for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Building and running.
    Build,
    /// And testing, in windows too.
    Test,
}

const TO_BUILD: &[&str] = &[
    "build-essential",
    "libayatana-appindicator3-dev",
    "librsvg2-dev",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "pkg-config",
    // Arabic has no glyphs without it.
    "fonts-noto-core",
];
const TO_TEST: &[&str] = &[
    "chromium",
    // The server's other back end; tests start one of their own.
    "postgresql",
    "webkit2gtk-driver",
    "xvfb",
    // Reading aloud, and a loudspeaker that only the test hears.
    "pulseaudio",
    "pulseaudio-utils",
    "dbus",
    "speech-dispatcher",
    "speech-dispatcher-espeak-ng",
];

/// Makes the machine ready. Says what it installs; does nothing where nothing is missing.
pub fn setup(purpose: Purpose) -> Result<()> {
    install_packages(purpose)?;
    if purpose == Purpose::Test {
        install_rust_tools()?;
    }
    if !root().join("ui/package.json").exists() {
        println!("setup: no ui/package.json, so no UI is built");
        return Ok(());
    }
    install_ui_packages()?;
    build_ui()
}

fn install_packages(purpose: Purpose) -> Result<()> {
    let wanted: Vec<&str> = match purpose {
        Purpose::Build => TO_BUILD.to_vec(),
        Purpose::Test => [TO_BUILD, TO_TEST].concat(),
    };
    if !exists("dpkg-query") || !exists("apt-get") {
        println!("setup: this system has no apt. Please see to it that it has what these Debian packages hold:");
        println!("  {}", wanted.join(" "));
        return Ok(());
    }
    let missing: Vec<&str> = wanted.into_iter().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("setup: installing {}", missing.join(" "));
    let by_hand = format!("Please install them: sudo apt-get install {}", missing.join(" "));
    let mut prefix = Vec::new();
    if output_of(Command::new("id").arg("-u"))?.trim() != "0" {
        if !exists("sudo") {
            return Err(format!("Packages are missing, and this is neither root nor is there sudo. {by_hand}"));
        }
        // Keeps the variable below through sudo.
        prefix.extend(["sudo", "env", "DEBIAN_FRONTEND=noninteractive"]);
    }
    let apt = |args: &[&str]| {
        let words: Vec<&str> = prefix.iter().copied().chain(["apt-get", "-q"]).chain(args.iter().copied()).collect();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive");
        run(&mut command)
    };
    // A list that is out of date matters only if the installation then fails.
    let _ = apt(&["update"]);
    let install: Vec<&str> = ["install", "-y", "--no-install-recommends"].into_iter().chain(missing).collect();
    apt(&install).map_err(|error| format!("{error}\n{by_hand}"))
}

fn installed(package: &str) -> bool {
    let status = output_of(Command::new("dpkg-query").args(["-W", "-f=${Status}", package]));
    status.is_ok_and(|status| status == "install ok installed")
}

fn install_rust_tools() -> Result<()> {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if !exists(program) {
            println!("setup: installing {component}");
            run(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

fn install_ui_packages() -> Result<()> {
    let version = output_of(Command::new("node").arg("--version"))
        .map_err(|_| "Node is missing. Please install Node 20.19 or newer, with npm.")?;
    if node_version(&version).is_none_or(|version| version < (20, 19)) {
        return Err(format!("Node {} is too old: 20.19 or newer is needed.", version.trim()));
    }
    let ui = root().join("ui");
    // npm writes this file last, so that an installation cut short counts as missing.
    let installed = modified(&ui.join("node_modules/.package-lock.json"));
    if installed.is_none() || installed < modified(&ui.join("package-lock.json")) {
        println!("setup: installing the UI's packages");
        run(&mut npm(&["ci", "--no-fund", "--no-audit"]))?;
    }
    Ok(())
}

fn node_version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn build_ui() -> Result<()> {
    let ui = root().join("ui");
    let page = ui.join("dist/index.html");
    let placeholder = fs::read_to_string(&page).is_ok_and(|text| text.contains("<title>placeholder</title>"));
    let sources = ["ui/src", "ui/public", "ui/index.html", "ui/package.json", "ui/package-lock.json", "locales"];
    let settings = ["ui/vite.config.ts", "ui/svelte.config.js", "ui/tsconfig.json"];
    let newest = sources.iter().chain(&settings).filter_map(|path| newest_in(&root().join(path))).max();
    if placeholder || modified(&page) < newest {
        println!("setup: building the UI");
        run(&mut npm(&["run", "build"]))?;
    }
    Ok(())
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|meta| meta.modified()).ok()
}

/// When anything in it last changed; folders count, because a file may have gone.
fn newest_in(path: &Path) -> Option<SystemTime> {
    let inside = fs::read_dir(path).into_iter().flatten().flatten().filter_map(|entry| newest_in(&entry.path()));
    inside.chain(modified(path)).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_compare_as_numbers() {
        assert_eq!(node_version("v20.19.2\n"), Some((20, 19)));
        assert!(node_version("v20.9.0").is_some_and(|version| version < (20, 19)));
        assert_eq!(node_version("20"), None);
    }

    #[test]
    fn newest_looks_into_folders() {
        let dir = std::env::temp_dir().join(format!("xtask-newest-{}", std::process::id()));
        fs::create_dir_all(dir.join("a/b")).expect("made");
        fs::write(dir.join("a/b/file"), "x").expect("written");
        assert!(newest_in(&dir) >= modified(&dir.join("a/b/file")));
        assert_eq!(newest_in(&dir.join("none")), None);
        fs::remove_dir_all(dir).expect("removed");
    }
}
