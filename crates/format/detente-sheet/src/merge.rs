//! What was filled in as a party's section of a file of estimates. What stands there already keeps its bytes.

use std::collections::BTreeSet;

use detente_base::Decimal;
use detente_estimate::{Range, Utility};
use jiff::civil::Date;
use thiserror::Error;
use toml_edit::{Array, DocumentMut, Formatted, InlineTable, Item, Table, TableLike, Value};

use crate::{Field, Filled, Number};

/// Whose estimates a new file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Who assumes.
    pub author: String,
    /// The date they speak of.
    pub as_of: Option<Date>,
}

/// What is written where.
#[derive(Clone, Copy, Debug)]
pub struct Merge<'m> {
    /// The file of estimates as it is; `None` where there is none yet.
    pub text: Option<&'m str>,
    /// Whose estimates a new file holds; of one that is there, who filled in this section.
    pub head: &'m Head,
    /// The party's id.
    pub party: &'m str,
    /// What was filled in.
    pub filled: &'m Filled,
    /// Whether a section that is there may be replaced.
    pub replace: bool,
}

/// Why nothing is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MergeError {
    /// The file has a section of this party.
    #[error("the file has a section of this party already")]
    Occupied,
    /// The file is no TOML.
    #[error("the file is not TOML")]
    NotToml,
    /// The file's values are payoffs and the sheet's weighted, or the other way round.
    #[error("the file and the sheet add up values differently")]
    OtherUtility,
}

/// The file of estimates with what was filled in.
///
/// A new section is appended: every byte before it stays. Of a section that is replaced, its bottom line, weights and values go;
/// what a sheet cannot say stays (linkages, red lines, comparisons, the alternative), and so do values of a kind no sheet has
/// (orders, present values, what makes a unit count) of issues of which the sheet says nothing.
pub fn merge(merge: Merge<'_>) -> Result<String, MergeError> {
    let Some(text) = merge.text else {
        return Ok(format!("{}\n{}", head(merge.head, merge.filled.utility), section(merge)));
    };
    let mut document: DocumentMut = text.parse().map_err(|_error| MergeError::NotToml)?;
    let utility = document.get("estimates").and_then(|head| head.get("utility")).and_then(Item::as_str);
    if (utility == Some("payoffs")) != (merge.filled.utility == Utility::Payoffs) {
        return Err(MergeError::OtherUtility);
    }
    let Some(known) = document.get_mut(merge.party) else {
        let gap = if text.ends_with('\n') { "\n" } else { "\n\n" };
        return Ok(format!("{text}{gap}{}", section(merge)));
    };
    if !merge.replace {
        return Err(MergeError::Occupied);
    }
    replace(known.as_table_like_mut().ok_or(MergeError::NotToml)?, merge.filled);
    Ok(document.to_string())
}

fn head(head: &Head, utility: Utility) -> String {
    let mut text = format!("format = 1\n\n[estimates]\nauthor = {}\n", Value::from(head.author.as_str()));
    if let Some(date) = head.as_of {
        text.push_str(&format!("as_of = {date}\n"));
    }
    text.push_str("note = \"From a score sheet.\"\ncomparable = false\n");
    if utility == Utility::Payoffs {
        text.push_str("utility = \"payoffs\"\n");
    }
    text
}

/// A new section, under a line that says who filled in the sheet.
fn section(merge: Merge<'_>) -> String {
    let mut document = DocumentMut::new();
    let mut table = Table::new();
    replace(&mut table, merge.filled);
    document.insert(merge.party, Item::Table(table));
    let as_of = merge.head.as_of.map(|date| format!(", as of {date}")).unwrap_or_default();
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    let author: String = merge.head.author.chars().map(plain).collect();
    format!("# score sheet filled in by {author}{as_of}\n{}", document.to_string().trim_start())
}

