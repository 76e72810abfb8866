//! `detente explain`.

use detente::casefile::codes;

use crate::args::Explain;
use crate::exit::{Exit, Failure};
use crate::say::{say, say_line};

pub(super) fn run(args: &Explain) -> Result<Exit, Failure> {
    if args.all {
        for code in codes::ALL {
            say_line(&below_a_heading(code.page));
        }
        return Ok(Exit::Answer);
    }
    let Some(name) = &args.code else {
        for code in codes::ALL {
            say_line(&format!("{:<24} {}", code.name, code.severity));
        }
        return Ok(Exit::Answer);
    };
    let code = codes::find(name).ok_or_else(|| {
        Failure::argument(format!("there is no diagnostic \"{name}\""), "`detente explain` lists them all".to_owned())
    })?;
    say(code.page);
    Ok(Exit::Answer)
}

/// A page one level down, to stand under a heading of its own; what is in fences stays as it is.
fn below_a_heading(page: &str) -> String {
    let mut fenced = false;
    let mut out = String::new();
    for line in page.lines() {
        fenced ^= line.starts_with("```");
        let deeper = !fenced && line.starts_with('#');
        out.push_str(if deeper { "#" } else { "" });
        out.push_str(line);
        out.push('\n');
    }
    out
}
