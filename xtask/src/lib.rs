//! Maintenance of the workspace.

pub mod bench;
pub mod breaking;
pub mod codegen;
pub mod cost;
pub mod new;
mod plain;
mod process;
pub mod reference;
pub mod registry;
pub mod release;
