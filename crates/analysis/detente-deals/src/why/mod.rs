//! Why there is no deal: all minimal conflicts, what opens the space if it is set aside, and why not a given package.
//!
//! It proves and lists in one neutral order; it recommends nobody's concession.

mod conflicts;
mod depth;
mod member;
mod movement;
mod package;

pub use conflicts::Conflicts;
pub(crate) use conflicts::conflicts;
pub use depth::{Amounts, Depth, depth};
pub use member::Member;
pub(crate) use member::{members, read_back};
pub use movement::{Least, Movement};
pub use package::{Below, WhyNot};

use detente_base::Watch;
use detente_case::{Case, ChoiceIdx, IssueIdx, RuleIdx};
use detente_engine::{self as engine, Ask};
use detente_estimate::EstimateSet;

use crate::{DealsError, Lowered, Settings, lower};
use member::{by_id, read_all, rules};

/// Members that no package meets together, and the rules that the contradiction needs besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The members, in order of their ids; none can be spared.
    pub members: Vec<Member>,
    /// Rules, nobody's; none can be spared either.
    pub rules: Vec<RuleIdx>,
}

/// Why there is no package, from the stated limits alone or with a set of estimates at its centres.
#[derive(Clone, Debug)]
pub struct Why {
    /// The model it was read off.
    pub lowered: Lowered,
    /// The question that was put to it.
    pub ask: Ask,
    /// Whether there is a package; nothing is listed then.
    pub is_open: bool,
    /// With estimates: whether there is a package with every bottom line at its low end, centre and high end.
    pub levels: Option<[bool; 3]>,
    /// The minimal sets that cannot hold together: by size, then by the ids of their members.
    pub conflicts: Vec<Conflict>,
    /// The minimal sets whose setting aside opens the space, in the same order.
    pub relaxations: Vec<Vec<Member>>,
    /// Whether these are all of both.
    pub complete: bool,
    /// Where a whole package was asked about: what it runs into.
    pub package: Option<WhyNot>,
    /// The engine's members, in order of their ids.
    members: Vec<engine::Member>,
    /// The engine's form of the relaxations.
    drops: Vec<Vec<engine::Member>>,
}

/// Says why there is no package: without `set` from the stated limits alone, with it at the centres of its ranges.
///
/// A draft that leaves issues open counts among what stands in the way; a whole package is held against the zone instead.
///
/// # Cost
/// See the engine's `conflicts_and_relaxations`.
///
/// # Errors
/// Where numbers are too large, or where it could not even be found out whether there is a package.
pub fn why(case: &Case, set: Option<&EstimateSet>, settings: &Settings, watch: &dyn Watch) -> Result<Why, DealsError> {
    let lowered = lower(case, set)?;
    let (lowered, mut ask) = lowered.drafted(case, settings).with_rules(&lowered);
    let lowered = lowered.into_owned();
    ask.bottom_lines = set.is_some();
    let whole: Option<Vec<usize>> = ask.fixed.iter().copied().collect();
    if whole.is_some() {
        ask.fixed.fill(None);
    }
    let members = by_id(case, set, &lowered, &ask);
    let found = engine::conflicts_and_relaxations(&lowered.model, &ask, &members, engine::MOST_SETS, watch)?;
    let levels = set.map(|_| levels(&lowered, &ask, found.zone.is_some(), watch)).transpose()?;
    let package = whole.map(|package| package::why_not(&lowered, &ask, &package, watch)).transpose()?;
    let conflict = |conflict: &engine::Conflict| Conflict {
        members: read_all(&lowered, &conflict.members),
        rules: rules(&conflict.rules),
    };
    Ok(Why {
        is_open: found.zone.is_some(),
        levels,
        conflicts: found.conflicts.iter().map(conflict).collect(),
        relaxations: found.relaxations.iter().map(|relaxation| read_all(&lowered, &relaxation.drop)).collect(),
        complete: found.complete,
        package,
        members,
        drops: found.relaxations.into_iter().map(|relaxation| relaxation.drop).collect(),
        lowered,
        ask,
    })
}

impl Why {
    /// The choices in brackets to which the question holds an issue; none where it is in none.
    pub fn bracketed(&self, issue: IssueIdx) -> Vec<ChoiceIdx> {
        let own = self.lowered.model.rules.len() - self.lowered.bracketed.len();
        let rules = self.lowered.bracketed.iter().zip(self.lowered.model.rules.iter().skip(own));
        let of_issue = rules.filter(|(of, _)| **of == issue).flat_map(|(_, rule)| match rule {
            engine::Formula::Choice { among, .. } => among.clone(),
            _ => Vec::new(),
        });
        let order = self.lowered.order[issue].iter().zip(of_issue);
        let mut choices: Vec<ChoiceIdx> = order.filter(|(_, among)| *among).map(|(&choice, _)| choice).collect();
        choices.sort_unstable();
        choices
    }

    /// Whether a draft was asked about that leaves issues open: some settled, or some in brackets.
    pub fn has_draft(&self) -> bool {
        self.ask.fixed.iter().any(Option::is_some) || !self.lowered.bracketed.is_empty()
    }

    /// Whether setting this member aside, and nothing else, opens the space.
    pub fn opens_alone(&self, member: Member) -> bool {
        self.relaxations.iter().any(|drop| drop[..] == [member])
    }
}

/// Whether there is a package with every bottom line at its low end, centre and high end.
fn levels(lowered: &Lowered, ask: &Ask, at_centre: bool, watch: &dyn Watch) -> Result<[bool; 3], DealsError> {
    let at = |end: usize| {
        let mut model = lowered.model.clone();
        for (party, line) in model.parties.iter_mut().zip(&lowered.bottom_lines) {
            party.bottom_line = line.map(|line| line[end]);
        }
        // Without members to spare a conflict is there exactly where the zone is empty.
        engine::conflict(&model, ask, &[], watch).map(|found| found.is_none())
    };
    Ok([at(0)?, at_centre, at(2)?])
}
