//! Coefficients of agreement against published values and against their definitions written out another way.

#![allow(clippy::indexing_slicing, reason = "a test, and what it shares")]

use detente_casefile::{Folder, read};
use detente_evidence::{Level, Undefined, agreement, cohens_kappa, krippendorffs_alpha};
use proptest::prelude::*;
use serde_json::Value;

/// An entry of the published cases.
fn published(id: &str) -> Value {
    let text = include_str!("../../../../conformance/published_cases.json");
    let all: Value = serde_json::from_str(text).expect("JSON");
    let cases = all["cases"].as_array().expect("cases");
    cases.iter().find(|case| case["id"] == id).cloned().expect("the entry")
}

fn numbers(list: &Value) -> Vec<i64> {
    list.as_array().expect("a list").iter().map(|number| number.as_i64().expect("an integer")).collect()
}

#[test]
fn krippendorffs_binary_example() {
    let case = published("krippendorff_binary");
    let (first, second) = (numbers(&case["input"]["coder1"]), numbers(&case["input"]["coder2"]));
    let units: Vec<Vec<i64>> = first.iter().zip(&second).map(|(&a, &b)| vec![a, b]).collect();
    let alpha = krippendorffs_alpha(&units, Level::Nominal).expect("defined");
    assert_eq!(alpha.to_string(), "2/21");
    assert_eq!(alpha.rounded().to_string(), case["expected"]["alpha"].to_string());
    // With two values every level is nominal.
    assert_eq!(krippendorffs_alpha(&units, Level::Ordinal), Ok(alpha.clone()));
    assert_eq!(krippendorffs_alpha(&units, Level::Interval), Ok(alpha));
}

#[test]
fn cohens_table() {
    let case = published("cohen_kappa_50");
    let mut pairs = Vec::new();
    for (first, row) in (0..).zip(case["input"]["table"].as_array().expect("rows")) {
        for (second, count) in (0..).zip(numbers(row)) {
            pairs.extend((0..count).map(|_| (first, second)));
        }
    }
    let kappa = cohens_kappa(&pairs).expect("defined");
    assert_eq!(
        (kappa.to_string().as_str(), kappa.rounded().to_string()),
        ("2/5", case["expected"]["kappa"].to_string())
    );
}

/// Four coders, twelve things, some values missing: examples C and E of \[Krippendorff2011\], the numbers recalled.
#[test]
fn krippendorffs_example_with_missing_values() {
    let rows: [[Option<i64>; 12]; 4] = [
        [Some(1), Some(2), Some(3), Some(3), Some(2), Some(1), Some(4), Some(1), Some(2), None, None, None],
        [Some(1), Some(2), Some(3), Some(3), Some(2), Some(2), Some(4), Some(1), Some(2), Some(5), None, Some(3)],
        [None, Some(3), Some(3), Some(3), Some(2), Some(3), Some(4), Some(2), Some(2), Some(5), Some(1), None],
        [Some(1), Some(2), Some(3), Some(3), Some(2), Some(4), Some(4), Some(1), Some(2), Some(5), Some(1), None],
    ];
    let units: Vec<Vec<i64>> = (0..12).map(|unit| rows.iter().filter_map(|row| row[unit]).collect()).collect();
    let rounded = |level| krippendorffs_alpha(&units, level).expect("defined").rounded().to_string();
    assert_eq!(rounded(Level::Nominal), "0.743");
    assert_eq!(rounded(Level::Ordinal), "0.815");
    assert_eq!(rounded(Level::Interval), "0.849");
}

#[test]
fn where_nothing_can_be_told() {
    assert_eq!(krippendorffs_alpha(&[], Level::Nominal), Err(Undefined::NoPairs));
    assert_eq!(krippendorffs_alpha(&[vec![1], vec![2]], Level::Ordinal), Err(Undefined::NoPairs));
    assert_eq!(krippendorffs_alpha(&[vec![1, 1], vec![1, 1]], Level::Interval), Err(Undefined::NoVariation));
    assert_eq!(cohens_kappa(&[]), Err(Undefined::NoPairs));
    assert_eq!(cohens_kappa(&[(3, 3), (3, 3)]), Err(Undefined::NoVariation));
}

/// All readings less one, the distances of all pairs, and per thing the distances of its pairs and its readings less one.
type Pairs = (i64, i64, Vec<(i64, i64)>);

/// Alpha from the definition: every pair of readings of one thing, and every pair of readings at all.
fn by_pairs(units: &[Vec<i64>], distance: impl Fn(i64, i64) -> i64) -> Option<Pairs> {
    let pairable: Vec<&Vec<i64>> = units.iter().filter(|unit| 1 < unit.len()).collect();
    let all: Vec<i64> = pairable.iter().copied().flatten().copied().collect();
    let sum = |values: &[i64]| -> i64 { values.iter().flat_map(|a| values.iter().map(|b| distance(*a, *b))).sum() };
    let observed = pairable.iter().map(|unit| (sum(unit), i64::try_from(unit.len() - 1).expect("small"))).collect();
    let expected = sum(&all);
    (0 < expected).then(|| (i64::try_from(all.len() - 1).expect("small"), expected, observed))
}

fn readings() -> impl Strategy<Value = Vec<Vec<i64>>> {
    prop::collection::vec(prop::collection::vec(1_i64..5, 0..4), 0..9)
}

