//! Saving a file where the person points, with the desktop's own dialog. The page names the file and gives its bytes;
//! it neither learns nor chooses the place.

use app::Error;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::Value;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use tauri::WebviewWindow;

/// What the page wants to save.
#[derive(Deserialize)]
pub struct NamedFile {
    /// Proposed in the dialog.
    name: String,
    base64: String,
}

/// Asks where, and writes there. False where the person chose no place. Blocks until then.
pub fn save_file(window: &WebviewWindow, input: Value) -> Result<Value, Error> {
    let file: NamedFile = serde_json::from_value(input).map_err(|_| Error::bad_input())?;
    let bytes = STANDARD.decode(&file.base64).map_err(|_| Error::bad_input())?;
    let chosen = ask(window, bare_name(&file.name)).map_err(|_| Error::internal())?;
    // Nothing comes where the window went before an answer.
    let Ok(Some(path)) = chosen.recv() else { return Ok(Value::Bool(false)) };
    write(&path, &bytes).map_err(|error| {
        tracing::error!(kind = %error.kind(), "a file could not be saved");
        if error.kind() == io::ErrorKind::StorageFull { Error::disk_full() } else { Error::disk_error() }
    })?;
    Ok(Value::Bool(true))
}

/// The name without any folder.
fn bare_name(name: &str) -> String {
    let bare = Path::new(name).file_name().map(|name| name.to_string_lossy().into_owned());
    bare.unwrap_or_else(|| "formulier".to_owned())
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Opens the dialog; the answer comes when the person has chosen.
#[cfg(target_os = "linux")]
fn ask(window: &WebviewWindow, name: String) -> tauri::Result<Receiver<Option<PathBuf>>> {
    use gtk::prelude::*;
    use std::cell::RefCell;
    use std::rc::Rc;

    let (send, receive) = channel();
    let parent = window.clone();
    window.run_on_main_thread(move || {
        let parent = parent.gtk_window().ok();
        let dialog = gtk::FileChooserNative::new(None, parent.as_ref(), gtk::FileChooserAction::Save, None, None);
        dialog.set_modal(true);
        dialog.set_do_overwrite_confirmation(true);
        dialog.set_current_name(&name);
        // Nobody else holds it while it is open.
        let held = Rc::new(RefCell::new(Some(dialog.clone())));
        dialog.connect_response(move |dialog, response| {
            let chosen = (response == gtk::ResponseType::Accept).then(|| dialog.filename()).flatten();
            if send.send(chosen).is_err() {
                tracing::warn!("nobody waits for the place of a file any more");
            }
            held.borrow_mut().take();
        });
        dialog.show();
    })?;
    Ok(receive)
}

/// Elsewhere there is no dialog yet, and so no place.
#[cfg(not(target_os = "linux"))]
fn ask(_: &WebviewWindow, _: String) -> tauri::Result<Receiver<Option<PathBuf>>> {
    Ok(channel().1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_proposes_a_name_and_no_folder() {
        assert_eq!(bare_name("formulier-2.xlsx"), "formulier-2.xlsx");
        assert_eq!(bare_name("../../etc/passwd"), "passwd");
        assert_eq!(bare_name(".."), "formulier");
    }

    #[test]
    fn a_file_is_written_whole_or_the_reason_is_known() {
        let path = std::env::temp_dir().join(format!("hoe-gaat-het-test-save-{}", std::process::id()));
        write(&path, b"first and longer").expect("written");
        write(&path, b"second").expect("written");
        assert_eq!(std::fs::read(&path).expect("read"), b"second");
        std::fs::remove_file(&path).expect("removed");
        assert!(write(Path::new("/dev/null/form"), b"x").is_err());
    }
}
