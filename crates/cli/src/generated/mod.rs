// Generated from the folders of specs/. Do not edit: run `cargo xtask codegen`.

//! The commands of every provider.

use crate::failure::Failure;
use crate::row::Row;
use crate::verb::verb;
use crate::words::Sdk;

mod credira;
mod diga;
mod highlevel;
mod liner;
mod retell;
mod twenty2;
mod vapi;

verb! {
    /// Whose calls are listed.
    List:
    Credira credira "Credira",
    Diga diga "Diga",
    HighLevel highlevel "HighLevel",
    Liner liner "Liner",
    Retell retell "Retell",
    Twenty2 twenty2 "Twenty2",
    * crate::list::All,
}

verb! {
    /// Whose call is read.
    Get:
    Credira credira "Credira",
    Diga diga "Diga",
    HighLevel highlevel "HighLevel",
    Liner liner "Liner",
    Retell retell "Retell",
    Twenty2 twenty2 "Twenty2",
    Vapi vapi "Vapi",
}

verb! {
    /// Whose recording is downloaded.
    Recording:
    Credira credira "Credira",
    Diga diga "Diga",
    HighLevel highlevel "HighLevel",
    Liner liner "Liner",
    Retell retell "Retell",
    Twenty2 twenty2 "Twenty2",
    Vapi vapi "Vapi",
}

verb! {
    /// Who is to start a call.
    Start:
    Credira credira "Credira",
    Diga diga "Diga",
    Retell retell "Retell",
    Twenty2 twenty2 "Twenty2",
    Vapi vapi "Vapi",
}

verb! {
    /// Whose messages are read.
    Messages:
    Diga diga "Diga",
    Vapi vapi "Vapi",
}

verb! {
    /// Whose transcript is read.
    Transcript:
    Credira credira "Credira",
    Diga diga "Diga",
    HighLevel highlevel "HighLevel",
    Retell retell "Retell",
    Twenty2 twenty2 "Twenty2",
    Vapi vapi "Vapi",
}

verb! {
    /// Whose log is read.
    Logs:
    Diga diga "Diga",
}

verb! {
    /// Whose trace is read.
    Trace:
    Diga diga "Diga",
}

verb! {
    /// Whose calls are counted.
    Concurrency:
    Diga diga "Diga",
    Retell retell "Retell",
}

verb! {
    /// Who is asked.
    Api:
    Credira credira "Credira",
    Diga diga "Diga",
    HighLevel highlevel "HighLevel",
    Liner liner "Liner",
    Retell retell "Retell",
    Twenty2 twenty2 "Twenty2",
    Vapi vapi "Vapi",
}

verb! {
    /// Whose credential is tried.
    Check:
    Credira credira "Credira",
    Diga diga "Diga",
    HighLevel highlevel "HighLevel",
    Liner liner "Liner",
    Retell retell "Retell",
    Twenty2 twenty2 "Twenty2",
    Vapi vapi "Vapi",
    * crate::auth::All,
}

/// The providers whose credentials can be tried.
pub const CHECKED: &[&Sdk] = &[
    &credira::SDK,
    &diga::SDK,
    &highlevel::SDK,
    &liner::SDK,
    &retell::SDK,
    &twenty2::SDK,
    &vapi::SDK,
];

/// The providers whose calls can be listed.
pub const LISTED: &[&Sdk] = &[
    &credira::SDK,
    &diga::SDK,
    &highlevel::SDK,
    &liner::SDK,
    &retell::SDK,
    &twenty2::SDK,
];

/// One call of a mock, read with the values of the document's example; none of a provider that has no such operation.
pub async fn demo(provider: callslip_mock::Provider, base_url: &str) -> Result<Option<Row<'static>>, Failure> {
    Ok(match provider {
        callslip_mock::Provider::Credira => Some(credira::demo(base_url).await?),
        callslip_mock::Provider::Diga => Some(diga::demo(base_url).await?),
        callslip_mock::Provider::HighLevel => Some(highlevel::demo(base_url).await?),
        callslip_mock::Provider::Liner => Some(liner::demo(base_url).await?),
        callslip_mock::Provider::Retell => Some(retell::demo(base_url).await?),
        callslip_mock::Provider::Twenty2 => Some(twenty2::demo(base_url).await?),
        callslip_mock::Provider::Vapi => Some(vapi::demo(base_url).await?),
        _ => None,
    })
}
