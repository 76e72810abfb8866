//! Parts of answers that several questions have in common, kept as long as the case is as it was read.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use crate::watch::{End, Work};

/// How many are kept; the oldest goes.
const KEPT: usize = 16;

/// Things made before, by what they were made of.
#[derive(Debug)]
pub(crate) struct Memo<T> {
    kept: Mutex<VecDeque<(String, Arc<T>)>>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { kept: Mutex::default() }
    }
}

impl<T> Memo<T> {
    /// What was made of `key` before, else what `make` makes of it now. Two calls at once may both make it; what failed is not kept,
    /// nor what was made by work that is ended by then: it may tell less than there is.
    pub(crate) fn of<E>(&self, key: String, work: &Work, make: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        if let Some(known) = self.known(&key) {
            return Ok(known);
        }
        let fresh = Arc::new(make()?);
        if work.why() != End::Going {
            return Ok(fresh);
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back((key, Arc::clone(&fresh)));
        if KEPT < kept.len() {
            kept.pop_front();
        }
        Ok(fresh)
    }

    fn known(&self, key: &str) -> Option<Arc<T>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().rev().find(|(made_of, _)| made_of == key).map(|(_, made)| Arc::clone(made))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{KEPT, Memo};
    use crate::watch::{End, Work};

    #[test]
    fn what_is_known_is_not_made_again_until_it_is_old() {
        let memo = Memo::default();
        let going = Work::new(Duration::from_mins(1), u64::MAX);
        let made = |key: usize, value| *memo.of(key.to_string(), &going, || Ok::<i32, ()>(value)).expect("made");
        assert_eq!((made(0, 1), made(0, 2)), (1, 1));
        assert_eq!(memo.of("9".to_owned(), &going, || Err::<i32, &str>("no")), Err("no"));
        assert_eq!(made(9, 3), 3, "what failed is not kept");
        for key in 10..10 + KEPT {
            made(key, 0);
        }
        assert_eq!(made(0, 2), 2, "the oldest went");
    }

    #[test]
    fn what_ended_work_made_is_given_and_not_kept() {
        let memo = Memo::default();
        let [ended, going] = [(), ()].map(|()| Work::new(Duration::from_mins(1), u64::MAX));
        let half = || {
            ended.end(End::Left);
            Ok::<&str, ()>("half")
        };
        assert_eq!(memo.of("a".to_owned(), &ended, half).as_deref(), Ok(&"half"));
        assert_eq!(memo.of("a".to_owned(), &going, || Ok::<&str, ()>("whole")).as_deref(), Ok(&"whole"));
        assert_eq!(memo.of("a".to_owned(), &going, || Ok::<&str, ()>("again")).as_deref(), Ok(&"whole"));
    }
}
