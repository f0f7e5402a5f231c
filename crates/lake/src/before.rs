//! What a part of a source holds from earlier readings.

use std::collections::{BTreeMap, HashMap, HashSet};

use arrow_array::RecordBatch;

use crate::files::Known;
use crate::log::Add;
use crate::recording::RecordingRow;
use crate::window::Window;

/// What a part holds from earlier readings.
pub(crate) struct Before {
    /// The live files of each table, in the tables' order.
    pub files: [Vec<Add>; 3],
    pub windows: Vec<Window>,
    pub known: HashMap<String, Known>,
    /// The rows of `turns` and of `calls`.
    pub turn_rows: Vec<RecordBatch>,
    pub rows: Vec<RecordBatch>,
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

    /// Whose calls they are.
    pub(crate) fn provider(&self) -> String {
        let [_, _, calls] = &self.files;
        let provider = calls
            .first()
            .and_then(|add| add.partition_values.get("provider"));
        provider.cloned().flatten().unwrap_or_default()
    }
}
