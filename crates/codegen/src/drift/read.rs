//! Captured bodies, one at a time: whatever the size of a file, only one body of it is in memory.

mod list;

use std::io::{self, BufRead};

use anyhow::{Context, bail};
use serde::de::IgnoredAny;

/// A body longer than this is none that a client would read, and would be held in memory several times over.
const LONGEST_BODY: usize = 64 << 20;

/// How the bodies stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One body a line.
    Lines,
    /// One body that takes the whole file.
    Document,
    /// A JSON list of bodies.
    List,
}

/// One captured body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Body<'a> {
    /// The line (1-based) in which it begins.
    pub line: usize,
    /// Its bytes, without the white space around it.
    pub bytes: &'a [u8],
}

/// The bodies of one file.
#[derive(Debug)]
pub struct Bodies<R> {
    name: String,
    reader: R,
    form: Form,
    longest: usize,
    /// The body that was read last; it is lent out, and reused for the next one.
    buffer: Vec<u8>,
    /// Set if the buffer was filled to find out the form, and is still to be used.
    pending: bool,
    line: usize,
    list: list::Splitter,
}

impl<R: BufRead> Bodies<R> {
    /// Looks at the beginning of a file. A name that ends in `.jsonl` or `.ndjson` decides; else a file whose first line is
    /// a whole JSON value with more lines after it has one body a line. A list is a list of bodies, unless
    /// `body_is_list` says that a body is a list itself.
    ///
    /// # Errors
    ///
    /// If the file cannot be read.
    pub fn new(name: &str, reader: R, body_is_list: bool) -> anyhow::Result<Self> {
        Self::with_cap(name, reader, body_is_list, LONGEST_BODY)
    }

    /// The same with another limit on the length of a body.
    ///
    /// # Errors
    ///
    /// If the file cannot be read.
    pub fn with_cap(
        name: &str,
        reader: R,
        body_is_list: bool,
        longest: usize,
    ) -> anyhow::Result<Self> {
        let mut bodies = Self {
            name: name.to_owned(),
            reader,
            form: Form::Lines,
            longest,
            buffer: Vec::new(),
            pending: false,
            line: 0,
            list: list::Splitter::default(),
        };
        bodies.skip_mark()?;
        let lower = name.to_ascii_lowercase();
        if !(lower.ends_with(".jsonl") || lower.ends_with(".ndjson")) {
            bodies.form = bodies.find_form(body_is_list)?;
        }
        Ok(bodies)
    }

    /// How the bodies stand in this file.
    pub fn form(&self) -> Form {
        self.form
    }

