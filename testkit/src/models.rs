//! Tiny random models: small enough to enumerate, rich enough to contain whatever a model can contain.

use detente_model::{
    Ask, ConnectedUnit, Connectivity, Consent, Effort, Formula, Limit, Linkage, Model, Party, Table, Term,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// The bounds of a family of models.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The most issues.
    pub issues: usize,
    /// The most choices of an issue.
    pub choices: usize,
    /// The most parties.
    pub parties: usize,
}

/// Up to 6 issues of 1 to 4 choices, 1 to 4 parties: at most 4,096 packages.
pub const TINY: Bounds = Bounds { issues: 6, choices: 4, parties: 4 };

/// Up to 6 units of 1 to 3 statuses, up to 3 parties: at most 729 packages.
pub const UNITS: Bounds = Bounds { issues: 6, choices: 3, parties: 3 };

/// A model and a question about it: rules, limits, linkages, conditional consent, sums, bottom lines, a partial draft; in two
/// of five models there is also what [`unit_questions`] has.
pub fn questions(bounds: Bounds) -> impl Strategy<Value = (Model, Ask)> {
    prop_oneof![3 => models(bounds).boxed(), 2 => models(bounds).prop_flat_map(with_units).boxed()].prop_flat_map(about)
}

/// Questions about units of a graph: connectivity and large sums in rules, limits, linkages and consents, beside whatever else
/// a model can have.
pub fn unit_questions(bounds: Bounds) -> impl Strategy<Value = (Model, Ask)> {
    models(bounds).prop_flat_map(with_units).prop_flat_map(about)
}

fn about(model: Model) -> impl Strategy<Value = (Model, Ask)> {
    let ask = asks(&model);
    (Just(model), ask)
}

fn with_units(model: Model) -> impl Strategy<Value = Model> {
    let (sizes, parties) = (model.issues.clone(), model.parties.len());
    let formula = move || unit_formula(&sizes);
    let rules = vec(formula(), 0..3);
    let limits = vec((0..parties, formula()), 0..2);
    let linkages = vec((0..parties, formula(), -8..=8_i64), 0..3);
    let consent = prop::option::weighted(0.4, (0..parties, formula()));
    (rules, limits, linkages, consent).prop_map(move |(rules, limits, linkages, consent)| {
        let mut model = model.clone();
        model.rules.extend(rules);
        model.limits.extend(limits.into_iter().map(|(owner, forbids)| Limit { owner, forbids }));
        for (party, when, units) in linkages {
            model.parties[party].linkages.push(Linkage { when, units });
        }
        if let Some((party, when)) = consent {
            model.parties[party].consent = Consent::When(when);
        }
        model
    })
}

/// A condition over units, nested a few times.
pub fn unit_formula(sizes: &[usize]) -> impl Strategy<Value = Formula> + use<> {
    let leaf = prop_oneof![4 => connected(sizes), 4 => large_sum(sizes), 1 => choice(sizes)];
    leaf.prop_recursive(2, 5, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|formula| Formula::Not(Box::new(formula))),
            vec(inner.clone(), 1..=3).prop_map(Formula::All),
            vec(inner, 1..=3).prop_map(Formula::Any),
        ]
    })
}

/// A sum whose partial sums are hardly ever the same.
fn large_sum(sizes: &[usize]) -> BoxedStrategy<Formula> {
    let amounts: Vec<_> = sizes.iter().map(|&size| prop::option::weighted(0.8, vec(-200..=900_i64, size))).collect();
    (amounts, -200..=2_500_i64)
        .prop_map(|(amounts, bound)| {
            let named = amounts.into_iter().enumerate();
            let terms = named.filter_map(|(issue, amounts)| Some(Term { issue, amounts: amounts? })).collect();
            Formula::AtMost { terms, bound }
        })
        .boxed()
}

/// Models with everything a model can have.
pub fn models(bounds: Bounds) -> impl Strategy<Value = Model> {
    sizes(bounds).prop_flat_map(move |sizes| {
        let parties = vec(party(&sizes, consents(&sizes), 0..3), 1..=bounds.parties);
        let rules = vec(formula(&sizes), 0..3);
        let limits = vec((0..bounds.parties, formula(&sizes)), 0..4);
        (Just(sizes), parties, rules, limits).prop_map(|(issues, parties, rules, limits)| {
            let limit = |(owner, forbids): (usize, Formula)| Limit { owner: owner % parties.len(), forbids };
            let limits = limits.into_iter().map(limit).collect();
            Model { issues, parties, rules, limits }
        })
    })
}

/// Models in which every party is asked everywhere and every utility is a plain sum: the usual ground of the principles.
pub fn plain_models(bounds: Bounds) -> impl Strategy<Value = Model> {
    sizes(bounds).prop_flat_map(move |sizes| {
        let parties = vec(party(&sizes, Just(Consent::Always).boxed(), 0..1), 1..=bounds.parties);
        (Just(sizes), parties).prop_map(|(issues, parties)| Model { issues, parties, ..Model::default() })
    })
}

