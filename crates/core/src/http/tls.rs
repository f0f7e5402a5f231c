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

    use rustls::{ClientConfig, RootCertStore};
    use rustls_platform_verifier::Verifier;

    let failed = |error: rustls::Error| {
        BuildError::with_source(
            "TLS cannot be set up: are root certificates installed on this machine?",
            error,
        )
    };
    let roots = certificates(roots)?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(failed)?;
    let config = if https {
        let verifier = if roots.is_empty() {
            Verifier::new(provider)
        } else {
            Verifier::new_with_extra_roots(roots, provider)
        };
        // The platform's verifier is what this entry is for; nothing is verified less.
        config
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier.map_err(failed)?))
    } else {
        // Nothing encrypted will be opened: do not make a machine without certificates fail, nor read them for nothing.
        config.with_root_certificates(RootCertStore::empty())
    };
    let mut config = config.with_no_client_auth();
    // What reqwest itself would offer without HTTP/2; some gateways close a connection that offers nothing.
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(builder.tls_backend_preconfigured(config))
}

#[cfg(feature = "rustls")]
fn certificates(
    roots: &[Vec<u8>],
) -> Result<Vec<rustls::pki_types::CertificateDer<'static>>, BuildError> {
    use rustls::pki_types::CertificateDer;
    use rustls::pki_types::pem::PemObject;

    let mut found = Vec::new();
    for pem in roots {
        let before = found.len();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate = certificate.map_err(|_| no_certificate())?;
            // Found out here, where it can be told which setting is wrong.
            rustls::RootCertStore::empty()
                .add(certificate.clone())
                .map_err(|_| no_certificate())?;
            found.push(certificate);
        }
        if found.len() == before {
            return Err(no_certificate());
        }
    }
    Ok(found)
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
    let mut certificates = Vec::new();
    for pem in roots {
        let found = reqwest::Certificate::from_pem_bundle(pem).map_err(|_| no_certificate())?;
        if found.is_empty() {
            return Err(no_certificate());
        }
        certificates.extend(found);
    }
    if certificates.is_empty() {
        return Ok(builder);
    }
    Ok(builder.tls_certs_merge(certificates))
}

#[cfg(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls"))]
fn no_certificate() -> BuildError {
    BuildError::new(
        "root_certificates cannot be used: give PEM text with one or more blocks `-----BEGIN CERTIFICATE-----`",
    )
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
