//! Values written, replaced and taken away by a page or another program; whatever is not touched keeps every byte.

use std::fmt;

use serde_json::Value as Json;
use toml_edit::{Array, ArrayOfTables, Datetime, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use super::{set, unset};

/// A step into a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'p> {
    /// A key of a table.
    Key(&'p str),
    /// The table of a list that has this id.
    Item(&'p str),
}

/// A change to one place of a file.
#[derive(Clone, Copy, Debug)]
pub enum ValueEdit<'p> {
    /// Writes a value; of a table key by key, so that what is not named stays. `null` takes a key away, `{"date": "…"}` is a date,
    /// and `{"table": [[key, value], …]}` a table whose order counts, such as the choices of a scale.
    Set(&'p Json),
    /// Takes the value away.
    Remove,
    /// Adds a table to a list of tables.
    Append(&'p Json),
}

/// Why a file cannot be changed so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The text cannot be read as TOML.
    NotToml,
    /// There is no such place.
    NoSuchPlace {
        /// The step that leads nowhere.
        step: String,
    },
    /// The place is of another kind.
    OtherKind {
        /// The step.
        step: String,
        /// What it should be.
        wanted: &'static str,
    },
    /// A value TOML does not have, or a date that is none.
    BadValue {
        /// Where.
        key: String,
    },
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotToml => {
                f.write_str("the file cannot be read as TOML, so that nothing in it can be changed place by place")
            }
            Self::NoSuchPlace { step } => write!(f, "there is no \"{step}\" to change"),
            Self::OtherKind { step, wanted } => write!(f, "\"{step}\" is not {wanted}"),
            Self::BadValue { key } => write!(f, "\"{key}\" has a value that a case file cannot hold"),
        }
    }
}

impl std::error::Error for EditError {}

