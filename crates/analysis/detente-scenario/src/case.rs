//! A scenario as the text of a case folder: the same preferences, each party's utilities multiplied so that a case can hold them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use detente_interop::scenario::{Aggregation, Block, Levels, Scenario, Value, Values, Worth};
use detente_interop::{Fraction, Number, power_of_ten};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};
use thiserror::Error;

use crate::column::unit;

/// The files of a case, and what a reader has to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseText {
    /// By path within the folder.
    pub files: Vec<(&'static str, String)>,
    /// What was assumed or changed, a sentence each.
    pub notes: Vec<String>,
}

/// Why a scenario does not fit a case.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NoCase {
    /// An issue with more choices than a case holds.
    #[error("\"{issue}\" has {values} values, and an issue of a case has 10000 at most")]
    TooLong {
        /// Which.
        issue: String,
        /// How many.
        values: usize,
    },
    /// Payments of which only the largest or smallest counts.
    #[error("of some payments to \"{party}\" only the largest or smallest counts, which a case cannot say")]
    Aggregation {
        /// Which party.
        party: String,
    },
}

/// The most choices of an issue.
const MOST: usize = 10_000;

/// What a case's numbers hold beyond the point, and how large a whole number of them may be.
const PLACES: i32 = 3;
const BITS: u64 = 58;

/// Writes a scenario as a case. `source` says in words where it is from; `assumed` is what its reading assumed.
///
/// # Errors
/// [`NoCase`], and nothing is written.
pub fn case_text(
    scenario: &Scenario,
    id: &str,
    source: &str,
    assumed: &[String],
    levels: Levels,
) -> Result<CaseText, NoCase> {
    let too_long = |issue: &str, values| NoCase::TooLong { issue: issue.to_owned(), values };
    let Some(space) = scenario.discretised(levels) else {
        return Err(too_long("an issue", usize::MAX));
    };
    let mut lists = scenario.issues.iter().zip(&space.values);
    if let Some((issue, values)) = lists.find(|(_, values)| MOST < values.len()) {
        return Err(too_long(&issue.name, values.len()));
    }
    let mut notes: Vec<String> = assumed.to_vec();
    let mut names = Names::default();
    let issues: Vec<IssueIds> = scenario
        .issues
        .iter()
        .zip(&space.values)
        .map(|(issue, values)| IssueIds::new(issue, values, &mut names))
        .collect();
    let parties: Vec<String> = scenario
        .profiles
        .iter()
        .enumerate()
        .map(|(at, profile)| names.id(&profile.name, &format!("party-{}", at + 1)))
        .collect();
    for &at in &space.sampled {
        let (issue, values) = (&scenario.issues[at].name, space.values[at].len());
        notes.push(format!(
            "\"{issue}\" can be any number within bounds; {values} of them, evenly spread, stand for all"
        ));
    }
    let mut estimates = String::new();
    for (profile, party) in scenario.profiles.iter().zip(&parties) {
        let worth = profile.worth(&scenario.issues, &space);
        let mut text = PartyText { worth, name: &profile.name, issues: &issues, notes: &mut notes };
        let body = text.estimates(party)?;
        estimates.push_str(&body);
        if profile.discount.is_some() {
            notes.push(format!("\"{}\": utilities shrink with time in the source, which is left out", profile.name));
        }
    }
    let title = scenario.name.clone().unwrap_or_else(|| id.to_owned());
    let case = case_toml(scenario, id, &title, source, &issues, &parties);
    let head = format!(
        "# The utilities of the source's profiles; README.md says by what each party's are multiplied.\nformat = 1\n\n[estimates]\n\
         author = {}\nnote = \"Utilities of a scenario for negotiation software; nobody's statement.\"\ncomparable = false\n\
         utility = \"payoffs\"\n",
        toml(source)
    );
    let readme = readme(&title, source, &notes);
    let files =
        vec![("case.toml", case), ("estimates/imported.toml", format!("{head}{estimates}")), ("README.md", readme)];
    Ok(CaseText { files, notes })
}

