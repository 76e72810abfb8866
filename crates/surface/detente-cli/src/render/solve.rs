//! A numeric model's answers as a page.

use detente::engine::{Count, Frontier, Member, Stopped};
use detente::interop::NumericModel;
use detente::solve::{LeastMovement, Movement, Question, Solved};

use super::text::{count, heading, indented, item, listed, table, wrapped};

/// The answers, words first.
pub(crate) fn solve(model: &NumericModel, solved: &Solved, points: bool) -> String {
    let mut page = head(model, solved);
    page.push_str(&zone(solved));
    page.push_str(&principles(solved));
    if let Some(found) = &solved.frontier {
        page.push_str(&frontier(solved, found, points));
    }
    if solved.feasible == Some(false) {
        page.push_str(&why(solved));
    }
    page
}

/// The questions that were stopped, for stderr.
pub(crate) fn unfinished(solved: &Solved) -> String {
    let why = |stopped: &Stopped| match stopped {
        Stopped::Cancelled => "the time ended first".to_owned(),
        other => other.to_string(),
    };
    let line = |of: &detente::solve::Unfinished| {
        let what = if of.key == "zone" { "whether there is a package" } else { of.key };
        format!("not finished: {}: {}\n", what.replace('_', " "), why(&of.stopped))
    };
    let mut text: String = solved.unfinished.iter().map(line).collect();
    if solved.feasible.is_none() {
        text.push_str("  help: allow more with --time-limit SECONDS\n");
    }
    text
}

fn head(model: &NumericModel, solved: &Solved) -> String {
    let name = model.name.as_deref().unwrap_or("A model without a name");
    let number = |number: usize, one: &str| if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") };
    let principals: Vec<String> = solved.principals.iter().map(ToString::to_string).collect();
    let over = if principals.is_empty() { "none".to_owned() } else { listed(&principals) };
    let parts = [
        if model.parties == 1 { "1 party".to_owned() } else { format!("{} parties", model.parties) },
        number(model.sizes.len(), "issue"),
        number(model.forbidden.len(), "red line"),
        number(model.rules.len(), "rule"),
    ];
    format!("{name}\n{}; principals: {over}\n", parts.join(", "))
}

fn zone(solved: &Solved) -> String {
    let verdict = match solved.feasible {
        Some(true) => "Yes: there is a package that meets rules, red lines and bottom lines.",
        Some(false) => "No package meets rules, red lines and bottom lines together. Proved.",
        None => "It is not decided whether there is a package: the time ended first.",
    };
    let space = count(&solved.space);
    let number = solved.count.as_ref().filter(|_| solved.feasible != Some(false)).map_or_else(
        || format!("{space} packages in all."),
        |number| match number {
            Count::Exact(number) => format!("{} of {space} packages. Exact.", count(number)),
            Count::Bounded { least, most } => {
                format!("Between {} and {} of {space} packages. Both ends proved.", count(least), count(most))
            }
            Count::Estimated { least, most, .. } => format!(
                "{} to {} of {space} packages, estimated from a sample; 99 of 100 such intervals hold the number.",
                count(least),
                count(most)
            ),
        },
    );
    format!("{}{}{}", heading("Is there a package"), wrapped(verdict, 2), wrapped(&number, 2))
}

fn principles(solved: &Solved) -> String {
    if solved.principles.is_empty() || solved.feasible != Some(true) {
        return String::new();
    }
    let mut page = heading("Named principles, side by side; none is a recommendation");
    let mut rows = table(["principle", "units of each party", "package", ""].map(str::to_owned).to_vec());
    for (question, chosen) in &solved.principles {
        let Some(first) = chosen.as_ref().and_then(|chosen| chosen.answers.first()) else {
            rows.add_row([
                title(*question).to_owned(),
                "no principal can gain".to_owned(),
                String::new(),
                String::new(),
            ]);
            continue;
        };
        let chosen = chosen.as_ref();
        let proved = chosen.is_some_and(|chosen| chosen.proved);
        let ties = chosen.map_or(0, |chosen| chosen.answers.len());
        let mut notes = vec![if proved { "proved" } else { "highest found, not proved" }.to_owned()];
        if 1 < ties {
            notes.push(format!("one of {ties} that tie"));
        }
        let numbers = |list: &[i64]| list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let package = first.attained.witness.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        rows.add_row([title(*question).to_owned(), numbers(&first.attained.utilities), package, notes.join(", ")]);
    }
    page.push_str(&indented(&rows));
    page.push_str(&wrapped("Units of different parties have no common meaning unless the model gives them one.", 2));
    page
}

