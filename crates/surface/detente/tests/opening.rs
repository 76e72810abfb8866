//! Limits in doubt, and what opens the zone in enough draws: against closed forms and against setting every set aside.

use std::path::PathBuf;

use detente::Opened;
use detente::base::{Decimal, Silent};
use detente::case::Case;
use detente::casefile::{Folder, read};
use detente::deals::{LimitRef, Settings, member_id};
use detente::engine::{any_package, keeping, soft_members};
use detente::robustness::{Independent, Opening, Plan, Source, Wanted, opening, study};

const CASE: &str = "format = 1\n[case]\nid = \"one\"\ntitle = \"One\"\n[parties.eastland]\nname = \"Eastland\"\n\
     [parties.westland]\nname = \"Westland\"\n[issues.x]\ntitle = \"X\"\n[issues.x.choices]\nonly = \"Only\"\n\
     [[red_lines]]\nid = \"east-line\"\nparty = \"eastland\"\nnever = \"x = only\"\nfirmness = \"negotiable\"\n";

const ESTIMATES: &str = "format = 1\n[estimates]\nauthor = \"test\"\nutility = \"payoffs\"\ncomparable = false\n\
     [eastland]\nbecause = \"test\"\nvalues.x = { only = 50 }\n\
     [westland]\nbecause = \"test\"\nvalues.x = { only = 25 }\n\
     [[westland.red_lines]]\nid = \"west-line\"\nnever = \"x = only\"\nfirmness = \"strong\"\nprobability = 0.5\nbecause = \"test\"\n";

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

fn thousandths(number: i64) -> Decimal {
    Decimal::from_thousandths(number)
}

fn firm(case: &Case, probability: i64) -> Settings {
    let line = case.red_lines.indices().next().expect("a red line");
    let firm = [(LimitRef::RedLine(line), thousandths(probability))].into();
    Settings { firm, ..Settings::default() }
}

fn ids(plan: &Plan<'_>, found: &Opening) -> Vec<Vec<String>> {
    let of = |member| member_id(plan.case(), Some(plan.set()), member);
    found.sets.iter().map(|opens| opens.members.iter().map(|&member| of(member)).collect()).collect()
}

/// In force in 3 and in 5 of 10 draws, apart from each other: open in 7 · 5 of 100.
#[test]
fn firmness_is_the_share_of_draws_in_which_a_limit_is_in_force() {
    let opened = of_texts(CASE, "", ESTIMATES);
    let (case, set) = (opened.reading.case.as_ref().expect("a case"), &opened.reading.estimates[0]);
    let settings = firm(case, 300);
    let plan = Plan::new(case, set, &settings).expect("fits");
    let source = Independent::new(plan.inputs(), 3);
    let found = study(&plan, &source, &Wanted { draws: 20_000, named: Vec::new() }, &Silent).expect("within reach");
    assert!((found.open.value() - 0.35).abs() < 0.015, "{}", found.open.value());
    let ask = |at_least: i64| {
        let found = opening(&plan, &source, 20_000, thousandths(at_least), &Silent).expect("within reach");
        let found = found.expect("few members");
        assert_eq!((found.never.hits, found.complete), (0, true));
        ids(&plan, &found)
    };
    assert_eq!(ask(300), Vec::<Vec<String>>::new(), "enough as it is");
    assert_eq!(ask(450), [["east-line"], ["west-line"]]);
    assert_eq!(ask(600), [["west-line"]]);
    assert_eq!(ask(900), [["east-line", "west-line"]]);
    assert_eq!(ask(1000), [["east-line", "west-line"]]);
    let at = |at_least: i64| {
        opening(&plan, &source, 20_000, thousandths(at_least), &Silent).expect("within reach").expect("few")
    };
    assert_eq!(at(900).open, found.open, "both count the same draws");
    assert!((at(600).sets[0].open.value() - 0.7).abs() < 0.015);
    assert_eq!(at(1000).sets[0].open.hits, 20_000);
}

