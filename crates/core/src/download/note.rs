//! What a download that may be continued later keeps beside its partial file: which file it is of, and how much of it is
//! on disk for certain.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use reqwest::Url;
use reqwest::header::HeaderValue;
use serde_json::json;

use super::range::{Progress, Validator};
use crate::json::text::{at, is_json, text_at, written};

/// Nothing of the link: it is personal data. A note of an earlier form lacks a field, and counts as none.
struct Note {
    link: Mark,
    /// As it goes into `If-Range`.
    validator: String,
    /// Length of the whole file in bytes.
    total: Option<u64>,
    /// How many bytes are on disk for certain. After a power loss a file can be longer than what was written of it, and hold
    /// zeros from there on.
    synced: u64,
}

/// Which link a partial file is of, without saying which: a hash, salted so that equal links cannot be told from each other's
/// notes. The algorithm may change between releases of Rust; then a download begins anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    salt: u64,
    hash: (u64, u64),
}

impl Note {
    fn read(bytes: &[u8]) -> Option<Self> {
        let note = str::from_utf8(bytes).ok().filter(|_| is_json(bytes))?;
        let number = |pointer| at(note, pointer)?.parse().ok();
        Some(Self {
            link: Mark {
                salt: number("/link/salt")?,
                hash: (number("/link/hash/0")?, number("/link/hash/1")?),
            },
            validator: text_at(note, &["/validator"])?.into_owned(),
            total: match at(note, "/total")? {
                "null" => None,
                total => Some(total.parse().ok()?),
            },
            synced: number("/synced")?,
        })
    }

    fn written(&self) -> String {
        let Mark { salt, hash } = self.link;
        written(&json!({
            "link": {"salt": salt, "hash": [hash.0, hash.1]},
            "validator": self.validator,
            "total": self.total,
            "synced": self.synced,
        }))
    }
}

impl Mark {
    pub(super) fn of(link: &str) -> Self {
        Self::salted(link, fastrand::u64(..))
    }

    fn salted(link: &str, salt: u64) -> Self {
        let link = unsigned(link);
        let hash = |half: u8| {
            let mut hasher = DefaultHasher::new();
            (salt, half, &link).hash(&mut hasher);
            hasher.finish()
        };
        Self {
            salt,
            hash: (hash(0), hash(1)),
        }
    }

    fn is_of(&self, link: &str) -> bool {
        *self == Self::salted(link, self.salt)
    }
}

/// A link without what is made anew each time that its record is fetched. What is not known to be a signature may say which
/// recording it is, and is kept: at worst a download begins anew.
fn unsigned(link: &str) -> String {
    let Ok(mut url) = Url::parse(link.trim()) else {
        return link.trim().to_owned();
    };
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(name, _)| !is_of_signature(name))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    url.set_fragment(None);
    url.set_query(None);
    if !kept.is_empty() {
        url.query_pairs_mut().extend_pairs(kept);
    }
    url.into()
}

/// Whether a parameter belongs to a signature, as stores and their imitators name them.
fn is_of_signature(name: &str) -> bool {
    const PREFIXES: &str = "x-amz- x-goog- x-ms- x-oss- x-cos- q- response-";
    const PARTS: &str = "sign token expire policy accesskey";
    // The two-letter ones and `sk…` are of a shared access signature of Azure.
    const NAMES: &str = "auth exp googleaccessid hdnea hdnts hmac iat jwt key-pair-id nonce ossaccesskeyid se sig sip ske \
        skoid sks skt sktid skv sp spr sr srt ss st sv timestamp ts";
    let name = name.to_ascii_lowercase();
    PREFIXES.split(' ').any(|prefix| name.starts_with(prefix))
        || PARTS.split(' ').any(|part| name.contains(part))
        || NAMES.split(' ').any(|known| known == name)
}

/// Reads what is known of a partial file of that length: from where to go on, and how much of it is to be kept. What cannot be read, is of another link or vouches for more than
/// there is counts as not there: the file begins anew.
pub(super) fn load(path: &Path, link: &str, length: u64) -> Option<(Progress, u64)> {
    let note = Note::read(&std::fs::read(path).ok()?)?;
    if !note.link.is_of(link)
        || note.synced > length
        || note.total.is_some_and(|total| note.synced > total)
    {
        return None;
    }
    // At least one byte is asked for: a server has no answer to a range that is empty.
    let position = match note.total {
        Some(total) => note.synced.min(total.checked_sub(1)?),
        None => note.synced,
    };
    let progress = Progress {
        position,
        total: note.total,
        validator: Some(Validator(HeaderValue::from_str(&note.validator).ok()?)),
    };
    (position > 0 && vouching(&progress).is_some()).then_some((progress, note.synced))
}

