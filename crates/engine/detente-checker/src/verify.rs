//! Every claim, held against the model.

mod best;
mod conflicts;
mod cover;
mod frontier;
mod movement;
mod nash;
mod region;

use crate::claim::{Answer, Step};
use crate::ground::Ground;
use crate::proof::{Proof, Sealed};
use crate::refusal::{Reason, Refusal};
use crate::steps::Steps;
use detente_model::{Ask, Model};
use region::Region;
use std::collections::{BTreeMap, BTreeSet};

/// The steps a check may take unless it is told otherwise; some minutes.
pub const STEPS: u64 = 200_000_000_000;

/// What was verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many claims.
    pub claims: usize,
    /// The steps it took.
    pub steps: u64,
}

/// A failed check: in which branch, and why.
#[derive(Debug)]
struct Fault {
    branch: Option<usize>,
    reason: Reason,
}

impl From<Reason> for Fault {
    fn from(reason: Reason) -> Self {
        Self { branch: None, reason }
    }
}

type Checked<T = ()> = Result<T, Fault>;

/// What claims share.
struct Check<'a> {
    model: &'a Model,
    ask: &'a Ask,
    steps: Steps,
    /// The most each party gets, where a step has proved it.
    most: BTreeMap<usize, i64>,
    /// Vectors that a step has proved to be efficient.
    efficient: BTreeSet<Vec<i64>>,
}

/// Checks every claim of a proof about a question, within [`STEPS`].
pub fn verify(model: &Model, ask: &Ask, proof: &Sealed) -> Result<Report, Refusal> {
    verify_within(model, ask, proof, STEPS)
}

/// Checks every claim of a proof about a question, within so many steps: about so many additions of units.
pub fn verify_within(model: &Model, ask: &Ask, proof: &Sealed, steps: u64) -> Result<Report, Refusal> {
    let whole = |reason| Refusal { step: None, branch: None, reason };
    let claims = opened(model, ask, proof).map_err(whole)?;
    let mut check = Check { model, ask, steps: Steps::new(steps), most: BTreeMap::new(), efficient: BTreeSet::new() };
    for (number, step) in claims.iter().enumerate() {
        let refused = |fault: Fault| Refusal { step: Some(number), branch: fault.branch, reason: fault.reason };
        check.step(step).map_err(refused)?;
    }
    Ok(Report { claims: claims.len(), steps: check.steps.spent() })
}

fn opened<'p>(model: &Model, ask: &Ask, proof: &'p Sealed) -> Result<&'p [Step], Reason> {
    model.validate()?;
    ask.validate(model)?;
    let proof: &Proof = proof.opened()?;
    if proof.model != crate::canon::model_hash(model, ask) {
        return Err(Reason::OtherModel);
    }
    if proof.steps.is_empty() { Err(Reason::NoClaim) } else { Ok(&proof.steps) }
}

impl<'a> Check<'a> {
    fn step(&mut self, step: &Step) -> Checked {
        match step {
            Step::Package(package) => self.inside(&self.zone(), 0, package),
            Step::Empty(branches) => self.empty(&Region::of(&self.zone()), branches),
            Step::Best(best) => self.best(best),
            Step::Frontier(frontier) => self.frontier(frontier),
            Step::Cover(cover) => self.cover(cover),
            Step::Conflicts(conflicts) => self.conflicts(conflicts),
            Step::Movement(movement) => self.movement(movement),
        }
    }

    /// The zone of the question.
    fn zone(&self) -> Ground<'a> {
        Ground::new(self.model, self.ask)
    }

    /// The package, `number` of those listed, lies in a zone.
    fn inside(&self, ground: &Ground<'_>, number: usize, package: &[usize]) -> Checked {
        let fits = package.len() == self.model.issues.len();
        if !fits || package.iter().zip(&self.model.issues).any(|(choice, size)| size <= choice) {
            return Err(Reason::NoPackage { number }.into());
        }
        if ground.holds(package) { Ok(()) } else { Err(Reason::Outside { number }.into()) }
    }

    /// Every answer is attained in the zone by the package it names, and none stands twice.
    fn attained(&mut self, answers: &[Answer]) -> Checked {
        let zone = self.zone();
        let mut seen = BTreeSet::new();
        for (number, answer) in answers.iter().enumerate() {
            self.steps.take(self.model.issues.len(), 64)?;
            self.inside(&zone, number, &answer.package)?;
            let utility = |party: &usize| self.model.parties[*party].utility(&answer.package);
            let attained = self.ask.principals.iter().map(utility);
            if !attained.eq(answer.utilities.iter().copied().map(i128::from)) {
                return Err(Reason::Utilities { number }.into());
            }
            if !seen.insert(&answer.utilities) {
                return Err(Reason::Twice { number }.into());
            }
        }
        Ok(())
    }
}
