//! What a model and a question must be before anything is computed with them.

use detente_base::Silent;
use detente_engine::{
    Ask, BigUint, ConnectedUnit, Connectivity, Consent, Count, Cover, Formula, Limit, Linkage, MAX_DEPTH, MAX_ISSUES,
    MAX_PARTIES, Model, ModelError, Party, Stopped, Term, counting, frontier,
};

fn party(values: Vec<Vec<i64>>) -> Party {
    Party { values, tables: Vec::new(), linkages: Vec::new(), bottom_line: None, consent: Consent::Always }
}

/// Two issues of two and three choices, one party.
fn model() -> Model {
    Model { issues: vec![2, 3], parties: vec![party(vec![vec![0, 1], vec![0, 1, 2]])], ..Model::default() }
}

fn check(change: impl Fn(&mut Model), expect: ModelError) {
    let mut model = model();
    assert_eq!(model.validate(), Ok(()));
    change(&mut model);
    assert_eq!(model.validate(), Err(expect.clone()));
    assert_eq!(counting::count(&model, &Ask::all(&model), &Silent), Err(Stopped::Model(expect)));
}

fn check_ask(change: impl Fn(&mut Ask), expect: ModelError) {
    let model = model();
    let mut ask = Ask::all(&model);
    change(&mut ask);
    assert_eq!(frontier(&model, &ask, &Cover::default(), &Silent), Err(Stopped::Model(expect)));
}

fn choice(issue: usize, size: usize) -> Formula {
    Formula::Choice { issue, among: vec![true; size] }
}

fn sum(terms: &[(usize, &[i64])], bound: i64) -> Formula {
    let term = |&(issue, amounts): &(usize, &[i64])| Term { issue, amounts: amounts.to_vec() };
    Formula::AtMost { terms: terms.iter().map(term).collect(), bound }
}

#[test]
fn shapes() {
    check(|model| model.issues[0] = 0, ModelError::NoChoice { issue: 0 });
    check(|model| model.issues.push(2), ModelError::ValuedIssues { party: 0, found: 2, expected: 3 });
    let short = ModelError::PerChoice { issue: 1, found: 1, expected: 3 };
    check(|model| model.parties[0].values[1].truncate(1), short.clone());
    check(|model| model.rules.push(choice(1, 1)), short.clone());
    check(|model| model.rules.push(choice(2, 1)), ModelError::UnknownIssue { issue: 2 });
    check(|model| model.limits.push(Limit { owner: 1, forbids: choice(0, 2) }), ModelError::UnknownParty { party: 1 });
    check(|model| model.limits.push(Limit { owner: 0, forbids: choice(1, 1) }), short.clone());
    check(|model| model.parties[0].consent = Consent::When(choice(1, 1)), short.clone());
    check(|model| model.parties[0].linkages.push(Linkage { when: choice(1, 1), units: 1 }), short);
    let twice = sum(&[(0, &[0, 0]), (0, &[0, 0])], 0);
    check(|model| model.rules.push(twice.clone()), ModelError::IssueTwice { issue: 0 });
    let many = ModelError::TooManyIssues { issues: MAX_ISSUES + 1, most: MAX_ISSUES };
    check(|model| model.issues = vec![2; MAX_ISSUES + 1], many);
    let many = ModelError::TooManyParties { parties: MAX_PARTIES + 1, most: MAX_PARTIES };
    check(|model| model.parties = vec![model.parties[0].clone(); MAX_PARTIES + 1], many);
}

#[test]
fn graphs_of_units() {
    let units = || vec![unit(0, 2), unit(1, 3)];
    let graph = |units: Vec<ConnectedUnit>, edges: Vec<(usize, usize)>| {
        move |model: &mut Model| {
            let (units, edges) = (units.clone(), edges.clone());
            model.rules.push(Formula::Connected(Connectivity { units, edges, max_components: 1 }));
        }
    };
    check(graph(vec![unit(2, 2)], vec![]), ModelError::UnknownIssue { issue: 2 });
    check(graph(vec![unit(1, 2)], vec![]), ModelError::PerChoice { issue: 1, found: 2, expected: 3 });
    check(graph(vec![unit(0, 2), unit(0, 2)], vec![]), ModelError::IssueTwice { issue: 0 });
    check(graph(units(), vec![(0, 2)]), ModelError::UnknownUnit { unit: 2, units: 2 });
    check(graph(units(), vec![(1, 1)]), ModelError::SelfLoop { unit: 1 });
    check(graph(units(), vec![(0, 1), (1, 0)]), ModelError::EdgeTwice { edge: (0, 1) });
    let mut tied = model();
    graph(units(), vec![(1, 0)])(&mut tied);
    assert_eq!(tied.validate(), Ok(()));
}

fn unit(issue: usize, size: usize) -> ConnectedUnit {
    ConnectedUnit { issue, among: vec![true; size] }
}

#[test]
fn nothing_can_overflow() {
    let utility = ModelError::UtilityOverflow { party: 0 };
    check(|model| model.parties[0].values[0][0] = i64::MIN, utility.clone());
    check(|model| model.parties[0].values[0][0] = i64::MAX, utility.clone());
    let link = Linkage { when: Formula::always(), units: i64::MAX - 2 };
    check(|model| model.parties[0].linkages.push(link.clone()), utility.clone());
    check(|model| model.parties[0].bottom_line = Some(i64::MIN + 1), utility);
    check(|model| model.rules.push(sum(&[(0, &[0, i64::MAX])], 1)), ModelError::SumOverflow);
    let mut largest = model();
    largest.parties[0].bottom_line = Some(i64::MAX - 3);
    assert_eq!(largest.validate(), Ok(()));
}

#[test]
fn formulas_nest_only_so_deep() {
    let nested = |depth: usize| (0..depth).fold(choice(0, 2), |inner, _| Formula::Not(Box::new(inner)));
    check(|model| model.rules.push(nested(MAX_DEPTH)), ModelError::TooDeep { most: MAX_DEPTH });
    let mut deepest = model();
    deepest.rules.push(nested(MAX_DEPTH - 2));
    let count = counting::count(&deepest, &Ask::all(&deepest), &Silent);
    assert_eq!(count, Ok(Count::Exact(BigUint::from(6_u8))));
}

#[test]
fn questions() {
    check_ask(|ask| ask.fixed.truncate(1), ModelError::DraftLength { found: 1, expected: 2 });
    check_ask(|ask| ask.fixed[1] = Some(3), ModelError::UnknownChoice { issue: 1, choice: 3 });
    check_ask(|ask| ask.limits.push(true), ModelError::SwitchedLimits { found: 1, expected: 0 });
    check_ask(|ask| ask.principals.push(1), ModelError::UnknownParty { party: 1 });
    check_ask(|ask| ask.principals.push(0), ModelError::PartyTwice { party: 0 });
    check_ask(|ask| ask.require.push(choice(4, 1)), ModelError::UnknownIssue { issue: 4 });
}
