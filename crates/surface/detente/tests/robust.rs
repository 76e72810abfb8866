//! Draws: against closed forms, quadrature, an implementation written apart, and the same draws started anew.

use std::path::{Path, PathBuf};

use detente::base::{Silent, Watch};
use detente::case::Case;
use detente::casefile::{Folder, read};
use detente::deals::{Choices, DealsError, Principle, Settings};
use detente::engine::again::{Figures, Known, Seen, Structure};
use detente::engine::{self as engine, Ask, Measure, Stopped, feasible, in_zone};
use detente::estimate::EstimateSet;
use detente::robustness::{
    Answered, Criterion, Independent, Inputs, Plan, Quantity, Share, Source, Study, Wanted, study,
};
use detente::{OpenOptions, Opened, open};
use detente_testkit::catalog::catalog_cases;
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

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

fn studied(opened: &Opened, draws: u64, seed: u64, named: Vec<Choices>) -> Study {
    let (case, set) = parts(opened);
    let settings = Settings::default();
    let plan = Plan::new(case, set, &settings).expect("fits");
    let source = Independent::new(plan.inputs(), seed);
    study(&plan, &source, &Wanted { draws, named }, &Silent).expect("within reach")
}

fn package(case: &Case, ids: &[&str]) -> Choices {
    case.issues.rows().zip(ids).map(|(issue, id)| issue.choice(id).expect("a choice")).collect()
}

const ONE_CHOICE: &str = "format = 1\n[case]\nid = \"one\"\ntitle = \"One\"\n[parties.eastland]\nname = \"Eastland\"\n\
     [parties.westland]\nname = \"Westland\"\n[issues.x]\ntitle = \"X\"\n[issues.x.choices]\nonly = \"Only\"\n";

/// A share of draws is what it should be, within four standard errors.
fn near(share: Share, expect: f64) {
    let n = f64::from(u32::try_from(share.draws).expect("few"));
    let error = (expect * (1.0 - expect) / n).sqrt();
    assert!((share.value() - expect).abs() <= 4.0 * error + 1e-5, "{} instead of {expect}", share.value());
}

/// One package worth 50 and 25; bottom lines anywhere up to 100: uniform P(b ≤ 50) = 1/2, triangular with mode 50
/// P(b ≤ 25) = 25²/(100·50) = 1/8; a red line in force with probability 0.3.
#[test]
fn a_single_package_against_the_closed_form() {
    let opened = of_texts(
        ONE_CHOICE,
        "format = 1\n[estimates]\nauthor = \"test\"\nutility = \"payoffs\"\ncomparable = false\n\
         [eastland]\nbecause = \"test\"\nbottom_line = [0, 100]\nvalues.x = { only = 50 }\n\
         [[eastland.red_lines]]\nnever = \"x = only\"\nfirmness = \"strong\"\nprobability = 0.3\nbecause = \"test\"\n\
         [westland]\nbecause = \"test\"\nbottom_line = [0, 50, 100]\nvalues.x = { only = 25 }\n",
    );
    let (case, _) = parts(&opened);
    let found = studied(&opened, 20_000, 3, vec![package(case, &["only"])]);
    let candidate = &found.candidates[0];
    near(candidate.accepted[0], 0.5 * 0.7);
    near(candidate.accepted[1], 0.125);
    near(candidate.in_zone, 0.35 * 0.125);
    assert_eq!((found.open, candidate.efficient), (candidate.in_zone, candidate.in_zone));
    assert_eq!((candidate.regret.mean, candidate.regret.largest), (Some(0), Some(0)));
    assert_eq!(candidate.regret.in_95, Some(0), "wherever there is a package, it is this one");
    let choice = found.choices.rows().next().and_then(|row| row.rows().next()).expect("a choice");
    assert_eq!((choice.with, choice.always, choice.without.hits), (found.open, found.open, 0));
}

