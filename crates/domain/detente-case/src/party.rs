//! Who takes part and who speaks.

use detente_base::Span;

use crate::{Consent, Id, PartyIdx};

/// Someone whose consent may be needed: a state, a group, an organisation, a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its id.
    pub id: Id,
    /// Its name, as printed.
    pub name: String,
    /// What it is, in one word.
    pub kind: Option<String>,
    /// What it does in these talks ("broker"); roles never change consent.
    pub roles: Vec<String>,
    /// Other names it goes by in sources.
    pub aliases: Vec<String>,
    /// In which packages its consent is needed.
    pub consent: Consent,
    /// Why that is so; absent for the default.
    pub consent_because: Option<String>,
    /// Statements the consent rests on.
    pub consent_basis: Vec<Id>,
    /// A note of the case's author.
    pub note: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// A speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Its id.
    pub id: Id,
    /// The name, as printed.
    pub name: String,
    /// The office, as the case puts it.
    pub role: Option<String>,
    /// The party spoken for.
    pub party: Option<PartyIdx>,
    /// Other names in sources.
    pub aliases: Vec<String>,
    /// Where it is written.
    pub span: Span,
}
