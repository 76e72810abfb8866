//! Writing NegMAS's files.

use crate::data::is_plain;
use crate::geniusweb::text as quoted;
use crate::number::Number;
use crate::scenario::{
    Aggregation, Issue, Part, Pays, Profile, Reservation, Scenario, Unwritable, Utility, Value, Values,
};

/// The files, by name.
pub(crate) fn write(scenario: &Scenario) -> Result<Vec<(String, String)>, Unwritable> {
    let mut files = vec![("domain.yml".to_owned(), domain(scenario))];
    for (at, profile) in (1..).zip(&scenario.profiles) {
        files.push((format!("profile-{at:03}.yml"), function(profile, scenario)?));
    }
    Ok(files)
}

fn domain(scenario: &Scenario) -> String {
    let mut out = "issues:\n".to_owned();
    for issue in &scenario.issues {
        let (kind, values) = match &issue.values {
            Values::Listed(values) => ("CategoricalIssue", values.iter().map(value).collect::<Vec<_>>().join(", ")),
            Values::Whole { least, most } => ("ContiguousIssue", format!("{least}, {most}")),
            Values::Real { least, most } => ("ContinuousIssue", format!("{}, {}", real(least), real(most))),
        };
        out.push_str(&format!("- name: {}\n  type: {kind}\n  values: [{values}]\n", word(&issue.name)));
    }
    out.push_str(&format!("name: {}\n", word(scenario.name.as_deref().unwrap_or("domain"))));
    let is_real = |issue: &Issue| matches!(issue.values, Values::Real { .. });
    let kind =
        if scenario.issues.iter().any(is_real) { "CartesianOutcomeSpace" } else { "DiscreteCartesianOutcomeSpace" };
    out.push_str(&format!("type: {kind}\n"));
    out
}

fn function(profile: &Profile, scenario: &Scenario) -> Result<String, Unwritable> {
    let reserved = match &profile.reservation {
        Reservation::Anything => "-.inf".to_owned(),
        Reservation::At(number) => real(number),
        Reservation::Outcome(_) => return Err(Unwritable::ReservationOutcome { party: profile.name.clone() }),
    };
    let name = word(&profile.name);
    let Some(discount) = &profile.discount else {
        return Ok(format!("name: {name}\nreserved_value: {reserved}\n{}", utility(profile, scenario, "")?));
    };
    Ok(format!(
        "type: ExpDiscountedUFun\nname: {name}\ndiscount: {}\ndynamic_reservation: {}\nreserved_value: {reserved}\nufun:\n{}",
        real(&discount.factor),
        discount.of_reservation,
        utility(profile, scenario, "  ")?
    ))
}

fn utility(profile: &Profile, scenario: &Scenario, indent: &str) -> Result<String, Unwritable> {
    match &profile.utility {
        Utility::Additive(additive) => {
            let weights: Vec<String> = additive.weights.iter().map(real).collect();
            let mut out = format!("{indent}type: LinearAdditiveUtilityFunction\n");
            if additive.bias != Number::zero() {
                out.push_str(&format!("{indent}bias: {}\n", real(&additive.bias)));
            }
            out.push_str(&format!("{indent}weights: [{}]\n{indent}values:\n", weights.join(", ")));
            for (issue, part) in scenario.issues.iter().zip(&additive.parts) {
                out.push_str(&part_text(part, issue, indent)?);
            }
            Ok(out)
        }
        Utility::Rectangles(rectangles) => {
            let mut flat = Vec::new();
            flatten(&rectangles.pays, &Number::one(), &profile.name, &mut flat)?;
            let mut out =
                format!("{indent}type: HyperRectangleUtilityFunction\n{indent}bias: {}\n", real(&rectangles.bias));
            out.push_str(&format!("{indent}outcome_ranges:"));
            out.push_str(if flat.is_empty() { " []\n" } else { "\n" });
            for (ranges, _) in &flat {
                out.push_str(&format!("{indent}- {{{ranges}}}\n"));
            }
            let worths: Vec<&str> = flat.iter().map(|(_, worth)| worth.as_str()).collect();
            let ones = vec!["1.0"; flat.len()];
            out.push_str(&format!(
                "{indent}utilities: [{}]\n{indent}weights: [{}]\n",
                worths.join(", "),
                ones.join(", ")
            ));
            Ok(out)
        }
    }
}

/// Ranges and what they pay. What is paid outside of bounds is paid everywhere, and taken back within them.
fn flatten(pays: &Pays, weight: &Number, party: &str, out: &mut Vec<(String, String)>) -> Result<(), Unwritable> {
    if pays.how != Aggregation::Sum && 1 < pays.rectangles.len() + pays.nested.len() {
        return Err(Unwritable::Aggregation { party: party.to_owned() });
    }
    let times = |a: &Number, b: &Number| Number::of_ratio(&(a.ratio() * b.ratio())).unwrap_or_else(Number::zero);
    for (own, rectangle) in &pays.rectangles {
        let paid = times(&times(own, weight), &rectangle.worth);
        let range =
            |(issue, least, most): &(usize, Number, Number)| format!("{issue}: [{}, {}]", real(least), real(most));
        let ranges = rectangle.bounds.iter().map(range).collect::<Vec<_>>().join(", ");
        if rectangle.outside {
            out.push((String::new(), real(&paid)));
            out.push((ranges, real(&times(&paid, &Number::from(-1)))));
        } else {
            out.push((ranges, real(&paid)));
        }
    }
    pays.nested.iter().try_for_each(|(own, nested)| flatten(nested, &times(own, weight), party, out))
}

fn part_text(part: &Part, issue: &Issue, indent: &str) -> Result<String, Unwritable> {
    Ok(match part {
        Part::Table(table) => {
            let keys: Vec<String> = match &issue.values {
                Values::Listed(values) => values.iter().map(value).collect(),
                Values::Whole { least, .. } => (*least..).take(table.len()).map(|whole| whole.to_string()).collect(),
                Values::Real { .. } => return Err(Unwritable::Range { issue: issue.name.clone() }),
            };
            let pairs: Vec<String> =
                keys.iter().zip(table).map(|(key, worth)| format!("{key}: {}", real(worth))).collect();
            format!("{indent}- mapping: {{{}}}\n{indent}  type: TableFun\n", pairs.join(", "))
        }
        Part::Curve { square, slope, offset } if *square == Number::zero() => {
            format!("{indent}- {{bias: {}, slope: {}, type: AffineFun}}\n", real(offset), real(slope))
        }
        Part::Curve { square, slope, offset } => {
            let (square, slope, offset) = (real(square), real(slope), real(offset));
            format!("{indent}- {{a1: {slope}, a2: {square}, bias: {offset}, type: QuadraticFun}}\n")
        }
        Part::Tent { at, base, height } => {
            let [from, top, to] = at.each_ref().map(real);
            let (base, height) = (real(base), real(height));
            format!(
                "{indent}- {{start: {from}, middle: {top}, end: {to}, bias: {base}, scale: {height}, type: TriangularFun}}\n"
            )
        }
        Part::Line { .. } => return Err(Unwritable::Range { issue: issue.name.clone() }),
    })
}

/// A number that stays a binary fraction for programs that tell it from a whole number.
fn real(number: &Number) -> String {
    let text = number.to_string();
    if text.contains('.') { text } else { format!("{text}.0") }
}

fn value(value: &Value) -> String {
    match value {
        Value::Text(text) => word(text),
        Value::Number(_) | Value::Truth(_) => value.shown(),
    }
}

fn word(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}
