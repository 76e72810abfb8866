//! How much two packages differ in worth to a party, over the whole of its ranges: held against every corner of the ranges and against
//! draws from inside them.

use std::collections::BTreeMap;

use detente::base::{Decimal, Index, Silent, Table};
use detente::case::{Case, ChoiceIdx, PartyIdx};
use detente::casefile::{Folder, Reading, read};
use detente::deals::{
    Choices, EstimateRef, Lowered, Numbers, PointSpan, Settings, Subject, changes, gives, lower_with, stakes,
};
use detente::estimate::{EstimateSet, Range};
use detente::robustness::{Quantity, inputs};
use proptest::prelude::*;

const CASE: &str = r#"format = 1
[case]
id = "valley"
title = "Talks on a valley"
as_of = 2001-05-01
[parties]
eastland = { name = "Eastland" }
westland = { name = "Westland" }
[issues.bridge]
title = "Bridge"
choices = { closed = "Closed", daytime = "By day", open = "Open" }
[issues.school]
title = "School"
choices = { one = "One", two = "Two" }
[issues.water]
title = "Water"
range = { from = 0, to = 90, step = 30, unit = "parts" }
"#;

/// Numbers at chosen places of their ranges, the others at their centres.
struct At<'n>(&'n BTreeMap<EstimateRef, i64>);

impl Numbers for At<'_> {
    fn halves(&self, of: EstimateRef, range: Range) -> i64 {
        let centre = i64::try_from(range.twice_centre()).expect("small");
        self.0.get(&of).map_or(centre, |number| 2 * number)
    }
}

