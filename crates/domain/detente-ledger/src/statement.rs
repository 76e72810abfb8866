//! What somebody is reported to have said.

use detente_base::Span;
use detente_case::{Id, PartyIdx, PersonIdx, Precision};
use jiff::civil::Date;

use crate::SourceIdx;

/// A statement, with where it stands and the way it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its id.
    pub id: Id,
    /// Where it stands.
    pub source: Option<SourceIdx>,
    /// Who said it.
    pub speaker: Speaker,
    /// How it came into the source.
    pub via: Via,
    /// Outlets or documents it passed through.
    pub chain: Vec<String>,
    /// When it was said.
    pub said_on: Option<Date>,
    /// How exact that date is.
    pub precision: Option<Precision>,
    /// The words, exactly.
    pub quote: Option<Quote>,
    /// The same in the coder's words.
    pub paraphrase: Option<String>,
    /// A CAMEO code.
    pub act: Option<String>,
    /// Credibility of the information on the Admiralty scale, 1 to 6.
    pub credibility: Option<u8>,
    /// Who coded it.
    pub coder: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// Who said something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// A person of the case.
    pub person: Option<PersonIdx>,
    /// The name, where the person is not one of the case.
    pub name: Option<String>,
    /// The office.
    pub role: Option<String>,
    /// The party spoken for.
    pub party: Option<PartyIdx>,
    /// Whether the source names the speaker.
    pub named: bool,
}

/// How a statement came into the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// In the speaker's own words.
    Direct,
    /// In the reporter's words.
    Reported,
    /// The author speaks.
    Author,
    /// In the headline.
    Headline,
    /// From a document.
    Document,
    /// From an official who is not named.
    UnnamedOfficial,
}

/// Exact words, and enough around them to find them again (W3C `TextQuoteSelector`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// What stands right before.
    pub prefix: Option<String>,
    /// What stands right after.
    pub suffix: Option<String>,
    /// Where `exact` is written.
    pub span: Span,
}
