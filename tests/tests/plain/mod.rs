//! Generated: see `xtask/src/plain.rs`.

#[rustfmt::skip]
mod credira;
#[rustfmt::skip]
mod diga;
#[rustfmt::skip]
mod highlevel;
#[rustfmt::skip]
mod liner;
#[rustfmt::skip]
mod retell;
#[rustfmt::skip]
mod twenty2;
#[rustfmt::skip]
mod vapi;

/// Compares the operations of every provider.
pub(crate) async fn compare(comparison: &mut super::Comparison) {
    credira::compare(comparison).await;
    diga::compare(comparison).await;
    highlevel::compare(comparison).await;
    liner::compare(comparison).await;
    retell::compare(comparison).await;
    twenty2::compare(comparison).await;
    vapi::compare(comparison).await;
}
