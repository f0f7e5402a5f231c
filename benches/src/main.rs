//! Runs one case a number of times: `callslip-benches CASE COUNT`. A profiler that counts instructions is run over it with
//! two counts; the difference is what one more time costs. `callslip-benches list` names the cases.

mod floor;
mod server;

use std::cell::OnceCell;
use std::hint::black_box;
use std::process::ExitCode;

use callslip_highlevel::requests::GetCallLog;
use callslip_highlevel::types;

/// The HighLevel document's example, as it stands beside the spec.
const HIGHLEVEL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../specs/highlevel/examples/get_call_log.json"
);

type Case = (&'static str, fn(&Inputs));

struct Inputs {
    /// The example without white space, as a service sends it.
    highlevel: Vec<u8>,
    /// The same with one field of the wrong type, so that plain decoding fails near its end.
    damaged: Vec<u8>,
    /// A log of a thousand actions, and the same with every second one unreadable.
    long: Vec<u8>,
    long_damaged: Vec<u8>,
    /// For the cases that call: made when the first of them runs.
    calling: OnceCell<Calling>,
}

/// What a call needs: a server, both clients, one thread to run them on.
struct Calling {
    runtime: tokio::runtime::Runtime,
    url: String,
    by_hand: reqwest::Client,
    callslip: callslip_highlevel::Client,
    _server: server::Server,
}

impl Calling {
    fn start() -> Option<Self> {
        let server = server::Server::start()?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .ok()?;
        let callslip = callslip_highlevel::Client::builder()
            .base_url(&server.base_url)
            .access_token("t");
        Some(Self {
            url: format!(
                "{}/voice-ai/dashboard/call-logs/507f1f77bcf86cd799439011",
                server.base_url
            ),
            by_hand: callslip_highlevel::http_client_builder()
                .ok()?
                .no_proxy()
                .build()
                .ok()?,
            callslip: callslip.build().ok()?,
            runtime,
            _server: server,
        })
    }
}

/// What one writes by hand: headers, query, JSON.
async fn call_by_hand(calling: &Calling) -> reqwest::Result<floor::CallLog> {
    let request = calling
        .by_hand
        .get(&calling.url)
        .query(&[("locationId", "LOC123456789ABCDEF")])
        .header("Version", "2021-04-15")
        .bearer_auth("t");
    request.send().await?.error_for_status()?.json().await
}

fn calling(inputs: &Inputs) -> &Calling {
    inputs.calling.get_or_init(|| match Calling::start() {
        Some(calling) => calling,
        None => panic!("the server or a client cannot be started"),
    })
}

/// Groups are named before the colon; the first case of a group is its floor.
const CASES: &[Case] = &[
    (
        "call, HighLevel example: reqwest and serde by hand",
        |inputs| {
            let calling = calling(inputs);
            assert!(
                calling.runtime.block_on(call_by_hand(calling)).is_ok(),
                "the call by hand works"
            );
        },
    ),
    ("call, HighLevel example: callslip", |inputs| {
        let calling = calling(inputs);
        let call = calling
            .callslip
            .get_call_log("507f1f77bcf86cd799439011", "LOC123456789ABCDEF");
        assert!(
            calling.runtime.block_on(call.send()).is_ok(),
            "the call works"
        );
    }),
    ("decode, HighLevel example: hand-written types", |inputs| {
        black_box(serde_json::from_slice::<floor::CallLog>(black_box(&inputs.highlevel)).is_ok());
    }),
    ("decode, HighLevel example: callslip", |inputs| {
        read(&inputs.highlevel)
    }),
    (
        "decode, HighLevel example: callslip types, plain serde_json",
        |inputs| {
            black_box(
                serde_json::from_slice::<types::CallLog>(black_box(&inputs.highlevel)).is_ok(),
            );
        },
    ),
    ("decode, HighLevel example: serde_json::Value", |inputs| {
        black_box(
            serde_json::from_slice::<serde_json::Value>(black_box(&inputs.highlevel)).is_ok(),
        );
    }),
    ("decode, 1,000 actions: hand-written types", |inputs| {
        black_box(serde_json::from_slice::<floor::CallLog>(black_box(&inputs.long)).is_ok());
    }),
    ("decode, 1,000 actions: callslip", |inputs| {
        read(&inputs.long)
    }),
    ("repair, HighLevel example: plain decode", |inputs| {
        read(&inputs.highlevel)
    }),
    ("repair, HighLevel example: one bad field", |inputs| {
        read(&inputs.damaged)
    }),
    ("repair, 1,000 actions: plain decode", |inputs| {
        read(&inputs.long)
    }),
    ("repair, 1,000 actions: 500 set aside", |inputs| {
        read(&inputs.long_damaged)
    }),
    ("drift, HighLevel example: plain decode", |inputs| {
        read(&inputs.highlevel)
    }),
    ("drift, HighLevel example: decode and drift", |inputs| {
        if let Ok(answer) = GetCallLog::read(inputs.highlevel.clone()) {
            black_box(answer.drift());
        }
    }),
];

/// As an answer of the service is read: fast path, and mending where it fails.
fn read(body: &[u8]) {
    black_box(GetCallLog::read(body.to_vec()).is_ok());
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let wanted = arguments.next().unwrap_or_default();
    if wanted == "list" {
        for (name, _) in CASES {
            println!("{name}");
        }
        return ExitCode::SUCCESS;
    }
    if wanted == server::SERVE {
        let Some(inputs) = inputs() else {
            return ExitCode::FAILURE;
        };
        return match server::serve(&inputs.highlevel) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
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
        eprintln!("error: {HIGHLEVEL} cannot be read or is not JSON");
        return ExitCode::FAILURE;
    };
    for _ in 0..count {
        run(&inputs);
    }
    ExitCode::SUCCESS
}

fn inputs() -> Option<Inputs> {
    let example = std::fs::read(HIGHLEVEL).ok()?;
    serde_json::from_slice::<&serde_json::value::RawValue>(&example).ok()?;
    let highlevel = compact(&example);
    let text = String::from_utf8(highlevel.clone()).ok()?;
    let damaged = text.replace(r#""messageId":""#, r#""isAgentDeleted":"m","messageId":""#);
    let (head, rest) = text.split_once(r#""executedCallActions":["#)?;
    let (actions, tail) = rest.split_once(r#"],"summary""#)?;
    let first = actions.split(r#"},{"actionId""#).next()?;
    let with = |action: &dyn Fn(usize) -> String| {
        let actions: Vec<String> = (0..1000).map(action).collect();
        format!(
            r#"{head}"executedCallActions":[{}],"summary"{tail}"#,
            actions.join(",")
        )
        .into_bytes()
    };
    let good = format!("{first}}}");
    Some(Inputs {
        damaged: (damaged != text).then(|| damaged.into_bytes())?,
        long: with(&|_| good.clone()),
        long_damaged: with(&|index| {
            if index % 2 == 0 {
                good.clone()
            } else {
                "[1]".to_owned()
            }
        }),
        highlevel,
        calling: OnceCell::new(),
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
