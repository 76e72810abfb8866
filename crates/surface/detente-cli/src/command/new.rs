//! `detente new`.

use detente::casefile::starter;
use detente::{case_id_of, write_new};

use crate::args::New;
use crate::exit::{Exit, Failure};
use crate::say::say_line;

pub(super) fn run(args: &New) -> Result<Exit, Failure> {
    let name = args.dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let id = case_id_of(&name);
    write_new(&args.dir, &starter(&id, &args.title))?;
    say_line(&format!("{} is a small case to start from:", args.dir.display()));
    say_line(&format!("  detente check {0}\n  detente show {0}\n  detente deals {0}", args.dir.display()));
    Ok(Exit::Answer)
}
