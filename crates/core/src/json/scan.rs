//! Finds the list in a body and each of its items, on bytes: a body can hold what no JSON parser reads, and then only the
//! item that holds it is lost.
//!
//! Strings, brackets and commas are all that is looked at. Nothing here judges what stands between them; whoever reads a
//! value does.

use std::borrow::Cow;
use std::ops::Range;

use crate::json::text::{is_json, segments, skip_space, string_end, unescape, valid};

/// Reads one item of a list.
pub(crate) trait ItemVisitor {
    /// Reads the item that begins at `at`, and says where it ended; `None` if it cannot be read as it stands.
    fn read(&mut self, at: usize) -> Option<usize>;

    /// Takes note of an item that could not be read.
    fn take_raw(&mut self, item: Range<usize>);

    /// The list begins, and what was read before was of a list that does not count.
    fn begin(&mut self);
}

/// What stands where the list should be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// A list, from its opening bracket to behind its closing one.
    List(Range<usize>),
    /// Another value.
    Other(Range<usize>),
    Nothing,
}

/// A walk over a body to the list at a pointer, whose items are read on the way.
pub(crate) struct Scan<'a, R> {
    body: &'a [u8],
    items: &'a mut R,
    found: Found,
    /// The list was walked over to its end, and what is around it is JSON: the ends of its items can be believed.
    closes: bool,
    /// How many bytes may still be looked at to find the end of a broken item.
    effort: usize,
}

/// Looks for the list at `pointer`; `None` if the body breaks off or is not put together as JSON is.
pub(crate) fn scan<R: ItemVisitor>(body: &[u8], pointer: &str, items: &mut R) -> Option<Found> {
    let segments: Vec<Cow<'_, str>> = segments(pointer).collect();
    let mut scan = Scan {
        body,
        items,
        found: Found::Nothing,
        closes: false,
        effort: body.len().saturating_mul(8),
    };
    let begin = scan.skip_space(0);
    if !matches!(body.get(begin)?, b'{' | b'[') {
        return Some(Found::Other(begin..body.trim_ascii_end().len().max(begin)));
    }
    let end = scan.value(begin, &segments)?;
    let rest_is_space = scan.skip_space(end) == body.len();
    rest_is_space.then_some(scan.found)
}

/// The body with other text in some places, given from front to back.
pub(crate) fn replaced(body: &[u8], places: &[Range<usize>], with: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut copied = 0;
    for place in places {
        out.extend_from_slice(body.get(copied..place.start).unwrap_or_default());
        out.extend_from_slice(with);
        copied = place.end;
    }
    out.extend_from_slice(body.get(copied..).unwrap_or_default());
    out
}

/// The body with an empty list in the place of its list.
pub(crate) fn without(body: &[u8], list: Range<usize>) -> Vec<u8> {
    replaced(body, &[list], b"[]")
}

/// What is around a list, so that it can be read, and whether a token in it was none and was taken out: bare words that no JSON has
/// become null, raw line breaks in strings become spaces. `None` if that does not help.
///
/// What is around the items is small and mostly not asked for; a wrong byte there must not cost all of them.
pub(crate) fn readable(envelope: Vec<u8>) -> Option<(Vec<u8>, bool)> {
    if valid(&envelope).is_ok() {
        return Some((envelope, false));
    }
    let mut out = Vec::with_capacity(envelope.len());
    let mut at = 0;
    while let Some(byte) = envelope.get(at).copied() {
        at = match byte {
            b'"' => {
                let end = string_end(&envelope, at)?;
                let text = envelope.get(at..end)?;
                out.extend(
                    text.iter()
                        .map(|byte| if *byte < b' ' { b' ' } else { *byte }),
                );
                end
            }
            byte if !is_of_word(byte) => {
                out.push(byte);
                at + 1
            }
            _ => {
                let rest = envelope.get(at..)?.iter();
                let end = at + rest.take_while(|byte| is_of_word(**byte)).count();
                let word = envelope.get(at..end)?;
                out.extend_from_slice(if is_json(word) { word } else { b"null" });
                end
            }
        };
    }
    valid(&out).is_ok().then_some((out, true))
}

