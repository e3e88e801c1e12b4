//! A server in this process, on a thread of its own: the command line and the tests of the workspace run the same.

use crate::admin::Admin;
use crate::config::Config;
use crate::enrol::WrongCodes;
use crate::error::Error;
use crate::group::Group;
use crate::http::{Rate, Rates, Shared, router};
use crate::metrics::Metrics;
use crate::tls::{Certificate, TlsListener};
use crate::wake::Wake;
use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener, ListenerExt as _};
use chrono::TimeDelta;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::oneshot;

/// How long requests that are under way may take once the server stops.
const STOP_GRACE: Duration = Duration::from_secs(10);
/// How long wrong enrolment codes are held against an address.
const WRONG_CODES_WINDOW: TimeDelta = TimeDelta::minutes(10);
/// Requests that wait for the database at the same time.
const BLOCKING_THREADS: usize = 32;

/// Starts servers.
pub struct Server;

impl Server {
    /// Opens the database, publishes what the configuration names, and listens. Returns once requests are answered.
    /// Works with and without an asynchronous runtime around it.
    ///
    /// # Errors
    /// Where the configuration does not allow it, or the database or the address cannot be had.
    pub fn start(config: Config) -> Result<Running, Error> {
        // A database may not be waited for among asynchronous tasks.
        let started = std::thread::scope(|scope| scope.spawn(|| start(config)).join());
        started.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}

fn start(config: Config) -> Result<Running, Error> {
    config.check()?;
    let certificate = config.tls.as_ref().map(Certificate::read).transpose()?.map(Arc::new);
    let admin = Admin::open(&config)?;
    admin.publish_configured(&config)?;
    let db = admin.database();
    let wake = Arc::new(Wake::new(config.limits.streams_per_laptop));
    let teller = Arc::clone(&wake);
    db.listen(Box::new(move |grants| teller.tell(grants)));
    let shared = Arc::new(Shared {
        group: Group::start(Arc::clone(&db)).map_err(|e| Error::Listen(config.listen, e))?,
        db,
        wake,
        metrics: Metrics::default(),
        clock: config.clock.clone(),
        municipality: admin.municipality()?,
        name: admin.municipality_name()?,
        behind_proxy: config.behind_proxy,
        room: crate::http::room(config.limits.unpacked_bytes),
        rates: Rates {
            laptops: Rate::new(config.limits.laptop_requests_per_minute),
            addresses: Rate::new(config.limits.address_requests_per_minute),
        },
        wrong_codes: Mutex::new(WrongCodes::new(config.limits.wrong_codes, WRONG_CODES_WINDOW)),
        limits: config.limits.clone(),
    });
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(BLOCKING_THREADS)
        .thread_name("server")
        .enable_all()
        .build()
        .map_err(|e| Error::Listen(config.listen, e))?;
    let listener = std::net::TcpListener::bind(config.listen).map_err(|e| Error::Listen(config.listen, e))?;
    listener.set_nonblocking(true).map_err(|e| Error::Listen(config.listen, e))?;
    let address = listener.local_addr().map_err(|e| Error::Listen(config.listen, e))?;
    let (stop, stopped) = oneshot::channel();
    let scheme = if certificate.is_some() { "https" } else { "http" };
    let used = certificate.clone();
    let thread = std::thread::Builder::new()
        .name("server".to_owned())
        .spawn(move || run(runtime, listener, used, shared, stopped))
        .map_err(|e| Error::Listen(config.listen, e))?;
    let url = format!("{scheme}://{address}");
    Ok(Running { url, address, admin, certificate, stop: Some(stop), thread: Some(thread) })
}

/// How to stop.
enum Stop {
    /// Finish the requests that are under way.
    Graceful,
    /// At once, as if the process died.
    Kill,
}

fn run(
    runtime: Runtime,
    listener: std::net::TcpListener,
    certificate: Option<Arc<Certificate>>,
    shared: Arc<Shared>,
    stopped: oneshot::Receiver<Stop>,
) {
    runtime.block_on(async move {
        let listener = match TcpListener::from_std(listener) {
            Ok(listener) => listener,
            Err(error) => return tracing::error!(%error, "listen"),
        };
        let Some(certificate) = certificate else { return serve(listener, shared, stopped).await };
        match TlsListener::start(listener, certificate) {
            Ok(listener) => serve(listener.tap_io(|_| ()), shared, stopped).await,
            Err(error) => tracing::error!(%error, "TLS"),
        }
    });
    // Does not wait for clients that hold a connection open; a transaction under way commits or rolls back.
    runtime.shutdown_timeout(Duration::from_secs(1));
}

async fn serve<L>(listener: L, shared: Arc<Shared>, stopped: oneshot::Receiver<Stop>)
where
    L: Listener,
    L::Addr: std::fmt::Debug,
    SocketAddr: for<'a> Connected<IncomingStream<'a, L>>,
{
    let (begin_stop, stopping) = oneshot::channel::<()>();
    let wake = Arc::clone(&shared.wake);
    let service = router(shared).into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        let _ = stopping.await;
    });
    let mut serving = tokio::spawn(serving.into_future());
    tokio::select! {
        _ = &mut serving => {}
        stop = stopped => {
            if matches!(stop, Ok(Stop::Graceful)) {
                drop(begin_stop);
                // Streams of events would not end by themselves.
                wake.close();
                let _ = tokio::time::timeout(STOP_GRACE, serving).await;
            }
        }
    }
}

/// A server that answers. Dropping it kills it.
pub struct Running {
    /// Where it answers: `http://127.0.0.1:PORT`.
    pub url: String,
    /// The same as an address, to start again on the same port.
    pub address: SocketAddr,
    /// The administrator's commands on the same database.
    pub admin: Admin,
    certificate: Option<Arc<Certificate>>,
    stop: Option<oneshot::Sender<Stop>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Reads the certificate again, where there is one; connections that are open stay.
    ///
    /// # Errors
    /// Where the files are no good; the certificate from before stays in use.
    pub fn reload(&self) -> Result<(), Error> {
        self.certificate.as_ref().map_or(Ok(()), |certificate| certificate.reload())
    }

    /// Finishes the requests that are under way, and ends.
    pub fn stop(mut self) {
        self.end(Stop::Graceful);
    }

    /// Ends at once: connections are cut, answers are lost.
    pub fn kill(mut self) {
        self.end(Stop::Kill);
    }

    fn end(&mut self, how: Stop) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(how);
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end(Stop::Kill);
    }
}
