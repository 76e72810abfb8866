//! Writing GeniusWeb's files.

use crate::scenario::{Issue, Part, Profile, Reservation, Scenario, Unwritable, Utility, Value, Values};

/// The files, by name.
pub(crate) fn write(scenario: &Scenario) -> Result<Vec<(String, String)>, Unwritable> {
    let name = scenario.name.as_deref().unwrap_or("domain");
    let domain = domain(scenario, name)?;
    let mut files = vec![("domain.json".to_owned(), format!("{domain}\n"))];
    for (at, profile) in (1..).zip(&scenario.profiles) {
        files.push((format!("profile-{at:03}.json"), profile_text(profile, scenario, &domain)?));
    }
    Ok(files)
}

fn domain(scenario: &Scenario, name: &str) -> Result<String, Unwritable> {
    let mut issues = Vec::new();
    for issue in &scenario.issues {
        let values: Vec<String> = listed(issue)?.iter().map(value).collect();
        issues.push(format!("{}:{{\"values\":[{}]}}", text(&issue.name), values.join(",")));
    }
    Ok(format!("{{\"name\":{},\"issuesValues\":{{{}}}}}", text(name), issues.join(",")))
}

fn listed(issue: &Issue) -> Result<&[Value], Unwritable> {
    match &issue.values {
        Values::Listed(values) => Ok(values),
        Values::Whole { .. } | Values::Real { .. } => Err(Unwritable::Range { issue: issue.name.clone() }),
    }
}

fn profile_text(profile: &Profile, scenario: &Scenario, domain: &str) -> Result<String, Unwritable> {
    let Utility::Additive(additive) = &profile.utility else {
        return Err(Unwritable::Rectangles { party: profile.name.clone() });
    };
    let (mut utilities, mut weights) = (Vec::new(), Vec::new());
    for ((issue, part), weight) in scenario.issues.iter().zip(&additive.parts).zip(&additive.weights) {
        let name = text(&issue.name);
        let body = match part {
            Part::Table(table) => {
                let pair = |(of, worth): (&Value, &crate::Number)| format!("{}:{worth}", text(&of.shown()));
                let pairs: Vec<String> = listed(issue)?.iter().zip(table).map(pair).collect();
                format!("{{\"discreteutils\":{{\"valueUtilities\":{{{}}}}}}}", pairs.join(","))
            }
            Part::Line { low, high } => format!(
                "{{\"numberutils\":{{\"lowValue\":{},\"lowUtility\":{},\"highValue\":{},\"highUtility\":{}}}}}",
                low.0, low.1, high.0, high.1
            ),
            Part::Curve { .. } | Part::Tent { .. } => return Err(Unwritable::Range { issue: issue.name.clone() }),
        };
        utilities.push(format!("{name}:{body}"));
        weights.push(format!("{name}:{weight}"));
    }
    let bid = match &profile.reservation {
        Reservation::Outcome(outcome) => {
            let pair = |(issue, of): (&Issue, &Value)| format!("{}:{}", text(&issue.name), value(of));
            let pairs: Vec<String> = scenario.issues.iter().zip(outcome).map(pair).collect();
            format!("{{\"issuevalues\":{{{}}}}}", pairs.join(","))
        }
        Reservation::Anything => "null".to_owned(),
        Reservation::At(_) => return Err(Unwritable::ReservationValue { party: profile.name.clone() }),
    };
    Ok(format!(
        "{{\"LinearAdditiveUtilitySpace\":{{\"issueUtilities\":{{{}}},\"issueWeights\":{{{}}},\"domain\":{domain},\"name\":{},\
         \"reservationBid\":{bid}}}}}\n",
        utilities.join(","),
        weights.join(","),
        text(&profile.name)
    ))
}

fn value(value: &Value) -> String {
    match value {
        Value::Text(written) => text(written),
        Value::Number(_) | Value::Truth(_) => value.shown(),
    }
}

/// A text of JSON.
pub(crate) fn text(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            control if u32::from(control) < 0x20 || control == '\u{7f}' || ('\u{80}'..='\u{9f}').contains(&control) => {
                out.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            '\u{2028}' | '\u{2029}' | '\u{feff}' => out.push_str(&format!("\\u{:04x}", u32::from(character))),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}