fn is_of_word(byte: u8) -> bool {
    !matches!(
        byte,
        b'"' | b'{' | b'}' | b'[' | b']' | b',' | b':' | b' ' | b'\t' | b'\n' | b'\r'
    )
}

impl<R: ItemVisitor> Scan<'_, R> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.body.get(at).copied()
    }

    fn skip_space(&self, at: usize) -> usize {
        skip_space(self.body, at)
    }

    /// Passes over the value at `at`, in which the list lies along `segments`; gives where it ends.
    fn value(&mut self, at: usize, segments: &[Cow<'_, str>]) -> Option<usize> {
        // Of two equal keys the later one counts, so whatever was found in the one before is void.
        self.found = Found::Nothing;
        let Some((name, deeper)) = segments.split_first() else {
            return self.list(at);
        };
        if self.byte(at)? != b'{' {
            return extent(self.body, at);
        }
        let mut at = self.skip_space(at + 1);
        loop {
            match self.byte(at)? {
                b'}' => return Some(at + 1),
                b',' => at = self.skip_space(at + 1),
                b'"' => {
                    let end = string_end(self.body, at)?;
                    let here = is_key(self.body.get(at..end)?, name);
                    let colon = self.skip_space(end);
                    if self.byte(colon)? != b':' {
                        return None;
                    }
                    let value = self.skip_space(colon + 1);
                    let end = if here {
                        self.value(value, deeper)?
                    } else {
                        extent(self.body, value)?
                    };
                    at = self.skip_space(end);
                }
                _ => return None,
            }
        }
    }

    /// Reads the list at `at`, if there is one.
    fn list(&mut self, open: usize) -> Option<usize> {
        if self.byte(open)? != b'[' {
            let end = extent(self.body, open)?;
            self.found = Found::Other(open..trimmed(self.body, open, end));
            return Some(end);
        }
        self.items.begin();
        self.closes = false;
        let mut at = self.skip_space(open + 1);
        if self.byte(at)? == b']' {
            self.found = Found::List(open..at + 1);
            return Some(at + 1);
        }
        loop {
            let end = match self.items.read(at).map(|end| self.skip_space(end)) {
                Some(end) if matches!(self.byte(end), Some(b',' | b']')) => end,
                _ => {
                    let end = self.end_of_broken(open, at)?;
                    self.items.take_raw(at..trimmed(self.body, at, end));
                    end
                }
            };
            match self.byte(end)? {
                b',' => at = self.skip_space(end + 1),
                b']' => {
                    self.found = Found::List(open..end + 1);
                    return Some(end + 1);
                }
                _ => return None,
            }
        }
    }

    /// Where an item ends that could not be read. Brackets and quotes tell, unless one of them is what is broken; then an end is
    /// looked for from which on the list and what is around it are whole, with bounded effort.
    fn end_of_broken(&mut self, open: usize, at: usize) -> Option<usize> {
        if let Some(end) = extent(self.body, at) {
            let item = self.body.get(at..end)?.trim_ascii();
            if self.closes || is_json(item) || self.closes_after(open, end) {
                return Some(end);
            }
        }
        let mut from = at;
        while let Some(step) = self.body.get(from..)?.iter().position(|byte| *byte == b'}') {
            from += step + 1;
            self.effort = self.effort.checked_sub(step + 1)?;
            let end = self.skip_space(from);
            let item_follows = match self.byte(end) {
                Some(b']') => true,
                Some(b',') => self.byte(self.skip_space(end + 1)) == Some(b'{'),
                _ => false,
            };
            if item_follows && self.closes_after(open, end) {
                return Some(end);
            }
        }
        None
    }

    /// Whether the list goes on to its end from the comma or bracket at `end`, and what is around it is JSON.
    fn closes_after(&mut self, open: usize, mut end: usize) -> bool {
        let begin = end;
        while self.byte(end) == Some(b',') {
            match extent(self.body, self.skip_space(end + 1)) {
                Some(next) => end = next,
                None => {
                    self.effort = self.effort.saturating_sub(self.body.len() - begin);
                    return false;
                }
            }
        }
        self.effort = self.effort.saturating_sub(end - begin);
        self.closes =
            self.byte(end) == Some(b']') && readable(without(self.body, open..end + 1)).is_some();
        self.closes
    }
}

