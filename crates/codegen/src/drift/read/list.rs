//! Cuts a JSON list into its items without reading it whole. Whether an item is JSON is for its reader to find out: here only
//! texts and brackets are told apart.

use std::io::{self, BufRead};

use super::{End, append, filled};

/// Where in a list the reading is; it begins behind the opening bracket.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    /// Line breaks since the opening bracket.
    breaks: usize,
    last: Last,
}

/// What was read last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Last {
    #[default]
    Opening,
    Comma,
    Closing,
    /// The file ended inside the list.
    Nothing,
    /// All has been said.
    Done,
}

/// What comes next in a list.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// An item, which is in the buffer; before it were so many line breaks. An item without bytes stands for a place where
    /// the list is broken.
    Item { line: usize },
    /// An item for which the buffer is too small.
    TooLong { line: usize },
    /// The list is over.
    End,
}

impl Splitter {
    pub(super) fn next_item<R: BufRead>(
        &mut self,
        reader: &mut R,
        buffer: &mut Vec<u8>,
        longest: usize,
    ) -> io::Result<Found> {
        buffer.clear();
        let next = self.skip_space(reader)?;
        let line = self.breaks;
        match (self.last, next) {
            (Last::Done, _) => return Ok(Found::End),
            (Last::Closing, None) => {
                self.last = Last::Done;
                return Ok(Found::End);
            }
            (Last::Opening, Some(b']')) => {
                reader.consume(1);
                self.last = Last::Closing;
                return self.next_item(reader, buffer, longest);
            }
            // Something behind the list, or a list that does not close: told once.
            (Last::Closing | Last::Nothing, _) | (_, None) => {
                self.last = Last::Done;
                return Ok(Found::Item { line });
            }
            (Last::Opening | Last::Comma, Some(_)) => {}
        }
        let mut scan = Scan::default();
        self.last = match append(reader, buffer, longest, |byte| scan.ends_at(byte))? {
            End::TooLong => return Ok(Found::TooLong { line }),
            End::OfFile => Last::Nothing,
            End::At(delimiter) => {
                buffer.pop();
                match delimiter {
                    b',' => Last::Comma,
                    _ => Last::Closing,
                }
            }
        };
        self.breaks += buffer.iter().filter(|byte| **byte == b'\n').count();
        Ok(Found::Item { line })
    }

    /// Goes to the first byte that is no white space, and tells which it is.
    fn skip_space<R: BufRead>(&mut self, reader: &mut R) -> io::Result<Option<u8>> {
        self.breaks += super::skip_space(reader)?;
        Ok(filled(reader)?.first().copied())
    }
}

/// What has to be known of the bytes so far to see where an item ends.
#[derive(Default)]
struct Scan {
    depth: usize,
    in_text: bool,
    escaped: bool,
}

impl Scan {
    fn ends_at(&mut self, byte: u8) -> bool {
        if self.in_text {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.in_text = false,
                _ => {}
            }
            return false;
        }
        match byte {
            b'"' => self.in_text = true,
            b'[' | b'{' => self.depth += 1,
            b',' | b']' if self.depth == 0 => return true,
            b']' | b'}' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use proptest::prelude::*;

    use super::{Found, Splitter};

    /// Every item with the line breaks before it; the reader holds only three bytes at a time.
    fn items(text: &str) -> Vec<(usize, String)> {
        all(text, 64)
    }

    fn all(text: &str, longest: usize) -> Vec<(usize, String)> {
        let mut reader = BufReader::with_capacity(3, text.as_bytes());
        let mut splitter = Splitter::default();
        let mut buffer = Vec::new();
        let mut found = Vec::new();
        while let Found::Item { line } = splitter
            .next_item(&mut reader, &mut buffer, longest)
            .unwrap()
        {
            found.push((line, String::from_utf8_lossy(&buffer).trim().to_owned()));
        }
        found
    }

    fn owned(items: &[(usize, &str)]) -> Vec<(usize, String)> {
        items
            .iter()
            .map(|(line, text)| (*line, (*text).to_owned()))
            .collect()
    }

    #[test]
    fn items_end_where_json_says() {
        assert_eq!(items("]\n"), owned(&[]));
        assert_eq!(
            items("\n  {\"a\": [1, 2],\n \"b\": \"],\\\"]\"},\n[],\n3 ]"),
            owned(&[
                (1, "{\"a\": [1, 2],\n \"b\": \"],\\\"]\"}"),
                (3, "[]"),
                (4, "3")
            ])
        );
    }

    #[test]
    fn what_is_broken_is_told_once() {
        assert_eq!(items("1,\n"), owned(&[(0, "1"), (1, "")]));
        assert_eq!(items("1\n"), owned(&[(0, "1"), (1, "")]));
        assert_eq!(items("1,]"), owned(&[(0, "1"), (0, "")]));
        assert_eq!(items("1]\n2, 3"), owned(&[(0, "1"), (1, "")]));
        assert_eq!(items(""), owned(&[(0, "")]));
        assert_eq!(items("{\"a\": "), owned(&[(0, "{\"a\":"), (0, "")]));
    }

    #[test]
    fn an_item_does_not_outgrow_the_buffer() {
        let text = format!("1, \"{}\"]", "x".repeat(100));
        let mut reader = text.as_bytes();
        let mut splitter = Splitter::default();
        let mut buffer = Vec::new();
        assert_eq!(
            splitter.next_item(&mut reader, &mut buffer, 64).unwrap(),
            Found::Item { line: 0 }
        );
        assert_eq!(
            splitter.next_item(&mut reader, &mut buffer, 64).unwrap(),
            Found::TooLong { line: 0 }
        );
        assert!(buffer.len() <= 64);
    }

    proptest! {
        #[test]
        fn the_items_of_a_list_come_out_as_they_went_in(
            texts in proptest::collection::vec("[\\[\\]{},\"\\\\ a\n]{0,8}", 0..5),
            pretty in any::<bool>(),
        ) {
            let values: Vec<_> = texts
                .iter()
                .map(|text| serde_json::json!([{text: text}, text, [], 1]))
                .collect();
            let list = if pretty {
                serde_json::to_string_pretty(&values).unwrap()
            } else {
                serde_json::to_string(&values).unwrap()
            };
            let found: Vec<serde_json::Value> = all(&list[1..], usize::MAX)
                .iter()
                .map(|(_, text)| serde_json::from_str(text).unwrap())
                .collect();
            prop_assert_eq!(found, values);
        }

        #[test]
        fn any_text_comes_to_an_end(text in "[\\[\\]{},\"\\\\ a\n]{0,40}") {
            let items = all(&text, usize::MAX);
            prop_assert!(items.len() <= text.len() + 1);
            let breaks = text.matches('\n').count();
            prop_assert!(items.iter().all(|(line, _)| *line <= breaks), "{items:?}");
        }
    }
}
