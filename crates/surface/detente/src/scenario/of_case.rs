//! A case and a set of estimates as a scenario: what adds up over issues, and payments over ranges.

use detente_case::{Arrangement, Case, Consent};
use detente_deals::{Lowered, lower};
use detente_engine::{Formula, Party};
use detente_estimate::EstimateSet;
use detente_interop::Number;
use detente_interop::scenario::{
    Additive, Aggregation, Issue, Meaning, Part, Pays, Profile, Rectangle, Rectangles, Reservation, Scenario, Utility,
    Value, Values,
};
use detente_scenario::of_title;
use thiserror::Error;

/// Why a case is no scenario.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NoScenario {
    /// Numbers too large for 64 bits.
    #[error("the points of a party exceed 64 bits")]
    Overflow,
    /// A linkage that is more than bounds on ranges.
    #[error("\"{party}\" has a linkage that is not made of bounds on ranges, which no scenario format can say")]
    Linkage {
        /// Whose.
        party: String,
    },
}

/// A scenario with the centres of a set of estimates, and what it leaves out, a sentence each. Utilities are the party's integer
/// units, which are its points times a factor.
///
/// # Errors
/// [`NoScenario`] where it would mean something else.
pub fn of_case(case: &Case, set: &EstimateSet) -> Result<(Scenario, Vec<String>), NoScenario> {
    let lowered = lower(case, Some(set)).map_err(|_overflow| NoScenario::Overflow)?;
    let mut notes = left_out(case);
    let mut issues = Vec::new();
    // Per issue, where the model has each choice: the model orders choices by id, a scenario as the case does.
    let mut places: Vec<Vec<usize>> = Vec::new();
    for (index, issue) in case.issues.iter() {
        let (mut values, mut place) = (Vec::new(), Vec::new());
        for (choice, of) in issue.choices.iter() {
            values.push(match of.amount {
                Some(amount) => Value::Number(Number::new(amount.thousandths(), 3)),
                None => of_title(&of.title),
            });
            place.extend(lowered.order[index].iter().position(|other| *other == choice));
        }
        let is_range = matches!(issue.arrangement, Arrangement::Range { .. });
        let values = match whole_range(&values).filter(|_| is_range) {
            Some((least, most)) => Values::Whole { least, most },
            None => Values::Listed(distinct(&values, issue)),
        };
        issues.push(Issue { name: issue.title.clone(), values });
        places.push(place);
    }
    unique_names(case, &mut issues);
    let mut profiles = Vec::new();
    for ((at, lowered_party), (_, party)) in lowered.model.parties.iter().enumerate().zip(case.parties.iter()) {
        profiles.push(profile(&party.name, &moved(lowered_party, &places), &issues)?);
        note_units(&lowered, at, &party.name, &mut notes);
    }
    Ok((Scenario { name: Some(case.title.clone()), issues, profiles }, notes))
}

/// A party with choices in the order of the case.
fn moved(party: &Party, places: &[Vec<usize>]) -> Party {
    let row = |(row, place): (&Vec<i64>, &Vec<usize>)| place.iter().filter_map(|at| row.get(*at)).copied().collect();
    let mut party = party.clone();
    party.values = party.values.iter().zip(places).map(row).collect();
    party.linkages.iter_mut().for_each(|linkage| reorder(&mut linkage.when, places));
    party
}

fn reorder(formula: &mut Formula, places: &[Vec<usize>]) {
    match formula {
        Formula::Choice { issue, among } => {
            let place = places.get(*issue).map_or(&[][..], Vec::as_slice);
            *among = place.iter().filter_map(|at| among.get(*at)).copied().collect();
        }
        Formula::AtMost { terms, .. } => {
            for term in terms {
                let place = places.get(term.issue).map_or(&[][..], Vec::as_slice);
                term.amounts = place.iter().filter_map(|at| term.amounts.get(*at)).copied().collect();
            }
        }
        Formula::Connected(connectivity) => {
            for unit in &mut connectivity.units {
                let place = places.get(unit.issue).map_or(&[][..], Vec::as_slice);
                unit.among = place.iter().filter_map(|at| unit.among.get(*at)).copied().collect();
            }
        }
        Formula::Not(inner) => reorder(inner, places),
        Formula::All(parts) | Formula::Any(parts) => parts.iter_mut().for_each(|part| reorder(part, places)),
    }
}

fn note_units(lowered: &Lowered, at: usize, name: &str, notes: &mut Vec<String>) {
    if let Some(units) = lowered.units_per_point.get(at).filter(|units| **units != 1) {
        notes.push(format!("\"{name}\": utilities are points times {units}, before what the format needs"));
    }
}

/// What no scenario format can say.
fn left_out(case: &Case) -> Vec<String> {
    let mut notes = Vec::new();
    let mut note = |number: usize, what: &str| {
        if 0 < number {
            notes.push(format!(
                "{number} {what} left out: a scenario has no such thing, so its outcomes may break them"
            ));
        }
    };
    note(case.rules.len(), "rules are");
    note(case.red_lines.len(), "stated red lines are");
    note(case.offers.len(), "conditional offers are");
    for (_, party) in case.parties.iter().filter(|(_, party)| party.consent != Consent::Always) {
        notes.push(format!(
            "\"{}\" is not always asked in the case; in a scenario every party has to agree",
            party.name
        ));
    }
    notes
}

