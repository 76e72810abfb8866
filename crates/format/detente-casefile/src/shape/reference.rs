//! The shapes as a page of the book: every key of every file, in the order it is described here.

use std::fmt::Write;

use super::{Fields, Part, Shape};

/// The reference of one part of a case folder, in Markdown.
pub fn reference(part: Part) -> String {
    let mut page = format!("## {}\n", part.file());
    section(&mut page, "", part.fields());
    page
}

fn section(page: &mut String, path: &str, fields: &Fields) {
    let heading = if path.is_empty() { String::new() } else { format!("\n### `{path}`\n") };
    // Writing to a String cannot fail.
    let _ = write!(page, "{heading}\n{}\n\n| key | form | |\n|---|---|---|\n", fields.doc);
    for field in fields.known {
        let needed = if field.needed { "**needed**. " } else { "" };
        let _ = writeln!(page, "| `{}` | {} | {needed}{} |", field.key, form(&field.shape), field.doc);
    }
    if let Some(rest) = fields.rest {
        let _ = writeln!(page, "| any id | {} | |", form(rest));
    }
    for field in fields.known {
        inner(page, &join(path, field.key), &field.shape);
    }
    if let Some(rest) = fields.rest {
        inner(page, &join(path, "ID"), rest);
    }
}

fn inner(page: &mut String, path: &str, shape: &Shape) {
    match shape {
        Shape::Table(fields) => section(page, path, fields),
        Shape::List(Shape::Table(fields)) => section(page, &format!("[{path}]"), fields),
        _ => {}
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn form(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".into(),
        Shape::Id => "id".into(),
        Shape::Expression => "expression".into(),
        Shape::Consent => "`\"always\"`, `\"never\"` or `\"only if EXPR\"`".into(),
        Shape::Flag => "`true` or `false`".into(),
        Shape::Date => "date".into(),
        Shape::Number => "number".into(),
        Shape::Word(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" "),
        Shape::List(item) => match item {
            Shape::Table(_) => "tables".into(),
            _ => format!("list of {}", form(item)),
        },
        Shape::Table(_) => "table".into(),
        Shape::Either(forms) => forms.iter().map(form).collect::<Vec<_>>().join(", or "),
    }
}