    /// The next body, lent until the one after it is asked for. It need not be JSON.
    ///
    /// # Errors
    ///
    /// If the file cannot be read on, or if a body is too long; the message names file and line.
    pub fn next_body(&mut self) -> anyhow::Result<Option<Body<'_>>> {
        match self.form {
            Form::Lines => self.next_line(),
            Form::Document => self.whole(),
            Form::List => self.next_item(),
        }
    }

    /// Some programs begin a file with a byte order mark, which is no JSON.
    fn skip_mark(&mut self) -> anyhow::Result<()> {
        let bytes = filled(&mut self.reader).with_context(|| cannot_read(&self.name))?;
        if bytes.starts_with(b"\xef\xbb\xbf") {
            self.reader.consume(3);
        }
        Ok(())
    }

    fn find_form(&mut self, body_is_list: bool) -> anyhow::Result<Form> {
        let breaks = skip_space(&mut self.reader).with_context(|| cannot_read(&self.name))?;
        self.line += breaks;
        let bytes = filled(&mut self.reader).with_context(|| cannot_read(&self.name))?;
        if bytes.first() == Some(&b'[') && !body_is_list {
            self.reader.consume(1);
            return Ok(Form::List);
        }
        if !self.read_line()? {
            return Ok(Form::Lines);
        }
        self.pending = true;
        if !is_json(&self.buffer) {
            return Ok(Form::Document);
        }
        // One line or many: the answer is the same if nothing follows.
        Ok(Form::Lines)
    }

    /// Reads one line with its line break into the buffer; `false` at the end of the file.
    fn read_line(&mut self) -> anyhow::Result<bool> {
        self.buffer.clear();
        self.line += 1;
        self.append(|byte| byte == b'\n')?;
        Ok(!self.buffer.is_empty())
    }

    fn append(&mut self, is_end: impl FnMut(u8) -> bool) -> anyhow::Result<()> {
        let end = append(&mut self.reader, &mut self.buffer, self.longest, is_end);
        match end.with_context(|| cannot_read(&self.name))? {
            End::TooLong => bail!(self.too_long(self.line)),
            End::At(_) | End::OfFile => Ok(()),
        }
    }

    fn next_line(&mut self) -> anyhow::Result<Option<Body<'_>>> {
        loop {
            if !std::mem::take(&mut self.pending) && !self.read_line()? {
                return Ok(None);
            }
            if !self.buffer.trim_ascii().is_empty() {
                return Ok(Some(self.body(self.line)));
            }
        }
    }

    /// What is in the buffer.
    fn body(&self, line: usize) -> Body<'_> {
        let bytes = self.buffer.trim_ascii();
        Body { line, bytes }
    }

    fn whole(&mut self) -> anyhow::Result<Option<Body<'_>>> {
        if !std::mem::take(&mut self.pending) {
            return Ok(None);
        }
        self.append(|_| false)?;
        Ok(Some(self.body(self.line)))
    }

    fn next_item(&mut self) -> anyhow::Result<Option<Body<'_>>> {
        let found = self
            .list
            .next_item(&mut self.reader, &mut self.buffer, self.longest)
            .with_context(|| cannot_read(&self.name))?;
        let first = self.line + 1;
        match found {
            list::Found::Item { line } => Ok(Some(self.body(first + line))),
            list::Found::TooLong { line } => bail!(self.too_long(first + line)),
            list::Found::End => Ok(None),
        }
    }

    fn too_long(&self, line: usize) -> String {
        format!(
            "{}:{line}: a body is longer than {} MiB, the longest that is compared; write one body a line, or leave it out",
            self.name,
            self.longest.div_ceil(1 << 20),
        )
    }
}

/// Whether these bytes are one JSON value. What is inside its texts does not matter here.
pub fn is_json(bytes: &[u8]) -> bool {
    serde_json::from_slice::<IgnoredAny>(bytes).is_ok()
}

fn cannot_read(name: &str) -> String {
    format!("{name}: it cannot be read")
}

/// What the reader has at hand; empty at the end.
fn filled<R: BufRead>(reader: &mut R) -> io::Result<&[u8]> {
    loop {
        match reader.fill_buf() {
            Ok(_) => break,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    // Asked again because a borrow that is returned out of a loop would last for all of its rounds; nothing is read.
    reader.fill_buf()
}

/// Goes to the first byte that is no white space; says how many line breaks there were.
fn skip_space<R: BufRead>(reader: &mut R) -> io::Result<usize> {
    let mut breaks = 0;
    loop {
        let bytes = filled(reader)?;
        let blank = bytes.len() - bytes.trim_ascii_start().len();
        let space = bytes.get(..blank).unwrap_or_default();
        breaks += space.iter().filter(|byte| **byte == b'\n').count();
        let is_end = blank < bytes.len() || bytes.is_empty();
        reader.consume(blank);
        if is_end {
            return Ok(breaks);
        }
    }
}

/// Why no more was appended.
enum End {
    /// This byte was the last.
    At(u8),
    OfFile,
    /// The buffer would become too long.
    TooLong,
}

/// Appends bytes up to and with the first that is an end, or to the end of the file.
fn append<R: BufRead>(
    reader: &mut R,
    buffer: &mut Vec<u8>,
    longest: usize,
    mut is_end: impl FnMut(u8) -> bool,
) -> io::Result<End> {
    loop {
        let bytes = filled(reader)?;
        let end = bytes.iter().position(|byte| is_end(*byte));
        let taken = end.map_or(bytes, |end| bytes.get(..=end).unwrap_or(bytes));
        if buffer.len() + taken.len() > longest {
            return Ok(End::TooLong);
        }
        buffer.extend_from_slice(taken);
        let last = taken.last().copied();
        let length = taken.len();
        reader.consume(length);
        match last {
            Some(last) if end.is_some() => return Ok(End::At(last)),
            Some(_) => {}
            None => return Ok(End::OfFile),
        }
    }
}
