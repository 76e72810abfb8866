//! Small edits of case files that keep every comment, the order and all other bytes of values.

mod draft;
mod step;
mod value;

use toml_edit::{Item, TableLike, Value};

pub use draft::{NewDraft, NewWording, add_draft};
pub use step::{StepRecord, record_step};
pub use value::{EditError, Step, ValueEdit, edit_value};

/// Sets a key; what stands around an old value, a comment included, stays.
fn set(table: &mut dyn TableLike, key: &str, value: impl Into<Value>) {
    let mut value: Value = value.into();
    if let Some(Item::Value(old)) = table.get_mut(key) {
        *value.decor_mut() = old.decor().clone();
        *old = value;
        return;
    }
    if let Some(blanks) = take_last_blanks(table) {
        value.decor_mut().set_suffix(blanks);
    }
    table.insert(key, Item::Value(value));
}

/// Takes a key away, and says whether it was there; the blanks before the end of a table in a line stay before its end.
fn unset(table: &mut dyn TableLike, key: &str) -> bool {
    let is_last = table.iter().last().is_some_and(|(last, _)| last == key);
    let blanks = if is_last { take_last_blanks(table) } else { None };
    let is_gone = table.remove(key).is_some();
    let last = table.iter_mut().last().and_then(|(_, last)| last.as_value_mut().map(Value::decor_mut));
    if let (Some(blanks), Some(decor)) = (blanks, last)
        && decor.suffix().and_then(toml_edit::RawString::as_str).is_none_or(str::is_empty)
    {
        decor.set_suffix(blanks);
    }
    is_gone
}

/// The blanks before the end of a table in a line, taken from the value that was its last.
fn take_last_blanks(table: &mut dyn TableLike) -> Option<String> {
    let (_, last) = table.iter_mut().last()?;
    let decor = last.as_value_mut()?.decor_mut();
    let blanks = decor.suffix().and_then(toml_edit::RawString::as_str)?.to_owned();
    if blanks.is_empty() || blanks.contains(|letter| letter != ' ' && letter != '\t') {
        return None;
    }
    decor.set_suffix("");
    Some(blanks)
}
