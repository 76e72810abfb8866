//! Writing GENIUS's files.

use crate::number::Number;
use crate::scenario::{
    Additive, Aggregation, Issue, Part, Pays, Profile, Rectangle, Rectangles, Reservation, Scenario, Unwritable,
    Utility, Values,
};

/// The files, by name.
pub(crate) fn write(scenario: &Scenario) -> Result<Vec<(String, String)>, Unwritable> {
    let mut files = vec![("domain.xml".to_owned(), domain(scenario))];
    for (at, profile) in (1..).zip(&scenario.profiles) {
        files.push((format!("profile-{at:03}.xml"), profile_text(profile, scenario)?));
    }
    Ok(files)
}

fn domain(scenario: &Scenario) -> String {
    let mut out = format!(
        "<negotiation_template>\n<utility_space number_of_issues=\"{}\">\n{}",
        scenario.issues.len(),
        objective(scenario)
    );
    for (index, issue) in (1..).zip(&scenario.issues) {
        out.push_str(&issue_text(index, issue, None));
    }
    out.push_str("</objective>\n</utility_space>\n</negotiation_template>\n");
    out
}

fn objective(scenario: &Scenario) -> String {
    let name = escaped(scenario.name.as_deref().unwrap_or("domain"));
    format!("<objective index=\"0\" etype=\"objective\" type=\"objective\" description=\"\" name=\"{name}\">\n")
}

fn issue_text(index: usize, issue: &Issue, part: Option<&Part>) -> String {
    let name = escaped(&issue.name);
    let head = |kind: &str| {
        format!("<issue index=\"{index}\" name=\"{name}\" type=\"{kind}\" etype=\"{kind}\" vtype=\"{kind}\"")
    };
    let inside = match part {
        Some(Part::Curve { slope, offset, .. }) => {
            format!(">\n<evaluator ftype=\"linear\" slope=\"{slope}\" offset=\"{offset}\"/>\n</issue>\n")
        }
        Some(Part::Tent { at, .. }) => {
            let [from, top, to] = &**at;
            format!(
                ">\n<evaluator ftype=\"triangular\" parameter0=\"{from}\" parameter1=\"{to}\" parameter2=\"{top}\"/>\n</issue>\n"
            )
        }
        _ => "/>\n".to_owned(),
    };
    match &issue.values {
        Values::Whole { least, most } => {
            format!("{} lowerbound=\"{least}\" upperbound=\"{most}\"{inside}", head("integer"))
        }
        Values::Real { least, most } => {
            let inside = inside.replacen("slope=", "parameter1=", 1).replacen("offset=", "parameter0=", 1);
            format!("{} lowerbound=\"{least}\" upperbound=\"{most}\"{inside}", head("real"))
        }
        Values::Listed(values) => {
            let mut out = format!("{}>\n", head("discrete"));
            for (at, value) in values.iter().enumerate() {
                let evaluation = match part {
                    Some(Part::Table(table)) => {
                        table.get(at).map_or_else(String::new, |worth| format!(" evaluation=\"{worth}\""))
                    }
                    _ => String::new(),
                };
                out.push_str(&format!(
                    "<item index=\"{}\" value=\"{}\"{evaluation}/>\n",
                    at + 1,
                    escaped(&value.shown())
                ));
            }
            out.push_str("</issue>\n");
            out
        }
    }
}

fn profile_text(profile: &Profile, scenario: &Scenario) -> Result<String, Unwritable> {
    let reservation = match &profile.reservation {
        Reservation::At(number) => number,
        Reservation::Anything => return Err(Unwritable::NoReservation { party: profile.name.clone() }),
        Reservation::Outcome(_) => return Err(Unwritable::ReservationOutcome { party: profile.name.clone() }),
    };
    let (kind, body) = match &profile.utility {
        Utility::Additive(additive) => ("", additive_text(additive, profile, scenario)?),
        Utility::Rectangles(rectangles) => {
            check_bounds(&rectangles.pays, profile, scenario)?;
            (" type=\"nonlinear\"", rectangles_text(rectangles, scenario))
        }
    };
    let discount = profile.discount.as_ref().map_or_else(Number::one, |discount| discount.factor.clone());
    Ok(format!(
        "<utility_space{kind}>\n{}{body}</objective>\n<discount_factor value=\"{discount}\"/>\n<reservation value=\"{reservation}\"/>\n\
         </utility_space>\n",
        objective(scenario)
    ))
}

