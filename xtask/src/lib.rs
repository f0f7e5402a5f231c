//! Maintenance of the workspace.

pub mod bench;
pub mod cost;
pub mod new;
mod process;
pub mod registry;
pub mod release;
