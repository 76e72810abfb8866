//! The state of every choice without counting anything, fast enough to be asked while a hand moves.
//!
//! Every answer is one of two kinds: a package that shows something possible, or a proof that there is none. Packages found for one
//! question are looked at again in the next, each with one choice exchanged; what these show is not searched for.

use detente_base::{Table, Watch};
use detente_case::{Case, ChoiceIdx, IssueIdx};
use detente_engine::again::WrittenOut;
use detente_engine::{
    Ask, Count, Formula, Memory, Model, Package, conflict_beside, counting::possible_among, forgiven, in_zone,
};
use detente_estimate::EstimateSet;
use num_bigint::BigUint;

use crate::remains::{Remaining, Remains, State, excluders, missing};
use crate::stated::{asking, crossing};
use crate::why::members;
use crate::zone::{by_choice, space};
use crate::{DealsError, Drafted, Lowered};

/// Per issue and choice, in κ's order; `None` where it was not decided or not asked.
type Flags = Vec<Vec<Option<bool>>>;

/// The state of every choice, proved as in [`remaining_stated`](crate::remaining_stated) and
/// [`remaining_estimated`](crate::remaining_estimated), without counting packages: every number is between nothing and all there could
/// be.
///
/// # Shape
/// `lowered` is `case` lowered with `set`, and `asked` a question about it; without a set its bottom lines are left aside.
/// `with_excluders`: whether it is wanted what excludes each choice that is excluded. `written_out` are zones met before, under whatever
/// numbers, and gains those met now.
/// # Cost
/// Whether a zone holds a package, once per choice for the zone, for every limit in force and for every party with a bottom line,
/// as far as packages found before do not show it; for every issue the draft holds the same again for its own choices. With
/// excluders one minimal conflict for every choice that is excluded: most of all there is to do.
pub fn states(
    case: &Case,
    set: Option<&EstimateSet>,
    (lowered, asked): (&Lowered, &Drafted),
    with_excluders: bool,
    written_out: &WrittenOut,
    watch: &dyn Watch,
) -> Result<Remaining, DealsError> {
    let model = &lowered.model;
    let mut live =
        Live { lowered, asked, written_out, watch, inside: Vec::new(), outside: Vec::new(), beyond: Vec::new() };
    live.beyond = live.each_beyond();
    let found = live.answer()?;
    let most = space(model);
    let mut memory = if with_excluders { Some(live.memory(&found)?) } else { None };
    let row = |(issue, row): (IssueIdx, &Table<ChoiceIdx, Found>)| {
        let choice = |(choice, found): (ChoiceIdx, &Found)| {
            let state = match found {
                Found::Undecided => State::Undecided,
                Found::Excluded => {
                    let why = |memory| excluders(case, set, (lowered, asked), (issue, choice), memory, watch);
                    State::Excluded(memory.as_mut().map(why).transpose()?.flatten())
                }
                Found::Possible(None) => State::PossiblySome,
                Found::Possible(Some(true)) => State::OnlyWithOthers,
                Found::Possible(Some(false)) => State::Possible,
            };
            Ok(Remains { packages: Count::Bounded { least: BigUint::ZERO, most: most.clone() }, state })
        };
        row.iter().map(choice).collect::<Result<Table<ChoiceIdx, Remains>, DealsError>>()
    };
    let choices = by_choice(lowered, found).iter().map(row).collect::<Result<_, _>>()?;
    Ok(Remaining { choices })
}

/// What is found of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Undecided,
    Excluded,
    /// With whether some packages around the zone that have it are outside.
    Possible(Option<bool>),
}

struct Live<'a> {
    lowered: &'a Lowered,
    asked: &'a Drafted,
    written_out: &'a WrittenOut,
    watch: &'a dyn Watch,
    /// Packages of a zone asked about so far.
    inside: Vec<Package>,
    /// Packages around a zone and not in it.
    outside: Vec<Package>,
    /// Ways of not being in a zone.
    beyond: Vec<Beyond>,
}

/// One way of not being in a zone that the rules allow.
enum Beyond {
    /// A limit is crossed.
    Limit(usize),
    /// A party's bottom line is missed: the model in which that is a bottom line of its own, and whose it is.
    Line(Box<Model>, usize),
}

