//! From bytes to server-sent events, by the rules of the WHATWG HTML standard, section 9.2.6.

use std::time::Duration;

use crate::exchange::rate_limit::digits;

/// What an event said, before anybody reads its data.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RawEvent {
    /// The `data:` lines, joined with line feeds.
    pub(super) data: Vec<u8>,
    /// `event:`; empty if the event has none.
    pub(super) kind: String,
}

/// An event grew past the cap. What is left of it is skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

/// Takes bytes in whatever pieces they come. It holds one line and the data of one
/// event, together never more than the cap.
#[derive(Debug)]
pub(super) struct Parser {
    cap: usize,
    /// Each line is an event, as in a stream of JSON lines.
    lines: bool,
    /// The line that is not at its end yet.
    line: Vec<u8>,
    /// Nothing but (part of) a byte order mark has come.
    at_start: bool,
    /// A line feed right after a carriage return belongs to the same line end.
    after_cr: bool,
    /// The event is past the cap: everything up to the next empty line is dropped.
    skipping: bool,
    /// The data so far, each line with a line feed behind it.
    data: Vec<u8>,
    kind: String,
    id: String,
    retry: Option<Duration>,
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl Parser {
    pub(super) fn new(cap: usize, lines: bool) -> Self {
        Self {
            cap,
            lines,
            line: Vec::new(),
            at_start: true,
            after_cr: false,
            skipping: false,
            data: Vec::new(),
            kind: String::new(),
            id: String::new(),
            retry: None,
        }
    }

    /// The id of the latest event that had one; it stays until another one replaces it.
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// How long the service asks to wait before a stream that ended is opened again.
    pub(super) fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// Reads up to the end of the next event and takes what it read from the front of `bytes`; `None` if there is no such
    /// end in them.
    pub(super) fn next(&mut self, bytes: &mut &[u8]) -> Option<Result<RawEvent, TooLarge>> {
        while let Some(first) = bytes.first() {
            if std::mem::take(&mut self.after_cr) && *first == b'\n' {
                *bytes = &bytes[1..];
            }
            let end = bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
            let (text, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
            *bytes = rest;
            let too_large = self.take_in(text);
            let Some((line_end, rest)) = rest.split_first() else {
                return too_large.then_some(Err(TooLarge));
            };
            self.after_cr = *line_end == b'\r';
            *bytes = rest;
            let event = self.end_line();
            if too_large {
                return Some(Err(TooLarge));
            }
            if let Some(event) = event {
                return Some(Ok(event));
            }
        }
        None
    }

    /// Adds to the line; true if that took the event past the cap.
    fn take_in(&mut self, text: &[u8]) -> bool {
        if self.skipping {
            // Only whether the line is empty matters now.
            if self.line.is_empty() {
                self.line.extend(text.first());
            }
            return false;
        }
        if self.data.len() + self.line.len() + text.len() > self.cap {
            self.skipping = true;
            self.line = text
                .first()
                .map_or(std::mem::take(&mut self.line), |byte| vec![*byte]);
            self.data = Vec::new();
            return true;
        }
        self.line.extend_from_slice(text);
        false
    }

    /// The line is whole: an empty one ends the event.
    fn end_line(&mut self) -> Option<RawEvent> {
        let mut line = std::mem::take(&mut self.line);
        let start = if std::mem::take(&mut self.at_start) && line.starts_with(BYTE_ORDER_MARK) {
            BYTE_ORDER_MARK.len()
        } else {
            0
        };
        let event = match &line[start..] {
            text if self.lines => {
                let skipped = std::mem::take(&mut self.skipping);
                let data = text.trim_ascii().to_vec();
                let kind = String::new();
                (!skipped && !data.is_empty()).then_some(RawEvent { data, kind })
            }
            [] => self.end_event(),
            _ if self.skipping => None,
            text => {
                self.field(text);
                None
            }
        };
        // The memory is used again for the next line.
        line.clear();
        self.line = line;
        event
    }

    /// What is left when the stream is over: a line needs no end, an event does.
    pub(super) fn finish(&mut self) -> Option<RawEvent> {
        self.lines.then(|| self.end_line())?
    }

    fn field(&mut self, line: &[u8]) {
        let colon = line.iter().position(|byte| *byte == b':');
        let (name, value) = match colon {
            Some(colon) => (&line[..colon], &line[colon + 1..]),
            None => (line, [].as_slice()),
        };
        let value = value.strip_prefix(b" ").unwrap_or(value);
        match name {
            b"data" => {
                self.data.extend_from_slice(value);
                self.data.push(b'\n');
            }
            b"event" => self.kind = String::from_utf8_lossy(value).into_owned(),
            b"id" if !value.contains(&0) => self.id = String::from_utf8_lossy(value).into_owned(),
            b"retry" => {
                let millis = std::str::from_utf8(value).ok().and_then(digits);
                self.retry = millis.map(Duration::from_millis).or(self.retry);
            }
            // A comment has an empty name; what is not known is to be ignored.
            _ => {}
        }
    }

    fn end_event(&mut self) -> Option<RawEvent> {
        self.skipping = false;
        let kind = std::mem::take(&mut self.kind);
        let mut data = std::mem::take(&mut self.data);
        // Without a data line it is no event.
        data.pop()?;
        Some(RawEvent { data, kind })
    }
}

/// What is in a stream that comes in these pieces: kind and data of each event, or that it was too large; the last id; the time
/// to wait. For tests of any bytes from outside.
#[allow(clippy::type_complexity)]
pub fn split_events<'p>(
    cap: usize,
    pieces: impl IntoIterator<Item = &'p [u8]>,
) -> (Vec<Result<(String, Vec<u8>), ()>>, String, Option<Duration>) {
    let mut parser = Parser::new(cap, false);
    let mut events = Vec::new();
    for mut piece in pieces {
        while let Some(event) = parser.next(&mut piece) {
            events.push(event.map(|event| (event.kind, event.data)).map_err(|_| ()));
        }
    }
    (events, parser.id().to_owned(), parser.retry())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What came out: data and kind of each event, or that one was too large; then id and retry.
    type Seen = (Vec<Result<(String, String), TooLarge>>, String, Option<u64>);

    fn parse<'a>(cap: usize, chunks: impl IntoIterator<Item = &'a [u8]>) -> Seen {
        let mut parser = Parser::new(cap, false);
        let mut events = Vec::new();
        for mut chunk in chunks {
            while let Some(event) = parser.next(&mut chunk) {
                events.push(event.map(|event| {
                    let data = String::from_utf8_lossy(&event.data).into_owned();
                    (data, event.kind)
                }));
            }
            assert!(chunk.is_empty(), "a chunk is read to its end");
            assert!(parser.line.len() + parser.data.len() <= cap + 1, "bounded");
        }
        let retry = parser
            .retry()
            .map(|wait| u64::try_from(wait.as_millis()).expect("was a u64"));
        (events, parser.id().to_owned(), retry)
    }

