//! Runs one case a number of times: `callslip-benches CASE COUNT`. A profiler that counts instructions or allocations is run
//! over it with two counts; the difference is what one more time costs. `callslip-benches list` names the cases.

mod calling;
mod cases;
mod floor;
mod inputs;
mod server;

use std::process::ExitCode;

use inputs::Inputs;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let wanted = arguments.next().unwrap_or_default();
    if wanted == "list" {
        for (name, _) in cases::all() {
            println!("{name}");
        }
        return ExitCode::SUCCESS;
    }
    let inputs = match Inputs::read() {
        Ok(inputs) => inputs,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    if wanted == server::SERVE {
        return match server::serve(&inputs.served()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let count: usize = arguments
        .next()
        .and_then(|count| count.parse().ok())
        .unwrap_or(1);
    let Some((_, run)) = cases::all().find(|(name, _)| *name == wanted) else {
        eprintln!("error: there is no case `{wanted}`; `callslip-benches list` names them");
        return ExitCode::FAILURE;
    };
    for _ in 0..count {
        run(&inputs);
    }
    ExitCode::SUCCESS
}