impl Live<'_> {
    fn answer(&mut self) -> Result<Vec<Vec<Found>>, DealsError> {
        let sizes = &self.lowered.model.issues;
        let base = self.asked.ask();
        let open = self.wanted(|issue, choice| self.is_open(issue, choice));
        let mut zone = self.possible(&base, &open)?;
        self.shut_out(&mut zone, None);
        let around = self.around(&base, &zone, |issue| !self.asked.holds(issue))?;
        let mut rows: Vec<Vec<Found>> = (0..sizes.len()).map(|issue| read(&zone[issue], &around[issue])).collect();
        for issue in (0..sizes.len()).filter(|&issue| self.asked.holds(issue)) {
            rows[issue] = self.held(issue, &zone)?;
        }
        Ok(rows)
    }

    /// The choices of an issue that the draft holds, beside the rest of it. `zone` is what the whole draft leaves of the open issues.
    fn held(&mut self, issue: usize, zone: &Flags) -> Result<Vec<Found>, DealsError> {
        let freed = self.asked.freed(issue).ask();
        let own = self.wanted(|other, _| other == issue);
        let mut found = self.possible(&freed, &own)?;
        if found[issue].contains(&Some(true)) {
            // What the whole draft leaves of another issue is left with less of a draft.
            let is_known = |other: usize, choice: usize| zone[other][choice] == Some(true);
            let rest =
                self.wanted(|other, choice| other != issue && self.is_open(other, choice) && !is_known(other, choice));
            let more = self.possible(&freed, &rest)?;
            for (other, (row, more)) in found.iter_mut().zip(more).enumerate().filter(|(other, _)| *other != issue) {
                let known = |(choice, flag)| if is_known(other, choice) { Some(true) } else { flag };
                *row = more.into_iter().enumerate().map(known).collect();
            }
            self.shut_out(&mut found, Some(issue));
        }
        let around = self.around(&freed, &found, |other| other == issue)?;
        Ok(read(&found[issue], &around[issue]))
    }

    /// Whether a choice is left open by the draft: its issue is not settled, and it is not outside brackets.
    fn is_open(&self, issue: usize, choice: usize) -> bool {
        self.asked.settled()[issue].is_none() && self.asked.allows(issue, choice)
    }

    /// What is outside the brackets of another issue is in no package.
    fn shut_out(&self, zone: &mut Flags, beside: Option<usize>) {
        for issue in self.asked.bracketed().filter(|issue| beside != Some(*issue)) {
            let outside = zone[issue].iter_mut().enumerate().filter(|(choice, _)| !self.asked.allows(issue, *choice));
            outside.for_each(|(_, flag)| *flag = Some(false));
        }
    }

    /// What was met so far, and where the whole draft leaves nothing one reason for that: it holds whatever else is chosen.
    fn memory(&mut self, found: &[Vec<Found>]) -> Result<Memory, DealsError> {
        let packages = self.outside.drain(..).chain(self.inside.drain(..)).collect();
        let mut memory = Memory { packages, contradictions: Vec::new() };
        let is_open = found.iter().flatten().any(|found| *found != Found::Excluded);
        if !is_open && self.asked.bracketed().next().is_none() {
            let (model, ask) = (&self.lowered.model, self.asked.ask());
            let members = members(self.lowered, &ask);
            let reason = forgiven(conflict_beside(model, &ask, &members, &mut memory, self.watch))?.flatten();
            memory.contradictions.extend(reason);
        }
        Ok(memory)
    }

    fn wanted(&self, is_wanted: impl Fn(usize, usize) -> bool) -> Vec<Vec<bool>> {
        let row = |(issue, &size): (usize, &usize)| (0..size).map(|choice| is_wanted(issue, choice)).collect();
        self.lowered.model.issues.iter().enumerate().map(row).collect()
    }

    fn possible(&mut self, ask: &Ask, wanted: &[Vec<bool>]) -> Result<Flags, DealsError> {
        if wanted.iter().flatten().all(|wanted| !wanted) {
            return Ok(wanted.iter().map(|row| vec![None; row.len()]).collect());
        }
        Ok(possible_among(&self.lowered.model, ask, wanted, &mut self.inside, self.written_out, self.watch)?)
    }

    /// Of the choices of some issues that are in a zone, whether some package around it has them and is outside.
    fn around(&mut self, ask: &Ask, zone: &Flags, is_wanted: impl Fn(usize) -> bool) -> Result<Flags, DealsError> {
        let mut wanted = self.wanted(|issue, choice| is_wanted(issue) && zone[issue][choice] == Some(true));
        let mut found: Flags =
            wanted.iter().map(|row| row.iter().map(|wanted| wanted.then_some(false)).collect()).collect();
        let unlimited = unlimited(self.lowered, ask, |issue, choice| zone[issue][choice] != Some(false));
        let mut settle = |wanted: &mut Vec<Vec<bool>>, issue: usize, choice: usize, flag: Option<bool>| match flag {
            Some(false) => {}
            Some(true) => {
                found[issue][choice] = Some(true);
                wanted[issue][choice] = false;
            }
            None => found[issue][choice] = None,
        };
        for (issue, choice) in self.shown_outside(ask, &unlimited, &wanted) {
            settle(&mut wanted, issue, choice, Some(true));
        }
        for beyond in 0..self.beyond.len() {
            if wanted.iter().flatten().all(|wanted| !wanted) {
                break;
            }
            let Some((model, crossing)) = self.beyond[beyond].question(&self.lowered.model, &unlimited) else {
                continue;
            };
            let shown = possible_among(model, &crossing, &wanted, &mut self.outside, self.written_out, self.watch)?;
            for (issue, row) in shown.into_iter().enumerate() {
                for (choice, flag) in
                    row.into_iter().enumerate().filter(|(choice, _)| wanted[issue][*choice]).collect::<Vec<_>>()
                {
                    settle(&mut wanted, issue, choice, flag);
                }
            }
        }
        Ok(found)
    }

    /// What packages known so far, with one choice exchanged, show to be outside.
    fn shown_outside(&mut self, ask: &Ask, unlimited: &Ask, wanted: &[Vec<bool>]) -> Vec<(usize, usize)> {
        let model = &self.lowered.model;
        let is_outside = |package: &Package| in_zone(model, unlimited, package) && !in_zone(model, ask, package);
        let mut shown = Vec::new();
        let mut met = Vec::new();
        for (issue, row) in wanted.iter().enumerate() {
            for choice in (0..row.len()).filter(|&choice| row[choice]) {
                let mut exchanged = self.outside.iter().chain(&met).chain(&self.inside).map(|package| {
                    let mut package = package.clone();
                    package[issue] = choice;
                    package
                });
                if let Some(package) = exchanged.find(is_outside) {
                    shown.push((issue, choice));
                    drop(exchanged);
                    met.push(package);
                }
            }
        }
        self.outside.extend(met);
        shown
    }

    fn each_beyond(&self) -> Vec<Beyond> {
        let (model, ask) = (&self.lowered.model, self.asked.ask());
        let limits = (0..model.limits.len()).filter(|&limit| ask.limits[limit]).map(Beyond::Limit);
        let lines = (0..model.parties.len()).filter(|_| ask.bottom_lines);
        limits.chain(lines.filter_map(|party| Some(Beyond::Line(Box::new(missing(model, party)?), party)))).collect()
    }
}

