// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 f86acbc97f2f5c63) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! Readers for facts that have several spellings.

use super::types;
impl types::CustomActionParameters {
    /// Paths of the values that are read from the external API's answer, under whichever of the two names the service used: `responsePathsToExtract` (source document) or `selectedPaths` (provider's OpenAPI file).
    ///
    /// The first that is present of `responsePathsToExtract`, `selectedPaths`.
    pub fn result_paths(&self) -> &[::std::string::String] {
        if !self.response_paths_to_extract.is_empty() {
            return &self.response_paths_to_extract;
        }
        if !self.selected_paths.is_empty() {
            return &self.selected_paths;
        }
        &[]
    }
}

impl types::CallLogList {
    /// How many call logs there are on all pages, under whichever of the two names the service used: `total` (documented) or `totalRecords` (seen by one integrator).
    ///
    /// The first that is present of `total`, `totalRecords`.
    pub fn total_count(&self) -> Option<f64> {
        None.or(self.total).or(self.total_records)
    }
}