/// One package worth 50 to both, bottom lines between 0 and 100: apart both accept in a quarter of the draws; together in half; the
/// one against the other never, but for where both lie at 50.
#[test]
fn numbers_that_share_a_name_move_together() {
    let of = |eastland: &str, westland: &str| {
        let party = |id: &str, moves: &str| {
            format!(
                "[{id}]\nbecause = \"assumption\"\nbottom_line = {{ points = [0, 100]{moves} }}\n[[{id}.linkages]]\n\
                 when = \"x = only\"\npoints = 50\n"
            )
        };
        let set = format!(
            "[estimates]\nauthor = \"an analyst\"\n{}{}",
            party("eastland", eastland),
            party("westland", westland)
        );
        of_texts(ONE_CHOICE, &set)
    };
    let (with, against) = (", moves_with = \"winter\"", ", moves_against = \"winter\"");
    for (eastland, westland, expect) in
        [("", "", 0.25), (with, with, 0.5), (against, against, 0.5), (with, against, 0.0), (against, with, 0.0)]
    {
        let opened = of(eastland, westland);
        let study = studied(&opened, 40_000, 5, Vec::new());
        near(study.open, expect);
        let (case, set) = parts(&opened);
        let settings = Settings::default();
        let plan = Plan::new(case, set, &settings).expect("fits");
        let source = Answered::new(case, set, plan.inputs(), 5).expect("fits");
        assert_eq!(source.is_independent(), eastland.is_empty());
    }
}

/// Every range of one set by the same draw: its place in the range is the same, up to a thousandth.
#[test]
fn a_number_lies_as_far_up_its_range_as_those_it_moves_with() {
    let set = "[estimates]\nauthor = \"an analyst\"\n[eastland]\nbecause = \"assumption\"\n\
        bottom_line = { points = [10, 20], moves_with = \"a\" }\nweights.x = { points = [0, 100], moves_with = \"a\" }\n\
        values.x = { only = { points = [0, 50], moves_against = \"a\" } }\n";
    let opened = of_texts(ONE_CHOICE, set);
    let (case, set) = parts(&opened);
    let settings = Settings::default();
    let plan = Plan::new(case, set, &settings).expect("fits");
    for draw in 0..1000 {
        let drawn = numbers(plan.inputs(), 9, draw);
        let [line, weight, value] = drawn[..] else { panic!("three numbers") };
        assert!((weight - (line - 10_000) * 10).abs() <= 10, "{drawn:?}");
        assert!((value - (100_000 - weight) / 2).abs() <= 1, "{drawn:?}");
    }
}

