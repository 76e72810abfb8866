//! A numeric model as the engine's.

use detente_engine::{Consent, Formula, Limit, Model, Party, Table};
use detente_interop::{AskedWhen, Forbidden, IfThen, Interaction, NumericModel};

/// The engine's form of a numeric model: `forbidden` are limits in their order, rules are nobody's, a consent is needed where
/// its condition holds. The consent of the parties in `over` is always needed.
pub fn lower(model: &NumericModel, over: &[usize]) -> Model {
    Model {
        issues: model.sizes.clone(),
        parties: (0..model.parties).map(|index| party(model, index, over.contains(&index))).collect(),
        rules: model.rules.iter().map(|rule| formula(model, rule)).collect(),
        limits: model.forbidden.iter().map(|forbidden| limit(model, *forbidden)).collect(),
    }
}

fn party(model: &NumericModel, index: usize, is_named: bool) -> Party {
    let consent = match &model.consent[index] {
        Some(AskedWhen { issue, options }) if !is_named => Consent::When(among(model, *issue, options)),
        _ => Consent::Always,
    };
    let table = |table: &Interaction| Table { issues: table.issues.clone(), units: table.values[index].clone() };
    Party {
        values: model.values[index].clone(),
        tables: model.tables.iter().map(table).collect(),
        linkages: Vec::new(),
        bottom_line: Some(model.reservation[index]),
        consent,
    }
}

fn limit(model: &NumericModel, Forbidden { party, issue, option }: Forbidden) -> Limit {
    Limit { owner: party, forbids: among(model, issue, &[option]) }
}

fn formula(model: &NumericModel, rule: &IfThen) -> Formula {
    let premise = among(model, rule.if_issue, &[rule.if_option]);
    Formula::Any(vec![Formula::Not(Box::new(premise)), among(model, rule.then_issue, &rule.then_options)])
}

fn among(model: &NumericModel, issue: usize, options: &[usize]) -> Formula {
    Formula::Choice { issue, among: (0..model.sizes[issue]).map(|option| options.contains(&option)).collect() }
}
