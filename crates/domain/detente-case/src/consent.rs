//! Whose consent a package needs (DEFINITIONS 1).

use crate::Condition;

/// In which packages a party's limits and bottom line bind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Consent {
    /// In every package; such a party is a principal.
    Always,
    /// In none.
    Never,
    /// In the packages where the condition holds; it names choices, never values.
    OnlyIf(Condition),
}

impl Consent {
    /// Whether it is needed in every package.
    pub fn is_always(&self) -> bool {
        matches!(self, Self::Always)
    }
}
