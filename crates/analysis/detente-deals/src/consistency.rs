//! Rules that no package satisfies: a slip in the case, found before anything else is asked.

use detente_base::{Index, Watch};
use detente_case::{Case, RuleIdx};
use detente_engine::{self as engine, Member};

use crate::{DealsError, lower};

/// One minimal set of rules that no package satisfies together; `None` where there is a package.
pub fn contradictory_rules(case: &Case, watch: &dyn Watch) -> Result<Option<Vec<RuleIdx>>, DealsError> {
    let mut bare = case.clone();
    bare.red_lines = detente_base::Table::default();
    bare.offers = detente_base::Table::default();
    let lowered = lower(&bare, None)?;
    let mut ask = engine::Ask::all(&lowered.model);
    ask.bottom_lines = false;
    let members: Vec<Member> = (0..lowered.model.rules.len()).map(Member::Rule).collect();
    let found = engine::conflict(&lowered.model, &ask, &members, watch)?;
    let rule = |member| match member {
        Member::Rule(rule) => Some(RuleIdx::new(rule)),
        _ => None,
    };
    Ok(found.map(|members| members.into_iter().filter_map(rule).collect()))
}
