//! The forms of a verb, as they stand in text.

use std::collections::BTreeMap;

/// All forms of `verb`: those of its own, or the regular ones.
pub(super) fn forms(verb: &str, irregular: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut forms = vec![verb.to_owned()];
    match irregular.get(verb) {
        Some(own) => forms.extend(own.iter().cloned()),
        None => forms.extend(regular(verb)),
    }
    forms.sort();
    forms.dedup();
    forms
}

fn regular(verb: &str) -> [String; 3] {
    let without_e = verb.strip_suffix('e').unwrap_or(verb);
    let third = match verb.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if ["s", "sh", "ch", "x", "z"].iter().any(|end| verb.ends_with(end)) => format!("{verb}es"),
        _ => format!("{verb}s"),
    };
    let past = match verb.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ied"),
        _ => format!("{without_e}ed"),
    };
    let ongoing = if verb.ends_with("ee") { format!("{verb}ing") } else { format!("{without_e}ing") };
    [third, past, ongoing]
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

#[cfg(test)]
mod tests {
    use super::forms;
    use std::collections::BTreeMap;

    #[test]
    fn regular_verbs_are_inflected() {
        let check = |verb: &str, wanted: [&str; 4]| assert_eq!(forms(verb, &BTreeMap::new()), wanted, "{verb}");
        check("support", ["support", "supported", "supporting", "supports"]);
        check("propose", ["propose", "proposed", "proposes", "proposing"]);
        check("reply", ["replied", "replies", "reply", "replying"]);
        check("dismiss", ["dismiss", "dismissed", "dismisses", "dismissing"]);
        check("agree", ["agree", "agreed", "agreeing", "agrees"]);
    }
}
