//! Territory as negotiated: a lens lowers to what its definitions say, at either resolution.

use std::collections::BTreeMap;

use detente::base::{Decimal, Index, Silent};
use detente::case::{Case, ChoiceIdx, Formula, Lens, Resolution, Settled};
use detente::casefile::{Folder, Reading, read_at};
use detente::deals::{Settings, lower, member_id, readings, stated};
use detente::engine::Count;
use proptest::prelude::*;

/// ```text
/// ford ── hill ── mill      a corridor ties ford and quay
///   │       │
/// lake ── moor      quay
/// ```
const UNITS: &str = "id,name,area_km2,people\nford,Ford,120,400\nhill,Hill,80,50\nlake,Lake,45.5,10\nmill,Mill,60,700\n\
    moor,Moor,200,0\nquay,Quay,30,900\n";
const CONTROL: &str = "unit,party,percent,km2,on,source\nford,eastland,100,,2001-05-01,\nhill,eastland,60,,2001-05-01,\n\
    hill,westland,40,,2001-05-01,\nlake,eastland,100,,2001-05-01,\nmill,westland,100,,2001-05-01,\nmoor,westland,100,,2001-05-01,\n\
    quay,eastland,100,,2001-05-01,\n";
const ADJACENCY: &str = "a,b,shared_km\nford,hill,4\nhill,mill,6\nford,lake,2.5\nhill,moor,3\nlake,moor,7\n";
const CASE: &str = r#"format = 1
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
units = ["ford", "hill", "mill", "moor", "quay"]
rest = "as-on-date"
corridors = { ferry = ["quay", "ford"] }
[issues.land.statuses]
as-on-date = { title = "As on the date", side = "as-on-date" }
east = { title = "Administration by Eastland", side = "eastland" }
joint = "Joint administration"
west = { title = "Administration by Westland", side = "westland" }
[issues.land.blocs]
river = { title = "River", units = ["ford", "mill"] }
[issues.land.allowed]
quay = ["as-on-date", "joint"]

[issues.toll]
title = "Toll"
range = { from = 0, to = 40, step = 20, unit = "km" }
"#;

/// What a party finds a status of a unit worth.
type Worth<'a> = &'a dyn Fn(&str, &str) -> i64;

fn read(extra: &str, estimates: &str, resolution: Resolution) -> Reading {
    let case = format!("{CASE}{extra}");
    let mut files = vec![
        ("case.toml", case.as_str()),
        ("territory/units.csv", UNITS),
        ("territory/control.csv", CONTROL),
        ("territory/adjacency.csv", ADJACENCY),
    ];
    if !estimates.is_empty() {
        files.push(("estimates/one.toml", estimates));
    }
    read_at(&Folder::of_texts(files), resolution)
}

fn rule(expr: &str) -> String {
    format!("\n[[rules]]\nid = \"it\"\nalways = \"{expr}\"\nbasis = \"example\"\n")
}

fn case(extra: &str, resolution: Resolution) -> Case {
    let reading = read(extra, "", resolution);
    let errors: Vec<_> = reading.diagnostics.iter().filter(|found| found.is_error()).collect();
    assert!(errors.is_empty(), "{extra}: {errors:?}");
    reading.case.expect("a case")
}

fn land(case: &Case) -> &Lens {
    case.lenses.rows().next().expect("a lens")
}

/// What a condition means, for one package.
fn holds(formula: &Formula, x: &[ChoiceIdx]) -> bool {
    match formula {
        Formula::Is(issue, choices) => choices.contains(&x[issue.position()]),
        Formula::AtMost { terms, bound } => {
            terms.iter().map(|term| term.amounts[x[term.issue.position()]]).sum::<i64>() <= *bound
        }
        Formula::Connected(_) => panic!("few parts are listed"),
        Formula::Not(inner) => !holds(inner, x),
        Formula::All(parts) => parts.iter().all(|part| holds(part, x)),
        Formula::Any(parts) => parts.iter().any(|part| holds(part, x)),
    }
}

