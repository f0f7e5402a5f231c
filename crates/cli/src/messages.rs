//! Lines for whoever runs the command. Nobody may read them: `callslip mock … | head -1` is served on, and a lake whose progress goes
//! into a pager that was left is filled on. `eprintln!` would end the command there.

use std::fmt::Display;
use std::io::{self, Write};

/// A line on standard error, whether anybody reads it or not.
pub fn tell(line: impl Display) {
    // In one piece, so that lines of several programs do not mix.
    let line = format!("{line}\n");
    let _ = io::stderr().lock().write_all(line.as_bytes());
}

/// A line on standard output of a command that has more to do or to tell than what it prints: its exit code, above all.
///
/// # Errors
///
/// If it cannot be written, unless it is that nobody reads it.
pub fn announce(line: impl Display) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let written = writeln!(out, "{line}").and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
