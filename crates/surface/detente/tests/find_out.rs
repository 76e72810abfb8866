//! What to find out next: against closed forms, on any number of threads, and where there is nothing to find out.

use std::path::PathBuf;

use detente::Opened;
use detente::base::Silent;
use detente::case::Case;
use detente::casefile::{Folder, read};
use detente::deals::{Choices, Settings};
use detente::estimate::EstimateSet;
use detente::robustness::{
    Answered, Effect, Indices, Interval, NoIndices, OfInput, Outcome, Plan, Share, Value, Wanted, Worth, indices,
    study, value,
};

const ONE_CHOICE: &str = "format = 1\n[case]\nid = \"one\"\ntitle = \"One\"\n[parties.eastland]\nname = \"Eastland\"\n\
     [parties.westland]\nname = \"Westland\"\n[issues.x]\ntitle = \"X\"\n[issues.x.choices]\nonly = \"Only\"\n";
const PAYOFFS: &str = "format = 1\n[estimates]\nauthor = \"test\"\nutility = \"payoffs\"\ncomparable = false\n";

/// One package worth 50 to Eastland and 80 to Westland; both bottom lines anywhere up to 100.
const TWO_LINES: &str = "[eastland]\nbecause = \"test\"\nbottom_line = [0, 100]\nvalues.x = { only = 50 }\n\
     [westland]\nbecause = \"test\"\nbottom_line = [0, 100]\nvalues.x = { only = 80 }\n";

fn of_texts(case: &str, estimates: &str) -> Opened {
    let folder = Folder::of_texts([("case.toml", case), ("estimates/guess.toml", estimates)]);
    let reading = read(&folder);
    let opened = Opened { root: PathBuf::new(), folder, reading };
    let diagnostics = opened.diagnostics(&Silent).expect("small");
    let errors: Vec<&String> =
        diagnostics.iter().filter(|found| found.is_error()).map(|found| &found.message).collect();
    assert!(errors.is_empty(), "{errors:?}");
    opened
}

fn parts(opened: &Opened) -> (&Case, &EstimateSet) {
    (opened.reading.case.as_ref().expect("a case"), opened.reading.estimates.first().expect("a set"))
}

fn package(case: &Case, ids: &[&str]) -> Choices {
    case.issues.rows().zip(ids).map(|(issue, id)| issue.choice(id).expect("a choice")).collect()
}

fn found(opened: &Opened, draws: u64, seed: u64, named: &[&[&str]]) -> (Value, Result<Indices, NoIndices>) {
    let (case, set) = parts(opened);
    let settings = Settings::default();
    let plan = Plan::new(case, set, &settings).expect("fits");
    let source = Answered::new(case, set, plan.inputs(), seed).expect("fits");
    let named = named.iter().map(|ids| package(case, ids)).collect();
    let study = study(&plan, &source, &Wanted { draws: 200, named }, &Silent).expect("within reach");
    let value = value(&plan, &source, &study, draws, seed, &Silent).expect("within reach");
    let indices = indices(&plan, &source, &study, draws.min(2000), seed, &Silent).expect("within reach");
    (value, indices)
}

fn input<'v>(value: &'v Value, id: &str) -> &'v OfInput {
    value.inputs.iter().find(|of| of.input.id == id).unwrap_or_else(|| panic!("no {id}"))
}

fn holds(interval: Interval, expect: f64, more: f64) -> bool {
    interval.low - more <= expect && expect <= interval.high + more
}

fn near(worth: Option<Worth>, expect: f64) {
    let worth = worth.expect("a worth");
    assert!((worth.value() - expect).abs() < 0.02, "{worth:?} instead of {expect}");
    assert!(holds(worth.interval, expect, 0.005), "{worth:?} instead of {expect}");
}

fn share_near(share: Share, expect: f64) {
    assert!((share.value() - expect).abs() < 0.02, "{share:?} instead of {expect}");
}

/// P(b ≤ 50) · P(c ≤ 80) = 0.4, so without knowing "there is none" is right in 0.6. Knowing b: right in 0.8 of one half, always in
/// the other, 0.9 together. Knowing c: 0.5 of 0.8 and all of 0.2, 0.6: worth nothing.
#[test]
fn worth_against_the_closed_form() {
    let opened = of_texts(ONE_CHOICE, &format!("{PAYOFFS}{TWO_LINES}"));
    let (value, _) = found(&opened, 20_000, 1, &[&["only"]]);
    share_near(value.open, 0.4);
    let (east, west) = (input(&value, "eastland/bottom-line"), input(&value, "westland/bottom-line"));
    near(east.deal, 0.3);
    near(west.deal, 0.0);
    // There is only one package to name: naming it is all one can do, whatever is known.
    assert_eq!((east.package.expect("one").gained, west.package.expect("one").gained), (0, 0));
    // Above 50 there is no package, below in 80%: half of the mass is settled. Of Westland's the fifth above 80.
    let margins = |of: &OfInput| -> Vec<Option<i64>> { of.settled.iter().map(|settled| settled.within).collect() };
    assert_eq!(margins(east), [Some(10_000), Some(5000), Some(2000)]);
    // Bins of 20 and 4 units have 50 inside, bins of 10 end there.
    share_near(east.settled[0].share, 0.4);
    share_near(east.settled[1].share, 0.5);
    share_near(east.settled[2].share, 0.48);
    west.settled.iter().for_each(|settled| share_near(settled.share, 0.2));
    assert_eq!(east.margin().and_then(|margin| margin.within), Some(5000));
    share_near(east.low, 0.8);
    share_near(east.high, 0.0);
    share_near(west.low, 0.5);
    share_near(west.high, 0.1);
    assert_eq!(value.most_worth(|of| of.deal).len(), 1);
    assert_eq!(value.by_swing()[0].input.id, "eastland/bottom-line");
}

