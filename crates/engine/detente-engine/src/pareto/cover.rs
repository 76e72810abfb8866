//! Fewer points than the frontier has, and how far off they are.

/// Whether a few points may stand for the frontier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// Per principal, in its units, how far off the points may be; asks for a cover.
    pub epsilon: Option<Vec<i64>>,
    /// The most points; more are thinned to a cover.
    pub max_points: Option<usize>,
}
