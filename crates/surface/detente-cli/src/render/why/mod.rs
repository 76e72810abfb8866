//! Why there is no deal, as a page: what it proves, in one neutral order, and nobody's concession recommended.

mod lines;
mod numbers;

use std::collections::BTreeMap;

use detente::base::Index;
use detente::case::{Case, RuleIdx};
use detente::deals::{Conflict, Depth, Member, Why, WhyNot, member_id};
use detente::estimate::EstimateSet;
use detente_api::LAST_LINE;

use super::question::Page;
use super::text::{heading, wrapped};
use lines::{Line, in_columns};

/// First from the stated limits alone, then under each set of estimates; `depths` are the numbers behind the answers, in the
/// same order, where they are wanted.
pub(crate) fn why(
    page: &Page<'_>,
    stated: &Why,
    estimated: &[(&EstimateSet, Why)],
    depths: Option<&[Depth]>,
) -> String {
    let mut text = page.head();
    text.push_str(&heading("1. What follows from the stated limits alone, without any number"));
    text.push_str(&View { page, set: None, why: stated, depth: depths.and_then(|all| all.first()) }.answer());
    for (rank, (set, why)) in estimated.iter().enumerate() {
        text.push_str(&page.set_head(rank, estimated.len(), set));
        let depth = depths.and_then(|all| all.get(rank + 1));
        text.push_str(&View { page, set: Some(set), why, depth }.answer());
    }
    text.push('\n');
    text.push_str(&wrapped(LAST_LINE, 2));
    text
}

/// One answer.
struct View<'a> {
    page: &'a Page<'a>,
    set: Option<&'a EstimateSet>,
    why: &'a Why,
    depth: Option<&'a Depth>,
}

impl View<'_> {
    fn case(&self) -> &Case {
        self.page.about.case
    }

    fn answer(&self) -> String {
        let mut text = self.why.package.as_ref().map_or_else(String::new, |package| self.package(package));
        text.push_str(&wrapped(&self.verdict(), 2));
        text.push_str(&self.conflicts());
        text.push_str(&self.relaxations());
        if !self.why.complete {
            text.push_str(&wrapped(
                "The search ended before it was through; there may be more than is listed here.",
                2,
            ));
        }
        text.push_str(&self.movement());
        text
    }

    /// Whether choices are held that leave others open.
    fn has_draft(&self) -> bool {
        self.why.has_draft()
    }

    fn verdict(&self) -> String {
        let such = if self.has_draft() { " with these choices" } else { "" };
        let limits = if self.set.is_some() {
            "every limit that binds and every bottom line"
        } else {
            "every stated limit that binds"
        };
        let verdict = match (self.why.is_open, &self.why.package) {
            (false, _) => format!("No deal: no package{such} meets {limits}. Proved."),
            (true, None) => {
                format!(
                    "There are packages{such} that meet {limits}: nothing stands in the way, and nothing is listed."
                )
            }
            (true, Some(_)) => format!("There are packages that meet {limits}; nothing more is listed."),
        };
        format!("{verdict}{}{}", self.ends(), self.without_draft())
    }

    /// What the ends of the bottom lines' ranges would change.
    fn ends(&self) -> String {
        let Some([low, centre, high]) = self.why.levels else { return String::new() };
        let at = |end: &str, open: bool| {
            let there = if open { "there are packages" } else { "there is no package" };
            format!(" With every bottom line at its {end} end {there}.")
        };
        match (low, centre, high) {
            (true, true, true) => " So there are with every bottom line at the high end of its range.".to_owned(),
            (false, false, false) => " Nor does any with every bottom line at the low end of its range.".to_owned(),
            (_, true, _) => at("high", high),
            (_, false, _) => at("low", low),
        }
    }

    /// Whether it is the draft that closes the space.
    fn without_draft(&self) -> String {
        let is_fixed = |member: &Member| matches!(member, Member::Fixed(_) | Member::Bracketed(_));
        if self.why.is_open || !self.has_draft() {
            return String::new();
        }
        let without = self.why.conflicts.iter().any(|conflict| !conflict.members.iter().any(is_fixed));
        match without {
            true => format!(" Without what is {} there is none either.", self.held_words()),
            false if self.why.complete => format!(" Without what is {} there are packages.", self.held_words()),
            false => String::new(),
        }
    }

    fn held_words(&self) -> &'static str {
        let about = self.page.about;
        match (about.draft.is_empty(), about.open.is_empty()) {
            (_, true) => "fixed",
            (true, false) => "in brackets",
            (false, false) => "fixed or in brackets",
        }
    }

    fn conflicts(&self) -> String {
        let title = match &self.why.conflicts[..] {
            [] => return String::new(),
            [Conflict { members, .. }] if members.len() == 1 => "By itself this leaves no package (in order of id):",
            [_] => "These cannot hold together; without any one of them the others can (in order of id):",
            _ => {
                "Each of these sets cannot hold together; without any one of its members the rest of the set can (by size, \
                 then in order of id):"
            }
        };
        let mut text = format!("\n{}", wrapped(title, 2));
        let sets: Vec<Vec<Line>> = self.why.conflicts.iter().map(|conflict| self.conflict(conflict)).collect();
        text.push_str(&in_columns(&sets));
        text
    }

    /// Members and the rules the proof uses, in order of id.
    fn conflict(&self, conflict: &Conflict) -> Vec<Line> {
        let members = conflict.members.iter().map(|&member| {
            let mark = if self.why.opens_alone(member) { "set aside: opens" } else { "" };
            (self.id(member), Line { mark, ..self.member(member) })
        });
        let rules = conflict.rules.iter().map(|&rule| (self.case().rules[rule].id.to_string(), self.rule(rule)));
        members.chain(rules).collect::<BTreeMap<_, _>>().into_values().collect()
    }

    fn relaxations(&self) -> String {
        if self.why.relaxations.is_empty() {
            return String::new();
        }
        let title =
            "Setting aside all of one of these opens the space; less of it does not (by size, then in order of id):";
        let mut text = format!("\n{}", wrapped(title, 2));
        let set = |(at, drop): (usize, &Vec<Member>)| {
            let mut lines: Vec<Line> = drop.iter().map(|&member| self.member(member)).collect();
            if let Some(last) = lines.last_mut() {
                last.notes.extend(self.numbers(at));
            }
            lines
        };
        text.push_str(&in_columns(&self.why.relaxations.iter().enumerate().map(set).collect::<Vec<_>>()));
        text
    }

    fn package(&self, package: &WhyNot) -> String {
        let mut lines: BTreeMap<String, Line> = BTreeMap::new();
        lines.extend(package.members.iter().map(|&member| (self.id(member), self.member(member))));
        let rule = |rule: &RuleIdx| (self.case().rules[*rule].id.to_string(), self.rule(*rule));
        lines.extend(package.rules.iter().map(rule));
        if lines.is_empty() {
            return format!(
                "{}{}\n",
                wrapped("This package meets everything that binds.", 2),
                self.beside_the_most(package)
            );
        }
        let title = "This package is outside. It does not meet (in order of id):";
        let lines: Vec<Line> = lines.into_values().collect();
        format!("{}{}{}\n", wrapped(title, 2), in_columns(&[lines]), self.beside_the_most(package))
    }

    fn id(&self, member: Member) -> String {
        member_id(self.case(), self.set, member)
    }

    fn name(&self, position: usize) -> String {
        self.case().parties[detente::case::PartyIdx::new(position)].name.clone()
    }
}
