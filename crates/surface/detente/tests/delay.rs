//! Waiting: against the worked example, closed forms, and every month enumerated package by package.

use std::path::PathBuf;

use detente::Opened;
use detente::base::{Index, Silent};
use detente::case::Case;
use detente::casefile::{Folder, read};
use detente::deals::{Choices, DealsError, Settings, lower};
use detente::engine::{Ask, BigUint, Consent, Model, in_zone};
use detente::robustness::delay::{Course, Delay, Prospect, Timeline, Wanted, When, delay};
use detente::robustness::{Independent, Inputs, Plan, Quantity, Share, Source};

const CASE: &str = include_str!("../../../format/detente-casefile/starter/case.toml");
const LEDGER: &str = include_str!("../../../format/detente-casefile/starter/ledger.toml");
const ESTIMATES: &str = include_str!("../../../format/detente-casefile/starter/estimates/example.toml");

const ONE_CHOICE: &str = "format = 1\n[case]\nid = \"one\"\ntitle = \"One\"\nas_of = 2025-01-15\nas_of_by = \"catalog\"\n\
     [parties.eastland]\nname = \"Eastland\"\n[parties.westland]\nname = \"Westland\"\n[issues.x]\ntitle = \"X\"\n\
     [issues.x.choices]\nonly = \"Only\"\n";

fn of_texts(case: &str, ledger: &str, estimates: &str) -> Opened {
    let folder = Folder::of_texts([("case.toml", case), ("ledger.toml", ledger), ("estimates/guess.toml", estimates)]);
    let reading = read(&folder);
    let opened = Opened { root: PathBuf::new(), folder, reading };
    let diagnostics = opened.diagnostics(&Silent).expect("small");
    let errors: Vec<&String> =
        diagnostics.iter().filter(|found| found.is_error()).map(|found| &found.message).collect();
    assert!(errors.is_empty(), "{errors:?}");
    opened
}

fn case(opened: &Opened) -> &Case {
    opened.reading.case.as_ref().expect("a case")
}

fn waited(
    opened: &Opened,
    months: u32,
    draws: u64,
    walked_out: &[&str],
    named: Vec<Choices>,
) -> Result<Delay, DealsError> {
    let case = case(opened);
    let set = opened.reading.estimates.first().expect("a set");
    let settings = Settings::default();
    let plan = Plan::new(case, set, &settings)?;
    let source = Independent::new(plan.inputs(), 5);
    let walked_out = walked_out.iter().map(|id| case.party(id).expect("a party")).collect();
    let timeline = Timeline::new(case, &opened.reading.ledger, set, months);
    delay(&plan, &source, timeline, &Wanted { draws, seed: 5, named, walked_out }, &Silent)
}

/// One package worth `worth` to Eastland, whose bottom line is 50; `alternative` is the rest of its section.
fn one(worth: &str, alternative: &str, ledger: &str) -> Opened {
    let estimates = format!(
        "format = 1\n[estimates]\nauthor = \"test\"\nutility = \"payoffs\"\ncomparable = false\n\
         [eastland]\nbecause = \"test\"\nbottom_line = 50\nvalues.x = {{ only = {worth} }}\n[eastland.alternative]\n{alternative}\n\
         [westland]\nbecause = \"test\"\nbottom_line = 0\nvalues.x = {{ only = 25 }}\n"
    );
    of_texts(ONE_CHOICE, ledger, &estimates)
}

fn only(opened: &Opened) -> Vec<Choices> {
    vec![case(opened).issues.rows().map(|issue| issue.choice("only").expect("a choice")).collect()]
}

fn open_months(course: &Course) -> Vec<usize> {
    let months = course.months.iter().enumerate();
    months.filter(|(_, month)| month.zone.feasible).map(|(month, _)| month).collect()
}

fn near(share: Share, expect: f64) {
    let n = f64::from(u32::try_from(share.draws).expect("few"));
    let error = (expect * (1.0 - expect) / n).sqrt();
    assert!((share.value() - expect).abs() <= 4.0 * error + 1e-3, "{} instead of {expect}", share.value());
}

