//! Whether what came is a file at all. Services and stores answer 200 with an error in JSON, a page, XML or nothing where a
//! recording should be, and often give it the recording's own media type; so the first bytes are judged, too.

/// How many of the first bytes are looked at, at most. Only what begins like JSON, markup or blanks is held back at all.
pub(super) const WINDOW: usize = 2048;

/// What is taken as the file: what the user has named, or else anything but what services say when there is none.
#[derive(Clone, Default)]
pub(super) struct Expected(Option<Vec<String>>);

/// What an answer is that has no file in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NoFile {
    Json,
    Page,
    Xml,
}

/// What the first bytes are.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Beginning {
    File,
    /// What is wrong.
    NoFile(String),
    /// Too few to tell.
    Open,
}

impl NoFile {
    /// What a media type says of itself.
    fn of_type(essence: &str) -> Option<Self> {
        match essence {
            "text/html" | "application/xhtml+xml" => Some(Self::Page),
            "text/xml" | "application/xml" => Some(Self::Xml),
            // `application/problem+json` and `application/x-ndjson` as well.
            _ if essence.contains("json") => Some(Self::Json),
            _ if essence.ends_with("+xml") => Some(Self::Xml),
            _ => None,
        }
    }

    fn message(self) -> String {
        let (what, media_type) = match self {
            Self::Json => ("JSON, in which services answer errors,", "application/json"),
            Self::Page => ("an HTML page", "text/html"),
            Self::Xml => ("XML, in which stores answer errors,", "application/xml"),
        };
        format!(
            "{what} came in place of a file: is it not ready, or has the link run out? If that is the file, say \
             expect_type(\"{media_type}\")"
        )
    }
}

impl Expected {
    /// One media type or several with commas between them, as in `Accept`; each may be a family, `audio/*`.
    pub(super) fn new(media_types: &str) -> Self {
        let each = media_types.split(',').map(essence);
        Self(Some(each.filter(|name| !name.is_empty()).collect()))
    }

    /// What is wrong with a media type.
    pub(super) fn refuses(&self, found: &str) -> Option<String> {
        if says_nothing(found) || self.is_anything() {
            return None;
        }
        let no_file = NoFile::of_type(found);
        match &self.0 {
            Some(names) if !names.iter().any(|name| matches(found, name)) => Some(format!(
                "the content is {}, expected {}",
                shown(found),
                names.join(", ")
            )),
            // A family does not name them: whoever expects `text/*` does not expect a page.
            _ => no_file
                .filter(|no_file| !self.names(*no_file))
                .map(|no_file| format!("the content is {}: {}", shown(found), no_file.message())),
        }
    }

    /// What the first bytes say, whatever media type was given to them; `complete` if no more will come.
    ///
    /// What looks like text is refused only where it cannot be meant: a transcript may begin with `[00:01]` or `<Agent>`, so
    /// JSON has to be JSON as far as it goes, and markup known or closed. Sound and pictures never look like text.
    pub(super) fn judge(&self, declared: Option<&str>, bytes: &[u8], complete: bool) -> Beginning {
        if self.is_anything() {
            return Beginning::File;
        }
        let complete = complete && bytes.len() <= WINDOW;
        let decided = complete || bytes.len() >= WINDOW;
        let bytes = &bytes[..bytes.len().min(WINDOW)];
        let text = plain(bytes);
        let Some(first) = text.first() else {
            return match (complete, decided) {
                (true, _) => Beginning::NoFile(
                    "not a byte came, and an empty file is none: is it not ready yet? If it is meant, say \
                     expect_type(\"*/*\")"
                        .to_owned(),
                ),
                (false, true) => Beginning::File,
                (false, false) => Beginning::Open,
            };
        };
        let found = match first {
            b'{' | b'[' | b'<' if self.is_media(declared) && is_text(&text) => {
                Some(if *first == b'<' {
                    markup(&text, complete).unwrap_or(NoFile::Xml)
                } else {
                    NoFile::Json
                })
            }
            b'{' | b'[' => is_json(&text).then_some(NoFile::Json),
            b'<' => markup(&text, complete),
            b'"' | b'n' | b't' | b'f' if !complete => {
                // A whole body of one word or one text can be an answer; a file that only begins so is none.
                let word = [&b"null"[..], b"true", b"false"]
                    .iter()
                    .any(|word| word.starts_with(text.trim_ascii_end()));
                return if !decided && (word || *first == b'"') {
                    Beginning::Open
                } else {
                    Beginning::File
                };
            }
            b'"' | b'n' | b't' | b'f' => {
                crate::json::text::is_json(String::from_utf8_lossy(&text).as_bytes())
                    .then_some(NoFile::Json)
            }
            // A byte order mark of which not all has come yet.
            0xef | 0xbb | 0xfe | 0xff if bytes.len() < 3 && !complete => return Beginning::Open,
            _ => return Beginning::File,
        };
        if !decided {
            return Beginning::Open;
        }
        // A page may be written as XML.
        let meant = |found| self.names(found) || (found == NoFile::Xml && self.names(NoFile::Page));
        match found {
            Some(found) if !meant(found) => Beginning::NoFile(found.message()),
            _ => Beginning::File,
        }
    }

