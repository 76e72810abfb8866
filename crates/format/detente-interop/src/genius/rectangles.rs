//! Utilities paid by hyper-rectangles.

use super::domain::number;
use super::profile::Links;
use crate::codes;
use crate::number::Number;
use crate::scenario::{Aggregation, Found, Pays, Rectangle, Rectangles, Unreadable, mistake};
use crate::xml::Element;

/// Reads `<utility>`; the weight of the outermost `<ufun>` is not applied.
pub(super) fn read(element: &Element, links: &Links<'_>, found: &mut Found) -> Result<Rectangles, Unreadable> {
    let most = if let Some(most) = element.attribute("maxutility") {
        Some(number(most, found)?)
    } else {
        found.assume("a profile of hyper-rectangles names no maxutility; its sums are taken as they are");
        None
    };
    let mut tops: Vec<Pays> = Vec::new();
    for ufun in element.named("ufun") {
        tops.push(pays(ufun, links, found)?);
    }
    let pays = match (tops.len(), tops.pop()) {
        (1, Some(only)) => only,
        (_, last) => Pays {
            how: Aggregation::Sum,
            rectangles: Vec::new(),
            nested: tops.into_iter().chain(last).map(|pays| (Number::one(), pays)).collect(),
        },
    };
    Ok(Rectangles { pays, most, bias: Number::zero() })
}

fn pays(element: &Element, links: &Links<'_>, found: &mut Found) -> Result<Pays, Unreadable> {
    let how = match element.value("aggregation").unwrap_or("sum").to_ascii_lowercase().as_str() {
        "sum" => Aggregation::Sum,
        "max" => Aggregation::Largest,
        "min" => Aggregation::Smallest,
        other => {
            let message = format!("payments are put together by \"{other}\", which nothing here reads");
            let hint = "aggregations are sum, max and min";
            return Err(mistake(&codes::SCENARIO_UNREAD, element.span, message, hint, &mut found.diagnostics));
        }
    };
    let mut pays_all = Pays { how, rectangles: Vec::new(), nested: Vec::new() };
    let mut wrong = false;
    for child in &element.children {
        let read = match child.name.as_str() {
            "hyperRectangle" => weight(child, found)
                .and_then(|weight| rectangle(child, links, found).map(|of| pays_all.rectangles.push((weight, of)))),
            "ufun" => weight(child, found)
                .and_then(|weight| pays(child, links, found).map(|of| pays_all.nested.push((weight, of)))),
            _ => Ok(()),
        };
        wrong |= read.is_err();
    }
    if wrong { Err(Unreadable) } else { Ok(pays_all) }
}

fn weight(element: &Element, found: &mut Found) -> Result<Number, Unreadable> {
    element.attribute("weight").map_or_else(|| Ok(Number::one()), |weight| number(weight, found))
}

fn rectangle(element: &Element, links: &Links<'_>, found: &mut Found) -> Result<Rectangle, Unreadable> {
    let Some(worth) = element.attribute("utility") else {
        let message = "a hyper-rectangle does not say what it pays";
        let hint = "write utility=\"…\"";
        return Err(mistake(&codes::SCENARIO_MISSING, element.span, message, hint, &mut found.diagnostics));
    };
    let worth = number(worth, found)?;
    let (mut bounds, mut outside) = (Vec::new(), false);
    for bound in element.children.iter().filter(|child| matches!(child.name.as_str(), "INCLUDES" | "EXCLUDES")) {
        outside |= bound.name == "EXCLUDES";
        bounds.push(one_bound(bound, links, found)?);
    }
    Ok(Rectangle { worth, bounds, outside })
}

fn one_bound(element: &Element, links: &Links<'_>, found: &mut Found) -> Result<(usize, Number, Number), Unreadable> {
    let index = element.value("index").and_then(|index| index.trim().parse().ok());
    let Some(issue) = index.and_then(|index| links.issue(index)) else {
        let named = element.value("index").unwrap_or("nothing");
        let message = format!("a bound is about issue {named}, which the domain does not have");
        let hint = "write the index of an issue of the domain";
        return Err(mistake(&codes::SCENARIO_UNKNOWN_ISSUE, element.span, message, hint, &mut found.diagnostics));
    };
    let mut end = |key: &str| {
        if let Some(value) = element.attribute(key) {
            number(value, found)
        } else {
            let hint = format!("write {key}=\"…\"");
            Err(mistake(
                &codes::SCENARIO_MISSING,
                element.span,
                format!("a bound has no {key}"),
                hint,
                &mut found.diagnostics,
            ))
        }
    };
    let (least, most) = (end("min"), end("max"));
    Ok((issue, least?, most?))
}
