//! `cargo xtask package server`: the server as .deb, with its systemd units.

use crate::run::{Result, cargo, output_of, root, run};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Units, scripts and the control file.
const FILES: &str = "crates/server/package";
const NAME: &str = "hoe-gaat-het-server";
/// Where its files come from and go, and who may do what with them.
const CONTENTS: [(&str, &str, u32); 8] = [
    ("crates/server/package/hoe-gaat-het-server.service", "usr/lib/systemd/system/hoe-gaat-het-server.service", 0o644),
    ("crates/server/package/hoe-gaat-het-backup.service", "usr/lib/systemd/system/hoe-gaat-het-backup.service", 0o644),
    ("crates/server/package/hoe-gaat-het-backup.timer", "usr/lib/systemd/system/hoe-gaat-het-backup.timer", 0o644),
    ("crates/server/package/sysusers.conf", "usr/lib/sysusers.d/hoe-gaat-het-server.conf", 0o644),
    ("municipality.toml", "usr/share/hoe-gaat-het/municipality.toml", 0o644),
    ("forms/hoe-gaat-het.xlsx", "usr/share/hoe-gaat-het/hoe-gaat-het.xlsx", 0o644),
    ("README.md", "usr/share/doc/hoe-gaat-het-server/README.md", 0o644),
    ("LICENSE", "usr/share/doc/hoe-gaat-het-server/copyright", 0o644),
];

/// Builds the server and packs it; slow, for the reasons that are said of the laptop's package.
pub fn package() -> Result<()> {
    let target = root().join("target/package");
    let mut build = cargo(&["build", "--release", "--locked", "--package", "server"]);
    run(build.env("CARGO_TARGET_DIR", &target).env("OPENSSL_NO_VENDOR", "0"))?;
    let file = pack(&target.join("release").join(NAME), &target.join("release/bundle/deb"))?;
    let bytes = fs::metadata(&file).map_err(|error| format!("{}: {error}", file.display()))?.len();
    println!("\n{:>5.1} MB  {}", bytes as f64 / 1e6, file.display());
    Ok(())
}

/// Packs a program that is built already; returns the .deb.
fn pack(program: &Path, folder: &Path) -> Result<PathBuf> {
    let architecture = line(Command::new("dpkg").arg("--print-architecture"))?;
    let version = env!("CARGO_PKG_VERSION");
    let tree = folder.join(format!("{NAME}_{version}_{architecture}"));
    if tree.exists() {
        fs::remove_dir_all(&tree).map_err(|error| format!("{}: {error}", tree.display()))?;
    }
    put(&tree, &format!("usr/bin/{NAME}"), &read(program)?, 0o755)?;
    for (from, to, mode) in CONTENTS {
        put(&tree, to, &read(&root().join(from))?, mode)?;
    }
    put(&tree, "etc/hoe-gaat-het/server.toml", configuration()?.as_bytes(), 0o640)?;
    put(&tree, "DEBIAN/conffiles", b"/etc/hoe-gaat-het/server.toml\n", 0o644)?;
    for script in ["postinst", "prerm"] {
        put(&tree, &format!("DEBIAN/{script}"), &read(&root().join(FILES).join(script))?, 0o755)?;
    }
    // What it was built with here, it needs there.
    let libc = line(Command::new("dpkg-query").args(["--showformat=${Version}", "--show", "libc6"]))?;
    let libc = libc.split('-').next().unwrap_or_default();
    let control =
        fs::read_to_string(root().join(FILES).join("control")).map_err(|error| format!("control: {error}"))?;
    let control =
        control.replace("@VERSION@", version).replace("@ARCHITECTURE@", &architecture).replace("@LIBC@", libc);
    put(&tree, "DEBIAN/control", control.as_bytes(), 0o644)?;
    let file = folder.join(format!("{NAME}_{version}_{architecture}.deb"));
    run(Command::new("dpkg-deb").args(["--root-owner-group", "--build"]).args([&tree, &file]))?;
    Ok(file)
}

/// The default configuration, with the places of a Debian system.
fn configuration() -> Result<String> {
    let default = fs::read_to_string(root().join("crates/server/src/config.default.toml"));
    let default = default.map_err(|error| format!("config.default.toml: {error}"))?;
    Ok(default.replace("\ndata = \"data\"\n", "\ndata = \"/var/lib/hoe-gaat-het\"\n"))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn put(tree: &Path, to: &str, bytes: &[u8], mode: u32) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let path = tree.join(to);
    let put = || {
        let mut folder = path.parent();
        fs::create_dir_all(folder.unwrap_or(tree))?;
        while let Some(made) = folder.filter(|made| made.starts_with(tree)) {
            fs::set_permissions(made, fs::Permissions::from_mode(0o755))?;
            folder = made.parent();
        }
        fs::write(&path, bytes)?;
        fs::set_permissions(&path, fs::Permissions::from_mode(mode))
    };
    put().map_err(|error| format!("{}: {error}", path.display()))
}

fn line(command: &mut Command) -> Result<String> {
    output_of(command).map(|text| text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With another program in place of the server, which takes minutes to build.
    #[test]
    fn the_package_holds_program_units_and_a_configuration_for_its_user_alone() {
        let folder = std::env::temp_dir().join(format!("hgh-package-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let program = folder.join("program");
        fs::write(&program, "#!/bin/sh\n").expect("a program");
        let file = pack(&program, &folder).expect("a package");
        let list = output_of(Command::new("dpkg-deb").arg("--contents").arg(&file)).expect("its list");
        let control = output_of(Command::new("dpkg-deb").arg("--info").arg(&file)).expect("its control file");
        fs::remove_dir_all(&folder).expect("to clean up");
        for (mode, name) in [
            ("-rwxr-xr-x root/root", "./usr/bin/hoe-gaat-het-server"),
            ("-rw-r-----", "./etc/hoe-gaat-het/server.toml"),
            ("-rw-r--r--", "./usr/lib/systemd/system/hoe-gaat-het-server.service"),
            ("-rw-r--r--", "./usr/share/doc/hoe-gaat-het-server/copyright"),
        ] {
            let found = list.lines().any(|line| line.starts_with(mode) && line.ends_with(name));
            assert!(found, "{mode} {name} is not in\n{list}");
        }
        assert!(control.contains("Package: hoe-gaat-het-server") && !control.contains('@'), "{control}");
        assert!(configuration().expect("a configuration").contains("\"/var/lib/hoe-gaat-het\""));
    }
}