/// Ids in use.
#[derive(Default)]
struct Names(BTreeSet<String>);

/// Words of the expression language, which no id may be.
const RESERVED: [&str; 16] = [
    "and", "or", "not", "in", "always", "never", "if", "only", "then", "true", "false", "open", "area", "people",
    "any", "none",
];

impl Names {
    /// A new id that looks like the name.
    fn id(&mut self, name: &str, fallback: &str) -> String {
        let lower: String =
            name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
        let words: Vec<&str> = lower.split('-').filter(|word| !word.is_empty()).collect();
        let mut id: String = words.join("-").chars().take(60).collect::<String>().trim_end_matches('-').to_owned();
        if !id.starts_with(|first: char| first.is_ascii_lowercase()) {
            id = if id.is_empty() { fallback.to_owned() } else { format!("v-{id}") };
        }
        if RESERVED.contains(&id.as_str())
            || matches!(id.as_str(), "estimates" | "format" | "order" | "curve" | "because" | "basis")
        {
            id.push_str("-x");
        }
        let mut free = id.clone();
        for number in 2_u32.. {
            if self.0.insert(free.clone()) {
                break;
            }
            free = format!("{id}-{number}");
        }
        free
    }
}

/// An issue's id, and its choices' ids; amounts where it is a range.
struct IssueIds {
    id: String,
    choices: Vec<String>,
    is_range: bool,
}

impl IssueIds {
    fn new(issue: &detente_interop::scenario::Issue, values: &[Value], names: &mut Names) -> Self {
        let id = names.id(&issue.name, "issue");
        let is_range = matches!(issue.values, Values::Whole { .. }) && values.len() <= MOST;
        let mut own = Names::default();
        let choice = |value: &Value| if is_range { value.shown() } else { own.id(&value.shown(), "value") };
        Self { id, choices: values.iter().map(choice).collect(), is_range }
    }
}

fn case_toml(
    scenario: &Scenario,
    id: &str,
    title: &str,
    source: &str,
    issues: &[IssueIds],
    parties: &[String],
) -> String {
    let mut out = format!(
        "# What is negotiated, as the source's domain file has it.\nformat = 1\n\n[case]\nid = {}\ntitle = {}\ncitation = {}\n\n[parties]\n",
        toml(id),
        toml(title),
        toml(source)
    );
    for (party, profile) in parties.iter().zip(&scenario.profiles) {
        let _ = writeln!(
            out,
            "{party} = {{ name = {}, kind = \"other\", consent_because = \"every party of a scenario has to agree\" }}",
            toml(&profile.name)
        );
    }
    for (ids, issue) in issues.iter().zip(&scenario.issues) {
        let _ = write!(out, "\n[issues.{}]\ntitle = {}\n", ids.id, toml(&issue.name));
        match &issue.values {
            Values::Whole { least, most } => {
                let _ = writeln!(out, "range = {{ from = {least}, to = {most}, step = 1 }}");
            }
            Values::Listed(values) => choices(&mut out, ids, values),
            Values::Real { .. } => {
                // Amounts of any length are choices by name.
                let values: Vec<Value> = ids.choices.iter().map(|shown| Value::Text(shown.clone())).collect();
                choices(&mut out, ids, &values);
            }
        }
    }
    out
}

fn choices(out: &mut String, ids: &IssueIds, values: &[Value]) {
    let _ = writeln!(out, "[issues.{}.choices]", ids.id);
    for (choice, value) in ids.choices.iter().zip(values) {
        let _ = writeln!(out, "{choice} = {}", toml(&titled(value)));
    }
}

/// A value as a title that says whether it is a text: `'10'` is the text, `10` the number.
pub fn titled(value: &Value) -> String {
    match value {
        Value::Text(text) if of_title(text) != *value => format!("'{text}'"),
        other => other.shown(),
    }
}

