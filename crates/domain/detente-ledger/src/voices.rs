//! The voices line: whose own words a ledger carries, and whose it does not.

use detente_base::{Index, Table};
use detente_case::{Case, PartyIdx};

use crate::{Ledger, Statement, Via};

/// How a party is heard in a ledger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// Statements in its own words.
    pub own_words: usize,
    /// Words in those quotes.
    pub words_quoted: usize,
    /// Statements in somebody else's words.
    pub reported: usize,
}

impl Voice {
    /// Whether nothing of the party is on record.
    pub fn is_absent(self) -> bool {
        self.own_words + self.reported == 0
    }
}

/// Per party, how it is heard.
pub fn voices(case: &Case, ledger: &Ledger) -> Table<PartyIdx, Voice> {
    let mut voices: Vec<Voice> = vec![Voice::default(); case.parties.len()];
    for statement in ledger.statements.rows() {
        if let Some(party) = ledger.spoken_for(case, statement) {
            hear(statement, &mut voices[party.position()]);
        }
    }
    voices.into_iter().collect()
}

fn hear(statement: &Statement, voice: &mut Voice) {
    match statement.via {
        Via::Direct => {
            voice.own_words += 1;
            voice.words_quoted += statement.quote.as_ref().map_or(0, |quote| quote.exact.split_whitespace().count());
        }
        Via::Author => {}
        Via::Reported | Via::Headline | Via::Document | Via::UnnamedOfficial => voice.reported += 1,
    }
}
