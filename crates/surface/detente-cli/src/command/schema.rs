//! `detente schema`.

use detente::casefile::{Part, schema};
use detente_api as api;

use crate::args::Schema;
use crate::exit::{Exit, Failure};

pub(super) fn run(args: &Schema) -> Result<Exit, Failure> {
    let part = Part::ALL.into_iter().find(|part| part.name() == args.of).map(schema);
    let schema = part.or_else(|| api::schema(&args.of)).ok_or_else(|| {
        Failure::argument(
            format!("there is no schema \"{}\"", args.of),
            "one of: case, ledger, estimates, check, show, deals, model".to_owned(),
        )
    })?;
    super::print_json(&schema)?;
    Ok(Exit::Answer)
}
