//! Maintenance of the workspace.

pub mod bench;
pub mod cost;
mod process;
pub mod registry;