/// DEFINITIONS 22: a = −1, r = 0, u − b = 7.5 → last acceptable month 7.
#[test]
fn the_worked_example() {
    let opened = one("57.5", "agreement_per_month = -1", "");
    let found = waited(&opened, 12, 10, &[], only(&opened)).expect("within reach").together;
    assert_eq!((found.packages[0].last_for(0), found.packages[0].last_for(1)), (Some(7), Some(12)));
    assert_eq!((found.packages[0].last(), found.first_better(0)), (Some(7), Some(8)));
    assert_eq!(open_months(&found), (0..=7).collect::<Vec<_>>());
    let hits: Vec<u64> = found.months.iter().map(|month| month.open.hits).collect();
    assert_eq!(hits, [10, 10, 10, 10, 10, 10, 10, 10, 0, 0, 0, 0, 0], "nothing is uncertain: all draws are the same");
    // Westland could still have the package for itself, were it not for Eastland's bottom line.
    let prospects = found.months[8].prospects.clone();
    assert_eq!(
        prospects.iter().flatten().map(|of| of.centre).collect::<Vec<_>>(),
        [Prospect::AlternativeBetter, Prospect::Nothing]
    );
    assert_eq!(
        (prospects[0].expect("compared").alternative_better.hits, prospects[1].expect("compared").nothing.hits),
        (10, 10)
    );
}

#[test]
fn equality_accepts_and_halves_of_thousandths_round_once() {
    let last = |alternative: &str| {
        let opened = one("57.5", alternative, "");
        waited(&opened, 20, 1, &[], only(&opened)).expect("within reach").together.packages[0].last()
    };
    assert_eq!(last("agreement_per_month = -1.5"), Some(5), "exactly at the bottom line in month 5");
    assert_eq!(last("alternative_per_month = 1.5"), Some(5));
    assert_eq!(last("cost_per_month = -1.5"), Some(5), "short for the negative of the other");
    assert_eq!(last("cost_per_month = 1\nagreement_per_month = -1.5"), Some(15), "both lose; the package loses faster");
    assert_eq!(last("cost_per_month = 1"), Some(20));
    // The centre of the range is −0.7505: ten months of it are −7.505 and not ten times a rounded −0.750.
    assert_eq!(last("agreement_per_month = [-0.751, -0.75]"), Some(9));
}

/// An event counts from the first month that does not begin before its date; one that lies back counts from month 0.
#[test]
fn dated_events_shift_from_their_date() {
    let event = |id: &str, on: &str| format!("[[events]]\nid = \"{id}\"\n{on}what = \"Something\"\n");
    let check = |on: &str, change: &str, expect: When, months: &[usize]| {
        let opened = one("55", &format!("events = [{{ event = \"ev-01\", {change} }}]"), &event("ev-01", on));
        let found = waited(&opened, 6, 1, &[], Vec::new()).expect("within reach");
        assert_eq!(found.timeline.placed()[0].when, expect, "{on}");
        assert_eq!(open_months(&found.together), months, "{on}");
    };
    let to = |last: usize| (0..=last).collect::<Vec<_>>();
    check("on = 2025-03-15\n", "bottom_line = 6", When::From(2), &to(1));
    check("on = 2025-03-16\n", "bottom_line = 6", When::From(3), &to(2));
    check("on = 2025-03-16\n", "bottom_line = 5", When::From(3), &to(6));
    check("on = 2024-12-01\n", "bottom_line = 6", When::From(0), &[]);
    check("on = 2026-01-01\n", "bottom_line = 6", When::Later, &to(6));
    check("", "bottom_line = 6", When::Unknown, &to(6));
    check("on = 2025-02-10\n", "agreement_per_month = -2", When::From(1), &to(3));
    check("on = 2025-02-10\n", "alternative_per_month = 2.5, bottom_line = -1", When::From(1), &to(3));
}

