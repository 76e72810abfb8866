//! The issues of an outcome space.

use super::{kind, list, number, start};
use crate::codes;
use crate::data::Node;
use crate::scenario::{Found, Issue, Unreadable, Value, Values, mistake};

/// The issues, in order of the file.
pub(super) fn read(root: &Node, found: &mut Found) -> Result<Vec<Issue>, Unreadable> {
    let nodes = list(root, "issues", found)?;
    let mut issues: Vec<Issue> = Vec::new();
    let mut wrong = false;
    for (place, node) in (1..).zip(nodes) {
        let read = issue(node, place, found).and_then(|issue| {
            if issues.iter().any(|known| known.name == issue.name) {
                let message = format!("the issue \"{}\" stands twice", issue.name);
                let hint = "give every issue its own name";
                return Err(mistake(&codes::SCENARIO_TWICE, node.span, message, hint, &mut found.diagnostics));
            }
            issues.push(issue);
            Ok(())
        });
        wrong |= read.is_err();
    }
    if issues.is_empty() && !wrong {
        let hint = "write at least one issue with a name and values";
        let message = "the outcome space has no issue";
        return Err(mistake(&codes::SCENARIO_MISSING, start(root), message, hint, &mut found.diagnostics));
    }
    if wrong { Err(Unreadable) } else { Ok(issues) }
}

fn issue(node: &Node, place: usize, found: &mut Found) -> Result<Issue, Unreadable> {
    let name = match node.get("name") {
        Some(name) => name.value().map(|value| value.shown()),
        None => None,
    };
    let name = name.unwrap_or_else(|| format!("issue {place}"));
    let values = match kind(node) {
        None | Some("CategoricalIssue" | "OrdinalIssue" | "CardinalIssue" | "DiscreteOrdinalIssue") => {
            listed(node, &name, found)?
        }
        Some("ContiguousIssue" | "IntegerIssue") => {
            let (least, most) = bounds(node, &name, found)?;
            let (Some(least), Some(most)) = (least.whole(), most.whole()) else {
                let hint = "write whole numbers, or use a ContinuousIssue";
                let message = format!("the bounds of \"{name}\" are not whole numbers of 64 bits");
                return Err(mistake(&codes::SCENARIO_BAD_RANGE, node.span, message, hint, &mut found.diagnostics));
            };
            Values::Whole { least, most }
        }
        Some("DiscreteCardinalIssue") => listed(node, &name, found)?,
        Some("ContinuousIssue") => {
            let (least, most) = bounds(node, &name, found)?;
            Values::Real { least, most }
        }
        Some(other) => {
            let message = format!("\"{name}\" is a {other}, which nothing here reads");
            let hint = "issues read are CategoricalIssue, ContiguousIssue and ContinuousIssue";
            return Err(mistake(&codes::SCENARIO_UNREAD, node.span, message, hint, &mut found.diagnostics));
        }
    };
    Ok(Issue { name, values })
}

fn listed(node: &Node, name: &str, found: &mut Found) -> Result<Values, Unreadable> {
    let nodes = list(node, "values", found)?;
    let mut values: Vec<Value> = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    for node in nodes {
        let Some(value) = node.value() else {
            let message = format!("a value of \"{name}\" is neither text nor number nor true nor false");
            let hint = "write a word, a number, or a text in quotation marks";
            return Err(mistake(&codes::SCENARIO_WRONG_KIND, node.span, message, hint, &mut found.diagnostics));
        };
        if known.insert(format!("{value:?}")) {
            values.push(value);
        } else {
            found.assume(format!(
                "{} stands twice among the values of \"{name}\"; the second is ignored",
                value.shown()
            ));
        }
    }
    if values.is_empty() {
        let hint = "write at least one value";
        let message = format!("the issue \"{name}\" has no value");
        return Err(mistake(&codes::SCENARIO_MISSING, node.span, message, hint, &mut found.diagnostics));
    }
    Ok(Values::Listed(values))
}

fn bounds(node: &Node, name: &str, found: &mut Found) -> Result<(crate::Number, crate::Number), Unreadable> {
    let [least, most] = list(node, "values", found)? else {
        let hint = "write values: [least, most]";
        let message = format!("\"{name}\" needs a least and a largest value");
        return Err(mistake(&codes::SCENARIO_BAD_RANGE, node.span, message, hint, &mut found.diagnostics));
    };
    let (least, most) = (number(least, "the least value", found), number(most, "the largest value", found));
    let (least, most) = (least?, most?);
    if most.ratio() < least.ratio() {
        let message = format!("the bounds of \"{name}\" go from {least} down to {most}");
        let hint = "write the least value first";
        return Err(mistake(&codes::SCENARIO_BAD_RANGE, node.span, message, hint, &mut found.diagnostics));
    }
    Ok((least, most))
}