    /// Whether the user takes whatever comes.
    fn is_anything(&self) -> bool {
        self.0
            .iter()
            .flatten()
            .any(|name| matches!(name.as_str(), "*" | "*/*"))
    }

    fn names(&self, no_file: NoFile) -> bool {
        let mut names = self.0.iter().flatten();
        names.any(|name| NoFile::of_type(name) == Some(no_file))
    }

    /// Whether it is to be sound, or something else that is never written in letters.
    fn is_media(&self, declared: Option<&str>) -> bool {
        let media = |name: &str| {
            let family = name.split('/').next().unwrap_or_default();
            matches!(family, "audio" | "video" | "image") && NoFile::of_type(name).is_none()
        };
        match &self.0 {
            Some(names) => names.iter().all(|name| media(name)),
            None => declared.is_some_and(media),
        }
    }
}

/// A media type without its parameters.
pub(super) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// The types that stores give to what nobody gave a type, and services to what is to be saved.
fn says_nothing(essence: &str) -> bool {
    const NOTHING: &str = "application/octet-stream binary/octet-stream application/binary application/download \
        application/x-download application/force-download";
    essence.is_empty() || NOTHING.split(' ').any(|name| name == essence)
}

fn matches(found: &str, expected: &str) -> bool {
    match expected.strip_suffix('*') {
        Some(family) => found.starts_with(family),
        None => found == expected,
    }
}

/// A type as a message may show it: what looks like none could be anything.
fn shown(essence: &str) -> &str {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/+-.".contains(c);
    if essence.len() <= 64 && essence.chars().all(plain) {
        essence
    } else {
        "of another type"
    }
}