fn readable(files: Vec<(&str, &str)>) -> (Case, EstimateSet) {
    let Reading { case, estimates, diagnostics, .. } = read(&Folder::of_texts(files));
    let errors: Vec<_> = diagnostics.iter().filter(|found| found.is_error()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    (case.expect("a case"), estimates.into_iter().next().expect("a set"))
}

fn ranged(case: &Case, set: &EstimateSet) -> Vec<(EstimateRef, Range)> {
    let rows = inputs(case, set, &Settings::default());
    let of = |input: &detente::robustness::Input| match input.of {
        Quantity::Estimate(EstimateRef::BottomLine(_), _) | Quantity::InForce(..) => None,
        Quantity::Estimate(of, range) => Some((of, range)),
    };
    rows.rows().filter_map(of).collect()
}

/// Every way to put each number at one of `places` of its range.
fn every(numbers: &[(EstimateRef, Range)], places: &dyn Fn(Range) -> Vec<i64>) -> Vec<BTreeMap<EstimateRef, i64>> {
    numbers.iter().fold(vec![BTreeMap::new()], |all, &(of, range)| {
        let with = |known: &BTreeMap<EstimateRef, i64>| {
            let known = known.clone();
            let at = places(range).into_iter();
            at.map(move |number| {
                let mut next = known.clone();
                next.insert(of, number);
                next
            })
            .collect::<Vec<_>>()
        };
        all.iter().flat_map(with).collect()
    })
}

fn ends(range: Range) -> Vec<i64> {
    vec![range.low().thousandths(), range.high().thousandths()]
}

/// What `units` is in thousandths of a point, rounded down.
fn thousandths(lowered: &Lowered, party: PartyIdx, units: i128) -> i64 {
    i64::try_from((units * 1000).div_euclid(lowered.per_point(party).into())).expect("small")
}

fn difference(lowered: &Lowered, party: PartyIdx, from: &Choices, to: &Choices) -> i64 {
    let worth = |of: &Choices| lowered.model.parties[party.position()].utility(&lowered.package(of));
    thousandths(lowered, party, worth(to) - worth(from))
}

/// The span holds every number found, and where it says it is exact some come within a few thousandths of either end.
fn holds(span: PointSpan, found: &[i64], told: &str) {
    let (least, most) = (found.iter().min().expect("some"), found.iter().max().expect("some"));
    let (low, high) = (span.low.thousandths(), span.high.thousandths());
    assert!(low <= *least && *most <= high, "{told}: {span:?} holds {least} to {most}");
    if span.exact {
        assert!(*least - low <= 6 && high - *most <= 6, "{told}: {span:?} is reached by {least} to {most}");
    }
}

fn packages(case: &Case) -> Vec<Choices> {
    case.issues.rows().fold(vec![Table::default()], |all, issue| {
        let with = |start: &Choices| {
            issue.choices.indices().map(|choice| start.rows().copied().chain([choice]).collect()).collect::<Vec<_>>()
        };
        all.iter().flat_map(with).collect()
    })
}

/// The texts of a set of estimates whose numbers are drawn.
fn written(numbers: &[(i64, i64)]) -> String {
    let range = |at: usize| {
        let (low, width) = numbers[at];
        if width == 0 { low.to_string() } else { format!("[{low}, {}]", low + width) }
    };
    format!(
        "[estimates]\nauthor = \"test\"\n[eastland]\nbecause = \"test\"\nbottom_line = 1\nweights.bridge = {}\nweights.school = {}\n\
         weights.water = {}\nvalues.bridge = {{ closed = 0, daytime = {}, open = 100 }}\n\
         values.school = {{ one = {}, two = 100 }}\nvalues.water = {{ curve = [[0, 100], [30, {}], [90, {}]] }}\n\
         [[eastland.linkages]]\nwhen = \"bridge = open and school = one\"\npoints = {}\nbecause = \"test\"\n\
         [[eastland.linkages]]\nwhen = \"water >= 60\"\npoints = [-3, 4]\nbecause = \"test\"\n",
        range(0),
        range(1),
        range(2),
        range(3),
        range(4),
        range(5),
        range(6),
        range(7)
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_corner_lies_within_and_the_ends_are_reached(
        numbers in prop::collection::vec((0_i64..60, prop_oneof![Just(0_i64), 1_i64..40]), 8),
        pairs in prop::collection::vec((0_usize..24, 0_usize..24), 6),
    ) {
        let (case, set) = readable(vec![("case.toml", CASE), ("estimates/one.toml", &written(&numbers))]);
        let party = case.party("eastland").expect("a party");
        let all = packages(&case);
        let at: Vec<Lowered> = every(&ranged(&case, &set), &ends)
            .iter()
            .map(|numbers| lower_with(&case, Some(&set), &At(numbers)).expect("fits"))
            .collect();
        for (from, to) in pairs {
            let (from, to) = (&all[from], &all[to]);
            let change = &changes(&case, &set, from, to).expect("fits")[party];
            let span = change.points.expect("estimated");
            prop_assert!(span.exact && change.left_out.is_empty());
            let found: Vec<i64> = at.iter().map(|lowered| difference(lowered, party, from, to)).collect();
            holds(span, &found, &written(&numbers));
            // The other way round it is the same, turned about.
            let back = changes(&case, &set, to, from).expect("fits")[party].points.expect("estimated");
            prop_assert_eq!((back.low.thousandths(), back.high.thousandths()), (-span.high.thousandths(), -span.low.thousandths()));
        }
        let open = case.issues.rows().map(|issue| issue.choices.indices().collect()).collect();
        for (subject, of) in stakes(&case, &set, &open) {
            let Subject::Issue(issue) = subject else { continue };
            let span = of[party.position()].points.expect("estimated");
            let stake = |lowered: &Lowered| {
                let values = &lowered.model.parties[party.position()].values[issue.position()];
                let width = i128::from(*values.iter().max().expect("some")) - i128::from(*values.iter().min().expect("some"));
                thousandths(lowered, party, width)
            };
            let found: Vec<i64> = at.iter().map(stake).collect();
            // At the least a spread may lie between corners, at the most it never does.
            holds(PointSpan { exact: false, ..span }, &found, &written(&numbers));
            let most = found.iter().max().expect("some");
            prop_assert!(span.high.thousandths() - most <= 6, "{:?} {}", span, most);
        }
    }
}

const LENS_CASE: &str = r#"format = 1
[case]
id = "valley"
title = "Talks on a valley"
as_of = 2001-05-01
[parties]
eastland = { name = "Eastland" }
westland = { name = "Westland" }
[issues.land]
title = "Land"
lens = "territory"
units = ["ford", "hill", "mill"]
[issues.land.statuses]
as-on-date = { title = "As on the date", side = "as-on-date" }
east = { title = "Administration by Eastland", side = "eastland" }
joint = "Joint administration"
west = { title = "Administration by Westland", side = "westland" }
[issues.toll]
title = "Toll"
choices = { none = "None", some = "Some" }
"#;
const UNITS: &str = "id,name,area_km2,people\nford,Ford,120,400\nhill,Hill,80,50\nmill,Mill,60,700\n";
const CONTROL: &str = "unit,party,percent,km2,on,source\nford,eastland,100,,2001-05-01,\nhill,eastland,100,,2001-05-01,\n\
    mill,westland,100,,2001-05-01,\n";
const ADJACENCY: &str = "a,b,shared_km\nford,hill,4\nhill,mill,6\n";
/// The worths of the statuses overlap, so that their order is not known.
const LENS_SET: &str = r#"[estimates]
author = "test"
[eastland]
because = "test"
bottom_line = 1
weights.land = [20, 70]
weights.toll = [10, 30]
values.toll = { none = 0, some = 100 }
values.land.as-on-date = 0
values.land.east = [40, 100]
values.land.joint = [20, 70]
values.land.west = [10, 60]
values.land.counts.units = { ford = [1, 4], hill = 2, mill = [1, 3] }
"#;

fn lens() -> (Case, EstimateSet) {
    readable(vec![
        ("case.toml", LENS_CASE),
        ("territory/units.csv", UNITS),
        ("territory/control.csv", CONTROL),
        ("territory/adjacency.csv", ADJACENCY),
        ("estimates/one.toml", LENS_SET),
    ])
}

#[test]
fn a_lens_counts_its_numbers_once_for_both_packages() {
    let (case, set) = lens();
    let party = case.party("eastland").expect("a party");
    let numbers = ranged(&case, &set);
    assert_eq!(numbers.len(), 7);
    // Ends and the places where one worth is level with another's end.
    let levels = [10_000, 20_000, 40_000, 60_000, 70_000, 100_000];
    let places = |range: Range| {
        let inside = levels.iter().copied().filter(|level| range.contains(Decimal::from_thousandths(*level)));
        let mut all: Vec<i64> = ends(range).into_iter().chain(inside).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let at: Vec<Lowered> = every(&numbers, &places)
        .iter()
        .map(|numbers| lower_with(&case, Some(&set), &At(numbers)).expect("fits"))
        .collect();
    let all = packages(&case);
    for (from, to) in [(0, 127), (3, 90), (17, 64), (126, 1), (40, 44), (9, 9)] {
        let (from, to) = (&all[from], &all[to]);
        let span = changes(&case, &set, from, to).expect("fits")[party].points.expect("estimated");
        assert!(span.exact);
        let found: Vec<i64> = at.iter().map(|lowered| difference(lowered, party, from, to)).collect();
        holds(span, &found, "a lens");
    }
}

#[test]
fn numbers_that_move_together_leave_an_enclosure() {
    let text = written(&[(10, 20), (20, 10), (5, 0), (30, 20), (0, 0), (40, 10), (0, 0), (0, 8)]);
    let moving = text
        .replace("weights.bridge = [10, 30]", "weights.bridge = { points = [10, 30], moves_with = \"land\" }")
        .replace("weights.school = [20, 30]", "weights.school = { points = [20, 30], moves_with = \"land\" }");
    assert_ne!(text, moving);
    let of = |text: &str| {
        let (case, set) = readable(vec![("case.toml", CASE), ("estimates/one.toml", text)]);
        let all = packages(&case);
        changes(&case, &set, &all[0], &all[23]).expect("fits")[PartyIdx::new(0)].points.expect("estimated")
    };
    let (free, moved) = (of(&text), of(&moving));
    assert!(free.exact && !moved.exact);
    assert_eq!((free.low, free.high), (moved.low, moved.high));
}

#[test]
fn what_is_not_estimated_is_said() {
    let text = "[estimates]\nauthor = \"test\"\n[eastland]\nbecause = \"test\"\nweights.bridge = 10\n\
                values.bridge = { closed = 0, daytime = 20, open = 100 }\n";
    let (case, set) = readable(vec![("case.toml", CASE), ("estimates/one.toml", text)]);
    let (all, school) = (packages(&case), case.issue("school").expect("an issue"));
    let water = case.issue("water").expect("an issue");
    let found = changes(&case, &set, &all[0], &all[23]).expect("fits");
    let (east, west) = (case.party("eastland").expect("a party"), case.party("westland").expect("a party"));
    assert_eq!((found[east].left_out.as_slice(), found[west].points), ([school, water].as_slice(), None));
    assert_eq!(found[east].points.expect("estimated").low, Decimal::HUNDRED);
}

#[test]
fn stakes_are_those_of_the_open_choices() {
    let text = written(&[(10, 20), (20, 10), (5, 0), (30, 20), (0, 0), (40, 10), (0, 0), (0, 8)]);
    let (case, set) = readable(vec![("case.toml", CASE), ("estimates/one.toml", &text)]);
    let found = gives(&case, &set, &Settings::default(), &Silent).expect("an answer");
    let centre =
        |issue: usize| found.lowered.points(PartyIdx::new(0), found.stakes.rows().nth(issue).expect("a row")[0]);
    for (rank, (_, of)) in stakes(&case, &set, &found.open).iter().enumerate() {
        let span = of[0].points.expect("estimated");
        assert!(span.low <= centre(rank) && centre(rank) <= span.high, "{span:?} {}", centre(rank));
    }
    let bridge = case.issue("bridge").expect("an issue");
    let mut one = found.open.clone();
    one[bridge] = vec![ChoiceIdx::new(1)];
    let stake = stakes(&case, &set, &one)[bridge.position()].1[0];
    assert_eq!(stake.points.expect("estimated").high, Decimal::ZERO);
    assert_eq!(stakes(&case, &set, &one)[0].1[1].points, None);
}
