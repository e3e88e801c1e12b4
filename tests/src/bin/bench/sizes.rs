//! How large what is shipped is.

use crate::figures::row;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tests::office::root;

/// Prints the rows.
pub fn measure() {
    let mut files = Vec::new();
    list(&root().join("ui/dist"), &mut files);
    let is_code = |path: &&PathBuf| {
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
        ["js", "css", "html", "svg", "json"].contains(&extension)
    };
    let bytes: usize = files.iter().filter(is_code).map(|path| gzip_bytes(path)).sum();
    row("the UI's bundle, gzip -9 file by file, without fonts", kilobytes(bytes), "< 250 kB");
    let fonts = files.iter().filter(|path| path.extension().is_some_and(|e| e == "woff2"));
    let fonts: u64 = fonts.filter_map(|path| path.metadata().ok()).map(|meta| meta.len()).sum();
    row("its fonts", kilobytes(usize::try_from(fonts).unwrap_or(usize::MAX)), "");
    let own = std::env::current_exe().expect("this program has a path");
    let target = own.parent().unwrap_or(Path::new("."));
    let program = target.join("hoe-gaat-het").metadata().map_or(0, |meta| meta.len());
    row("the desktop program", format!("{:.1} MB", program as f64 / 1e6), "");
    let mut packages = Vec::new();
    // Where `cargo xtask package` leaves it.
    list(&target.join("../package/release/bundle/deb"), &mut packages);
    let deb = packages.iter().find(|path| path.extension().is_some_and(|e| e == "deb"));
    let size = deb.and_then(|path| path.metadata().ok()).map(|meta| format!("{:.1} MB", meta.len() as f64 / 1e6));
    row("its .deb", size.unwrap_or_else(|| "not built here".to_owned()), "< 15 MB");
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.0} kB", bytes as f64 / 1e3)
}

fn list(dir: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { list(&path, files) } else { files.push(path) }
    }
}

fn gzip_bytes(path: &Path) -> usize {
    let output = Command::new("gzip").args(["-9", "-c"]).arg(path).stdin(Stdio::null()).output();
    output.map_or(0, |output| output.stdout.len())
}
