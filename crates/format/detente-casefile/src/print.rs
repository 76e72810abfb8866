//! Canonical printing: the same spacing everywhere, every comment and the order kept.

use toml_edit::{DocumentMut, InlineTable, Item, Table, TomlError, Value};

/// Prints a case file canonically: one space around `=`, none at line ends, no indentation of keys, at most one blank line
/// in a row, a newline at the end. Comments, order and every value stay as they are; lists and tables that span several
/// lines or hold comments are left as their author laid them out.
///
/// # Errors
/// Text that is not TOML is not printed.
pub fn print(text: &str) -> Result<String, TomlError> {
    let mut document: DocumentMut = text.parse()?;
    table(document.as_table_mut());
    let trailing = tidy(&format!("{}\n", document.trailing().as_str().unwrap_or_default()));
    document.set_trailing(trailing);
    Ok(finish(&document.to_string()))
}

fn table(table: &mut Table) {
    let decor = table.decor_mut();
    let before = tidy(decor.prefix().and_then(|raw| raw.as_str()).unwrap_or_default());
    let after = after_value(decor.suffix().and_then(|raw| raw.as_str()).unwrap_or_default());
    decor.set_prefix(before);
    decor.set_suffix(after);
    for (mut key, item) in table.iter_mut() {
        if item.is_value() {
            let decor = key.leaf_decor_mut();
            let before = tidy(decor.prefix().and_then(|raw| raw.as_str()).unwrap_or_default());
            decor.set_prefix(before);
            decor.set_suffix(" ");
            key.dotted_decor_mut().clear();
        }
        match item {
            Item::Table(inner) => self::table(inner),
            Item::ArrayOfTables(tables) => tables.iter_mut().for_each(self::table),
            Item::Value(value) => self::value(value),
            Item::None => {}
        }
    }
}

fn value(value: &mut Value) {
    let after = after_value(value.decor().suffix().and_then(|raw| raw.as_str()).unwrap_or_default());
    match value {
        Value::Array(array) if is_one_line(array) => array.fmt(),
        Value::InlineTable(inline) if is_one_line(inline) && !inline.is_dotted() => spaced(inline),
        Value::InlineTable(inline) if inline.is_dotted() => dotted(inline),
        _ => {}
    }
    value.decor_mut().set_prefix(" ");
    value.decor_mut().set_suffix(after);
}

/// `a.b = 1` is an inline table to the library; its leaves are values of their own.
fn dotted(inline: &mut InlineTable) {
    for (mut key, leaf) in inline.iter_mut() {
        key.leaf_decor_mut().set_suffix(" ");
        value(leaf);
    }
}

fn spaced(inline: &mut InlineTable) {
    for (_, leaf) in inline.iter_mut() {
        match leaf {
            Value::Array(array) => array.fmt(),
            Value::InlineTable(inner) => spaced(inner),
            _ => {}
        }
    }
    inline.fmt();
}

fn is_one_line(value: &impl ToString) -> bool {
    let text = value.to_string();
    !text.trim().contains('\n') && !has_comment(&text)
}

/// Whether a `#` stands outside quotes.
fn has_comment(text: &str) -> bool {
    let mut quote = None;
    let mut escaped = false;
    for c in text.chars() {
        match (quote, c) {
            _ if escaped => escaped = false,
            (Some('"'), '\\') => escaped = true,
            (Some(open), _) if open == c => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '#') => return true,
            _ => {}
        }
    }
    false
}

/// Lines before a key or header: comments without indentation or trailing blanks, at most one blank line in a row.
fn tidy(lines: &str) -> String {
    let mut out = String::new();
    let mut blank = false;
    let ends_in_line = !lines.is_empty() && !lines.ends_with('\n');
    let body: Vec<&str> = lines.lines().map(str::trim).collect();
    let body = if ends_in_line { &body[..body.len() - 1] } else { &body[..] };
    for line in body {
        if !(line.is_empty() && blank) {
            out.push_str(line);
            out.push('\n');
        }
        blank = line.is_empty();
    }
    out
}

/// What stands after a value on its line: nothing, or a comment after two spaces or the author's own alignment.
fn after_value(text: &str) -> String {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return String::new();
    }
    let indent = text.len() - text.trim_start().len();
    format!("{}{trimmed}", " ".repeat(indent.max(2)))
}

fn finish(text: &str) -> String {
    format!("{}\n", text.trim_start_matches('\n').trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let printed = print(text).expect("TOML");
        assert_eq!(printed, expect);
        assert_eq!(print(&printed).expect("TOML"), expect, "printing is idempotent");
    }

    #[test]
    fn spacing_is_the_same_everywhere_and_comments_stay() {
        check(
            "\n# top\n\n\nformat=1   # first\n\n[case]\n  id   =  \"x\"\n  # why\n\ttitle= 'y'\n\n\n[issues.a]  # an issue\nwords=[\"p\",'q']\nrange={from=0,to=10 , step = 5}\n# end",
            "# top\n\nformat = 1   # first\n\n[case]\nid = \"x\"\n# why\ntitle = 'y'\n\n[issues.a]  # an issue\nwords = [\"p\", 'q']\nrange = { from = 0, to = 10, step = 5 }\n# end\n",
        );
    }

    #[test]
    fn what_spans_lines_is_left_as_it_is() {
        check(
            "a = [\n  1,   # one\n  2,\n]\nb.c   = { points = [1,2], because=\"# not a comment\" }\n",
            "a = [\n  1,   # one\n  2,\n]\nb.c = { points = [1, 2], because = \"# not a comment\" }\n",
        );
    }

    #[test]
    fn order_stays() {
        check(
            "b = 1\na = 2\n[z]\nq = 1\n[y]\n[[z.w]]\nid = 'k'\n",
            "b = 1\na = 2\n[z]\nq = 1\n[y]\n[[z.w]]\nid = 'k'\n",
        );
    }
}