/// Every package, as the status of every unit and the toll.
fn packages(case: &Case) -> Vec<(Vec<ChoiceIdx>, BTreeMap<String, String>, i64)> {
    let mut all: Vec<Vec<ChoiceIdx>> = vec![Vec::new()];
    for issue in case.issues.rows() {
        all = all
            .iter()
            .flat_map(|start| issue.choices.indices().map(|choice| start.iter().copied().chain([choice]).collect()))
            .collect();
    }
    let lens = land(case);
    let read = |package: Vec<ChoiceIdx>| {
        let status = |unit: usize| {
            let status = lens.status_of(unit, |issue| package[issue.position()]).expect("settled");
            (lens.units[unit].id.to_string(), lens.statuses[status].id.clone())
        };
        let statuses = (0..lens.units.len()).map(status).collect();
        let toll = case.issue("toll").expect("the toll");
        let toll = case.issues[toll].choices[package[toll.position()]].amount.expect("an amount").thousandths();
        (package, statuses, toll)
    };
    all.into_iter().map(read).collect()
}

fn count(case: &Case) -> String {
    let answer = stated(case, &Settings { examples: 1, ..Settings::default() }, &Silent).expect("small");
    match answer.zone.packages {
        Count::Exact(number) => number.to_string(),
        other => panic!("{other:?}"),
    }
}

/// The packages that `expr` as a rule leaves are those where `meant` holds of the statuses of all units and the toll, in the
/// formula and in the engine, at both resolutions.
fn check(expr: &str, meant: impl Fn(&BTreeMap<String, String>, i64) -> bool) {
    for resolution in [Resolution::Blocs, Resolution::Units] {
        let case = case(&rule(expr), resolution);
        let rule = &case.rules.rows().next().expect("the rule").holds;
        let mut left = 0;
        for (package, statuses, toll) in packages(&case) {
            let expected = meant(&statuses, toll);
            assert_eq!(holds(rule, &package), expected, "{expr} at {statuses:?}");
            left += u32::from(expected);
        }
        assert_eq!(count(&case), left.to_string(), "{expr} {resolution:?}");
    }
}

const AREA: [(&str, i64); 6] =
    [("ford", 120_000), ("hill", 80_000), ("lake", 45_500), ("mill", 60_000), ("moor", 200_000), ("quay", 30_000)];
const EAST_ON_DATE: [&str; 3] = ["ford", "lake", "quay"];
const TIES: [(&str, &str, i64); 5] = [
    ("ford", "hill", 4_000),
    ("hill", "mill", 6_000),
    ("ford", "lake", 2_500),
    ("hill", "moor", 3_000),
    ("lake", "moor", 7_000),
];

fn is_east(unit: &str, status: &str) -> bool {
    status == "east" || (status == "as-on-date" && EAST_ON_DATE.contains(&unit))
}

fn sum(statuses: &BTreeMap<String, String>, is: impl Fn(&str, &str) -> bool) -> i64 {
    AREA.iter().filter(|(unit, _)| is(unit, &statuses[*unit])).map(|(_, area)| area).sum()
}

/// The pieces that the units make up for which `is` holds, the ferry tying two.
fn pieces(statuses: &BTreeMap<String, String>, is: impl Fn(&str, &str) -> bool) -> usize {
    let mut open: Vec<&str> = AREA.iter().map(|(unit, _)| *unit).filter(|unit| is(unit, &statuses[*unit])).collect();
    let mut pieces = 0;
    while let Some(start) = open.pop() {
        pieces += 1;
        let mut front = vec![start];
        while let Some(unit) = front.pop() {
            let ties = TIES.iter().map(|(a, b, _)| (*a, *b)).chain([("ford", "quay")]);
            let next = ties.filter_map(|(a, b)| if a == unit { Some(b) } else { (b == unit).then_some(a) });
            for next in next {
                if let Some(at) = open.iter().position(|other| *other == next) {
                    front.push(open.swap_remove(at));
                }
            }
        }
    }
    pieces
}

