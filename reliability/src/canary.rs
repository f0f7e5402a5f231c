//! Markers that are planted wherever something confidential stands, and that may turn up in nothing that is printed.

/// The token of `Authorization: Bearer`.
pub const BEARER: &str = "c4nary-bearer";
/// The token that takes its place when it was refused.
pub const RENEWED: &str = "c4nary-bearer-renewed";
/// The secret of an OAuth app.
pub const APP_SECRET: &str = "c4nary-app-secret";
/// The token by which another one is had.
pub const REFRESH_TOKEN: &str = "c4nary-refresh-token";
/// An API key.
pub const API_KEY: &str = "c4nary-api-key";
/// The user of `Authorization: Basic`.
pub const USER: &str = "c4nary-user";
/// The password of `Authorization: Basic`.
pub const PASSWORD: &str = "c4nary-password";
/// User and password as they are sent.
pub const USER_AND_PASSWORD: &str = "YzRuYXJ5LXVzZXI6YzRuYXJ5LXBhc3N3b3Jk";
/// An id in the path.
pub const PATH: &str = "c4nary-path";
/// A value of the query.
pub const QUERY: &str = "c4nary-query";
/// A header of one call.
pub const HEADER: &str = "c4nary-header";
/// Something in the body of a request.
pub const REQUEST_BODY: &str = "c4nary-request-body";
/// A phone number, from a range that is kept free for examples.
pub const PHONE: &str = "+12025550143";
/// A transcript.
pub const TRANSCRIPT: &str = "c4nary-transcript";
/// A summary and whatever else is personal.
pub const PERSONAL: &str = "c4nary-personal";
/// The credential of a third party.
pub const THIRD_PARTY: &str = "c4nary-third-party";
/// The value of a field that the spec does not know.
pub const UNKNOWN: &str = "c4nary-unknown";
/// Planted by the test that shows that a leak is found, and by nothing else.
pub const DECOY: &str = "c4nary-decoy";

/// What must not be seen of each marker, beginning with its name.
const TRACES: [(&str, &str); 18] = [
    ("bearer token", BEARER),
    ("app's secret", APP_SECRET),
    ("refresh token", REFRESH_TOKEN),
    ("API key", API_KEY),
    ("user", USER),
    ("password", PASSWORD),
    ("user and password", USER_AND_PASSWORD),
    ("path", PATH),
    ("query", QUERY),
    ("header of a call", HEADER),
    ("request body", REQUEST_BODY),
    // However the number is written.
    ("phone number", "5550143"),
    ("transcript", TRANSCRIPT),
    ("personal", PERSONAL),
    ("third party's credential", THIRD_PARTY),
    ("unknown field", UNKNOWN),
    ("decoy", DECOY),
    ("some other marker", "c4nary"),
];

/// The names of the markers that a text shows.
pub fn leaks(text: &str) -> Vec<&'static str> {
    let shown = |(name, trace): &(&'static str, &str)| text.contains(trace).then_some(*name);
    TRACES.iter().filter_map(shown).collect()
}

/// Nothing confidential is in this text.
///
/// # Panics
///
/// If it shows a marker.
pub fn assert_hidden(place: &str, text: &str) {
    let leaks = leaks(text);
    // Told without the markers, which would be a leak of its own for the tests beside this one.
    let told = TRACES.iter().fold(text.to_owned(), |told, (name, trace)| {
        told.replace(trace, &format!("[{name}]"))
    });
    assert!(leaks.is_empty(), "{place} shows {leaks:?}: {told}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Careless {
        #[allow(dead_code, reason = "read by `Debug`")]
        token: &'static str,
    }

    #[test]
    fn a_careless_debug_is_found() {
        let token = BEARER;
        let shown = format!("{:#?}", Careless { token });
        assert_eq!(leaks(&shown), ["bearer token", "some other marker"]);
        assert_eq!(leaks("(202) 5550143"), ["phone number"]);
        assert!(leaks("nothing here").is_empty());
    }

    #[test]
    #[should_panic(expected = "an error shows")]
    fn a_leak_fails() {
        assert_hidden("an error", &format!("401 for {API_KEY}"));
    }
}
