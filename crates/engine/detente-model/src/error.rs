//! What does not hold together in a model or in a question about it.

use thiserror::Error;

/// A model, an [`Ask`](crate::Ask) or another argument that does not hold together.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ModelError {
    /// An issue with nothing to choose.
    #[error("issue {issue} has no choice")]
    NoChoice {
        /// Which issue.
        issue: usize,
    },
    /// A party values another number of issues than there are.
    #[error("party {party} values {found} issues where the model has {expected}")]
    ValuedIssues {
        /// Which party.
        party: usize,
        /// How many it values.
        found: usize,
        /// How many there are.
        expected: usize,
    },
    /// A list per choice has another length than its issue has choices.
    #[error("issue {issue} has {expected} choices, but a list about it has {found} entries")]
    PerChoice {
        /// Which issue.
        issue: usize,
        /// The length of the list.
        found: usize,
        /// The number of choices.
        expected: usize,
    },
    /// There is no issue of that number.
    #[error("there is no issue {issue}")]
    UnknownIssue {
        /// The number.
        issue: usize,
    },
    /// There is no choice of that number.
    #[error("issue {issue} has no choice {choice}")]
    UnknownChoice {
        /// Which issue.
        issue: usize,
        /// The number.
        choice: usize,
    },
    /// There is no party of that number.
    #[error("there is no party {party}")]
    UnknownParty {
        /// The number.
        party: usize,
    },
    /// There is no rule of that number.
    #[error("there is no rule {rule}")]
    UnknownRule {
        /// The number.
        rule: usize,
    },
    /// There is no limit of that number.
    #[error("there is no limit {limit}")]
    UnknownLimit {
        /// The number.
        limit: usize,
    },
    /// A table has another number of entries than its issues have combinations.
    #[error("a table has {found} entries where its issues have {expected} combinations")]
    TableLength {
        /// The number of entries.
        found: usize,
        /// The number of combinations.
        expected: usize,
    },
    /// A table over more combinations than the engine keeps.
    #[error("a table over {cells} combinations, {most} at most")]
    TableTooLarge {
        /// The number of combinations.
        cells: usize,
        /// How many there may be.
        most: usize,
    },
    /// A sum or a table names an issue more than once.
    #[error("a sum or a table names issue {issue} twice")]
    IssueTwice {
        /// Which issue.
        issue: usize,
    },
    /// An edge names a unit that its graph does not have.
    #[error("an edge names unit {unit} where the graph has {units}")]
    UnknownUnit {
        /// The number.
        unit: usize,
        /// How many units there are.
        units: usize,
    },
    /// An edge from a unit to itself.
    #[error("an edge ties unit {unit} to itself")]
    SelfLoop {
        /// Which unit.
        unit: usize,
    },
    /// Two units are tied more than once.
    #[error("units {} and {} are tied twice", edge.0, edge.1)]
    EdgeTwice {
        /// The two units, the smaller number first.
        edge: (usize, usize),
    },
    /// A party is named more than once.
    #[error("party {party} is named twice")]
    PartyTwice {
        /// Which party.
        party: usize,
    },
    /// More parties than fit a set of bits.
    #[error("{parties} parties, {most} at most")]
    TooManyParties {
        /// How many there are.
        parties: usize,
        /// How many there may be.
        most: usize,
    },
    /// More issues than the engine searches over.
    #[error("{issues} issues, {most} at most")]
    TooManyIssues {
        /// How many there are.
        issues: usize,
        /// How many there may be.
        most: usize,
    },
    /// A formula nested deeper than the engine follows.
    #[error("a formula is nested more than {most} deep")]
    TooDeep {
        /// The deepest nesting followed.
        most: usize,
    },
    /// A party's utility could leave the range of integers.
    #[error("the units of party {party} can exceed the range of 64-bit integers")]
    UtilityOverflow {
        /// Which party.
        party: usize,
    },
    /// A sum in a formula could leave the range of integers.
    #[error("a sum in a formula can exceed the range of 64-bit integers")]
    SumOverflow,
    /// The draft, or a package, speaks of another number of issues than there are.
    #[error("a package or draft speaks of {found} issues where the model has {expected}")]
    DraftLength {
        /// How many it speaks of.
        found: usize,
        /// How many there are.
        expected: usize,
    },
    /// The list of limits in force has another length than there are limits.
    #[error("{found} limits are switched where the model has {expected}")]
    SwitchedLimits {
        /// How many are switched.
        found: usize,
        /// How many there are.
        expected: usize,
    },
    /// A distance, of whatever unit, does not fit the integers it is computed in.
    #[error("distances over these scales exceed the range of 64-bit integers")]
    DistanceOverflow,
    /// The spacings or groups of a distance have another length than there are issues.
    #[error("a distance speaks of {found} issues where the model has {expected}")]
    DistanceLength {
        /// How many it speaks of.
        found: usize,
        /// How many there are.
        expected: usize,
    },
    /// What a cover may be off is said for another number of parties than there are principals.
    #[error("a cover's tolerance is given for {found} parties where the frontier is over {expected}")]
    EpsilonLength {
        /// For how many it is given.
        found: usize,
        /// How many principals there are.
        expected: usize,
    },
}
