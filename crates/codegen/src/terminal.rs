//! What is told on the terminal. Nobody may read it, as in `callslip-codegen … | head -1`: what is to be written is written nevertheless,
//! and what the exit code has to say is said. `println!` would end the command there.

use std::fmt::Display;
use std::io::{self, Write};

/// What was done.
pub(crate) fn done(text: impl Display) {
    let _ = io::stdout().lock().write_all(text.to_string().as_bytes());
}

/// What whoever runs the command has to know.
pub(crate) fn warn(line: impl Display) {
    let line = format!("{line}\n");
    let _ = io::stderr().lock().write_all(line.as_bytes());
}
