//! Runs one case a number of times: `callslip-benches CASE COUNT`. A profiler that counts instructions is run over it with
//! two counts; the difference is what one more time costs. `callslip-benches list` names the cases.

mod floor;

use std::hint::black_box;
use std::process::ExitCode;

/// The HighLevel document's example, as it stands beside the spec.
const HIGHLEVEL: &[u8] = include_bytes!("../../specs/highlevel/examples/get_call_log.json");

type Case = (&'static str, fn(&Inputs));

struct Inputs {
    /// The example without white space, as a service sends it.
    highlevel: Vec<u8>,
}

const CASES: &[Case] = &[
    ("decode highlevel: hand-written", |inputs| {
        black_box(serde_json::from_slice::<floor::CallLog>(black_box(&inputs.highlevel)).is_ok());
    }),
    ("decode highlevel: callslip", |inputs| {
        black_box(
            serde_json::from_slice::<callslip_highlevel::types::CallLog>(black_box(
                &inputs.highlevel,
            ))
            .is_ok(),
        );
    }),
    ("decode highlevel: serde_json::Value", |inputs| {
        black_box(
            serde_json::from_slice::<serde_json::Value>(black_box(&inputs.highlevel)).is_ok(),
        );
    }),
];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let wanted = arguments.next().unwrap_or_default();
    if wanted == "list" {
        for (name, _) in CASES {
            println!("{name}");
        }
        return ExitCode::SUCCESS;
    }
    let count: usize = arguments
        .next()
        .and_then(|count| count.parse().ok())
        .unwrap_or(1);
    let Some((_, run)) = CASES.iter().find(|(name, _)| *name == wanted) else {
        eprintln!("error: there is no case `{wanted}`; `callslip-benches list` names them");
        return ExitCode::FAILURE;
    };
    let Some(inputs) = inputs() else {
        eprintln!("error: an example is not JSON");
        return ExitCode::FAILURE;
    };
    for _ in 0..count {
        run(&inputs);
    }
    ExitCode::SUCCESS
}

fn inputs() -> Option<Inputs> {
    serde_json::from_slice::<&serde_json::value::RawValue>(HIGHLEVEL).ok()?;
    Some(Inputs {
        highlevel: compact(HIGHLEVEL),
    })
}

/// JSON without white space, its fields in their order.
fn compact(json: &[u8]) -> Vec<u8> {
    let (mut inside, mut escaped) = (false, false);
    let keep = |byte: &u8| {
        let blank = !inside && byte.is_ascii_whitespace();
        if inside && !escaped && *byte == b'\\' {
            escaped = true;
        } else {
            if *byte == b'"' && !escaped {
                inside = !inside;
            }
            escaped = false;
        }
        !blank
    };
    let mut json = json.to_vec();
    json.retain(keep);
    json
}
