//! Issues that a page leaves open within brackets.

use std::collections::{BTreeMap, BTreeSet};

use detente::case::{Case, ChoiceIdx, IssueIdx};

use crate::ask::{choice, issue};
use crate::failure::Failure;

/// The choices that each issue in brackets is held to; none of them may be settled besides.
pub(crate) fn brackets(
    case: &Case,
    named: &BTreeMap<String, Vec<String>>,
    draft: &BTreeMap<IssueIdx, ChoiceIdx>,
) -> Result<BTreeMap<IssueIdx, BTreeSet<ChoiceIdx>>, Failure> {
    let one = |(id, among): (&String, &Vec<String>)| {
        let issue = issue(case, id)?;
        if draft.contains_key(&issue) {
            let message = format!("{id} is settled and in brackets");
            return Err(Failure::argument(message, "take it out of \"draft\", or out of \"open\""));
        }
        if among.is_empty() {
            let known: Vec<&str> = case.issues[issue].choices.rows().map(|choice| choice.id.as_str()).collect();
            let hint = format!("name some of: {}; or leave {id} out of \"open\"", known.join(", "));
            return Err(Failure::argument(format!("the brackets on {id} hold no choice"), hint));
        }
        Ok((issue, among.iter().map(|id| choice(case, issue, id)).collect::<Result<_, _>>()?))
    };
    named.iter().map(one).collect()
}
