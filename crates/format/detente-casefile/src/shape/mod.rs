//! What a case file looks like, as data: one description from which files are checked, the JSON Schema is written and the
//! book's reference is printed, so that the three cannot drift apart.

mod case;
mod clauses;
mod drafts;
mod estimates;
mod fund;
mod ledger;
mod reference;
mod schema;

pub(crate) use case::CASE;
pub(crate) use clauses::CLAUSES;
pub(crate) use drafts::DRAFTS;
pub(crate) use estimates::ESTIMATES;
pub(crate) use fund::FUND;
pub(crate) use ledger::LEDGER;
pub use reference::reference;
pub use schema::schema;

/// The form of a value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// Any text.
    Text,
    /// A kebab-case id that is defined here or elsewhere.
    Id,
    /// An expression.
    Expression,
    /// `always`, `never` or `only if` an expression.
    Consent,
    /// True or false.
    Flag,
    /// A date without quotes.
    Date,
    /// A decimal with at most three places.
    Number,
    /// One of these words.
    Word(&'static [&'static str]),
    /// Any number of values of one form.
    List(&'static Shape),
    /// Named values.
    Table(&'static Fields),
    /// One of these forms, told apart by what kind of TOML value stands there.
    Either(&'static [Shape]),
}

/// The keys of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// What the table says, in a sentence.
    pub(crate) doc: &'static str,
    /// The keys it may have.
    pub(crate) known: &'static [Field],
    /// The form of the values under any other key, which then is an id.
    pub(crate) rest: Option<&'static Shape>,
}

/// A key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    pub(crate) key: &'static str,
    pub(crate) shape: Shape,
    pub(crate) needed: bool,
    pub(crate) doc: &'static str,
}

/// A key that must be there.
pub(crate) const fn need(key: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field { key, shape, needed: true, doc }
}

/// A key that may be there.
pub(crate) const fn may(key: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field { key, shape, needed: false, doc }
}

/// A table with these keys and no others.
pub(crate) const fn table(doc: &'static str, fields: &'static [Field]) -> Fields {
    Fields { doc, known: fields, rest: None }
}

/// A table whose keys are ids.
pub(crate) const fn by_id(doc: &'static str, rest: &'static Shape) -> Fields {
    Fields { doc, known: &[], rest: Some(rest) }
}

/// The newest format this version reads, and the one it writes.
pub const FORMAT: i64 = 1;

pub(crate) const TEXTS: Shape = Shape::List(&Shape::Text);
pub(crate) const IDS: Shape = Shape::List(&Shape::Id);
pub(crate) const FIRMNESS: Shape = Shape::Word(&["stated-absolute", "strong", "negotiable", "unclear"]);
pub(crate) const JUDGE: Shape = Shape::Word(&["speaker", "reporter", "coder"]);
pub(crate) const PRECISION: Shape = Shape::Word(&["day", "month", "year", "unknown"]);

/// The files of a case folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `case.toml`.
    Case,
    /// `ledger.toml`.
    Ledger,
    /// `drafts.toml`.
    Drafts,
    /// `clauses.toml`.
    Clauses,
    /// A file in `estimates/`.
    Estimates,
    /// `fund.toml`.
    Fund,
}

impl Part {
    /// Every part, in the order a case is read.
    pub const ALL: [Self; 6] = [Self::Case, Self::Ledger, Self::Drafts, Self::Clauses, Self::Estimates, Self::Fund];

    /// Its name on the command line and in the book.
    pub fn name(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Ledger => "ledger",
            Self::Drafts => "drafts",
            Self::Clauses => "clauses",
            Self::Estimates => "estimates",
            Self::Fund => "fund-file",
        }
    }

    /// Where it stands in the folder.
    pub fn file(self) -> &'static str {
        match self {
            Self::Case => "case.toml",
            Self::Ledger => "ledger.toml",
            Self::Drafts => "drafts.toml",
            Self::Clauses => "clauses.toml",
            Self::Estimates => "estimates/NAME.toml",
            Self::Fund => "fund.toml",
        }
    }

    pub(crate) fn fields(self) -> &'static Fields {
        match self {
            Self::Case => &CASE,
            Self::Ledger => &LEDGER,
            Self::Drafts => &DRAFTS,
            Self::Clauses => &CLAUSES,
            Self::Estimates => &ESTIMATES,
            Self::Fund => &FUND,
        }
    }
}