fn title(question: Question) -> &'static str {
    match question {
        Question::Nash => "largest product of gains [Nash]",
        Question::KalaiSmorodinsky => "same share of what each could hope for [Kalai–Smorodinsky]",
        Question::Egalitarian => "most for whoever gains least [egalitarian]",
        Question::Leximin => "most for whoever gains least, then for the next [leximin]",
        Question::Utilitarian => "largest total of units [utilitarian]",
        other => other.key(),
    }
}

/// The most points a page prints.
const MOST_POINTS: usize = 5_000;

fn frontier(solved: &Solved, found: &Frontier, points: bool) -> String {
    if solved.feasible != Some(true) {
        return String::new();
    }
    let mut page = heading("What nobody can better for one principal without worsening it for another");
    let size = count(found.points.len());
    let words = match (&found.epsilon, found.complete) {
        (_, true) => format!("{size} results. All of them, exact."),
        (Some(epsilon), false) => {
            let units: Vec<String> = epsilon.iter().map(ToString::to_string).collect();
            format!("{size} results that stand for all: every package is matched up to {} units.", listed(&units))
        }
        (None, false) => format!("{size} results are known; the search ended before it had all."),
    };
    page.push_str(&wrapped(&words, 2));
    if points {
        for point in found.points.iter().take(MOST_POINTS) {
            let units: Vec<String> =
                solved.principals.iter().map(|&party| point.utilities[party].to_string()).collect();
            page.push_str(&format!("    {}\n", units.join(", ")));
        }
        if MOST_POINTS < found.points.len() {
            page.push_str(&wrapped("… more in --json", 4));
        }
    }
    page
}

fn why(solved: &Solved) -> String {
    let mut page = String::new();
    if let Some(found) = &solved.conflicts {
        page.push_str(&heading("Which limits cannot hold together"));
        page.push_str(&sets(found.sets.iter(), found.complete, "without any one of its members the rest of a set can"));
    }
    if let Some(found) = &solved.relaxations {
        page.push_str(&heading("Which limits, set aside together, open the space"));
        page.push_str(&sets(found.sets.iter().map(|of| &of.drop), found.complete, "in order of size, then of name"));
    }
    if let Some(movement) = &solved.least_movement {
        page.push_str(&heading("By how much bottom lines would have to fall"));
        page.push_str(&movement.as_ref().map_or_else(|| wrapped("Not decided: the time ended first.", 2), movements));
    }
    page.push_str(&wrapped("That a limit is listed does not mean that it should move.", 2));
    page
}

fn sets<'a>(sets: impl Iterator<Item = &'a Vec<Member>>, complete: bool, note: &str) -> String {
    let status = if complete { "All of them" } else { "Those that were found; there may be others" };
    let mut page = wrapped(&format!("{status}; {note}."), 2);
    for set in sets {
        let members: Vec<String> = set.iter().map(|&member| member_words(member)).collect();
        let words = if members.is_empty() { "the rules by themselves".to_owned() } else { listed(&members) };
        page.push_str(&item(&words, 4));
    }
    page
}

fn member_words(member: Member) -> String {
    match member {
        Member::BottomLine(party) => format!("the bottom line of party {party}"),
        Member::Limit(limit) => format!("red line {limit}"),
        Member::Rule(rule) => format!("rule {rule}"),
        Member::Fixed(issue) => format!("what is fixed on issue {issue}"),
    }
}

fn movements(found: &LeastMovement) -> String {
    if found.status == Movement::CannotOpen {
        return wrapped("No package meets rules and red lines, whatever the bottom lines.", 2);
    }
    let mut page = String::new();
    for (party, alone) in found.alone.iter().enumerate() {
        let words = alone.map_or_else(
            || format!("party {party} alone: by no amount"),
            |units| format!("party {party} alone: by {units} of its units"),
        );
        page.push_str(&item(&words, 4));
    }
    let units = |amount: Option<i64>| amount.map_or_else(|| "no amount".to_owned(), |units| units.to_string());
    page.push_str(&item(&format!("together, none by more than {}", units(found.max)), 4));
    let sum = format!("together, {} in sum; a sum adds units of different parties", units(found.sum));
    page.push_str(&item(&sum, 4));
    page
}
