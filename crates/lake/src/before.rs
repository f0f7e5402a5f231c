//! What a part of a source holds from earlier readings.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

use arrow_array::RecordBatch;
use bytes::Bytes;

use crate::files::{self, Known};
use crate::log::Add;
use crate::recording::RecordingRow;
use crate::room::CALL;
use crate::texts::{DETAIL, RAW};
use crate::window::Window;

/// About how much memory it takes to read what files of a window hold.
pub(crate) fn weight(files: &[Vec<Add>; 3]) -> usize {
    let bytes = files.iter().flatten().map(|add| add.size).sum::<i64>();
    let [.., calls] = files;
    let windows = calls.iter().filter_map(|add| add.window.as_deref());
    let calls = windows.map(|window| window.calls + window.deleted).sum();
    let size = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    size(bytes.unsigned_abs()).saturating_add(size(calls).saturating_mul(CALL))
}

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
    /// The texts that the calls were read of, as soon as one is asked for; none if they are too many to be kept.
    pub texts: OnceLock<Option<Vec<RecordBatch>>>,
    /// How many bytes of them are kept; any number if nothing is said.
    pub texts_kept: Option<usize>,
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
        let kept = self.texts.get_or_init(|| {
            let columns = ["call_id", RAW, DETAIL];
            let is_kept = self.texts_kept.is_none_or(|most| {
                let all = self.call_bytes.iter().map(files::unpacked);
                all.sum::<Result<usize, _>>().is_ok_and(|all| all <= most)
            });
            is_kept.then(|| files::rows_of(&self.call_bytes, Some(&columns)).unwrap_or_default())
        });
        match kept {
            Some(kept) => kept
                .iter()
                .find_map(|it| files::text_in(it, column, call_id)),
            None => files::text_of(&self.call_bytes, column, call_id),
        }
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
