//! A bucket of S3, or of what speaks it.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use http::Uri;
use object_store::aws::{
    AmazonS3Builder, AmazonS3ConfigKey as Key, AwsCredential, AwsCredentialProvider,
};
use object_store::client::{HttpClient, HttpConnector};
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{ClientOptions, CredentialProvider, Error, ObjectStore, RetryConfig};

use super::{BUCKET, BucketService};
use crate::error::LakeError;

/// The variables of a key.
const ID: &str = "AWS_ACCESS_KEY_ID";
const SECRET: &str = "AWS_SECRET_ACCESS_KEY";

/// The variables of an address, in the order in which they are looked at.
const ADDRESSES: [(Key, &str); 2] = [
    (Key::S3Endpoint, "AWS_ENDPOINT_URL_S3"),
    (Key::Endpoint, "AWS_ENDPOINT (or AWS_ENDPOINT_URL)"),
];

/// How long a connection and an answer may take; a file is sent and answered in the latter.
const CONNECT: Duration = Duration::from_secs(5);
const ANSWER: Duration = Duration::from_secs(120);

/// A folder of a bucket, with TLS as all clients here have it. Some services know no deletion of many objects at once.
pub(crate) fn bucket(
    builder: AmazonS3Builder,
    name: &str,
    prefix: Path,
) -> Result<Arc<dyn ObjectStore>, LakeError> {
    let has = |key| builder.get_config_value(&key).is_some();
    let (id, secret) = (has(Key::AccessKeyId), has(Key::SecretAccessKey));
    let mut missing = Vec::new();
    if id != secret {
        missing.push(if id { SECRET } else { ID });
    }
    // A service at an address of its own need not have regions.
    let is_amazon = service(&builder, name)?.is_none();
    if is_amazon && !has(Key::Region) {
        missing.push("AWS_REGION");
    }
    if !missing.is_empty() {
        let also = match id || secret {
            true => String::new(),
            false => format!(
                "; {ID} and {SECRET}, too, where this machine has no credentials of its own"
            ),
        };
        let missing = missing.join(" and ");
        return Err(LakeError::Settings(format!(
            "{BUCKET}{name}: set {missing} in the environment{also}"
        )));
    }
    let mut builder = builder
        .with_bucket_name(name)
        .with_http_connector(Connector)
        .with_disable_bulk_delete(true);
    if !id {
        // Those that the machine itself has, where it is one of the cloud; elsewhere nobody is there to ask, however often.
        let retry = RetryConfig {
            max_retries: 1,
            ..Default::default()
        };
        let probe = builder.clone().with_retry(retry).build()?;
        builder = builder.with_credentials(Arc::new(OfMachine {
            inner: Arc::clone(probe.credentials()),
            bucket: name.to_owned(),
        }));
    }
    Ok(Arc::new(PrefixStore::new(builder.build()?, prefix)))
}

/// The service at an address of its own, if there is one, that has this bucket.
pub(crate) fn service(
    builder: &AmazonS3Builder,
    name: &str,
) -> Result<Option<BucketService>, LakeError> {
    let told = ADDRESSES
        .iter()
        .find_map(|(key, variable)| Some((builder.get_config_value(key)?, variable)));
    let Some((address, variable)) = told else {
        return Ok(None);
    };
    // A user in it would be shown to whoever the address is.
    let parts = address.split_once("://").filter(|(scheme, host)| {
        let is_host = !host.is_empty() && !host.contains('@');
        ["http", "https"].contains(scheme) && is_host && Uri::try_from(&address).is_ok()
    });
    let Some((scheme, host)) = parts else {
        return Err(LakeError::Settings(format!(
            "{BUCKET}{name}: {variable} is no address: give it as https://HOST or http://HOST:PORT"
        )));
    };
    let is_in_host = builder.get_config_value(&Key::VirtualHostedStyleRequest);
    let is_in_path = is_in_host.as_deref() != Some("true");
    let host = host.trim_end_matches('/');
    // Where buckets are in hosts, the address is that of this one.
    let of_bucket = host
        .strip_prefix(name)
        .and_then(|rest| rest.strip_prefix('.'));
    let host = of_bucket.filter(|_| !is_in_path).unwrap_or(host);
    Ok(Some(BucketService {
        host: host.to_owned(),
        is_tls: scheme == "https",
        is_in_path,
    }))
}

/// Credentials that no variable gives.
#[derive(Debug)]
struct OfMachine {
    inner: AwsCredentialProvider,
    bucket: String,
}

impl CredentialProvider for OfMachine {
    type Credential = AwsCredential;

    fn get_credential<'a, 'b>(
        &'a self,
    ) -> Pin<Box<dyn Future<Output = object_store::Result<Arc<Self::Credential>>> + Send + 'b>>
    where
        'a: 'b,
        Self: 'b,
    {
        Box::pin(async move {
            let found = self.inner.get_credential().await;
            found.map_err(|error| Error::Generic {
                store: "S3",
                source: Box::new(LakeError::Settings(format!(
                    "{BUCKET}{}: set {ID} and {SECRET} in the environment: this machine has no credentials of its own ({})",
                    self.bucket,
                    crate::error::innermost(&error)
                ))),
            })
        })
    }
}

#[derive(Debug)]
struct Connector;

impl HttpConnector for Connector {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        let failed = |source: Box<dyn std::error::Error + Send + Sync>| Error::Generic {
            store: "S3",
            source,
        };
        let builder = callslip_core::http_client_builder().map_err(|error| failed(error.into()))?;
        let builder = builder.connect_timeout(CONNECT).timeout(ANSWER);
        let client = builder.build().map_err(|error| failed(error.into()))?;
        Ok(HttpClient::new(client))
    }
}
