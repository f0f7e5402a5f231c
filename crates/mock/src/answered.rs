//! What is told of an answer while a mock runs.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// One answer. It tells no value that the request had: not in its path, and nothing of its query or body.
#[derive(Clone, Copy, Debug)]
pub struct Answered<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: Option<&'a str>,
    pub(crate) status: u16,
    pub(crate) took: Duration,
}

impl<'a> Answered<'a> {
    /// The method of the request.
    pub fn method(&self) -> &'a str {
        self.method
    }

    /// The path as the spec writes it, with the names of its parameters; `None` if no operation has this path.
    pub fn path(&self) -> Option<&'a str> {
        self.path
    }

    /// The status of the answer; 0 if the connection was closed instead.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// From the request's head to the answer's.
    pub fn took(&self) -> Duration {
        self.took
    }
}

impl fmt::Display for Answered<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.unwrap_or("(a path of no operation)");
        let milliseconds = self.took.as_secs_f64() * 1000.0;
        write!(formatter, "{} {path} ", self.method)?;
        match self.status {
            0 => formatter.write_str("closed")?,
            status => write!(formatter, "{status}")?,
        }
        write!(formatter, " {milliseconds:.1} ms")
    }
}

type Hear = dyn Fn(&Answered<'_>) + Send + Sync;

/// Who wants to know.
#[derive(Clone, Default)]
pub(crate) struct Listener(Option<Arc<Hear>>);

impl Listener {
    pub(crate) fn new(hear: impl Fn(&Answered<'_>) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(hear)))
    }

    pub(crate) fn hear(&self, answered: &Answered<'_>) {
        if let Some(hear) = &self.0 {
            hear(answered);
        }
    }
}

impl fmt::Debug for Listener {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Listener")
    }
}
