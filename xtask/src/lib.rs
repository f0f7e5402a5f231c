//! Maintenance of the workspace, as a library so that its tests can drive it.

pub mod bench;
pub mod codegen;
pub mod cost;
pub mod drift;
mod process;