#[test]
fn certain_firmness_is_as_switched() {
    let opened = of_texts(CASE, "", ESTIMATES);
    let (case, set) = (opened.reading.case.as_ref().expect("a case"), &opened.reading.estimates[0]);
    for (probability, share) in [(0, 0.5), (1000, 0.0)] {
        let settings = firm(case, probability);
        let plan = Plan::new(case, set, &settings).expect("fits");
        let source = Independent::new(plan.inputs(), 3);
        let found = study(&plan, &source, &Wanted { draws: 5000, named: Vec::new() }, &Silent).expect("within reach");
        assert!((found.open.value() - share).abs() < 0.03, "{probability}: {}", found.open.value());
    }
}

/// The starter case with bottom lines that often leave nothing, each draw with each set of members set aside started anew.
#[test]
fn sets_are_those_of_setting_every_set_aside() {
    const DRAWS: u64 = 60;
    let case = include_str!("../../../format/detente-casefile/starter/case.toml").replace("CASE-ID", "starter");
    let ledger = include_str!("../../../format/detente-casefile/starter/ledger.toml");
    let estimates = include_str!("../../../format/detente-casefile/starter/estimates/example.toml")
        .replace("{ points = [30, 40], because", "{ points = [55, 90], because")
        .replace("bottom_line = 0", "bottom_line = [0, 150]");
    let opened = of_texts(&case, ledger, &estimates);
    let (case, set) = (opened.reading.case.as_ref().expect("a case"), &opened.reading.estimates[0]);
    let settings = firm(case, 700);
    let plan = Plan::new(case, set, &settings).expect("fits");
    let source = Independent::new(plan.inputs(), 9);
    let ask = plan.ask();
    let members = soft_members(plan.model(), &ask);
    assert_eq!(members.len(), 4);
    let mut numbers = vec![0; plan.inputs().len()];
    let mut hits = vec![0_u64; 1 << members.len()];
    for draw in 0..DRAWS {
        source.fill(draw, &mut numbers);
        let lowered = plan.lowered(&numbers).expect("fits");
        let is_firm = *numbers.last().expect("the doubted limit is drawn last") != 0;
        for (aside, hits) in hits.iter_mut().enumerate() {
            let kept: Vec<_> = members
                .iter()
                .enumerate()
                .filter(|(at, member)| {
                    aside >> at & 1 == 0 && (is_firm || !matches!(member, detente::engine::Member::Limit(_)))
                })
                .map(|(_, member)| *member)
                .collect();
            let (model, ask) = keeping(&lowered.model, &ask, &members, &kept);
            *hits += u64::from(any_package(&model, &ask, &Silent).expect("small").is_some());
        }
    }
    let name = |at: usize| match members[at] {
        detente::engine::Member::BottomLine(party) => {
            format!("bottom-line:{}", case.parties[detente::base::Index::new(party)].id)
        }
        _ => "westland-on-opening".to_owned(),
    };
    let mut sizes = [0; 5];
    for at_least in (0..=1000).step_by(20) {
        let enough = |aside: usize| u64::try_from(at_least).expect("small") * DRAWS <= hits[aside] * 1000;
        let minimal =
            |aside: &usize| enough(*aside) && !(0..4).any(|at| aside >> at & 1 == 1 && enough(aside & !(1 << at)));
        let mut expect: Vec<Vec<String>> = (0..hits.len())
            .filter(minimal)
            .filter(|aside| *aside != 0)
            .map(|aside| {
                let mut named: Vec<String> = (0..4).filter(|at| aside >> at & 1 == 1).map(name).collect();
                named.sort();
                named
            })
            .collect();
        expect.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
        let found = opening(&plan, &source, DRAWS, thousandths(at_least), &Silent).expect("small").expect("few");
        assert_eq!((ids(&plan, &found), found.complete, found.open.hits), (expect, true, hits[0]), "{at_least}");
        found.sets.iter().for_each(|opens| sizes[opens.members.len()] += 1);
    }
    assert!(0 < sizes[1] && 0 < sizes[2], "{sizes:?}");
}
