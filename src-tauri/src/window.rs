//! The one window.

use std::path::Path;
use tauri::{App, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// Label of the window; the capability file names it.
pub const LABEL: &str = "main";

/// Opens it, with the webview's files in `webview_dir`. Not incognito: that would switch WebDriver off.
pub fn open(tauri: &App, webview_dir: &Path, calendar: bool) -> tauri::Result<()> {
    let mut builder = WebviewWindowBuilder::new(tauri, LABEL, page(calendar))
        .title(if calendar { "" } else { "Hoe gaat het?" })
        .inner_size(1366.0, 768.0)
        .min_inner_size(1024.0, 640.0)
        .center()
        .data_directory(webview_dir.to_owned())
        .devtools(cfg!(debug_assertions))
        // A file that is dropped goes to the page, which takes forms.
        .disable_drag_drop_handler()
        // The page never leaves the app, whatever a text in it says.
        .on_navigation(|url| url.scheme() == "tauri");
    if std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some() {
        builder = builder.initialization_script(include_str!("record_complaints.js"));
    }
    let window = builder.build()?;
    paint_without_gpu(&window)
}

fn page(calendar: bool) -> WebviewUrl {
    WebviewUrl::App(if calendar { "index.html?calendar" } else { "index.html" }.into())
}

/// Text and forms need no GPU, and its drivers cost a third of the window's memory, time at the start, and, on some
/// laptops, the picture itself.
#[cfg(target_os = "linux")]
fn paint_without_gpu(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

#[cfg(not(target_os = "linux"))]
fn paint_without_gpu(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}
