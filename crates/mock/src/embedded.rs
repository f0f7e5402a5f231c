//! The specs and examples that this crate carries, written by code generation.

use crate::provider::Provider;

/// The spec of a provider with its examples, as JSON.
pub(crate) fn embedded(provider: Provider) -> &'static str {
    match provider {
        Provider::Liner => include_str!("embedded/liner.json"),
        Provider::Twenty2 => include_str!("embedded/twenty2.json"),
        Provider::Diga => include_str!("embedded/diga.json"),
        Provider::Credira => include_str!("embedded/credira.json"),
        Provider::HighLevel => include_str!("embedded/highlevel.json"),
    }
}
