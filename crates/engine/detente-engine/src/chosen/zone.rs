//! A zone ready to be asked which of its packages a principle leads to.

use crate::answers::{Answer, Attained, Chosen, utilities};
use crate::budget::Budget;
use crate::condition::Force;
use crate::error::Stopped;
use crate::fold::Room;
use crate::ground::{Folded, Form, branches};
use crate::kappa::Layout;
use crate::open::reach;
use crate::optimum::{Aim, Found, Search, Total};
use crate::points::Points;
use crate::slab::Capacity;
use detente_model::{Ask, Model, Package};

/// The most answers listed.
const LISTED: usize = 100;

/// A zone that is not empty, folded.
pub(super) struct Zone<'a, 'w> {
    pub(super) model: &'a Model,
    pub(super) budget: &'a Budget<'w>,
    branches: Vec<Folded>,
    layout: Layout,
    /// Some package of it.
    witness: Package,
}

impl<'a, 'w> Zone<'a, 'w> {
    /// Folds the zone; `None` where it is proved empty.
    pub(super) fn new(
        model: &'a Model,
        ask: &Ask,
        force: &Force,
        budget: &'a Budget<'w>,
    ) -> Result<Option<Self>, Stopped> {
        let layout = Layout::new(&model.issues);
        let (mut folded, mut witness) = (Vec::new(), None);
        for branch in branches(model, ask, force)? {
            for piece in branch.folds(branch.efficient(), Form::Thin, Room::of(ask.effort), &mut budget.meter())? {
                witness = match witness {
                    None => reach(&piece, &[], budget)?.map(|kappa| layout.package(&kappa)),
                    known => known,
                };
                folded.push(piece);
            }
        }
        Ok(witness.map(|witness| Self { model, budget, branches: folded, layout, witness }))
    }

    /// The worthiest packages; `at_least` as in [`Search::run`], by default what the witness is worth.
    pub(super) fn search<A: Aim>(&self, aim: &A, at_least: Option<A::Worth>) -> Result<Found<A::Worth>, Stopped> {
        let known = at_least.or_else(|| self.worth_of(aim, &self.witness));
        Search { branches: &self.branches, aim, capacity: Capacity::default() }.run(known, self.budget)
    }

    /// What a package is worth, as far as the principals tell.
    pub(super) fn worth_of<A: Aim>(&self, aim: &A, package: &[usize]) -> Option<A::Worth> {
        let branch = self.branches.first()?;
        let all = utilities(self.model, package);
        let units: Vec<i64> = branch.coordinates.iter().map(|of| all[of.party]).collect();
        aim.worth(branch, &units)
    }

    /// A package that reaches floors (party, units) beyond the zone's own.
    pub(super) fn reach(&self, raised: &[(usize, i64)]) -> Result<Option<Package>, Stopped> {
        let own = utilities(self.model, &self.witness);
        if raised.iter().all(|&(party, floor)| floor <= own[party]) {
            return Ok(Some(self.witness.clone()));
        }
        for branch in &self.branches {
            if let Some(kappa) = reach(branch, raised, self.budget)? {
                return Ok(Some(self.layout.package(&kappa)));
            }
        }
        Ok(None)
    }

    /// The most units of a principal anywhere in the zone.
    pub(super) fn most(&self, party: usize) -> Result<Option<Most>, Stopped> {
        let aim = Total::of_one(party);
        let found = self.search(&aim, None)?;
        let Some(worth) = found.worth else { return Ok(None) };
        Ok(Some(Most { units: i64::try_from(worth).unwrap_or(i64::MAX), proved: found.proved }))
    }

    /// Points over the principals, read back, the κ-least first.
    pub(super) fn read(&self, points: &Points, gaining: &[usize]) -> Vec<Answer> {
        let mut order: Vec<usize> = (0..points.len()).collect();
        order.sort_by(|&a, &b| points.kappa(a).cmp(points.kappa(b)));
        let answer = |&point: &usize| {
            let witness = self.layout.package(points.kappa(point));
            let packages = Some(points.packages(point)).filter(|packages| *packages < u128::MAX);
            Answer { attained: Attained::of(self.model, witness, packages), gaining: gaining.to_vec() }
        };
        order.iter().take(LISTED).map(answer).collect()
    }

    /// What a search found, as an answer.
    pub(super) fn chosen<A: Aim>(
        &self,
        aim: &A,
        found: &Found<A::Worth>,
        over: Vec<usize>,
        left_out: Vec<usize>,
    ) -> Chosen {
        let mut answers = self.read(&found.points, &[]);
        if answers.is_empty() {
            answers.push(self.own_witness());
        }
        Chosen {
            complete: found.complete && found.points.len() <= LISTED,
            answers,
            proved: found.proved,
            bound: found.bound.as_ref().filter(|_| !found.proved).map(|bound| aim.approximate(bound)),
            over,
            left_out,
            stuck: Vec::new(),
        }
    }

    /// The package known from the start, where a search that had to stop knows no better one.
    fn own_witness(&self) -> Answer {
        Answer { attained: Attained::of(self.model, self.witness.clone(), None), gaining: Vec::new() }
    }
}

/// The most a party can get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Most {
    pub(super) units: i64,
    pub(super) proved: bool,
}
