//! All questions about one model, one after the other: first whether there is a package.

use std::time::Duration;

use detente_base::Watch;
use detente_engine::{Ask, Member, Model, ModelError, Package, Stopped};
use detente_engine::{Chosen, Count, Frontier, Principle};
use detente_interop::NumericModel;
use num_bigint::BigUint;

use super::ask::{self, Asked, LeastMovement, Movement, Prepared, Relaxation, Sets, Why};
use super::deadline::Clock;
use super::names::in_order;
use super::{Question, Request, fallback};
use crate::proof::{Subject, of_model};

/// Everything that was asked; what was not is `None` or missing.
#[derive(Clone, Debug)]
pub struct Solved {
    /// The number of packages of the model, rules aside.
    pub space: BigUint,
    /// The parties the frontier and the principles are over.
    pub principals: Vec<usize>,
    /// Per party, the least it accepts.
    pub bottom_lines: Vec<Option<i64>>,
    /// Whether there is a package in the zone; `None` if the time ended first.
    pub feasible: Option<bool>,
    /// How many there are.
    pub count: Option<Count>,
    /// The efficient utility vectors.
    pub frontier: Option<Frontier>,
    /// The principles asked for; without an answer where there is no package or, for Nash, nobody can gain.
    pub principles: Vec<(Question, Option<Chosen>)>,
    /// How far bottom lines would have to fall; inside, `None` if the time ended first.
    pub least_movement: Option<Option<LeastMovement>>,
    /// What cannot hold together.
    pub conflicts: Option<Sets<Vec<Member>>>,
    /// What would have to be dropped.
    pub relaxations: Option<Sets<Relaxation>>,
    /// How long each question took, by its key; whether there is a package under `zone`.
    pub elapsed: Vec<(&'static str, Duration)>,
    /// The questions that were stopped, and why.
    pub unfinished: Vec<Unfinished>,
}

/// A question that was stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// Its key; `zone` for whether there is a package.
    pub key: &'static str,
    /// Why.
    pub stopped: Stopped,
}

/// Asks a numeric model what `request` says. Each question gets a fair share of the time that is left; one that is stopped
/// leaves what is known.
///
/// # Errors
/// Only where the model or the parties asked over do not hold together.
pub fn solve(model: &NumericModel, request: &Request, watch: &dyn Watch) -> Result<Solved, ModelError> {
    let Subject { model, ask, .. } = of_model(model, request.over.as_deref());
    model.validate()?;
    ask.validate(&model)?;
    let mut run = Run::new(&model, &ask, request, watch);
    run.verdict();
    for (rank, &question) in request.questions.iter().enumerate() {
        run.question(question, waiting(request, rank));
    }
    Ok(run.solved)
}

fn waiting(request: &Request, rank: usize) -> u32 {
    u32::try_from(request.questions.len() - rank).unwrap_or(u32::MAX)
}

struct Run<'a> {
    model: &'a Model,
    ask: &'a Ask,
    request: &'a Request,
    clock: Clock<'a>,
    /// The zone, once it is known whether it holds a package.
    zone: Option<Prepared<'a>>,
    /// Packages of the zone that have come up.
    known: Vec<Package>,
    /// Why there is no package, once that was looked for: conflicts and relaxations come together.
    why: Option<Why>,
    solved: Solved,
}

impl<'a> Run<'a> {
    fn new(model: &'a Model, ask: &'a Ask, request: &'a Request, watch: &'a dyn Watch) -> Self {
        let solved = Solved {
            space: model.issues.iter().map(|&size| BigUint::from(size)).product(),
            principals: ask.principals.clone(),
            bottom_lines: model.parties.iter().map(|party| party.bottom_line).collect(),
            feasible: None,
            count: None,
            frontier: None,
            principles: Vec::new(),
            least_movement: None,
            conflicts: None,
            relaxations: None,
            elapsed: Vec::new(),
            unfinished: Vec::new(),
        };
        Self {
            model,
            ask,
            request,
            clock: Clock::start(request.time_limit, watch),
            zone: None,
            known: Vec::new(),
            why: None,
            solved,
        }
    }

