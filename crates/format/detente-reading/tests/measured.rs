//! What the book says about how well reports are read is so.

#![expect(clippy::disallowed_methods, reason = "the book is what is tested")]

use crate::support::{Report, Tally, reports, root};

fn row(name: &str, tally: Tally) -> String {
    let Tally { both, read, coded } = tally;
    format!("| {name} | {coded} | {read} | {both} | {}% | {}% |", tally.precision(), tally.recall())
}

#[test]
fn the_figures_of_the_book_are_those_measured() {
    let page = std::fs::read_to_string(root().join("book/src/reading.md")).expect("the page");
    let reports = reports();
    for report in &reports {
        let wanted = row(&report.name, report.tally());
        assert!(page.contains(&wanted), "the book lacks: {wanted}");
    }
    let sum = |split: &str| {
        let of_split = reports.iter().filter(|report| report.key.split == split);
        of_split.map(Report::tally).fold(Tally::default(), |sum, tally| sum + tally)
    };
    let held_out = sum("held-out");
    assert!(page.contains(&row("all held out", held_out)), "the book lacks: {}", row("all held out", held_out));
    if reports.iter().any(|report| report.name == "article") {
        let tuned = sum("tuned");
        assert!(page.contains(&row("all tuned", tuned)), "the book lacks: {}", row("all tuned", tuned));
    }
}

#[test]
fn nothing_is_proposed_where_nobody_takes_a_stance() {
    for report in reports() {
        assert_eq!(report.in_silence(), 0, "{}", report.name);
    }
}

#[test]
fn every_quote_stands_where_it_says_and_is_short() {
    for report in reports() {
        let scalars: Vec<char> = report.text.chars().collect();
        for read in &report.read {
            let exact: String = scalars[read.scalars.clone()].iter().collect();
            assert_eq!((exact.as_str(), &report.text[read.bytes.clone()]), (read.exact.as_str(), read.exact.as_str()));
            assert!(read.exact.split_whitespace().count() <= 40 && !read.why.is_empty());
        }
    }
}

#[test]
fn negation_condition_and_chain_are_as_coded_in_the_reports_rules_were_made_on() {
    for report in reports().iter().filter(|report| report.key.split == "tuned") {
        for (coded, read) in report.pairs() {
            let (coded, read) = (&report.key.proposals[coded], &report.read[read]);
            assert_eq!(
                (coded.negated, coded.condition, &coded.chain),
                (read.is_negated, read.condition.is_some(), &read.chain),
                "{}: {}",
                report.name,
                coded.exact
            );
        }
    }
}
