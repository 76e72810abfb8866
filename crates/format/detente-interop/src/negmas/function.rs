//! Utility functions.

use super::{kind, list, number, start};
use crate::codes;
use crate::data::{Node, What};
use crate::number::Number;
use crate::scenario::{
    Additive, Aggregation, Discount, Found, Issue, Meaning, Parsed, Part, Pays, Profile, Rectangle, Rectangles,
    Reservation, Unreadable, Utility, Values, mistake,
};

/// Reads one utility function.
pub(super) fn read(file: &Parsed<'_, Node>, issues: &[Issue], found: &mut Found) -> Result<Profile, Unreadable> {
    let (inner, discount) = discounted(&file.root, found)?;
    let utility = match kind(inner) {
        Some("LinearAdditiveUtilityFunction" | "LinearUtilityAggregationFunction") => {
            additive(file, inner, issues, found).map(Utility::Additive)
        }
        Some("AffineUtilityFunction" | "LinearUtilityFunction") => {
            affine(file, inner, issues, found).map(Utility::Additive)
        }
        Some("HyperRectangleUtilityFunction") => rectangles(inner, issues, found).map(Utility::Rectangles),
        other => {
            let message =
                format!("\"{}\" is a {}, which nothing here reads", file.name, other.unwrap_or("thing without a type"));
            let hint = "functions read are LinearAdditiveUtilityFunction, AffineUtilityFunction and \
                        HyperRectangleUtilityFunction, also within ExpDiscountedUFun";
            Err(mistake(&codes::SCENARIO_UNREAD, start(inner), message, hint, &mut found.diagnostics))
        }
    };
    let at = [&file.root, inner]
        .into_iter()
        .find_map(|node| node.get("reserved_value").or_else(|| node.get("reservation_value")));
    let reservation = reservation(file, at, found);
    let name = [&file.root, inner].into_iter().find_map(|node| node.get("name")).and_then(Node::text);
    let name = name.map_or_else(|| file.stem(), str::to_owned);
    Ok(Profile { name, meaning: Meaning::Plain, utility: utility?, reservation: reservation?, discount })
}

/// What is discounted, and how much.
fn discounted<'n>(root: &'n Node, found: &mut Found) -> Result<(&'n Node, Option<Discount>), Unreadable> {
    if kind(root) != Some("ExpDiscountedUFun") {
        return Ok((root, None));
    }
    let Some(inner) = root.get("ufun") else {
        let hint = "write ufun: {type: …}";
        let message = "nothing stands here that is discounted";
        return Err(mistake(&codes::SCENARIO_MISSING, start(root), message, hint, &mut found.diagnostics));
    };
    let discount = match root.get("discount") {
        Some(Node { what: What::Nothing, .. }) | None => None,
        Some(node) => {
            let factor = number(node, "the discount", found)?;
            let of_reservation =
                !matches!(root.get("dynamic_reservation").map(|node| &node.what), Some(What::Truth(false)));
            (factor != Number::one()).then_some(Discount { factor, of_reservation })
        }
    };
    Ok((inner, discount))
}

fn reservation(file: &Parsed<'_, Node>, at: Option<&Node>, found: &mut Found) -> Result<Reservation, Unreadable> {
    match at.map(|node| (&node.what, node)) {
        Some((What::Unbounded { below: true } | What::NotANumber | What::Nothing, _)) => Ok(Reservation::Anything),
        Some((_, node)) => number(node, "the reserved value", found).map(Reservation::At),
        None => {
            found.assume(format!("{}: no reserved value, so every outcome is accepted", file.name));
            Ok(Reservation::Anything)
        }
    }
}

