//! Forms with files, as browsers send them (RFC 7578).

use foldhash::fast::RandomState;
use serde::Serialize;
use serde_json::Value;
use std::hash::BuildHasher;
use std::io;
use std::path::Path;
use tokio::io::AsyncRead;

use crate::http::request::text;
use crate::http::upload::Upload;
use crate::values::debug::partial_debug;

/// A file that is sent in a form.
///
/// ```
/// # use callslip_core::FilePart;
/// # fn parts() -> std::io::Result<()> {
/// let file = FilePart::new("greeting.wav", b"RIFF".as_slice()).media_type("audio/wav");
/// let large = FilePart::from_path("recordings/day.wav")?.media_type("audio/wav");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct FilePart {
    name: String,
    media_type: String,
    content: Upload,
}

impl FilePart {
    /// A file by its name and content, as `application/octet-stream`. The content is bytes, a text, or an [`Upload`] that is read
    /// while it is sent.
    pub fn new(name: impl Into<String>, content: impl Into<Upload>) -> Self {
        Self {
            name: name.into(),
            media_type: "application/octet-stream".to_owned(),
            content: content.into(),
        }
    }

    /// A file of the disk, by its own name; see [`Upload::from_path`]. It is read while it is sent, anew for each attempt.
    ///
    /// # Errors
    ///
    /// If it is not there, or is no file.
    pub fn from_path(path: impl AsRef<Path>) -> io::Result<Self> {
        let name = path.as_ref().file_name().unwrap_or_default();
        let content = Upload::from_path(&path)?;
        Ok(Self::new(name.to_string_lossy(), content))
    }

    /// A file that is read while it is sent, and can be sent only once, so that the call is never repeated; see
    /// [`Upload::stream`]. With [`Upload::opened`] it can be.
    pub fn stream(
        name: impl Into<String>,
        length: u64,
        reader: impl AsyncRead + Send + 'static,
    ) -> Self {
        Self::new(name, Upload::stream(length, reader))
    }

    /// What is in it, as in `audio/wav`.
    #[must_use]
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = media_type.into();
        self
    }
}

// Name and content are the user's.
partial_debug!([] FilePart, "FilePart", it => { bytes: it.content.length() });

/// A form that is being put together.
#[derive(Default)]
pub struct Multipart {
    /// The headers of each part, and what is in it.
    parts: Vec<(String, Upload)>,
}

impl Multipart {
    /// Adds a value: an absent one adds nothing, a list a part for each item, an object its JSON.
    pub fn value<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        match serde_json::to_value(value).unwrap_or_default() {
            Value::Null => {}
            Value::Array(items) => items.iter().for_each(|item| self.value(name, item)),
            value => {
                let json = match value {
                    Value::Object(_) => "\r\nContent-Type: application/json",
                    _ => "",
                };
                let content = text(&value).into_owned();
                self.parts
                    .push((format!("name=\"{}\"{json}", quoted(name)), content.into()));
            }
        }
    }

    /// Adds files under a name.
    pub fn files<'a>(&mut self, name: &str, files: impl IntoIterator<Item = &'a FilePart>) {
        for file in files {
            let (name, file_name) = (quoted(name), quoted(&file.name));
            let media_type = quoted(&file.media_type);
            self.parts.push((
                format!("name=\"{name}\"; filename=\"{file_name}\"\r\nContent-Type: {media_type}"),
                file.content.clone(),
            ));
        }
    }

    /// The media type and the body.
    #[must_use]
    pub fn finish(self) -> (String, Upload) {
        let hasher = RandomState::default();
        let is_free = |boundary: &String| {
            let contents = self.parts.iter();
            let mut contents = contents.filter_map(|(_, content)| content.as_bytes());
            contents.all(|content| {
                let mut windows = content.windows(boundary.len());
                windows.all(|window| window != boundary.as_bytes())
            })
        };
        let mut boundaries =
            (0_u64..).map(|salt| format!("callslip-{:016x}", hasher.hash_one(salt)));
        let boundary = boundaries.find(is_free).unwrap_or_default();
        let mut body = Upload::default();
        let mut text = Vec::new();
        for (head, content) in &self.parts {
            let head = format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n");
            text.extend_from_slice(head.as_bytes());
            match content.as_bytes() {
                Some(content) => text.extend_from_slice(content),
                None => {
                    body.push(std::mem::take(&mut text));
                    body.push(content.clone());
                }
            }
            text.extend_from_slice(b"\r\n");
        }
        text.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        body.push(text);
        let media_type = format!("multipart/form-data; boundary={boundary}");
        (media_type, body)
    }
}

/// Text between quotes in a header, by the rules of the WHATWG HTML standard.
fn quoted(text: &str) -> String {
    text.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_form_is_its_parts() {
        let mut form = Multipart::default();
        form.value("title", "a \"b\"");
        form.value("n\"\r\nx", &7.0);
        form.value("absent", &None::<i64>);
        form.value("tags", &["a", "b"]);
        form.value("extra", &json!({"a": 1}));
        let file = FilePart::new("a\".wav", b"RI\r\n--FF".as_slice()).media_type("audio/wav");
        form.files("file", Some(&file));
        let (media_type, body) = form.finish();
        let boundary = media_type.strip_prefix("multipart/form-data; boundary=");
        let boundary = boundary.expect("it names one");
        let body = String::from_utf8_lossy(body.as_bytes().expect("it is whole"));
        let body = body.replace(boundary, "B");
        let part = |head: &str, content: &str| {
            format!("--B\r\nContent-Disposition: form-data; name={head}\r\n\r\n{content}\r\n")
        };
        let wanted = [
            part("\"title\"", "a \"b\""),
            part("\"n%22%0D%0Ax\"", "7"),
            part("\"tags\"", "a"),
            part("\"tags\"", "b"),
            part("\"extra\"\r\nContent-Type: application/json", r#"{"a":1}"#),
            part(
                "\"file\"; filename=\"a%22.wav\"\r\nContent-Type: audio/wav",
                "RI\r\n--FF",
            ),
            "--B--\r\n".to_owned(),
        ];
        assert_eq!(body, wanted.concat());
        assert_eq!(format!("{file:?}"), "FilePart { bytes: 8, .. }");
    }
}
