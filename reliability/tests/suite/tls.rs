//! A server that speaks TLS with a certificate made for the test, in front of the one that answers.

use std::sync::Arc;

use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

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

/// A running server; it stops when this is dropped.
pub struct Front {
    port: u16,
    /// What a client must trust for the certificate to be good.
    trusted: Option<CertificateDer<'static>>,
    task: JoinHandle<()>,
}

impl Front {
    /// Passes on to `upstream` what comes over TLS.
    pub async fn start(certificate: Certificate, upstream: &str) -> Self {
        let (shown, key) = make(certificate);
        let config = ServerConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()
            .expect("ring has them")
            .with_no_client_auth()
            .with_single_cert(vec![shown.clone()], key.into())
            .expect("a key that fits");
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("a bound socket").port();
        let upstream = upstream.to_owned();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, upstream) = (acceptor.clone(), upstream.clone());
                tokio::spawn(async move {
                    // A client that does not trust the certificate hangs up here.
                    let Ok(mut encrypted) = acceptor.accept(stream).await else {
                        return;
                    };
                    let mut plain = TcpStream::connect(upstream).await.expect("it runs");
                    let _ = copy_bidirectional(&mut encrypted, &mut plain).await;
                });
            }
        });
        let trusted = (certificate != Certificate::UnknownIssuer).then_some(shown);
        Self {
            port,
            trusted,
            task,
        }
    }

    pub fn url(&self) -> String {
        format!("https://127.0.0.1:{}", self.port)
    }

    /// An HTTP client that trusts the certificate; none if it is to be met by the client's own.
    pub fn client(&self) -> Option<reqwest::Client> {
        let mut roots = RootCertStore::empty();
        roots.add(self.trusted.clone()?).expect("a certificate");
        let config = ClientConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()
            .expect("ring has them")
            .with_root_certificates(roots)
            .with_no_client_auth();
        let builder = callslip_core::http_client_builder().expect("TLS");
        let client = builder.no_proxy().tls_backend_preconfigured(config).build();
        Some(client.expect("a client"))
    }
}

impl Drop for Front {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn provider() -> Arc<rustls::crypto::CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

fn make(certificate: Certificate) -> (CertificateDer<'static>, PrivatePkcs8KeyDer<'static>) {
    let host = match certificate {
        Certificate::OtherHost => "other.example",
        _ => "127.0.0.1",
    };
    let mut params = CertificateParams::new(vec![host.to_owned()]).expect("a host");
    if certificate == Certificate::Expired {
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2021, 1, 1);
    }
    let key = KeyPair::generate().expect("a key");
    let made = params.self_signed(&key).expect("a certificate");
    (made.der().clone(), key.serialize_der().into())
}
