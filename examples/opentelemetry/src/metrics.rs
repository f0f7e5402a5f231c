//! A layer of `tracing-subscriber` that counts what the clients of Callslip tell. Copy it, and change what you want to know.

use std::time::Instant;

use opentelemetry::metrics::{Counter, Histogram, Meter};
use opentelemetry::{KeyValue, Value};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;
use tracing_subscriber::registry::LookupSpan;

/// What a call or download is told apart by. Each has few values: no id, no query, nothing of a body is among the fields at all.
const ATTRIBUTES: [&str; 6] = [
    "callslip.provider",
    "callslip.operation",
    "callslip.repair.kind",
    "error.type",
    "http.response.status_code",
    "server.address",
];

/// Takes calls, requests, repetitions and repairs into OpenTelemetry.
pub struct Metrics {
    /// How long calls took in all, waits and repetitions included; its count is that of the calls.
    duration: Histogram<f64>,
    /// What was sent for them.
    requests: Counter<u64>,
    /// What of that was sent again.
    retries: Counter<u64>,
    /// What was mended in answers.
    repairs: Counter<u64>,
}

impl Metrics {
    /// The instruments of a meter.
    pub fn new(meter: &Meter) -> Self {
        Self {
            duration: meter
                .f64_histogram("callslip.call.duration")
                .with_unit("s")
                .with_description("How long calls took, repetitions included")
                .build(),
            requests: meter
                .u64_counter("callslip.requests")
                .with_description("What was sent, repetitions included")
                .build(),
            retries: meter
                .u64_counter("callslip.retries")
                .with_description("What was sent again")
                .build(),
            repairs: meter
                .u64_counter("callslip.repairs")
                .with_description("What was mended in answers that were not as documented")
                .build(),
        }
    }
}

/// A call or download that goes on.
struct Running {
    began: Instant,
    told: Told,
}

/// What was told of it so far.
#[derive(Clone, Default)]
struct Told {
    attributes: Vec<KeyValue>,
    retries: u64,
}

impl Told {
    fn put(&mut self, field: &Field, value: impl Into<Value>) {
        let name = ATTRIBUTES.iter().find(|known| **known == field.name());
        let Some(name) = name else { return };
        self.attributes.retain(|known| known.key.as_str() != *name);
        self.attributes.push(KeyValue::new(*name, value));
    }
}

impl Visit for Told {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        self.put(field, format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.put(field, value.to_owned());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        if field.name() == "http.request.resend_count" {
            self.retries = value;
        }
        self.put(field, i64::try_from(value).unwrap_or(i64::MAX));
    }
}

/// Whether it is told by the runtime under every client.
fn is_ours(metadata: &Metadata<'_>) -> bool {
    metadata.target().starts_with("callslip_core")
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Metrics {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let Some(span) = context.span(id) else { return };
        if is_ours(attributes.metadata()) {
            let mut told = Told::default();
            attributes.record(&mut told);
            let began = Instant::now();
            span.extensions_mut().insert(Running { began, told });
        }
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let Some(span) = context.span(id) else { return };
        if let Some(running) = span.extensions_mut().get_mut::<Running>() {
            values.record(&mut running.told);
        }
    }

    /// A repair is told by an event, in whatever span the answer is read.
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if is_ours(event.metadata())
            && event
                .fields()
                .any(|field| field.name() == "callslip.repair.kind")
        {
            let mut told = Told::default();
            event.record(&mut told);
            self.repairs.add(1, &told.attributes);
        }
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        let Some(span) = context.span(&id) else {
            return;
        };
        if let Some(Running { began, told }) = span.extensions_mut().remove::<Running>() {
            let attributes = &told.attributes;
            self.duration
                .record(began.elapsed().as_secs_f64(), attributes);
            self.requests.add(1 + told.retries, attributes);
            if told.retries > 0 {
                self.retries.add(told.retries, attributes);
            }
        }
    }
}