fn additive_text(additive: &Additive, profile: &Profile, scenario: &Scenario) -> Result<String, Unwritable> {
    let mut out = String::new();
    for (index, (issue, part)) in (1..).zip(scenario.issues.iter().zip(&additive.parts)) {
        let fits = match (part, &issue.values) {
            (Part::Table(_), Values::Listed(_)) => true,
            (Part::Curve { square, .. }, Values::Whole { .. } | Values::Real { .. }) => *square == Number::zero(),
            (Part::Tent { base, height, .. }, Values::Real { .. }) => {
                *base == Number::zero() && *height == Number::one()
            }
            _ => false,
        };
        if !fits {
            return Err(Unwritable::Part { party: profile.name.clone(), issue: issue.name.clone() });
        }
        out.push_str(&issue_text(index, issue, Some(part)));
    }
    for (index, weight) in (1..).zip(&additive.weights) {
        out.push_str(&format!("<weight index=\"{index}\" value=\"{weight}\"/>\n"));
    }
    if additive.bias != Number::zero() {
        // What belongs to no issue is added whatever the outcome where sums are plain, and counts for nothing in GENIUS.
        out.push_str(&format!("<weight index=\"{}\" value=\"{}\"/>\n", scenario.issues.len() + 1, additive.bias));
    }
    Ok(out)
}

/// Listed values are texts in GENIUS, which no bound holds.
fn check_bounds(pays: &Pays, profile: &Profile, scenario: &Scenario) -> Result<(), Unwritable> {
    let bounds = pays.rectangles.iter().flat_map(|(_, rectangle)| &rectangle.bounds);
    for (issue, _, _) in bounds {
        if let Some(Issue { name, values: Values::Listed(_) }) = scenario.issues.get(*issue) {
            return Err(Unwritable::Part { party: profile.name.clone(), issue: name.clone() });
        }
    }
    pays.nested.iter().try_for_each(|(_, nested)| check_bounds(nested, profile, scenario))
}

fn rectangles_text(rectangles: &Rectangles, scenario: &Scenario) -> String {
    let mut out = String::new();
    for (index, issue) in (1..).zip(&scenario.issues) {
        out.push_str(&issue_text(index, issue, None));
    }
    match &rectangles.most {
        Some(most) => out.push_str(&format!("<utility maxutility=\"{most}\">\n")),
        None => out.push_str("<utility>\n"),
    }
    let mut pays = rectangles.pays.clone();
    if rectangles.bias != Number::zero() {
        let always = Rectangle { worth: rectangles.bias.clone(), bounds: Vec::new(), outside: false };
        if pays.how == Aggregation::Sum {
            pays.rectangles.push((Number::one(), always));
        } else {
            let nested = vec![(Number::one(), pays)];
            pays = Pays { how: Aggregation::Sum, rectangles: vec![(Number::one(), always)], nested };
        }
    }
    pays_text(&Number::one(), &pays, &mut out);
    out.push_str("</utility>\n");
    out
}

fn pays_text(weight: &Number, pays: &Pays, out: &mut String) {
    let how = match pays.how {
        Aggregation::Sum => "sum",
        Aggregation::Largest => "max",
        Aggregation::Smallest => "min",
    };
    out.push_str(&format!("<ufun type=\"PlainUfun\" weight=\"{weight}\" aggregation=\"{how}\">\n"));
    for (weight, rectangle) in &pays.rectangles {
        out.push_str(&format!("<hyperRectangle utility=\"{}\" weight=\"{weight}\">\n", rectangle.worth));
        let kind = if rectangle.outside { "EXCLUDES" } else { "INCLUDES" };
        for (issue, least, most) in &rectangle.bounds {
            out.push_str(&format!("<{kind} index=\"{}\" min=\"{least}\" max=\"{most}\"/>\n", issue + 1));
        }
        out.push_str("</hyperRectangle>\n");
    }
    for (weight, nested) in &pays.nested {
        pays_text(weight, nested, out);
    }
    out.push_str("</ufun>\n");
}

/// A text as the value of an attribute; what XML cannot hold becomes the character for what cannot be shown.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\r' | '\t' => out.push_str(&format!("&#{};", u32::from(character))),
            control if u32::from(control) < 0x20 || matches!(control, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            '\u{85}' | '\u{2028}' => out.push_str(&format!("&#{};", u32::from(character))),
            other => out.push(other),
        }
    }
    out
}
