//! GeniusWeb: a domain and a file per profile, in JSON.

mod write;

pub(crate) use write::{text, write};

use detente_base::Span;

use crate::codes;
use crate::data::{Node, What};
use crate::number::Number;
use crate::scenario::{
    Additive, Found, Issue, Meaning, Parsed, Part, Profile, Reservation, Scenario, Unreadable, Utility, Value, Values,
    mistake,
};

/// The kinds of profile read.
const KINDS: [&str; 2] = ["LinearAdditiveUtilitySpace", "LinearAdditive"];

/// Whether a file describes the issues.
pub(crate) fn is_domain(root: &Node) -> bool {
    root.get("issuesValues").is_some()
}

/// Whether a file describes a party's utilities.
pub(crate) fn is_profile(root: &Node) -> bool {
    root.entries().count() == 1
        && root.entries().any(|(key, value)| {
            key.text().is_some_and(|key| key.ends_with("UtilitySpace") || KINDS.contains(&key))
                || value.get("issueUtilities").is_some()
        })
}

/// Reads the domain, alone or within the profiles, and the profiles.
pub(crate) fn read(files: &[Parsed<'_, Node>], place: Span, found: &mut Found) -> Result<Scenario, Unreadable> {
    let mut domains = files.iter().filter(|file| is_domain(&file.root));
    let alone = domains.next();
    if let (Some(first), Some(second)) = (alone, domains.next()) {
        let message = format!("\"{}\" describes the issues a second time, beside \"{}\"", second.name, first.name);
        let hint = "keep one domain in a folder";
        return Err(mistake(&codes::SCENARIO_TWICE, second.root.span, message, hint, &mut found.diagnostics));
    }
    let of_party: Vec<_> = files.iter().filter(|file| is_profile(&file.root)).collect();
    let within = of_party.iter().find_map(|file| inner(file)?.1.get("domain"));
    let Some(domain) = alone.map(|file| &file.root).or(within) else {
        let message = "there is no file that describes the issues";
        let hint = "a domain has issuesValues";
        return Err(mistake(&codes::SCENARIO_NO_DOMAIN, place, message, hint, &mut found.diagnostics));
    };
    let issues = issues(domain, found)?;
    let profiles: Vec<_> = of_party.iter().map(|file| profile(file, &issues, found)).collect();
    if profiles.is_empty() {
        let message = "there is no profile of any party beside the domain";
        let hint = "a profile is a file such as {\"LinearAdditiveUtilitySpace\": {…}}";
        return Err(mistake(&codes::SCENARIO_NO_PARTY, domain.span, message, hint, &mut found.diagnostics));
    }
    let profiles = profiles.into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(Scenario { name: domain.get("name").and_then(Node::text).map(str::to_owned), issues, profiles })
}

fn inner<'n>(file: &'n Parsed<'_, Node>) -> Option<(&'n str, &'n Node)> {
    file.root.entries().next().and_then(|(key, value)| Some((key.text()?, value)))
}

fn issues(domain: &Node, found: &mut Found) -> Result<Vec<Issue>, Unreadable> {
    let mut issues: Vec<Issue> = Vec::new();
    let nodes = domain.get("issuesValues");
    for (key, node) in nodes.into_iter().flat_map(Node::entries) {
        let name = key.text().unwrap_or_default().to_owned();
        if issues.iter().any(|issue| issue.name == name) {
            let message = format!("the issue \"{name}\" stands twice");
            let hint = "give every issue its own name";
            return Err(mistake(&codes::SCENARIO_TWICE, key.span, message, hint, &mut found.diagnostics));
        }
        let values = match (node.get("values").and_then(Node::list), node.get("range").and_then(Node::list)) {
            (Some(values), _) if !values.is_empty() => values.iter().map(Node::value).collect(),
            (None, Some([low, high, step])) => stepped(&name, [low, high, step], found).map(Some)?,
            _ => None,
        };
        let Some(values) = values else {
            let message = format!("the issue \"{name}\" has no values that could be read");
            let hint = "write \"values\": [\"…\"] or \"range\": [low, high, step]";
            return Err(mistake(&codes::SCENARIO_MISSING, node.span, message, hint, &mut found.diagnostics));
        };
        issues.push(Issue { name, values: Values::Listed(unique(values, found)) });
    }
    if issues.is_empty() {
        let message = "the domain has no issue";
        let hint = "write at least one issue with values";
        return Err(mistake(&codes::SCENARIO_MISSING, domain.span, message, hint, &mut found.diagnostics));
    }
    Ok(issues)
}

fn unique(values: Vec<Value>, found: &mut Found) -> Vec<Value> {
    let mut known = std::collections::BTreeSet::new();
    let mut is_new = |value: &Value| {
        let is_new = known.insert(format!("{value:?}"));
        if !is_new {
            found.assume(format!("the value {} stands twice; the second is ignored", value.shown()));
        }
        is_new
    };
    values.into_iter().filter(|value| is_new(value)).collect()
}

/// The most values a range is written out to.
const MOST: usize = 100_000;