fn sizes(bounds: Bounds) -> impl Strategy<Value = Vec<usize>> {
    vec(1..=bounds.choices, 1..=bounds.issues)
}

fn party(
    sizes: &[usize],
    consent: BoxedStrategy<Consent>,
    linkages: std::ops::Range<usize>,
) -> impl Strategy<Value = Party> + use<> {
    let values: Vec<_> = sizes.iter().map(|&size| vec(-3..=12_i64, size)).collect();
    let tables = vec(table(sizes), if linkages.end <= 1 { 0..=0 } else { 0..=1 });
    let linkages = vec((formula(sizes), -8..=8_i64).prop_map(|(when, units)| Linkage { when, units }), linkages);
    let bottom_line = prop::option::weighted(0.8, -2..=22_i64);
    (values, tables, linkages, bottom_line, consent).prop_map(|(values, tables, linkages, bottom_line, consent)| {
        Party { values, tables, linkages, bottom_line, consent }
    })
}

/// Units over up to three issues together.
fn table(sizes: &[usize]) -> impl Strategy<Value = Table> + use<> {
    let sizes = sizes.to_vec();
    let issues = prop::sample::subsequence((0..sizes.len()).collect::<Vec<_>>(), 0..=sizes.len().min(3)).prop_shuffle();
    issues.prop_flat_map(move |issues| {
        let cells = issues.iter().map(|&issue| sizes[issue]).product::<usize>();
        vec(-6..=6_i64, cells).prop_map(move |units| Table { issues: issues.clone(), units })
    })
}

fn consents(sizes: &[usize]) -> BoxedStrategy<Consent> {
    let when = formula(sizes).prop_map(Consent::When);
    prop_oneof![4 => Just(Consent::Always), 1 => Just(Consent::Never), 3 => when].boxed()
}

/// A condition over issues of these sizes, nested a few times.
pub fn formula(sizes: &[usize]) -> impl Strategy<Value = Formula> + use<> {
    let leaf = prop_oneof![6 => choice(sizes), 2 => sum(sizes), 1 => connected(sizes)];
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|formula| Formula::Not(Box::new(formula))),
            vec(inner.clone(), 0..=3).prop_map(Formula::All),
            vec(inner, 0..=3).prop_map(Formula::Any),
        ]
    })
}

fn choice(sizes: &[usize]) -> BoxedStrategy<Formula> {
    let sizes = sizes.to_vec();
    (0..sizes.len())
        .prop_flat_map(move |issue| {
            vec(any::<bool>(), sizes[issue]).prop_map(move |among| Formula::Choice { issue, among })
        })
        .boxed()
}

fn sum(sizes: &[usize]) -> BoxedStrategy<Formula> {
    let amounts: Vec<_> = sizes.iter().map(|&size| prop::option::weighted(0.5, vec(-3..=5_i64, size))).collect();
    (amounts, -2..=8_i64)
        .prop_map(|(amounts, bound)| {
            let named = amounts.into_iter().enumerate();
            let terms = named.filter_map(|(issue, amounts)| Some(Term { issue, amounts: amounts? })).collect();
            Formula::AtMost { terms, bound }
        })
        .boxed()
}

/// Connectivity over a random graph of some of the issues.
pub fn connected(sizes: &[usize]) -> BoxedStrategy<Formula> {
    let marks: Vec<_> = sizes.iter().map(|&size| prop::option::weighted(0.8, vec(any::<bool>(), size))).collect();
    let pairs = sizes.len() * sizes.len().saturating_sub(1) / 2;
    (marks, vec(prop::bool::weighted(0.45), pairs), 0..=2_usize)
        .prop_map(|(marks, tied, max_components)| {
            let named = marks.into_iter().enumerate();
            let units: Vec<ConnectedUnit> =
                named.filter_map(|(issue, among)| Some(ConnectedUnit { issue, among: among? })).collect();
            let pairs = (0..units.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
            let edges = pairs.zip(tied).filter(|(_, tied)| *tied).map(|(pair, _)| pair).collect();
            Formula::Connected(Connectivity { units, edges, max_components })
        })
        .boxed()
}

fn asks(model: &Model) -> impl Strategy<Value = Ask> + use<> {
    let fixed: Vec<_> = model.issues.iter().map(|&size| prop::option::weighted(0.12, 0..size)).collect();
    let limits = vec(prop::bool::weighted(0.8), model.limits.len());
    let named = prop::option::weighted(
        0.3,
        prop::sample::subsequence((0..model.parties.len()).collect::<Vec<_>>(), 0..=model.parties.len()).prop_shuffle(),
    );
    let require = prop_oneof![4 => Just(Vec::new()), 1 => vec(formula(&model.issues), 1)];
    let usual = Ask::all(model).principals;
    (fixed, limits, prop::bool::weighted(0.85), named, require).prop_map(
        move |(fixed, limits, bottom_lines, named, require)| {
            let principals = named.unwrap_or_else(|| usual.clone());
            Ask { fixed, limits, bottom_lines, principals, require, effort: Effort::default() }
        },
    )
}
