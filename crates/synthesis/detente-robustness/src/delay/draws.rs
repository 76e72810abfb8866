//! Every month in every draw.

use detente_base::Watch;
use detente_deals::DealsError;
use detente_engine::again::{Figures, Known, Seen, Solver, Structure};
use detente_engine::{Package, Stopped};
use rayon::prelude::*;

use super::course::Course;
use super::{Question, Wanted};
use crate::opening::below;
use crate::share::Share;
use crate::source::Source;
use crate::study::{done, in_batches};

/// Adds to a course what draws say.
pub(super) fn add(
    course: &mut Course,
    question: &Question<'_, '_>,
    source: &dyn Source,
    wanted: &Wanted,
    watch: &dyn Watch,
) -> Result<(), DealsError> {
    let structures = Structures::new(question, wanted)?;
    let is_certain = question.plan.inputs().is_empty() && question.timeline.is_certain();
    let different = if is_certain { 1 } else { wanted.draws };
    let nothing = || vec![Tally::new(question.compared.len(), wanted.named.len()); course.months.len()];
    let tallies = in_batches(different, watch)
        .into_par_iter()
        .try_fold(
            || (None, nothing()),
            |(looking, mut tallies), batch| {
                let mut looking = looking.unwrap_or_else(|| Looker::new(question, source, &structures, wanted.seed));
                for draw in batch.clone() {
                    looking.count(draw, &mut tallies)?;
                }
                done(watch, batch.end - batch.start)?;
                Ok::<_, Stopped>((Some(looking), tallies))
            },
        )
        .map(|folded| folded.map(|(_, tallies)| tallies))
        .try_reduce(nothing, |mut a, b| {
            a.iter_mut().zip(&b).for_each(|(a, b)| a.add(b));
            Ok(a)
        })?;
    let times = wanted.draws / different.max(1);
    let share = |hits: u64| Share { hits: hits * times, draws: wanted.draws };
    for (at, (month, tally)) in course.months.iter_mut().zip(&tallies).enumerate() {
        month.open = share(tally.open);
        for (of, &[better, nothing]) in month.prospects.iter_mut().zip(&tally.prospects) {
            if let Some(of) = of {
                (of.alternative_better, of.nothing) = (share(better), share(nothing));
            }
        }
        for (of, (in_zone, accepted)) in course.packages.iter_mut().zip(&tally.packages) {
            if let Some(standing) = of.months.get_mut(at) {
                standing.in_zone_in = share(*in_zone);
                standing.accepted_in = accepted.iter().map(|&hits| share(hits)).collect();
            }
        }
    }
    Ok(())
}

/// What is counted about a month.
#[derive(Clone, Debug)]
struct Tally {
    open: u64,
    /// Per party, draws in which its alternative is better, and in which there is nothing it could get.
    prospects: Vec<[u64; 2]>,
    /// Per package, draws in which it is in the zone, and in which each party can accept it.
    packages: Vec<(u64, Vec<u64>)>,
}

impl Tally {
    fn new(parties: usize, packages: usize) -> Self {
        Self { open: 0, prospects: vec![[0; 2]; parties], packages: vec![(0, vec![0; parties]); packages] }
    }

    fn add(&mut self, other: &Self) {
        self.open += other.open;
        let own = self.prospects.iter_mut().flatten();
        own.zip(other.prospects.iter().flatten()).for_each(|(own, other)| *own += other);
        for ((in_zone, accepted), (other, others)) in self.packages.iter_mut().zip(&other.packages) {
            *in_zone += other;
            accepted.iter_mut().zip(others).for_each(|(own, other)| *own += other);
        }
    }
}

/// What all draws and months share.
struct Structures {
    zone: Structure,
    known: Known,
    /// How many of the known packages were named; the others only start searches.
    named: usize,
    /// Per party that is compared and whose consent is not always needed, the structure in which it is.
    asking: Vec<Option<Structure>>,
}

impl Structures {
    fn new(question: &Question<'_, '_>, wanted: &Wanted) -> Result<Self, DealsError> {
        let open = question.plan.open();
        let zone = Structure::new(question.plan.model(), &question.ask, &open)?;
        let asking = question.compared.iter().enumerate().map(|(party, &compared)| {
            let model = if compared { question.asking(party) } else { None };
            model.map(|model| Structure::new(&model, &question.ask, &open)).transpose()
        });
        let asking = asking.collect::<Result<_, Stopped>>()?;
        let lowered = question.plan.centre();
        let mut packages: Vec<Package> = wanted.named.iter().map(|choices| lowered.package(choices)).collect();
        packages.extend(starting(&zone, question.ask.limits.clone())?);
        Ok(Self { known: zone.known(packages), zone, named: wanted.named.len(), asking })
    }
}

