//! The questions that could be asked.

use std::collections::BTreeMap;

use detente_base::Index;
use detente_case::{Case, ChoiceIdx, IssueIdx};
use detente_deals::{Preferences, decided, is_the_same};
use detente_estimate::{EstimateSet, Part};
use detente_polytope::{key, random};

/// Choices of an issue that questions are about.
const CHOICES: usize = 5;
/// Candidates at most.
const MOST: usize = 20_000;

/// Two packages to compare.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) a: Part,
    pub(super) b: Part,
    /// By how many thousandths of points linkages favour `a`.
    pub(super) linked: i64,
    /// How much there is to take in: issues, then choices that are not at an end of what is liked.
    pub(super) size: (usize, usize),
    /// A number of its own, from the ids of what it names.
    pub(super) key: u64,
}

/// Every comparison of two choices and of two packages that differ in two issues, if rules allow both and no linkage is left open.
pub(super) fn candidates(case: &Case, set: &EstimateSet, found: &Preferences, seed: u64) -> Vec<Candidate> {
    let listing = Listing { case, set, found, seed };
    // An offer about a person's own office is nobody's to bring up.
    let open = found.issues().filter(|issue| case.issues[*issue].owner.is_none());
    let issues: Vec<(IssueIdx, Vec<ChoiceIdx>)> = open.map(|issue| (issue, asked(case, issue))).collect();
    let mut candidates = Vec::new();
    for (rank, (issue, choices)) in issues.iter().enumerate() {
        for (a, b) in pairs(choices) {
            candidates.extend(listing.candidate([(*issue, a)].into(), [(*issue, b)].into()));
        }
        for (other, theirs) in issues.iter().skip(rank + 1) {
            for (a, b) in pairs(choices) {
                for (c, d) in pairs(theirs) {
                    candidates.extend(
                        listing.candidate([(*issue, a), (*other, c)].into(), [(*issue, b), (*other, d)].into()),
                    );
                    candidates.extend(
                        listing.candidate([(*issue, a), (*other, d)].into(), [(*issue, b), (*other, c)].into()),
                    );
                }
            }
        }
    }
    if MOST < candidates.len() {
        candidates.sort_by_key(|candidate| candidate.key);
        candidates.truncate(MOST);
    }
    candidates
}

/// All choices of an issue, or some of many: the ends of its scale and what stands evenly between.
fn asked(case: &Case, issue: IssueIdx) -> Vec<ChoiceIdx> {
    let row = &case.issues[issue];
    let order: Vec<ChoiceIdx> = if row.is_ordered() { row.choices.indices().collect() } else { row.canonical_order() };
    if order.len() <= CHOICES {
        return order;
    }
    (0..CHOICES).filter_map(|step| order.get(step * (order.len() - 1) / (CHOICES - 1)).copied()).collect()
}

fn pairs(choices: &[ChoiceIdx]) -> Vec<(ChoiceIdx, ChoiceIdx)> {
    let rest = |at: usize| choices.iter().skip(at + 1).copied();
    choices.iter().enumerate().flat_map(|(at, &a)| rest(at).map(move |b| (a, b))).collect()
}

struct Listing<'l> {
    case: &'l Case,
    set: &'l EstimateSet,
    found: &'l Preferences,
    seed: u64,
}

impl Listing<'_> {
    fn candidate(&self, a: Part, b: Part) -> Option<Candidate> {
        let is_excluded = |part: &Part| self.case.rules.rows().any(|rule| decided(&rule.holds, part) == Some(false));
        if is_excluded(&a) || is_excluded(&b) {
            return None;
        }
        let mut linked = 0_i64;
        for linkage in self.set.party(self.found.party).map_or(&[][..], |of| &of.linkages) {
            let holds = |part: &Part| decided(&linkage.when.formula, part);
            let points = linkage.points.range.centre().thousandths();
            match (holds(&a), holds(&b)) {
                (Some(true), Some(false)) => linked = linked.checked_add(points)?,
                (Some(false), Some(true)) => linked = linked.checked_sub(points)?,
                (Some(_), Some(_)) => {}
                _ if is_the_same(&linkage.when.formula, &a, &b) => {}
                _ => return None,
            }
        }
        let size =
            (a.len(), a.iter().chain(&b).filter(|(issue, choice)| !self.found.is_end(**issue, **choice)).count());
        let key = self.key(&a, &b);
        Some(Candidate { a, b, linked, size, key })
    }

    fn key(&self, a: &Part, b: &Part) -> u64 {
        let name = |part: &Part| {
            let names: BTreeMap<&str, &str> = part
                .iter()
                .map(|(&issue, &choice)| {
                    let row = &self.case.issues[issue];
                    (row.id.as_str(), row.choices[choice].id.as_str())
                })
                .collect();
            names.iter().fold(String::new(), |all, (issue, choice)| all + issue + "=" + choice + ",")
        };
        debug_assert!(a.keys().all(|issue| issue.position() < self.case.issues.len()), "of this case");
        random(&[self.seed, key(format!("{}|{}", name(a), name(b)).as_bytes())])
    }
}
