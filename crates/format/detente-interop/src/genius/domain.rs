//! The issues of a domain, each with the number the file gives it.

use crate::codes;
use crate::number::{NotANumber, Number};
use crate::scenario::{Found, Issue, Unreadable, Value, Values, mistake};
use crate::xml::{Attribute, Element};

/// The issues of a domain in order of the file.
pub(super) fn read(root: &Element, found: &mut Found) -> Result<Vec<(i64, Issue)>, Unreadable> {
    let mut elements = Vec::new();
    super::all(root, "issue", &mut elements);
    if elements.is_empty() {
        let message = "the domain has no issue";
        let hint = "an issue is <issue index=\"1\" name=\"…\"> with items or bounds";
        return Err(mistake(&codes::SCENARIO_MISSING, root.span, message, hint, &mut found.diagnostics));
    }
    let mut issues: Vec<(i64, Issue)> = Vec::new();
    let mut wrong = false;
    for (place, element) in (1..).zip(elements) {
        match issue(element, place, found) {
            Ok((index, issue)) => {
                let twice = issues.iter().any(|(other, known)| *other == index || known.name == issue.name);
                if twice {
                    let message = format!("issue {index}, \"{}\", has the number or the name of another", issue.name);
                    let hint = "give every issue its own index and its own name";
                    mistake(&codes::SCENARIO_TWICE, element.span, message, hint, &mut found.diagnostics);
                }
                wrong |= twice;
                issues.push((index, issue));
            }
            Err(Unreadable) => wrong = true,
        }
    }
    if wrong { Err(Unreadable) } else { Ok(issues) }
}

fn issue(element: &Element, place: i64, found: &mut Found) -> Result<(i64, Issue), Unreadable> {
    let index = element.value("index").and_then(|index| index.trim().parse().ok()).unwrap_or(place);
    let name = element.value("name").map_or_else(|| format!("issue {index}"), str::to_owned);
    let kind = ["type", "etype", "vtype"].iter().find_map(|key| element.value(key)).unwrap_or("discrete");
    let values = match kind {
        "discrete" => listed(element, &name, found)?,
        "integer" => {
            let (least, most) = bounds(element, &name, found)?;
            let (Some(least), Some(most)) = (least.whole(), most.whole()) else {
                let message = format!("the bounds of \"{name}\" are not whole numbers of 64 bits");
                let hint = "write whole numbers, or type=\"real\"";
                return Err(mistake(&codes::SCENARIO_BAD_RANGE, element.span, message, hint, &mut found.diagnostics));
            };
            Values::Whole { least, most }
        }
        "real" => {
            let (least, most) = bounds(element, &name, found)?;
            Values::Real { least, most }
        }
        other => {
            let message = format!("\"{name}\" is an issue of the type \"{other}\", which nothing here reads");
            let hint = "types are discrete, integer and real";
            return Err(mistake(&codes::SCENARIO_UNREAD, element.span, message, hint, &mut found.diagnostics));
        }
    };
    Ok((index, Issue { name, values }))
}

fn listed(element: &Element, name: &str, found: &mut Found) -> Result<Values, Unreadable> {
    let mut values: Vec<Value> = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    for item in element.named("item").filter_map(|item| item.value("value")) {
        if known.insert(item) {
            values.push(Value::Text(item.to_owned()));
        } else {
            found.assume(format!("\"{item}\" stands twice among the values of \"{name}\"; the second is ignored"));
        }
    }
    if values.is_empty() {
        let message = format!("the issue \"{name}\" has no value");
        let hint = "write at least one <item value=\"…\"/>";
        return Err(mistake(&codes::SCENARIO_MISSING, element.span, message, hint, &mut found.diagnostics));
    }
    Ok(Values::Listed(values))
}

fn bounds(element: &Element, name: &str, found: &mut Found) -> Result<(Number, Number), Unreadable> {
    let range = element.child("range").unwrap_or(element);
    let mut bound = |key: &str| {
        if let Some(attribute) = range.attribute(key).or_else(|| element.attribute(key)) {
            number(attribute, found)
        } else {
            let message = format!("the issue \"{name}\" has no {key}");
            let hint = format!("write {key}=\"…\"");
            Err(mistake(&codes::SCENARIO_MISSING, element.span, message, hint, &mut found.diagnostics))
        }
    };
    let (least, most) = (bound("lowerbound"), bound("upperbound"));
    let (least, most) = (least?, most?);
    if most.ratio() < least.ratio() {
        let message = format!("the bounds of \"{name}\" go from {least} down to {most}");
        let hint = "write the lower bound first";
        return Err(mistake(&codes::SCENARIO_BAD_RANGE, range.span, message, hint, &mut found.diagnostics));
    }
    Ok((least, most))
}

/// The number that an attribute is.
pub(super) fn number(attribute: &Attribute, found: &mut Found) -> Result<Number, Unreadable> {
    attribute.value.parse().map_err(|_not_a_number: NotANumber| {
        let message = format!("{}=\"{}\" is not a number", attribute.name, attribute.value);
        let hint = "write digits, with a point and a power of ten if need be: 0.25 or 1.5E-8";
        mistake(&codes::SCENARIO_NOT_A_NUMBER, attribute.span, message, hint, &mut found.diagnostics)
    })
}
