//! Builds the shell. Makes a placeholder page where the UI has not been built, and refuses it in a release.

use std::{env, fs, path::Path};

const PLACEHOLDER: &str =
    "<!doctype html><html lang=\"nl\"><title>placeholder</title><h1>Run cargo xtask test or demo</h1></html>";

fn main() {
    let index = Path::new("ui/dist/index.html");
    if !index.exists() {
        fs::create_dir_all("ui/dist").expect("ui/dist can be made");
        fs::write(index, PLACEHOLDER).expect("ui/dist can be written");
    }
    println!("cargo:rerun-if-changed=ui/dist");
    let placeholder = fs::read_to_string(index).is_ok_and(|page| page.contains("<title>placeholder</title>"));
    assert!(
        !(placeholder && env::var("PROFILE").as_deref() == Ok("release")),
        "a release needs the built UI: run `npm run build` in ui/ first"
    );
    // The permissions are a file of ours, not `AppManifest::commands`, which would write folders into the root.
    tauri_build::try_build(
        tauri_build::Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/**/*").app_manifest(
            tauri_build::AppManifest::new().permissions_path_pattern("./src-tauri/permissions/**/*.toml"),
        ),
    )
    .expect("tauri-build succeeds");
}
