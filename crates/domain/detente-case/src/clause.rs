//! The text of an agreement, clause by clause: which words stand for which choices, and what a text is asked about.

use detente_base::{Decimal, Span};

use crate::{Case, Condition, Id, IssueIdx, LensIdx};

/// The clauses of a case and the topics its text is held against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreementText {
    /// The clauses, as they follow each other: by order, then by id.
    pub clauses: Vec<Clause>,
    /// What a text is asked about, by id: the topics every text is asked about, and those of the case.
    pub topics: Vec<Topic>,
}

/// A clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its id.
    pub id: Id,
    /// Its heading, as printed.
    pub heading: String,
    /// Where it stands among the others.
    pub order: Decimal,
    /// What its words depend on; nothing: they always stand.
    pub about: Option<Subject>,
    /// Where it stands at all; everywhere unless said otherwise.
    pub when: Option<Condition>,
    /// Ids of the topics it treats.
    pub topics: Vec<Id>,
    /// The words for every choice without words of its own.
    pub words: Option<Words>,
    /// Words for some choices.
    pub variants: Vec<Variant>,
    /// The words while nothing is settled, instead of all variants in brackets.
    pub open: Option<Words>,
    /// A note of the case's author.
    pub note: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// What a clause's words depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The choice on an issue.
    Issue(IssueIdx),
    /// The status of each part of a lens.
    Lens(LensIdx),
}

/// Words for some choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// For which: places of choices, or of statuses of a lens.
    pub places: Vec<usize>,
    /// The words.
    pub words: Words,
    /// Where they are written.
    pub span: Span,
}

/// Words in which choices and names are filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(pub Vec<Piece>);

/// A piece of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As it stands.
    Plain(String),
    /// The title of an issue's choice.
    Choice(IssueIdx),
    /// The names of the parts of the lens that have the status the words are for.
    Parts,
}

/// Something a text is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Its id.
    pub id: Id,
    /// Its title, as printed.
    pub title: String,
    /// What it asks, in a sentence.
    pub asks: String,
    /// Where it is asked at all; everywhere unless said otherwise.
    pub when: Option<Condition>,
    /// Whether the case asks it in its own words.
    pub of_case: bool,
}

impl Clause {
    /// The words for a choice, by its place.
    pub fn words_for(&self, place: usize) -> Option<&Words> {
        let own = self.variants.iter().find(|variant| variant.places.contains(&place));
        own.map(|variant| &variant.words).or(self.words.as_ref())
    }

    /// Whether a choice, by its place, has words of its own.
    pub fn has_own(&self, place: usize) -> bool {
        self.variants.iter().any(|variant| variant.places.contains(&place))
    }
}

impl Subject {
    /// The ids of what words can be for: choices of the issue, or statuses of the lens, each at its place.
    pub fn choices(self, case: &Case) -> Vec<&str> {
        match self {
            Self::Issue(issue) => case.issues[issue].choices.rows().map(|choice| choice.id.as_str()).collect(),
            Self::Lens(lens) => case.lenses[lens].statuses.iter().map(|status| status.id.as_str()).collect(),
        }
    }

    /// The issues that settle it.
    pub fn issues(self, case: &Case) -> Vec<IssueIdx> {
        match self {
            Self::Issue(issue) => vec![issue],
            Self::Lens(lens) => case.lenses[lens].parts.iter().map(|part| part.issue).collect(),
        }
    }
}

impl Words {
    /// The words with each piece filled in.
    pub fn filled(&self, choice: impl Fn(IssueIdx) -> String, parts: &str) -> String {
        let fill = |piece: &Piece| match piece {
            Piece::Plain(text) => text.clone(),
            Piece::Choice(issue) => choice(*issue),
            Piece::Parts => parts.to_owned(),
        };
        self.0.iter().map(fill).collect()
    }

    /// The issues whose choices are filled in.
    pub fn issues(&self) -> impl Iterator<Item = IssueIdx> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Choice(issue) => Some(*issue),
            Piece::Plain(_) | Piece::Parts => None,
        })
    }
}

impl AgreementText {
    /// The topic with this id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }

    /// The issues that some clause speaks of: whose choice decides its words, or is filled into them.
    pub fn issues(&self, case: &Case) -> Vec<IssueIdx> {
        let mut issues: Vec<IssueIdx> = Vec::new();
        for clause in &self.clauses {
            issues.extend(clause.about.into_iter().flat_map(|about| about.issues(case)));
            let words = clause.words.iter().chain(clause.variants.iter().map(|variant| &variant.words));
            issues.extend(words.flat_map(Words::issues));
        }
        issues.sort_unstable();
        issues.dedup();
        issues
    }
}