/// Weights are drawn, then normalised: one package gives w/(w + v), the other v/(w + v), with w in [20, 60], v in [40, 80].
#[test]
fn normalised_weights_against_quadrature() {
    const CELLS: u32 = 1000;
    let case = "format = 1\n[case]\nid = \"two\"\ntitle = \"Two\"\n[parties.eastland]\nname = \"Eastland\"\n\
         [parties.westland]\nname = \"Westland\"\n[issues.x]\ntitle = \"X\"\n[issues.x.choices]\nhigh = \"High\"\nlow = \"Low\"\n\
         [issues.y]\ntitle = \"Y\"\n[issues.y.choices]\nhigh = \"High\"\nlow = \"Low\"\n\
         [[rules]]\nid = \"one\"\nwhen = \"x = high\"\nthen = \"y = low\"\nbasis = \"definition\"\n\
         [[rules]]\nid = \"other\"\nwhen = \"x = low\"\nthen = \"y = high\"\nbasis = \"definition\"\n";
    let opened = of_texts(
        case,
        "format = 1\n[estimates]\nauthor = \"test\"\ncomparable = false\n[eastland]\nbecause = \"test\"\nbottom_line = 40\n\
         weights.x = [20, 60]\nweights.y = [40, 80]\nvalues.x = { high = 100, low = 0 }\nvalues.y = { high = 100, low = 0 }\n\
         [westland]\nbecause = \"test\"\nbottom_line = 0\nweights.x = 50\nweights.y = 50\n\
         values.x = { high = 100, low = 0 }\nvalues.y = { high = 100, low = 0 }\n",
    );
    let (case, _) = parts(&opened);
    let found = studied(&opened, 20_000, 1, vec![package(case, &["high", "low"]), package(case, &["low", "high"])]);
    let (mut first, mut both, mut missed) = (0_u32, 0_u32, 0.0);
    for i in 0..CELLS {
        for j in 0..CELLS {
            let at = |low: f64, cell: u32| low + 40.0 * (f64::from(cell) + 0.5) / f64::from(CELLS);
            let (w, v) = (at(20.0, i), at(40.0, j));
            let share = w / (w + v);
            first += u32::from(0.5 <= share);
            both += u32::from(0.4 <= share);
            if 0.4 <= share {
                missed += (1.0 - 2.0 * share).max(0.0) * 100.0;
            }
        }
    }
    let of = |number: u32| f64::from(number) / f64::from(CELLS * CELLS);
    near(found.candidates[0].in_zone, of(both));
    near(Share { hits: found.candidates[0].ranks[0][0], draws: found.open.draws }, of(first));
    assert_eq!(found.open.hits, found.open.draws, "the other package gives Eastland the rest");
    let mean = f64::from(u32::try_from(found.candidates[0].regret.mean.expect("acceptable")).expect("small")) / 1000.0;
    assert!((mean - missed / f64::from(both)).abs() < 0.2, "{mean} {}", missed / f64::from(both));
}

const RANKED: &str = "format = 1\n[case]\nid = \"ranked\"\ntitle = \"Ranked\"\n[parties.eastland]\nname = \"Eastland\"\n\
     [parties.westland]\nname = \"Westland\"\n[issues.a]\ntitle = \"A\"\n[issues.a.choices]\na0 = \"0\"\na1 = \"1\"\na2 = \"2\"\n\
     [issues.b]\ntitle = \"B\"\n[issues.b.choices]\nb0 = \"0\"\nb1 = \"1\"\nb2 = \"2\"\n\
     [issues.c]\ntitle = \"C\"\n[issues.c.choices]\nc0 = \"0\"\nc1 = \"1\"\n";
const EASTLAND: &str = "[eastland]\nbecause = \"test\"\nbottom_line = [40, 60]\n\
     weights.a = [10, 50]\nweights.b = [20, 30, 60]\nweights.c = [5, 40]\nvalues.a = { a0 = 0, a1 = [30, 70], a2 = 100 }\n\
     values.b = { b0 = 100, b1 = [20, 60], b2 = 0 }\nvalues.c = { c0 = 0, c1 = 100 }\n";
const WESTLAND: &str = "[westland]\nbecause = \"test\"\nbottom_line = [30, 45, 70]\n\
     weights.a = [30, 60]\nweights.b = [10, 40]\nweights.c = [0, 10, 50]\nvalues.a = { a0 = 100, a1 = [10, 40, 80], a2 = 0 }\n\
     values.b = { b0 = 0, b1 = [40, 90], b2 = 100 }\nvalues.c = { c0 = 100, c1 = 0 }\n";
const AUTHOR: &str = "format = 1\n[estimates]\nauthor = \"test\"\ncomparable = false\n";

