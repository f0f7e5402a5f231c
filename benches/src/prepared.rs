//! A case with everything that it reads, so that only the case itself is measured.

use crate::calling::Calling;
use crate::cases;
use crate::inputs::Inputs;

/// How often a case is run before it is measured: connections are then open, and what is made once is made.
const WARM: usize = 2;

/// A case that can be run, and has been.
pub struct Prepared {
    inputs: Inputs,
    run: fn(&Inputs),
}

impl Prepared {
    /// The case of this title; it may not call.
    pub fn alone(title: &str) -> Self {
        Self::new(title, None)
    }

    /// The case of this title, and for it the server, which is the program at this path.
    pub fn with_server(title: &str, program: &str) -> Self {
        Self::new(title, Some(program))
    }

    fn new(title: &str, program: Option<&str>) -> Self {
        let Some((_, run)) = cases::all().find(|(name, _)| *name == title) else {
            panic!("there is no case `{title}`: the titles are in benches/src/cases/");
        };
        let mut inputs = match Inputs::read() {
            Ok(inputs) => inputs,
            Err(error) => panic!("the bodies cannot be read: {error}"),
        };
        if let Some(program) = program {
            match Calling::start(program) {
                Ok(calling) => inputs.calling = Some(calling),
                Err(error) => panic!("the server or a client cannot be started: {error}"),
            }
        }
        for _ in 0..WARM {
            run(&inputs);
        }
        Self { inputs, run }
    }

    /// Runs it once more.
    #[inline]
    pub fn run(&self) {
        (self.run)(&self.inputs);
    }
}