    fn data(text: &str) -> Vec<String> {
        parse(1000, [text.as_bytes()])
            .0
            .into_iter()
            .map(|event| event.expect("small").0)
            .collect()
    }

    #[test]
    fn lines_are_events_of_their_own() {
        let mut parser = Parser::new(8, true);
        let mut text = &b"\xef\xbb\xbf{1}\r\n\n {2} \ndata: far too long\n{3}\n{4}"[..];
        let mut events = Vec::new();
        while let Some(event) = parser.next(&mut text) {
            events.push(event.map(|event| String::from_utf8_lossy(&event.data).into_owned()));
        }
        let text = |text: &str| Ok(text.to_owned());
        assert_eq!(
            events,
            [text("{1}"), text("{2}"), Err(TooLarge), text("{3}")]
        );
        let last = parser.finish().expect("a line without its end");
        assert_eq!(last.data, b"{4}");
        assert_eq!(parser.finish(), None);
    }

    /// The examples of the standard, section 9.2.6.
    #[test]
    fn the_standard_s_examples() {
        assert_eq!(data("data: YHOO\ndata: +2\ndata: 10\n\n"), ["YHOO\n+2\n10"]);
        let stream = ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n";
        assert_eq!(
            data(stream),
            ["first event", "second event", " third event"]
        );
        assert_eq!(
            parse(1000, [stream.as_bytes()]).1,
            "",
            "an empty id takes the earlier one away"
        );
        assert_eq!(data("data\n\ndata\ndata\n\ndata:"), ["", "\n"]);
        assert_eq!(data("data:test\n\ndata: test\n\n"), ["test", "test"]);
    }

