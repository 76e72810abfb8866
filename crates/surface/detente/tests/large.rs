//! A case too large to be counted exactly: what is said about it is estimated, or covered, and says so.

use std::fmt::Write;
use std::fs;

use detente::base::Silent;
use detente::case::Case;
use detente::deals::{self, Answer, EstimatedAnswer, FrontierWanted, Listed, Settings, Verdict};
use detente::engine::Count;
use detente::estimate::EstimateSet;
use detente::{OpenOptions, Opened, open};

const PARTIES: [&str; 3] = ["eastland", "northland", "westland"];
const ISSUES: usize = 18;
const CHOICES: usize = 6;

/// Three parties over 6¹⁸ packages, each asking for two fifths of what it could have.
fn large() -> Opened {
    let mut case = "format = 1\n[case]\nid = \"large\"\ntitle = \"Large\"\n[parties]\n".to_owned();
    let mut estimates = "[estimates]\nauthor = \"generated\"\n".to_owned();
    for party in PARTIES {
        writeln!(case, "{party} = {{ name = \"{party}\" }}").expect("to memory");
    }
    for issue in 0..ISSUES {
        writeln!(case, "[issues.i{issue}]\ntitle = \"Issue {issue}\"\n[issues.i{issue}.choices]").expect("to memory");
        (0..CHOICES).for_each(|choice| writeln!(case, "c{issue}x{choice} = \"{choice}\"").expect("to memory"));
    }
    for (at, party) in PARTIES.iter().enumerate() {
        writeln!(estimates, "[{party}]\nbecause = \"generated\"\nbottom_line = 40").expect("to memory");
        for issue in 0..ISSUES {
            writeln!(estimates, "weights.i{issue} = {}", 1 + (issue * 5 + at * 3) % 8).expect("to memory");
            for choice in 0..CHOICES {
                let value =
                    (issue * 37 + choice * choice * 29 + (at + 1) * (choice + 2) * 17 + issue * choice * 7) % 101;
                writeln!(estimates, "values.i{issue}.c{issue}x{choice} = {value}").expect("to memory");
            }
        }
    }
    let folder = tempfile::tempdir().expect("a place to write");
    fs::create_dir(folder.path().join("estimates")).expect("writable");
    fs::write(folder.path().join("case.toml"), case).expect("writable");
    fs::write(folder.path().join("estimates/made.toml"), estimates).expect("writable");
    open(folder.path(), &OpenOptions::default()).expect("a case")
}

fn asked(opened: &Opened) -> (&Case, &EstimateSet) {
    let case = opened.reading.case.as_ref().expect("a case");
    (case, opened.reading.estimates.first().expect("a set of estimates"))
}

fn answer(opened: &Opened, frontier: FrontierWanted) -> EstimatedAnswer {
    let (case, set) = asked(opened);
    let settings = Settings { frontier, examples: 2, ..Settings::default() };
    deals::estimated(case, set, &settings, &Silent).expect("within reach")
}

#[test]
fn counts_are_estimated_and_covers_cover() {
    let opened = large();
    let whole = answer(&opened, FrontierWanted::Whole);
    assert_eq!(whole.verdict(), Verdict::Open);
    let Count::Estimated { least, most, .. } = &whole.centre().packages else {
        unreachable!("6^18 packages are not counted exactly: {:?}", whole.centre().packages)
    };
    assert!(least <= most && *least != detente::engine::BigUint::ZERO);
    assert!(whole.principles.iter().all(|principle| principle.proved));
    assert!(whole.reach.iter().all(|reach| reach.most.proved && reach.least.units < reach.most.units));

    let few = answer(&opened, FrontierWanted::AtMost(60));
    let Listed::Cover(epsilon) = &few.frontier.listed else { unreachable!("{:?}", few.frontier.listed) };
    assert!(whole.frontier.is_complete() && few.frontier.points.len() <= 60 && 60 < whole.frontier.points.len());
    let covers = |by: &Answer, point: &Answer| {
        let pairs = by.units.iter().zip(&point.units).zip(epsilon);
        pairs.into_iter().all(|((by, units), epsilon)| *units <= by + epsilon)
    };
    for point in &whole.frontier.points {
        assert!(few.frontier.points.iter().any(|by| covers(by, point)), "{:?} within {epsilon:?}", point.units);
    }
}
