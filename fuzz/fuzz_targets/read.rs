//! Any bytes as the answer of each operation of each provider: reading, mending and comparing never panic, and what was read can be
//! written and read again.
//!
//! `cargo +nightly fuzz run read`

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde::Serialize;
use serde::de::DeserializeOwned;

#[macro_use]
#[path = "../../tests/src/providers.rs"]
mod providers;

fn round_trip<T: Serialize + DeserializeOwned + PartialEq>(value: &T) {
    let text = serde_json::to_vec(value).expect("what was read can be written");
    let again: T = serde_json::from_slice(&text).expect("what was written can be read plainly");
    assert!(*value == again, "a round trip changes nothing");
}

macro_rules! readers {
    ($($variant:ident $name:literal $sdk:ident $builder:tt { json { $($id:literal $request:ident,)* } $($rest:tt)* })*) => {
        const READERS: &[fn(&[u8])] = &[$($(|body| {
            if let Ok(answer) = $sdk::requests::$request::read(body.to_vec()) {
                let _ = (answer.drift(), format!("{answer:?}"));
                round_trip(&*answer);
            }
        },)*)*];
    };
}

every_provider!(readers);

fuzz_target!(|data: &[u8]| {
    if let Some((which, body)) = data.split_first() {
        READERS[usize::from(*which) % READERS.len()](body);
    }
});
