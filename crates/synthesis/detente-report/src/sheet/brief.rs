//! What one party is handed: the case as the room knows it, and what is estimated of that party alone.

use detente_case::expr::describe;
use detente_case::{Consent, IssueIdx, PartyIdx};
use detente_estimate::{Estimate, Order, PartyEstimates, Range, StatusWorth, Values};
use detente_evidence::Record;
use detente_process::StepStanding;

use super::about::About;
use super::common_ground::common_ground;
use super::document::{Block, Sheet, cell};
use super::gives::reason;
use super::process::process;
use super::red_lines::red_lines;
use super::words::{by_id, listed};

/// What one party's own people think of it, and nothing that anybody thinks of another.
#[derive(Clone, Copy, Debug)]
pub enum Own<'a> {
    /// Its estimates.
    Given {
        /// What the set is called.
        set: &'a str,
        /// Who assumes.
        author: &'a str,
        /// The party's own part of it.
        of: &'a PartyEstimates,
    },
    /// No set was named.
    NoSet,
    /// The set says nothing about the party.
    Silent,
    /// The sheet is for the room.
    ForRoom,
}

/// The sheet for one party. `about` is for the room, so that nothing estimated stands anywhere but in `own`'s section.
pub fn brief(
    about: &About<'_>,
    party: Option<PartyIdx>,
    own: Own<'_>,
    record: &Record,
    steps: &[StepStanding],
) -> Sheet {
    let title = party.map_or_else(|| "Brief".to_owned(), |party| format!("Brief for {}", about.name(party)));
    let mut blocks = vec![Block::heading("What is negotiated"), issues(about), Block::heading("Who takes part")];
    blocks.push(parties(about, party));
    for sheet in [red_lines(about, record), common_ground(about, record), process(about, steps)] {
        blocks.extend(sheet.blocks);
    }
    let name = party.map_or_else(|| "one party".to_owned(), |party| about.name(party));
    blocks.push(Block::heading(&format!("For {name} alone")));
    let missing = match own {
        _ if party.is_none() => "No party was named for this brief.",
        Own::Given { .. } => "",
        Own::NoSet => "No set of estimates was named for this brief.",
        Own::Silent => "The set of estimates that was named says nothing about this party.",
        Own::ForRoom => "Nothing: this is the sheet for the room.",
    };
    let Own::Given { set, author, of } = own else {
        blocks.push(Block::Paragraph(missing.to_owned()));
        return about.sheet(&title, blocks);
    };
    blocks.push(Block::Note(format!(
        "Estimates {set}, by {author}. Points are this party's own; a range runs from the least to the most."
    )));
    blocks.extend(estimates(about, of));
    let mut sheet = about.sheet(&title, blocks);
    sheet.head.audience = "for one party alone";
    sheet
}

fn issues(about: &About<'_>) -> Block {
    let row = |(issue, row): (IssueIdx, &detente_case::Issue)| {
        let titles: Vec<String> = row.choices.rows().map(|choice| choice.title.clone()).collect();
        let choices = match titles.as_slice() {
            [first, .., last] if row.is_range() => format!("{first} to {last}, in {} steps", titles.len() - 1),
            _ => titles.join("; "),
        };
        let reported = about.some_quotes(&by_id(about.ledger, &row.reported_as), 1);
        (issue, vec![row.title.clone(), choices, cell(&reported)])
    };
    Block::table(&["Issue", "Choices", "In the source's words"], about.alike(about.case.issues.iter().map(row)))
}

fn parties(about: &About<'_>, own: Option<PartyIdx>) -> Block {
    let row = |party: PartyIdx| {
        let you = if own == Some(party) { " (you)" } else { "" };
        let consent = match &about.case.parties[party].consent {
            Consent::Always => "always needed".to_owned(),
            Consent::Never => "never needed".to_owned(),
            Consent::OnlyIf(condition) => format!("needed only if {}", describe(&condition.expr, about.case.scope())),
        };
        vec![format!("{}{you}", about.name(party)), consent]
    };
    Block::table(&["Party", "Its consent"], about.alphabetical().into_iter().map(row).collect())
}

fn estimates(about: &About<'_>, of: &PartyEstimates) -> Vec<Block> {
    let mut rows = Vec::new();
    if let Some(line) = &of.bottom_line {
        rows.push(vec!["Bottom line: what no agreement is worth".to_owned(), points(line.range), reason(&line.why)]);
    }
    rows.extend(of.linkages.iter().map(|linkage| {
        let when = describe(&linkage.when.expr, about.case.scope());
        vec![format!("Added where {when}"), points(linkage.points.range), reason(&linkage.points.why)]
    }));
    let mut blocks = vec![Block::table(&["What", "Points", "Why"], rows)];
    blocks.push(Block::table(&["Issue", "Weight", "What each choice is worth, 0 to 100", "Why"], worths(about, of)));
    blocks.extend(answers(about, of));
    blocks.extend(limits(about, of));
    blocks.extend(alternative(of));
    blocks
}

fn points(range: Range) -> String {
    match range.mode() {
        _ if range.is_single() => range.low().to_string(),
        None => format!("{} to {}", range.low(), range.high()),
        Some(mode) => format!("{} to {}, {mode} most of all", range.low(), range.high()),
    }
}

