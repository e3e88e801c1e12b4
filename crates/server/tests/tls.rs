//! HTTPS by the server itself, with an authority of the tests' own.

#![allow(clippy::unwrap_used, reason = "tests")]

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use reqwest::{Certificate, Client};
use server::{Config, Running, Server, TlsFiles};
use std::path::Path;
use std::sync::Arc;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

/// An authority, as a municipality has one.
struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    fn sign(&self, files: &TlsFiles) {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &self.0).unwrap();
        std::fs::write(&files.certificate, certificate.pem()).unwrap();
        std::fs::write(&files.key, key.serialize_pem()).unwrap();
    }

    /// A client that trusts nobody else.
    fn client(&self) -> Client {
        // A client without a provider panics.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let root = Certificate::from_pem(self.0.pem().as_bytes()).unwrap();
        Client::builder().tls_certs_only([root]).build().unwrap()
    }
}

fn files(folder: &Path) -> TlsFiles {
    TlsFiles { certificate: folder.join("chain.pem"), key: folder.join("key.pem") }
}

fn start(folder: &Path, files: &TlsFiles) -> Result<Running, server::Error> {
    let mut config = Config::new(folder);
    config.municipality = Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../municipality.toml"));
    config.tls = Some(files.clone());
    Server::start(config)
}

#[tokio::test]
async fn laptops_that_trust_the_authority_are_answered() {
    let folder = tempfile::tempdir().unwrap();
    let (authority, files) = (Authority::new(), files(folder.path()));
    authority.sign(&files);
    let running = start(folder.path(), &files).unwrap();
    assert!(running.url.starts_with("https://"));
    let health = format!("{}/health", running.url);
    // Somebody who connects and says nothing holds nobody up.
    let _silent = tokio::net::TcpStream::connect(running.address).await.unwrap();
    let answer = authority.client().get(&health).send().await.unwrap();
    assert_eq!(answer.text().await.unwrap(), "ok");
    assert!(Authority::new().client().get(&health).send().await.is_err(), "a stranger's authority");
    assert!(Client::new().get(health.replace("https", "http")).send().await.is_err(), "plain HTTP");
    running.stop();
}

/// What a client that can do both agrees on, and that HTTP/2 is spoken then: settings are answered by settings.
#[tokio::test]
async fn http_2_is_agreed_on() {
    let folder = tempfile::tempdir().unwrap();
    let (authority, files) = (Authority::new(), files(folder.path()));
    authority.sign(&files);
    let running = start(folder.path(), &files).unwrap();
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut roots = rustls::RootCertStore::empty();
    roots.add(authority.0.der().clone()).unwrap();
    let mut config = rustls::ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let stream = tokio::net::TcpStream::connect(running.address).await.unwrap();
    let name = running.address.ip().into();
    let mut stream = tokio_rustls::TlsConnector::from(Arc::new(config)).connect(name, stream).await.unwrap();
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"h2"[..]));
    stream.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").await.unwrap();
    let mut frame = [0; 9];
    stream.read_exact(&mut frame).await.unwrap();
    assert_eq!(frame[3], 4, "no settings");
}

#[tokio::test]
async fn a_new_certificate_is_taken_without_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new, files) = (Authority::new(), Authority::new(), files(folder.path()));
    old.sign(&files);
    let running = start(folder.path(), &files).unwrap();
    let health = format!("{}/health", running.url);
    new.sign(&files);
    assert!(old.client().get(&health).send().await.is_ok());
    running.reload().unwrap();
    assert!(new.client().get(&health).send().await.is_ok());
    assert!(old.client().get(&health).send().await.is_err());

    std::fs::write(&files.certificate, "half a file").unwrap();
    assert!(running.reload().unwrap_err().to_string().contains("chain.pem"));
    assert!(new.client().get(&health).send().await.is_ok(), "the one from before stays");
}

#[test]
fn a_key_of_another_certificate_is_refused_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let (authority, files) = (Authority::new(), files(folder.path()));
    authority.sign(&files);
    std::fs::write(&files.key, KeyPair::generate().unwrap().serialize_pem()).unwrap();
    assert!(start(folder.path(), &files).is_err());
    std::fs::remove_file(&files.key).unwrap();
    assert!(start(folder.path(), &files).err().unwrap().to_string().contains("key.pem"));
}
