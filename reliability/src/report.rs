//! `RELIABILITY.md`: which part of it is rendered from the suite, which part the soak wrote, and which is not of this crate: what is behind
//! the soak is the lake's, whose tests are not compiled with these.

use std::path::PathBuf;

const BEGIN: &str = "<!-- soak: begin -->\n";
const END: &str = "<!-- soak: end -->\n";

/// Where the file is.
pub fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../RELIABILITY.md")
}

/// What the soak wrote into the file; empty if it never ran.
pub fn soak_of(file: &str) -> &str {
    file.split_once(BEGIN)
        .and_then(|(_, rest)| rest.split_once(END))
        .map_or("", |(soak, _)| soak)
}

/// What is behind the soak.
pub fn behind_soak(file: &str) -> &str {
    file.split_once(END).map_or("", |(_, behind)| behind)
}

/// The file with another part of the soak.
///
/// # Panics
///
/// If the file has no place for it.
pub fn with_soak(file: &str, soak: &str) -> String {
    let parts = file
        .split_once(BEGIN)
        .and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = parts.expect("the file has a place for the soak");
    format!("{before}{BEGIN}{soak}{END}{after}")
}

/// The place of the soak in a file that is rendered anew.
pub fn place(soak: &str) -> String {
    format!("{BEGIN}{soak}{END}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_soak_is_kept_and_replaced_whole() {
        let file = format!("a\n{}b\n", place("old\n"));
        assert_eq!(soak_of(&file), "old\n");
        let file = with_soak(&file, "new\nfigures\n");
        assert_eq!(file, format!("a\n{}b\n", place("new\nfigures\n")));
        assert_eq!(soak_of("nothing"), "");
        assert_eq!(behind_soak(&file), "b\n");
    }
}