fn worths(about: &About<'_>, of: &PartyEstimates) -> Vec<Vec<String>> {
    let case = about.case;
    let missing = || "not given".to_owned();
    let weight = |weight: Option<&Estimate>| weight.map_or_else(missing, |weight| points(weight.range));
    let mut rows = Vec::new();
    for (issue, row) in case.issues.iter() {
        let (of_weight, values) = (of.weights.get(&issue), of.values_of(issue));
        if of_weight.is_none() && values.is_none() {
            continue;
        }
        let (lines, why) = match values {
            None => (Vec::new(), None),
            Some(Values::ByChoice(values)) => {
                let line = |(choice, value): (detente_case::ChoiceIdx, &Option<Estimate>)| {
                    let value = value.as_ref()?;
                    Some(format!("{}: {}", row.choices[choice].title, points(value.range)))
                };
                let why = values.rows().flatten().map(|value| &value.why).next();
                (values.iter().filter_map(line).collect(), why)
            }
            Some(Values::Curve { knots, why, .. } | Values::Along { knots, why, .. }) => {
                let line = |knot: &detente_estimate::Knot| format!("at {}: {}", knot.at, points(knot.value));
                (knots.iter().map(line).collect(), Some(why))
            }
        };
        let reasons = reasons([of_weight.map(|weight| &weight.why), why]);
        rows.push(vec![row.title.clone(), weight(of_weight), lines.join("; "), reasons]);
    }
    for (&lens, of) in &of.lenses {
        let row = &case.lenses[lens];
        let number = |rank: usize| of.values.as_ref().and_then(|values| values.numbers.get(rank));
        let status = |(place, worth): (usize, &Option<StatusWorth>)| match worth {
            Some(StatusWorth::Number(rank)) => {
                let title = row.statuses.get(place)?.title.clone();
                Some(format!("{title}: {}", points(number(*rank)?.1.range)))
            }
            _ => None,
        };
        let worths = of.values.iter().flat_map(|values| values.worths.iter().enumerate().filter_map(status));
        let why = of.values.iter().flat_map(|values| values.numbers.iter()).map(|(_, number)| &number.why).next();
        let reasons = reasons([of.weight.as_ref().map(|weight| &weight.why), why]);
        rows.push(vec![row.title.clone(), weight(of.weight.as_ref()), worths.collect::<Vec<_>>().join("; "), reasons]);
    }
    rows
}

fn reasons(of: [Option<&detente_estimate::Why>; 2]) -> String {
    let mut lines: Vec<String> = of.into_iter().flatten().filter(|why| !why.is_missing()).map(reason).collect();
    lines.dedup();
    if lines.is_empty() { "no reason given".to_owned() } else { lines.join("\n") }
}

/// What is only ordered or compared.
fn answers(about: &About<'_>, of: &PartyEstimates) -> Vec<Block> {
    let case = about.case;
    let mut lines = Vec::new();
    if let Some(order) = &of.answers.weights {
        lines.push(format!(
            "Issues, the one that counts most first: {}",
            in_order(order, |issue| case.issues[issue].title.clone())
        ));
    }
    lines.extend(of.answers.values.iter().map(|(&issue, order)| {
        let title = |choice| case.issues[issue].choices[choice].title.clone();
        format!("{}, the choice liked most first: {}", case.issues[issue].title, in_order(order, title))
    }));
    if !of.answers.comparisons.is_empty() {
        lines.push(format!("Comparisons of issues or packages given besides: {}", of.answers.comparisons.len()));
    }
    if lines.is_empty() { Vec::new() } else { vec![Block::List(lines)] }
}

fn in_order<I: Copy>(order: &Order<I>, title: impl Fn(I) -> String) -> String {
    let class = |class: &Vec<detente_estimate::Ranked<I>>| {
        listed(&class.iter().map(|ranked| title(ranked.of)).collect::<Vec<_>>())
    };
    order.classes.iter().map(class).collect::<Vec<_>>().join("; then ")
}

fn limits(about: &About<'_>, of: &PartyEstimates) -> Vec<Block> {
    let line = |line: &detente_estimate::EstimatedRedLine| {
        let never = describe(&line.never.expr, about.case.scope());
        format!("Never {never} ({}, estimated; {})", line.firmness, reason(&line.why))
    };
    let lines: Vec<String> = of.red_lines.iter().map(line).collect();
    if lines.is_empty() { Vec::new() } else { vec![Block::List(lines)] }
}

fn alternative(of: &PartyEstimates) -> Vec<Block> {
    let Some(alternative) = &of.alternative else { return Vec::new() };
    let monthly = |what: &str, estimate: Option<&Estimate>| {
        estimate.map(|estimate| format!("{what} changes by {} points a month.", points(estimate.range)))
    };
    let lines = [
        alternative.description.as_ref().map(|words| format!("Without an agreement: {words}")),
        monthly("What no agreement is worth", alternative.alternative_per_month.as_ref()),
        monthly("What the same agreement is worth", alternative.agreement_per_month.as_ref()),
    ];
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    if lines.is_empty() { Vec::new() } else { vec![Block::List(lines)] }
}
