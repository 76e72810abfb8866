//! Answers, and what they are about, in words: titles and names, never ids; points whole.

use std::collections::BTreeSet;

use detente_base::Index;
use detente_case::expr::describe;
use detente_case::{ChoiceIdx, IssueIdx, PartyIdx};
use detente_deals::{LimitRef, Member};

use super::results::{Amount, Package, Points, Says};
use crate::sheet::about::About;
use crate::words::{count, listed};

/// Where nothing is to be listed.
pub(super) const NONE: &str = "none";

impl About<'_> {
    /// An answer in words.
    pub(super) fn answer(&self, says: &Says) -> String {
        match says {
            Says::Words(words) => words.clone(),
            Says::Some(true) => "there are some".to_owned(),
            Says::Some(false) => NONE.to_owned(),
            Says::Number(amount) => self::amount(amount),
            Says::Draws(numbers) => joined(numbers.iter().map(count), ", "),
            Says::Missed(numbers) => joined(numbers.iter().map(|missed| missed.map_or(NONE.to_owned(), tenths)), ", "),
            Says::Points(points) => joined(points.iter().map(|points| points.whole.to_string()), " to "),
            Says::Parties(parties) => self.parties(parties),
            Says::Ids(ids) => joined(ids.iter().cloned(), ", "),
            Says::Package(package) => self.package(package, None),
            Says::Packages(packages) => {
                let each = packages.iter().map(|package| self.package(package, None));
                joined(each, "\n")
            }
            Says::Excludes { binds, packages, choices, .. } => self.excluded(*binds, packages.as_ref(), choices),
            Says::Sets(sets) => joined(sets.iter().map(|set| self.members(set)), "\n"),
        }
    }

    /// The same to the last digit, for what differs.
    pub(super) fn exact_answer(&self, says: &Says) -> String {
        let exact = |points: &Points| {
            let (sign, size) = (if points.thousandths < 0 { "−" } else { "" }, points.thousandths.unsigned_abs());
            format!("{sign}{}.{:03} ({} units)", size / 1000, size % 1000, points.units)
        };
        match says {
            Says::Points(points) => joined(points.iter().map(exact), " to "),
            Says::Excludes { owner, .. } => format!("of {}; {}", self.name(*owner), self.answer(says)),
            other => self.answer(other),
        }
    }

    pub(super) fn parties(&self, parties: &BTreeSet<PartyIdx>) -> String {
        if parties.is_empty() { NONE.to_owned() } else { listed(&self.names(parties.iter().copied())) }
    }

    /// A package issue by issue; held against another, only where it says something else.
    pub(super) fn package(&self, package: &Package, beside: Option<&Package>) -> String {
        let of = |package: &Package, issue: IssueIdx| package.get(issue.position()).copied();
        let differs = |issue: &IssueIdx| beside.is_none_or(|other| of(other, *issue) != of(package, *issue));
        let row = |issue: IssueIdx| {
            let row = &self.case.issues[issue];
            let says = of(package, issue).map_or_else(String::new, |choice| row.choices[choice].title.clone());
            (issue, vec![row.title.clone(), says])
        };
        let rows = self.alike(self.case.issues.indices().filter(differs).map(row));
        let parts = rows.into_iter().map(|row| row.join(": "));
        joined(parts, "; ")
    }

    fn excluded(&self, binds: bool, packages: Option<&Amount>, choices: &BTreeSet<(IssueIdx, ChoiceIdx)>) -> String {
        let binds = if binds { "binds" } else { "is reported and does not bind" };
        let of = |&(issue, choice): &(IssueIdx, ChoiceIdx)| {
            let row = &self.case.issues[issue];
            format!("{}: “{}”", row.title, row.choices[choice].title)
        };
        let every = (!choices.is_empty()).then(|| format!("every one with {}", joined(choices.iter().map(of), "; ")));
        match (packages, every) {
            (Some(packages), Some(every)) => {
                format!("{binds}; excludes {} packages, among them {every}", amount(packages))
            }
            (Some(packages), None) => format!("{binds}; excludes {} packages, combinations only", amount(packages)),
            (None, Some(every)) => format!("{binds}; excludes {every}"),
            (None, None) => format!("{binds}; excludes combinations only"),
        }
    }

    fn members(&self, members: &BTreeSet<Member>) -> String {
        let mut each: Vec<String> = members.iter().map(|&member| self.member(member)).collect();
        each.sort();
        each.join(" + ")
    }

    fn member(&self, member: Member) -> String {
        match member {
            Member::Limit(limit) => self.limit(limit),
            Member::BottomLine(party) => format!("{}: its bottom line", self.name(party)),
            Member::Fixed(issue) => format!("what was fixed of {}", self.case.issues[issue].title),
            Member::Bracketed(issue) => format!("what is in brackets of {}", self.case.issues[issue].title),
        }
    }

    /// Whose limit, and what it excludes.
    pub(super) fn limit(&self, limit: LimitRef) -> String {
        let (case, scope) = (self.case, self.case.scope());
        match limit {
            LimitRef::RedLine(idx) => {
                let line = &case.red_lines[idx];
                format!("{}: never {}", self.name(line.party), describe(&line.never.expr, scope))
            }
            LimitRef::Offer(idx) => {
                let offer = &case.offers[idx];
                let [offered, only_if] = [&offer.offer, &offer.only_if].map(|part| describe(&part.expr, scope));
                format!("{}: {offered} only if {only_if}", self.name(offer.party))
            }
            LimitRef::Estimated(party, rank) => {
                let line = self.set().and_then(|set| set.party(party)).and_then(|of| of.red_lines.get(rank));
                let never = line.map_or_else(String::new, |line| describe(&line.never.expr, scope));
                format!("{}: never {never} (estimated)", self.name(party))
            }
        }
    }
}

/// A number of packages, and how well it is known.
pub(super) fn amount(amount: &Amount) -> String {
    let of = |digits: &String| count(digits);
    match amount {
        Amount::Exact(number) => of(number),
        Amount::Between(least, most) => format!("{} to {}", of(least), of(most)),
        Amount::Sampled(least, most) => format!("{} to {}, sampled", of(least), of(most)),
    }
}

/// Thousandths of a point in tenths.
fn tenths(thousandths: u64) -> String {
    let tenths = (thousandths + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

pub(super) fn joined(items: impl Iterator<Item = String>, with: &str) -> String {
    let items: Vec<String> = items.collect();
    if items.is_empty() { NONE.to_owned() } else { items.join(with) }
}
