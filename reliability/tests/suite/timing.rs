//! Servers that let one wait.

use std::time::Duration;

use callslip_core::ErrorKind::Timeout;
use callslip_reliability::answer::Answer;

use crate::case::{Case, cases, error};

const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n";

cases! {
    "Time";
    never_answers => Case::passing("reads the request and says nothing", Answer::silence(), error(Timeout))
        .impatient();
    stalls_in_the_headers => Case::passing(
        "falls silent in the middle of the headers",
        Answer::raw("HTTP/1.1 200 OK\r\ncontent-ty").then_stall(),
        error(Timeout),
    )
    .impatient();
    stalls_in_the_body => Case::passing(
        "falls silent in the middle of the body",
        Answer::raw(format!("{HEAD}\r\n{{\"id\":")).then_stall(),
        error(Timeout),
    )
    .impatient();
    // The pause stands to the attempt timeout as a second to the 30 that are the default.
    a_byte_a_second => Case::passing(
        "sends one byte of the body a second, without end",
        Answer::raw(format!("{HEAD}\r\n{{")).then_drip(Duration::from_millis(20)),
        error(Timeout).note("what trickles in does not prolong an attempt"),
    )
    .impatient();
}
