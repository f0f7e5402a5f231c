//! Generated code: it is what is committed, it compiles, and it does what it is for.

mod golden_answers;
mod golden_bodies;
mod golden_credentials;
mod golden_forms;
mod golden_output;
mod golden_paging;
mod golden_parameters;
mod golden_together;
mod golden_use;
mod plain_requests;
