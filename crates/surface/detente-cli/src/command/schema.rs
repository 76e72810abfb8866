//! `detente schema`.

use detente::casefile::{Part, reference, schema};
use detente_api as api;

use crate::args::Schema;
use crate::exit::{Exit, Failure};
use crate::say::say_line;

pub(super) fn run(args: &Schema) -> Result<Exit, Failure> {
    if args.of == "reference" {
        say_line("# The files of a case");
        Part::ALL.into_iter().for_each(|part| say_line(&format!("\n{}", reference(part).trim_end())));
        return Ok(Exit::Answer);
    }
    let part = Part::ALL.into_iter().find(|part| part.name() == args.of).map(schema);
    let schema = part.or_else(|| api::schema(&args.of)).ok_or_else(|| {
        Failure::argument(
            format!("there is no schema \"{}\"", args.of),
            "one of: case, ledger, estimates, drafts, clauses, fund-file, check, show, model, deals, why, remaining, compare, improve, gives, prices, read, robust, delay, differ, ledger-output, process, offer, fund, solve, verify-proof, reference".to_owned(),
        )
    })?;
    super::print_json(&schema)?;
    Ok(Exit::Answer)
}