/// By what a later download could tell that it has the same file before it. A date alone does not say so of a file whose
/// length nobody has told: recordings that were written at once have one date.
fn vouching(progress: &Progress) -> Option<&Validator> {
    let validator = progress.validator.as_ref()?;
    (validator.is_tag() || progress.total.is_some()).then_some(validator)
}

/// What to write down of a file of which all that came is on disk; `None` if it could not be continued.
pub(super) fn note(mark: &Mark, progress: &Progress) -> Option<Vec<u8>> {
    let note = Note {
        link: mark.clone(),
        validator: vouching(progress)?.0.to_str().ok()?.to_owned(),
        total: progress.total,
        synced: progress.position,
    };
    Some(note.written().into_bytes())
}

/// Writes a note such that after a crash there is the old one or this one.
pub(super) fn save(path: &Path, note: &[u8]) -> io::Result<()> {
    let new = beside(path);
    let mut file = std::fs::File::create(&new)?;
    file.write_all(note)?;
    file.sync_all()?;
    drop(file);
    std::fs::rename(&new, path)?;
    sync_folder(path);
    Ok(())
}

/// Takes a note away for good: what is written after this is not covered by it.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    if take_away(path)? {
        sync_folder(path);
    }
    Ok(())
}

/// The same without waiting for the disk; says whether there was one.
pub(super) fn take_away(path: &Path) -> io::Result<bool> {
    // What a crash has left of one.
    let _ = std::fs::remove_file(beside(path));
    match std::fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        removed => removed.map(|()| true),
    }
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

/// Makes a name last, which is kept in the folder. Where a folder cannot be opened or synced, that is how it is.
pub(super) fn sync_folder(of: &Path) {
    let folder = of.parent().filter(|path| !path.as_os_str().is_empty());
    if let Ok(folder) = std::fs::File::open(folder.unwrap_or(Path::new("."))) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_of_a_link_whatever_its_signature() {
        let mark = Mark::of(
            "https://store.example/a/1.mp3?id=7&X-Amz-Signature=m4rker&X-Amz-Date=1&Expires=2#m4rker",
        );
        for same in [
            "https://store.example/a/1.mp3?id=7",
            " https://STORE.example:443/a/1.mp3?id=7&token=x&sig=y&se=2026-01-01",
            "https://store.example/a/1.mp3?Signature=z&id=7&Key-Pair-Id=k&Policy=p",
        ] {
            assert!(mark.is_of(same), "{same}");
        }
        for other in [
            "https://store.example/a/2.mp3?id=7",
            "https://store.example/a/1.mp3?id=8",
            "https://store.example/a/1.mp3",
            "https://other.example/a/1.mp3?id=7",
            "http://store.example/a/1.mp3?id=7",
            "no link",
        ] {
            assert!(!mark.is_of(other), "{other}");
        }
        let note = Note {
            link: mark.clone(),
            validator: "\"a \\ tag\"".to_owned(),
            total: None,
            synced: u64::MAX,
        };
        let kept = note.written();
        assert!(
            !kept.contains("m4rker") && !kept.contains("store"),
            "{kept}"
        );
        for total in [None, Some(0), Some(u64::MAX)] {
            let note = Note {
                link: mark.clone(),
                validator: note.validator.clone(),
                total,
                synced: 7,
            };
            let kept = note.written();
            let read = Note::read(kept.as_bytes()).expect("a note");
            assert_eq!((read.link, read.validator), (note.link, note.validator));
            assert_eq!((read.total, read.synced), (total, 7));
            // One that was cut off, and one of an earlier form.
            for end in 0..kept.len() {
                assert!(Note::read(&kept.as_bytes()[..end]).is_none(), "{end}");
            }
            for name in ["link", "salt", "hash", "validator", "total", "synced"] {
                let less = kept.replace(&format!("\"{name}\""), "\"other\"");
                assert!(Note::read(less.as_bytes()).is_none(), "{less}");
            }
        }
        assert_ne!(
            mark,
            Mark::of("https://store.example/a/1.mp3?id=7"),
            "salted"
        );
    }
}
