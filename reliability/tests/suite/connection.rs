//! Connections that are not opened, or that go away.

use callslip_core::ErrorKind::{Connect, Transport};
use callslip_reliability::answer::Answer;

use crate::case::{Before, Case, Place, cases, error, value};
use crate::run::healthy;

const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n";

cases! {
    "The connection";
    refused_connection => Case::new("nobody listens", healthy(), error(Connect).attempts(3).unseen())
        .at(Place::Nobody);
    dns_that_fails => Case::new("its name does not exist", healthy(), error(Connect).attempts(3).unseen())
        .at(Place::NoSuchName)
        .check(|end| assert!(!end.causes.is_empty(), "{}", end.line));
    reset_before_headers => Case::passing(
        "reads the request and resets the connection",
        Answer::raw("").then_reset(),
        error(Transport),
    );
    closed_before_headers => Case::passing(
        "reads the request and closes the connection",
        Answer::raw("").then_close(),
        error(Transport),
    );
    reset_in_headers => Case::passing(
        "resets the connection in the middle of the headers",
        Answer::raw("HTTP/1.1 200 OK\r\ncontent-ty").then_reset(),
        error(Transport),
    );
    reset_after_headers => Case::passing(
        "resets the connection after the headers",
        Answer::raw(format!("{HEAD}\r\n")).then_reset(),
        error(Transport).status(200),
    );
    closed_after_headers => Case::passing(
        "closes the connection after the headers",
        Answer::raw(format!("{HEAD}\r\n")).then_close(),
        error(Transport).status(200),
    );
    keep_alive_connection_closed_between_calls => Case::new(
        "answers one call, then closes the connection before the next one",
        healthy().then_close(),
        value().note("on a new connection"),
    )
    .before(Before::ACallAndAClose);
    keep_alive_connection_closed_by_the_next_call => Case::passing(
        "answers one call, then closes the connection when the next request comes on it",
        Answer::raw("").then_close(),
        error(Transport),
    )
    .before(Before::ACall);
}