/// 10 points to lose, a drawn from [−2, 0]: in month t acceptable where a ≥ −10/t.
#[test]
fn shares_of_draws_are_those_of_the_closed_form() {
    let opened = one("60", "agreement_per_month = [-2, 0]", "");
    let found = waited(&opened, 10, 20_000, &[], only(&opened)).expect("within reach").together;
    for (month, expect) in [(5, 1.0), (6, 5.0 / 6.0), (8, 0.625), (10, 0.5)] {
        let of = &found.months[month];
        near(of.open, expect);
        assert_eq!(found.packages[0].months[month].in_zone_in, of.open);
        assert_eq!(found.packages[0].months[month].accepted_in[1].hits, 20_000);
        let better = of.prospects[0].expect("compared").alternative_better;
        assert_eq!(better.hits + of.open.hits, 20_000);
    }
}

/// Both rates uniform on [0, 1] and 5 points to lose: in month 10 acceptable where r − a ≤ ½ with a, r their sizes.
#[test]
fn an_agreement_and_no_agreement_are_drawn_apart() {
    let opened = one("55", "agreement_per_month = [0, 1]\nalternative_per_month = [0, 1]", "");
    let found = waited(&opened, 10, 20_000, &[], Vec::new()).expect("within reach").together;
    near(found.months[10].open, 0.875);
}

fn packages(model: &Model) -> Vec<Vec<usize>> {
    model.issues.iter().fold(vec![Vec::new()], |all, &size| {
        all.iter().flat_map(|start| (0..size).map(move |choice| [&start[..], &[choice]].concat())).collect()
    })
}

/// The starter case with waiting that costs Eastland and the observers, whose consent is needed for some packages only.
fn starter(eastland: &str, observers: &str) -> Opened {
    let waiting = format!(
        "\n[eastland.alternative]\nbecause = \"test\"\nagreement_per_month = {eastland}\n\
         [observers.alternative]\nbecause = \"test\"\nalternative_per_month = {observers}\nagreement_per_month = -1\n"
    );
    of_texts(&CASE.replace("CASE-ID", "starter"), LEDGER, &format!("{ESTIMATES}{waiting}"))
}

/// A month's model with bottom lines moved by hand: Eastland 2 points a month, the observers 6.5005.
fn in_month(opened: &Opened, month: i64) -> (Model, Ask) {
    let set = opened.reading.estimates.first().expect("a set");
    let lowered = lower(case(opened), Some(set)).expect("fits");
    let ask = lowered.ask(case(opened), &Settings::default());
    let mut model = lowered.model.clone();
    let half_to_even = |halves: i64| halves / 2 + i64::from(halves % 4 == 3);
    for (id, halves) in [("eastland", 2 * 2000 * month), ("observers", 13_001 * month)] {
        let party = Index::position(case(opened).party(id).expect("a party"));
        let line = model.parties[party].bottom_line.as_mut().expect("a bottom line");
        *line += half_to_even(halves) * lowered.units_per_point[party] / 1000;
    }
    (model, ask)
}

#[test]
fn every_month_is_that_of_an_enumeration() {
    let opened = starter("[-3, -1]", "[4, 7.001]");
    let found = waited(&opened, 24, 1, &["observers"], Vec::new()).expect("within reach");
    let observers = Index::position(case(&opened).party("observers").expect("a party"));
    let mut met = [false; 3];
    for month in 0..=24_usize {
        let (model, ask) = in_month(&opened, i64::try_from(month).expect("small"));
        let zone = |model: &Model| packages(model).iter().filter(|package| in_zone(model, &ask, package)).count();
        let of = &found.together.months[month];
        let expect = BigUint::from(zone(&model));
        assert_eq!(of.zone.packages.exact(), Some(&expect), "month {month}");
        let stays =
            |package: &&Vec<usize>| in_zone(&model, &ask, package) && !model.parties[observers].is_asked_in(package);
        let expect = BigUint::from(packages(&model).iter().filter(stays).count());
        let without = &found.without.as_ref().expect("a walk-out").months[month];
        assert_eq!(without.zone.packages.exact(), Some(&expect), "month {month}");
        assert!(without.prospects[observers].is_none());
        for party in 0..model.parties.len() {
            let mut asked = model.clone();
            asked.parties[party].consent = Consent::Always;
            let mut free = asked.clone();
            free.parties[party].bottom_line = None;
            let expect = match (zone(&asked), zone(&free)) {
                (0, 0) => Prospect::Nothing,
                (0, _) => Prospect::AlternativeBetter,
                _ => Prospect::Package,
            };
            let prospect = of.prospects[party].expect("a bottom line").centre;
            assert_eq!(prospect, expect, "month {month}, party {party}");
            met[match prospect {
                Prospect::Package => 0,
                Prospect::AlternativeBetter => 1,
                Prospect::Nothing => 2,
            }] = true;
        }
    }
    assert_eq!(met, [true; 3], "the case meets every prospect");
}

