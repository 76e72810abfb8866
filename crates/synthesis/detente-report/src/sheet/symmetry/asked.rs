//! Questions in words, for those whose answers differ.

use detente_case::{IssueIdx, PartyIdx};
use detente_deals::Level;

use super::results::{Given, Led, Package, Question, Within};
use crate::sheet::about::About;
use crate::sheet::document::capitalised;

/// What an answer is about, in words.
pub(super) fn question(about: &About<'_>, asked: &Question) -> String {
    let issue = |issue: IssueIdx| about.case.issues[issue].title.as_str();
    let name = |party: PartyIdx| about.name(party);
    let at = |package: &Package| format!("in the package “{}”", about.package(package, None));
    match asked {
        Question::Positions(party, on) => format!("Positions of {} on {}", name(*party), issue(*on)),
        Question::TakesPart(step) => format!("Who takes part: {}", about.case.process[*step].title),
        Question::Packages(zone) => format!("Packages within {}", within(*zone)),
        Question::Left(zone, of, choice) => {
            let choice = &about.case.issues[*of].choices[*choice].title;
            format!("Packages within {} that have {}: “{choice}”", within(*zone), issue(*of))
        }
        Question::Excludes(limit) => format!("What this limit excludes: {}", about.limit(*limit)),
        Question::Example(of, rank) => format!("Example {} {}", rank + 1, given(*of)),
        Question::Conflicts(of) => format!("What cannot hold together, {}", given(*of)),
        Question::Openings(of) => format!("What opens the space, {}", given(*of)),
        Question::Verdict => "Whether there is a package over the ends of the bottom lines".to_owned(),
        Question::Principals => "The principals".to_owned(),
        Question::NoStake => "For whom no stake is stated".to_owned(),
        Question::Reach(party) => {
            format!("What the packages within all limits are worth to {}, in points", name(*party))
        }
        Question::Chosen(by) => format!("Packages: {}", led(*by)),
        Question::Worth(by, package, party) => {
            format!("{}: points of {} {}", capitalised(&led(*by)), name(*party), at(package))
        }
        Question::Gaining(principle, package) => {
            format!("{}: who gains {}", capitalised(&led(Led::By(*principle))), at(package))
        }
        Question::Outside(principle) => format!("{}: who stands outside", capitalised(&led(Led::By(*principle)))),
        Question::Open => "Draws with a package".to_owned(),
        Question::Having(of, choice) => {
            let choice = &about.case.issues[*of].choices[*choice].title;
            format!("Draws in which some package, and in which every package, has {}: “{choice}”", issue(*of))
        }
        Question::Candidates => "Packages that draws were held against".to_owned(),
        Question::InZone(package) => {
            format!("Draws within all limits, and besides on the frontier, {}", at(package))
        }
        Question::Accepted(package, party) => {
            format!("Draws in which {} accepts or is not asked, {}", name(*party), at(package))
        }
        Question::Ranks(package, party) => format!("Draws by rank for {} {}", name(*party), at(package)),
        Question::Missed(package) => format!("What is missed, in points, {}", at(package)),
        Question::InMonth(month) => format!("Packages at the centres in month {month}"),
        Question::OpenInMonth(month) => format!("Draws with a package in month {month}"),
        Question::Prospect(month, party) => format!("Month {month}: what {} could get at the centres", name(*party)),
        Question::Alternative(month, party) => format!(
            "Month {month}: draws in which no agreement is worth more to {} than any package it could get, and in which there is none",
            name(*party)
        ),
    }
}

fn within(zone: Within) -> &'static str {
    match zone {
        Within::Stated => "every stated limit that binds",
        Within::Estimated(Level::Low) => "all limits, bottom lines at their low ends",
        Within::Estimated(Level::Centre) => "all limits, bottom lines at their centres",
        Within::Estimated(Level::High) => "all limits, bottom lines at their high ends",
    }
}

fn given(of: Given) -> &'static str {
    match of {
        Given::Stated => "from the stated limits alone",
        Given::Estimated => "with the estimates",
    }
}

/// In plain words, with the name the field has for it.
pub(super) fn led(by: Led) -> String {
    match by {
        Led::Frontier => "the frontier".to_owned(),
        Led::By(principle) => format!("{} ({})", principle.in_words(), principle.name()),
    }
}
