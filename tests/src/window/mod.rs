//! A laptop with the app's real window, driven as a person would: by what is on the screen and by keys.
//!
//! Needs a display (`cargo xtask test` brings one) and the desktop program, built before. Every call waits for what
//! it needs and panics, with the text of the page, when that does not come. Whatever was started ends with the test.

mod driver;
mod keys;
mod page;

use driver::Driver;
use fantoccini::Client;
use serde_json::{Value, json};
use std::panic::Location;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// How long something may take to appear.
pub const PATIENCE: Duration = Duration::from_secs(15);
const POLL: Duration = Duration::from_millis(40);

/// One laptop: a data directory, and the window that works in it. Dropped in this order, so that the folder goes when
/// nobody writes in it any more.
pub struct Laptop {
    window: Option<Window>,
    runtime: Runtime,
    folder: TempDir,
    name: String,
}

/// Dropped in this order: the session's connection, then the processes.
struct Window {
    client: Client,
    driver: Driver,
}

impl Laptop {
    /// A new laptop, with its window open. `name` stands in messages.
    #[track_caller]
    pub fn start(name: &str) -> Self {
        let folder = tempfile::Builder::new().prefix("laptop-").tempdir().expect("a temporary folder");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let mut laptop = Self { window: None, runtime, folder, name: name.to_owned() };
        laptop.open();
        laptop
    }

    /// Where this laptop keeps everything.
    pub fn data_dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Opens the window, which was closed or killed.
    #[track_caller]
    pub fn open(&mut self) {
        assert!(self.window.is_none(), "{}: the window is open already", self.name);
        self.window = Some(self.new_window());
        self.wait_until("the page has loaded", |page| page.run("return document.readyState") == "complete");
    }

    /// Closes the window as a person would, and waits until the program has ended.
    #[track_caller]
    pub fn close(&mut self) {
        let window = self.window.take().expect("an open window");
        let app = window.driver.app();
        // What the window's own button does. WebDriver's command would kill the program.
        let _ = self.runtime.block_on(window.client.execute(page::QUIT, vec![]));
        let deadline = Instant::now() + PATIENCE;
        while app.is_some_and(|app| window.driver.app() == Some(app)) && Instant::now() < deadline {
            std::thread::sleep(POLL);
        }
        assert!(window.driver.app().is_none(), "{}: the program goes on after its window was closed", self.name);
    }

    /// The program's process.
    #[track_caller]
    pub fn process(&self) -> u32 {
        self.window().driver.app().unwrap_or_else(|| self.fail("the program does not run"))
    }

    /// Closes the window and opens it again.
    #[track_caller]
    pub fn restart(&mut self) {
        self.close();
        self.open();
    }

    /// Kills the program as a loss of power would, without any warning. [`Self::open`] starts it again.
    #[track_caller]
    pub fn kill9(&mut self) {
        let window = self.window.take().expect("an open window");
        assert!(window.driver.kill_app(), "{}: no program to kill", self.name);
    }

    /// Opens a second program in the same data directory, beside the first.
    #[track_caller]
    pub fn start_beside(&self, name: &str) -> Self {
        let data = self.data_dir();
        let folder = tempfile::Builder::new().prefix("laptop-").tempdir().expect("a temporary folder");
        std::os::unix::fs::symlink(&data, folder.path().join("data")).expect("a link");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let mut second = Self { window: None, runtime, folder, name: name.to_owned() };
        second.open();
        second
    }

    #[track_caller]
    fn new_window(&self) -> Window {
        // The driver and the window find each other over a port that another program may take in between: rare, and
        // not what is tested. A window that does not open the second time either is.
        for is_last in [false, true] {
            let driver = Driver::start(self.folder.path()).unwrap_or_else(|error| panic!("{}: {error}", self.name));
            match self.runtime.block_on(driver.connect(&self.data_dir())) {
                Ok(client) => return Window { client, driver },
                Err(error) if is_last => panic!("{}: no window: {error}\n{}", self.name, driver.log()),
                Err(error) => eprintln!("{}: no window at the first try: {error}\n{}", self.name, driver.log()),
            }
        }
        unreachable!("the last try returns or panics")
    }