    /// What a question gives within its share, unless there is no time at all; how long it took is noted.
    fn within<T>(
        &mut self,
        key: &'static str,
        waiting: u32,
        work: impl FnOnce(&Asked<'_>, &dyn Watch) -> Result<T, Stopped>,
    ) -> Option<T> {
        let deadline = self.clock.share(waiting);
        let (found, elapsed) = Clock::timed(|| {
            let asked = Asked { model: self.model, ask: self.ask, zone: self.zone.as_ref() };
            if self.clock.has_ended() { Err(Stopped::Cancelled) } else { work(&asked, &deadline) }
        });
        self.solved.elapsed.push((key, elapsed));
        found.map_err(|stopped| self.solved.unfinished.push(Unfinished { key, stopped })).ok()
    }

    fn verdict(&mut self) {
        let (model, ask) = (self.model, self.ask);
        self.zone = self.within("zone", 1, |_, watch| Prepared::new(model, ask, watch));
        self.solved.feasible = self.zone.as_ref().map(|zone| zone.package().is_some());
        self.known.extend(self.zone.as_ref().and_then(Prepared::package).cloned());
    }

    fn question(&mut self, question: Question, waiting: u32) {
        let is_open = self.solved.feasible == Some(true);
        let is_plain = if question.is_about_absence() { is_open } else { self.solved.feasible == Some(false) };
        let key = question.key();
        if is_plain || self.solved.feasible.is_none() {
            self.solved.elapsed.push((key, Duration::ZERO));
            self.without_search(question);
            return;
        }
        match question {
            Question::Frontier => self.frontier(waiting),
            Question::Count => {
                let found = self.within(key, waiting, ask::count);
                self.solved.count = Some(found.unwrap_or_else(|| self.some()));
            }
            Question::LeastMovement => {
                self.solved.least_movement =
                    Some(self.within(key, waiting, |asked, watch| ask::least_movement(asked.model, asked.ask, watch)));
            }
            Question::Conflicts => self.conflicts(waiting),
            Question::Relaxations => self.relaxations(waiting),
            _ => {
                if let Some(principle) = question.principle() {
                    self.principle(question, principle, waiting);
                }
            }
        }
    }

    fn principle(&mut self, question: Question, principle: Principle, waiting: u32) {
        let found = self.within(question.key(), waiting, |asked, watch| asked.principle(principle, watch));
        let chosen = match found {
            Some(found) => found,
            None => self.known.first().map(|witness| fallback::chosen(self.model, self.ask, principle, witness)),
        };
        let answers = chosen.iter().flat_map(|chosen| &chosen.answers);
        self.known.extend(answers.map(|answer| answer.attained.witness.clone()));
        self.solved.principles.push((question, chosen));
    }

    fn frontier(&mut self, waiting: u32) {
        let cover = &self.request.cover;
        let found = self.within("frontier", waiting, |asked, watch| asked.frontier(cover, watch));
        let frontier = found.unwrap_or_else(|| fallback::frontier(self.model, self.ask, &self.known));
        self.solved.frontier = Some(frontier);
    }

    fn conflicts(&mut self, waiting: u32) {
        self.why = self.within("conflicts", waiting, ask::why);
        let (sets, complete) = match &self.why {
            Some(why) => (why.conflicts.clone(), why.complete),
            None => (Vec::new(), false),
        };
        self.solved.conflicts = Some(Sets { sets: in_order(sets, |set| set), complete });
    }

    fn relaxations(&mut self, waiting: u32) {
        let known = self.why.take();
        let found = self.within("relaxations", waiting, |asked, watch| {
            let why = known.map_or_else(|| ask::why(asked, watch), Ok)?;
            let relaxation = |drop: Vec<Member>| {
                // What cannot be counted in time stays open; that the set opens the zone is known.
                let reopens = ask::reopens(asked, &drop, watch).unwrap_or_default();
                Relaxation { drop, reopens }
            };
            Ok((why.relaxations.into_iter().map(relaxation).collect(), why.complete))
        });
        let (sets, complete) = found.unwrap_or_default();
        self.solved.relaxations = Some(Sets { sets: in_order(sets, |set| &mut set.drop), complete });
    }

    /// All that is certain of the number of packages in a zone that holds one.
    fn some(&self) -> Count {
        Count::Bounded { least: BigUint::from(1_u8), most: self.solved.space.clone() }
    }

    /// An answer that follows from the verdict, or from there being none.
    fn without_search(&mut self, question: Question) {
        let verdict = self.solved.feasible;
        let is_decided = verdict.is_some();
        match question {
            Question::Frontier => {
                self.solved.frontier = Some(Frontier { points: Vec::new(), complete: is_decided, epsilon: None });
            }
            Question::Count => {
                let none = BigUint::ZERO;
                let unknown = Count::Bounded { least: BigUint::ZERO, most: self.solved.space.clone() };
                self.solved.count = Some(if is_decided { Count::Exact(none) } else { unknown });
            }
            Question::LeastMovement => self.solved.least_movement = Some(is_decided.then(|| self.no_movement())),
            Question::Conflicts => self.solved.conflicts = Some(Sets { sets: Vec::new(), complete: is_decided }),
            Question::Relaxations => self.solved.relaxations = Some(Sets { sets: Vec::new(), complete: is_decided }),
            _ => self.solved.principles.push((question, None)),
        }
    }

    fn no_movement(&self) -> LeastMovement {
        let alone = vec![Some(0); self.model.parties.len()];
        let in_sum = vec![0; self.model.parties.len()];
        LeastMovement { status: Movement::Open, alone, sum: Some(0), max: Some(0), in_sum }
    }
}
