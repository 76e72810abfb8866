//! Who is reported to have said what: source → statement → position, and the events around them.
//!
//! The layers are never mixed: a source carries statements, a statement is what somebody is reported to have said, a
//! position is a coder's reading of statements. Nothing is overwritten, only superseded; nothing here binds a package.

mod coding;
mod contradiction;
mod dating;
mod event;
mod position;
mod source;
mod statement;
mod voices;

use detente_base::{Table, define_index};

pub use coding::Coding;
pub use contradiction::Contradiction;
pub use dating::{Since, Standing};
pub use event::{Event, Unclear};
pub use position::{Confidence, Kind, KindName, Position, Stance, Subject};
pub use source::Source;
pub use statement::{Quote, Speaker, Statement, Via};
pub use voices::{Voice, voices};

define_index!(
    /// A source of one ledger.
    pub struct SourceIdx
);
define_index!(
    /// A statement of one ledger.
    pub struct StatementIdx
);
define_index!(
    /// A position of one ledger.
    pub struct PositionIdx
);
define_index!(
    /// An event of one ledger.
    pub struct EventIdx
);
define_index!(
    /// A coder's own reading, in one ledger.
    pub struct CodingIdx
);

/// Everything on record, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Where it stands.
    pub sources: Table<SourceIdx, Source>,
    /// What somebody is reported to have said.
    pub statements: Table<StatementIdx, Statement>,
    /// What that means for the issues, as coded.
    pub positions: Table<PositionIdx, Position>,
    /// What is reported to have happened.
    pub events: Table<EventIdx, Event>,
    /// What coders read in statements, each working alone.
    pub codings: Table<CodingIdx, Coding>,
    /// What the sources leave open, said aloud.
    pub unclear: Vec<Unclear>,
}

impl Ledger {
    /// The statement with this id.
    pub fn statement(&self, id: &str) -> Option<StatementIdx> {
        self.statements.find(|statement| statement.id == *id)
    }

    /// The position with this id.
    pub fn position(&self, id: &str) -> Option<PositionIdx> {
        self.positions.find(|position| position.id == *id)
    }
}
