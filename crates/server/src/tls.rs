//! HTTPS by the server itself: HTTP/2 and HTTP/1.1 over TLS 1.3, with certificate files that can be replaced while it
//! runs. A handshake that fails or drags on holds up nobody else.

use crate::error::Error;
use axum::serve::Listener;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// How long a handshake may take.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// Handshakes under way at the same time; who comes later waits.
const MOST_HANDSHAKES: usize = 256;
/// What HTTP is spoken, the best first.
const PROTOCOLS: [&[u8]; 2] = [b"h2", b"http/1.1"];

/// The files of a certificate, PEM.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlsFiles {
    /// The server's certificate and those between it and the authority.
    pub certificate: PathBuf,
    /// Its private key.
    pub key: PathBuf,
}

/// A certificate that is used from the next handshake on.
#[derive(Debug)]
pub struct Certificate {
    files: TlsFiles,
    current: RwLock<Arc<CertifiedKey>>,
}

impl Certificate {
    /// # Errors
    /// Where the files are not a certificate and its key.
    pub fn read(files: &TlsFiles) -> Result<Self, Error> {
        Ok(Self { files: files.clone(), current: RwLock::new(Arc::new(read(files)?)) })
    }

    /// Reads the files again; where they are no good, the certificate from before stays.
    ///
    /// # Errors
    /// As [`Certificate::read`].
    pub fn reload(&self) -> Result<(), Error> {
        let fresh = Arc::new(read(&self.files)?);
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = fresh;
        Ok(())
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner)))
    }
}

fn read(files: &TlsFiles) -> Result<CertifiedKey, Error> {
    let bad = |path: &Path, what: String| Error::BadFile { path: path.to_owned(), what };
    let not = |path: &Path| bad(path, "this is no certificate or key in PEM".to_owned());
    // First as plain files: that one is not there, or may not be read, is said as such.
    let text = |path: &Path| std::fs::read(path).map_err(Error::file(path));
    let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&text(&files.certificate)?).collect();
    let chain = chain.ok().filter(|chain| !chain.is_empty()).ok_or_else(|| not(&files.certificate))?;
    let key = PrivateKeyDer::from_pem_slice(&text(&files.key)?).map_err(|_| not(&files.key))?;
    let provider = ring::default_provider();
    CertifiedKey::from_der(chain, key, &provider).map_err(|error| bad(&files.certificate, error.to_string()))
}

/// Connections whose handshake is done.
pub struct TlsListener {
    ready: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    address: SocketAddr,
}

impl TlsListener {
    /// Takes connections from `listener`, on the runtime that it is called on.
    ///
    /// # Errors
    /// Where the address or the cryptography cannot be had.
    pub fn start(mut listener: TcpListener, certificate: Arc<Certificate>) -> std::io::Result<Self> {
        let builder = rustls::ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions().map_err(std::io::Error::other)?;
        let mut config = builder.with_no_client_auth().with_cert_resolver(certificate);
        config.alpn_protocols = PROTOCOLS.iter().map(|name| name.to_vec()).collect();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let address = listener.local_addr()?;
        let (done, ready) = mpsc::channel(1);
        let places = Arc::new(Semaphore::new(MOST_HANDSHAKES));
        tokio::spawn(async move {
            while let Ok(place) = Arc::clone(&places).acquire_owned().await {
                let (stream, peer) = tokio::select! {
                    () = done.closed() => return,
                    accepted = Listener::accept(&mut listener) => accepted,
                };
                let (acceptor, done) = (acceptor.clone(), done.clone());
                tokio::spawn(async move {
                    match tokio::time::timeout(HANDSHAKE, acceptor.accept(stream)).await {
                        // Closed: the server stops.
                        Ok(Ok(stream)) => drop(done.send((stream, peer)).await),
                        Ok(Err(error)) => tracing::debug!(%error, "handshake"),
                        Err(_) => tracing::debug!("handshake timed out"),
                    }
                    drop(place);
                });
            }
        });
        Ok(Self { ready, address })
    }
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(accepted) => accepted,
            // Nobody sends any more: the runtime ends.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<SocketAddr> {
        Ok(self.address)
    }
}
