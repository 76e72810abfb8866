//! Questions under one set of figures after another.

use super::Seen;
use super::Structure;
use super::figures::Figures;
use super::goals::{Above, Any, Most};
use super::shape::MOST;
use super::space::{Floors, Searched, Space};
use super::weights::float;
use crate::answers::Principle;
use crate::chosen::{Measure, principle};
use crate::counting::remaining_possible;
use crate::error::Stopped;
use crate::feasible::feasible;
use detente_base::Silent;
use detente_model::{Ask, Consent, Formula, Model, Package, Party};

/// Where searches under other figures begin: weights, per branch, that came close under one set of figures. A guide decides how
/// long an answer takes and never what it is.
#[derive(Clone, Debug, Default)]
pub struct Guide(Vec<Vec<f64>>);

/// Answers questions under one set of figures after another; one per thread.
#[derive(Clone, Debug)]
pub struct Solver<'s> {
    pub(super) structure: &'s Structure,
    spaces: Vec<Space<'s>>,
    pub(super) figures: Figures,
    /// Per issue, the choice held beside what the question holds; empty without a draft.
    draft: Vec<Option<usize>>,
    /// Whether the figures are small enough for the branches; else every question starts anew.
    is_small: bool,
    scales: Vec<f64>,
    floors: Floors,
    pub(super) anew: u64,
}

/// What is told of a zone without starting anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Soon {
    /// A package of it.
    Package(Package),
    /// It is proved empty.
    Empty,
    /// Neither.
    Untold,
}

impl Soon {
    fn of(goal: Any, tired: bool) -> Self {
        match goal.package {
            Some(package) => Self::Package(package),
            None if tired => Self::Untold,
            None => Self::Empty,
        }
    }

    /// Whether there is a package; `None` where that is not told.
    pub fn is_open(&self) -> Option<bool> {
        match self {
            Self::Package(_) => Some(true),
            Self::Empty => Some(false),
            Self::Untold => None,
        }
    }
}

impl<'s> Solver<'s> {
    pub(super) fn new(structure: &'s Structure) -> Self {
        let shapes = structure.shapes.as_deref().unwrap_or_default();
        Self {
            structure,
            spaces: shapes.iter().map(|shape| Space::new(shape, &structure.linkages)).collect(),
            figures: Figures::of(&structure.model),
            draft: Vec::new(),
            is_small: false,
            scales: Vec::new(),
            floors: Floors::new(),
            anew: 0,
        }
    }

    /// Takes figures.
    ///
    /// # Errors
    /// [`Stopped::Model`] where they are not of this model.
    pub fn set(&mut self, figures: &Figures) -> Result<(), Stopped> {
        self.set_within(figures, &[])
    }

    /// Takes figures and a draft: as if the question held these issues as well, without another structure.
    ///
    /// # Shape
    /// `draft` has an entry per issue, or none at all. Packages seen that a question is given must keep to it.
    ///
    /// # Errors
    /// As for [`Solver::set`].
    pub fn set_within(&mut self, figures: &Figures, draft: &[Option<usize>]) -> Result<(), Stopped> {
        figures.fit(&self.structure.model)?;
        self.figures.clone_from(figures);
        draft.clone_into(&mut self.draft);
        self.spaces.iter_mut().for_each(|space| space.keep_to(draft));
        let sizes = self.sizes();
        self.is_small = self.structure.is_compiled() && sizes.is_some();
        if let Some(sizes) = sizes {
            let per_party = self.structure.per_party();
            self.spaces.iter_mut().for_each(|space| space.load(figures, per_party, &sizes));
        }
        Ok(())
    }

    /// Per party a bound of all sums of its numbers; `None` where one is too large.
    fn sizes(&self) -> Option<Vec<i64>> {
        let per_party = self.structure.per_party().max(1);
        let mut parties = self.figures.values.chunks_exact(per_party);
        let size = |(own, line): (&std::ops::Range<usize>, &i64)| {
            let mut values = parties.next().unwrap_or_default();
            let mut sum = i128::from(line.unsigned_abs());
            for &issue in &self.structure.model.issues {
                let (of_issue, rest) = values.split_at_checked(issue)?;
                sum += i128::from(of_issue.iter().map(|value| value.unsigned_abs()).max().unwrap_or(0));
                values = rest;
            }
            let linked = self.figures.linkages[own.clone()].iter().map(|units| i128::from(units.unsigned_abs()));
            i64::try_from(sum + linked.sum::<i128>()).ok().filter(|sum| *sum < MOST / 64)
        };
        self.structure.linkages.iter().zip(&self.figures.lines).map(size).collect()
    }

    /// How often a question had to start anew.
    pub fn started_anew(&self) -> u64 {
        self.anew
    }

    /// The model with the figures.
    pub fn model(&self) -> Model {
        self.figures.model(&self.structure.model)
    }