/// The ends, if the values are consecutive whole numbers.
fn whole_range(values: &[Value]) -> Option<(i64, i64)> {
    let whole = |value: &Value| match value {
        Value::Number(number) => number.whole(),
        Value::Text(_) | Value::Truth(_) => None,
    };
    let wholes: Vec<i64> = values.iter().map(whole).collect::<Option<_>>()?;
    let is_next = wholes.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1]));
    Some((*wholes.first()?, *wholes.last()?)).filter(|_| is_next)
}

/// Titles that occur twice are told apart by their ids.
fn distinct(values: &[Value], issue: &detente_case::Issue) -> Vec<Value> {
    let twice = |value: &Value| 1 < values.iter().filter(|other| *other == value).count();
    let own = |(value, (_, choice)): (&Value, (_, &detente_case::Choice))| {
        if twice(value) { Value::Text(choice.id.clone()) } else { value.clone() }
    };
    values.iter().zip(issue.choices.iter()).map(own).collect()
}

fn unique_names(case: &Case, issues: &mut [Issue]) {
    let names: Vec<String> = issues.iter().map(|issue| issue.name.clone()).collect();
    for ((issue, name), (_, of_case)) in issues.iter_mut().zip(&names).zip(case.issues.iter()) {
        if 1 < names.iter().filter(|other| *other == name).count() {
            of_case.id.as_str().clone_into(&mut issue.name);
        }
    }
}

fn profile(name: &str, party: &Party, issues: &[Issue]) -> Result<Profile, NoScenario> {
    let utility = if party.linkages.is_empty() && party.tables.is_empty() {
        let table = |row: &Vec<i64>| Part::Table(row.iter().map(|units| Number::from(*units)).collect());
        let tables = party.values.iter().map(table).collect();
        Utility::Additive(Additive { weights: vec![Number::one(); issues.len()], parts: tables, bias: Number::zero() })
    } else {
        Utility::Rectangles(rectangles(party, issues).ok_or_else(|| NoScenario::Linkage { party: name.to_owned() })?)
    };
    let reservation = party.bottom_line.map_or(Reservation::Anything, |line| Reservation::At(Number::from(line)));
    Ok(Profile { name: name.to_owned(), meaning: Meaning::Plain, utility, reservation, discount: None })
}

fn rectangles(party: &Party, issues: &[Issue]) -> Option<Rectangles> {
    if !party.tables.is_empty() {
        return None;
    }
    let mut paid = Vec::new();
    for (issue, row) in party.values.iter().enumerate() {
        if row.iter().all(|units| *units == 0) {
            continue;
        }
        let mut from = 0;
        while from < row.len() {
            let same = row[from..].iter().take_while(|units| **units == row[from]).count();
            if row[from] != 0 {
                let bounds = vec![bound(issues, issue, from, from + same - 1)?];
                paid.push((Number::one(), Rectangle { worth: Number::from(row[from]), bounds, outside: false }));
            }
            from += same;
        }
    }
    for linkage in &party.linkages {
        let Formula::All(all) = as_all(&linkage.when) else { return None };
        let bounds = merged(&all, issues)?;
        paid.push((Number::one(), Rectangle { worth: Number::from(linkage.units), bounds, outside: false }));
    }
    let pays = Pays { how: Aggregation::Sum, rectangles: paid, nested: Vec::new() };
    Some(Rectangles { pays, most: None, bias: Number::zero() })
}

/// Conjunctions within conjunctions as one.
fn as_all(formula: &Formula) -> Formula {
    match formula {
        Formula::All(parts) => {
            let flat = parts.iter().flat_map(|part| match as_all(part) {
                Formula::All(inner) => inner,
                other => vec![other],
            });
            Formula::All(flat.collect())
        }
        other => Formula::All(vec![other.clone()]),
    }
}

/// Bounds on each issue, from conditions that may speak of it several times.
fn merged(parts: &[Formula], issues: &[Issue]) -> Option<Vec<(usize, Number, Number)>> {
    let mut marked: std::collections::BTreeMap<usize, Vec<bool>> = std::collections::BTreeMap::new();
    for part in parts {
        let (issue, among) = match part {
            Formula::Choice { issue, among } => (*issue, among.clone()),
            Formula::Not(inner) => match inner.as_ref() {
                Formula::Choice { issue, among } => (*issue, among.iter().map(|among| !among).collect()),
                Formula::AtMost { terms, bound } => {
                    let [term] = terms.as_slice() else { return None };
                    (term.issue, term.amounts.iter().map(|amount| bound < amount).collect())
                }
                _ => return None,
            },
            Formula::AtMost { terms, bound } => {
                let [term] = terms.as_slice() else { return None };
                (term.issue, term.amounts.iter().map(|amount| amount <= bound).collect())
            }
            _ => return None,
        };
        let known = marked.entry(issue).or_insert_with(|| vec![true; among.len()]);
        known.iter_mut().zip(&among).for_each(|(known, among)| *known &= among);
    }
    marked
        .into_iter()
        .map(|(issue, among)| {
            let first = among.iter().position(|among| *among)?;
            let last = among.iter().rposition(|among| *among)?;
            among[first..=last].iter().all(|among| *among).then(|| bound(issues, issue, first, last))?
        })
        .collect()
}

fn bound(issues: &[Issue], issue: usize, first: usize, last: usize) -> Option<(usize, Number, Number)> {
    let Values::Whole { least, .. } = issues.get(issue)?.values else { return None };
    let at = |place: usize| Some(Number::from(least.checked_add(i64::try_from(place).ok()?)?));
    Some((issue, at(first)?, at(last)?))
}
