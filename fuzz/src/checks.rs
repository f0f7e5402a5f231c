//! What holds for any bytes from the network, and for any document. The fuzz targets call these functions with what a fuzzer finds, and the
//! workspace's tests with random bytes, where there is no nightly compiler.

use std::path::Path;

use callslip_codegen::import::{Options, import};
use callslip_codegen::{Problem, Project};
use callslip_core::Cursor;
use callslip_core::rt::split_events;
use callslip_highlevel::webhooks::{Strictness, Verifier, read_voice_ai_call_end};
use callslip_twenty2::webhooks::read_call_ended;

const HIGHLEVEL: &[u8] =
    include_bytes!("../../specs/highlevel/examples/webhook-voice-ai-call-end.json");
const TWENTY2: &[u8] = include_bytes!("../../specs/twenty2/examples/webhook-call-ended.json");

const DOCUMENT: &[u8] = include_bytes!("../../crates/codegen/tests/import/everything.json");

/// An OpenAPI document of somebody else's: any bytes, or one that was damaged. It ends in one message that says where and what to do,
/// or in a spec that the generator takes.
pub fn document(data: &[u8]) {
    let Some((which, rest)) = data.split_first() else {
        return;
    };
    let text = match which % 2 {
        0 => rest.to_vec(),
        _ => damaged(DOCUMENT, rest),
    };
    let options = Options {
        name: "sample".to_owned(),
        ..Options::default()
    };
    let told = |problem: &Problem| {
        assert!(
            !problem.what.is_empty() && !problem.fix.is_empty(),
            "{problem}"
        )
    };
    match import(&text, Path::new("their.json"), &options) {
        Err(problem) => told(&problem),
        Ok(imported) => {
            let read = |name: &str| {
                let text = imported.files.get(name).cloned();
                text.ok_or_else(|| std::io::ErrorKind::NotFound.into())
            };
            let made = Project::new("", Path::new("out")).render_from(&read);
            assert!(made.is_ok(), "{:?}", made.err());
        }
    }
    // As a spec of ours it is most likely wrong, and all that is wrong is told.
    let text = String::from_utf8_lossy(&text).into_owned();
    let read = |name: &str| match name {
        "openapi.yaml" => Ok(text.clone()),
        "sdk.toml" => Ok(SETTINGS.to_owned()),
        _ => Err(std::io::ErrorKind::NotFound.into()),
    };
    let made = Project::new("", Path::new("out")).render_from(&read);
    made.err().iter().flatten().for_each(told);
}

const SETTINGS: &str = "[sdk]\nname = 'sample'\ntitle = 'S'\nsummary = 's'\ndocument = 'd'\n[server]\ndefault = 'https://a.example'\n\
    [credentials]\nscheme = 'key'\nsetter = 'key'\narguments = ['key']\nenv = ['SAMPLE_KEY']\n";

/// Overwrites up to 16 stretches of the example: position (2 bytes), length to drop (1), text to put in (up to the next).
pub fn damaged(example: &[u8], mut script: &[u8]) -> Vec<u8> {
    let mut body = example.to_vec();
    for _ in 0..16 {
        let [high, low, drop, put, rest @ ..] = script else {
            break;
        };
        let at = (usize::from(*high) << 8 | usize::from(*low)) % (body.len() + 1);
        let end = (at + usize::from(*drop)).min(body.len());
        let put = usize::from(*put % 24).min(rest.len());
        body.splice(at..end, rest[..put].iter().copied());
        script = &rest[put..];
    }
    body
}

/// A webhook's body: any bytes, or a document's example that was damaged. It is read or refused, what was read can be written
/// and read again, and nothing that is told of it holds a personal value.
pub fn webhook(data: &[u8]) {
    let Some((which, rest)) = data.split_first() else {
        return;
    };
    let body = match which % 4 {
        0 | 1 => rest.to_vec(),
        2 => damaged(HIGHLEVEL, rest),
        _ => damaged(TWENTY2, rest),
    };
    let told = if which % 2 == 0 {
        highlevel(body)
    } else {
        match read_call_ended(body) {
            Ok(ended) => {
                let text = serde_json::to_vec(&*ended).expect("what was read can be written");
                let again = serde_json::from_slice(&text).expect("and read plainly");
                assert!(*ended == again, "a round trip changes nothing");
                format!("{:?} {:?}", ended.repairs(), ended.drift())
            }
            Err(error) => format!("{error} {error:?}"),
        }
    };
    assert!(!told.contains("+1234567890"), "a phone number is told");
}

fn highlevel(body: Vec<u8>) -> String {
    // Whoever has the signature checked elsewhere gets as far as this: age and identifier are read from the body, too.
    let verifier = Verifier::builder()
        .legacy_check(|_, _| true)
        .strictness(Strictness::Lenient)
        .build();
    let header = |name: &str| (name == "x-wh-signature").then_some(b"AAAA".as_slice());
    let mut told = match verifier.check_with(header, body.clone()) {
        Ok(delivery) => {
            let _ = delivery.voice_ai_call_end();
            // It shows identifiers, into which a cut can move the digits of a number; that it can be shown is enough here.
            let _ = format!("{delivery:?}");
            String::new()
        }
        Err(refused) => format!("{refused} {refused:?}"),
    };
    match read_voice_ai_call_end(body) {
        Ok(ended) => {
            let text = serde_json::to_vec(&*ended).expect("what was read can be written");
            let again = serde_json::from_slice(&text).expect("and read plainly");
            assert!(*ended == again, "a round trip changes nothing");
            told += &format!("{:?} {:?}", ended.repairs(), ended.drift());
        }
        Err(error) => told += &format!("{error} {error:?}"),
    }
    told
}

/// A text that somebody kept: a cursor, which then survives its own text, or an error that does not hold it.
pub fn cursor(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    // Nearly right ones, too: the front is what every cursor has.
    for text in [text.to_string(), format!("c1:acme.list:{text}")] {
        match text.parse::<Cursor>() {
            Ok(cursor) => {
                let again = cursor.to_string();
                assert_eq!(again.parse().as_ref(), Ok(&cursor), "{text:?}");
                assert!(again.is_ascii(), "{again:?}");
            }
            Err(error) => {
                let told = Some(error);
                let fixed = ["", "c9:"].map(|text| text.parse::<Cursor>().err());
                assert!(fixed.contains(&told), "{told:?} is one of two fixed texts");
            }
        }
    }
}

/// A stream of events: the same ones, however it is cut into pieces.
pub fn events(data: &[u8]) {
    let [cap, step, more, bytes @ ..] = data else {
        return;
    };
    let cap = usize::from(*cap);
    let whole = split_events(cap, [bytes]);
    for event in whole.0.iter().flatten() {
        assert!(event.1.len() <= cap, "an event is larger than the cap");
    }
    for size in [1, usize::from(*step).max(1), usize::from(*more).max(1)] {
        assert_eq!(
            split_events(cap, bytes.chunks(size)),
            whole,
            "in pieces of {size}"
        );
    }
    // Pieces of different sizes.
    let mut rest = bytes;
    let mut pieces = Vec::new();
    for size in [*step, *more].into_iter().cycle() {
        let (piece, after) = rest.split_at(usize::from(size).max(1).min(rest.len()));
        pieces.push(piece);
        rest = after;
        if rest.is_empty() {
            break;
        }
    }
    assert_eq!(split_events(cap, pieces), whole, "in pieces of two sizes");
}
