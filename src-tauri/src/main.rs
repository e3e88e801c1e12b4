//! Starts the desktop app.

fn main() {
    tauri::Builder::default().run(tauri::generate_context!("tauri.conf.json")).expect("the window opens");
}
