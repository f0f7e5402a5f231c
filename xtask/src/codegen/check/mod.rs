//! placeholder
use super::load::Loaded;
use super::problem::Problems;
pub fn check(_: &Loaded) -> Problems {
    Problems::new()
}