/// Shares of a million draws, found apart from this code: `conformance/rank_acceptability.py`.
#[test]
fn rank_acceptabilities_are_those_of_another_implementation() {
    const DRAWS: u64 = 40_000;
    let text = std::fs::read_to_string(root().join("conformance/rank_acceptability.json")).expect("a file");
    let expected: Value = serde_json::from_str(&text).expect("JSON");
    let opened = of_texts(RANKED, &format!("{AUTHOR}{EASTLAND}{WESTLAND}"));
    let (case, set) = parts(&opened);
    let named: Vec<Vec<&str>> = expected["packages"]
        .as_array()
        .expect("packages")
        .iter()
        .map(|package| package.as_array().expect("ids").iter().filter_map(Value::as_str).collect())
        .collect();
    let settings = Settings::default();
    let plan = Plan::new(case, set, &settings).expect("fits");
    let structure = Structure::new(plan.model(), &plan.ask(), &plan.open()).expect("fits");
    let known = structure.known(named.iter().map(|ids| plan.centre().package(&package(case, ids))).collect());
    let source = Independent::new(plan.inputs(), 5);
    let n = named.len();
    let mut ranks = vec![vec![vec![0_u64; n]; n]; 2];
    let mut accepted = vec![0_u64; n];
    let mut looked = Looked::new(&plan);
    for draw in 0..DRAWS {
        looked.draw(&plan, &source, &known, draw);
        for (party, ranks) in ranks.iter_mut().enumerate() {
            for (package, ranks) in ranks.iter_mut().enumerate() {
                let own = looked.seen.units(package)[party];
                let before = (0..n).filter(|&other| own < looked.seen.units(other)[party]).count();
                ranks[before] += 1;
            }
        }
        (0..n).filter(|&package| looked.seen.in_zone(package)).for_each(|package| accepted[package] += 1);
    }
    let check = |hits: u64, expected: &Value| {
        let share = Share { hits, draws: DRAWS }.value();
        let expected = expected.as_f64().expect("a share");
        assert!((share - expected).abs() < 0.011, "{share} instead of {expected}");
    };
    for (package, &hits) in accepted.iter().enumerate() {
        check(hits, &expected["accepted_by_all"][package]);
    }
    for (party, rows) in ranks.iter().enumerate() {
        let name = case.parties.rows().nth(party).expect("two parties").id.as_str();
        for (package, row) in rows.iter().enumerate() {
            row.iter().enumerate().for_each(|(rank, &hits)| check(hits, &expected["ranks"][name][package][rank]));
        }
    }
    // The study ranks the same packages among all its candidates: with nothing else to look at, the same numbers.
    let named = named.iter().map(|ids| package(case, ids)).collect();
    let study = study(&plan, &source, &Wanted { draws: 2000, named }, &Silent).expect("within reach");
    let sums = study.candidates.iter().map(|of| of.ranks[0].iter().sum::<u64>());
    assert!(sums.into_iter().all(|sum| sum == 2000), "every draw ranks every candidate");
}

/// What a draw makes of known packages.
struct Looked {
    numbers: Vec<i64>,
    figures: Figures,
    per_point: Vec<i64>,
    seen: Seen,
}

impl Looked {
    fn new(plan: &Plan<'_>) -> Self {
        let numbers = vec![0; plan.inputs().len()];
        Self { numbers, figures: Figures::default(), per_point: Vec::new(), seen: Seen::default() }
    }

    fn draw(&mut self, plan: &Plan<'_>, source: &dyn Source, known: &Known, draw: u64) {
        source.fill(draw, &mut self.numbers);
        plan.figures(&self.numbers, &mut self.figures, &mut self.per_point);
        known.see(&self.figures, &mut self.seen);
    }
}

fn catalog() -> Vec<Opened> {
    let cases = catalog_cases().expect("the catalog");
    cases.iter().map(|path| open(path, &OpenOptions::default()).expect("a case")).collect()
}

/// A draw by the short way is the draw lowered as any other model; its answers are those of a search started anew.
#[test]
fn draws_of_the_catalog_are_those_started_anew() {
    const DRAWS: u64 = 12;
    for opened in catalog() {
        let case = opened.reading.case.as_ref().expect("a case");
        for set in &opened.reading.estimates {
            let settings = Settings::default();
            let plan = Plan::new(case, set, &settings).expect("fits");
            let structure = Structure::new(plan.model(), &plan.ask(), &plan.open()).expect("fits");
            let known = structure.known(Vec::new());
            let (mut solver, source) = (structure.solver(), Independent::new(plan.inputs(), 9));
            let mut looked = Looked::new(&plan);
            for draw in 0..DRAWS {
                looked.draw(&plan, &source, &known, draw);
                solver.set(&looked.figures).expect("its own model");
                let lowered = plan.lowered(&looked.numbers).expect("fits");
                assert_eq!((&solver.model(), &looked.per_point), (&lowered.model, &lowered.units_per_point));
                check_draw(&mut solver, &known, &looked, draw == 0 && structure.is_compiled());
                if plan.inputs().is_empty() {
                    break;
                }
            }
            assert!(!structure.is_compiled() || solver.started_anew() == 0);
        }
    }
}