/// A package with each choice at the centres in month 0, where there is one: looked at before anything is searched.
fn starting(structure: &Structure, limits: Vec<bool>) -> Result<Vec<Package>, Stopped> {
    if !structure.is_compiled() {
        return Ok(Vec::new());
    }
    let model = structure.model();
    let mut solver = structure.solver();
    solver.set(&Figures { limits, ..Figures::of(model) })?;
    let mut found: Vec<Package> = Vec::new();
    for (issue, &size) in model.issues.iter().enumerate() {
        for choice in 0..size {
            found.extend(solver.with(issue, choice)?.filter(|package| !found.contains(package)));
        }
    }
    Ok(found)
}

/// Looks at draws, one after another; one per thread.
struct Looker<'s, 'q, 'c> {
    question: &'s Question<'q, 'c>,
    source: &'s dyn Source,
    structures: &'s Structures,
    seed: u64,
    zone: Solver<'s>,
    asking: Vec<Option<Solver<'s>>>,
    seen: Seen,
    numbers: Vec<i64>,
    drifts: Vec<i64>,
    /// The figures of month 0.
    start: Figures,
    figures: Figures,
    per_point: Vec<i64>,
    /// Per party, units below anything a package can be worth to it.
    below: Vec<i64>,
}

impl<'s, 'q, 'c> Looker<'s, 'q, 'c> {
    fn new(question: &'s Question<'q, 'c>, source: &'s dyn Source, structures: &'s Structures, seed: u64) -> Self {
        Self {
            zone: structures.zone.solver(),
            asking: structures.asking.iter().map(|of| of.as_ref().map(Structure::solver)).collect(),
            seen: Seen::default(),
            numbers: vec![0; question.plan.inputs().len()],
            drifts: Vec::new(),
            start: Figures::default(),
            figures: Figures::default(),
            per_point: Vec::new(),
            below: Vec::new(),
            question,
            source,
            structures,
            seed,
        }
    }

    /// Counts a draw in every month.
    fn count(&mut self, draw: u64, tallies: &mut [Tally]) -> Result<(), Stopped> {
        self.source.fill(draw, &mut self.numbers);
        self.question.timeline.fill(self.seed, draw, &mut self.drifts);
        self.question.plan.figures(&self.numbers, &mut self.start, &mut self.per_point);
        self.below = below(&self.start, self.structures.zone.model());
        self.figures.clone_from(&self.start);
        for (month, tally) in self.question.months().zip(tallies) {
            self.wait(month);
            self.month(tally)?;
        }
        Ok(())
    }

    /// Moves every bottom line as far as it has risen by a month.
    fn wait(&mut self, month: u32) {
        let timeline = self.question.timeline;
        let lines = self.figures.lines.iter_mut().zip(&self.start.lines).zip(&self.per_point);
        for (party, ((line, &start), &units)) in lines.enumerate() {
            let risen = timeline.risen(&self.drifts, party, month).saturating_mul(units / 1000);
            *line = start.saturating_add(risen);
        }
    }

    fn month(&mut self, tally: &mut Tally) -> Result<(), Stopped> {
        self.structures.known.see(&self.figures, &mut self.seen);
        let known = self.structures.known.packages().iter().take(self.structures.named);
        for (package, ((in_zone, accepted), choices)) in tally.packages.iter_mut().zip(known).enumerate() {
            *in_zone += u64::from(self.seen.in_zone(package));
            for (party, hits) in accepted.iter_mut().enumerate() {
                let accepts = self.seen.accepts(package, party) && !self.question.withholds(party, choices);
                *hits += u64::from(accepts);
            }
        }
        let is_seen = self.seen.packages().any(|package| self.seen.in_zone(package));
        let is_open = is_seen || {
            self.zone.set(&self.figures)?;
            self.zone.any()?.is_some()
        };
        tally.open += u64::from(is_open);
        for party in 0..self.question.compared.len() {
            if self.question.compared[party] {
                self.prospect(party, is_open, &mut tally.prospects[party])?;
            }
        }
        Ok(())
    }

    /// What a party could get: with its bottom line, then without.
    fn prospect(&mut self, party: usize, is_open: bool, hits: &mut [u64; 2]) -> Result<(), Stopped> {
        let solver = match self.asking[party].as_mut() {
            Some(solver) => {
                solver.set(&self.figures)?;
                if solver.any()?.is_some() {
                    return Ok(());
                }
                solver
            }
            None if is_open => return Ok(()),
            None => &mut self.zone,
        };
        let line = std::mem::replace(&mut self.figures.lines[party], self.below[party]);
        let any = solver.set(&self.figures).and_then(|()| solver.any());
        self.figures.lines[party] = line;
        let any = any?.is_some();
        hits[usize::from(!any)] += 1;
        Ok(())
    }
}
