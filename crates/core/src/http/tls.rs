//! TLS: which backend, by features. With `rustls` the configuration is handed over ready-made, so that no process-wide
//! provider is installed or needed.

use crate::http::build_error::BuildError;

/// Whether a backend is compiled in.
pub(crate) const COMPILED: bool = cfg!(any(
    feature = "rustls",
    feature = "rustls-aws-lc",
    feature = "native-tls"
));

/// Sets up TLS for `https`, with the machine's root certificates and those given besides (PEM).
#[cfg(feature = "rustls")]
pub(crate) fn configure(
    builder: reqwest::ClientBuilder,
    https: bool,
    roots: &[Vec<u8>],
) -> Result<reqwest::ClientBuilder, BuildError> {
    use std::sync::Arc;

    use rustls::pki_types::CertificateDer;
    use rustls::pki_types::pem::PemObject;
    use rustls::{ClientConfig, RootCertStore};
    use rustls_platform_verifier::Verifier;

    let failed = |error: rustls::Error| {
        BuildError::with_source(
            "TLS cannot be set up: are root certificates installed on this machine?",
            error,
        )
    };
    let roots = certificates(roots, |pem| {
        let found = CertificateDer::pem_slice_iter(pem).map(|certificate| {
            let certificate = certificate.ok()?;
            // Found out here, where it can be told which setting is wrong.
            RootCertStore::empty().add(certificate.clone()).ok()?;
            Some(certificate)
        });
        found.collect()
    })?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(failed)?;
    let config = if https {
        let verifier = match roots.is_empty() {
            true => Verifier::new(provider),
            false => Verifier::new_with_extra_roots(roots, provider),
        };
        // The platform's verifier is what this entry is for; nothing is verified less.
        let (config, verifier) = (config.dangerous(), verifier.map_err(failed)?);
        config.with_custom_certificate_verifier(Arc::new(verifier))
    } else {
        // Nothing encrypted will be opened: do not make a machine without certificates fail, nor read them for nothing.
        config.with_root_certificates(RootCertStore::empty())
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
    roots: &[Vec<u8>],
) -> Result<reqwest::ClientBuilder, BuildError> {
    let roots = certificates(roots, |pem| reqwest::Certificate::from_pem_bundle(pem).ok())?;
    Ok(match roots.is_empty() {
        true => builder,
        false => builder.tls_certs_merge(roots),
    })
}

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

#[cfg(not(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls")))]
pub(crate) fn configure(
    builder: reqwest::ClientBuilder,
    https: bool,
    roots: &[Vec<u8>],
) -> Result<reqwest::ClientBuilder, BuildError> {
    if https || !roots.is_empty() {
        return Err(BuildError::new(
            "https needs a TLS feature of this crate: enable `rustls` (the default), `rustls-aws-lc` or `native-tls`",
        ));
    }
    Ok(builder)
}