fn additive(file: &Parsed<'_, Node>, node: &Node, issues: &[Issue], found: &mut Found) -> Result<Additive, Unreadable> {
    let weights = weights(node, issues, found);
    let values = per_issue(node, "values", issues, found)?;
    let parts: Vec<_> = values.into_iter().zip(issues).map(|(node, issue)| part(file, node, issue, found)).collect();
    let bias = node.get("bias").map_or_else(|| Ok(Number::zero()), |bias| number(bias, "the bias", found));
    Ok(Additive { weights: weights?, parts: parts.into_iter().collect::<Result<_, _>>()?, bias: bias? })
}

fn affine(file: &Parsed<'_, Node>, node: &Node, issues: &[Issue], found: &mut Found) -> Result<Additive, Unreadable> {
    let weights = weights(node, issues, found);
    let parts =
        issues.iter().map(|issue| curve(file, node, issue, [Number::zero(), Number::one(), Number::zero()], found));
    let parts = parts.collect::<Vec<_>>().into_iter().collect::<Result<Vec<_>, _>>();
    let bias = node.get("bias").map_or_else(|| Ok(Number::zero()), |bias| number(bias, "the bias", found));
    Ok(Additive { weights: weights?, parts: parts?, bias: bias? })
}

/// A list with an entry per issue, or a map by the issues' names.
fn per_issue<'n>(node: &'n Node, key: &str, issues: &[Issue], found: &mut Found) -> Result<Vec<&'n Node>, Unreadable> {
    let named = node.get(key).filter(|inner| matches!(inner.what, What::Map(_)));
    let entries: Option<Vec<&Node>> = match named {
        Some(map) => issues.iter().map(|issue| map.get(&issue.name)).collect(),
        None => Some(list(node, key, found)?.iter().collect()),
    };
    entries.filter(|entries| entries.len() == issues.len()).ok_or_else(|| {
        let place = node.get(key).map_or_else(|| start(node), |inner| inner.span);
        let message = format!("\"{key}\" needs an entry for each of the {} issues", issues.len());
        let hint = "write a list in order of the issues, or a map by their names";
        mistake(&codes::SCENARIO_WRONG_KIND, place, message, hint, &mut found.diagnostics)
    })
}

fn weights(node: &Node, issues: &[Issue], found: &mut Found) -> Result<Vec<Number>, Unreadable> {
    match node.get("weights") {
        None | Some(Node { what: What::Nothing, .. }) => Ok(vec![Number::one(); issues.len()]),
        Some(_) => {
            let nodes = per_issue(node, "weights", issues, found)?;
            nodes.into_iter().map(|node| number(node, "a weight", found)).collect()
        }
    }
}

fn part(file: &Parsed<'_, Node>, node: &Node, issue: &Issue, found: &mut Found) -> Result<Part, Unreadable> {
    let key = |key: &str, or: Number, found: &mut Found| match node.get(key) {
        Some(inner) => number(inner, key, found),
        None => Ok(or),
    };
    match kind(node) {
        Some("TableFun") => table(node.get("mapping"), node, file, issue, found),
        None if matches!(node.what, What::Map(_)) => table(Some(node), node, file, issue, found),
        Some("AffineFun" | "LinearFun") => {
            let (slope, offset) = (key("slope", Number::one(), found)?, key("bias", Number::zero(), found)?);
            curve(file, node, issue, [Number::zero(), slope, offset], found)
        }
        Some("QuadraticFun") => {
            let square = key("a2", Number::zero(), found)?;
            let (slope, offset) = (key("a1", Number::zero(), found)?, key("bias", Number::zero(), found)?);
            curve(file, node, issue, [square, slope, offset], found)
        }
        Some("IdentityFun") => {
            let offset = key("bias", Number::zero(), found)?;
            curve(file, node, issue, [Number::zero(), Number::one(), offset], found)
        }
        Some("ConstFun") => {
            let offset = key("bias", Number::zero(), found)?;
            curve(file, node, issue, [Number::zero(), Number::zero(), offset], found)
        }
        Some("TriangularFun") => tent(file, node, issue, found),
        other => {
            let message = format!(
                "\"{}\" is valued by a {}, which nothing here reads",
                issue.name,
                other.unwrap_or("thing without a type")
            );
            let hint = "functions read are TableFun, AffineFun, LinearFun, IdentityFun, ConstFun, QuadraticFun and TriangularFun";
            Err(mistake(&codes::SCENARIO_UNREAD, node.span, message, hint, &mut found.diagnostics))
        }
    }
}

