//! `detente explain`.

use detente::casefile::codes;

use crate::args::Explain;
use crate::exit::{Exit, Failure};

pub(super) fn run(args: &Explain) -> Result<Exit, Failure> {
    let Some(name) = &args.code else {
        for code in codes::ALL {
            println!("{:<24} {}", code.name, code.severity);
        }
        return Ok(Exit::Answer);
    };
    let code = codes::find(name).ok_or_else(|| {
        Failure::argument(format!("there is no diagnostic \"{name}\""), "`detente explain` lists them all".to_owned())
    })?;
    print!("{}", code.page);
    Ok(Exit::Answer)
}
