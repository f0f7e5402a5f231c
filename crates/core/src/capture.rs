//! Bodies that were captured earlier: read and compared as if they had just come.

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::call::CallOptions;
use crate::decode::Decoded;
use crate::drift::{Drift, Finding, observe};
use crate::error::{Error, ErrorKind, Failure};
use crate::paging::apart::read_body;
use crate::provider::{Operation, Provider};
use crate::response::ResponseValue;
use crate::schema::Shape;

/// Reads a success body of an operation as an answer of the service would be read.
///
/// # Errors
///
/// `Decode`, if the body cannot be mended.
pub fn read<T: DeserializeOwned, E>(
    provider: &'static Provider,
    operation: &'static Operation,
    body: Bytes,
) -> Result<ResponseValue<T>, Error<E>> {
    read_as(provider, operation, body, &CallOptions::default())
}

/// The same, in the way that the options of a call say.
pub(crate) fn read_as<T: DeserializeOwned, E>(
    provider: &'static Provider,
    operation: &'static Operation,
    body: Bytes,
    options: &CallOptions,
) -> Result<ResponseValue<T>, Error<E>> {
    match read_body(&body, operation, options) {
        Ok(Decoded { value, repairs }) => Ok(ResponseValue::captured(
            provider, operation, value, body, repairs,
        )),
        Err(failure) => {
            let mut refused = Failure::new(ErrorKind::Decode, provider, operation).what(format!(
                "the body cannot be read: expected {}",
                failure.expected
            ));
            refused.0.json_path = Some(failure.json_path);
            refused.0.body = Some(body);
            Err(refused.into())
        }
    }
}

/// Everything in which a body differs from a shape; items of lists share one place. The observer is told of each single finding.
pub fn drift_of(
    body: &[u8],
    shape: &'static Shape,
    observer: &mut dyn FnMut(Finding<'_>),
) -> Vec<Drift> {
    observe(body, shape, observer)
}