fn tent(file: &Parsed<'_, Node>, node: &Node, issue: &Issue, found: &mut Found) -> Result<Part, Unreadable> {
    let mut corner = |key: &str| {
        let Some(inner) = node.get(key) else {
            let message = format!("the triangle that values \"{}\" has no \"{key}\"", issue.name);
            let hint = "write start, middle and end";
            return Err(mistake(&codes::SCENARIO_MISSING, start(node), message, hint, &mut found.diagnostics));
        };
        number(inner, key, found)
    };
    let at = [corner("start")?, corner("middle")?, corner("end")?];
    let or = |key: &str, or: Number, found: &mut Found| node.get(key).map_or(Ok(or), |inner| number(inner, key, found));
    let (base, height) = (or("bias", Number::zero(), found)?, or("scale", Number::one(), found)?);
    let tent = Part::tent(at, base, height).ok_or_else(|| {
        let message = format!("the triangle that values \"{}\" does not rise and fall from left to right", issue.name);
        let hint = "start, middle and end go up";
        mistake(&codes::SCENARIO_WRONG_KIND, start(node), message, hint, &mut found.diagnostics)
    });
    let tent = tent?;
    let is_number = |value: &crate::scenario::Value| matches!(value, crate::scenario::Value::Number(_));
    match &issue.values {
        Values::Listed(values) if !values.iter().all(is_number) => Err(no_formula(file, node, issue, found)),
        _ => Ok(tent),
    }
}

fn no_formula(file: &Parsed<'_, Node>, node: &Node, issue: &Issue, found: &mut Found) -> Unreadable {
    let message =
        format!("{}: \"{}\" has values that are not numbers, so no formula can value them", file.name, issue.name);
    let hint = "write a TableFun with a number for each value";
    mistake(&codes::SCENARIO_WRONG_KIND, start(node), message, hint, &mut found.diagnostics)
}

fn curve(
    file: &Parsed<'_, Node>,
    node: &Node,
    issue: &Issue,
    [square, slope, offset]: [Number; 3],
    found: &mut Found,
) -> Result<Part, Unreadable> {
    let flat = square == Number::zero() && slope == Number::zero();
    let is_number = |value: &crate::scenario::Value| matches!(value, crate::scenario::Value::Number(_));
    match &issue.values {
        Values::Listed(values) if flat || values.iter().all(is_number) => {
            let at = |value: &crate::scenario::Value| match value {
                crate::scenario::Value::Number(x) => {
                    let x = x.ratio();
                    let y = offset.ratio() + slope.ratio() * &x + square.ratio() * &x * &x;
                    Number::of_ratio(&y).unwrap_or_else(Number::zero)
                }
                _ => offset.clone(),
            };
            Ok(Part::Table(values.iter().map(at).collect()))
        }
        Values::Listed(_) => Err(no_formula(file, node, issue, found)),
        Values::Whole { .. } | Values::Real { .. } => Ok(Part::Curve { square, slope, offset }),
    }
}

/// The longest range of whole numbers that a table is written out for.
const LONGEST: i64 = 1_000_000;

