//! What a zone is made of, piece by piece.

use crate::error::ModelError;
use crate::model::Model;

/// Something a zone is made of and that could be set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Member {
    /// A rule, by its number.
    Rule(usize),
    /// A limit, by its number.
    Limit(usize),
    /// A bottom line, by its party.
    BottomLine(usize),
    /// A choice the draft holds, by its issue.
    Fixed(usize),
}

impl Member {
    /// Checks that the model has such a member.
    pub fn validate(self, model: &Model) -> Result<(), ModelError> {
        match self {
            Self::Rule(rule) if model.rules.len() <= rule => Err(ModelError::UnknownRule { rule }),
            Self::Limit(limit) if model.limits.len() <= limit => Err(ModelError::UnknownLimit { limit }),
            Self::BottomLine(party) => model.validate_owner(party),
            Self::Fixed(issue) if model.issues.len() <= issue => Err(ModelError::UnknownIssue { issue }),
            Self::Rule(_) | Self::Limit(_) | Self::Fixed(_) => Ok(()),
        }
    }
}
