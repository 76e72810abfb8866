//! What examples begin and end with.

use detente::deals::{Examples, ExamplesEnd};

use super::text::wrapped;

/// The title, the packages and why there are no more; nothing where there is nothing to say.
pub(super) fn shown_examples(found: &Examples, title: &str, packages: impl FnOnce() -> String) -> String {
    let none = found.packages.is_empty();
    if none && matches!(found.end, ExamplesEnd::AsWanted | ExamplesEnd::NoOther) {
        return String::new();
    }
    let mut page = if none { "\n".to_owned() } else { format!("\n{}{}", wrapped(title, 2), packages()) };
    page.push_str(&end(found).map_or_else(String::new, |words| wrapped(words, 4)));
    page
}

fn end(found: &Examples) -> Option<&'static str> {
    Some(match (found.end, found.packages.is_empty()) {
        (ExamplesEnd::AsWanted, _) => return None,
        (ExamplesEnd::NoOther, _) => "There is no other package.",
        (ExamplesEnd::OnlyPersonalOffers, true) => {
            "Every package takes up an offer about a person's own office; examples show one only where the draft does."
        }
        (ExamplesEnd::OnlyPersonalOffers, false) => {
            "Every other package takes up an offer about a person's own office; examples show one only where the draft does."
        }
        (ExamplesEnd::OutOfReach, true) => "Examples: out of reach. The verdict above does not depend on them.",
        (ExamplesEnd::OutOfReach, false) => {
            "Whether there are more, and how unlike these, was not decided: the search ended at its limit."
        }
    })
}