    /// The question with the limits the figures put in force, and the draft.
    pub fn ask(&self) -> Ask {
        let mut ask = self.structure.ask.clone();
        let open = self.structure.open.iter().zip(&self.figures.limits);
        ask.limits.iter_mut().zip(open).filter(|(_, (open, _))| **open).for_each(|(to, (_, &from))| *to = from);
        ask.fixed.iter_mut().zip(&self.draft).for_each(|(own, held)| *own = own.or(*held));
        ask
    }

    /// A package of the zone; `None` where it is proved empty.
    ///
    /// # Errors
    /// [`Stopped`] where not even starting anew led to an answer; so for every question.
    pub fn any(&mut self) -> Result<Option<Package>, Stopped> {
        match self.soon() {
            Soon::Package(package) => Ok(Some(package)),
            Soon::Empty => Ok(None),
            Soon::Untold => feasible(&self.model(), &self.ask(), &Silent),
        }
    }

    /// As [`Solver::any`], without starting anew.
    pub fn soon(&mut self) -> Soon {
        let mut goal = Any::default();
        let tired = self.each(|space, floors, scales| {
            space.lines.clone_into(floors);
            room(space, floors, scales);
            space.search(floors, scales, &mut goal)
        });
        Soon::of(goal, tired)
    }

    /// A package of the zone with a choice; `None` where there is none.
    ///
    /// # Errors
    /// As for [`Solver::any`].
    pub fn with(&mut self, issue: usize, choice: usize) -> Result<Option<Package>, Stopped> {
        match self.soon_with(issue, choice) {
            Soon::Package(package) => return Ok(Some(package)),
            Soon::Empty => return Ok(None),
            Soon::Untold => {}
        }
        let mut ask = self.ask();
        if ask.fixed[issue].is_some_and(|held| held != choice) {
            return Ok(None);
        }
        ask.fixed[issue] = Some(choice);
        feasible(&self.model(), &ask, &Silent)
    }

    /// As [`Solver::with`], without starting anew.
    pub fn soon_with(&mut self, issue: usize, choice: usize) -> Soon {
        let mut goal = Any::default();
        let tired = self.each(|space, floors, scales| {
            let mut searched = Searched::Whole;
            if space.hold(issue, choice) {
                space.lines.clone_into(floors);
                room(space, floors, scales);
                searched = space.search(floors, scales, &mut goal);
            }
            space.release();
            searched
        });
        Soon::of(goal, tired)
    }

    /// Per issue and choice, whether some package of the zone has it, where that takes less than asking [`Solver::with`] of each:
    /// where every question starts anew, and all choices are decided at once.
    ///
    /// # Errors
    /// As for [`Solver::any`].
    pub fn possible(&mut self) -> Result<Option<Vec<Vec<bool>>>, Stopped> {
        if self.is_small {
            return Ok(None);
        }
        self.anew += 1;
        let (model, mut ask) = (self.model(), self.ask());
        for (issue, held) in ask.fixed.iter_mut().enumerate() {
            let Some(held) = held.take() else { continue };
            let among = (0..model.issues[issue]).map(|choice| choice == held).collect();
            ask.require.push(Formula::Choice { issue, among });
        }
        let rows = remaining_possible(&model, &ask, &Silent)?;
        Ok(rows.into_iter().map(|row| row.into_iter().collect()).collect())
    }

    /// The most units of a principal in the zone; `None` where it is empty. Packages `seen` in the zone start the search.
    ///
    /// # Errors
    /// As for [`Solver::any`].
    pub fn most(&mut self, principal: usize, seen: &Seen, guide: &Guide) -> Result<Option<i64>, Stopped> {
        let Some(direction) = self.structure.ask.principals.iter().position(|&of| of == principal) else {
            return Ok(None);
        };
        let mut goal = most_of(principal, direction, seen);
        let tired = self.each_from(guide, |space, floors, scales, first| {
            goal.begin(space, floors, scales);
            space.search_from(first, floors, scales, &mut goal)
        });
        if tired {
            let which = Principle::BestFor(principal);
            let found = principle(&self.model(), &self.ask(), which, &Measure::plain(&self.structure.model), &Silent)?;
            return Ok(found.and_then(|chosen| Some(chosen.answers.first()?.attained.utilities[principal])));
        }
        Ok(goal.units)
    }

    /// Where searches for the most units of a principal begin.
    pub fn guide_to_most(&mut self, principal: usize, seen: &Seen) -> Guide {
        let Some(direction) = self.structure.ask.principals.iter().position(|&of| of == principal) else {
            return Guide::default();
        };
        let mut goal = most_of(principal, direction, seen);
        self.approach(|space, floors, scales| {
            goal.begin(space, floors, scales);
            space.approach(floors, scales, &mut goal)
        })
    }

    /// Whether some package of the zone is worth as much to every principal as one with these units, and more to one.
    ///
    /// # Errors
    /// As for [`Solver::any`].
    pub fn bettered(&mut self, units: &[i64], guide: &Guide) -> Result<bool, Stopped> {
        let principals = &self.structure.ask.principals;
        let mut goal = Above { n_principals: principals.len(), found: false };
        let tired = self.each_from(guide, |space, floors, scales, first| {
            as_much(principals, units, space, floors, scales);
            space.search_from(first, floors, scales, &mut goal)
        });
        if tired && !goal.found {
            return self.bettered_anew(units);
        }
        Ok(goal.found)
    }

