//! What is copied does not stay on the clipboard.

use std::cell::Cell;
use std::time::Duration;

/// How long something that was copied here can be pasted.
const KEPT: Duration = Duration::from_secs(30);

thread_local! {
    /// Counts what was copied, so that only the last one's time counts. Of the main thread.
    static COPIED: Cell<u64> = const { Cell::new(0) };
}

/// Something was copied in the page just now: empties the clipboard later, unless another program has filled it
/// meanwhile. On the main thread only.
pub fn clear_later() {
    let copied = COPIED.get() + 1;
    COPIED.set(copied);
    gtk::glib::timeout_add_local_once(KEPT, move || {
        if COPIED.get() == copied {
            // Does nothing where what is on the clipboard is not this program's.
            gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD).clear();
        }
    });
}
