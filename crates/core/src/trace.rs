//! Spans and events, with the feature `tracing`: one span a call, named as OpenTelemetry names HTTP client calls, and one
//! event a retry. Neither holds a query, a body, a credential or an id out of the path.

use std::future::Future;
use std::time::Duration;

use crate::call::Call;
use crate::error::Failure;
use crate::response::Response;

type Outcome = Result<Response, Failure>;

/// Runs a call inside its span.
#[cfg(feature = "tracing")]
pub(crate) fn watched<'a>(
    call: &'a Call,
    work: impl Future<Output = Outcome> + Send + 'a,
) -> impl Future<Output = Outcome> + Send + 'a {
    use tracing::Instrument;
    use tracing::field::{Empty, display};

    let (shared, operation) = (call.core.shared(), call.operation);
    let span = tracing::info_span!(
        "call",
        otel.kind = "client",
        otel.name = format_args!("{} {}", operation.method, operation.path),
        http.request.method = operation.method,
        url.template = operation.path,
        server.address = shared.base_url.url.host_str(),
        server.port = shared.base_url.url.port_or_known_default(),
        callslip.provider = shared.provider.name,
        callslip.operation = operation.id,
        http.response.status_code = Empty,
        http.request.resend_count = Empty,
        error.r#type = Empty,
    );
    let record = span.clone();
    async move {
        let outcome = work.await;
        let (status, attempts) = match &outcome {
            Ok(response) => (Some(response.status()), response.attempts),
            Err(failure) => {
                record.record("error.type", display(format_args!("{:?}", failure.kind())));
                (failure.0.status, failure.0.attempts)
            }
        };
        if let Some(status) = status {
            record.record("http.response.status_code", status.as_u16());
        }
        if attempts > 1 {
            record.record("http.request.resend_count", attempts - 1);
        }
        outcome
    }
    .instrument(span)
}

/// Keeps a piece of work inside the span of whoever asked for it, though another task does it.
#[cfg(feature = "tracing")]
pub(crate) fn in_this_span<T>(
    work: impl Future<Output = T> + Send + 'static,
) -> impl Future<Output = T> + Send + 'static {
    tracing::Instrument::in_current_span(work)
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn in_this_span<T>(
    work: impl Future<Output = T> + Send + 'static,
) -> impl Future<Output = T> + Send + 'static {
    work
}

/// Tells that a call is attempted again.
#[cfg(feature = "tracing")]
pub(crate) fn retrying(attempt: u32, outcome: &Outcome, wait: Duration) {
    let wait = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
    match outcome {
        Ok(response) => tracing::info!(
            attempt,
            wait_ms = wait,
            http.response.status_code = response.status().as_u16(),
            "attempting again after a status that passes"
        ),
        Err(failure) => tracing::info!(
            attempt,
            wait_ms = wait,
            error.r#type = format_args!("{:?}", failure.kind()),
            "attempting again after a fault"
        ),
    }
}

/// Without the feature a call is just run.
#[cfg(not(feature = "tracing"))]
pub(crate) fn watched<'a>(
    _call: &'a Call,
    work: impl Future<Output = Outcome> + Send + 'a,
) -> impl Future<Output = Outcome> + Send + 'a {
    work
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn retrying(_attempt: u32, _outcome: &Outcome, _wait: Duration) {}