#[test]
fn a_lens_is_an_issue_per_part() {
    let ids = |resolution| {
        let case = case("", resolution);
        let of = |issue: &detente::case::Issue| (issue.id.to_string(), issue.choices.len());
        case.issues.rows().map(of).collect::<Vec<_>>()
    };
    let ids =
        |resolution| ids(resolution).iter().map(|(id, size)| format!("{id} {size}")).collect::<Vec<_>>().join(", ");
    assert_eq!(ids(Resolution::Blocs), "land.hill 4, land.moor 4, land.quay 2, land.river 4, toll 3");
    assert_eq!(ids(Resolution::Units), "land.ford 4, land.hill 4, land.mill 4, land.moor 4, land.quay 2, toll 3");
}

#[test]
fn units_blocs_and_the_whole_are_named_alike_at_both_resolutions() {
    check("land.ford = east", |of, _| of["ford"] == "east");
    check("land.river != east", |of, _| !(of["ford"] == "east" && of["mill"] == "east"));
    check("land.river in {east, joint} or land.hill = west", |of, _| {
        let shared = |unit: &str| of[unit] == "east" || of[unit] == "joint";
        (shared("ford") && shared("mill")) || of["hill"] == "west"
    });
    check("land = as-on-date", |of, _| of.values().all(|status| status == "as-on-date"));
    check("land.lake = as-on-date and land.lake != east", |_, _| true);
    check("land.lake = east", |_, _| false);
}

#[test]
fn sums_add_up_what_is_marked() {
    check("area(land, east) >= 150 km2", |of, _| 150_000 <= sum(of, |_, status| status == "east"));
    check("area(land, eastland) < 195.5 km2", |of, _| sum(of, is_east) < 195_500);
    check("units(land, joint, west) = 2", |of, _| {
        of.values().filter(|status| ["joint", "west"].contains(&status.as_str())).count() == 2
    });
    check("people(land, joint) <= 900", |of, _| {
        let people = [("ford", 400), ("hill", 50), ("lake", 10), ("mill", 700), ("moor", 0), ("quay", 900)];
        people.iter().filter(|(unit, _)| of[*unit] == "joint").map(|(_, people)| people).sum::<i32>() <= 900
    });
    // An exchange by area, beside an amount.
    check("area(land, east) + 2*toll >= 1.5*area(land, west) - 10", |of, toll| {
        let area = |wanted: &str| sum(of, |_, status| status == wanted);
        2 * (area("east") + 2 * toll) >= 3 * area("west") - 20_000
    });
}

#[test]
fn pieces_and_lines_look_at_which_units_touch() {
    for most in 0..4 {
        check(&format!("components(land, eastland) <= {most}"), |of, _| pieces(of, is_east) <= most);
        check(&format!("not components(land, west) > {most}"), |of, _| {
            pieces(of, |_, status| status == "west") <= most
        });
    }
    check("components(land, joint) = 2", |of, _| pieces(of, |_, status| status == "joint") == 2);
    check("phased_components(land, east, joint) <= 1", |of, _| {
        pieces(of, |_, status| status == "east") <= 1
            && pieces(of, |_, status| ["east", "joint"].contains(&status)) <= 1
    });
    check("line_length(land, eastland) <= 12.5 km", |of, _| {
        let east = |unit: &str| is_east(unit, &of[unit]);
        TIES.iter().filter(|(a, b, _)| east(a) != east(b)).map(|(_, _, km)| km).sum::<i64>() <= 12_500
    });
}