proptest! {
    #[test]
    fn alpha_is_that_of_all_pairs(units in readings(), interval in any::<bool>()) {
        let level = if interval { Level::Interval } else { Level::Nominal };
        let distance = |a: i64, b: i64| if interval { (a - b) * (a - b) } else { i64::from(a != b) };
        let alpha = krippendorffs_alpha(&units, level);
        match by_pairs(&units, distance) {
            None => prop_assert!(alpha.is_err()),
            Some((n_minus_1, expected, observed)) => {
                // alpha = 1 - (n - 1) * sum(pairs of a thing / (m - 1)) / pairs of all, over the common denominator 6.
                let sum: i64 = observed.iter().map(|&(pairs, others)| pairs * (6 / others)).sum();
                let (numerator, denominator) = (6 * expected - n_minus_1 * sum, 6 * expected);
                let common = (1..=denominator).rev().find(|&d| denominator % d == 0 && numerator % d == 0).expect("1");
                let (numerator, denominator) = (numerator / common, denominator / common);
                let expected = if denominator == 1 { numerator.to_string() } else { format!("{numerator}/{denominator}") };
                prop_assert_eq!(alpha.expect("defined").to_string(), expected);
            }
        }
    }

    #[test]
    fn alpha_knows_no_order_of_coders_nor_names_of_values(mut units in readings()) {
        let nominal = krippendorffs_alpha(&units, Level::Nominal);
        let ordinal = krippendorffs_alpha(&units, Level::Ordinal);
        units.iter_mut().for_each(|unit| unit.reverse());
        units.reverse();
        prop_assert_eq!(&krippendorffs_alpha(&units, Level::Ordinal), &ordinal);
        let stretched: Vec<Vec<i64>> = units.iter().map(|unit| unit.iter().map(|value| value * value * 7).collect()).collect();
        prop_assert_eq!(&krippendorffs_alpha(&stretched, Level::Ordinal), &ordinal, "ranks only");
        let renamed: Vec<Vec<i64>> = units.iter().map(|unit| unit.iter().map(|value| (value * 3) % 5).collect()).collect();
        prop_assert_eq!(&krippendorffs_alpha(&renamed, Level::Nominal), &nominal, "names only");
    }

    #[test]
    fn who_agrees_fully_has_one(values in prop::collection::vec(0_i64..4, 2..9)) {
        let units: Vec<Vec<i64>> = values.iter().map(|&value| vec![value; 3]).collect();
        let pairs: Vec<(i64, i64)> = values.iter().map(|&value| (value, value)).collect();
        if values.iter().any(|value| *value != values[0]) {
            for level in [Level::Nominal, Level::Ordinal, Level::Interval] {
                prop_assert_eq!(krippendorffs_alpha(&units, level).expect("defined").to_string(), "1");
            }
            prop_assert_eq!(cohens_kappa(&pairs).expect("defined").to_string(), "1");
        }
    }
}

const CASE: &str = r#"
format = 1
[case]
id = "river"
title = "Talks on a river"
[parties]
eastland = { name = "Eastland" }
[issues.bridge]
title = "Bridge"
choices = { closed = "Closed", free = "Free" }
[issues.water]
title = "Water"
range = { from = 0, to = 100, step = 10, unit = "%" }
"#;

#[test]
fn coders_of_a_ledger() {
    let mut ledger = String::from("[[sources]]\nid = \"src\"\nkind = \"other\"\n");
    let mut codings = String::new();
    let read_by = |statement: usize, coder: &str, keys: &str| {
        format!(
            "[[codings]]\nid = \"c-{statement}-{coder}\"\nstatement = \"s-{statement}\"\ncoder = \"{coder}\"\n{keys}\n"
        )
    };
    for (statement, (a, b)) in [
        (
            "issue = \"water\"\nkind = \"demand\"\namount = 10\ncredibility = 2",
            "issue = \"water\"\nkind = \"demand\"\namount = 20\ncredibility = 6",
        ),
        (
            "issue = \"bridge\"\nkind = \"offer\"\nfirmness = \"strong\"",
            "issue = \"water\"\nkind = \"demand\"\nfirmness = \"unclear\"",
        ),
        ("issue = \"water\"\nkind = \"demand\"\namount = 70", "issue = \"water\"\nkind = \"offer\"\namount = 70"),
    ]
    .into_iter()
    .enumerate()
    {
        ledger.push_str(&format!("[[statements]]\nid = \"s-{statement}\"\nsource = \"src\"\nspeaker = {{ party = \"eastland\" }}\nvia = \"reported\"\n"));
        codings.push_str(&read_by(statement, "ada", a));
        codings.push_str(&read_by(statement, "ben", b));
    }
    let reading = read(&Folder::of_texts([("case.toml", CASE), ("ledger.toml", &(ledger + &codings))]));
    assert!(reading.is_sound(), "{:?}", reading.diagnostics);
    let found = agreement(&reading.case.expect("a case"), &reading.ledger);
    let lines: Vec<String> = found
        .iter()
        .map(|row| {
            let alpha = row.alpha.as_ref().map_or_else(|why| format!("{why:?}"), ToString::to_string);
            let kappa = row
                .kappa
                .as_ref()
                .map(|kappa| kappa.as_ref().map_or_else(|why| format!("{why:?}"), ToString::to_string));
            format!("{} {}/{} alpha {alpha} kappa {kappa:?}", row.variable.id(), row.alike, row.statements)
        })
        .collect();
    assert_eq!(
        lines,
        [
            "issue 2/3 alpha 0 kappa Some(\"0\")",
            "kind 1/3 alpha -1/4 kappa Some(\"-1/2\")",
            "firmness 0/0 alpha NoPairs kappa None",
            "credibility 0/0 alpha NoPairs kappa None",
            "amount 1/2 alpha 40/41 kappa None",
        ]
    );
    let disagreement = &found[4].disagreements[0];
    let readings = [("ada".to_owned(), "10".to_owned()), ("ben".to_owned(), "20".to_owned())];
    assert_eq!(disagreement.readings, readings);
}
