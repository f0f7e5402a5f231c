//! TLS: which backend, by features. With `rustls` the configuration is handed over ready-made, so that no process-wide
//! provider is installed or needed.

use crate::build_error::BuildError;

#[cfg(feature = "rustls")]
pub(crate) fn configure(
    builder: reqwest::ClientBuilder,
    https: bool,
) -> Result<reqwest::ClientBuilder, BuildError> {
    use std::sync::Arc;

    use rustls::{ClientConfig, RootCertStore};
    use rustls_platform_verifier::BuilderVerifierExt;

    let failed = |error: rustls::Error| {
        BuildError::with_source(
            "TLS cannot be set up: are root certificates installed on this machine?",
            error,
        )
    };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(failed)?;
    let config = if https {
        config.with_platform_verifier().map_err(failed)?
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
) -> Result<reqwest::ClientBuilder, BuildError> {
    Ok(builder)
}

#[cfg(not(any(feature = "rustls", feature = "rustls-aws-lc", feature = "native-tls")))]
pub(crate) fn configure(
    builder: reqwest::ClientBuilder,
    https: bool,
) -> Result<reqwest::ClientBuilder, BuildError> {
    if https {
        return Err(BuildError::new(
            "https needs a TLS feature of this crate: enable `rustls` (the default), `rustls-aws-lc` or `native-tls`",
        ));
    }
    Ok(builder)
}
