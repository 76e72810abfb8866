//! What choices are worth in every draw.

use std::collections::BTreeMap;

use detente_case::{Case, ChoiceIdx, IssueIdx};
use detente_deals::Preferences;
use detente_estimate::Part;
use detente_polytope::Point;

use super::candidates::Candidate;

/// Per draw, the worth of every choice times the sum of the weights.
pub(super) struct Worths {
    draws: usize,
    by_choice: BTreeMap<(IssueIdx, ChoiceIdx), Vec<i128>>,
    /// The sum of the weights.
    sums: Vec<i128>,
}

impl Worths {
    pub(super) fn new(case: &Case, found: &Preferences, points: &[Point]) -> Self {
        let mut by_choice = BTreeMap::new();
        for issue in found.issues() {
            for choice in case.issues[issue].choices.indices() {
                let worth = |point: &Point| {
                    i128::from(found.weight_at(point, issue)) * i128::from(found.value_at(point, issue, choice))
                };
                by_choice.insert((issue, choice), points.iter().map(worth).collect());
            }
        }
        let sum = |point: &Point| found.issues().map(|issue| i128::from(found.weight_at(point, issue))).sum();
        Self { draws: points.len(), by_choice, sums: points.iter().map(sum).collect() }
    }

    /// Per draw: 1 if the first is worth more, 2 if the second is, 0 if neither.
    pub(super) fn answers(&self, candidate: &Candidate) -> impl Iterator<Item = u32> {
        let rows = |part: &Part| -> Vec<&[i128]> {
            part.iter().filter_map(|(&issue, &choice)| Some(self.by_choice.get(&(issue, choice))?.as_slice())).collect()
        };
        let (a, b) = (rows(&candidate.a), rows(&candidate.b));
        let linked = i128::from(candidate.linked);
        (0..self.draws).map(move |draw| {
            let sum = |rows: &[&[i128]]| rows.iter().filter_map(|row| row.get(draw)).sum::<i128>();
            let favoured = self.sums.get(draw).map_or(0, |sum| sum * linked);
            match (sum(&a) + favoured).cmp(&sum(&b)) {
                std::cmp::Ordering::Greater => 1,
                std::cmp::Ordering::Less => 2,
                std::cmp::Ordering::Equal => 0,
            }
        })
    }
}