/// The text with one change made.
///
/// # Errors
/// An [`EditError`]; then nothing is changed.
pub fn edit_value(text: &str, at: &[Step<'_>], edit: ValueEdit<'_>) -> Result<String, EditError> {
    let mut document: DocumentMut = text.parse().map_err(|_malformed| EditError::NotToml)?;
    let Some((last, before)) = at.split_last() else { return Err(EditError::NoSuchPlace { step: String::new() }) };
    let makes = !matches!(edit, ValueEdit::Remove);
    let parent = descend(document.as_table_mut(), before, makes)?;
    match edit {
        ValueEdit::Set(value) => put(parent, *last, value, before.len())?,
        ValueEdit::Remove => remove(parent, *last)?,
        ValueEdit::Append(value) => append(parent, *last, value)?,
    }
    Ok(document.to_string())
}

/// Where a step leads: a table, or a list of tables on the way to one of them.
enum Here<'d> {
    Table(&'d mut dyn TableLike),
    List(&'d mut Item),
}

fn descend<'d>(root: &'d mut Table, steps: &[Step<'_>], makes: bool) -> Result<Here<'d>, EditError> {
    let mut here = Here::Table(root);
    for step in steps {
        here = match (here, *step) {
            (Here::Table(table), Step::Key(key)) => {
                if makes && table.get(key).is_none() {
                    table.insert(key, Item::Table(Table::new()));
                }
                let item = table.get_mut(key).ok_or_else(|| nowhere(*step))?;
                match item {
                    Item::ArrayOfTables(_) | Item::Value(Value::Array(_)) => Here::List(item),
                    item => Here::Table(item.as_table_like_mut().ok_or_else(|| other(*step, "a table"))?),
                }
            }
            (Here::List(list), Step::Item(id)) => Here::Table(item(list, id).ok_or_else(|| nowhere(*step))?),
            (Here::Table(_), Step::Item(_)) => return Err(other(*step, "in a list of tables")),
            (Here::List(_), Step::Key(_)) => return Err(other(*step, "the id of a table in a list")),
        };
    }
    Ok(here)
}

/// The table of a list with this id.
fn item<'d>(list: &'d mut Item, id: &str) -> Option<&'d mut dyn TableLike> {
    match list {
        Item::ArrayOfTables(tables) => {
            let table = tables.iter_mut().find(|table| table.get("id").and_then(Item::as_str) == Some(id))?;
            Some(table)
        }
        Item::Value(Value::Array(items)) => {
            let is_meant = |item: &&mut Value| {
                item.as_inline_table().and_then(|table| table.get("id")).and_then(Value::as_str) == Some(id)
            };
            let table = items.iter_mut().find(is_meant)?.as_inline_table_mut()?;
            Some(table)
        }
        _ => None,
    }
}

fn put(parent: Here<'_>, last: Step<'_>, value: &Json, depth: usize) -> Result<(), EditError> {
    match (parent, last) {
        (Here::Table(table), Step::Key(key)) => write(table, key, value, depth),
        (Here::List(items), Step::Item(id)) => {
            let table = item(items, id).ok_or_else(|| nowhere(last))?;
            let fields = fields_of(value).ok_or_else(|| other(last, "given a table"))?;
            fields.into_iter().try_for_each(|(key, value)| write(table, key, value, depth + 1))
        }
        _ => Err(other(last, "a place that can be written")),
    }
}

/// Writes a value under a key; a table key by key.
fn write(table: &mut dyn TableLike, key: &str, value: &Json, depth: usize) -> Result<(), EditError> {
    if value.is_null() {
        unset(table, key);
        return Ok(());
    }
    let fields = fields_of(value);
    if let (Some(fields), Some(known)) = (&fields, table.get_mut(key).and_then(Item::as_table_like_mut)) {
        return fields.iter().try_for_each(|(key, value)| write(known, key, value, depth + 1));
    }
    match fields {
        // A thing with parts of its own gets a header; a small one stays in a line.
        Some(fields) if depth < 2 && fields.iter().any(|(_, value)| fields_of(value).is_some()) => {
            table.insert(key, Item::Table(made_of(fields)?));
        }
        _ => set(table, key, plain(key, value)?),
    }
    Ok(())
}

fn remove(parent: Here<'_>, last: Step<'_>) -> Result<(), EditError> {
    let id_of = |table: &Table| table.get("id").and_then(Item::as_str).map(str::to_owned);
    let gone = match (parent, last) {
        (Here::Table(table), Step::Key(key)) => unset(table, key),
        (Here::List(Item::ArrayOfTables(tables)), Step::Item(id)) => {
            let before = tables.len();
            tables.retain(|table| id_of(table).as_deref() != Some(id));
            tables.len() < before
        }
        (Here::List(Item::Value(Value::Array(items))), Step::Item(id)) => {
            let before = items.len();
            items.retain(|item| {
                item.as_inline_table().and_then(|table| table.get("id")).and_then(Value::as_str) != Some(id)
            });
            items.len() < before
        }
        _ => return Err(other(last, "a place that can be taken away")),
    };
    if gone { Ok(()) } else { Err(nowhere(last)) }
}

fn append(parent: Here<'_>, last: Step<'_>, value: &Json) -> Result<(), EditError> {
    let (Here::Table(parent), Step::Key(key)) = (parent, last) else { return Err(other(last, "a list of tables")) };
    let made = made_of(fields_of(value).ok_or_else(|| other(last, "given a table"))?)?;
    if parent.get(key).is_none() {
        parent.insert(key, Item::ArrayOfTables(ArrayOfTables::new()));
    }
    match parent.get_mut(key) {
        Some(Item::ArrayOfTables(tables)) => tables.push(made),
        Some(Item::Value(Value::Array(items))) => items.push(Value::InlineTable(made.into_inline_table())),
        _ => return Err(other(last, "a list of tables")),
    }
    Ok(())
}

fn is_date(fields: &serde_json::Map<String, Json>) -> bool {
    fields.len() == 1 && fields.get("date").is_some_and(Json::is_string)
}

/// Keys that a reader looks for first.
const FIRST: [&str; 4] = ["id", "name", "title", "party"];

/// The fields of a table: in their own order where it counts, else what a reader looks for first, then by key.
fn fields_of(value: &Json) -> Option<Vec<(&str, &Json)>> {
    let object = value.as_object().filter(|fields| !is_date(fields))?;
    if let (1, Some(Json::Array(pairs))) = (object.len(), object.get("table")) {
        return pairs.iter().map(|pair| Some((pair.get(0)?.as_str()?, pair.get(1)?))).collect();
    }
    let mut fields: Vec<(&str, &Json)> = object.iter().map(|(key, value)| (key.as_str(), value)).collect();
    fields.sort_by_key(|(key, _)| (FIRST.iter().position(|first| first == key).unwrap_or(FIRST.len()), *key));
    Some(fields)
}

fn made_of(fields: Vec<(&str, &Json)>) -> Result<Table, EditError> {
    let mut made = Table::new();
    for (key, value) in fields.into_iter().filter(|(_, value)| !value.is_null()) {
        made.insert(key, Item::Value(plain(key, value)?));
    }
    Ok(made)
}

fn plain(key: &str, value: &Json) -> Result<Value, EditError> {
    let bad = || EditError::BadValue { key: key.to_owned() };
    Ok(match value {
        Json::Null => return Err(bad()),
        Json::Bool(flag) => Value::from(*flag),
        Json::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Value::from(whole),
            // As it was written: a decimal of a case is text before it is anything else.
            (None, Some(_)) => number.to_string().parse().map_err(|_malformed| bad())?,
            (None, None) => return Err(bad()),
        },
        Json::String(text) => Value::from(text.as_str()),
        Json::Array(items) => {
            let items = items.iter().map(|item| plain(key, item)).collect::<Result<Vec<_>, _>>()?;
            Value::Array(items.into_iter().collect::<Array>())
        }
        Json::Object(fields) if is_date(fields) => {
            let date = fields.get("date").and_then(Json::as_str).unwrap_or_default();
            Value::from(date.parse::<Datetime>().map_err(|_malformed| bad())?)
        }
        Json::Object(_) => {
            let mut table = InlineTable::new();
            let fields = fields_of(value).ok_or_else(bad)?;
            for (key, value) in fields.into_iter().filter(|(_, value)| !value.is_null()) {
                table.insert(key, plain(key, value)?);
            }
            Value::InlineTable(table)
        }
    })
}

