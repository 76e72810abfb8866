//! Sheets that were made and wait to be shown: each has an address nobody can guess, because a frame sends no header.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use crate::failure::Failure;
use crate::token::Token;

/// A sheet.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) body: Vec<u8>,
    pub(crate) media_type: &'static str,
    pub(crate) filename: String,
}

/// The last sheets that were made.
#[derive(Debug, Default)]
pub(crate) struct Pages(Mutex<VecDeque<(Token, Page)>>);

/// How many are kept.
const MOST: usize = 24;

impl Pages {
    /// Keeps a sheet, and returns the word in its address.
    pub(crate) fn keep(&self, body: Vec<u8>, media_type: &'static str, filename: &str) -> Result<String, Failure> {
        let word = Token::random().map_err(|_none| Failure::Broken)?;
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let said = word.word().to_owned();
        kept.push_back((word, Page { body, media_type, filename: filename.to_owned() }));
        if MOST < kept.len() {
            kept.pop_front();
        }
        Ok(said)
    }

    /// The sheet at this word.
    pub(crate) fn get(&self, word: &str) -> Option<Page> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(known, _)| known.is(word.as_bytes())).map(|(_, page)| page.clone())
    }

    /// Forgets all of them: another case is opened.
    pub(crate) fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
