//! Any scenario that is written reads back as the same scenario, '10' and 10 included.

use detente_base::FileId;
use detente_interop::Number;
use detente_interop::scenario::{
    self, Additive, Aggregation, Discount, Format, Issue, Levels, Meaning, Part, Pays, Profile, Rectangle, Rectangles,
    Reservation, Scenario, ScenarioFile, Utility, Value, Values,
};
use proptest::prelude::*;

fn number() -> impl Strategy<Value = Number> {
    (-100_000_i64..100_000, -2_i32..18).prop_map(|(mantissa, places)| Number::new(mantissa, places))
}

/// Words that programs stumble over: numbers, truth, nothing, quotation marks, markup.
fn text() -> impl Strategy<Value = String> {
    let tricky = [
        "10", "1e5", "yes", "No", "null", "~", "-", "'", "\"", "a: b", "# c", "&amp;", "<x>", "é", "10.0", "true",
        "[a]", "y",
    ];
    prop_oneof![prop::sample::select(tricky.to_vec()).prop_map(str::to_owned), "[ -~]{1,8}", "[a-zà-ÿ ]{1,8}"]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        text().prop_map(Value::Text),
        (0_i64..30).prop_map(|whole| Value::Number(whole.into())),
        number().prop_map(Value::Number),
        any::<bool>().prop_map(Value::Truth),
    ]
}

fn unique<T: PartialEq>(list: Vec<T>) -> Vec<T> {
    let mut kept = Vec::new();
    list.into_iter().for_each(|item| {
        if !kept.contains(&item) {
            kept.push(item);
        }
    });
    kept
}

fn values() -> impl Strategy<Value = Values> {
    prop_oneof![
        3 => prop::collection::vec(value(), 1..5).prop_map(|values| Values::Listed(unique(values))),
        1 => (-5_i64..5, 0_i64..4).prop_map(|(least, more)| Values::Whole { least, most: least + more }),
    ]
}

fn part(issue: &Issue) -> BoxedStrategy<Part> {
    let table = |length: usize| prop::collection::vec(number(), length..=length).prop_map(Part::Table);
    if let Values::Listed(values) = &issue.values {
        return table(values.len()).boxed();
    }
    let curve = (number(), number()).prop_map(|(slope, offset)| Part::Curve { square: Number::zero(), slope, offset });
    let tent = ([number(), number(), number()], number(), number()).prop_map(|(mut at, base, height)| {
        at.sort_by_key(Number::ratio);
        Part::Tent { at: Box::new(at), base, height }
    });
    prop_oneof![curve, tent].boxed()
}

fn profile(issues: &[Issue]) -> BoxedStrategy<Profile> {
    let parts: Vec<BoxedStrategy<Part>> = issues.iter().map(part).collect();
    let weights = prop::collection::vec(number(), issues.len());
    let reservation = prop_oneof![number().prop_map(Reservation::At), Just(Reservation::Anything)];
    let discount = prop::option::of(
        (1_i64..9, any::<bool>())
            .prop_map(|(tenths, of_reservation)| Discount { factor: Number::new(tenths, 1), of_reservation }),
    );
    let additive = (weights, parts, number())
        .prop_map(|(weights, parts, bias)| Utility::Additive(Additive { weights, parts, bias }));
    let most = issues.len();
    let rectangle =
        (number(), prop::collection::btree_map(0..most, (number(), number()), 0..3)).prop_map(|(worth, bounds)| {
            Rectangle {
                worth,
                bounds: bounds.into_iter().map(|(issue, (least, most))| (issue, least, most)).collect(),
                outside: false,
            }
        });
    let rectangles = (prop::collection::vec(rectangle, 0..4), number()).prop_map(|(paid, bias)| {
        let rectangles = paid.into_iter().map(|rectangle| (Number::one(), rectangle)).collect();
        let pays = Pays { how: Aggregation::Sum, rectangles, nested: Vec::new() };
        Utility::Rectangles(Rectangles { pays, most: None, bias })
    });
    (text(), prop_oneof![3 => additive, 1 => rectangles], reservation, discount)
        .prop_map(|(name, utility, reservation, discount)| Profile {
            name,
            meaning: Meaning::Plain,
            utility,
            reservation,
            discount,
        })
        .boxed()
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let issue = (text(), values()).prop_map(|(name, values)| Issue { name, values });
    prop::collection::vec(issue, 1..4).prop_flat_map(|issues| {
        let mut kept: Vec<Issue> = Vec::new();
        for issue in issues {
            if kept.iter().all(|known| known.name != issue.name) {
                kept.push(issue);
            }
        }
        let profiles = prop::collection::vec(profile(&kept), 1..3);
        (text(), Just(kept), profiles).prop_map(|(name, issues, profiles)| Scenario {
            name: Some(name),
            issues,
            profiles,
        })
    })
}

fn again(files: &[(String, String)], meaning: Meaning) -> Scenario {
    let files: Vec<ScenarioFile<'_>> =
        files.iter().enumerate().map(|(file, (name, text))| ScenarioFile { name, text, file: FileId(file) }).collect();
    let reading = scenario::read(&files, meaning);
    assert!(reading.diagnostics.is_empty(), "{:?}\n{files:?}", reading.diagnostics);
    reading.scenario.expect("sound")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn negmas_gives_back_the_same_scenario(scenario in scenario()) {
        let written = scenario::write(&scenario, Format::Negmas, Meaning::Plain).expect("writable");
        prop_assert_eq!(again(&written.files, Meaning::Plain), scenario);
    }

    #[test]
    fn genius_gives_back_the_same_utilities(scenario in scenario(), raw in any::<bool>()) {
        let meaning = if raw { Meaning::Plain } else { Meaning::Genius };
        // Some cannot be said in it; those are refused and not changed.
        let Ok(written) = scenario::write(&scenario, Format::Genius, meaning) else { return Ok(()) };
        let read = again(&written.files, meaning);
        let (here, there) = (scenario.discretised(Levels::default()), read.discretised(Levels::default()));
        let (here, there) = (here.expect("small"), there.expect("small"));
        for (before, after) in scenario.profiles.iter().zip(&read.profiles) {
            let (before, after) = (before.worth(&scenario.issues, &here), after.worth(&read.issues, &there));
            let mut factor = None;
            let mut outcome = vec![0; here.values.len()];
            loop {
                let (a, b) = (before.of(&outcome), after.of(&outcome));
                let zero = Number::zero().ratio();
                if a == zero || b == zero {
                    prop_assert_eq!(&a, &b);
                } else {
                    let ratio = &b / &a;
                    prop_assert!(zero < ratio, "{} {}", a, b);
                    prop_assert_eq!(factor.get_or_insert(ratio.clone()), &ratio);
                }
                let Some(at) = (0..outcome.len()).rev().find(|&at| outcome[at] + 1 < here.values[at].len()) else { break };
                outcome[at] += 1;
                outcome[at + 1..].fill(0);
            }
        }
    }
}
