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
    match table.get_mut(key) {
        Some(Item::Value(old)) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        _ => {
            table.insert(key, Item::Value(value));
        }
    }
}
