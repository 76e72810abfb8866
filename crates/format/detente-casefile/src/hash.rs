//! What a case is, apart from how it is laid out: a hash over its canonical content.
//!
//! Comments, blank lines, the order of keys, of parties and of lists of things with ids do not reach the hash; the order of
//! choices on a scale does, because there the order is the content. Estimates have a hash of their own (CASE.md).

use std::fmt;

use detente_base::FileId;
use sha2::{Digest, Sha256};

use crate::folder::{File, Folder};
use crate::tree::{self, Node, Value};

/// A SHA-256, printed in lower-case hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash([u8; 32]);

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Hash(Sha256::digest(bytes).into()).to_string()
}

/// The hash of everything but estimates.
pub fn case_hash(folder: &Folder) -> Hash {
    *folder.hashes.case.get_or_init(|| hash(folder.files().filter(|(_, file)| !file.path.starts_with("estimates/"))))
}

/// The hash of one set of estimates.
pub fn estimates_hash(folder: &Folder, set: &str) -> Hash {
    let all = folder.hashes.estimates.get_or_init(|| {
        let files = folder.files().filter_map(|(id, file)| Some((file.estimate_set()?, (id, file))));
        files.map(|(set, file)| (set.to_owned(), hash([file].into_iter()))).collect()
    });
    all.get(set).copied().unwrap_or_else(|| hash(std::iter::empty()))
}

fn hash<'f>(files: impl Iterator<Item = (FileId, &'f File)>) -> Hash {
    let mut hasher = Sha256::new();
    for (id, file) in files {
        let Some(canonical) = canonical(id, file) else { continue };
        hasher.update(file.path.as_bytes());
        hasher.update([0]);
        hasher.update(canonical.as_bytes());
        hasher.update([0]);
    }
    Hash(hasher.finalize().into())
}

/// What a file says, apart from how it is laid out; none of a kind of file that is no part of a case.
fn canonical(id: FileId, file: &File) -> Option<String> {
    let mut canonical = String::new();
    match file.path.to_ascii_lowercase().rsplit_once('.')?.1 {
        "toml" => write_node(&tree::parse(id, file.text(), &mut Vec::new()), &mut canonical),
        "csv" => canonical = detente_territory::canonical(file.text()),
        "geojson" => match serde_json::from_str(file.text()) {
            Ok(json) => write_json(&json, &mut canonical),
            Err(_) => file.text().clone_into(&mut canonical),
        },
        _ => return None,
    }
    Some(canonical)
}

/// Keys in order; the order of features means nothing, that of coordinates does.
fn write_json(json: &serde_json::Value, into: &mut String) {
    match json {
        serde_json::Value::Object(entries) => {
            let mut keys: Vec<&String> = entries.keys().collect();
            keys.sort();
            into.push('{');
            for key in keys {
                let Some(value) = entries.get(key) else { continue };
                into.push_str(&format!("{key:?}:"));
                match value.as_array().filter(|_| key == "features") {
                    Some(features) => write_in_any_order(features, into),
                    None => write_json(value, into),
                }
                into.push(',');
            }
            into.push('}');
        }
        serde_json::Value::Array(items) => {
            into.push('[');
            for item in items {
                write_json(item, into);
                into.push(',');
            }
            into.push(']');
        }
        plain => into.push_str(&plain.to_string()),
    }
}

fn write_in_any_order(items: &[serde_json::Value], into: &mut String) {
    let mut texts: Vec<String> = items
        .iter()
        .map(|item| {
            let mut text = String::new();
            write_json(item, &mut text);
            text
        })
        .collect();
    texts.sort();
    texts.iter().for_each(|text| into.push_str(text));
}

fn write_node(node: &Node, into: &mut String) {
    match &node.value {
        Value::Text { text, .. } => into.push_str(&format!("{text:?}")),
        Value::Number(number) => into.push_str(&number.to_string()),
        Value::Flag(flag) => into.push_str(&flag.to_string()),
        Value::Date(date) => into.push_str(&date.to_string()),
        Value::BadNumber | Value::BadDate => into.push('?'),
        Value::List(items) => write_list(items, into),
        Value::Table(_) => write_table(node, into),
    }
}

/// Lists of things with ids are in order of id; other lists keep theirs.
fn write_list(items: &[Node], into: &mut String) {
    let mut order: Vec<&Node> = items.iter().collect();
    if items.iter().all(|item| item.get("id").is_some()) {
        order.sort_by_key(|item| item.get("id").and_then(Node::text));
    }
    into.push('[');
    for item in order {
        write_node(item, into);
        into.push(',');
    }
    into.push(']');
}

fn write_table(node: &Node, into: &mut String) {
    let is_scale = node.get("scale").and_then(Node::flag) == Some(true);
    let mut entries: Vec<_> = node.entries().iter().collect();
    entries.sort_by(|a, b| a.key.cmp(&b.key));
    into.push('{');
    for entry in entries {
        into.push_str(&format!("{:?}:", entry.key));
        if is_scale && entry.key == "choices" {
            write_in_order(&entry.node, into);
        } else {
            write_node(&entry.node, into);
        }
        into.push(',');
    }
    into.push('}');
}

fn write_in_order(table: &Node, into: &mut String) {
    into.push('(');
    for entry in table.entries() {
        into.push_str(&format!("{:?}:", entry.key));
        write_node(&entry.node, into);
        into.push(',');
    }
    into.push(')');
}
