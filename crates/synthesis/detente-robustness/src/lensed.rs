//! What a lens is worth to a party in one draw.

use detente_base::Index;
use detente_case::{IssueIdx, Lens, LensIdx, PartyIdx};
use detente_deals::{EstimateRef, lens_values};
use detente_estimate::{LensValues, PartyEstimates, Utility};

use crate::plan::{Number, Plan, Worths};

/// A party's values of a lens, with where each of their numbers comes from.
#[derive(Clone, Debug)]
pub(crate) struct Lensed {
    idx: LensIdx,
    lens: Lens,
    values: LensValues,
    /// Per number, where it is drawn, and twice its centre.
    numbers: Vec<(Number, i64)>,
}

impl Lensed {
    /// Per part and choice, the value within the lens in thousandths.
    pub(crate) fn values(&self, utility: Utility, drawn: impl Fn(&Number) -> i64) -> Vec<Vec<i64>> {
        let halves = |at: usize| match self.numbers.get(at) {
            Some((Number::Known(_), halves)) => *halves,
            Some((number, _)) => drawn(number).saturating_mul(2),
            None => 0,
        };
        lens_values(&self.lens, &self.values, utility, halves)
    }
}

impl Plan<'_> {
    /// The lenses that a party values.
    pub(crate) fn lensed(&self, party: PartyIdx, of: &PartyEstimates) -> Vec<Lensed> {
        let lensed = |(&idx, of): (&LensIdx, &detente_estimate::LensEstimates)| {
            let values = of.values.clone()?;
            let number = |(rank, (_, number)): (usize, &(String, detente_estimate::Estimate))| {
                let halves = i64::try_from(number.range.twice_centre()).unwrap_or(i64::MAX);
                (self.number(EstimateRef::LensNumber(party, idx, rank), number.range), halves)
            };
            let numbers = values.numbers.iter().enumerate().map(number).collect();
            Some(Lensed { idx, lens: self.case().lenses[idx].clone(), values, numbers })
        };
        of.lenses.iter().filter_map(lensed).collect()
    }

    /// The worths of an issue that is a part of one of a party's lenses.
    pub(crate) fn part(&self, issue: IssueIdx, lenses: &[Lensed]) -> Option<Worths> {
        let (lens, part) = self.case().part_of(issue)?;
        let at = lenses.iter().position(|of| of.idx == lens)?;
        let order = self.centre().order[issue].iter().map(|choice| choice.position()).collect();
        Some(Worths::Part(at, part, order))
    }
}