/// The bytes as text that begins with what is no blank. UTF-16 is read as far as it is ASCII, which is all that is looked at.
fn plain(bytes: &[u8]) -> Vec<u8> {
    let wide = match bytes {
        [0xff, 0xfe, rest @ ..] | [0xfe, 0xff, rest @ ..] => Some(rest),
        [b'<' | b'{' | b'[', 0, _, 0, ..] => Some(bytes),
        _ => None,
    };
    let ascii = |wide: &[u8]| {
        let no_byte_of = |half: usize| wide.iter().skip(half).step_by(2).all(|byte| *byte == 0);
        no_byte_of(0) || no_byte_of(1)
    };
    if let Some(wide) = wide.filter(|wide| ascii(wide)) {
        let narrow: Vec<u8> = wide.iter().copied().filter(|byte| *byte != 0).collect();
        return narrow.trim_ascii_start().to_vec();
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    text.trim_ascii_start().to_vec()
}

/// Whether it is written in letters, as far as it goes.
fn is_text(bytes: &[u8]) -> bool {
    let sound = match std::str::from_utf8(bytes) {
        Ok(_) => true,
        // The end of the window may cut a letter.
        Err(error) => error.error_len().is_none(),
    };
    sound
        && !bytes
            .iter()
            .any(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace())
}

/// Whether it is JSON, or the beginning of it.
fn is_json(text: &[u8]) -> bool {
    let text = String::from_utf8_lossy(text);
    let mut values = serde_json::Deserializer::from_str(&text).into_iter::<serde::de::IgnoredAny>();
    match values.next() {
        // `[1] hello` begins with a value and is none; one object after the other is.
        Some(Ok(_)) => {
            let behind = text.as_bytes().get(values.byte_offset()..);
            text.starts_with('{') || behind.is_some_and(|it| it.trim_ascii().is_empty())
        }
        Some(Err(error)) => error.is_eof(),
        None => false,
    }
}

/// Whether it is HTML or XML: by a name that those begin with, or because the element that it begins with is closed at its end.
fn markup(text: &[u8], complete: bool) -> Option<NoFile> {
    const PAGE: &str = "html head body script style title meta link iframe table div center form font h1 h2 h3 p br pre";
    let rest = text.strip_prefix(b"<")?;
    let begins = |name: &str| {
        rest.get(..name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    if begins("!doctype") || begins("!--") {
        return Some(NoFile::Page);
    }
    if begins("?xml") {
        return Some(NoFile::Xml);
    }
    let end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
    let name = &rest[..rest.iter().position(end)?];
    let mut pages = PAGE.split(' ');
    if pages.any(|known| name.eq_ignore_ascii_case(known.as_bytes())) {
        return Some(NoFile::Page);
    }
    let closed = [b"</", name, b">"].concat();
    let whole = text.trim_ascii_end();
    let element = !name.is_empty() && (whole.ends_with(&closed) || whole.ends_with(b"/>"));
    (name.eq_ignore_ascii_case(b"error") || (complete && element)).then_some(NoFile::Xml)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether bytes are taken, as a whole body.
    fn taken(expected: Option<&str>, declared: Option<&str>, bytes: &[u8]) -> bool {
        let expected = expected.map(Expected::new).unwrap_or_default();
        let verdict = expected.judge(declared, bytes, true);
        assert_ne!(verdict, Beginning::Open, "there is no more to come");
        // However it is cut, the verdict is the same as soon as there is one.
        for cut in 0..bytes.len() {
            match expected.judge(declared, &bytes[..cut], false) {
                Beginning::Open => {}
                early => assert_eq!(
                    early,
                    verdict,
                    "{cut} of {}",
                    String::from_utf8_lossy(bytes)
                ),
            }
        }
        verdict == Beginning::File
    }

    const NO_FILES: [&[u8]; 29] = [
        b"",
        b" \r\n",
        b"\xef\xbb\xbf",
        b"{}",
        b"[]",
        b"{\n \"error\": \"recording is not ready\"\n}",
        b"\xef\xbb\xbf  {\"error\": 1}",
        b"{\"error\": \"cut sho",
        b"[{\"code\": 404}]",
        b"{\"a\": 1}\n{\"a\": 2}\n",
        b"null",
        b" false\n",
        b"\"not found\"",
        b"<!DOCTYPE html><title>Sign in</title>",
        b"<!doctype HTML PUBLIC>",
        b"\n\t<html lang=\"en\">",
        b"<HTML>",
        b"<head><title>502</title></head>",
        b"<body/>",
        b"<h1>Not found</h1>",
        b"<!-- error --><p>",
        b"<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>",
        b"<Error><Code>ExpiredToken</Code><Message>cut sho",
        b"<error>not found</error>",
        b"<ns:Fault xmlns:ns=\"urn:x\">not found</ns:Fault>\n",
        b"<nothing/>",
        b"\xff\xfe{\0\"\0a\0\"\0:\0",
        b"\xfe\xff\0<\0h\0t\0m\0l\0>",
        b"<\0?\0x\0m\0l\0 \0",
    ];

    #[test]
    fn what_is_no_file_is_none_whatever_type_it_was_given() {
        for bytes in NO_FILES {
            let shown = String::from_utf8_lossy(bytes);
            for declared in [
                None,
                Some("audio/mpeg"),
                Some("text/plain"),
                Some("application/octet-stream"),
            ] {
                for expected in [
                    None,
                    Some("audio/*"),
                    Some("audio/mpeg, video/*"),
                    Some("text/*"),
                    Some("text/plain"),
                ] {
                    assert!(
                        !taken(expected, declared, bytes),
                        "{shown:?} as {declared:?}, {expected:?}"
                    );
                }
                assert!(taken(Some("*/*"), declared, bytes), "{shown:?}");
            }
        }
    }

    #[test]
    fn what_is_meant_is_named_and_nothing_else_comes_with_it() {
        for (meant, json, page, xml) in [
            ("application/json", true, false, false),
            ("text/plain, application/json", true, false, false),
            ("application/x-ndjson", true, false, false),
            ("text/html", false, true, true),
            ("text/xml", false, false, true),
            ("image/svg+xml", false, false, true),
        ] {
            let meant = Some(meant);
            assert_eq!(taken(meant, None, b"{\"a\": 1}"), json, "{meant:?}");
            assert_eq!(taken(meant, None, b"<!doctype html><p>"), page, "{meant:?}");
            assert_eq!(
                taken(meant, None, b"<?xml version=\"1.0\"?><a/>"),
                xml,
                "{meant:?}"
            );
            assert!(!taken(meant, None, b""), "{meant:?}");
        }
    }

    #[test]
    fn sound_and_text_are_files() {
        let sound: [&[u8]; 13] = [
            b"ID3\x04\0",
            b"\xff\xfb\x90\x64",
            b"\xff\xfe\x7b\x41",
            b"\xff",
            b"RIFF$\0\0\0WAVE",
            b"OggS\0",
            b"fLaC\0",
            b"\0\0\0\x20ftypM4A ",
            b"\x1a\x45\xdf\xa3",
            // Samples without a header, which can begin with anything.
            b"<\x01{\x80\0\xff",
            b"{\x10",
            b"[\x01\x02",
            b" \x03",
        ];
        for bytes in sound {
            for expected in [None, Some("audio/*")] {
                assert!(taken(expected, Some("audio/mpeg"), bytes), "{bytes:?}");
            }
        }
        let text: [&[u8]; 13] = [
            b"Agent: good morning",
            b"[00:00:01] Agent: good morning",
            b"[1] good morning",
            b"[Agent] good morning",
            b"{Agent} good morning",
            b"<Agent> good morning",
            b"<v Agent>good morning",
            b"\"Good morning,\" she said",
            b"\"Good morning\" is what she said",
            b"nobody spoke",
            b"true enough",
            b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent>Hi",
            b"1\n00:00:01,000 --> 00:00:02,000\nHi",
        ];
        for bytes in text {
            for (expected, declared) in [
                (None, None),
                (None, Some("text/plain")),
                (Some("text/plain"), None),
                (Some("text/*, application/json"), Some("text/plain")),
            ] {
                assert!(
                    taken(expected, declared, bytes),
                    "{:?}",
                    String::from_utf8_lossy(bytes)
                );
            }
        }
    }

    #[test]
    fn what_is_long_is_judged_by_its_beginning() {
        let long = |begin: &[u8], filler: u8| [begin, &vec![filler; 3 * WINDOW]].concat();
        assert!(!taken(None, None, &long(b"{\"message\": \"", b'x')));
        assert!(!taken(None, None, &long(b"<html>", b'x')));
        assert!(!taken(Some("audio/*"), None, &long(b"{message: ", b'x')));
        assert!(
            taken(None, None, &long(b"", b' ')),
            "blanks are not nothing"
        );
        assert!(taken(None, None, &long(b"[00:01] ", b'x')));
        // A recording is not held back.
        assert_eq!(
            Expected::default().judge(None, b"ID3", false),
            Beginning::File
        );
    }

    #[test]
    fn a_type_is_judged_if_one_is_told() {
        let refused = |expected: Option<&str>, found: &str| {
            let expected = expected.map(Expected::new).unwrap_or_default();
            expected.refuses(found).is_some()
        };
        for found in [
            "audio/mpeg",
            "text/plain",
            "application/pdf",
            "text/vtt",
            "application/octet-stream",
            "",
        ] {
            assert!(!refused(None, found), "{found}");
        }
        for found in [
            "text/html",
            "application/xhtml+xml",
            "application/json",
            "text/json",
            "application/problem+json",
            "application/xml",
            "text/xml",
            "application/atom+xml",
        ] {
            assert!(refused(None, found), "{found}");
            assert!(
                refused(Some("text/*, application/*"), found),
                "a family does not name {found}"
            );
            assert!(
                !refused(Some(found), found) && !refused(Some("*/*"), found),
                "{found}"
            );
        }
        for expected in [
            "audio/mpeg",
            "Audio/*",
            "audio/mpeg; x=y",
            "*/*",
            "text/plain, audio/*",
        ] {
            assert!(!refused(Some(expected), "audio/mpeg"), "{expected}");
        }
        for expected in ["audio/wav", "video/*", "audio/", "", "text/plain, video/*"] {
            assert!(refused(Some(expected), "audio/mpeg"), "{expected}");
        }
        for nothing in [
            "application/octet-stream",
            "binary/octet-stream",
            "application/force-download",
            "",
        ] {
            assert!(!refused(Some("audio/mpeg"), nothing), "{nothing}");
        }
        let told = Expected::new("audio/*")
            .refuses("m4rker m4rker")
            .expect("refused");
        assert!(!told.contains("m4rker"), "{told}");
    }
}
