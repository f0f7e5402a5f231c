//! Answers that point elsewhere.

use callslip_core::ErrorKind::Redirect;
use callslip_reliability::answer::Answer;
use callslip_reliability::bodies;
use callslip_reliability::canary::{BEARER, QUERY};

use crate::case::{Case, Place, cases, error, quoting};
use crate::tls::Certificate;

cases! {
    "Redirects";
    redirect_301_to_the_same_origin => same_origin(301);
    redirect_302_to_the_same_origin => same_origin(302);
    redirect_307_to_the_same_origin => same_origin(307);
    redirect_308_to_the_same_origin => same_origin(308);
    redirect_301_to_another_origin => another_origin(301);
    redirect_302_to_another_origin => another_origin(302);
    redirect_307_to_another_origin => another_origin(307);
    redirect_308_to_another_origin => another_origin(308);
    redirect_301_from_https_to_http => to_http(301);
    redirect_302_from_https_to_http => to_http(302);
    redirect_307_from_https_to_http => to_http(307);
    redirect_308_from_https_to_http => to_http(308);
    redirect_301_to_itself => to_itself(301);
    redirect_302_to_itself => to_itself(302);
    redirect_307_to_itself => to_itself(307);
    redirect_308_to_itself => to_itself(308);
}

fn pointing(server: &str, status: u16, target: &str) -> Case {
    let location = format!("location: {target}\r\n");
    let fault = quoting(move |sent| Answer::with(status, &location, bodies::error(status, sent)));
    Case::new(server, fault, error(Redirect).status(status))
}

fn same_origin(status: u16) -> Case {
    pointing(
        "points to another path of its own",
        status,
        &format!("/{QUERY}?key={BEARER}"),
    )
    .check(|end| assert!(end.line.contains("http://127.0.0.1"), "{}", end.line))
}

fn another_origin(status: u16) -> Case {
    pointing(
        "points to another server",
        status,
        &format!("https://{BEARER}:x@other.example/{QUERY}?key={BEARER}"),
    )
    .check(|end| {
        assert!(
            end.line.contains("a redirect to https://other.example,"),
            "{}",
            end.line
        )
    })
}

fn to_http(status: u16) -> Case {
    pointing(
        "speaks TLS and points to plain http",
        status,
        &format!("http://127.0.0.1/{QUERY}?key={BEARER}"),
    )
    .at(Place::Tls(Certificate::Good))
    .check(|end| {
        assert!(
            end.line.contains("a redirect to http://127.0.0.1,"),
            "{}",
            end.line
        )
    })
}

fn to_itself(status: u16) -> Case {
    // An empty reference is the address of the request.
    pointing(
        "points to where the request went, again and again",
        status,
        "?",
    )
}
