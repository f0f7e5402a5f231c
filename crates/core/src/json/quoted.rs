//! The characters of a string in quotes.

/// The characters of a string whose text begins at `at`, and where its closing quote ends; `None` if it is none, half of a surrogate
/// pair included.
#[inline(never)]
pub(super) fn unescaped(text: &str, mut at: usize) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    // What stands for one character is longer than that. Of a string with quotes in it that is the first part.
    let end = memchr::memchr(b'"', bytes.get(at..)?);
    let mut chars = String::with_capacity(end.unwrap_or_default());
    loop {
        let end = usual(bytes, at);
        chars.push_str(text.get(at..end)?);
        at = end;
        let rest = bytes.get(at..)?;
        let (char, length) = match *rest {
            [b'"', ..] => return Some((chars, at + 1)),
            [b'\\', b'u', ..] => escaped_char(rest)?,
            [b'\\', escape, ..] => match escape {
                b'"' | b'\\' | b'/' => (char::from(escape), 2),
                b'b' => ('\u{8}', 2),
                b'f' => ('\u{c}', 2),
                b'n' => ('\n', 2),
                b'r' => ('\r', 2),
                b't' => ('\t', 2),
                _ => return None,
            },
            _ => return None,
        };
        chars.push(char);
        at += length;
    }
}

/// The character that `\u1234`, or two of them, stand for, and how long that is.
fn escaped_char(text: &[u8]) -> Option<(char, usize)> {
    let first = escaped_unit(text)?;
    if let Some(char) = char::from_u32(first) {
        return Some((char, 6));
    }
    let second = escaped_unit(text.get(6..)?)?;
    let is_pair = matches!(first, 0xD800..=0xDBFF) && matches!(second, 0xDC00..=0xDFFF);
    let char = is_pair.then(|| 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00));
    Some((char::from_u32(char?)?, 12))
}

/// The UTF-16 unit that `\u1234` stands for.
fn escaped_unit(text: &[u8]) -> Option<u32> {
    let [b'\\', b'u', digits @ ..] = text else {
        return None;
    };
    let (digits, _) = digits.split_first_chunk::<4>()?;
    let mut unit = 0;
    for digit in digits {
        unit = unit * 16 + char::from(*digit).to_digit(16)?;
    }
    Some(unit)
}

/// Behind those bytes of a string that stand for themselves.
#[inline]
pub(super) fn usual(bytes: &[u8], mut at: usize) -> usize {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const fn all(byte: u8) -> u64 {
        ONES * byte as u64
    }
    let (words, rest) = bytes.get(at..).unwrap_or_default().as_chunks();
    for word in words {
        let word = u64::from_le_bytes(*word);
        // What is subtracted borrows the high bit of a byte that is less than 32, a quote or a backslash. Behind such a byte it may
        // borrow from others as well, and of one that is no ASCII the bit says nothing.
        let control = word.wrapping_sub(all(0x20));
        let quote = (word ^ all(b'"')).wrapping_sub(ONES);
        let escape = (word ^ all(b'\\')).wrapping_sub(ONES);
        let special = (control | quote | escape) & !word & all(0x80);
        if special != 0 {
            return at + special.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let is_special = |byte: &u8| *byte < 0x20 || matches!(byte, b'"' | b'\\');
    at + rest.iter().position(is_special).unwrap_or(rest.len())
}
