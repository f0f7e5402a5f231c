//! Certificates that are not to be trusted.

use callslip_core::ErrorKind::Connect;

use crate::case::{Case, Place, cases, error};
use crate::run::healthy;
use crate::tls::Certificate;

cases! {
    "Certificates";
    certificate_of_an_unknown_issuer => wrong(
        "shows a certificate that nobody vouches for",
        Certificate::UnknownIssuer,
        "UnknownIssuer",
    );
    certificate_of_another_host => wrong(
        "shows the certificate of another host",
        Certificate::OtherHost,
        "not valid for name",
    );
    certificate_that_has_expired => wrong("shows a certificate that has expired", Certificate::Expired, "expired");
}

/// The reason is among the causes of the error.
fn wrong(server: &str, certificate: Certificate, why: &'static str) -> Case {
    let outcome = error(Connect).attempts(3).unseen();
    Case::new(server, healthy(), outcome.note("nothing is sent"))
        .at(Place::Tls(certificate))
        .check(move |end| assert!(end.causes.contains(why), "{}", end.causes))
}
