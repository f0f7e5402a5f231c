//! What an SDK costs, beside hand-written code in the same run: the cases, what they read, and the local server that they
//! call. The harnesses are in `benches/`: `instructions` counts (gungraun), `time` and `codegen` measure (criterion).

mod calling;
pub mod cases;
mod floor;
pub mod inputs;
mod prepared;
pub mod server;

pub use prepared::Prepared;
