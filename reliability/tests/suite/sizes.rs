//! Answers that are larger than any answer should be. What they cost in memory is measured in `tests/memory.rs`.

use callslip_core::ErrorKind::{BodyTooLarge, Transport};
use callslip_reliability::huge;

use crate::case::{Case, cases, error};

cases! {
    "Size";
    body_of_1_gib_announced => Case::new(
        "announces a body of 1 GiB and sends it",
        huge::announced(),
        error(BodyTooLarge).status(200).note("before the body is read"),
    );
    body_of_1_gib_in_chunks => Case::new(
        "sends 1 GiB in chunks",
        huge::chunked(),
        error(BodyTooLarge).status(200).note("after 16 MiB"),
    );
    body_of_1_gib_until_the_end => Case::new(
        "sends 1 GiB without saying how much comes",
        huge::until_the_end(),
        error(BodyTooLarge).status(200).note("after 16 MiB"),
    );
    gzip_bomb => Case::new(
        "sends 1 MiB that becomes 1 GiB when it is decompressed",
        huge::compressed(),
        error(BodyTooLarge).status(200).note("after 16 MiB; only with `gzip(true)`"),
    )
    .gzip();
    headers_of_16_mib => Case::passing("sends 16 MiB of headers", huge::headers(), error(Transport));
    more_than_100_headers => Case::passing("sends 101 headers", huge::many_headers(101), error(Transport));
}
