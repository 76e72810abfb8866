//! The first answer: what follows from the stated limits alone.

use detente::case::{Case, ChoiceIdx, IssueIdx};
use detente::deals::{Choices, Objection, StatedAnswer, objections};
use detente_api::Asked;

use super::examples::shown_examples;
use super::lens::read_back;
use super::text::{count, heading, indented, item, number, packages, table, wrapped};
use super::words::{choices_words, conflicts, limit_words};

pub(super) fn answer(asked: &Asked<'_>, details: bool) -> String {
    let (case, answer) = (asked.case, asked.stated);
    let mut page = heading("1. What follows from the stated limits alone, without any number");
    page.push_str(&wrapped(&verdict(answer), 2));
    page.push_str(&limits(case, answer));
    if let Some(found) = &answer.conflicts {
        page.push('\n');
        page.push_str(&conflicts(case, None, found));
    }
    page.push_str(&gone(case, answer));
    page.push_str(&examples(case, answer));
    if details {
        page.push_str(&per_choice(case, answer));
    }
    page
}

fn verdict(answer: &StatedAnswer) -> String {
    let within = format!("of {} within the rules ({} in all)", number(&answer.within_rules), count(&answer.space));
    let is_exact = [&answer.within_rules, &answer.zone.packages].iter().all(|number| number.exact().is_some());
    let status = if is_exact { "Exact, proved by full search." } else { "That there is one is proved." };
    if answer.zone.feasible {
        let zone = packages(&answer.zone.packages);
        return format!("Yes: {zone} {within} meet every stated limit that binds. {status}");
    }
    let status = if is_exact { status } else { "Proved." };
    format!("No package meets all stated limits that bind: 0 {within}. {status}")
}

fn limits(case: &Case, answer: &StatedAnswer) -> String {
    if answer.excluded.is_empty() {
        return wrapped("No party has stated a limit on record.", 2);
    }
    let mut rows =
        table(["whose", "stated limit", "firmness", "in this run", "by itself excludes"].map(str::to_owned).to_vec());
    for excluded in &answer.excluded {
        let (who, what, firmness) = limit_words(case, None, excluded.limit);
        let binds = if excluded.in_force { "binds" } else { "reported only" };
        let whole = choices_words(case, &excluded.choices);
        let some = if whole.is_empty() { "some combinations only".to_owned() } else { whole.join("; ") };
        rows.add_row([who, what, firmness, binds.to_owned(), some]);
    }
    format!("\n{}", indented(&rows))
}

/// Choices left out by all limits together.
fn gone(case: &Case, answer: &StatedAnswer) -> String {
    if !answer.zone.feasible {
        return String::new();
    }
    let mut gone = Vec::new();
    let mut open = Vec::new();
    for (issue, left) in answer.remaining.iter() {
        for (choice, left) in left.iter() {
            match left.possible {
                Some(true) => {}
                Some(false) => gone.push((issue, choice)),
                None => open.push((issue, choice)),
            }
        }
    }
    let mut page = String::new();
    let mut list = |title: &str, choices: &[(IssueIdx, ChoiceIdx)]| {
        let lines = choices_words(case, choices);
        if !lines.is_empty() {
            page.push_str(&wrapped(title, 2));
            lines.iter().for_each(|line| page.push_str(&item(line, 4)));
        }
    };
    list("Choices that are in no package, given rules and all limits that bind:", &gone);
    list("Choices of which it was not decided whether a package has them:", &open);
    if page.is_empty() { wrapped("Every choice is still in some package.", 2) } else { page }
}

fn examples(case: &Case, answer: &StatedAnswer) -> String {
    let title = "Examples, chosen to be different from each other, not because they are better:";
    shown_examples(&answer.examples, title, || packages_and_objections(case, answer))
}

fn packages_and_objections(case: &Case, answer: &StatedAnswer) -> String {
    let packages: Vec<&Choices> = answer.examples.packages.iter().map(|example| &example.choices).collect();
    let mut page = side_by_side(case, &letters(packages.len()), &packages);
    for (letter, package) in letters(packages.len()).iter().zip(&packages) {
        let lines: Vec<Objection> = objections(&answer.lowered, &answer.in_force, package);
        for objection in lines.iter().filter(|objection| !objection.binds) {
            let (who, what, firmness) = limit_words(case, None, objection.limit);
            page.push_str(&wrapped(
                &format!("{letter}: {who} would object: {what} ({firmness}; does not bind here)"),
                4,
            ));
        }
    }
    page
}

/// "A", "B", …
pub(super) fn letters(number: usize) -> Vec<String> {
    ('A'..='Z').take(number).map(|letter| letter.to_string()).collect()
}

/// Packages as columns; issues on which they all agree come last, in one column.
pub(super) fn side_by_side(case: &Case, headers: &[String], packages: &[&Choices]) -> String {
    let title = |issue: IssueIdx, package: &Choices| case.issues[issue].choices[package[issue]].title.clone();
    let agrees =
        |issue: &IssueIdx| 1 < packages.len() && packages.iter().all(|package| package[*issue] == packages[0][*issue]);
    let (same, different): (Vec<IssueIdx>, Vec<IssueIdx>) = case.issues.indices().partition(agrees);
    let mut rows = table(["issue".to_owned()].into_iter().chain(headers.iter().cloned()).collect());
    for &issue in &different {
        let cells = packages.iter().map(|package| title(issue, package));
        rows.add_row([case.issues[issue].title.clone()].into_iter().chain(cells));
    }
    let mut page = if different.is_empty() { String::new() } else { indented(&rows) };
    if let (Some(first), false) = (packages.first(), same.is_empty()) {
        page.push_str(&wrapped("The same in all of them:", 4));
        for &issue in &same {
            page.push_str(&item(&format!("{}: “{}”", case.issues[issue].title, title(issue, first)), 4));
        }
    }
    page.push_str(&read_back(case, headers, packages));
    page
}

fn per_choice(case: &Case, answer: &StatedAnswer) -> String {
    let mut rows = table(["issue", "choice", "packages with it"].map(str::to_owned).to_vec());
    for (issue, left) in answer.remaining.iter() {
        let row = &case.issues[issue];
        for (choice, left) in left.iter() {
            rows.add_row([row.title.clone(), row.choices[choice].title.clone(), number(&left.packages)]);
        }
    }
    let caption = wrapped("Number of combinations in this model, not a likelihood:", 2);
    format!("\n{caption}{}", indented(&rows))
}