/// Two packages: "high" hangs on what it is worth to Eastland, "low" on Westland's line. Naming "high" blindly is right in 0.6.
#[test]
fn worth_of_naming_a_package_against_the_closed_form() {
    let case = ONE_CHOICE.replace("only = \"Only\"", "high = \"High\"\nlow = \"Low\"");
    let estimates = format!(
        "{PAYOFFS}[eastland]\nbecause = \"test\"\nbottom_line = 40\nvalues.x = {{ high = [0, 100], low = 55 }}\n\
         [westland]\nbecause = \"test\"\nbottom_line = [0, 100]\nvalues.x = {{ high = 100, low = 25 }}\n"
    );
    let opened = of_texts(&case, &estimates);
    let (value, _) = found(&opened, 20_000, 1, &[&["high"], &["low"]]);
    // "high" is acceptable where Eastland's value is at least 40: 0.6. "low" where Westland's line is at most 25: 0.25. Knowing
    // the value: 0.6 + 0.4 · 0.25 = 0.7. Knowing the line: 0.25 + 0.75 · 0.6 = 0.7.
    near(input(&value, "eastland/values/x/high").package, 0.1);
    near(input(&value, "westland/bottom-line").package, 0.1);
    // There is a package in 0.7 of the draws. Knowing the value: always right in 0.6, right in 0.75 of the rest. Knowing the
    // line: always right in 0.25, right in 0.6 of the rest, which is no more than without.
    near(input(&value, "eastland/values/x/high").deal, 0.2);
    near(input(&value, "westland/bottom-line").deal, 0.0);
}

/// A red line in force in 0.3 of draws over a package otherwise acceptable in 0.9: with it there is none.
#[test]
fn whether_a_limit_is_in_force_can_be_found_out_and_its_probability_cannot() {
    let opened = of_texts(
        ONE_CHOICE,
        &format!(
            "{PAYOFFS}[eastland]\nbecause = \"test\"\nbottom_line = [0, 100]\nvalues.x = {{ only = 90 }}\n\
             [[eastland.red_lines]]\nid = \"never-only\"\nnever = \"x = only\"\nfirmness = \"strong\"\nprobability = 0.3\n\
             because = \"test\"\n"
        ),
    );
    let (value, indices) = found(&opened, 10_000, 1, &[&["only"]]);
    assert_eq!(value.inputs.len(), 2);
    let of = input(&value, "eastland/red-lines/never-only/in-force");
    // Blindly 0.63; knowing: 0.3 + 0.63.
    near(of.deal, 0.3);
    assert_eq!(of.settled.len(), 1);
    share_near(of.settled[0].share, 0.3);
    share_near(of.low, 0.9);
    assert_eq!(of.high.hits, 0);
    // f = (1 − r)·a with a of mean 0.9: Var = 0.63·0.37; alone r: 0.81·0.21, a: 0.49·0.09; together the rest.
    let indices = indices.expect("independent");
    let all = 0.63 * 0.37;
    let deal = indices.outcomes[0].effects.as_ref().expect("a spread");
    for (input, effects) in indices.inputs.iter().zip(deal) {
        let (alone, other) =
            if input.id.ends_with("in-force") { (0.81 * 0.21, 0.49 * 0.09) } else { (0.49 * 0.09, 0.81 * 0.21) };
        effect_near(effects.alone, alone / all);
        effect_near(effects.in_all, (all - other) / all);
    }
}

fn effect_near(effect: Effect, expect: f64) {
    assert!((effect.part - expect).abs() < 0.08, "{effect:?} instead of {expect}");
    assert!(holds(effect.interval, expect, 0.04), "{effect:?} instead of {expect}");
}

/// What Eastland gains is its value less its line, anywhere in [50, 100] and [0, 30]: variances 2500/12 and 900/12.
#[test]
fn parts_of_a_gain_against_the_closed_form() {
    let opened = of_texts(
        ONE_CHOICE,
        &format!(
            "{PAYOFFS}[eastland]\nbecause = \"test\"\nbottom_line = [0, 30]\nvalues.x = {{ only = [50, 100] }}\n\
             [westland]\nbecause = \"test\"\nbottom_line = 0\nvalues.x = {{ only = 10 }}\n"
        ),
    );
    let (_, indices) = found(&opened, 2000, 1, &[]);
    let indices = indices.expect("independent");
    assert_eq!(indices.pairs, 2000);
    assert_eq!(indices.outcomes[0].effects, None, "there is a package in every draw");
    let (case, _) = parts(&opened);
    let east = case.parties.iter().find(|(_, party)| party.name == "Eastland").map(|(idx, _)| idx).expect("there");
    let gain = indices.outcomes.iter().find(|of| of.outcome == Outcome::Gain(east)).expect("it has a bottom line");
    for (input, effects) in indices.inputs.iter().zip(gain.effects.as_ref().expect("a spread")) {
        let part = if input.id.contains("values") { 2500.0 / 3400.0 } else { 900.0 / 3400.0 };
        effect_near(effects.alone, part);
        effect_near(effects.in_all, part);
    }
}

