//! Calls of which only the newest counts.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use detente_api::workbench::Stream;

use crate::failure::Failure;
use crate::watch::{End, Work};

/// The newest call of each series.
#[derive(Debug, Default)]
pub(crate) struct Streams {
    newest: Mutex<BTreeMap<String, (u64, Arc<Work>)>>,
}

/// As many series as one person's pages keep; older ones are forgotten in order of name.
const MOST: usize = 1_000;

impl Streams {
    /// Takes note of a call: ends an older one of the series and those that rest on it, refuses this one where a newer one came before it.
    pub(crate) fn enter(&self, call: &Stream, work: &Arc<Work>) -> Result<(), Failure> {
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        if newest.get(&call.key).is_some_and(|(known, _)| call.number < *known) {
            return Err(Failure::Superseded);
        }
        let older = call.ends.iter().chain([&call.key]).filter_map(|key| newest.get(key));
        older.for_each(|(_, work)| work.end(End::Superseded));
        newest.insert(call.key.clone(), (call.number, Arc::clone(work)));
        if MOST < newest.len() {
            newest.pop_first();
        }
        Ok(())
    }

    /// Ends whatever is under way.
    pub(crate) fn end_all(&self) {
        let newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        newest.values().for_each(|(_, work)| work.end(End::Left));
    }
}
