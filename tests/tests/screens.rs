//! Pictures of the screens, in the folder that `SCREENS_DIR` names: `cargo xtask screens`.

use std::path::PathBuf;
use tests::window::Laptop;

/// Where the pictures go; none where nobody asked for them.
fn folder() -> Option<PathBuf> {
    std::env::var_os("SCREENS_DIR").map(PathBuf::from)
}

#[test]
#[ignore = "needs a display"]
fn first_start() {
    let Some(folder) = folder() else { return };
    let laptop = Laptop::start("visitor");
    laptop.wait_until("there is a heading of the first level", |page| page.heading().is_some());
    laptop.screenshot(&folder.join("01-first-start.png"));
}