fn stepped(name: &str, range: [&Node; 3], found: &mut Found) -> Result<Vec<Value>, Unreadable> {
    let read = |node: &Node| number(node, "the end or the step of a range", found);
    let [low, high, step] = range.map(read);
    let (low, high, step) = (low?.ratio(), high?.ratio(), step?.ratio());
    let mut values = Vec::new();
    let mut at = low.clone();
    if Number::zero().ratio() < step {
        while at <= high && values.len() <= MOST {
            values.extend(Number::of_ratio(&at).map(Value::Number));
            at += &step;
        }
    }
    if values.is_empty() || MOST < values.len() {
        let message = format!("the range of \"{name}\" holds no number, or too many");
        let hint = "write [low, high, step] with low not above high, a step above 0, and at most 100000 steps";
        return Err(mistake(&codes::SCENARIO_BAD_RANGE, range[0].span, message, hint, &mut found.diagnostics));
    }
    Ok(values)
}

/// A number; GeniusWeb also writes numbers as texts.
fn number(node: &Node, what: &str, found: &mut Found) -> Result<Number, Unreadable> {
    let read = match &node.what {
        What::Number(number) => Some(number.clone()),
        What::Text(text) => text.parse().ok(),
        _ => None,
    };
    read.ok_or_else(|| {
        let hint = "write digits, with a point and a power of ten if need be";
        mistake(
            &codes::SCENARIO_NOT_A_NUMBER,
            node.span,
            format!("{what} is not a number"),
            hint,
            &mut found.diagnostics,
        )
    })
}

fn profile(file: &Parsed<'_, Node>, issues: &[Issue], found: &mut Found) -> Result<Profile, Unreadable> {
    let Some((kind, node)) = inner(file) else { return Err(Unreadable) };
    if !KINDS.contains(&kind) {
        let message = format!("\"{}\" is a {kind}, which nothing here reads", file.name);
        let hint = "profiles read are of the kind LinearAdditiveUtilitySpace";
        return Err(mistake(&codes::SCENARIO_UNREAD, node.span, message, hint, &mut found.diagnostics));
    }
    let utilities = node.get("issueUtilities");
    let weights = node.get("issueWeights");
    let mut additive = Additive { weights: Vec::new(), parts: Vec::new(), bias: Number::zero() };
    for issue in issues {
        let weight = weights.and_then(|weights| weights.get(&issue.name));
        let weight = weight.map_or_else(|| Ok(None), |weight| number(weight, "a weight", found).map(Some))?;
        additive.weights.push(weight.unwrap_or_else(|| {
            found.assume(format!("{}: \"{}\" has no weight, taken as 0", file.name, issue.name));
            Number::zero()
        }));
        let utility = utilities.and_then(|utilities| utilities.get(&issue.name));
        additive.parts.push(part(file, utility, issue, found)?);
    }
    let name = node.get("name").and_then(Node::text).map_or_else(|| file.stem(), str::to_owned);
    let reservation = reservation(file, node.get("reservationBid"), issues, found);
    Ok(Profile { name, meaning: Meaning::Plain, utility: Utility::Additive(additive), reservation, discount: None })
}

fn part(file: &Parsed<'_, Node>, node: Option<&Node>, issue: &Issue, found: &mut Found) -> Result<Part, Unreadable> {
    let of = |key: &str| node.and_then(|node| node.get(key));
    if let Some(line) = of("numberutils") {
        let mut key = |key: &str| {
            if let Some(node) = line.get(key) {
                number(node, key, found)
            } else {
                let hint = "write lowValue, lowUtility, highValue and highUtility";
                let message = format!("\"{key}\" is missing here");
                Err(mistake(&codes::SCENARIO_MISSING, line.span, message, hint, &mut found.diagnostics))
            }
        };
        let low = (key("lowValue")?, key("lowUtility")?);
        let high = (key("highValue")?, key("highUtility")?);
        return Ok(Part::Line { low, high });
    }
    let mut written = std::collections::BTreeMap::new();
    for (key, worth) in
        of("discreteutils").and_then(|utils| utils.get("valueUtilities")).into_iter().flat_map(Node::entries)
    {
        let worth = number(worth, "what a value is worth", found)?;
        written.entry(key.text().unwrap_or_default()).or_insert(worth);
    }
    let Values::Listed(values) = &issue.values else { return Err(Unreadable) };
    let worth = |value: &Value| {
        written.get(value.shown().as_str()).cloned().unwrap_or_else(|| {
            found.assume(format!(
                "{}: \"{}\" of \"{}\" has no utility, taken as 0",
                file.name,
                value.shown(),
                issue.name
            ));
            Number::zero()
        })
    };
    Ok(Part::Table(values.iter().map(worth).collect()))
}

/// The reservation value is the utility of the bid named; without one every outcome is accepted.
fn reservation(file: &Parsed<'_, Node>, bid: Option<&Node>, issues: &[Issue], found: &mut Found) -> Reservation {
    let Some(values) = bid.and_then(|bid| bid.get("issuevalues")) else {
        found.assume(format!("{}: no reserved outcome, so every outcome is accepted", file.name));
        return Reservation::Anything;
    };
    let value = |issue: &Issue| {
        let written = values.get(&issue.name)?.value()?;
        let Values::Listed(known) = &issue.values else { return None };
        known
            .iter()
            .find(|value| **value == written)
            .or_else(|| known.iter().find(|value| value.shown() == written.shown()))
            .cloned()
    };
    if let Some(outcome) = issues.iter().map(value).collect() {
        Reservation::Outcome(outcome)
    } else {
        found.assume(format!("{}: the reserved outcome leaves issues open, so every outcome is accepted", file.name));
        Reservation::Anything
    }
}
