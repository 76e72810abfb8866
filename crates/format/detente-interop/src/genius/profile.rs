//! A party's profile.

use std::collections::BTreeMap;

use super::domain::number;
use super::rectangles;
use crate::codes;
use crate::number::Number;
use crate::scenario::{
    Additive, Discount, Found, Issue, Meaning, Parsed, Part, Profile, Reservation, Unreadable, Utility, Value, Values,
    mistake,
};
use crate::xml::Element;

/// Reads one profile.
pub(super) fn read(
    file: &Parsed<'_, Element>,
    issues: &[(i64, Issue)],
    meaning: Meaning,
    found: &mut Found,
) -> Result<Profile, Unreadable> {
    let root = &file.root;
    let mut nonlinear = Vec::new();
    super::all(root, "utility", &mut nonlinear);
    let links = Links::of(root, issues);
    let utility = match nonlinear.first() {
        Some(element) => rectangles::read(element, &links, found).map(Utility::Rectangles),
        None => additive(file, &links, issues, found).map(Utility::Additive),
    };
    let (reservation, discount) = (reservation(file, found), discount(root, found));
    Ok(Profile { name: file.stem(), meaning, utility: utility?, reservation: reservation?, discount: discount? })
}

/// Which issue of the domain a profile's number means.
pub(super) struct Links<'e> {
    /// By the profile's own number: the issue, and the profile's element for it.
    by_number: BTreeMap<i64, (usize, Option<&'e Element>)>,
}

impl<'e> Links<'e> {
    fn of(root: &'e Element, issues: &[(i64, Issue)]) -> Self {
        let mut elements = Vec::new();
        super::all(root, "issue", &mut elements);
        let mut by_number = BTreeMap::new();
        for (place, element) in (1..).zip(elements) {
            let index = element.value("index").and_then(|index| index.trim().parse().ok()).unwrap_or(place);
            let by_name = issues.iter().position(|(_, issue)| element.value("name") == Some(issue.name.as_str()));
            let issue = by_name.or_else(|| issues.iter().position(|(number, _)| *number == index));
            if let Some(issue) = issue {
                by_number.entry(index).or_insert((issue, Some(element)));
            }
        }
        for (at, (number, _)) in issues.iter().enumerate() {
            if by_number.values().all(|(issue, _)| *issue != at) {
                by_number.entry(*number).or_insert((at, None));
            }
        }
        Self { by_number }
    }

    /// The issue with that number.
    pub(super) fn issue(&self, number: i64) -> Option<usize> {
        self.by_number.get(&number).map(|(issue, _)| *issue)
    }

    fn element(&self, issue: usize) -> Option<&'e Element> {
        self.by_number.values().find(|(other, _)| *other == issue).and_then(|(_, element)| *element)
    }
}

fn additive(
    file: &Parsed<'_, Element>,
    links: &Links<'_>,
    issues: &[(i64, Issue)],
    found: &mut Found,
) -> Result<Additive, Unreadable> {
    let weighed = weights(file, links, issues, found);
    let mut parts = Vec::new();
    for (at, (_, issue)) in issues.iter().enumerate() {
        parts.push(part(file, links.element(at), issue, found));
    }
    let parts = parts.into_iter().collect::<Result<Vec<_>, _>>()?;
    let (weights, bias) = weighed?;
    Ok(Additive { weights, parts, bias })
}

fn weights(
    file: &Parsed<'_, Element>,
    links: &Links<'_>,
    issues: &[(i64, Issue)],
    found: &mut Found,
) -> Result<(Vec<Number>, Number), Unreadable> {
    let mut elements = Vec::new();
    super::all(&file.root, "weight", &mut elements);
    let mut weights: Vec<Option<Number>> = vec![None; issues.len()];
    let (mut bias, mut wrong) = (Number::zero(), false);
    for (place, element) in (1..).zip(elements) {
        let index = element.value("index").and_then(|index| index.trim().parse().ok()).unwrap_or(place);
        let Some(value) = element.attribute("value") else { continue };
        let Ok(weight) = number(value, found) else {
            wrong = true;
            continue;
        };
        match links.issue(index).and_then(|issue| weights.get_mut(issue)) {
            Some(slot @ None) => *slot = Some(weight),
            Some(_) => found.assume(format!("{}: weight {index} stands twice; the first counts", file.name)),
            None => {
                let sum = bias.ratio() + weight.ratio();
                bias = Number::of_ratio(&sum).unwrap_or_else(Number::zero);
                found.assume(format!(
                    "{}: weight {index} belongs to no issue; as GENIUS evaluates it counts for nothing, as plain sums are \
                     written it is added whatever the outcome",
                    file.name
                ));
            }
        }
    }
    if wrong {
        return Err(Unreadable);
    }
    let weight = |(weight, (_, issue)): (Option<Number>, &(i64, Issue))| {
        weight.unwrap_or_else(|| {
            found.assume(format!("{}: \"{}\" has no weight, taken as 1", file.name, issue.name));
            Number::one()
        })
    };
    let weights = weights.into_iter().zip(issues).map(weight).collect();
    Ok((weights, bias))
}