fn check_draw(solver: &mut engine::again::Solver<'_>, known: &Known, looked: &Looked, thoroughly: bool) {
    let (model, ask) = (solver.model(), solver.ask());
    let any = solver.any().expect("within reach");
    assert_eq!(any.is_some(), feasible(&model, &ask, &Silent).expect("within reach").is_some());
    assert!(any.is_none_or(|package| in_zone(&model, &ask, &package)));
    let measure = Measure { units_per_point: looked.per_point.clone(), ..Measure::plain(&model) };
    for which in [engine::Principle::Nash, engine::Principle::Leximin, engine::Principle::KalaiSmorodinsky] {
        let anew = engine::principle(&model, &ask, which, &measure, &Silent).expect("within reach");
        let found = solver.principle(which, &looked.per_point, known, &looked.seen).expect("within reach");
        let witnesses = |answers: &[engine::Answer]| -> Vec<_> {
            answers.iter().map(|answer| answer.attained.witness.clone()).collect()
        };
        assert_eq!(
            found.map(|found| witnesses(&found.answers)),
            anew.map(|anew| witnesses(&anew.answers)),
            "{which:?}"
        );
    }
    if !thoroughly {
        return;
    }
    for (issue, &size) in model.issues.iter().enumerate() {
        for choice in 0..size {
            let with = solver.with(issue, choice).expect("within reach");
            let mut held = Ask { fixed: ask.fixed.clone(), ..ask.clone() };
            held.fixed[issue] = Some(choice);
            let anew = feasible(&model, &held, &Silent).expect("within reach");
            assert_eq!(with.is_some(), anew.is_some(), "{issue} {choice}");
        }
    }
}

fn numbers(inputs: &Inputs, seed: u64, draw: u64) -> Vec<i64> {
    let mut numbers = vec![0; inputs.len()];
    Independent::new(inputs, seed).fill(draw, &mut numbers);
    numbers
}

/// Every draw can be had alone, whatever was drawn before; another seed, draw or input gives another number.
#[test]
fn any_draw_can_be_had_alone() {
    let opened = of_texts(RANKED, &format!("{AUTHOR}{EASTLAND}{WESTLAND}"));
    let (case, set) = parts(&opened);
    let settings = Settings::default();
    let plan = Plan::new(case, set, &settings).expect("fits");
    let all: Vec<Vec<i64>> = (0..100).map(|draw| numbers(plan.inputs(), 1, draw)).collect();
    assert_eq!(numbers(plan.inputs(), 1, 77), all[77]);
    assert_ne!(numbers(plan.inputs(), 2, 77), all[77]);
    assert!(all.windows(2).all(|pair| pair[0] != pair[1]));
    for (draw, input) in all.iter().flat_map(|draw| draw.iter().zip(plan.inputs().rows())) {
        let Quantity::Estimate(_, range) = input.of else { panic!("no limit is in doubt here") };
        assert!((range.low().thousandths()..=range.high().thousandths()).contains(draw), "{}", input.id);
    }
}

