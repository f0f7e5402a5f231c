//! Spans and events of sending, with the feature `tracing`: one span a call or download, named as OpenTelemetry names HTTP client calls,
//! and one event a retry. Neither holds a query, a body, a credential or an id out of the path; of a link, which is personal
//! data, only the origin.

use std::future::Future;
use std::time::Duration;

use reqwest::StatusCode;

use crate::error::{ErrorKind, Failure};
use crate::http::call::Call;
use crate::http::response::Response;

type Outcome<'a> = Result<Response<'a>, Failure>;

/// Runs a call inside its span; without the feature it is just run.
#[cfg_attr(not(feature = "tracing"), allow(unused_variables))]
pub(crate) fn watched<'a>(
    call: &'a Call,
    work: impl Future<Output = Outcome<'a>> + Send + 'a,
) -> impl Future<Output = Outcome<'a>> + Send + 'a {
    #[cfg(feature = "tracing")]
    let work = {
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
                Ok(response) => (Some(response.status()), response.exchange.attempts),
                Err(failure) => {
                    record.record("error.type", display(format_args!("{:?}", failure.kind())));
                    (failure.0.exchange.status, failure.0.exchange.attempts)
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
    };
    work
}

/// Keeps a piece of work inside the span of whoever asked for it, though another task does it.
pub(crate) fn in_this_span<T>(
    work: impl Future<Output = T> + Send + 'static,
) -> impl Future<Output = T> + Send + 'static {
    #[cfg(feature = "tracing")]
    let work = tracing::Instrument::in_current_span(work);
    work
}

/// Tells that a call is attempted again; `outcome` is how the last attempt ended.
#[cfg_attr(not(feature = "tracing"), allow(unused_variables))]
pub(crate) fn retrying(attempt: u32, outcome: Result<StatusCode, ErrorKind>, wait: Duration) {
    #[cfg(feature = "tracing")]
    tracing::info!(
        attempt,
        wait_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX),
        http.response.status_code = outcome.ok().map(|status| status.as_u16()),
        error.r#type = outcome.err().map(tracing::field::debug),
        "attempting again after a {}",
        if outcome.is_ok() {
            "status that passes"
        } else {
            "fault"
        }
    );
}

/// The span of a download, which is polled piece by piece; without the feature it is nothing.
#[derive(Clone)]
pub(crate) struct DownloadSpan {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

#[cfg_attr(not(feature = "tracing"), allow(unused_variables))]
impl DownloadSpan {
    pub(crate) fn new(call: &Call, link: &str) -> Self {
        #[cfg(feature = "tracing")]
        use tracing::field::Empty;

        let (provider, operation) = (call.core.shared().provider, call.operation);
        #[cfg(feature = "tracing")]
        let link = reqwest::Url::parse(link).ok();
        Self {
            #[cfg(feature = "tracing")]
            span: tracing::info_span!(
                "download",
                otel.kind = "client",
                otel.name = operation.method,
                http.request.method = operation.method,
                url.scheme = link.as_ref().map(reqwest::Url::scheme),
                server.address = link.as_ref().and_then(reqwest::Url::host_str),
                server.port = link.as_ref().and_then(reqwest::Url::port_or_known_default),
                callslip.provider = provider.name,
                callslip.operation = operation.id,
                http.response.status_code = Empty,
                http.request.resend_count = Empty,
                callslip.download.bytes = Empty,
                error.r#type = Empty,
            ),
        }
    }

    /// Does a piece of the work inside the span.
    pub(crate) fn watch<'a, T>(
        &self,
        work: impl Future<Output = T> + Send + 'a,
    ) -> impl Future<Output = T> + Send + 'a {
        #[cfg(feature = "tracing")]
        let work = tracing::Instrument::instrument(work, self.span.clone());
        work
    }

    /// The status of the answer that the link led to; the last one counts.
    pub(crate) fn status(&self, status: StatusCode) {
        #[cfg(feature = "tracing")]
        self.span
            .record("http.response.status_code", status.as_u16());
    }

    /// What went wrong.
    pub(crate) fn error(&self, error: ErrorKind) {
        #[cfg(feature = "tracing")]
        self.span.record("error.type", tracing::field::debug(error));
    }

    /// What the download came to.
    pub(crate) fn end(&self, bytes: u64, attempts: u32) {
        #[cfg(feature = "tracing")]
        self.span.record("callslip.download.bytes", bytes);
        #[cfg(feature = "tracing")]
        if attempts > 1 {
            self.span.record("http.request.resend_count", attempts - 1);
        }
    }
}
