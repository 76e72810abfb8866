//! Which rules a conflict needs: they are nobody's, and named so that its proof can be followed.

use super::oracle::Question;
use super::shrink::shrink;
use crate::error::Stopped;
use crate::open::open;
use detente_model::Member;

/// A minimal set of rules that leave no package together with the members `is_kept` says; in the order of the model.
///
/// Rules that are members themselves stay as `is_kept` says.
pub(super) fn rules_used(question: &Question<'_, '_>, is_kept: impl Fn(usize) -> bool) -> Result<Vec<usize>, Stopped> {
    let base = question.force(is_kept);
    let is_free = |rule: &usize| !question.members.contains(&Member::Rule(*rule));
    let rules: Vec<usize> = (0..question.model.rules.len()).filter(is_free).collect();
    shrink(&rules, &mut |kept: &[usize]| {
        let mut force = base.clone();
        rules.iter().for_each(|&rule| force.rules[rule] = kept.contains(&rule));
        Ok(open(question.model, question.ask, &force, question.budget)?.is_some())
    })
}