fn table(
    mapping: Option<&Node>,
    node: &Node,
    file: &Parsed<'_, Node>,
    issue: &Issue,
    found: &mut Found,
) -> Result<Part, Unreadable> {
    let Some(mapping) = mapping.filter(|mapping| matches!(mapping.what, What::Map(_))) else {
        let hint = "write mapping: {value: number, …}";
        let message = format!("the table of \"{}\" has no mapping", issue.name);
        return Err(mistake(&codes::SCENARIO_MISSING, start(node), message, hint, &mut found.diagnostics));
    };
    let values = match &issue.values {
        Values::Listed(values) => values.clone(),
        Values::Whole { least, most } if most.saturating_sub(*least) < LONGEST => {
            (*least..=*most).map(|whole| crate::scenario::Value::Number(whole.into())).collect()
        }
        _ => {
            let message = format!("a table cannot value \"{}\", which can be any of too many numbers", issue.name);
            let hint = "write an AffineFun";
            return Err(mistake(&codes::SCENARIO_UNREAD, node.span, message, hint, &mut found.diagnostics));
        }
    };
    let mut written = std::collections::BTreeMap::new();
    for (key, worth) in mapping.entries() {
        let worth = number(worth, "what a value is worth", found)?;
        if let Some(value) = key.value() {
            written.entry(format!("{value:?}")).or_insert(worth);
        }
    }
    let worth = |value: &crate::scenario::Value| {
        written.remove(&format!("{value:?}")).unwrap_or_else(|| {
            let (file, value) = (file.name, value.shown());
            found.assume(format!("{file}: \"{value}\" of \"{}\" is not in the table, taken as 0", issue.name));
            Number::zero()
        })
    };
    Ok(Part::Table(values.iter().map(worth).collect()))
}

fn rectangles(node: &Node, issues: &[Issue], found: &mut Found) -> Result<Rectangles, Unreadable> {
    let ranges = list(node, "outcome_ranges", found)?;
    let worths = list(node, "utilities", found)?;
    let weights = match node.get("weights") {
        None | Some(Node { what: What::Nothing, .. }) => None,
        Some(_) => Some(list(node, "weights", found)?),
    };
    if ranges.len() != worths.len() || weights.is_some_and(|weights| weights.len() != ranges.len()) {
        let message = "ranges, utilities and weights are not equally many";
        let hint = "write one utility, and one weight if any, for each range";
        return Err(mistake(&codes::SCENARIO_WRONG_KIND, start(node), message, hint, &mut found.diagnostics));
    }
    let mut rectangles = Vec::new();
    for (at, (range, worth)) in ranges.iter().zip(worths).enumerate() {
        let weight = match weights.and_then(|weights| weights.get(at)) {
            Some(weight) => number(weight, "a weight", found)?,
            None => Number::one(),
        };
        let worth = number(worth, "what a range pays", found)?;
        rectangles.push((weight, Rectangle { worth, bounds: bounds(range, issues, found)?, outside: false }));
    }
    let bias = node.get("bias").map_or_else(|| Ok(Number::zero()), |bias| number(bias, "the bias", found))?;
    Ok(Rectangles { pays: Pays { how: Aggregation::Sum, rectangles, nested: Vec::new() }, most: None, bias })
}

fn bounds(node: &Node, issues: &[Issue], found: &mut Found) -> Result<Vec<(usize, Number, Number)>, Unreadable> {
    let mut bounds = Vec::new();
    for (key, range) in node.entries() {
        let issue = match &key.what {
            What::Number(number) => {
                number.whole().and_then(|whole| usize::try_from(whole).ok()).filter(|at| *at < issues.len())
            }
            What::Text(name) => issues.iter().position(|issue| issue.name == *name),
            _ => None,
        };
        let Some(issue) = issue else {
            let message = "a range is about an issue that the outcome space does not have";
            let hint = "write the number of an issue, counted from 0, or its name";
            return Err(mistake(&codes::SCENARIO_UNKNOWN_ISSUE, key.span, message, hint, &mut found.diagnostics));
        };
        let [least, most] = range.list().unwrap_or_default() else {
            let hint = "write [least, most]";
            let message = "a range needs a least and a largest value";
            return Err(mistake(&codes::SCENARIO_WRONG_KIND, range.span, message, hint, &mut found.diagnostics));
        };
        bounds.push((issue, number(least, "the least value", found)?, number(most, "the largest value", found)?));
    }
    Ok(bounds)
}
