//! Two parties exchanged everywhere in a case: ids and names, and nothing else.

use detente_case::Resolution;

use crate::folder::Folder;
use crate::read::{Reading, read_at};
use crate::rename::{RenameError, rename};
use crate::tree::{self, Node};

/// The folder with the parties `a` and `b` exchanged: wherever one's id stood the other's stands, in case, ledger, drafts, fund,
/// territory and estimates, and each has the other's name.
///
/// # Errors
/// As [`rename`]: where one of them is not there, or an id stands where it cannot be changed safely.
pub fn exchange(folder: &Folder, a: &str, b: &str, resolution: Resolution) -> Result<Folder, RenameError> {
    let reading = read_at(folder, resolution);
    let between = unused(&reading);
    let mut folder = folder.clone();
    for (old, new) in [(a, between.as_str()), (b, a), (between.as_str(), b)] {
        let reading = read_at(&folder, resolution);
        for (file, text) in rename(&folder, &reading, old, new)? {
            folder = folder.with_text(file, text);
        }
    }
    Ok(names_exchanged(folder, a, b))
}

/// An id nothing has.
fn unused(reading: &Reading) -> String {
    let mut id = "exchanged".to_owned();
    while reading.occurrences.iter().any(|found| found.id == id) {
        id.push_str("-once-more");
    }
    id
}

fn names_exchanged(folder: Folder, a: &str, b: &str) -> Folder {
    let Some((file, found)) = folder.at("case.toml") else { return folder };
    let text = found.text().to_owned();
    let tree = tree::parse(file, &text, &mut Vec::new());
    let name = |id: &str| tree.get("parties").and_then(|all| all.get(id)).and_then(|party| party.get("name")).map(span);
    let (Some(one), Some(other)) = (name(a), name(b)) else { return folder };
    let (first, second) = if one.0 < other.0 { (one, other) } else { (other, one) };
    let piece = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let swapped = [
        piece(0, first.0),
        piece(second.0, second.1),
        piece(first.1, second.0),
        piece(first.0, first.1),
        piece(second.1, text.len()),
    ];
    folder.with_text(file, swapped.concat())
}

fn span(node: &Node) -> (usize, usize) {
    (node.span.start, node.span.end)
}