    #[track_caller]
    fn window(&self) -> &Window {
        self.window.as_ref().unwrap_or_else(|| panic!("{}: the window is closed", self.name))
    }

    /// Runs a script in the page; `arguments` are its arguments.
    #[track_caller]
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self.runtime.block_on(self.window().client.execute(script, arguments)) {
            Ok(value) => value,
            Err(error) => panic!("{}: a script failed: {error}\n{}", self.name, self.state()),
        }
    }

    /// The same without arguments.
    #[track_caller]
    fn run(&self, script: &str) -> Value {
        self.script(script, vec![])
    }

    /// Calls a command of the app as the page does; or any of Tauri's, to see it refused.
    #[track_caller]
    pub fn invoke(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let answer =
            self.runtime.block_on(self.window().client.execute_async(page::INVOKE, vec![json!(command), arguments]));
        match answer {
            Ok(mut answer) if answer["ok"] == true => Ok(answer["value"].take()),
            Ok(mut answer) => Err(answer["value"].take()),
            Err(error) => self.fail(&format!("{command}: no answer: {error}")),
        }
    }

    /// Calls a command of the app.
    #[track_caller]
    pub fn call(&self, name: &str, input: Value) -> Result<Value, Value> {
        self.invoke("call", json!({ "name": name, "input": input }))
    }

    /// Where the webview keeps its files while the window is open.
    #[must_use]
    pub fn webview_dirs(&self) -> Vec<PathBuf> {
        let runtime = std::fs::read_dir(self.folder.path().join("runtime"));
        let all = runtime.into_iter().flatten().flatten().map(|entry| entry.path());
        all.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().contains("webview"))).collect()
    }

    /// Memory of the app and its own processes, shared pages counted by share, without the driver's.
    #[track_caller]
    pub fn memory_kib(&self) -> u64 {
        self.window().driver.memory_kib()
    }

    /// Waits until it is so.
    #[track_caller]
    pub fn wait_until(&self, what: &str, mut is_so: impl FnMut(&Self) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_so(self) {
            if Instant::now() > deadline {
                self.fail(&format!("waited {} s until {what}", PATIENCE.as_secs()));
            }
            std::thread::sleep(POLL);
        }
    }

    /// Ends the test, saying what stands on the screen.
    #[track_caller]
    pub fn fail(&self, why: &str) -> ! {
        let place = Location::caller();
        panic!("{}: {why}\n  at {place}\n{}", self.name, self.state());
    }

    /// What stands on the screen, and what the window complained of.
    fn state(&self) -> String {
        let Some(window) = &self.window else { return "the window is closed".to_owned() };
        let text = self.runtime.block_on(window.client.execute("return document.body.innerText", vec![]));
        let text = text.map_or_else(|error| format!("({error})"), |text| page::as_text(&text));
        let complaints = self.runtime.block_on(window.client.execute(page::COMPLAINTS, vec![])).unwrap_or(json!([]));
        format!("--- the page ---\n{text}\n--- complaints ---\n{complaints}\n--- programs ---\n{}", window.driver.log())
    }

    /// Saves a picture of the window, once the letters are there and everything is drawn.
    #[track_caller]
    pub fn screenshot(&self, path: &Path) {
        let client = &self.window().client;
        let picture = self.runtime.block_on(async {
            client.execute_async(page::DRAWN, vec![]).await?;
            client.execute(page::KEEP_PAINTING, vec![]).await?;
            let picture = client.screenshot().await;
            client.execute(page::STOP_PAINTING, vec![]).await?;
            picture
        });
        match picture {
            Ok(picture) => std::fs::write(path, picture).expect("a picture that can be written"),
            Err(error) => self.fail(&format!("no picture: {error}")),
        }
    }

    /// What the page's console, the content policy and uncaught errors complained of since the page was loaded.
    #[track_caller]
    pub fn complaints(&self) -> Vec<String> {
        let complaints = self.run(page::COMPLAINTS);
        complaints.as_array().into_iter().flatten().map(page::as_text).collect()
    }
}
