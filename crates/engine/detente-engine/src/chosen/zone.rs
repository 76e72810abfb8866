//! A zone ready to be asked which of its packages a principle leads to.

use crate::answers::{Answer, Attained, Chosen, utilities};
use crate::budget::Budget;
use crate::condition::Force;
use crate::error::Stopped;
use crate::extent::End;
use crate::feasible::space;
use crate::fold::Room;
use crate::ground::{Branch, Folded, Form, branches};
use crate::kappa::Layout;
use crate::met::met;
use crate::open::reach;
use crate::optimum::{Aim, Found, Search, Total};
use crate::points::Points;
use crate::slab::Capacity;
use detente_base::Watch;
use detente_model::{Ask, Model, Package};

/// The most answers listed.
pub(super) const LISTED: usize = 100;

/// A zone made ready: folded once, and asked any number of questions.
///
/// ```
/// use detente_engine::{Ask, Consent, Measure, Model, Party, Principle, Zone};
///
/// let party = |values: [i64; 3]| Party {
///     values: vec![values.to_vec()],
///     tables: Vec::new(), linkages: Vec::new(),
///     bottom_line: Some(1),
///     consent: Consent::Always,
/// };
/// let model = Model { issues: vec![3], parties: vec![party([0, 4, 9]), party([9, 6, 0])], ..Model::default() };
/// let zone = Zone::new(&model, &Ask::all(&model), &detente_base::Silent)?;
/// assert_eq!(zone.package(), Some(&vec![1]));
/// let nash = zone.principle(Principle::Nash, &Measure::plain(&model), &detente_base::Silent)?;
/// assert_eq!(nash.map(|nash| nash.answers[0].attained.utilities.clone()), Some(vec![4, 6]));
/// # Ok::<(), detente_engine::Stopped>(())
/// ```
pub struct Zone<'m> {
    pub(crate) model: &'m Model,
    pub(crate) ask: Ask,
    pub(crate) branches: Vec<Folded>,
    layout: Layout,
    package: Option<Package>,
    /// Whether its lists are long, so that a search is told to stop sooner.
    is_many: bool,
    /// The most steps of one search.
    pub(crate) max_steps: u64,
}

/// Steps of one search in a zone whose lists are long; then it answers with what it knows, and a bound.
const STEPS_OF_MANY: u64 = 150_000_000;

impl<'m> Zone<'m> {
    /// Folds a zone and finds out whether it holds a package.
    ///
    /// # Cost
    /// A fold, and a proof of emptiness or a package.
    ///
    /// # Errors
    /// [`Stopped`] where that is more than the question allows.
    pub fn new(model: &'m Model, ask: &Ask, watch: &dyn Watch) -> Result<Self, Stopped> {
        Self::within(model, ask, &Budget::new(watch, ask.effort.max_steps, space(model)))
    }

    /// As [`Zone::new`], within a budget that other questions share.
    pub(crate) fn within(model: &'m Model, ask: &Ask, budget: &Budget<'_>) -> Result<Self, Stopped> {
        let layout = Layout::new(&model.issues);
        let force = Force::of(model, ask);
        let branches = branches(model, ask, &force)?;
        let is_many = branches.iter().any(Branch::is_many);
        let (mut folded, mut package) = (Vec::new(), if is_many { met(model, ask, &force) } else { None });
        for branch in branches {
            for piece in branch.folds(branch.efficient(), Form::Thin, Room::of(ask.effort), &mut budget.meter())? {
                package = match package {
                    None => reach(&piece, &[], budget)?.map(|kappa| layout.package(&kappa)),
                    known => known,
                };
                folded.push(piece);
            }
        }
        let max_steps = ask.effort.max_steps;
        Ok(Self { model, ask: ask.clone(), branches: folded, layout, package, is_many, max_steps })
    }

    /// The zone as it was folded, each of its searches taking at most so many steps: then it answers with what it knows, and a bound.
    #[must_use]
    pub fn with_steps(self, steps: u64) -> Self {
        Self { max_steps: self.max_steps.min(steps), ..self }
    }

    /// Some package of it, the same on any number of threads; `None` where it is proved empty.
    pub fn package(&self) -> Option<&Package> {
        self.package.as_ref()
    }

    /// The steps a search may take of those the question allows.
    pub(super) fn steps(&self) -> u64 {
        let allowed = self.max_steps;
        if self.is_many { allowed.min(STEPS_OF_MANY) } else { allowed }
    }

