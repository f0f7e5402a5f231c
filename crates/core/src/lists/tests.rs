//! Lists read from pages that a closure makes: no network, no time.

mod ends;
mod fake;
mod resuming;
mod shifting;
mod simulation;
mod taking;
