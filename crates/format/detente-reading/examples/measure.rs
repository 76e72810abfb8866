//! How well reports coded by hand are read: `cargo run -p detente-reading --example measure [-- --show NAME]`.
//!
//! `--show` lists what was read and missed in one report; of a held-out report nobody looks at that while changing rules.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a measurement speaks")]

#[path = "../tests/support/mod.rs"]
mod support;

use support::{Report, Tally, reports};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let reports = reports();
    match words.as_slice() {
        [show, names @ ..] if show == "--show" => {
            reports.iter().filter(|report| names.contains(&report.name)).for_each(show_report);
        }
        _ => table(&reports),
    }
}

fn table(reports: &[Report]) {
    println!("| report | | coded | proposed | both | precision | recall | in silent sentences |");
    println!("|---|---|---|---|---|---|---|---|");
    for split in ["tuned", "held-out"] {
        let mut total = Tally::default();
        for report in reports.iter().filter(|report| report.key.split == split) {
            let tally = report.tally();
            total = total + tally;
            row(&report.name, split, tally, &format!("{} of {}", report.in_silence(), report.key.silent.len()));
        }
        row("all", split, total, "");
    }
    for split in ["tuned", "held-out"] {
        details(&reports.iter().filter(|report| report.key.split == split).collect::<Vec<_>>(), split);
        bands(&reports.iter().filter(|report| report.key.split == split).collect::<Vec<_>>(), split);
    }
}

fn row(name: &str, split: &str, tally: Tally, silent: &str) {
    let Tally { both, read, coded } = tally;
    println!(
        "| {name} | {split} | {coded} | {read} | {both} | {}% | {}% | {silent} |",
        tally.precision(),
        tally.recall()
    );
}

/// Of what was found: whether negation, condition and chain are as coded.
fn details(reports: &[&Report], split: &str) {
    let (mut all, mut negation, mut condition, mut chain) = (0, 0, 0, 0);
    for report in reports {
        for (coded, read) in report.pairs() {
            let (coded, read) = (&report.key.proposals[coded], &report.read[read]);
            all += 1;
            negation += usize::from(coded.negated == read.is_negated);
            condition += usize::from(coded.condition == read.condition.is_some());
            chain += usize::from(coded.chain == read.chain);
        }
    }
    println!("{split}, of {all} found: negation as coded {negation}, condition {condition}, chain {chain}");
}

/// How many proposals of each band of confidence are in the key.
fn bands(reports: &[&Report], split: &str) {
    for (low, high) in [(0, 50), (50, 70), (70, 101)] {
        let (mut all, mut right) = (0, 0);
        for report in reports {
            let pairs = report.pairs();
            for (rank, read) in
                report.read.iter().enumerate().filter(|(_, read)| (low..high).contains(&read.confidence))
            {
                let _ = read;
                all += 1;
                right += usize::from(pairs.iter().any(|(_, used)| *used == rank));
            }
        }
        println!("{split}, confidence {low} to under {high}: {right} of {all} in the key");
    }
}

fn show_report(report: &Report) {
    let pairs = report.pairs();
    println!("== {} {:?}", report.name, report.tally());
    for (rank, read) in report.read.iter().enumerate() {
        let mark = if pairs.iter().any(|(_, used)| *used == rank) { "ok  " } else { "MORE" };
        println!("{mark} {}", report.line(read));
    }
    for (rank, coded) in report.key.proposals.iter().enumerate() {
        if !pairs.iter().any(|(used, _)| *used == rank) {
            println!("MISS {} {} {} “{}”", coded.party, coded.issue, coded.stance.name(), coded.exact);
        }
    }
}
