//! Offers and drafts: the tree, and one of them.

use detente::Opened;
use detente::case::{Case, DraftIdx, IssueIdx, PartyIdx, Wording, expr::describe};
use detente::process::{Difference, History, Line, newest};

use super::dates::day;
use super::deals::title;
use super::evidence::named;
use super::text::{heading, item, listed, wrapped};

/// All drafts, each below the one whose place it took.
pub(crate) fn offers(opened: &Opened, case: &Case, history: &History) -> String {
    let mut page = title(opened, case);
    page.push_str(&heading("Offers and drafts on record"));
    if history.lines.is_empty() {
        page.push_str("  nothing on record\n");
        return page;
    }
    page.push_str(&wrapped(
        "Each below the one whose place it took. They bind nothing in an answer; --package ID asks about one.",
        2,
    ));
    history.lines.iter().for_each(|line| page.push_str(&branch(case, line)));
    if let Some(newest) = newest(case) {
        page.push_str(&wrapped(&format!("Newest that was not withdrawn: {}.", case.drafts[newest].id), 2));
    }
    page
}

/// How far a line of the tree is set in at most.
const DEEPEST: usize = 12;

fn branch(case: &Case, line: &Line) -> String {
    let indent = 2 + 2 * line.depth.min(DEEPEST);
    let mut page = item(&format!("{} [{}]", headline(case, line.draft), case.drafts[line.draft].id), indent);
    for difference in &line.differences {
        page.push_str(&wrapped(&differs(case, difference), indent + 4));
    }
    page
}

/// Who, to whom, when, what became of it.
fn headline(case: &Case, draft: DraftIdx) -> String {
    let row = &case.drafts[draft];
    let names = |parties: &[PartyIdx]| -> Vec<String> {
        parties.iter().map(|&party| case.parties[party].name.clone()).collect()
    };
    let by = if row.by.is_empty() { "nobody named".to_owned() } else { listed(&names(&row.by)) };
    let to = if row.to.is_empty() { String::new() } else { format!(" to {}", listed(&names(&row.to))) };
    let binding = if row.binding { ", binding if accepted" } else { "" };
    let title = row.title.as_ref().map_or_else(String::new, |title| format!("{title}: "));
    format!("{title}{by}{to}, {}, {}{binding}", day(row.date, row.precision), row.status)
}

fn differs(case: &Case, difference: &Difference) -> String {
    let side = |wording: &Option<Wording>| {
        wording.as_ref().map_or_else(|| "not spoken of".to_owned(), |wording| words(case, difference.issue, wording))
    };
    format!("{}: {} → {}", case.issues[difference.issue].title, side(&difference.earlier), side(&difference.later))
}

/// What a draft says on an issue, brackets as brackets.
fn words(case: &Case, issue: IssueIdx, wording: &Wording) -> String {
    let title = |choice| case.issues[issue].choices[choice].title.as_str();
    match wording {
        Wording::Settled(choice) => format!("“{}”", title(*choice)),
        Wording::Bracketed(choices) => {
            format!("[{}]", choices.iter().map(|&choice| title(choice)).collect::<Vec<_>>().join(" | "))
        }
        Wording::Open => "[open]".to_owned(),
    }
}

/// One draft in full.
pub(crate) fn draft(opened: &Opened, case: &Case, history: &History, draft: DraftIdx) -> String {
    let row = &case.drafts[draft];
    let mut page = title(opened, case);
    page.push_str(&heading(&format!("Draft {}", row.id)));
    page.push_str(&wrapped(&format!("{}.", headline(case, draft)), 2));
    if let Some(condition) = &row.only_if {
        page.push_str(&wrapped(&format!("Only if {}.", describe(&condition.expr, case.scope())), 2));
    }
    for (issue, issue_row) in case.issues.iter() {
        let said =
            row.wording.get(&issue).map_or_else(|| "[not spoken of]".to_owned(), |said| words(case, issue, said));
        page.push_str(&item(&format!("{}: {said}", issue_row.title), 2));
    }
    if let Some(line) = history.line(draft) {
        page.push_str(&around(case, line));
    }
    if let Some(note) = &row.note {
        page.push_str(&wrapped(note, 2));
    }
    let evidence = named(case, &opened.reading.ledger, &row.evidence, 4);
    let evidence = if evidence.is_empty() { "    no statement\n".to_owned() } else { evidence };
    page.push_str(&format!("  Rests on:\n{evidence}"));
    page
}

fn around(case: &Case, line: &Line) -> String {
    let mut page = String::new();
    if let Some(earlier) = case.drafts[line.draft].supersedes {
        page.push_str(&wrapped(&format!("Took the place of {}; other than that:", case.drafts[earlier].id), 2));
        let lines: String = line.differences.iter().map(|found| item(&differs(case, found), 4)).collect();
        page.push_str(&if lines.is_empty() { item("says the same", 4) } else { lines });
    }
    let later: Vec<String> = line.replaced_by.iter().map(|&later| case.drafts[later].id.to_string()).collect();
    if !later.is_empty() {
        page.push_str(&wrapped(&format!("Its place was taken by {}.", listed(&later)), 2));
    }
    page
}
