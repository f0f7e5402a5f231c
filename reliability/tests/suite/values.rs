//! Calls that succeed.

use callslip_core::DriftKind;
use callslip_reliability::answer::Answer;
use callslip_reliability::bodies;
use callslip_reliability::canary::THIRD_PARTY;
use serde_json::json;

use crate::case::{Case, Place, cases, value};
use crate::run::healthy;
use crate::tls::Certificate;

cases! {
    "Nothing wrong";
    a_documented_answer => Case::new("answers", healthy(), value()).check(|end| {
        assert!(end.repairs.is_empty(), "{:?}", end.repairs);
        assert!(end.drift.contains(&("/undocumented".to_owned(), DriftKind::UnknownField)));
    });
    a_documented_answer_over_tls => Case::new("answers over TLS", healthy(), value())
        .at(Place::Tls(Certificate::Good));
    an_answer_with_damage => Case::new(
        "answers with fields that hold something else",
        damaged(),
        value().note("the fields are empty, and named in `repairs()`"),
    )
    .check(|end| {
        let mended = ["/executedCallActions/1/actionName", "/summary"];
        assert_eq!(end.repairs, mended.map(|path| (path.to_owned(), DriftKind::WrongType)));
    })
    .post(value().note("the fields are none of its own"));
}

fn damaged() -> Answer {
    let mut log = bodies::call_log();
    log["summary"] = json!([log["summary"].clone()]);
    log["executedCallActions"][1]["actionName"] = json!([THIRD_PARTY]);
    Answer::json(200, &log.to_string())
}
