//! Server-sent events of a streaming answer, as typed values.

mod parser;

use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::{Buf, Bytes};
use futures_core::Stream;

pub use self::parser::split_events;
use self::parser::{Parser, RawEvent, TooLarge};
use crate::error::{Error, ErrorKind, Failure};
use crate::exchange::Exchange;
use crate::exchange::value::{ResponseValue, Streamed};
use crate::http::stream::ByteStream;
use crate::json::decode::{Decoded, decode};
use crate::json::drift::Drift;
use crate::json::input::FromJson;
use crate::values::debug::partial_debug;

/// Larger events are no records of calls.
const MAX_EVENT_BYTES: usize = 1 << 20;

/// Server-sent events as a stream of `T`, read from each event's data with the same mending as a whole body.
///
/// An event that cannot be read (no JSON, not the documented shape even after mending, larger than 1 MiB) is an error in its
/// place, with JSON path and raw data, and **the stream goes on**. If the connection breaks, or no byte comes for longer than
/// the [stall timeout](Self::stall_timeout), that error is the last item. A stream that has ended is not opened again by itself:
/// make the call again.
///
/// A stream of JSON lines (`application/x-ndjson`) is read in the same way, each line an event of the type `message`.
///
/// Bytes are read by the rules of the WHATWG HTML standard: comments and unknown fields are passed over, an event without
/// data and one that is cut off by the end of the stream are none. What an event says of itself besides its data belongs to
/// the event that came last: [`event_type`](Self::event_type), [`last_event_id`](Self::last_event_id), [`retry`](Self::retry),
/// [`raw`](Self::raw), [`repairs`](Self::repairs).
///
/// ```
/// # use callslip_core::{Error, EventStream};
/// # async fn example(mut events: EventStream<serde_json::Value>) -> Result<(), Error> {
/// while let Some(event) = events.next().await {
///     match event {
///         Ok(event) => println!("{event}"),
///         Err(error) => eprintln!("{error}"), // one bad event, or the last item
///     }
/// }
/// # Ok(())
/// # }
/// ```
///
/// It is a [`Stream`], too; [`next`](Self::next) reads it without a crate of adapters.
pub struct EventStream<T> {
    bytes: ByteStream,
    /// What came and is not read yet.
    chunk: Bytes,
    parser: Parser,
    latest: Latest,
    event: PhantomData<fn() -> T>,
}

/// What is told of the event that came last.
#[derive(Default)]
struct Latest {
    kind: String,
    data: Bytes,
    repairs: Vec<Drift>,
}

impl<T> Streamed for EventStream<T> {}

impl ResponseValue<ByteStream> {
    /// The same bytes as server-sent events.
    #[doc(hidden)]
    #[must_use]
    pub fn into_events<T>(self) -> ResponseValue<EventStream<T>> {
        self.map(|bytes| EventStream::new(bytes, false))
    }

    /// Reads a stream of JSON lines. For generated code.
    #[doc(hidden)]
    #[must_use]
    pub fn into_lines<T>(self) -> ResponseValue<EventStream<T>> {
        self.map(|bytes| EventStream::new(bytes, true))
    }
}

impl<T> EventStream<T> {
    fn new(bytes: ByteStream, lines: bool) -> Self {
        Self {
            bytes,
            chunk: Bytes::new(),
            parser: Parser::new(MAX_EVENT_BYTES, lines),
            latest: Latest::default(),
            event: PhantomData,
        }
    }

    /// How long no byte may come, comments included, before the stream ends in a
    /// [`Timeout`](ErrorKind::Timeout) error. Default: the attempt timeout of the call or the client (30 s unless it was set).
    ///
    /// ```
    /// use std::time::Duration;
    /// # use callslip_core::EventStream;
    /// # fn example(events: EventStream<()>) {
    /// let events = events.stall_timeout(Duration::from_secs(300)); // the service is silent for minutes
    /// # drop(events);
    /// # }
    /// ```
    #[must_use]
    pub fn stall_timeout(mut self, timeout: Duration) -> Self {
        self.bytes.context.stall_timeout = timeout;
        self
    }

    /// The type of the event that came last; `message` if it has none.
    pub fn event_type(&self) -> &str {
        match self.latest.kind.as_str() {
            "" => "message",
            kind => kind,
        }
    }

    /// The id of the latest event that had one; empty if none had.
    pub fn last_event_id(&self) -> &str {
        &self.parser.id
    }

    /// How long the service asks to wait before the stream is opened again, if it said so.
    pub fn retry(&self) -> Option<Duration> {
        self.parser.retry
    }

    /// The data of the event that came last, exactly as it came. It can hold personal data.
    pub fn raw(&self) -> &Bytes {
        &self.latest.data
    }

    /// What had to be mended to read the event that came last.
    pub fn repairs(&self) -> &[Drift] {
        &self.latest.repairs
    }
}

impl<T: FromJson> EventStream<T> {
    /// The next event; `None` at the end.
    ///
    /// # Errors
    ///
    /// [`Decode`](ErrorKind::Decode) and [`BodyTooLarge`](ErrorKind::BodyTooLarge) are of one event: read on.
    /// [`Transport`](ErrorKind::Transport) and [`Timeout`](ErrorKind::Timeout) end the stream: wait as long as
    /// [`retry`](Self::retry) says, then make the call again.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        std::future::poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    fn read(&mut self, event: Result<RawEvent, TooLarge>) -> Result<T, Error> {
        self.latest = Latest::default();
        let RawEvent { kind, data } = event.map_err(|TooLarge| {
            self.bytes
                .context
                .failure(ErrorKind::BodyTooLarge)
                .what(format!(
                    "an event is larger than the cap of {MAX_EVENT_BYTES} bytes and was skipped"
                ))
        })?;
        let data = Bytes::from(data);
        let context = self.bytes.context;
        let exchange = Exchange::new(context.provider, context.operation.id);
        let decoded = decode(&data, context.operation.success);
        (self.latest.kind, self.latest.data) = (kind, data.clone());
        let Decoded { value, repairs } = match decoded {
            Ok(decoded) => decoded,
            Err(failure) => {
                return Err(Failure::undecodable(exchange, "an event", failure, data).into());
            }
        };
        exchange.tell(&repairs);
        self.latest.repairs = repairs;
        Ok(value)
    }
}

impl<T: FromJson> Stream for EventStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            let mut rest = &this.chunk[..];
            let event = this.parser.next(&mut rest);
            let read = this.chunk.len() - rest.len();
            this.chunk.advance(read);
            if let Some(event) = event {
                return Poll::Ready(Some(this.read(event)));
            }
            match ready!(Pin::new(&mut this.bytes).poll_next(cx)) {
                Some(Ok(chunk)) => this.chunk = chunk,
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => {
                    let last = this.parser.finish();
                    return Poll::Ready(last.map(|event| this.read(Ok(event))));
                }
            }
        }
    }
}

// An event is data of a call, and its id can be one too.
partial_debug!([T] EventStream<T>, "EventStream", it => { operation: it.bytes.context.operation.id });
