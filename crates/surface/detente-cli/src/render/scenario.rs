//! Scenarios as a table, or as CSV.

use detente_api::{OneScenario, ScenarioStats};

use super::text::{count, heading, indented, table, wrapped};

/// All scenarios: a table and what was assumed, or a line of CSV for each.
pub(crate) fn scenario_stats(document: &ScenarioStats, csv: bool) -> String {
    if csv { lines(document) } else { page(document) }
}

/// One of several things, indented.
pub(crate) fn listed_item(text: &str) -> String {
    super::text::item(text, 2)
}

fn page(document: &ScenarioStats) -> String {
    let columns =
        ["scenario", "outcomes", "issues", "parties", "in zone", "frontier", "opposition", "Nash", "Kalai–Smorodinsky"];
    let mut rows = table(columns.map(str::to_owned).to_vec());
    for one in &document.scenarios {
        let solution = |found: &Option<detente_api::ScenarioSolution>| {
            found.as_ref().map_or_else(|| "–".to_owned(), |found| utilities(&found.utilities, found.ties))
        };
        let zone = one.zone_outcomes.map_or_else(|| "not counted".to_owned(), count);
        let more = if one.frontier.complete { "" } else { " (a cover)" };
        rows.add_row(vec![
            one.path.clone(),
            count(outcomes(one)),
            one.issues.len().to_string(),
            one.parties.len().to_string(),
            zone,
            format!("{}{more}", count(one.frontier.size)),
            one.opposition.map_or_else(|| "–".to_owned(), |opposition| format!("{opposition:.3}")),
            solution(&one.nash),
            solution(&one.kalai_smorodinsky),
        ]);
    }
    let mut page = heading(if document.scenarios.len() == 1 { "One scenario" } else { "Scenarios" });
    page.push_str(&indented(&rows));
    page.push_str(&wrapped("Named principles stand side by side; none is a recommendation. The others, every point of the frontier and the outcomes are in --json.", 2));
    if let [only] = document.scenarios.as_slice() {
        page.push_str(&principles(only));
    }
    let mut assumptions: Vec<&str> =
        document.scenarios.iter().flat_map(|one| &one.assumptions).map(String::as_str).collect();
    assumptions.sort_unstable();
    assumptions.dedup();
    page.push_str(&heading("Assumed beyond what the files say"));
    for assumption in assumptions.iter().take(SHOWN) {
        page.push_str(&super::text::item(assumption, 2));
    }
    if SHOWN < assumptions.len() {
        page.push_str(&wrapped(&format!("… and {} more, in --json", assumptions.len() - SHOWN), 2));
    }
    page
}

/// Assumptions a page lists.
const SHOWN: usize = 12;

/// Numbers a cell lists.
const LISTED: usize = 4;

fn utilities(utilities: &[f64], ties: usize) -> String {
    let shown: Vec<String> = utilities.iter().take(LISTED).map(|utility| format!("{utility:.3}")).collect();
    let more = if LISTED < utilities.len() { ", …" } else { "" };
    let ties = if 1 < ties { format!(" ({ties} tie)") } else { String::new() };
    format!("{}{more}{ties}", shown.join(", "))
}

fn principles(one: &OneScenario) -> String {
    let named = [
        ("largest product of gains [Nash]", &one.nash),
        ("same share of what each could hope for [Kalai–Smorodinsky]", &one.kalai_smorodinsky),
        ("… with shares over all outcomes", &one.other_definitions.kalai_smorodinsky_all_outcomes),
        ("… where shares differ least [as NegMAS has it]", &one.other_definitions.kalai_smorodinsky_least_spread),
        ("most for whoever gains least [egalitarian]", &one.egalitarian),
        ("most for whoever gains least, then for the next [leximin]", &one.leximin),
        ("largest total [utilitarian]", &one.utilitarian),
    ];
    let mut rows = table(["principle", "utilities", "outcome"].map(str::to_owned).to_vec());
    for (name, found) in named {
        let cells = found.as_ref().map_or_else(
            || ("–".to_owned(), String::new()),
            |found| (utilities(&found.utilities, found.ties), found.outcome.in_words()),
        );
        rows.add_row(vec![name.to_owned(), cells.0, cells.1]);
    }
    indented(&rows)
}

fn outcomes(one: &OneScenario) -> String {
    one.outcomes.as_str().map_or_else(|| one.outcomes.to_string(), str::to_owned)
}

fn lines(document: &ScenarioStats) -> String {
    let mut out =
        "path,outcomes,issues,parties,zone_outcomes,frontier_size,frontier_complete,opposition,rational_fraction,nash,\
                   kalai_smorodinsky,egalitarian,leximin,utilitarian\n"
            .to_owned();
    for one in &document.scenarios {
        let number = |number: Option<f64>| number.map_or_else(String::new, |number| number.to_string());
        let principles = [&one.nash, &one.kalai_smorodinsky, &one.egalitarian, &one.leximin, &one.utilitarian];
        let joined = principles.map(|found| {
            let utilities = found.iter().flat_map(|found| &found.utilities).map(f64::to_string);
            utilities.collect::<Vec<_>>().join(" ")
        });
        let fields = [
            quoted(&one.path),
            outcomes(one),
            one.issues.len().to_string(),
            one.parties.len().to_string(),
            one.zone_outcomes.map_or_else(String::new, |zone| zone.to_string()),
            one.frontier.size.to_string(),
            one.frontier.complete.to_string(),
            number(one.opposition),
            number(one.rational_fraction),
            joined.join(","),
        ];
        out.push_str(&format!("{}\n", fields.join(",")));
    }
    out
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
