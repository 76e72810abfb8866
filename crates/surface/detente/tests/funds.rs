//! Values by present value: what a package is worth is what the fund's own flows say, at the centres and in draws.

use std::collections::BTreeMap;
use std::path::PathBuf;

use detente::Opened;
use detente::base::{Decimal, Diagnostic, Index, Silent, half_even};
use detente::case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente::casefile::{Folder, read};
use detente::deals::{Lowered, Settings, compare_estimated, gives, lower};
use detente::engine::again::{Figures, Structure};
use detente::engine::{feasible, mosts};
use detente::fund::{Account, Centres, Discount, Fund, Side, net_present_value, run};
use detente::funds::Asked;
use detente::robustness::{Independent, Plan, Source};

const CASE: &str = include_str!("../../detente-cli/tests/cases/ore/case.toml");
const FUND: &str = include_str!("../../detente-cli/tests/cases/ore/fund.toml");
const ESTIMATES: &str = r#"
[estimates]
author = "an analyst"
[eastland]
because = "assumption: for the example"
bottom_line = [20, 40]
weights = { calm = [20, 40], fund-share = 60 }
values.calm = { unrest = 0, calm = 100 }
values.fund-share = { npv = [[10, 0], [40, [50, 70]], [80, 100]] }
[westland]
because = "assumption: for the example"
bottom_line = 30
weights = { calm = 50, fund-share = [30, 50] }
values.calm = { unrest = 0, calm = 100 }
values.fund-share = { npv = [[-15, 0], [10, 100]], preset = "later-text" }
"#;

