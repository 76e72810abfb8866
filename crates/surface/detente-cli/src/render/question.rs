//! What the pages of the smaller questions have in common.

use detente::base::Index;
use detente::case::{Case, PartyIdx};
use detente::casefile::estimates_hash;
use detente::deals::{Choices, LimitRef, Lowered, Principle, limit_id, standing};
use detente::estimate::EstimateSet;
use detente_api::About;

use super::deals::title;
use super::text::{heading, listed, points, wrapped};
use super::words::{choice_words, consent, open_words};

/// What a page says before its answer: which case, whose consent, which limits bind.
pub(crate) struct Page<'a> {
    pub(crate) about: About<'a>,
    /// The stated limits, and whether each binds in this run.
    pub(crate) limits: Vec<(LimitRef, bool)>,
}

impl Page<'_> {
    pub(super) fn case(&self) -> &Case {
        self.about.case
    }

    pub(super) fn name(&self, party: PartyIdx) -> String {
        self.case().parties[party].name.clone()
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.case().parties.rows().map(|party| party.name.clone()).collect()
    }

    pub(super) fn head(&self) -> String {
        let case = self.case();
        let mut page = title(self.about.opened, case);
        page.push('\n');
        let asked = |party: &detente::case::Party| format!("{}: {}", party.name, consent(case, &party.consent));
        let consents: Vec<String> = case.parties.rows().map(asked).collect();
        page.push_str(&wrapped(&format!("Whose consent is needed — {}.", consents.join("; ")), 2));
        for (binds, words) in [(true, "Limits that bind in this run"), (false, "Reported only")] {
            let of_kind = self.limits.iter().filter(|(_, in_force)| *in_force == binds);
            let ids: Vec<String> = of_kind.map(|(limit, _)| limit_id(case, None, *limit)).collect();
            if !ids.is_empty() {
                page.push_str(&wrapped(&format!("{words}: {}.", listed(&ids)), 2));
            }
        }
        if !self.about.draft.is_empty() {
            let fixed = self.about.draft.iter().map(|(&issue, &choice)| choice_words(case, issue, choice));
            page.push_str(&wrapped(&format!("Fixed for this run: {}.", fixed.collect::<Vec<_>>().join("; ")), 2));
        }
        if let Some(words) = open_words(case, self.about.open) {
            page.push_str(&wrapped(&words, 2));
        }
        page
    }

    /// As [`Page::set_head`], where numbers are drawn from the whole of each range.
    pub(super) fn drawn_head(&self, rank: usize, of: usize, set: &EstimateSet) -> String {
        self.set_head_with(rank, of, set, "Drawn from its ranges")
    }

    /// As [`Page::set_head`], where months are looked at, both at the centres and over draws.
    pub(super) fn waited_head(&self, rank: usize, of: usize, set: &EstimateSet) -> String {
        self.set_head_with(rank, of, set, "At the centres of its ranges, and drawn from them")
    }

    /// The heading of a second answer, and whose assumptions it rests on.
    pub(super) fn set_head(&self, rank: usize, of: usize, set: &EstimateSet) -> String {
        self.set_head_with(rank, of, set, "At the centres of its ranges")
    }

    fn set_head_with(&self, rank: usize, of: usize, set: &EstimateSet, numbers: &str) -> String {
        let number = if 1 < of { format!("2.{}", rank + 1) } else { "2.".to_owned() };
        let hash = estimates_hash(&self.about.opened.folder, set.id.as_str()).to_string();
        let assumed = format!("Assumed by: {}. Set {}. {numbers}.", set.author, &hash[..12]);
        format!("{}{}", heading(&format!("{number} What the estimates “{}” add", set.id)), wrapped(&assumed, 2))
    }

    /// Said where points of several parties stand beside each other.
    pub(super) fn no_common_meaning(set: &EstimateSet) -> String {
        if set.comparable {
            return String::new();
        }
        wrapped("Points belong to one party each; between parties they have no common meaning.", 2)
    }
}

/// Said where principles that compare parties are shown over a set that gives such comparisons no meaning.
pub(super) fn compares(set: &EstimateSet, shown: impl Iterator<Item = Principle>) -> String {
    let names: Vec<String> =
        shown.filter(|principle| principle.compares_parties()).map(|principle| principle.name().to_owned()).collect();
    match (set.comparable, names.len()) {
        (true, _) | (_, 0) => String::new(),
        (false, number) => {
            let verb = if number == 1 { "compares" } else { "compare" };
            let words = "points across parties, which this file says has no meaning";
            wrapped(&format!("{}: {verb} {words}.", listed(&names)), 2)
        }
    }
}

/// What a package is worth to a party, and its standing against its bottom line.
pub(super) fn worth(lowered: &Lowered, party: PartyIdx, units: i64, choices: &Choices) -> String {
    let words = format!("worth {}", points(lowered.whole_points(party, units)));
    if !lowered.model.parties[party.position()].is_asked_in(&lowered.package(choices)) {
        return format!("{words}; consent not needed");
    }
    format!("{words}: {}", standing(units, lowered.bottom_line(party)).in_words())
}

/// Whole points with their sign; "0" where nothing changes, "less than 1" where a change rounds away.
pub(super) fn change(lowered: &Lowered, party: PartyIdx, units: i64) -> String {
    match lowered.whole_points(party, units) {
        0 if units == 0 => "0".to_owned(),
        0 => "less than 1".to_owned(),
        more if 0 < more => format!("+{more}"),
        less => points(less),
    }
}
