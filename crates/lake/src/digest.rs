//! Digests of calls: two readings that came to the same are told by them.

use std::fmt::Write as _;
use std::hash::{BuildHasher, Hash as Hashable};

use foldhash::fast::FixedState;
use sha2::{Digest, Sha256};

/// sha256.
pub(crate) type Hash = [u8; 32];

/// What tells one thing from nearly all others in eight bytes, the same as long as this program runs. It is nowhere written down.
pub(crate) fn print(of: impl Hashable) -> u64 {
    FixedState::default().hash_one(of)
}

pub(crate) fn hash(text: &str) -> Hash {
    Sha256::digest(text).into()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What stands for the id of a call that is to be forgotten.
pub(crate) fn hashed(call_id: &str) -> String {
    hex(&hash(call_id))
}

/// The digest of the ids of calls, and that of the calls, in the order of their ids.
pub(crate) fn digests<'a>(calls: impl Iterator<Item = (&'a str, &'a Hash)>) -> (String, String) {
    let (mut ids, mut all) = (Sha256::new(), Sha256::new());
    for (id, hash) in calls {
        // Ids are of different lengths: an end tells them apart.
        ids.update(id);
        ids.update([0]);
        all.update(id);
        all.update([0]);
        all.update(hash);
    }
    (hex(&ids.finalize()), hex(&all.finalize()))
}
