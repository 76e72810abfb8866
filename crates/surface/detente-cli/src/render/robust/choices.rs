//! What becomes of every choice.

use detente::case::{ChoiceIdx, IssueIdx};
use detente::robustness::{OfChoice, Share, Study};

use super::super::question::Page;
use super::super::text::{indented, item, table, wrapped};
use super::super::words::{choice_words, runs_words};
use super::shares::{percent, with_interval};

/// Choices that are told about in words: ruled out, or in every package, in at least half of the draws.
pub(super) fn core(page: &Page<'_>, study: &Study) -> String {
    let of_all = |share: Share| study.open.draws <= share.hits.saturating_mul(2) && 0 < share.hits;
    let mut lines = Vec::new();
    for (issue, row) in study.choices.iter() {
        for (chosen, of) in alike(issue, row.iter(), page).into_iter().filter(|(_, of)| of_all(of.without)) {
            let title = &page.case().issues[issue].title;
            let words = format!("{title}: {}", runs_words(page.case(), issue, &chosen));
            lines.push((of.without, format!("{words} — ruled out by every package")));
        }
        for (choice, of) in row.iter().filter(|(_, of)| of_all(of.always)) {
            let words = choice_words(page.case(), issue, choice);
            lines.push((of.always, format!("{words} — in every package")));
        }
    }
    if lines.is_empty() {
        let words = "No choice is ruled out, and none is in every package, in as many as half of the draws.";
        return format!("\n{}", wrapped(words, 2));
    }
    lines.sort_by_key(|(share, _)| std::cmp::Reverse(share.hits));
    let mut text = format!("\n{}", wrapped("What holds of every package there is, in at least half of the draws:", 2));
    for (share, words) in lines {
        text.push_str(&item(&format!("{words}: in {} of draws", with_interval(share)), 4));
    }
    text
}

/// Per choice the three outcomes; choices that draws do not tell apart in one row.
pub(super) fn all(page: &Page<'_>, study: &Study) -> String {
    if study.open.hits == 0 {
        return String::new();
    }
    let case = page.case();
    let mut rows = table(
        ["issue", "choice", "some package has it", "every package rules it out", "no package at all"]
            .map(str::to_owned)
            .to_vec(),
    );
    let none = Share { hits: study.open.draws - study.open.hits, draws: study.open.draws };
    for (issue, row) in study.choices.iter() {
        let mut title = case.issues[issue].title.clone();
        for (chosen, of) in alike(issue, row.iter(), page) {
            let cells = [percent(of.with), percent(of.without), percent(none)];
            let names = runs_words(case, issue, &chosen);
            rows.add_row([std::mem::take(&mut title), names].into_iter().chain(cells));
        }
    }
    let caption = "What becomes of every choice, in shares of all draws:";
    format!("\n{}{}", wrapped(caption, 2), indented(&rows))
}

/// Choices with the same whole percentages: of amounts those in a row, of others each for itself.
fn alike<'s>(
    issue: IssueIdx,
    row: impl Iterator<Item = (ChoiceIdx, &'s OfChoice)>,
    page: &Page<'_>,
) -> Vec<(Vec<ChoiceIdx>, &'s OfChoice)> {
    let mut groups: Vec<(Vec<ChoiceIdx>, &OfChoice)> = Vec::new();
    let is_range = page.case().issues[issue].is_range();
    for (choice, of) in row {
        match groups.last_mut() {
            Some((chosen, before)) if is_range && same(before, of) => chosen.push(choice),
            _ => groups.push((vec![choice], of)),
        }
    }
    groups
}

fn same(a: &OfChoice, b: &OfChoice) -> bool {
    percent(a.with) == percent(b.with) && percent(a.without) == percent(b.without)
}
