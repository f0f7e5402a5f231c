//! Which filters a provider documents. Any other is refused: a service that ignores it would list what nobody asked for.

use crate::failure::Failure;
use crate::provider::Provider;

use super::arguments::{Filters, List};

/// What the command passes on to the provider's list of calls; what is required comes first.
const fn documented(provider: Provider) -> &'static [&'static str] {
    match provider {
        Provider::Liner => &[
            "--lead-id",
            "--order-id",
            "--user-id",
            "--status",
            "--since",
            "--until",
            "--call-id",
            "--page-size",
        ],
        Provider::Twenty2 => &[],
        Provider::Diga => &[
            "--since",
            "--until",
            "--status",
            "--direction",
            "--agent-id",
            "--contact-id",
            "--phone-id",
            "--page-size",
        ],
        Provider::Credira => &["--invoice-id"],
        Provider::Highlevel => &[
            "--location-id",
            "--since",
            "--until",
            "--agent-id",
            "--contact-id",
            "--call-type",
            "--action-type",
            "--page-size",
        ],
    }
}

/// Refuses what the provider does not document.
pub fn check(arguments: &List) -> Result<(), Failure> {
    let documented = documented(arguments.provider);
    let name = arguments.provider.title();
    for given in given(arguments) {
        if !documented.contains(&given) {
            let documented = if documented.is_empty() {
                "none".to_owned()
            } else {
                documented.join(", ")
            };
            return Err(Failure::usage(format!(
                "{given}: {name} documents no such thing for its list of calls; what it documents: {documented}"
            )));
        }
    }
    Ok(())
}

/// For Liner: the recordings of a call are filtered by the call alone.
pub fn only_call_id(arguments: &List) -> Result<(), Failure> {
    let other = given(arguments)
        .into_iter()
        .find(|given| !["--call-id", "--page-size"].contains(given));
    match other {
        Some(other) => Err(Failure::usage(format!(
            "{other}: with --call-id Liner lists the recordings of that call, and documents no other filter for them"
        ))),
        None => Ok(()),
    }
}

/// The options that were given and depend on the provider.
fn given(arguments: &List) -> Vec<&'static str> {
    let Filters {
        since,
        until,
        status,
        direction,
        agent_id,
        contact_id,
        phone_id,
        lead_id,
        order_id,
        user_id,
        call_id,
        invoice_id,
        location_id,
        call_type,
        action_type,
    } = &arguments.filters;
    [
        ("--since", since.is_some()),
        ("--until", until.is_some()),
        ("--status", !status.is_empty()),
        ("--direction", direction.is_some()),
        ("--agent-id", agent_id.is_some()),
        ("--contact-id", !contact_id.is_empty()),
        ("--phone-id", phone_id.is_some()),
        ("--lead-id", !lead_id.is_empty()),
        ("--order-id", !order_id.is_empty()),
        ("--user-id", !user_id.is_empty()),
        ("--call-id", call_id.is_some()),
        ("--invoice-id", invoice_id.is_some()),
        ("--location-id", location_id.is_some()),
        ("--call-type", call_type.is_some()),
        ("--action-type", !action_type.is_empty()),
        ("--page-size", arguments.page_size.is_some()),
    ]
    .into_iter()
    .filter_map(|(name, given)| given.then_some(name))
    .collect()
}
