use std::io::{self, Write};

use callslip_core::Record;
use callslip_credira::types::CallListItem;

use super::super::jq::Filter;
use super::{Format, Printer};
use crate::output::table::Look;
use crate::row::{Column, Row};

/// A call whose values are as odd as a service may send them.
fn odd() -> Record<CallListItem> {
    let text = r#"{"id": "=HYPERLINK(\"x\")", "status": "a \"b\", c\nd", "duration": -5,
        "created_time": "2024-01-15T10:30:00Z", "call_recording_url": "@SUM(1)"}"#;
    record(text)
}

fn record(text: &'static str) -> Record<CallListItem> {
    Record::for_test(serde_json::from_str(text).expect("a call"), text)
}

fn plain() -> Record<CallListItem> {
    record(r#"{"id": "call_1", "to": "+1234567890"}"#)
}

fn print<W: Write>(printer: &mut Printer<W>, call: &Record<CallListItem>) -> io::Result<()> {
    printer.print(call.raw().get(), || Row::from(&**call))
}

fn printed(format: Format, calls: &[Record<CallListItem>]) -> String {
    let mut out = Vec::new();
    let mut printer = Printer::new(format, &Column::OF_CALLS, Look::default(), &mut out);
    for call in calls {
        print(&mut printer, call).expect("a vector takes it");
    }
    printer.begin().expect("a vector takes it");
    printer.finish().expect("a vector takes it");
    String::from_utf8(out).expect("text")
}

#[test]
fn csv_is_quoted_and_no_formula_gets_through() {
    assert_eq!(
        printed(Format::Csv, &[plain(), odd()]),
        "provider,call_id,status,duration_seconds,started_at,recording_url\n\
         credira,call_1,,,,\n\
         credira,\"'=HYPERLINK(\"\"x\"\")\",\"a \"\"b\"\", c\nd\",-5,,'@SUM(1)\n"
    );
}

#[test]
fn what_is_printed_as_csv_can_be_read_as_csv() {
    let text = printed(Format::Csv, &[odd()]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows");
    assert_eq!(rows.len(), 1);
    assert_eq!(&rows[0][2], "a \"b\", c\nd");
}

#[test]
fn json_is_one_array_and_jsonl_one_record_a_line_of_the_same_records() {
    let calls = [plain(), odd()];
    let expected = serde_json::to_value(&calls).expect("JSON");
    let array: serde_json::Value =
        serde_json::from_str(&printed(Format::Json, &calls)).expect("an array");
    assert_eq!(array, expected);
    let lines = printed(Format::Jsonl, &calls);
    let records: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("a record"))
        .collect();
    assert_eq!(serde_json::Value::from(records), expected);
}

#[test]
fn a_list_of_none_is_still_a_list() {
    assert_eq!(printed(Format::Json, &[]), "[\n\n]\n");
    assert_eq!(printed(Format::Jsonl, &[]), "");
    assert_eq!(printed(Format::Csv, &[]).lines().count(), 1);
    assert_eq!(printed(Format::Table, &[]).lines().count(), 1);
}

#[test]
fn a_record_is_out_before_the_next_one_comes() {
    /// Takes note of how much there is when it is flushed, and passes nothing on before.
    #[derive(Default)]
    struct Pipe {
        held: Vec<u8>,
        out: std::rc::Rc<std::cell::RefCell<Vec<u8>>>,
    }
    impl Write for Pipe {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.held.extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            self.out.borrow_mut().append(&mut self.held);
            Ok(())
        }
    }
    for format in [Format::Table, Format::Json, Format::Jsonl, Format::Csv] {
        let pipe = Pipe::default();
        let out = pipe.out.clone();
        let mut printer = Printer::new(format, &Column::OF_CALLS, Look::default(), pipe);
        print(&mut printer, &plain()).expect("it is taken");
        let out = String::from_utf8(out.borrow().clone()).expect("text");
        assert!(out.contains("call_1"), "{format:?}: {out}");
    }
}

#[test]
fn a_closed_pipe_is_told_as_such_in_every_format() {
    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    for format in [Format::Table, Format::Json, Format::Jsonl, Format::Csv] {
        let error = print(
            &mut Printer::new(format, &Column::OF_CALLS, Look::default(), Closed),
            &plain(),
        );
        let kind = error.map_err(|error| error.kind());
        assert_eq!(kind, Err(io::ErrorKind::BrokenPipe), "{format:?}");
    }
}

#[test]
fn columns_come_as_they_are_asked_for() {
    let mut out = Vec::new();
    let columns = [Column::Status, Column::CallId];
    let mut printer = Printer::new(Format::Csv, &columns, Look::default(), &mut out);
    print(&mut printer, &plain()).expect("a vector takes it");
    assert_eq!(
        String::from_utf8(out).expect("text"),
        "status,call_id\n,call_1\n"
    );
}

#[test]
fn a_filter_makes_none_one_or_more_of_a_record() {
    let made = |format, expression| {
        let mut out = Vec::new();
        let filter = Filter::new(expression).expect("an expression");
        let printer = Printer::new(format, &Column::OF_CALLS, Look::default(), &mut out);
        let mut printer = printer.filtered(Some(filter));
        for call in [plain(), odd(), plain()] {
            print(&mut printer, &call).expect("a vector takes it");
        }
        printer.finish().expect("a vector takes it");
        String::from_utf8(out).expect("text")
    };
    assert_eq!(
        made(Format::Jsonl, "select(.to) | .id, .to"),
        "\"call_1\"\n\"+1234567890\"\n".repeat(2)
    );
    assert_eq!(
        made(Format::Json, "select(.to) | .id"),
        "[\n\"call_1\",\n\"call_1\"\n]\n"
    );
    assert_eq!(made(Format::Json, "empty"), "[\n\n]\n");
}