/// Every number at its centre, every limit in force.
struct Central<'i>(&'i Inputs);

impl Source for Central<'_> {
    fn fill(&self, _draw: u64, numbers: &mut [i64]) {
        for (to, input) in numbers.iter_mut().zip(self.0.rows()) {
            *to = match input.of {
                Quantity::Estimate(_, range) => range.centre().thousandths(),
                Quantity::InForce(..) => 1,
            };
        }
    }
}

/// Draws of the centres say what the centres say: the compiled structure against the searches that start anew.
#[test]
fn draws_of_the_centres_say_what_the_centres_say() {
    let opened = starter("-2", "6");
    let set = opened.reading.estimates.first().expect("a set");
    let case = case(&opened);
    let settings = Settings::default();
    let plan = Plan::new(case, set, &settings).expect("fits");
    let named = vec![plan.centre().choices(&[1, 0, 2]), plan.centre().choices(&[2, 1, 2])];
    let walked_out = vec![case.party("observers").expect("a party")];
    let timeline = Timeline::new(case, &opened.reading.ledger, set, 24);
    let wanted = Wanted { draws: 3, seed: 1, named, walked_out };
    let found = delay(&plan, &Central(plan.inputs()), timeline, &wanted, &Silent).expect("within reach");
    let hits = |holds: bool| if holds { 3 } else { 0 };
    for course in [&found.together, found.without.as_ref().expect("a walk-out")] {
        for (at, month) in course.months.iter().enumerate() {
            assert_eq!(month.open.hits, hits(month.zone.feasible), "month {at}");
            for of in month.prospects.iter().flatten() {
                assert_eq!(of.alternative_better.hits, hits(of.centre == Prospect::AlternativeBetter), "month {at}");
                assert_eq!(of.nothing.hits, hits(of.centre == Prospect::Nothing), "month {at}");
            }
            for package in &course.packages {
                let of = &package.months[at];
                assert_eq!(of.in_zone_in.hits, hits(of.in_zone), "month {at}");
                for (share, &accepted) in of.accepted_in.iter().zip(&of.accepted) {
                    assert_eq!(share.hits, hits(accepted), "month {at}");
                }
            }
        }
        assert!(course.months.iter().any(|month| month.zone.feasible) && !course.months[24].zone.feasible);
    }
}

#[test]
fn without_a_party_that_is_always_asked_nothing_is_left() {
    let opened = one("57.5", "agreement_per_month = -1", "");
    let found = waited(&opened, 3, 10, &["westland"], only(&opened)).expect("within reach");
    let without = found.without.expect("a walk-out");
    assert!(open_months(&without).is_empty() && without.months.iter().all(|month| month.open.hits == 0));
    assert_eq!(without.packages[0].last(), None);
    assert_eq!(open_months(&found.together), [0, 1, 2, 3]);
}

#[test]
fn numbers_that_time_makes_too_large_are_refused() {
    let opened = one("57.5", "agreement_per_month = 9000000000000", "");
    let refused = |months| waited(&opened, months, 1, &[], Vec::new()).map(|_| ());
    assert!(refused(100).is_ok());
    match refused(2000) {
        Err(DealsError::Overflow(overflow)) => assert_eq!(overflow.party, Index::new(0)),
        other => panic!("{other:?}"),
    }
}