#[test]
fn what_is_ordered_depends_on_each_other_and_has_no_indices() {
    let case = "format = 1\n[case]\nid = \"two\"\ntitle = \"Two\"\n[parties.eastland]\nname = \"Eastland\"\n\
         [parties.westland]\nname = \"Westland\"\n[issues.x]\ntitle = \"X\"\n[issues.x.choices]\nhigh = \"High\"\nlow = \"Low\"\n\
         [issues.y]\ntitle = \"Y\"\n[issues.y.choices]\nhigh = \"High\"\nlow = \"Low\"\n";
    let set = |weights: &str| {
        format!(
            "format = 1\n[estimates]\nauthor = \"test\"\ncomparable = false\n[eastland]\nbecause = \"test\"\nbottom_line = 45\n\
             {weights}values.x = {{ high = 100, low = 0 }}\nvalues.y = {{ high = 0, low = 100 }}\n"
        )
    };
    let ordered = of_texts(case, &set("weights.order = [\"x\", \"y\"]\n"));
    let (value, indices) = found(&ordered, 1000, 1, &[]);
    assert_eq!(indices, Err(NoIndices::Dependent));
    assert!(!value.inputs.is_empty(), "what it is worth to know them can still be said");
    let known = of_texts(case, &set("weights.x = 50\nweights.y = 50\n"));
    let (value, indices) = found(&known, 1000, 1, &[]);
    assert_eq!((indices, value.inputs.len()), (Err(NoIndices::NothingUncertain), 0));
    assert_eq!(value.open.draws, 200, "all draws of the study");
}

/// The order of a file reaches nothing, and a party's name only the draws: exchanged parties exchange what is said of them.
#[test]
fn the_order_of_a_file_changes_nothing() {
    let one = of_texts(ONE_CHOICE, &format!("{PAYOFFS}{TWO_LINES}"));
    let (east, west) = TWO_LINES.split_at(TWO_LINES.find("[westland]").expect("two parties"));
    let other = of_texts(ONE_CHOICE, &format!("{PAYOFFS}{west}{east}"));
    assert_eq!(found(&one, 700, 1, &[]), found(&other, 700, 1, &[]));
    assert_ne!(found(&one, 700, 1, &[]).0, found(&one, 700, 2, &[]).0);
    let exchanged = TWO_LINES.replace("= 50", "= 81").replace("= 80", "= 50").replace("= 81", "= 80");
    let (value, _) = found(&of_texts(ONE_CHOICE, &format!("{PAYOFFS}{exchanged}")), 20_000, 1, &[]);
    near(input(&value, "westland/bottom-line").deal, 0.3);
    near(input(&value, "eastland/bottom-line").deal, 0.0);
}

#[test]
fn too_few_draws_say_nothing_and_break_nothing() {
    let opened = of_texts(ONE_CHOICE, &format!("{PAYOFFS}{TWO_LINES}"));
    for draws in 1..6 {
        let (value, indices) = found(&opened, draws, 1, &[]);
        let of = input(&value, "eastland/bottom-line");
        assert_eq!((of.deal.is_some(), of.settled.len(), value.open.draws), (1 < draws, 0, draws));
        assert!(0 < of.low.draws && 0 < of.high.draws && indices.is_ok());
    }
}

#[test]
fn the_same_on_any_number_of_threads() {
    let opened = of_texts(ONE_CHOICE, &format!("{PAYOFFS}{TWO_LINES}"));
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| found(&opened, 700, 1, &[]))
    };
    let one = on(1);
    assert_eq!((on(2), on(5)), (one.clone(), one));
}

/// Over repeated seeds the intervals hold the worth of 0.3 about as often as they say, and a worth of nothing is seldom taken for
/// something.
#[test]
fn intervals_cover_what_they_say() {
    const SEEDS: u64 = 120;
    let opened = of_texts(ONE_CHOICE, &format!("{PAYOFFS}{TWO_LINES}"));
    let (mut covering, mut mistaken) = (0, 0);
    for seed in 0..SEEDS {
        let (value, _) = found(&opened, 1000, seed, &[]);
        let worth = input(&value, "eastland/bottom-line").deal.expect("a worth");
        covering += u64::from(holds(worth.interval, 0.3, 0.0));
        let nothing = input(&value, "westland/bottom-line").deal.expect("a worth");
        mistaken += u64::from(nothing.is_something());
    }
    assert!((100..=SEEDS).contains(&covering), "{covering} of {SEEDS}");
    assert!(mistaken <= 12, "{mistaken} of {SEEDS}");
}