/// The value that a title stands for.
pub fn of_title(title: &str) -> Value {
    let inner = title.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
    if let Some(inner) = inner {
        return Value::Text(inner.to_owned());
    }
    match title {
        "true" => Value::Truth(true),
        "false" => Value::Truth(false),
        _ => title
            .parse()
            .ok()
            .filter(|number: &Number| number.to_string() == title)
            .map_or_else(|| Value::Text(title.to_owned()), Value::Number),
    }
}

struct PartyText<'a> {
    worth: Worth,
    name: &'a str,
    issues: &'a [IssueIds],
    notes: &'a mut Vec<String>,
}

impl PartyText<'_> {
    fn estimates(&mut self, party: &str) -> Result<String, NoCase> {
        let mut payments = Vec::new();
        let mut constant = self.worth.bias.clone();
        let mut values = self.worth.values.clone();
        if let Some(block) = &self.worth.blocks {
            flat(block, self.name, &mut payments)?;
        }
        let mut linked = Vec::new();
        for (amount, where_all, outside) in payments {
            // What is paid outside of bounds is paid always, and taken back within them.
            let sign = if outside { -amount.clone() } else { amount.clone() };
            if outside {
                constant += amount;
            }
            let open: Vec<&(usize, Vec<bool>)> = where_all.iter().filter(|(_, among)| among.contains(&false)).collect();
            match open.as_slice() {
                [] => constant += sign,
                [(issue, among)] => {
                    let marked = values[*issue].iter_mut().zip(among).filter(|(_, among)| **among);
                    marked.for_each(|(value, _)| *value += &sign);
                }
                _ => linked.push((sign, where_all)),
            }
        }
        self.note_cut_off();
        let factor = self.factor(&constant);
        let number = |fraction: &Fraction| shown(&(fraction * &factor));
        let mut out = format!("\n[{party}]\nbecause = \"the utilities of the source's profile\"\n");
        if let Some(reservation) = &self.worth.reservation {
            let _ = writeln!(
                out,
                "bottom_line = {{ points = {}, because = \"the reservation value of the source's profile\" }}",
                number(&(reservation - &constant))
            );
        }
        for (ids, values) in
            self.issues.iter().zip(&values).filter(|(_, values)| values.iter().any(|value| !value.is_zero()))
        {
            let pair = |(choice, value): (&String, &Fraction)| {
                if ids.is_range {
                    format!("[{choice}, {}]", number(value))
                } else {
                    format!("{choice} = {}", number(value))
                }
            };
            let pairs = ids.choices.iter().zip(values).map(pair).collect::<Vec<_>>().join(", ");
            let body = if ids.is_range { format!("{{ curve = [{pairs}] }}") } else { format!("{{ {pairs} }}") };
            let _ = writeln!(out, "values.{} = {body}", ids.id);
        }
        for (amount, where_all) in linked {
            let all: Vec<String> = where_all
                .iter()
                .filter(|(_, among)| among.contains(&false))
                .map(|(issue, among)| self.among(*issue, among))
                .collect();
            let _ = write!(
                out,
                "[[{party}.linkages]]\nwhen = {}\npoints = {}\n",
                toml(&all.join(" and ")),
                number(&amount)
            );
        }
        if !constant.is_zero() {
            self.notes.push(format!(
                "\"{}\": {} is paid whatever the outcome; it is taken off the bottom line instead",
                self.name, constant
            ));
        }
        Ok(out)
    }

    fn note_cut_off(&mut self) {
        let most = |row: &Vec<Fraction>| row.iter().max().cloned().unwrap_or_default();
        let high: Fraction = self.worth.values.iter().map(most).sum();
        if self.worth.at_most.as_ref().is_some_and(|most| *most < high) {
            self.notes.push(format!(
                "\"{}\": GENIUS cuts sums off at 1; a case does not, so sums above it stay apart",
                self.name
            ));
        }
    }

    /// A factor that makes every number one with three places, a multiple of a hundred where it can be.
    fn factor(&mut self, constant: &Fraction) -> Fraction {
        let exact = unit(&self.worth).lcm(constant.denom());
        let thousand = power_of_ten(5);
        let times = &exact / exact.gcd(&thousand);
        let most = |row: &Vec<Fraction>| row.iter().map(Signed::abs).max().unwrap_or_default();
        let widest: Fraction = self.worth.values.iter().map(most).sum::<Fraction>() + constant.abs() + Fraction::one();
        let bits = (&widest * Fraction::from_integer(&times * &thousand)).to_integer().bits();
        if bits <= BITS {
            let factor = times * BigInt::from(100);
            self.notes.push(format!(
                "\"{}\": utilities and reservation value are multiplied by {factor}, exactly",
                self.name
            ));
            return Fraction::from_integer(factor);
        }
        self.notes.push(format!(
            "\"{}\": utilities and reservation value are multiplied by 10^12 and rounded to three places, so each number is off by at \
             most 5·10^-16; an exact factor would exceed 64 bits",
            self.name
        ));
        Fraction::from_integer(power_of_ten(12))
    }

    /// That an issue takes one of some choices, as an expression.
    fn among(&self, issue: usize, among: &[bool]) -> String {
        let ids = &self.issues[issue];
        let marked: Vec<&str> =
            ids.choices.iter().zip(among).filter(|(_, among)| **among).map(|(choice, _)| choice.as_str()).collect();
        let (first, last) = (marked.first().copied().unwrap_or_default(), marked.last().copied().unwrap_or_default());
        if marked.is_empty() {
            return format!("not {0} in {{{1}}}", ids.id, ids.choices.join(", "));
        }
        if !ids.is_range {
            return format!("{} in {{{}}}", ids.id, marked.join(", "));
        }
        let mut ends = Vec::new();
        if among.first() == Some(&false) {
            ends.push(format!("{} >= {first}", ids.id));
        }
        if among.last() == Some(&false) {
            ends.push(format!("{} <= {last}", ids.id));
        }
        ends.join(" and ")
    }
}

