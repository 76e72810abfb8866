//! Why there is no deal: each minimal set as sentences, and what opens when one is set aside; no counts, nobody's concession.

use std::collections::BTreeMap;

use detente_case::expr::describe;
use detente_case::{ChoiceIdx, Id, IssueIdx};
use detente_deals::{Conflict, LimitRef, Member, Why, member_id};
use detente_estimate::EstimateSet;

use super::about::{About, Audience};
use super::document::{Block, NOTHING, Sheet};

/// What every list of limits ends with.
pub const LAST_LINE: &str = "That a limit is listed does not mean that it should move.";

/// The sheet: what the stated limits say, then on a sheet for the team what its estimates add, `estimated`. `fixed` are the choices
/// that were held.
pub fn why(about: &About<'_>, fixed: &BTreeMap<IssueIdx, ChoiceIdx>, stated: &Why, estimated: Option<&Why>) -> Sheet {
    let mut blocks = vec![Block::heading("From the stated limits alone")];
    blocks.extend(View { about, set: None, fixed, why: stated }.blocks());
    if let Audience::Team(_) = &about.audience {
        blocks.push(Block::heading("With estimates (for the team only)"));
        match (about.set(), estimated) {
            (Some(set), Some(why)) => blocks.extend(View { about, set: Some(set), fixed, why }.blocks()),
            _ => blocks.push(Block::Paragraph("No set of estimates was named for this sheet.".to_owned())),
        }
    }
    blocks.push(Block::Paragraph(LAST_LINE.to_owned()));
    about.sheet("Why there is no deal, or that there is one", blocks)
}

/// One answer.
struct View<'a> {
    about: &'a About<'a>,
    set: Option<&'a EstimateSet>,
    fixed: &'a BTreeMap<IssueIdx, ChoiceIdx>,
    why: &'a Why,
}

impl View<'_> {
    fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Paragraph(self.verdict())];
        if let Some(package) = &self.why.package {
            let mut lines: BTreeMap<String, String> = BTreeMap::new();
            lines.extend(package.members.iter().map(|&member| (self.id(member), self.member(member))));
            lines.extend(
                package.rules.iter().map(|&rule| (self.about.case.rules[rule].id.to_string(), self.rule(rule))),
            );
            let words = if lines.is_empty() {
                "The package that was named meets everything that binds."
            } else {
                "The package that was named is outside. It does not meet, in order of id:"
            };
            blocks.push(Block::Paragraph(words.to_owned()));
            if !lines.is_empty() {
                blocks.push(Block::List(lines.into_values().collect()));
            }
        }
        if !self.why.conflicts.is_empty() {
            blocks.push(Block::Paragraph(
                "What cannot hold together. Without any one of its members the rest of a set can; sets by size, then in order of id."
                    .to_owned(),
            ));
            let rows = self.why.conflicts.iter().map(|conflict| vec![self.conflict(conflict)]).collect();
            blocks.push(Block::table(&["Set"], rows));
        }
        if !self.why.relaxations.is_empty() {
            blocks.push(Block::Paragraph(
                "What opens the space. Setting aside all of one row opens it; less of it does not; in the same order."
                    .to_owned(),
            ));
            let rows = self
                .why
                .relaxations
                .iter()
                .map(|drop| vec![drop.iter().map(|&member| self.member(member)).collect::<Vec<_>>().join("\n")]);
            blocks.push(Block::table(&["Set aside together"], rows.collect()));
        }
        if !self.why.complete {
            blocks.push(Block::Note(
                "The search ended before it was through; there may be more than is listed here.".to_owned(),
            ));
        }
        blocks
    }

    fn verdict(&self) -> String {
        let held = self.why.has_draft();
        let such = if held { " with the choices that were named" } else { "" };
        let limits = match self.set {
            None => "every stated limit that binds",
            Some(_) => "every limit that binds and every bottom line at its centre",
        };
        if self.why.is_open {
            format!("There are packages{such} that meet {limits}. Proved. Nothing is listed.")
        } else {
            format!("No deal: no package{such} meets {limits}. Proved.")
        }
    }

    /// Members and the rules the proof uses, in order of id, a line each.
    fn conflict(&self, conflict: &Conflict) -> String {
        let members = conflict.members.iter().map(|&member| (self.id(member), self.member(member)));
        let rules = conflict.rules.iter().map(|&rule| (self.about.case.rules[rule].id.to_string(), self.rule(rule)));
        let lines: BTreeMap<String, String> = members.chain(rules).collect();
        lines.into_values().collect::<Vec<_>>().join("\n")
    }

    fn id(&self, member: Member) -> String {
        member_id(self.about.case, self.set, member)
    }

    fn rule(&self, rule: detente_case::RuleIdx) -> String {
        let rule = &self.about.case.rules[rule];
        format!("Rule, nobody's: {} [{}].", rule.words, rule.id)
    }

    fn member(&self, member: Member) -> String {
        match member {
            Member::Limit(limit) => limit_sentence(self.about, self.set, limit),
            Member::BottomLine(party) => {
                let by = self.set.map_or_else(String::new, |set| format!(" by {}", set.author));
                format!("{}: its bottom line, estimated{by}.", self.about.name(party))
            }
            // What is in brackets is asked on the page and on the command line; a sheet has what is settled.
            Member::Bracketed(issue) => {
                let row = &self.about.case.issues[issue];
                let among =
                    self.why.bracketed(issue).into_iter().map(|choice| format!("“{}”", row.choices[choice].title));
                format!("In brackets for this sheet: {}: [{}].", row.title, among.collect::<Vec<_>>().join(" | "))
            }
            Member::Fixed(issue) => {
                let row = &self.about.case.issues[issue];
                let chosen = self.fixed.get(&issue).map_or("", |&choice| row.choices[choice].title.as_str());
                format!("As it was named for this sheet: {}: “{chosen}”.", row.title)
            }
        }
    }
}

/// A limit as a sentence: whose, what, how firm, on which source.
pub(super) fn limit_sentence(about: &About<'_>, set: Option<&EstimateSet>, limit: LimitRef) -> String {
    let case = about.case;
    match limit {
        LimitRef::RedLine(idx) => {
            let line = &case.red_lines[idx];
            let by = line.firmness_by.map_or_else(String::new, |judge| format!(", judged by {judge}"));
            format!(
                "{}: never {}. {}{by}; source: {}.",
                about.name(line.party),
                describe(&line.never.expr, case.scope()),
                super::document::capitalised(&line.firmness.to_string()),
                source(&line.evidence)
            )
        }
        LimitRef::Offer(idx) => {
            let offer = &case.offers[idx];
            format!(
                "{}: {} only if {}. Conditional offer, {}; source: {}.",
                about.name(offer.party),
                describe(&offer.offer.expr, case.scope()),
                describe(&offer.only_if.expr, case.scope()),
                offer.status,
                source(&offer.evidence)
            )
        }
        LimitRef::Estimated(party, rank) => {
            let line = set.and_then(|set| set.party(party)).and_then(|of| of.red_lines.get(rank));
            let never = line.map_or_else(String::new, |line| describe(&line.never.expr, case.scope()));
            let firmness = line.map_or_else(String::new, |line| format!(", {}", line.firmness));
            format!("{}: never {never}. Estimated{firmness}.", about.name(party))
        }
    }
}

pub(super) fn source(evidence: &[Id]) -> String {
    let ids: Vec<&str> = evidence.iter().map(Id::as_str).collect();
    if ids.is_empty() { NOTHING.to_owned() } else { ids.join(", ") }
}
