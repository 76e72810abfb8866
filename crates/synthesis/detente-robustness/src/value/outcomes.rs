//! What came of each draw, kept draw by draw.

use detente_base::Watch;
use detente_deals::DealsError;
use detente_engine::again::Structure;
use detente_engine::{Package, Stopped};
use rayon::prelude::*;

use crate::look::{Guides, Looker};
use crate::plan::Plan;
use crate::source::Source;
use crate::study::{done, in_batches};

/// What came of each draw.
pub(crate) struct Outcomes {
    /// Whether there is a package.
    pub(crate) open: Vec<bool>,
    /// Per draw, a bit per candidate: whether it is in the zone.
    acceptable: Vec<Vec<u64>>,
    /// Per input, its number in each draw.
    pub(crate) numbers: Vec<Vec<i64>>,
}

impl Outcomes {
    /// Looks at the first draws of a source.
    pub(crate) fn of(
        plan: &Plan<'_>,
        source: &dyn Source,
        candidates: &[Package],
        draws: u64,
        watch: &dyn Watch,
    ) -> Result<Self, DealsError> {
        let structure = Structure::new(plan.model(), &plan.ask(), &plan.open())?;
        let known = structure.known(candidates.to_vec());
        let guides = Guides::default();
        let looker = || Looker::new(plan, source, &known, candidates.len(), &guides, structure.solver());
        let look = |looker: &mut Looker<'_, '_>, batch: std::ops::Range<u64>| {
            let steps = batch.end - batch.start;
            let seen = batch.map(|draw| one(looker, draw, candidates.len())).collect::<Result<Vec<_>, _>>()?;
            done(watch, steps)?;
            Ok::<_, Stopped>(seen)
        };
        let batches: Vec<Vec<One>> =
            in_batches(draws, watch).into_par_iter().map_init(looker, look).collect::<Result<_, _>>()?;
        let mut all = Self { open: Vec::new(), acceptable: Vec::new(), numbers: vec![Vec::new(); plan.inputs().len()] };
        for one in batches.into_iter().flatten() {
            all.open.push(one.open);
            all.acceptable.push(one.acceptable);
            all.numbers.iter_mut().zip(one.numbers).for_each(|(row, number)| row.push(number));
        }
        Ok(all)
    }

    /// Whether a candidate is acceptable in a draw.
    pub(crate) fn is_acceptable(&self, draw: usize, candidate: usize) -> bool {
        self.acceptable[draw][candidate / 64] >> (candidate % 64) & 1 == 1
    }
}

/// What came of one draw.
struct One {
    open: bool,
    acceptable: Vec<u64>,
    numbers: Vec<i64>,
}

fn one(looker: &mut Looker<'_, '_>, draw: u64, candidates: usize) -> Result<One, Stopped> {
    looker.draw(draw)?;
    let mut acceptable = vec![0_u64; candidates.div_ceil(64)];
    for candidate in (0..candidates).filter(|&candidate| looker.seen.in_zone(candidate)) {
        acceptable[candidate / 64] |= 1 << (candidate % 64);
    }
    let open = acceptable.iter().any(|word| *word != 0) || looker.solver.any()?.is_some();
    Ok(One { open, acceptable, numbers: looker.numbers.clone() })
}
