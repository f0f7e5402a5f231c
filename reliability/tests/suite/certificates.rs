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
        ["UnknownIssuer", "self-signed certificate"],
    );
    certificate_of_another_host => wrong(
        "shows the certificate of another host",
        Certificate::OtherHost,
        ["not valid for name", "mismatch"],
    );
    certificate_that_has_expired => wrong("shows a certificate that has expired", Certificate::Expired, ["expired"; 2]);
}

/// The reason is among the causes of the error, in the words of rustls or of OpenSSL.
fn wrong(server: &str, certificate: Certificate, why: [&'static str; 2]) -> Case {
    let outcome = error(Connect).attempts(3).unseen();
    Case::new(server, healthy(), outcome.note("nothing is sent"))
        .at(Place::Tls(certificate))
        .check(move |end| {
            let told = why.iter().any(|why| end.causes.contains(why));
            assert!(told, "{}", end.causes);
        })
}
