//! Calls of which only the newest counts.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

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
    /// Takes note of a call: ends an older one of the series, refuses this one where a newer one came before it.
    pub(crate) fn enter(&self, key: &str, number: u64, work: &Arc<Work>) -> Result<(), Failure> {
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, older)) = newest.get(key) {
            if number < *known {
                return Err(Failure::Superseded);
            }
            older.end(End::Superseded);
        }
        newest.insert(key.to_owned(), (number, Arc::clone(work)));
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