fn part(
    file: &Parsed<'_, Element>,
    element: Option<&Element>,
    issue: &Issue,
    found: &mut Found,
) -> Result<Part, Unreadable> {
    match (&issue.values, element) {
        (Values::Listed(values), element) => table(file, element, values, issue, found),
        (_, Some(element)) if element.child("evaluator").is_some() => curve(element, issue, found),
        _ => {
            found.assume(format!("{}: \"{}\" has no evaluator, so it is worth nothing", file.name, issue.name));
            Ok(Part::Curve { square: Number::zero(), slope: Number::zero(), offset: Number::zero() })
        }
    }
}

fn table(
    file: &Parsed<'_, Element>,
    element: Option<&Element>,
    values: &[Value],
    issue: &Issue,
    found: &mut Found,
) -> Result<Part, Unreadable> {
    let mut written: BTreeMap<&str, Number> = BTreeMap::new();
    let mut wrong = false;
    for item in element.into_iter().flat_map(|element| element.named("item")) {
        let (Some(value), Some(evaluation)) = (item.value("value"), item.attribute("evaluation")) else { continue };
        match number(evaluation, found) {
            Ok(worth) => _ = written.entry(value).or_insert(worth),
            Err(Unreadable) => wrong = true,
        }
    }
    if wrong {
        return Err(Unreadable);
    }
    let worth = |value: &Value| {
        let Value::Text(text) = value else { return Number::zero() };
        written.remove(text.as_str()).unwrap_or_else(|| {
            found.assume(format!("{}: \"{text}\" of \"{}\" has no evaluation, taken as 0", file.name, issue.name));
            Number::zero()
        })
    };
    let table = values.iter().map(worth).collect();
    for value in written.keys() {
        found.assume(format!("{}: \"{value}\" is no value of \"{}\" in the domain; ignored", file.name, issue.name));
    }
    Ok(Part::Table(table))
}

/// `slope` and `offset`, or as real files also write `parameter1` and `parameter0`.
fn curve(element: &Element, issue: &Issue, found: &mut Found) -> Result<Part, Unreadable> {
    let Some(evaluator) = element.child("evaluator") else { return Err(Unreadable) };
    let kind = ["ftype", "type", "etype"].iter().find_map(|key| evaluator.value(key)).unwrap_or("linear");
    if kind == "triangular" {
        return tent(evaluator, issue, found);
    }
    let mut one_of = |keys: [&str; 2]| {
        keys.iter().find_map(|key| evaluator.attribute(key)).map_or_else(|| Ok(Number::zero()), |of| number(of, found))
    };
    let (slope, offset) = match kind {
        "linear" => (one_of(["slope", "parameter1"]), one_of(["offset", "parameter0"])),
        "constant" => (Ok(Number::zero()), one_of(["parameter0", "offset"])),
        other => {
            let message = format!("\"{}\" is evaluated by \"{other}\", which nothing here reads", issue.name);
            let hint = "evaluators read are linear, constant and triangular; list the issue's values with an evaluation each instead";
            return Err(mistake(&codes::SCENARIO_UNREAD, evaluator.span, message, hint, &mut found.diagnostics));
        }
    };
    Ok(Part::Curve { square: Number::zero(), slope: slope?, offset: offset? })
}

/// `parameter0` where it rises from, `parameter1` where it has come down, `parameter2` where it is highest.
fn tent(evaluator: &Element, issue: &Issue, found: &mut Found) -> Result<Part, Unreadable> {
    let mut corner = |key: &str| {
        let Some(attribute) = evaluator.attribute(key) else {
            let message = format!("the triangle that evaluates \"{}\" has no \"{key}\"", issue.name);
            let hint = "write where it rises from as parameter0, where it ends as parameter1, its top as parameter2";
            return Err(mistake(&codes::SCENARIO_MISSING, evaluator.span, message, hint, &mut found.diagnostics));
        };
        number(attribute, found)
    };
    let at = [corner("parameter0")?, corner("parameter2")?, corner("parameter1")?];
    if matches!(issue.values, Values::Whole { .. }) {
        found.assume(format!("\"{}\" is evaluated by a triangle over whole numbers, read as over any", issue.name));
    }
    Part::tent(at, Number::zero(), Number::one()).ok_or_else(|| {
        let message =
            format!("the triangle that evaluates \"{}\" does not rise and fall from left to right", issue.name);
        let hint = "parameter0, parameter2 and parameter1 go up";
        mistake(&codes::SCENARIO_WRONG_KIND, evaluator.span, message, hint, &mut found.diagnostics)
    })
}

fn reservation(file: &Parsed<'_, Element>, found: &mut Found) -> Result<Reservation, Unreadable> {
    let mut elements = Vec::new();
    super::all(&file.root, "reservation", &mut elements);
    if let Some(value) = elements.first().and_then(|element| element.attribute("value")) {
        number(value, found).map(Reservation::At)
    } else {
        found.assume(format!("{}: no reservation value, taken as 0", file.name));
        Ok(Reservation::At(Number::zero()))
    }
}

/// Nothing, a factor of nothing or less and one above 1 mean that time costs nothing.
fn discount(root: &Element, found: &mut Found) -> Result<Option<Discount>, Unreadable> {
    let mut elements = Vec::new();
    super::all(root, "discount_factor", &mut elements);
    let Some(value) = elements.first().and_then(|element| element.attribute("value")) else { return Ok(None) };
    let factor = number(value, found)?;
    let ratio = factor.ratio();
    let is_one = factor == Number::one();
    let counts = Number::zero().ratio() < ratio && ratio < Number::one().ratio() && !is_one;
    Ok(counts.then_some(Discount { factor, of_reservation: true }))
}