    /// Where searches for what betters a package with these units begin.
    pub fn guide_to_better(&mut self, units: &[i64]) -> Guide {
        let principals = &self.structure.ask.principals;
        let mut goal = Above { n_principals: principals.len(), found: false };
        self.approach(|space, floors, scales| {
            as_much(principals, units, space, floors, scales);
            space.approach(floors, scales, &mut goal)
        })
    }

    fn approach(&mut self, mut of: impl FnMut(&mut Space<'s>, &mut Floors, &mut Vec<f64>) -> Vec<f64>) -> Guide {
        if !self.is_small {
            return Guide::default();
        }
        let (floors, scales) = (&mut self.floors, &mut self.scales);
        let mut branch = |space: &mut Space<'s>| if space.is_open { of(space, floors, scales) } else { Vec::new() };
        Guide(self.spaces.iter_mut().map(&mut branch).collect())
    }

    fn bettered_anew(&self, units: &[i64]) -> Result<bool, Stopped> {
        let (model, ask) = (self.model(), self.ask());
        let Ask { principals, .. } = &ask;
        for &ahead in principals {
            let mut raised = model.clone();
            // A principal's floor holds whether or not it is asked: beside it stands one who always is.
            for &party in principals {
                let wanted = units[party].saturating_add(i64::from(party == ahead));
                let always =
                    Party { bottom_line: Some(wanted), consent: Consent::Always, ..model.parties[party].clone() };
                raised.parties.push(always);
            }
            let line = |at: usize| ask.bottom_lines || model.parties.len() <= at;
            raised
                .parties
                .iter_mut()
                .enumerate()
                .filter(|(at, _)| !line(*at))
                .for_each(|(_, of)| of.bottom_line = None);
            if feasible(&raised, &Ask { bottom_lines: true, ..ask.clone() }, &Silent)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Every party's units in a package.
    pub(super) fn units(&self, package: &[usize]) -> Vec<i64> {
        let starts = self.structure.issue_starts();
        let per_party = self.structure.per_party().max(1);
        let own = self.figures.values.chunks_exact(per_party).map(|values| {
            let of = package.iter().zip(&starts).map(|(choice, start)| values[start + choice]);
            of.sum::<i64>()
        });
        let linked = self.structure.model.parties.iter().zip(&self.structure.linkages).map(|(party, at)| {
            let holding = party.linkages.iter().zip(&self.figures.linkages[at.clone()]);
            holding.filter(|(link, _)| link.when.holds(package)).map(|(_, units)| units).sum::<i64>()
        });
        own.zip(linked).map(|(own, linked)| own + linked).collect()
    }

    /// Goes through the branches; whether some of them could not be finished.
    pub(super) fn each(
        &mut self,
        mut search: impl FnMut(&mut Space<'s>, &mut Floors, &mut Vec<f64>) -> Searched,
    ) -> bool {
        self.each_from(&Guide::default(), |space, floors, scales, _| search(space, floors, scales))
    }

    /// As [`Solver::each`], with the weights a guide has for each branch.
    fn each_from(
        &mut self,
        guide: &Guide,
        mut search: impl FnMut(&mut Space<'s>, &mut Floors, &mut Vec<f64>, &[f64]) -> Searched,
    ) -> bool {
        if !self.is_small {
            self.anew += 1;
            return true;
        }
        let mut tired = false;
        for (branch, space) in self.spaces.iter_mut().enumerate() {
            if !space.is_open {
                continue;
            }
            let first = guide.0.get(branch).map_or(&[][..], Vec::as_slice);
            match search(space, &mut self.floors, &mut self.scales, first) {
                Searched::Whole => {}
                Searched::Enough => return false,
                Searched::Tired => tired = true,
            }
        }
        self.anew += u64::from(tired);
        tired
    }
}

fn most_of(principal: usize, direction: usize, seen: &Seen) -> Most {
    let known = seen.packages().filter(|&package| seen.in_zone(package));
    Most { direction, units: known.map(|package| seen.units(package)[principal]).max() }
}

/// Floors at the lines, and at what the principals have in a package.
fn as_much(principals: &[usize], units: &[i64], space: &Space<'_>, floors: &mut Floors, scales: &mut Vec<f64>) {
    space.lines.clone_into(floors);
    for (floor, &party) in floors.iter_mut().zip(principals) {
        *floor = Some(floor.map_or(units[party], |line| line.max(units[party])));
    }
    room(space, floors, scales);
}

/// Scales: how far each direction could be above its floor.
pub(super) fn room(space: &Space<'_>, floors: &Floors, scales: &mut Vec<f64>) {
    scales.clear();
    scales.extend(floors.iter().zip(&space.most).map(|(floor, &most)| float(most - floor.unwrap_or(most))));
}
