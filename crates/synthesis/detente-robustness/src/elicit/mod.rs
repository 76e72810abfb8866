//! What to ask a party next: the comparison whose answer leaves least, whichever it is.

mod candidates;
mod worth;

use std::collections::BTreeMap;

use detente_base::Watch;
use detente_case::{Case, PartyIdx};
use detente_deals::{Overflow, Scope, preferences};
use detente_estimate::{EstimateSet, Part};
use detente_polytope::{SHARD, Sampler, random};

use candidates::{Candidate, candidates};
use worth::Worths;

/// Draws that every question is weighed with: each share is known to about two points.
pub const DRAWS: usize = 2_048;

/// Questions in the order to ask them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elicitation {
    /// Whom.
    pub party: PartyIdx,
    /// The questions; fewer than asked for where no other would tell the draws apart.
    pub questions: Vec<Question>,
    /// How many comparisons were weighed against each other.
    pub candidates: usize,
    /// Draws altogether.
    pub draws: usize,
}

/// Which of two packages a party would rather have, everything else equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The one named first; a coin decides which.
    pub first: Part,
    /// The other.
    pub second: Part,
    /// Draws in which the first is worth more.
    pub for_first: usize,
    /// Draws in which the second is worth more.
    pub for_second: usize,
    /// The sum over all answers so far, this one included, of the draws that have them, squared: over draws squared it is the
    /// share that remains on average.
    pub squares: u64,
}

impl Question {
    /// Draws in which both are worth the same.
    pub fn level(&self, draws: usize) -> usize {
        draws.saturating_sub(self.for_first + self.for_second)
    }

    /// The percentage of draws left on average after this answer and all before it, rounded.
    pub fn percent_left(&self, draws: usize) -> u64 {
        let all = u64::try_from(draws).unwrap_or(0).pow(2).max(1);
        (200 * self.squares + all) / (2 * all)
    }
}

/// Why there are no questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NothingToAsk {
    /// Numbers are too large to be multiplied.
    TooLarge(Overflow),
    /// The party has no section in the set, nothing to value, or utilities that are payoffs.
    NoStake,
    /// It values an issue by what several issues decide together, so that no comparison stands for itself.
    SeveralIssues,
    /// Somebody stopped the work.
    Stopped,
}

/// The questions to ask `party`, up to `wanted` of them.
///
/// The first is the one whose answers divide the draws most evenly; each further one leaves least on average after all answers before
/// it. Among questions that do so equally well, up to what so many draws can tell, shorter ones come first. Candidates are all
/// comparisons of two choices of an issue, and of two packages that differ in two issues; of an issue with many choices five, and no
/// more than 20,000, chosen by the seed.
///
/// # Cost
/// Candidates times draws, per question.
pub fn elicit(
    case: &Case,
    set: &EstimateSet,
    party: PartyIdx,
    wanted: usize,
    seed: u64,
    watch: &dyn Watch,
) -> Result<Elicitation, NothingToAsk> {
    if set.utility == detente_estimate::Utility::Payoffs {
        return Err(NothingToAsk::NoStake);
    }
    let is_along = |values: &detente_estimate::Values| matches!(values, detente_estimate::Values::Along { .. });
    if set.party(party).is_some_and(|of| of.values.values().any(is_along)) {
        return Err(NothingToAsk::SeveralIssues);
    }
    let found = preferences(case, set, party, Scope::Open).map_err(NothingToAsk::TooLarge)?;
    let found = found.ok_or(NothingToAsk::NoStake)?;
    let sampler = Sampler::new(&found.space, seed).ok_or(NothingToAsk::NoStake)?;
    let points: Vec<_> =
        (0_u64..).take(DRAWS.div_ceil(shard())).flat_map(|shard| sampler.shard(shard)).take(DRAWS).collect();
    let worths = Worths::new(case, &found, &points);
    let candidates = candidates(case, set, &found, seed);
    let mut planner = Planner { seed, worths, candidates, cells: vec![0; DRAWS], questions: Vec::new(), watch };
    for _ in 0..wanted {
        if !planner.ask()? {
            break;
        }
    }
    let (questions, candidates) = (planner.questions, planner.candidates.len());
    Ok(Elicitation { party, questions, candidates, draws: DRAWS })
}

fn shard() -> usize {
    usize::try_from(SHARD).unwrap_or(1)
}

struct Planner<'w> {
    seed: u64,
    worths: Worths,
    candidates: Vec<Candidate>,
    /// Per draw, which answers it has given so far.
    cells: Vec<u32>,
    questions: Vec<Question>,
    watch: &'w dyn Watch,
}

impl Planner<'_> {
    /// Adds the next question; whether there is one.
    fn ask(&mut self) -> Result<bool, NothingToAsk> {
        let before = squares(self.cells.iter().copied());
        let mut weighed: Vec<(u64, usize)> = Vec::with_capacity(self.candidates.len());
        for (at, candidate) in self.candidates.iter().enumerate() {
            if self.watch.cancelled() {
                return Err(NothingToAsk::Stopped);
            }
            self.watch.advance(1);
            let answers = self.worths.answers(candidate);
            weighed.push((squares(self.cells.iter().zip(answers).map(|(cell, answer)| 3 * cell + answer)), at));
        }
        let Some(&(least, _)) = weighed.iter().min() else { return Ok(false) };
        if before <= least {
            return Ok(false);
        }
        // Two standard deviations of a share of so many draws are about a fiftieth of what can be gained.
        let equally_good = least + (before - least) / 50;
        let among = weighed.into_iter().filter(|(squares, _)| *squares <= equally_good);
        let simplest = among.min_by_key(|&(squares, at)| {
            self.candidates.get(at).map(|candidate| (candidate.size, squares, candidate.key, at))
        });
        let Some((squares, candidate)) =
            simplest.and_then(|(squares, at)| Some((squares, self.candidates.get(at)?.clone())))
        else {
            return Ok(false);
        };
        let answers: Vec<u32> = self.worths.answers(&candidate).collect();
        self.note(candidate, &answers, squares);
        Ok(true)
    }

    fn note(&mut self, candidate: Candidate, answers: &[u32], squares: u64) {
        let count = |answer: u32| answers.iter().filter(|other| **other == answer).count();
        let (mut first, mut second) = ((candidate.a, count(1)), (candidate.b, count(2)));
        // Neither is first by its name.
        if random(&[self.seed, candidate.key, 1]) & 1 == 1 {
            std::mem::swap(&mut first, &mut second);
        }
        self.questions.push(Question {
            first: first.0,
            second: second.0,
            for_first: first.1,
            for_second: second.1,
            squares,
        });
        let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
        for (cell, answer) in self.cells.iter_mut().zip(answers) {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *cell = *numbers.entry(3 * *cell + answer).or_insert(next);
        }
    }
}

/// The sum of the squares of how often each number occurs.
fn squares(cells: impl Iterator<Item = u32>) -> u64 {
    let mut counts: Vec<u64> = Vec::new();
    for cell in cells {
        let cell = usize::try_from(cell).unwrap_or(0);
        if counts.len() <= cell {
            counts.resize(cell + 1, 0);
        }
        if let Some(count) = counts.get_mut(cell) {
            *count += 1;
        }
    }
    counts.iter().map(|count| count * count).sum()
}
