//! "Did you mean": the nearest known name, if one is near.

/// A hint that names the known name nearest to `written`, if one is within a third of its length.
pub(crate) fn did_you_mean<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let reach = (written.chars().count() / 3).max(1);
    known
        .map(|name| (strsim::damerau_levenshtein(written, name), name))
        .filter(|&(distance, _)| distance <= reach)
        .min()
        .map(|(_, name)| format!("did you mean \"{name}\"?"))
}
