//! TLS: which backend, by features. With `rustls` the configuration is handed over ready-made, so that no process-wide
//! provider is installed or needed.

use crate::http::build_error::BuildError;

/// Whether a backend is compiled in.
pub(crate) const COMPILED: bool = cfg!(any(
    feature = "rustls",
    feature = "rustls-aws-lc",
    feature = "native-tls"
));

/// Makes, for `https`, the verifier that trusts root certificates (PEM) besides the machine's own.
#[cfg(feature = "rustls")]
pub(crate) type Trust = fn(
    &[Vec<u8>],
    bool,
    Provider,
) -> Result<Option<rustls_platform_verifier::Verifier>, BuildError>;

#[cfg(feature = "rustls")]
type Provider = std::sync::Arc<rustls::crypto::CryptoProvider>;

#[cfg(feature = "rustls")]
pub(crate) const TRUST: Trust = |roots, https, provider| {
    use rustls::RootCertStore;
    use rustls::pki_types::CertificateDer;
    use rustls::pki_types::pem::PemObject;
    use rustls_platform_verifier::Verifier;

    let roots = certificates(roots, |pem| {
        let found = CertificateDer::pem_slice_iter(pem).map(|certificate| {
            let certificate = certificate.ok()?;
            // Found out here, where it can be told which setting is wrong.
            RootCertStore::empty().add(certificate.clone()).ok()?;
            Some(certificate)
        });
        found.collect()
    })?;
    let verifier = https.then(|| Verifier::new_with_extra_roots(roots, provider));
    verifier.transpose().map_err(failed)
};

#[cfg(feature = "rustls")]
fn failed(error: rustls::Error) -> BuildError {
    BuildError::with_source(
        "TLS cannot be set up: are root certificates installed on this machine?",
        error,
    )
}

/// Sets up TLS for `https`, with the machine's root certificates and those given besides (PEM).
#[cfg(feature = "rustls")]
pub(crate) fn configure(
    builder: reqwest::ClientBuilder,
    https: bool,
    roots: Option<&(Vec<Vec<u8>>, Trust)>,
) -> Result<reqwest::ClientBuilder, BuildError> {
    use std::sync::Arc;

    use rustls::{ClientConfig, RootCertStore};
    use rustls_platform_verifier::Verifier;

    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(failed)?;
    let verifier = match roots {
        Some((roots, trust)) => trust(roots, https, provider)?,
        None => https
            .then(|| Verifier::new(provider))
            .transpose()
            .map_err(failed)?,
    };
    let config = match verifier {
        // The platform's verifier is what this entry is for; nothing is verified less.
        Some(verifier) => {
            let config = config.dangerous();
            config.with_custom_certificate_verifier(Arc::new(verifier))
        }
        // Nothing encrypted will be opened: do not make a machine without certificates fail, nor read them for nothing.
        None => config.with_root_certificates(RootCertStore::empty()),
    };
    let mut config = config.with_no_client_auth();
    // What reqwest itself would offer without HTTP/2; some gateways close a connection that offers nothing.
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(builder.tls_backend_preconfigured(config))
}

#[cfg(all(
    not(feature = "rustls"),
    any(feature = "rustls-aws-lc", feature = "native-tls")
))]
pub(crate) fn configure(
    builder: reqwest::ClientBuilder,
    _https: bool,
    roots: Option<&(Vec<Vec<u8>>, Trust)>,
) -> Result<reqwest::ClientBuilder, BuildError> {
    match roots {
        None => Ok(builder),
        Some((roots, trust)) => trust(roots, builder),
    }
}

/// Trusts root certificates (PEM) besides the machine's own.
#[cfg(all(
    not(feature = "rustls"),
    any(feature = "rustls-aws-lc", feature = "native-tls")
))]
pub(crate) type Trust =
    fn(&[Vec<u8>], reqwest::ClientBuilder) -> Result<reqwest::ClientBuilder, BuildError>;

#[cfg(all(
    not(feature = "rustls"),
    any(feature = "rustls-aws-lc", feature = "native-tls")
))]
pub(crate) const TRUST: Trust = |roots, builder| {
    let roots = certificates(roots, |pem| reqwest::Certificate::from_pem_bundle(pem).ok())?;
    Ok(builder.tls_certs_merge(roots))
};

/// What PEM texts hold, each of them one certificate or more.
#[cfg(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls"))]
fn certificates<C>(
    roots: &[Vec<u8>],
    read: impl Fn(&[u8]) -> Option<Vec<C>>,
) -> Result<Vec<C>, BuildError> {
    let mut found = Vec::new();
    for pem in roots {
        found.extend(read(pem).filter(|read| !read.is_empty()).ok_or_else(|| {
            BuildError::new(
                "root_certificates cannot be used: give PEM text with one or more blocks `-----BEGIN CERTIFICATE-----`",
            )
        })?);
    }
    Ok(found)
}

/// Nobody trusts anything without TLS.
#[cfg(not(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls")))]
pub(crate) type Trust = ();

#[cfg(not(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls")))]
pub(crate) const TRUST: Trust = ();

#[cfg(not(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls")))]
pub(crate) fn configure(
    builder: reqwest::ClientBuilder,
    https: bool,
    roots: Option<&(Vec<Vec<u8>>, Trust)>,
) -> Result<reqwest::ClientBuilder, BuildError> {
    if https || roots.is_some() {
        return Err(BuildError::new(
            "https needs a TLS feature of this crate: enable `rustls` (the default), `rustls-aws-lc` or `native-tls`",
        ));
    }
    Ok(builder)
}