type Payment = (Fraction, Vec<(usize, Vec<bool>)>, bool);

fn flat(block: &Block, whose: &str, out: &mut Vec<Payment>) -> Result<(), NoCase> {
    match block {
        Block::Paid { amount, where_all, outside } => out.push((amount.clone(), where_all.clone(), *outside)),
        Block::Together(how, parts) => {
            if *how != Aggregation::Sum && 1 < parts.len() {
                return Err(NoCase::Aggregation { party: whose.to_owned() });
            }
            parts.iter().try_for_each(|part| flat(part, whose, out))?;
        }
    }
    Ok(())
}

/// A number with three places, rounded half to even where it has more.
fn shown(fraction: &Fraction) -> String {
    let scaled = fraction * Fraction::from_integer(power_of_ten(PLACES.unsigned_abs()));
    let (below, rest) = scaled.numer().div_mod_floor(scaled.denom());
    let twice: BigInt = rest * 2;
    let up = *scaled.denom() < twice || (twice == *scaled.denom() && below.is_odd());
    Number::new(below + i32::from(up), PLACES).to_string()
}

/// A text of TOML.
fn toml(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            control if control.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

fn readme(title: &str, source: &str, notes: &[String]) -> String {
    let mut out = format!(
        "# {title}\n\n{source}. Names are those of the source. Issues, values and utilities are a scenario's: no party has stated them.\n\n"
    );
    out.push_str("## What was assumed, and what was changed\n");
    for note in notes {
        let _ = writeln!(out, "- {note}");
    }
    out.push_str("\n`detente deals .` says which packages all parties could live with; `detente export . --format genius -o DIR` writes the scenario again.\n");
    out
}