/// Puts what was filled in in the place of what the section says of the same things.
fn replace(section: &mut dyn TableLike, filled: &Filled) {
    section.remove("bottom_line");
    section.remove("weights");
    if let Some(number) = filled.numbers.get(&Field::BottomLine) {
        section.insert("bottom_line", Item::Value(number_value(number)));
    }
    let mut weights = dotted();
    for (field, number) in &filled.numbers {
        if let Field::Weight(issue) = field {
            weights.insert(issue, Item::Value(number_value(number)));
        }
    }
    if !weights.is_empty() {
        section.insert("weights", Item::Table(weights));
    }
    values(section, filled);
}

fn values(section: &mut dyn TableLike, filled: &Filled) {
    let of = |field: &Field| match field {
        Field::Value(issue, _) | Field::Corner(issue, _) => Some(issue.clone()),
        Field::BottomLine | Field::Weight(_) => None,
    };
    let issues: BTreeSet<String> = filled.numbers.keys().filter_map(of).collect();
    let kept = section.remove("values").map(|known| beyond_a_sheet(&known, &issues)).unwrap_or_default();
    let mut values = dotted();
    for (issue, item) in kept {
        values.insert(&issue, Item::Value(item));
    }
    for issue in issues {
        values.insert(&issue, issue_values(&issue, filled));
    }
    if !values.is_empty() {
        section.insert("values", Item::Table(values));
    }
}

/// The values of issues not in `issues` that no sheet can say.
fn beyond_a_sheet(known: &Item, issues: &BTreeSet<String>) -> Vec<(String, Value)> {
    let entries = known.as_table_like().into_iter().flat_map(TableLike::iter);
    let is_beyond = |item: &Item| ["npv", "order", "counts", "rates"].iter().any(|key| item.get(key).is_some());
    entries
        .filter(|(issue, item)| !issues.contains(*issue) && is_beyond(item))
        .filter_map(|(issue, item)| Some((issue.to_owned(), item.clone().into_value().ok()?)))
        .collect()
}

/// A table whose keys stand in one line each, after its name and a point.
fn dotted() -> Table {
    let mut table = Table::new();
    table.set_dotted(true);
    table
}

fn issue_values(issue: &str, filled: &Filled) -> Item {
    let mut choices = dotted();
    let (mut corners, mut reasons) = (Array::new(), Vec::new());
    for (field, number) in &filled.numbers {
        match field {
            Field::Value(of, choice) if of == issue => {
                choices.insert(choice, Item::Value(number_value(number)));
            }
            Field::Corner(of, amount) if of == issue => {
                corners.push(Value::Array([decimal(*amount), range(number.range)].into_iter().collect()));
                reasons.extend(number.because.iter().filter(|reason| !reasons.contains(reason)).collect::<Vec<_>>());
            }
            _ => {}
        }
    }
    if corners.is_empty() {
        return Item::Table(choices);
    }
    let reasons: Vec<&str> = reasons.into_iter().map(String::as_str).collect();
    let mut curve = InlineTable::new();
    curve.insert("curve", Value::Array(corners));
    if !reasons.is_empty() {
        curve.insert("because", Value::from(reasons.join("; ")));
    }
    Item::Value(Value::InlineTable(curve))
}

fn number_value(number: &Number) -> Value {
    let points = range(number.range);
    let Some(because) = &number.because else { return points };
    let mut table = InlineTable::new();
    table.insert("points", points);
    table.insert("because", Value::from(because.as_str()));
    Value::InlineTable(table)
}

fn range(range: Range) -> Value {
    if range.is_single() {
        return decimal(range.low());
    }
    let numbers = [Some(range.low()), range.mode(), Some(range.high())];
    Value::Array(numbers.into_iter().flatten().map(decimal).collect())
}

/// The number as its digits say it.
fn decimal(number: Decimal) -> Value {
    let text = number.to_string();
    text.parse().unwrap_or_else(|_error| Value::Integer(Formatted::new(0)))
}
