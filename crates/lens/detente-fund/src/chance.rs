//! Whether a stream comes about, by what is agreed.

use std::collections::BTreeMap;

use detente_case::{ChoiceIdx, Condition, IssueIdx, PartyIdx};
use detente_estimate::{Range, Why};

use crate::{Cut, Open, holds};

/// How probable a stream is, and to whom it yields, where a condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chance {
    /// Where.
    pub when: Condition,
    /// The probability, from 0 to 1.
    pub probability: Range,
    /// The party to which the stream yields there; the fund's contributor unless said.
    pub government: Option<PartyIdx>,
    /// What it rests on.
    pub why: Why,
}

/// The row of chances that holds in a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Which row; none where it is the last, "otherwise".
    pub row: Option<usize>,
    /// The probability.
    pub probability: Range,
    /// To whom the stream yields.
    pub government: Option<PartyIdx>,
}

/// The first row whose condition holds in the package.
pub(crate) fn reached(
    rows: &[Chance],
    otherwise: Range,
    package: &BTreeMap<IssueIdx, ChoiceIdx>,
) -> Result<Reached, Cut> {
    for (row, chance) in rows.iter().enumerate() {
        match holds(&chance.when.formula, package) {
            Some(true) => {
                return Ok(Reached { row: Some(row), probability: chance.probability, government: chance.government });
            }
            Some(false) => {}
            None => return Err(Cut::Open(Open::of(&chance.when.formula, package))),
        }
    }
    Ok(Reached { row: None, probability: otherwise, government: None })
}
