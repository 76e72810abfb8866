//! What a negotiation is: parties and people, issues and their choices, rules and limits, conditional offers, process.
//!
//! A case holds nobody's preferences. Tables are sorted by id, so that the order in which a file lists parties, issues or
//! choices cannot reach a result; only a scale keeps the order it was given, because there the order is the content.

mod case;
mod clause;
mod consent;
mod decided;
mod draft;
pub mod expr;
mod formula;
mod id;
mod issue;
mod lens;
mod limit;
mod party;
mod process;

pub use case::{Case, DatedBy, Scope};
pub use clause::{AgreementText, Clause, Piece, Subject, Topic, Variant, Words};
pub use consent::Consent;
pub use draft::{Draft, DraftStatus, Wording};
pub use formula::{Condition, Connected, Formula, Term};
pub use id::{ChoiceIdx, DraftIdx, Id, IdError, IssueIdx, OfferIdx, PartyIdx, PersonIdx, RedLineIdx, RuleIdx, StepIdx};
pub use issue::{Arrangement, Choice, Issue};
pub use lens::{Bloc, Counts, Edge, Lens, LensIdx, LensPart, Mark, Measure, Resolution, Settled, Status, Unit};
pub use limit::{ConditionalOffer, Firmness, Judge, OfferStatus, RedLine, Rule};
pub use party::{Party, Person};
pub use process::{Precision, Step, StepStatus};
