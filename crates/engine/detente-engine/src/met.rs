//! A package of a zone met by exchanging choices, without folding anything: it proves that there is one, never that there is
//! none. Where issues are tied too closely to be folded soon, it is what can be said at once.

use crate::condition::Force;
use detente_model::{Ask, Formula, Model, Package};

/// Exchanges of a choice that are tried in all, divided by what one costs.
const WORK: usize = 4_000_000;

/// Starts from elsewhere.
const STARTS: usize = 24;

/// Some package in force's zone, the same every time; `None` where none was met.
pub(crate) fn met(model: &Model, ask: &Ask, force: &Force) -> Option<Package> {
    let walk = Walk { model, ask, force, scales: scales(model) };
    let mut left = WORK / cost(model).max(1);
    (0..STARTS).find_map(|start| walk.climb(walk.start(start), &mut left))
}

struct Walk<'a> {
    model: &'a Model,
    ask: &'a Ask,
    force: &'a Force,
    /// Per party what its units vary by, about.
    scales: Vec<f64>,
}

/// How far a package is from the zone: conditions it breaks, and by how much it misses bottom lines; zero within.
type Distance = (usize, f64);

impl Walk<'_> {
    /// Every issue at a choice of its own, another at every start; drafts kept to.
    fn start(&self, number: usize) -> Package {
        let choice = |(issue, &size): (usize, &usize)| {
            self.force.fixed[issue].unwrap_or_else(|| {
                if number == 0 { self.evenly(issue) } else { (issue * 7 + number * (2 * issue + 5)) % size.max(1) }
            })
        };
        self.model.issues.iter().enumerate().map(choice).collect()
    }

    /// The choice that is worth most to all parties together, each on its own scale.
    #[expect(clippy::cast_precision_loss, reason = "a guess")]
    fn evenly(&self, issue: usize) -> usize {
        let worth = |choice: usize| -> f64 {
            let own = self.model.parties.iter().zip(&self.scales);
            own.map(|(party, scale)| party.values[issue][choice] as f64 / scale).sum()
        };
        (0..self.model.issues[issue]).max_by(|&a, &b| worth(a).total_cmp(&worth(b)).then(b.cmp(&a))).unwrap_or(0)
    }

    /// The exchange of one choice that brings a package nearest, over and over.
    fn climb(&self, mut package: Package, left: &mut usize) -> Option<Package> {
        let mut distance = self.distance(&package);
        while distance != (0, 0.0) {
            let mut nearest: Option<(Distance, usize, usize)> = None;
            for issue in (0..package.len()).filter(|&issue| self.force.fixed[issue].is_none()) {
                let own = package[issue];
                for choice in (0..self.model.issues[issue]).filter(|&choice| choice != own) {
                    *left = left.checked_sub(1)?;
                    package[issue] = choice;
                    let to = self.distance(&package);
                    if is_less(to, nearest.map_or(distance, |nearest| nearest.0)) {
                        nearest = Some((to, issue, choice));
                    }
                }
                package[issue] = own;
            }
            let (to, issue, choice) = nearest?;
            package[issue] = choice;
            distance = to;
        }
        Some(package)
    }

    #[expect(clippy::cast_precision_loss, reason = "a guess, but for whether it is zero")]
    fn distance(&self, package: &[usize]) -> Distance {
        let (model, force) = (self.model, self.force);
        let rules = model.rules.iter().zip(&force.rules).filter(|(rule, in_force)| **in_force && !rule.holds(package));
        let required = self.ask.require.iter().filter(|formula| !formula.holds(package));
        let broken: Vec<&Formula> = rules.map(|(rule, _)| rule).chain(required).collect();
        let mut distance = (broken.len(), broken.iter().map(|formula| missed(formula, true, package)).sum());
        for (index, party) in model.parties.iter().enumerate() {
            if !party.is_asked_in(package) {
                continue;
            }
            let limits =
                model.limits.iter().zip(&force.limits).filter(|(limit, in_force)| **in_force && limit.owner == index);
            for (limit, _) in limits.into_iter().filter(|(limit, _)| limit.forbids.holds(package)) {
                distance.0 += 1;
                distance.1 += missed(&limit.forbids, false, package);
            }
            let line = party.bottom_line.filter(|_| force.lines[index]).map(i128::from);
            let missing = line.map_or(0, |line| (line - party.utility(package)).max(0));
            distance.1 += missing as f64 / self.scales[index];
        }
        distance
    }
}

/// By how much sums within a formula miss what would make it hold (or not), in parts of what they range over.
#[expect(clippy::cast_precision_loss, reason = "a guess")]
fn missed(formula: &Formula, holds: bool, package: &[usize]) -> f64 {
    match formula {
        Formula::Not(inner) => missed(inner, !holds, package),
        Formula::All(parts) | Formula::Any(parts) => parts.iter().map(|part| missed(part, holds, package)).sum(),
        Formula::AtMost { terms, bound } if formula.holds(package) != holds => {
            let sum: i128 = terms.iter().map(|term| i128::from(term.amounts[package[term.issue]])).sum();
            let range: f64 = terms.iter().map(|term| spread(&term.amounts)).sum();
            (sum - i128::from(*bound)).unsigned_abs() as f64 / range.max(1.0)
        }
        Formula::AtMost { .. } | Formula::Choice { .. } | Formula::Connected(_) => 0.0,
    }
}

fn is_less(a: Distance, b: Distance) -> bool {
    a.0 < b.0 || a.0 == b.0 && a.1 < b.1
}

#[expect(clippy::cast_precision_loss, reason = "a guess")]
fn spread(values: &[i64]) -> f64 {
    let (least, most) = (values.iter().min().copied().unwrap_or(0), values.iter().max().copied().unwrap_or(0));
    most as f64 - least as f64
}

fn scales(model: &Model) -> Vec<f64> {
    let of = |party: &detente_model::Party| {
        let own: f64 = party.values.iter().map(|values| spread(values)).sum();
        let tied: f64 = party.tables.iter().map(|table| spread(&table.units)).sum();
        (own + tied).max(1.0)
    };
    model.parties.iter().map(of).collect()
}

/// About what looking at one package costs.
fn cost(model: &Model) -> usize {
    let of = |party: &detente_model::Party| model.issues.len() + 2 * party.tables.len() + 8 * party.linkages.len();
    model.parties.iter().map(of).sum::<usize>() + 8 * (model.rules.len() + model.limits.len())
}
