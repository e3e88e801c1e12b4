//! An empty page in a Tauri window: what `cargo xtask bench` compares the app's window with.

use tauri::http::{Response, header};
use tauri::{WebviewUrl, WebviewWindowBuilder};

const PAGE: &str = "<!doctype html><html lang=nl><meta charset=utf-8><title>Leeg</title><h1>Leeg</h1>";

fn main() -> tauri::Result<()> {
    let webview_dir = std::env::temp_dir().join(format!("empty-page-{}", std::process::id()));
    let url = "empty://localhost/".parse().map_err(tauri::Error::InvalidUrl)?;
    tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| {
            let answer = Response::builder().header(header::CONTENT_TYPE, "text/html");
            answer.body(PAGE.as_bytes().to_vec()).unwrap_or_default()
        })
        .setup(move |tauri| {
            let window = WebviewWindowBuilder::new(tauri, "main", WebviewUrl::CustomProtocol(url));
            window.inner_size(1366.0, 768.0).data_directory(webview_dir).build()?;
            Ok(())
        })
        .run(tauri::generate_context!("tauri.conf.json"))
}