    /// The zone with a question's budget; `None` where it is empty.
    pub(super) fn question<'z, 'w>(&'z self, budget: &'z Budget<'w>) -> Option<Question<'z, 'w>> {
        self.package.as_ref().map(|witness| Question { zone: self, budget, witness })
    }
}

/// A zone that is not empty, within the budget of one question.
pub(super) struct Question<'z, 'w> {
    zone: &'z Zone<'z>,
    budget: &'z Budget<'w>,
    /// Some package of the zone.
    witness: &'z Package,
}

impl Question<'_, '_> {
    /// The worthiest packages; the search starts from the zone's witness.
    pub(super) fn search<A: Aim>(&self, aim: &A) -> Result<Found<A::Worth>, Stopped> {
        self.search_from(aim, self.witness)
    }

    /// The worthiest packages, the search started from one of the zone's.
    pub(super) fn search_from<A: Aim>(&self, aim: &A, package: &[usize]) -> Result<Found<A::Worth>, Stopped> {
        let search = Search { branches: &self.zone.branches, aim, capacity: Capacity::default() };
        search.run(self.start(aim, package), self.budget)
    }

    /// A package of the zone with its worth, as far as the principals tell; `None` where it does not count.
    fn start<A: Aim>(&self, aim: &A, package: &[usize]) -> Option<(A::Worth, Points)> {
        let branch = self.zone.branches.first()?;
        let all = utilities(self.zone.model, package);
        let units: Vec<i64> =
            branch.coordinates.iter().filter_map(|of| all.get(of.party).copied().or(of.line)).collect();
        let own = &units[..branch.n_principals];
        let reaches = aim.floor(branch).iter().zip(own).all(|(floor, units)| floor.is_none_or(|floor| floor <= *units));
        let worth = aim.worth(branch, &units).filter(|_| reaches)?;
        let mut point = Points::new(own.len(), self.zone.layout.words());
        point.push(own, 1, &self.zone.layout.pack(package));
        Some((worth, point))
    }

    /// A package that reaches floors (party, units) beyond the zone's own.
    pub(super) fn reach(&self, raised: &[(usize, i64)]) -> Result<Option<Package>, Stopped> {
        let own = utilities(self.zone.model, self.witness);
        if raised.iter().all(|&(party, floor)| floor <= own[party]) {
            return Ok(Some(self.witness.clone()));
        }
        for branch in &self.zone.branches {
            if let Some(kappa) = reach(branch, raised, self.budget)? {
                return Ok(Some(self.zone.layout.package(&kappa)));
            }
        }
        Ok(None)
    }

    /// The most units of a principal anywhere in the zone, looked for with a budget of its own.
    pub(super) fn most(&self, party: usize) -> Result<Option<End>, Stopped> {
        let budget = self.budget.anew();
        let alone = Question { budget: &budget, ..*self };
        let found = alone.search(&Total::of_one(party))?;
        let Some(worth) = found.worth else { return Ok(None) };
        Ok(Some(End { units: i64::try_from(worth).unwrap_or(i64::MAX), proved: found.proved }))
    }

    /// Points over the principals, read back, the κ-least first.
    pub(super) fn read(&self, points: &Points, gaining: &[usize]) -> Vec<Answer> {
        let mut order: Vec<usize> = (0..points.len()).collect();
        order.sort_by(|&a, &b| points.kappa(a).cmp(points.kappa(b)));
        let answer = |&point: &usize| {
            let witness = self.zone.layout.package(points.kappa(point));
            let packages = Some(points.packages(point)).filter(|packages| *packages < u128::MAX);
            Answer { attained: Attained::of(self.zone.model, witness, packages), gaining: gaining.to_vec() }
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
        if !found.complete {
            // Of packages not all looked at, nobody knows how many are alike.
            answers.iter_mut().for_each(|answer| answer.attained.packages = None);
        }
        let is_known = !answers.is_empty();
        if !is_known {
            answers.push(self.own_witness());
        }
        Chosen {
            complete: found.complete && found.points.len() <= LISTED,
            answers,
            proved: found.proved && is_known,
            bound: found.bound.as_ref().filter(|_| !found.proved).map(|bound| aim.approximate(bound)),
            reached: found.worth.as_ref().filter(|_| !found.proved).map(|worth| aim.approximate(worth)),
            over,
            left_out,
            stuck: Vec::new(),
        }
    }

    /// The package known from the start, where a search that had to stop knows no better one.
    fn own_witness(&self) -> Answer {
        Answer { attained: Attained::of(self.zone.model, self.witness.clone(), None), gaining: Vec::new() }
    }
}