/// The end of what stands from `start` to `end`, without white space behind it.
fn trimmed(body: &[u8], start: usize, end: usize) -> usize {
    let value = body.get(start..end).unwrap_or_default();
    start + value.trim_ascii_end().len()
}

/// Where the value at `at` ends: at the comma or bracket of what is around it.
pub(crate) fn extent(body: &[u8], mut at: usize) -> Option<usize> {
    let mut open = 0_usize;
    loop {
        match *body.get(at)? {
            b'"' => at = string_end(body, at)?,
            b'{' | b'[' => {
                open += 1;
                at += 1;
            }
            b'}' | b']' if open == 0 => return Some(at),
            b'}' | b']' => {
                open -= 1;
                at += 1;
            }
            b',' if open == 0 => return Some(at),
            _ => at += 1,
        }
    }
}

/// Whether a key, in its quotes, is this name.
fn is_key(quoted: &[u8], name: &str) -> bool {
    let key = std::str::from_utf8(quoted).ok().and_then(unescape);
    key.is_some_and(|key| key == name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    /// Reads what is JSON, and keeps where each item was.
    struct Items<'a> {
        body: &'a [u8],
        good: Vec<&'a [u8]>,
        bad: Vec<&'a [u8]>,
    }

    impl ItemVisitor for Items<'_> {
        fn read(&mut self, at: usize) -> Option<usize> {
            let end = extent(self.body, at)?;
            let item = self.body[at..end].trim_ascii();
            is_json(item).then(|| self.good.push(item))?;
            Some(end)
        }

        fn take_raw(&mut self, item: Range<usize>) {
            self.bad.push(&self.body[item]);
        }

        fn begin(&mut self) {
            self.good.clear();
            self.bad.clear();
        }
    }

    fn read<'a>(body: &'a [u8], pointer: &str) -> (Option<Found>, Vec<&'a [u8]>, Vec<&'a [u8]>) {
        let mut items = Items {
            body,
            good: Vec::new(),
            bad: Vec::new(),
        };
        let found = scan(body, pointer, &mut items);
        (found, items.good, items.bad)
    }

    fn envelope(body: &str, pointer: &str) -> String {
        let (Some(Found::List(list)), ..) = read(body.as_bytes(), pointer) else {
            panic!("no list in {body}");
        };
        String::from_utf8(without(body.as_bytes(), list.clone())).expect("UTF-8")
    }

    #[test]
    fn the_list_is_cut_out_and_the_later_of_two_equal_keys_counts() {
        for (body, pointer, wanted) in [
            (
                r#" {"a": [1, 2] , "b": 3} "#,
                "/a",
                r#" {"a": [] , "b": 3} "#,
            ),
            ("[1,2]", "", "[]"),
            (
                r#"{"d": {"l": [1]}, "d": {"l\u002fx": [2, [3]], "n": "]}"}}"#,
                "/d/l~1x",
                r#"{"d": {"l": [1]}, "d": {"l\u002fx": [], "n": "]}"}}"#,
            ),
        ] {
            assert_eq!(envelope(body, pointer), wanted);
        }
        let (_, good, _) = read(br#"{"a": [1], "a": [2, 3 ]}"#, "/a");
        assert_eq!(good, [b"2", b"3"]);
    }

    #[test]
    fn what_is_no_list_is_told_apart() {
        for (body, pointer, wanted) in [
            ("false", "/a", Some(Found::Other(0..5))),
            (r#"{"a": null }"#, "/a", Some(Found::Other(6..10))),
            (r#"{"a": [1], "a": {}}"#, "/a", Some(Found::Other(16..18))),
            (r#"{"d": {"a": [1]}, "d": 7}"#, "/d/a", Some(Found::Nothing)),
            (r#"{"b": [1]}"#, "/a", Some(Found::Nothing)),
            (r#"{"a": [1, 2"#, "/a", None),
            (r#"{"a": [1, 2]"#, "/a", None),
            (r#"{"a": [1, 2]}}"#, "/a", None),
            (r#"{"a": [1, {"x": 2]}"#, "/a", None),
            ("", "/a", None),
        ] {
            assert_eq!(read(body.as_bytes(), pointer).0, wanted, "{body}");
        }
    }

    #[test]
    fn a_broken_item_costs_itself() {
        for bad in [
            r#"{"x": NaN}"#,
            "{\"x\": \"a\nb\"}",
            r#"{"x": "a"b"}"#,
            r#"{"x": "a"b", "y": [{"z": 1}, {"z": 2}]}"#,
            r#"{"x": 1, }"#,
            "",
            "nothing at all",
        ] {
            let body = format!(r#"{{"a": [{{"n": 1}}, {bad}, {{"n": 3}}], "t": 3}}"#);
            let (found, good, lost) = read(body.as_bytes(), "/a");
            assert!(matches!(found, Some(Found::List(_))), "{bad}");
            assert_eq!(good, [&br#"{"n": 1}"#[..], br#"{"n": 3}"#], "{bad}");
            assert_eq!(lost, [bad.as_bytes()]);
        }
        let (_, good, lost) = read(b"{\"a\": [\"x\xff\", 2]}", "/a");
        assert_eq!((good, lost), (vec![&b"2"[..]], vec![&b"\"x\xff\""[..]]));
    }

    #[test]
    fn a_wrong_token_around_the_list_costs_itself() {
        for (envelope, wanted) in [
            (r#"{"a": [], "t": NaN}"#, r#"{"a": [], "t": null}"#),
            (
                r#"{"a": [], "t": -Infinity, "u": 007, "v": 1.5e3}"#,
                r#"{"a": [], "t": null, "u": null, "v": 1.5e3}"#,
            ),
            ("{\"a\": [], \"m\": \"x\ny\"}", r#"{"a": [], "m": "x y"}"#),
        ] {
            let (read, mended) = readable(envelope.as_bytes().to_vec()).expect("readable");
            assert_eq!((read.as_slice(), mended), (wanted.as_bytes(), true));
        }
        let whole = br#"{"a": []}"#.to_vec();
        assert_eq!(readable(whole.clone()), Some((whole, false)));
        for broken in [
            r#"{"a": [], "t": }"#,
            r#"{"a": []"#,
            r#"{"a": [], "t": "x"y"}"#,
        ] {
            assert_eq!(readable(broken.as_bytes().to_vec()), None, "{broken}");
        }
    }

    /// Cut behind the `]}` of an item, a body looks like a list whose last item lost its brackets. Which it is no bytes tell; that
    /// something is wrong they do.
    #[test]
    fn a_body_that_breaks_off_as_if_its_list_ended_has_a_bad_item() {
        let (found, good, bad) = read(br#"{"list":[{"a":1},{"b":[{"c":2}]}"#, "/list");
        assert!(matches!(found, Some(Found::List(_))));
        assert_eq!(good, [br#"{"a":1}"#]);
        assert_eq!(bad, [br#"{"b":[{"c":2}"#]);
    }

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::from),
            ".*".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map(".*", inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn items_are_found_as_they_are_written(items in prop::collection::vec(json(), 0..6), beside in json(), pretty in any::<bool>()) {
            let body = serde_json::json!({"b": beside, "d": {"list": items, "z": [1]}});
            let body = if pretty { serde_json::to_string_pretty(&body) } else { serde_json::to_string(&body) };
            let body = body.expect("JSON");
            let (found, good, bad) = read(body.as_bytes(), "/d/list");
            prop_assert!(matches!(found, Some(Found::List(_))) && bad.is_empty());
            let read: Vec<Value> = good.iter().map(|item| serde_json::from_slice(item).expect("JSON")).collect();
            prop_assert_eq!(read, items);
        }

        /// A body that is cut anywhere has no list, or one of which something could not be read; and any bytes end the walk.
        #[test]
        fn nothing_that_breaks_off_is_a_list(items in prop::collection::vec(json(), 0..4), cut in any::<prop::sample::Index>(), noise in any::<u8>()) {
            let body = serde_json::json!({"list": items, "z": 1}).to_string().into_bytes();
            let at = cut.index(body.len());
            let (found, _, bad) = read(&body[..at], "/list");
            prop_assert!(!matches!(found, Some(Found::List(_))) || !bad.is_empty());
            let mut noisy = body.clone();
            noisy[at] = noise;
            read(&noisy, "/list");
        }
    }
}