/// Many units: the graph itself goes to the engine, with its fixed units as vertices that are always marked.
#[test]
fn pieces_of_many_units_are_those_of_the_definition() {
    let names: Vec<String> = ('a'..='j').map(String::from).collect();
    let units: String = names.iter().map(|name| format!("{name},{name},10\n")).collect();
    let ties: String = names.windows(2).map(|pair| format!("{},{},1\n", pair[0], pair[1])).collect();
    let case = "format = 1\n[case]\nid = \"row\"\ntitle = \"Row\"\n[parties]\neastland = { name = \"Eastland\" }\n\
        [issues.land]\ntitle = \"Land\"\nlens = \"territory\"\nunits = [\"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", \"i\", \"j\"]\n\
        rest = \"east\"\n[issues.land.statuses]\neast = \"East\"\nwest = \"West\"\n\
        [issues.toll]\ntitle = \"Toll\"\nchoices = { none = \"None\", some = \"Some\" }\n\
        [[rules]]\nid = \"one\"\nalways = \"components(land, east) <= 2\"\nbasis = \"example\"\n";
    let folder = Folder::of_texts([
        ("case.toml", case),
        ("territory/units.csv", &format!("id,name,area_km2\n{units}")),
        ("territory/adjacency.csv", &format!("a,b,shared_km\n{ties}")),
    ]);
    let case = read_at(&folder, Resolution::Units).case.expect("a case");
    assert!(case.lenses.rows().all(|lens| lens.units[0].settled == Settled::At(0)));
    // A row of ten with the first in: at most one more run of east among nine.
    let runs = |bits: u32| (0..9).filter(|at| bits >> at & 1 == 1 && (*at == 0 || bits >> (at - 1) & 1 == 0)).count();
    let allowed = (0..512_u32).filter(|bits| runs(*bits) - usize::from(bits & 1 == 1) <= 1).count();
    assert_eq!(count(&case), (2 * allowed).to_string());
}

const ESTIMATES: &str = r#"format = 1
[estimates]
author = "test"
[eastland]
because = "example"
bottom_line = 20
weights = { land = 30, toll = [5, 15] }
values.toll = { curve = [[0, 0], [40, 100]] }
[eastland.values.land]
as-on-date = [0, 40]
east = 100
joint = 50
west = 0
counts = { per_km2 = 1, per_person = [0, 0.2], units = { hill = 100 } }
[westland]
because = "example"
bottom_line = 20
weights.land = 10
[westland.values.land]
as-on-date = 50
joint = 20
west = 100
counts = { per_unit = 1 }
rates.east = { per_unit = 0, per_km2 = 0.1 }
"#;

