//! Proofs of what was answered, and their verification.
//!
//! Writing one is cheap beside the search: packages it has found, and weights. Only what is proved is claimed; what a search had
//! to leave open is left out of the proof, and the writer says what.

mod best;
mod case;
mod file;
mod hitting;
mod movement;
mod why;

pub use case::of_subject;
pub use detente_checker::Sealed;
pub use file::{Subject, of_case, of_model, verify_file};

use detente_base::Watch;
use detente_checker::{Answer, Branch, Cover, Proof, Step};
use detente_engine::evidence::{Evidence, Hint};
use detente_engine::{Ask, Measure, Model, Package, Stopped, any_package};
use detente_engine::{Attained, Chosen, Frontier, Principle};
use std::cell::OnceCell;

use crate::solve::{Question, Solved};

/// A proof about one question, claim by claim.
pub struct Writer<'a> {
    model: &'a Model,
    ask: &'a Ask,
    measure: Measure,
    watch: &'a dyn Watch,
    evidence: OnceCell<Evidence>,
    /// What was proved for single parties: party and most.
    most: Vec<(usize, i64)>,
    steps: Vec<Step>,
    left_out: Vec<&'static str>,
}

/// A proof and what it leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The proof.
    pub sealed: Sealed,
    /// The questions whose answers were not proved, by their keys.
    pub left_out: Vec<&'static str>,
}

impl<'a> Writer<'a> {
    /// A proof that claims nothing yet.
    pub fn new(subject: &'a Subject, watch: &'a dyn Watch) -> Self {
        let Subject { model, ask, measure } = subject;
        let measure = best::reduced(measure);
        let (evidence, most) = (OnceCell::new(), Vec::new());
        Self { model, ask, measure, watch, evidence, most, steps: Vec::new(), left_out: Vec::new() }
    }

    /// That there is a package, or that there is none.
    ///
    /// # Errors
    /// Only where the question does not hold together; else what cannot be shown is left out.
    pub fn zone(&mut self, is_open: bool) -> Result<(), Stopped> {
        self.claimed("zone", |writer| {
            if is_open {
                let found = any_package(writer.model, writer.ask, writer.watch)?;
                return Ok(found.map(Step::Package).into_iter().collect());
            }
            Ok(vec![Step::Empty(empty(writer.model, writer.ask, writer.watch)?)])
        })
    }

    /// What a principle leads to; `None` where it compares nobody, or nobody can gain.
    ///
    /// # Errors
    /// As for [`Writer::zone`].
    pub fn principle(
        &mut self,
        key: &'static str,
        principle: Principle,
        chosen: Option<&Chosen>,
    ) -> Result<(), Stopped> {
        self.claimed(key, |writer| writer.best(principle, chosen))
    }

    /// The efficient vectors, or a cover of them.
    ///
    /// # Errors
    /// As for [`Writer::zone`].
    pub fn frontier(&mut self, frontier: &Frontier) -> Result<(), Stopped> {
        self.claimed("frontier", |writer| {
            let points = frontier.points.iter().map(|point| writer.attained(point)).collect();
            Ok(match &frontier.epsilon {
                _ if frontier.complete => vec![Step::Frontier(detente_checker::Frontier { points })],
                Some(epsilon) => vec![Step::Cover(Cover { points, epsilon: epsilon.clone() })],
                None => Vec::new(),
            })
        })
    }

    /// The proof so far, if it claims anything.
    pub fn finish(self) -> Option<Written> {
        let Self { model, ask, steps, left_out, .. } = self;
        (!steps.is_empty()).then(|| Written { sealed: Proof::new(model, ask, steps).sealed(), left_out })
    }

    /// Adds the claims of `work`; where it makes none, or had to stop, that is noted.
    fn claimed(
        &mut self,
        key: &'static str,
        work: impl FnOnce(&mut Self) -> Result<Vec<Step>, Stopped>,
    ) -> Result<(), Stopped> {
        let steps = match work(self) {
            Err(Stopped::Model(error)) => return Err(error.into()),
            found => found.unwrap_or_default(),
        };
        if steps.is_empty() {
            self.left_out.push(key);
        }
        self.steps.extend(steps);
        Ok(())
    }

    /// The zone's weights, folded once.
    fn evidence(&self) -> Result<&Evidence, Stopped> {
        if let Some(evidence) = self.evidence.get() {
            return Ok(evidence);
        }
        let evidence = Evidence::new(self.model, self.ask, self.watch)?;
        Ok(self.evidence.get_or_init(|| evidence))
    }

    fn attained(&self, point: &Attained) -> Answer {
        let utilities = self.ask.principals.iter().map(|&party| point.utilities[party]).collect();
        Answer { utilities, package: point.witness.clone() }
    }
}

/// Everything that was answered about a numeric model, as a proof; `None` where nothing is proved.
///
/// # Errors
/// Where the question does not hold together.
pub fn of_solved(subject: &Subject, solved: &Solved, watch: &dyn Watch) -> Result<Option<Written>, Stopped> {
    let mut writer = Writer::new(subject, watch);
    let Some(is_open) = solved.feasible else { return Ok(None) };
    writer.zone(is_open)?;
    if is_open {
        for (question, chosen) in &solved.principles {
            if let Some(principle) = question.principle() {
                writer.principle(question.key(), principle, chosen.as_ref())?;
            }
        }
        if let Some(frontier) = &solved.frontier {
            writer.frontier(frontier)?;
        }
        return Ok(writer.finish());
    }
    if let Some(movement) = &solved.least_movement {
        match movement {
            Some(movement) => writer.movement(movement)?,
            None => writer.left_out.push(Question::LeastMovement.key()),
        }
    }
    if solved.conflicts.is_some() || solved.relaxations.is_some() {
        let drops = solved.relaxations.as_ref().map(|found| {
            (found.sets.iter().map(|relaxation| relaxation.drop.clone()).collect::<Vec<_>>(), found.complete)
        });
        let conflicts = solved.conflicts.as_ref().map(|found| (found.sets.clone(), found.complete));
        writer.why(conflicts, drops)?;
    }
    Ok(writer.finish())
}

/// The evidence that a zone is empty.
fn empty(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Vec<Branch>, Stopped> {
    let ask = Ask { principals: Vec::new(), ..ask.clone() };
    Ok(branches(Evidence::new(model, &ask, watch)?.floors(&[])))
}

fn branches(hints: Vec<Hint>) -> Vec<Branch> {
    let branch = |Hint { asked, weights, objective }| Branch { asked, gaining: Vec::new(), weights, objective };
    hints.into_iter().map(branch).collect()
}

/// Some package of a zone known to hold one.
fn package(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Option<Package>, Stopped> {
    any_package(model, ask, watch)
}
