//! `-v`: what the runtime tells of its requests, repetitions and waits, a line each on standard error. It tells no values.

use std::fmt::{self, Write as _};
use std::time::Instant;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::{LookupSpan, Registry};

use crate::context::ErrorFormat;
use crate::messages;

/// Listens from now on, if anybody wants to hear it.
pub fn listen(verbose: u8, format: ErrorFormat) {
    let finest = match verbose {
        0 => return,
        1 => Level::INFO,
        _ => Level::DEBUG,
    };
    let listening = Registry::default().with(Lines { finest, format });
    // There is only one, since this is called once.
    let _ = tracing::subscriber::set_global_default(listening);
}

struct Lines {
    finest: Level,
    format: ErrorFormat,
}

impl Lines {
    fn tell(&self, line: &str) {
        match self.format {
            ErrorFormat::Text => messages::tell(format_args!("callslip: {line}")),
            ErrorFormat::Json => self.format.tell("trace", line),
        }
    }
}

/// A call on its way.
struct Call {
    begun: Instant,
    facts: Facts,
}

/// Names and values, as they are told.
#[derive(Default)]
struct Facts(Vec<(&'static str, String)>);

impl Facts {
    fn get(&self, name: &str) -> Option<&str> {
        let fact = self.0.iter().find(|(known, _)| *known == name);
        fact.map(|(_, value)| value.as_str())
    }
}

impl Visit for Facts {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.push((field.name(), format!("{value:?}")));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.push((field.name(), value.to_owned()));
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Lines {
    fn enabled(&self, metadata: &Metadata<'_>, _: Context<'_, S>) -> bool {
        metadata.target().starts_with("callslip") && *metadata.level() <= self.finest
    }

    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut facts = Facts::default();
        attributes.record(&mut facts);
        let call = Call {
            begun: Instant::now(),
            facts,
        };
        if let Some(span) = context.span(id) {
            span.extensions_mut().insert(call);
        }
    }

    fn on_record(&self, id: &Id, record: &Record<'_>, context: Context<'_, S>) {
        if let Some(span) = context.span(id)
            && let Some(call) = span.extensions_mut().get_mut::<Call>()
        {
            record.record(&mut call.facts);
        }
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut facts = Facts::default();
        event.record(&mut facts);
        let mut line = facts.get("message").unwrap_or_default().to_owned();
        for (name, value) in facts.0.iter().filter(|(name, _)| *name != "message") {
            let _ = write!(line, " {name}={value}");
        }
        self.tell(&line);
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        if let Some(span) = context.span(&id)
            && let Some(call) = span.extensions().get::<Call>()
        {
            self.tell(&call.line());
        }
    }
}

impl Call {
    fn line(&self) -> String {
        let fact = |name| self.facts.get(name).unwrap_or_default();
        let mut line = format!(
            "{} {} {}{} at {}:{}: ",
            fact("callslip.provider"),
            fact("callslip.operation"),
            fact("http.request.method"),
            self.facts
                .get("url.template")
                .map(|path| format!(" {path}"))
                .unwrap_or_default(),
            fact("server.address"),
            fact("server.port"),
        );
        let status = self.facts.get("http.response.status_code");
        line.push_str(
            status
                .or(self.facts.get("error.type"))
                .unwrap_or("given up"),
        );
        let _ = write!(line, " in {} ms", self.begun.elapsed().as_millis());
        if let Some(repeats) = self.facts.get("http.request.resend_count") {
            let _ = write!(line, ", repeated {repeats} times");
        }
        line
    }
}
