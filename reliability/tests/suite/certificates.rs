//! Certificates that are not to be trusted.

use callslip_core::ErrorKind::Connect;

use crate::case::{Case, Place, cases, error};
use crate::run::healthy;
use crate::tls::Certificate;

cases! {
    "Certificates";
    certificate_of_an_unknown_issuer => wrong("shows a certificate that nobody vouches for", Certificate::UnknownIssuer);
    certificate_of_another_host => wrong("shows the certificate of another host", Certificate::OtherHost);
    certificate_that_has_expired => wrong("shows a certificate that has expired", Certificate::Expired);
}

fn wrong(server: &'static str, certificate: Certificate) -> Case {
    let outcome = error(Connect).attempts(3).unseen();
    Case::new(server, healthy(), outcome.note("nothing is sent"))
        .at(Place::Tls(certificate))
        .check(|end| {
            assert!(
                end.line.contains("no connection could be opened"),
                "{}",
                end.line
            )
        })
}
