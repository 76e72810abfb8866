//! `detente new`.

use detente::casefile::starter;
use detente::write_new;

use crate::args::New;
use crate::exit::{Exit, Failure};
use crate::say::say_line;

pub(super) fn run(args: &New) -> Result<Exit, Failure> {
    let name = args.dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let id = kebab(&name);
    write_new(&args.dir, &starter(&id, &args.title))?;
    say_line(&format!("{} is a small case to start from:", args.dir.display()));
    say_line(&format!("  detente check {0}\n  detente show {0}\n  detente deals {0}", args.dir.display()));
    Ok(Exit::Answer)
}

/// The name of a folder as an id.
pub(super) fn kebab(name: &str) -> String {
    let lower: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let words: Vec<&str> = lower.split('-').filter(|word| !word.is_empty()).collect();
    let joined = words.join("-");
    if joined.starts_with(|c: char| c.is_ascii_lowercase()) {
        joined
    } else {
        format!("case-{joined}").trim_end_matches('-').to_owned()
    }
}
