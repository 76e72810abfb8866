//! What draws add up to. Only whole numbers, so that the order in which draws are added does not matter.

/// The width of a step in which regret is told apart, in thousandths of a point.
const STEP: u64 = 100;

/// Steps of regret that are told apart; what is beyond counts as the last.
const STEPS: usize = 1024;

/// What is counted about one candidate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct OfCandidate {
    /// Per party, the draws in which it can accept the package.
    pub(crate) accepted: Vec<u64>,
    /// The draws in which it is in the zone.
    pub(crate) in_zone: u64,
    /// The draws in which it is in the zone and no package of the zone betters it.
    pub(crate) efficient: u64,
    /// Regret where it is in the zone, in thousandths of a point, added up.
    pub(crate) regret: u128,
    /// The same, and where it is not and there is a zone, what the principal with most to gain then goes without.
    pub(crate) regret_or_nothing: u128,
    /// The largest regret met where it is in the zone.
    pub(crate) largest: u64,
    /// Draws per step of regret.
    pub(crate) steps: Vec<u64>,
    /// Per ranking and rank, draws.
    pub(crate) ranks: Vec<Vec<u64>>,
}

/// What is counted over draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) draws: u64,
    /// The draws in which there is a package.
    pub(crate) open: u64,
    /// Per issue and choice (in κ's order), the draws in which some package of the zone has it, and in which every one has.
    pub(crate) choices: Vec<Vec<[u64; 2]>>,
    pub(crate) candidates: Vec<OfCandidate>,
    /// Questions that were not answered by the compiled structure.
    pub(crate) anew: u64,
}

impl Tally {
    pub(crate) fn new(issues: &[usize], n_parties: usize, n_rankings: usize, n_candidates: usize) -> Self {
        let of_candidate = OfCandidate {
            accepted: vec![0; n_parties],
            steps: vec![0; STEPS],
            ranks: vec![vec![0; n_candidates]; n_rankings],
            ..OfCandidate::default()
        };
        Self {
            draws: 0,
            open: 0,
            choices: issues.iter().map(|&size| vec![[0; 2]; size]).collect(),
            candidates: vec![of_candidate; n_candidates],
            anew: 0,
        }
    }

    /// As if every draw had come so often.
    pub(crate) fn times(mut self, times: u64) -> Self {
        self.draws *= times;
        self.open *= times;
        self.choices.iter_mut().flatten().flatten().for_each(|hits| *hits *= times);
        for of in &mut self.candidates {
            let counts = of.accepted.iter_mut().chain(&mut of.steps).chain(of.ranks.iter_mut().flatten());
            counts.chain([&mut of.in_zone, &mut of.efficient]).for_each(|hits| *hits *= times);
            of.regret *= u128::from(times);
            of.regret_or_nothing *= u128::from(times);
        }
        self
    }

    /// Both together.
    pub(crate) fn with(mut self, other: &Self) -> Self {
        self.draws += other.draws;
        self.open += other.open;
        self.anew += other.anew;
        for (own, other) in self.choices.iter_mut().flatten().zip(other.choices.iter().flatten()) {
            own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
        }
        self.candidates.iter_mut().zip(&other.candidates).for_each(|(own, other)| own.add(other));
        self
    }
}

impl OfCandidate {
    fn add(&mut self, other: &Self) {
        let sum = |own: &mut [u64], other: &[u64]| own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
        sum(&mut self.accepted, &other.accepted);
        sum(&mut self.steps, &other.steps);
        self.ranks.iter_mut().zip(&other.ranks).for_each(|(own, other)| sum(own, other));
        self.in_zone += other.in_zone;
        self.efficient += other.efficient;
        self.regret += other.regret;
        self.regret_or_nothing += other.regret_or_nothing;
        self.largest = self.largest.max(other.largest);
    }

    /// Takes note of a regret where the package is in the zone.
    pub(crate) fn regrets(&mut self, thousandths: u64) {
        self.regret += u128::from(thousandths);
        self.regret_or_nothing += u128::from(thousandths);
        self.largest = self.largest.max(thousandths);
        let step = usize::try_from(thousandths.div_ceil(STEP)).unwrap_or(STEPS).min(STEPS - 1);
        self.steps[step] += 1;
    }

    /// The least regret, in steps rounded up, that is not exceeded in so many draws; `None` where the package is in the zone in
    /// fewer.
    pub(crate) fn regret_within(&self, draws: u64) -> Option<u64> {
        let mut so_far = 0;
        let reached = self.steps.iter().position(|step| {
            so_far += step;
            draws <= so_far
        })?;
        if reached == STEPS - 1 { Some(self.largest) } else { u64::try_from(reached).ok().map(|step| step * STEP) }
    }
}

#[cfg(test)]
mod tests {
    use super::{OfCandidate, STEPS};

    #[test]
    fn percentiles_are_rounded_up_to_a_step_and_absent_where_too_often_out() {
        let mut of = OfCandidate { steps: vec![0; STEPS], ..OfCandidate::default() };
        [0, 1, 100, 101, 250_000].into_iter().for_each(|regret| of.regrets(regret));
        let within = |draws| of.regret_within(draws);
        assert_eq!([1, 2, 3, 4, 5, 6].map(within), [Some(0), Some(100), Some(100), Some(200), Some(250_000), None]);
        assert_eq!((of.largest, of.regret), (250_000, 250_202));
    }
}