fn opened(fund: &str, estimates: &str) -> Opened {
    let files = [("case.toml", CASE), ("fund.toml", fund), ("estimates/first.toml", estimates)];
    let folder = Folder::of_texts(files);
    let reading = read(&folder);
    let opened = Opened { root: PathBuf::new(), folder, reading };
    let errors: Vec<_> = opened.diagnostics(&Silent).expect("small").into_iter().filter(Diagnostic::is_error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    opened
}

fn packages(case: &Case) -> Vec<BTreeMap<IssueIdx, ChoiceIdx>> {
    case.issues.iter().fold(vec![BTreeMap::new()], |before, (issue, row)| {
        let with = |start: &BTreeMap<IssueIdx, ChoiceIdx>| {
            let start = start.clone();
            row.choices.indices().map(move |choice| {
                let mut package = start.clone();
                package.insert(issue, choice);
                package
            })
        };
        before.iter().flat_map(with).collect::<Vec<_>>()
    })
}

/// The present value of everything to a party, to a thousandth of a million.
fn worth(case: &Case, fund: &Fund, party: PartyIdx, package: &BTreeMap<IssueIdx, ChoiceIdx>) -> Decimal {
    let terms = if party.position() == 1 { &fund.preset("later-text").expect("there").terms } else { &fund.terms };
    let flow = run(fund, terms, &case.issues, package, &Centres).expect("decided");
    let discount = Discount::new(fund.rate().expect("named").percent, flow.len()).expect("a rate");
    net_present_value(&flow, Account::Party(party), Side::All, &discount).in_units(1_000_000)
}

/// Twice a value on straight lines between corners, in thousandths, each corner a centre in halves of a thousandth.
fn on_curve(corners: &[(i128, i128)], at: i128) -> i128 {
    let (first, last) = (corners[0], corners[corners.len() - 1]);
    if at <= first.0 {
        return half_even(first.1, 2);
    }
    let pair = corners.windows(2).find(|pair| at <= pair[1].0);
    pair.map_or_else(
        || half_even(last.1, 2),
        |pair| {
            let width = pair[1].0 - pair[0].0;
            half_even(pair[0].1 * width + (pair[1].1 - pair[0].1) * (at - pair[0].0), 2 * width)
        },
    )
}

fn units(lowered: &Lowered, party: usize, package: &BTreeMap<IssueIdx, ChoiceIdx>) -> i128 {
    let choices = package.values().copied().collect();
    lowered.model.parties[party].utility(&lowered.package(&choices))
}

/// By hand: weight times value of calm, plus weight times the value of the flows' worth.
#[test]
fn a_package_is_worth_what_its_flows_say() {
    let opened = opened(FUND, ESTIMATES);
    let (case, fund) = (opened.reading.case.as_ref().expect("a case"), opened.reading.fund.as_ref().expect("a fund"));
    let lowered = lower(case, Some(&opened.reading.estimates[0])).expect("fits");
    let calm = case.issue("calm").expect("there");
    // Weights at their centres, in thousandths; corners in thousandths and halves of thousandths.
    let of_calm = [30_000_i128, 50_000];
    let of_share = [60_000_i128, 40_000];
    let curves: [Vec<(i128, i128)>; 2] =
        [vec![(10_000, 0), (40_000, 120_000), (80_000, 200_000)], vec![(-15_000, 0), (10_000, 200_000)]];
    let mut different = std::collections::BTreeSet::new();
    for package in packages(case) {
        for party in 0..2 {
            let is_calm = case.issues[calm].choices[package[&calm]].id == "calm";
            let at = worth(case, fund, PartyIdx::new(party), &package);
            let value = on_curve(&curves[party], at.thousandths().into());
            different.insert((party, value));
            let wanted = of_calm[party] * if is_calm { 100_000 } else { 0 } + of_share[party] * value;
            assert_eq!(units(&lowered, party, &package), wanted, "{package:?}");
        }
    }
    assert!(8 < different.len(), "the flows make a difference: {different:?}");
}

/// Draws by the short way are draws lowered as any other model, and search finds in them what it finds anew.
#[test]
fn draws_reach_the_curve() {
    let opened = opened(FUND, ESTIMATES);
    let case = opened.reading.case.as_ref().expect("a case");
    let set = &opened.reading.estimates[0];
    let settings = Settings::default();
    let plan = Plan::new(case, set, &settings).expect("fits");
    assert!(plan.inputs().rows().any(|input| input.id == "eastland/values/fund-share/at 40"));
    let structure = Structure::new(plan.model(), &plan.ask(), &plan.open()).expect("fits");
    let (mut solver, source) = (structure.solver(), Independent::new(plan.inputs(), 4));
    let (mut numbers, mut figures, mut per_point) = (vec![0; plan.inputs().len()], Figures::default(), Vec::new());
    let mut models = Vec::new();
    for draw in 0..20 {
        source.fill(draw, &mut numbers);
        plan.figures(&numbers, &mut figures, &mut per_point);
        solver.set(&figures).expect("its own model");
        let lowered = plan.lowered(&numbers).expect("fits");
        assert_eq!((&solver.model(), &per_point), (&lowered.model, &lowered.units_per_point));
        let found = solver.any().expect("within reach");
        assert_eq!(found.is_some(), feasible(&lowered.model, &solver.ask(), &Silent).expect("within reach").is_some());
        models.push(lowered.model);
    }
    models.dedup();
    assert_eq!(models.len(), 20, "every draw is another model");
}

/// Search over the model finds what enumeration finds, and the smaller questions count the value with its issue.
#[test]
fn search_and_the_smaller_questions_count_it_with_its_issue() {
    let opened = opened(FUND, ESTIMATES);
    let case = opened.reading.case.as_ref().expect("a case");
    let set = &opened.reading.estimates[0];
    let lowered = lower(case, Some(set)).expect("fits");
    let mut ask = lowered.ask(case, &Settings::default());
    ask.bottom_lines = false;
    let found = mosts(&lowered.model, &ask, &Silent).expect("within reach").expect("a package");
    for (party, found) in found.iter().enumerate() {
        let most = packages(case).iter().map(|package| units(&lowered, party, package)).max();
        assert_eq!(Some(i128::from(found.units)), most);
    }
    let all: Vec<_> = packages(case).into_iter().map(|package| package.into_values().collect()).collect();
    let compared = compare_estimated(case, set, &Settings::default(), &all[..4]).expect("fits");
    let share = case.issue("fund-share").expect("there");
    assert!(compared.parts.iter().flatten().all(|parts| parts.linkages == 0));
    assert!(compared.parts.iter().any(|parts| parts[0].issues[share.position()] != 0));
    let at_stake = gives(case, set, &Settings::default(), &Silent).expect("within reach");
    assert!(at_stake.linkages.iter().all(Vec::is_empty));
    assert!(0 < at_stake.stakes[share][0]);
}

/// Where more issues drive the flows than a table takes, and every stream adds to the worth by itself, a straight line is the sum of
/// the streams' own tables: within the rounding of each table it is the value of the whole.
#[test]
fn streams_that_add_up_need_no_table_over_all() {
    let more = CASE.replace(
        "[issues.fund]",
        "[issues.road]\ntitle = \"Road\"\nchoices = { built = \"Built\", not-built = \"Not built\" }\n\n[issues.fund]",
    );
    let fund = FUND
        .replace("  { title = \"Capital\", until = \"capital-returned\" },\n  { title = \"First\", up_to = 20, split = { eastland = 40, westland = 60 } },\n", "")
        .replace("exists = \"fund = agreed\"\n", "")
        .replace("shown = { fund = \"agreed\", calm", "shown = { calm")
        .replace("opex = [60, 80]\n", "opex = [60, 80]\nchance = [{ when = \"road = built\", probability = 0.9 }]\notherwise = 0.4\n")
        .replace("capital = [{ party = \"westland\", amounts", "capital = [{ party = \"westland\", when = \"fund = agreed\", amounts");
    let estimates = ESTIMATES
        .replace("npv = [[10, 0], [40, [50, 70]], [80, 100]]", "npv = [[-100, 0], [200, [90, 100]]]")
        .replace("npv = [[-15, 0], [10, 100]], preset = \"later-text\"", "curve = [[0, 0], [100, 100]]");
    let files = [("case.toml", more.as_str()), ("fund.toml", &fund), ("estimates/first.toml", &estimates)];
    let reading = read(&Folder::of_texts(files));
    let errors: Vec<_> = reading.diagnostics.iter().filter(|of| of.is_error()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let (case, fund) = (reading.case.as_ref().expect("a case"), reading.fund.as_ref().expect("a fund"));
    let lowered = lower(case, Some(&reading.estimates[0])).expect("fits");
    let calm = case.issue("calm").expect("there");
    let east = PartyIdx::new(0);
    for package in packages(case) {
        let is_calm = case.issues[calm].choices[package[&calm]].id == "calm";
        let at = i128::from(worth(case, fund, east, &package).thousandths());
        let whole = on_curve(&[(-100_000, 0), (200_000, 190_000)], at);
        let wanted = 30_000 * if is_calm { 100_000 } else { 0 } + 60_000 * whole;
        // Three tables, each rounded to a thousandth of a million and to a thousandth of a value.
        let off = (units(&lowered, 0, &package) - wanted).abs();
        assert!(off <= 60_000 * 4, "{off} {package:?}");
    }
}

/// Names of parties decide nothing, not even who gets an odd cent.
#[test]
fn renaming_a_party_permutes_the_flows_and_nothing_else() {
    let fund = FUND.replace("eastland = 70, westland = 30", "eastland = 50, westland = 50");
    let flows = |from: &str, to: &str| -> Vec<Vec<i128>> {
        let [case, fund] = [CASE, &fund].map(|text| text.replace(from, to));
        let reading = read(&Folder::of_texts([("case.toml", case.as_str()), ("fund.toml", fund.as_str())]));
        let (case, fund) = (reading.case.as_ref().expect("a case"), reading.fund.as_ref().expect("a fund"));
        let asked = Asked { case, fund, preset: None, draws: 50, seed: 1 };
        let share = case.issue("fund-share").expect("there");
        let package = BTreeMap::from([(share, ChoiceIdx::new(3))]);
        let answer = asked.answer(&package).expect("decided");
        let of = |name: &str| {
            let taking = answer.parties.iter().find(|of| case.parties[of.party].name == name).expect("takes part");
            let worth = taking.worth.as_ref().expect("a rate");
            let drawn = [worth.all_drawn.low, worth.all_drawn.middle, worth.of_fund_drawn.high];
            taking.all.iter().chain(&taking.of_fund).chain(&drawn).map(|amount| amount.cents()).collect()
        };
        vec![of("Eastland"), of("Westland")]
    };
    assert_eq!(flows("eastland", "eastland"), flows("eastland", "zealand"));
}

/// What a stream brings depends on who holds the unit it lies in: the condition names a part of a territory like any issue.
#[test]
fn revenue_depends_on_who_holds_a_unit() {
    let case = format!(
        "{CASE}\n[issues.land]\ntitle = \"Land\"\nlens = \"territory\"\n[issues.land.statuses]\n\
         east = {{ title = \"Administration by Eastland\", side = \"eastland\" }}\n\
         west = {{ title = \"Administration by Westland\", side = \"westland\" }}\n"
    );
    let fund = FUND.replace("calm = calm\", probability = [0.6, 1]", "land.pit = east\", probability = 1");
    let fund = fund.replace("otherwise = [0, 0.2]", "otherwise = 0");
    assert!(fund.contains("land.pit = east") && fund.contains("otherwise = 0\n"));
    let folder = Folder::of_texts([
        ("case.toml", case.as_str()),
        ("fund.toml", fund.as_str()),
        ("territory/units.csv", "id,name,area_km2\npit,The pit,10\nshore,The shore,20\n"),
        ("territory/adjacency.csv", "a,b,shared_km\npit,shore,3\n"),
    ]);
    let reading = read(&folder);
    let errors: Vec<_> = reading.diagnostics.iter().filter(|found| found.is_error()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let (case, fund) = (reading.case.as_ref().expect("a case"), reading.fund.as_ref().expect("a fund"));
    let [pit, shore] = ["land.pit", "land.shore"].map(|id| case.issue(id).expect("a part"));
    let eastland = case.party("eastland").expect("there");
    let mut by_holder = BTreeMap::new();
    for package in packages(case) {
        let flow = run(fund, &fund.terms, &case.issues, &package, &Centres).expect("decided");
        let discount = Discount::new(fund.rate().expect("named").percent, flow.len()).expect("a rate");
        let worth = net_present_value(&flow, Account::Party(eastland), Side::All, &discount);
        let of = |issue: IssueIdx| case.issues[issue].choices[package[&issue]].id.clone();
        let rest: Vec<ChoiceIdx> =
            package.iter().filter(|(issue, _)| ![pit, shore].contains(issue)).map(|(_, choice)| *choice).collect();
        by_holder.entry(rest).or_insert_with(BTreeMap::new).insert((of(pit), of(shore)), worth.cents());
    }
    for worths in by_holder.values() {
        let of = |pit: &str, shore: &str| worths[&(pit.to_owned(), shore.to_owned())];
        assert_eq!(
            (of("east", "east"), of("west", "west")),
            (of("east", "west"), of("west", "east")),
            "the shore is empty"
        );
        assert_ne!(of("east", "east"), of("west", "east"), "the pit is not");
    }
}
