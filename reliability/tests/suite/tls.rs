//! A server that speaks TLS with a certificate made for the test, in front of the one that answers.

use std::sync::Arc;

use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;

/// What the server shows.
#[derive(Clone, Copy, PartialEq)]
pub enum Certificate {
    /// One that the client trusts, for this host, valid.
    Good,
    /// One that the client has no reason to trust.
    UnknownIssuer,
    /// A trusted one for another host.
    OtherHost,
    /// A trusted one whose time is over.
    Expired,
}

/// A host of the internet, as far as a client can tell that goes there by the proxy.
pub const STORE: &str = "store.example";

/// A running server; it stops when this is dropped.
pub struct Front {
    port: u16,
    /// The certificate as PEM text, unless nobody is to trust it.
    trusted: Option<String>,
    task: JoinHandle<()>,
}

impl Front {
    /// Passes on to `upstream` what comes over TLS.
    pub async fn start(certificate: Certificate, upstream: &str) -> Self {
        Self::run(certificate, "127.0.0.1", false, upstream).await
    }

    /// The same as a proxy, by which a client reaches it as [`STORE`].
    pub async fn proxy(certificate: Certificate, upstream: &str) -> Self {
        Self::run(certificate, STORE, true, upstream).await
    }

    async fn run(certificate: Certificate, host: &str, proxy: bool, upstream: &str) -> Self {
        let (made, key) = make(certificate, host);
        let key = PrivatePkcs8KeyDer::from(key.serialize_der());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("ring has them")
            .with_no_client_auth()
            .with_single_cert(vec![made.der().clone()], key.into())
            .expect("a key that fits");
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("a bound socket").port();
        let upstream = upstream.to_owned();
        let task = tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (acceptor, upstream) = (acceptor.clone(), upstream.clone());
                tokio::spawn(async move {
                    if proxy && !connected(&mut stream).await {
                        return;
                    }
                    // A client that does not trust the certificate hangs up here.
                    let Ok(mut encrypted) = acceptor.accept(stream).await else {
                        return;
                    };
                    let mut plain = TcpStream::connect(upstream).await.expect("it runs");
                    let _ = copy_bidirectional(&mut encrypted, &mut plain).await;
                });
            }
        });
        let trusted = (certificate != Certificate::UnknownIssuer).then(|| made.pem());
        Self {
            port,
            trusted,
            task,
        }
    }

    /// Its address as that of a proxy.
    pub fn proxy_url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn url(&self) -> String {
        format!("https://127.0.0.1:{}", self.port)
    }

    /// What a client must trust for the certificate to be good; none if it is not to.
    pub fn trusted(&self) -> Option<&str> {
        self.trusted.as_deref()
    }
}

impl Drop for Front {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Answers a proxy's client that it is connected, if it asks for the store.
async fn connected(stream: &mut TcpStream) -> bool {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        match stream.read(&mut byte).await {
            Ok(1) => head.extend_from_slice(&byte),
            _ => return false,
        }
    }
    let asked = format!("CONNECT {STORE}:443 HTTP/1.1\r\n");
    let answer = b"HTTP/1.1 200 Connected\r\n\r\n";
    head.starts_with(asked.as_bytes()) && stream.write_all(answer).await.is_ok()
}

fn make(certificate: Certificate, host: &str) -> (rcgen::Certificate, KeyPair) {
    let host = match certificate {
        Certificate::OtherHost => "other.example",
        _ => host,
    };
    let mut params = CertificateParams::new(vec![host.to_owned()]).expect("a host");
    if certificate == Certificate::Expired {
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2021, 1, 1);
    }
    let key = KeyPair::generate().expect("a key");
    let made = params.self_signed(&key).expect("a certificate");
    (made, key)
}