impl Beyond {
    /// The packages around a zone that are beyond it in this way; `None` where there can be none.
    fn question<'m>(&'m self, model: &'m Model, unlimited: &Ask) -> Option<(&'m Model, Ask)> {
        match self {
            Self::Limit(limit) => Some((model, crossing(model, unlimited, *limit)?)),
            Self::Line(mirrored, party) => {
                Some((mirrored, Ask { bottom_lines: true, ..asking(model, unlimited, *party)? }))
            }
        }
    }
}

/// The rules alone, with every issue that is not settled kept to the choices that are still possible: else a limit on one issue would
/// make every choice of all others depend on it.
pub(crate) fn unlimited(lowered: &Lowered, asked: &Ask, is_open: impl Fn(usize, usize) -> bool) -> Ask {
    let model = &lowered.model;
    let mut unlimited = Ask { limits: vec![false; model.limits.len()], bottom_lines: false, ..asked.clone() };
    for (issue, &size) in model.issues.iter().enumerate().filter(|(issue, _)| asked.fixed[*issue].is_none()) {
        let among = (0..size).map(|choice| is_open(issue, choice)).collect();
        unlimited.require.push(Formula::Choice { issue, among });
    }
    unlimited
}

fn read(possible: &[Option<bool>], outside: &[Option<bool>]) -> Vec<Found> {
    let choice = |(possible, outside): (&Option<bool>, &Option<bool>)| match possible {
        None => Found::Undecided,
        Some(false) => Found::Excluded,
        Some(true) => Found::Possible(*outside),
    };
    possible.iter().zip(outside).map(choice).collect()
}
