//! What became of a step, written into `case.toml`.

use detente_case::StepStatus;
use jiff::civil::Date;
use toml_edit::{Datetime, DocumentMut, Item, TableLike, Value};

use super::set;

/// What is to be recorded of a step.
#[derive(Clone, Debug)]
pub struct StepRecord<'r> {
    /// Its id.
    pub step: &'r str,
    /// How far it is now.
    pub status: StepStatus,
    /// When that was.
    pub on: Option<Date>,
    /// Why it was taken before what it requires.
    pub overridden: Option<&'r str>,
}

/// The text of `case.toml` with the record of one step changed; `None` where the text is not TOML or has no such step.
pub fn record_step(text: &str, record: &StepRecord<'_>) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let step = find(document.get_mut("process")?, record.step)?;
    set(step, "status", record.status.to_string());
    if let Some(on) = record.on {
        let on: Datetime = on.to_string().parse().ok()?;
        set(step, "on", on);
        set(step, "precision", "day");
    }
    if let Some(reason) = record.overridden {
        set(step, "override", reason);
    }
    Some(document.to_string())
}

/// The step with this id, under a header of its own or in a list.
fn find<'d>(steps: &'d mut Item, id: &str) -> Option<&'d mut dyn TableLike> {
    match steps {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn record(text: &str, overridden: Option<&str>) -> Option<String> {
        let on = Some(jiff::civil::date(2001, 5, 4));
        record_step(text, &StepRecord { step: "second", status: StepStatus::Done, on, overridden })
    }

    #[test]
    fn comments_and_order_stay() {
        let text = "# the case\n[[process]]\nid = \"first\"\nstatus = \"open\" # not yet\n\n# the meeting\n[[process]]\nid = \"second\"\nstatus = \"open\"   # waits\ntitle = \"B\"\n\n# the end\n[case]\nid = \"c\"\n";
        let expected = "# the case\n[[process]]\nid = \"first\"\nstatus = \"open\" # not yet\n\n# the meeting\n[[process]]\nid = \"second\"\nstatus = \"done\"   # waits\ntitle = \"B\"\non = 2001-05-04\nprecision = \"day\"\n\n# the end\n[case]\nid = \"c\"\n";
        assert_eq!(record(text, None).as_deref(), Some(expected));
    }

    #[test]
    fn a_list_in_one_line_is_edited_too() {
        let text = "process = [{ id = \"first\" }, { id = \"second\", on = 2000-01-01 }] # both\n";
        let expected = "process = [{ id = \"first\" }, { id = \"second\", on = 2001-05-04, status = \"done\", precision = \"day\", override = 'told \"so\"' }] # both\n";
        let got = record(text, Some("told \"so\"")).unwrap_or_default();
        assert_eq!(got, expected);
    }

    #[test]
    fn what_is_not_there_is_not_made_up() {
        assert_eq!(record("[[process]]\nid = \"first\"\n", None), None);
        assert_eq!(record("process = 1\n", None), None);
        assert_eq!(record("[[process\n", None), None);
    }
}
