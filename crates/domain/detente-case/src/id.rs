//! Names that stay: ids as people write them, and the index types of the tables they lead to.

use std::fmt;

use detente_base::define_index;

define_index!(
    /// A party of one case.
    pub struct PartyIdx
);
define_index!(
    /// A person of one case.
    pub struct PersonIdx
);
define_index!(
    /// An issue of one case.
    pub struct IssueIdx
);
define_index!(
    /// A choice of one issue.
    pub struct ChoiceIdx
);
define_index!(
    /// A rule of one case.
    pub struct RuleIdx
);
define_index!(
    /// A red line of one case.
    pub struct RedLineIdx
);
define_index!(
    /// A conditional offer of one case.
    pub struct OfferIdx
);
define_index!(
    /// An offer or draft on record.
    pub struct DraftIdx
);
define_index!(
    /// A step of the process.
    pub struct StepIdx
);

/// A kebab-case id: lower-case letters and digits in words joined by single hyphens, starting with a letter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

/// The text is not kebab-case starting with a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdError;

impl Id {
    /// Checks `text` and makes it an id.
    pub fn new(text: &str) -> Result<Self, IdError> {
        let starts_with_letter = text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        let words_are_plain = text.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        if starts_with_letter && words_are_plain { Ok(Self(text.into())) } else { Err(IdError) }
    }

    /// The id of a part of a lens: `LENS.PART`.
    #[must_use]
    pub fn of_part(lens: &Self, part: &Self) -> Self {
        Self(format!("{lens}.{part}").into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_kebab_case() {
        for good in ["a", "fund-share", "st-01", "us"] {
            assert!(Id::new(good).is_ok(), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "1a", "a_b", "é", "a b"] {
            assert!(Id::new(bad).is_err(), "{bad}");
        }
    }
}
