//! What a part of a source holds from earlier readings.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

use arrow_array::RecordBatch;
use bytes::Bytes;

use crate::files::{self, Known};
use crate::log::Add;
use crate::recording::RecordingRow;
use crate::window::Window;

/// What a part holds from earlier readings.
#[derive(Default)]
pub(crate) struct Before {
    /// The live files of each table, in the tables' order.
    pub files: [Vec<Add>; 3],
    pub windows: Vec<Window>,
    pub known: HashMap<String, Known>,
    /// What stands in the files of `turns` and of `calls`.
    pub turn_bytes: Vec<Bytes>,
    pub call_bytes: Vec<Bytes>,
    /// The texts that the calls were read of, as soon as one is asked for.
    pub texts: OnceLock<Vec<RecordBatch>>,
    /// The calls that have turns.
    pub turns: HashSet<String>,
    /// The recordings by call, in their order.
    pub recordings: BTreeMap<String, Vec<RecordingRow>>,
}

impl Before {
    /// What is known of the recordings of a call.
    pub(crate) fn recordings_of(&self, call_id: &str) -> impl Iterator<Item = &RecordingRow> {
        self.recordings.get(call_id).into_iter().flatten()
    }

    /// A text that a call was read of: `raw`, or `raw_detail`.
    pub(crate) fn text_of(&self, column: &str, call_id: &str) -> Option<String> {
        // What cannot be read is told when the rest of the file is written.
        let read = || files::rows_of(&self.call_bytes, Some(&["call_id", "raw", "raw_detail"]));
        let texts = self.texts.get_or_init(|| read().unwrap_or_default());
        files::text_of(texts, column, call_id)
    }

    /// Whose calls they are.
    pub(crate) fn provider(&self) -> String {
        let [_, _, calls] = &self.files;
        let provider = calls
            .first()
            .and_then(|add| add.partition_values.get("provider"));
        provider.cloned().flatten().unwrap_or_default()
    }
}