/// DEFINITIONS 26, by hand and in fractions: the sum over units, between its least and its greatest.
#[test]
fn values_are_those_of_the_definition() {
    for resolution in [Resolution::Blocs, Resolution::Units] {
        let reading = read("", ESTIMATES, resolution);
        assert!(reading.is_sound(), "{:?}", reading.diagnostics);
        let case = reading.case.as_ref().expect("a case");
        let lowered = lower(case, Some(&reading.estimates[0])).expect("small");
        let people =
            BTreeMap::from([("ford", 400), ("hill", 50), ("lake", 10), ("mill", 700), ("moor", 0), ("quay", 900)]);
        let area: BTreeMap<&str, i64> = AREA.into_iter().collect();
        // Thousandths: km² + 0.1 per person + 100 for the hill, times the worth of the status.
        let east = |unit: &str, status: &str| {
            let counts = area[unit] + 100 * people[unit] + if unit == "hill" { 100_000 } else { 0 };
            counts
                * match status {
                    "as-on-date" => 20,
                    "east" => 100,
                    "joint" => 50,
                    _ => 0,
                }
        };
        let west = |unit: &str, status: &str| match status {
            "as-on-date" => 50_000,
            "joint" => 20_000,
            "west" => 100_000,
            _ => area[unit] / 10,
        };
        let units = ["ford", "hill", "mill", "moor", "quay"];
        let statuses = |unit: &str| {
            if unit == "quay" { vec!["as-on-date", "joint"] } else { vec!["as-on-date", "east", "joint", "west"] }
        };
        let worth: [(Worth<'_>, i64, usize); 2] = [(&east, 30, 0), (&west, 10, 1)];
        for (value, weight, party) in worth {
            // Least and greatest part by part.
            let lens = land(case);
            let ends = |end: fn(&mut dyn Iterator<Item = i64>) -> i64| -> i64 {
                let part = |part: &detente::case::LensPart| {
                    let ids: Vec<&str> = part.units.iter().map(|&unit| lens.units[unit].id.as_str()).collect();
                    let allowed = statuses(ids[0]);
                    end(&mut allowed.iter().map(|status| ids.iter().map(|unit| value(unit, status)).sum::<i64>()))
                };
                lens.parts.iter().map(part).sum()
            };
            let (least, most) = (ends(|of| of.min().unwrap_or(0)), ends(|of| of.max().unwrap_or(0)));
            for (package, of, toll) in packages(case) {
                let sum: i64 = units.iter().map(|unit| value(unit, &of[*unit])).sum();
                let found = lowered.model.parties[party].utility(&lowered.package(&package.iter().copied().collect()));
                let toll = if party == 0 { toll * 100 / 40_000 * 10 * 1_000_000 } else { 0 };
                // Units: thousandths of weight times thousandths of value.
                let expected = i128::from(weight) * 1000 * i128::from(sum - least) * 100_000 / i128::from(most - least)
                    + i128::from(toll);
                let parts = i128::try_from(lens.parts.len()).expect("few");
                assert!((found - expected).abs() <= i128::from(weight) * 1000 * parts, "{found} {expected} {of:?}");
            }
        }
        // The weight of a lens counts once.
        assert_eq!(lowered.units_per_point, [40_000 * 1000, 10_000 * 1000]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Conditions put together at random leave what they say.
    #[test]
    fn random_conditions_leave_what_they_say(
        area in 0_i64..540, pieces_east in 0_usize..4, status in prop::sample::select(vec!["as-on-date", "east", "joint", "west"]),
        unit in prop::sample::select(vec!["ford", "hill", "mill", "moor", "quay"]), km in 0_i64..23, both in any::<bool>(),
    ) {
        prop_assume!(unit != "quay" || status == "as-on-date" || status == "joint");
        let joint = if both { "and" } else { "or" };
        let expr = format!(
            "(area(land, {status}) >= {area} {joint} not components(land, eastland, joint) <= {pieces_east}) \
             and (line_length(land, westland) > {km} => land.{unit} != {status})"
        );
        check(&expr, |of, _| {
            let enough = area * 1000 <= sum(of, |_, found| found == status);
            let scattered = pieces_east < pieces(of, |unit, found| is_east(unit, found) || found == "joint");
            let west = |unit: &str| of[unit] == "west" || (of[unit] == "as-on-date" && ["mill", "moor"].contains(&unit));
            let line: i64 = TIES.iter().filter(|(a, b, _)| west(a) != west(b)).map(|(_, _, km)| km).sum();
            (if both { enough && scattered } else { enough || scattered }) && (line <= km * 1000 || of[unit] != status)
        });
    }
}

/// A limit of a party on pieces is a member of conflicts like any other; a rule on area is nobody's.
#[test]
fn an_owned_limit_on_a_lens_stands_in_conflicts() {
    let extra = format!(
        "{}\n[[red_lines]]\nid = \"whole\"\nparty = \"eastland\"\nnever = \"components(land, east) > 1\"\n\
         firmness = \"strong\"\n[[red_lines]]\nid = \"hill\"\nparty = \"westland\"\nnever = \"land.hill = east\"\n\
         firmness = \"strong\"\n",
        rule("area(land, east) >= 330 km2")
    );
    for resolution in [Resolution::Blocs, Resolution::Units] {
        let case = case(&extra, resolution);
        let answer = stated(&case, &Settings::default(), &Silent).expect("small");
        assert!(!answer.zone.feasible, "without the hill, 330 km² east are in pieces");
        let conflicts = answer.conflicts.expect("there is none");
        let ids = |of: &Vec<_>| of.iter().map(|member| member_id(&case, None, *member)).collect();
        let members: Vec<Vec<String>> = conflicts.sets.iter().map(ids).collect();
        assert_eq!(members, [["hill", "whole"]]);
    }
}

/// Packages read back: what has which status, what counts for whom beside control on the date, and the line around it.
#[test]
fn packages_are_read_back() {
    let case = case("", Resolution::Blocs);
    let package = |statuses: &[(&str, &str)]| {
        let choice = |issue: &detente::case::Issue| {
            let named = statuses.iter().find(|(id, _)| issue.id == **id).map_or("as-on-date", |(_, status)| status);
            issue.choice(named).or_else(|| issue.choices.indices().next()).expect("a choice")
        };
        case.issues.rows().map(choice).collect()
    };
    let read = |statuses: &[(&str, &str)]| readings(&case, &package(statuses)).remove(0);
    let km = |number: Option<Decimal>| number.map(|number| number.to_string());
    let now = read(&[]);
    let tallies: Vec<_> = now.statuses.iter().map(|tally| (tally.units, km(tally.km2), km(tally.people))).collect();
    let none = || (0, Some("0".to_owned()), Some("0".to_owned()));
    assert_eq!(tallies, [(5, Some("490".to_owned()), Some("2050".to_owned())), none(), none(), none()]);
    // The hill is split: 48 of 80 km² east, 32 west. Lake is not in question.
    let sides = |of: &detente::deals::LensReading| -> Vec<String> {
        let known = |number| km(number).unwrap_or_else(|| "?".to_owned());
        let side = |of: &detente::deals::SideReading| {
            format!("{} {} {}; {} {}", of.party, of.on_date, known(of.km2), known(of.line_on_date), known(of.line))
        };
        of.sides.iter().map(side).collect()
    };
    assert_eq!(sides(&now), ["eastland 198 198; ? ?", "westland 292 292; ? ?"]);
    let then = read(&[("land.hill", "west"), ("land.river", "joint"), ("land.moor", "east")]);
    // East: quay as on the date and the moor; with the lake, a line along ford (2.5) and hill (3).
    assert_eq!(sides(&then), ["eastland 198 230; ? 5.5", "westland 292 80; ? 13"]);
}

/// The order of units, blocs, statuses and parties in the files means nothing.
#[test]
fn reordering_changes_nothing() {
    let plain = case(&rule("components(land, eastland) <= 1"), Resolution::Blocs);
    let mut units: Vec<&str> = UNITS.lines().collect();
    units[1..].reverse();
    let mut ties: Vec<&str> = ADJACENCY.lines().collect();
    ties[1..].reverse();
    let text = format!("{CASE}{}", rule("components(land, eastland) <= 1")).replace(
        "\"ford\", \"hill\", \"mill\", \"moor\", \"quay\"",
        "\"quay\", \"moor\", \"mill\", \"hill\", \"ford\"",
    );
    let folder = Folder::of_texts([
        ("case.toml", text.as_str()),
        ("territory/units.csv", &units.join("\n")),
        ("territory/control.csv", CONTROL),
        ("territory/adjacency.csv", &ties.join("\n")),
    ]);
    let other = read_at(&folder, Resolution::Blocs).case.expect("a case");
    assert_eq!(plain.rules.rows().next().map(|rule| &rule.holds), other.rules.rows().next().map(|rule| &rule.holds));
    let model = |case: &Case| lower(case, None).expect("small").model;
    assert_eq!(model(&plain), model(&other));
}

#[test]
fn mistakes_have_a_place() {
    let codes = |extra: &str| {
        let reading = read(extra, "", Resolution::Blocs);
        reading.diagnostics.iter().filter(|of| of.is_error()).map(|of| of.code.name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(codes(&rule("land.fjord = east")), "unknown-unit");
    assert_eq!(codes(&rule("land.ford = north")), "unknown-status");
    assert_eq!(codes(&rule("area(land, north) > 3")), "unknown-status");
    assert_eq!(codes(&rule("area(sea, east) > 3")), "dangling-id");
    assert_eq!(codes(&rule("volume(land, east) > 3")), "bad-expression");
    assert_eq!(codes(&rule("area(land) > 3")), "bad-expression");
    assert_eq!(codes(&rule("components(land, east) + toll > 3")), "bad-comparison");
    assert_eq!(codes(&rule("sites(land, east) > 3")), "unit-unmeasured");
    assert_eq!(codes(&rule("land > 3")), "bad-comparison");
    assert_eq!(codes(&rule("area(land, east) > 3 %")), "bad-comparison");
    assert_eq!(Decimal::whole(3).map(|three| three.to_string()), Some("3".to_owned()));
}