    #[test]
    fn every_line_end_counts_and_a_mark_at_the_start_does_not() {
        for end in ["\n", "\r", "\r\n"] {
            let stream = [
                "\u{feff}data: a",
                ":",
                "event: e",
                "data: b",
                "",
                "data: c",
                "",
                "",
            ]
            .join(end);
            let (events, _, _) = parse(1000, [stream.as_bytes()]);
            let wanted = [("a\nb", "e"), ("c", "")]
                .map(|(data, kind)| Ok((data.to_owned(), kind.to_owned())));
            assert_eq!(events, wanted, "{end:?}");
        }
        assert_eq!(
            data("data: a\n\n\u{feff}data: b\n\n"),
            ["a"],
            "elsewhere it is part of a name"
        );
    }

    #[test]
    fn id_and_retry_are_kept_when_they_are_well_formed() {
        let (_, id, retry) = parse(
            1000,
            [b"id: 7\nretry: 2500\n\nid: 8\0\nretry: 2x\nretry:\n\n".as_slice()],
        );
        assert_eq!((id.as_str(), retry), ("7", Some(2500)));
        let (_, _, retry) = parse(1000, [b"retry: 99999999999999999999999\n".as_slice()]);
        assert_eq!(retry, Some(u64::MAX));
    }

    #[test]
    fn an_event_that_is_not_at_its_end_is_none() {
        assert_eq!(data("data: a\n\ndata: b\n"), ["a"]);
        assert_eq!(data("data: a"), [""; 0]);
    }

    #[test]
    fn an_event_past_the_cap_is_told_once_and_the_next_one_is_read() {
        let long = "x".repeat(100);
        for stream in [
            format!("data: {long}\n\ndata: ok\n\n"),
            format!("data: {long}\r\n{long}\r\n\r\ndata: ok\r\n\r\n"),
            format!("{}\n\ndata: ok\n\n", "data: 123456\n".repeat(9).trim_end()),
            format!(": {long}{long}\n\ndata: ok\n\n"),
        ] {
            let (events, _, _) = parse(50, [stream.as_bytes()]);
            assert_eq!(
                events,
                [Err(TooLarge), Ok(("ok".to_owned(), String::new()))],
                "{stream:?}"
            );
        }
    }

    /// Bytes that events are made of come often enough to be met together.
    fn streams() -> impl Strategy<Value = Vec<u8>> {
        let piece = prop_oneof![
            Just(b"data: {\"a\":1}".to_vec()),
            Just(b"data".to_vec()),
            Just(b": comment".to_vec()),
            Just(b"event: e".to_vec()),
            Just(b"id: 1".to_vec()),
            Just(b"retry: 10".to_vec()),
            Just(b"\n".to_vec()),
            Just(b"\r".to_vec()),
            Just(b"\r\n".to_vec()),
            Just(b"\n\n".to_vec()),
            Just(BYTE_ORDER_MARK.to_vec()),
            proptest::collection::vec(any::<u8>(), 0..6),
        ];
        proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        /// Whatever the bytes and however they are cut, the same events come out, and none of it panics.
        #[test]
        fn any_chunking_gives_the_same_events(
            bytes in streams(),
            sizes in proptest::collection::vec(1_usize..9, 1..20),
            cap in 5_usize..60,
        ) {
            let whole = parse(cap, [bytes.as_slice()]);
            let mut rest = bytes.as_slice();
            let mut chunks = Vec::new();
            for size in sizes.iter().cycle() {
                if rest.is_empty() {
                    break;
                }
                let (chunk, after) = rest.split_at((*size).min(rest.len()));
                chunks.push(chunk);
                rest = after;
            }
            prop_assert_eq!(parse(cap, chunks), whole.clone());
            prop_assert_eq!(parse(cap, bytes.chunks(1)), whole);
        }
    }
}