fn nowhere(step: Step<'_>) -> EditError {
    EditError::NoSuchPlace { step: name(step) }
}

fn other(step: Step<'_>, wanted: &'static str) -> EditError {
    EditError::OtherKind { step: name(step), wanted }
}

fn name(step: Step<'_>) -> String {
    match step {
        Step::Key(name) | Step::Item(name) => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{EditError, Step, ValueEdit, edit_value};
    use serde_json::json;

    const TEXT: &str = "# the case\n[parties]\neastland = { name = \"Eastland\" } # first\n\n# limits\n[[red_lines]]\nid = \"one\"\nparty = \"eastland\" # whose\n";

    #[test]
    fn what_is_not_touched_keeps_every_byte() {
        let name = json!("The East");
        let at = [Step::Key("parties"), Step::Key("eastland"), Step::Key("name")];
        let edited = edit_value(TEXT, &at, ValueEdit::Set(&name)).expect("a place");
        assert_eq!(edited, TEXT.replace("\"Eastland\"", "\"The East\""));
    }

    #[test]
    fn a_table_in_a_line_keeps_its_blanks_when_its_last_key_goes() {
        let text = "quote = { exact = \"no\", prefix = \"He said \" } # his words\nlast = 1   # kept\nend = 2  \n";
        let edited = edit_value(text, &[Step::Key("quote"), Step::Key("prefix")], ValueEdit::Remove).expect("there");
        assert_eq!(edited, text.replace(", prefix = \"He said \"", ""));
        let both = json!({ "exact": "yes", "prefix": null });
        let edited = edit_value(text, &[Step::Key("quote")], ValueEdit::Set(&both)).expect("there");
        assert_eq!(edited, text.replace("\"no\", prefix = \"He said \"", "\"yes\""));
        let edited = edit_value(text, &[Step::Key("end")], ValueEdit::Remove).expect("there");
        assert_eq!(edited, text.replace("end = 2  \n", ""));
    }

    #[test]
    fn things_are_added_where_they_belong() {
        let party = json!({ "name": "Westland", "consent": "always" });
        let edited =
            edit_value(TEXT, &[Step::Key("parties"), Step::Key("westland")], ValueEdit::Set(&party)).expect("ok");
        assert!(edited.contains("westland = { name = \"Westland\", consent = \"always\" }"), "{edited}");
        assert!(edited.contains("# first") && edited.contains("# limits"), "{edited}");
        let issue = json!({ "title": "Bridge", "choices": { "table": [["open", "Open"], ["ajar", "Ajar"], ["closed", "Closed"]] } });
        let edited =
            edit_value(&edited, &[Step::Key("issues"), Step::Key("bridge")], ValueEdit::Set(&issue)).expect("ok");
        let header =
            "[issues.bridge]\ntitle = \"Bridge\"\nchoices = { open = \"Open\", ajar = \"Ajar\", closed = \"Closed\" }";
        assert!(edited.contains(header), "{edited}");
        let line = json!({ "id": "two", "party": "westland", "since": { "date": "2001-05-04" } });
        let edited = edit_value(&edited, &[Step::Key("red_lines")], ValueEdit::Append(&line)).expect("ok");
        assert!(edited.contains("[[red_lines]]\nid = \"two\"\nparty = \"westland\"\nsince = 2001-05-04\n"), "{edited}");
        let at = [Step::Key("red_lines"), Step::Item("one")];
        let gone = edit_value(&edited, &at, ValueEdit::Remove).expect("there");
        assert!(!gone.contains("\"one\"") && gone.contains("\"two\""), "{gone}");
    }

    #[test]
    fn a_place_that_is_not_there_changes_nothing() {
        let refused = edit_value(TEXT, &[Step::Key("parties"), Step::Key("northland")], ValueEdit::Remove);
        assert_eq!(refused, Err(EditError::NoSuchPlace { step: "northland".to_owned() }));
        let refused = edit_value("a = = 1", &[Step::Key("a")], ValueEdit::Remove);
        assert_eq!(refused, Err(EditError::NotToml));
        let day = json!({ "date": "soon" });
        let refused = edit_value(TEXT, &[Step::Key("x")], ValueEdit::Set(&day));
        assert_eq!(refused, Err(EditError::BadValue { key: "x".to_owned() }));
    }
}