/// The order of a file reaches no draw: parties, linkages without ids, issues.
#[test]
fn the_order_of_a_file_changes_nothing() {
    let links = [
        "[[eastland.linkages]]\nwhen = \"a = a1\"\npoints = [0, 10]\nbecause = \"test\"\n",
        "[[eastland.linkages]]\nwhen = \"b = b1 and c = c1\"\npoints = [-10, 0]\nbecause = \"test\"\n",
    ];
    let one = of_texts(RANKED, &format!("{AUTHOR}{EASTLAND}{}{}{WESTLAND}", links[0], links[1]));
    let other = of_texts(RANKED, &format!("{AUTHOR}{WESTLAND}{EASTLAND}{}{}", links[1], links[0]));
    assert_eq!(studied(&one, 500, 4, Vec::new()), studied(&other, 500, 4, Vec::new()));
    assert_ne!(studied(&one, 500, 4, Vec::new()), studied(&one, 500, 5, Vec::new()));
}

#[test]
fn the_same_study_on_any_number_of_threads() {
    let opened = of_texts(RANKED, &format!("{AUTHOR}{EASTLAND}{WESTLAND}"));
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| studied(&opened, 700, 1, Vec::new()))
    };
    let one = on(1);
    assert_eq!((on(2), on(5)), (one.clone(), one));
}

/// The three outcomes are all there are, and candidates are what they are said to be.
#[test]
fn a_study_is_consistent() {
    let opened = of_texts(RANKED, &format!("{AUTHOR}{EASTLAND}{WESTLAND}"));
    let found = studied(&opened, 1500, 2, Vec::new());
    for of in found.choices.rows().flat_map(|row| row.rows()) {
        assert_eq!(of.with.hits + of.without.hits, found.open.hits);
        assert!(of.always.hits <= of.with.hits && of.with.draws == 1500);
    }
    assert!(0 < found.open.hits && !found.candidates.is_empty());
    for of in &found.candidates {
        let least = of.accepted.iter().map(|share| share.hits).min();
        assert!(of.efficient.hits <= of.in_zone.hits && Some(of.in_zone.hits) <= least);
        assert!(of.regret.mean <= of.regret.mean_or_nothing.max(of.regret.mean));
    }
    let led = Criterion::Acceptance.leads_to(&found);
    let most = found.candidates.iter().map(|of| of.in_zone.hits).max();
    assert!(led.iter().all(|&at| Some(found.candidates[at].in_zone.hits) == most) && !led.is_empty());
    let by_nash = found.candidates.iter().flat_map(|of| &of.origins).filter_map(|origin| match origin {
        detente::robustness::Origin::Draws(Principle::Nash, times) => Some(*times),
        _ => None,
    });
    let by_nash: u64 = by_nash.sum();
    assert!(0 < by_nash && by_nash <= 1000, "{by_nash}");
}

/// Intervals hold the share of many draws about as often as they say, for a share nobody knows in closed form.
#[test]
fn intervals_of_studies_cover() {
    let opened = of_texts(RANKED, &format!("{AUTHOR}{EASTLAND}{WESTLAND}"));
    let all = studied(&opened, 30_000, 1000, Vec::new()).open.value();
    assert!(0.02 < all && all < 0.98, "{all} would test nothing");
    let covers = |seed: &u64| {
        let interval = studied(&opened, 200, *seed, Vec::new()).open.interval();
        interval.low <= all && all <= interval.high
    };
    let covering = (0..100).filter(covers).count();
    assert!((88..=100).contains(&covering), "{covering} of 100");
}

struct Impatient;

impl Watch for Impatient {
    fn advance(&self, _steps: u64) {}

    fn cancelled(&self) -> bool {
        true
    }
}

#[test]
fn who_watches_can_stop_it() {
    let opened = of_texts(RANKED, &format!("{AUTHOR}{EASTLAND}{WESTLAND}"));
    let (case, set) = parts(&opened);
    let settings = Settings::default();
    let plan = Plan::new(case, set, &settings).expect("fits");
    let source = Independent::new(plan.inputs(), 1);
    let found = study(&plan, &source, &Wanted { draws: 1000, named: Vec::new() }, &Impatient);
    assert_eq!(found, Err(DealsError::Stopped(Stopped::Cancelled)));
}
