//! The sheet of an exchange of two parties: which two, how many draws.

use detente::Opened;
use detente::case::{Case, PartyIdx};
use detente::report;
use detente::symmetry::{SymmetryError, Wanted, symmetry as exchanged};
use detente_report::sheet::{About, Sheet};

use crate::args::Report;
use crate::command::asked::party;
use crate::command::robust::draws;
use crate::exit::Failure;
use crate::watch::Progress;

pub(super) fn symmetry(args: &Report, about: &About<'_>, opened: &Opened) -> Result<Sheet, Failure> {
    let wanted = Wanted {
        parties: named(args.swap.as_deref(), about.case)?,
        resolution: args.folder.resolution.unwrap_or_default().into(),
        draws: match &args.draws {
            Some(asked) => draws(Some(asked), None)?,
            None => report::DRAWS,
        },
        seed: args.seed,
    };
    let progress = Progress::new();
    let found = exchanged(about, &opened.folder, &wanted, &progress);
    progress.finish();
    found.map_err(|error| match error {
        SymmetryError::Deals(error) => error.into(),
        SymmetryError::NotExchanged(_) => {
            Failure::argument(error.to_string(), "try `detente rename` on each of them; it says where".to_owned())
        }
        SymmetryError::Unreadable { .. } => Failure::argument(error.to_string(), "detente check the case".to_owned()),
    })
}

/// The two parties of `--swap A,B`; a case of two parties has only these.
fn named(swap: Option<&str>, case: &Case) -> Result<[PartyIdx; 2], Failure> {
    let hint = "write --swap A,B with the ids of two parties".to_owned();
    let parties = match swap {
        Some(text) => text.split(',').map(|id| party(case, id.trim())).collect::<Result<Vec<_>, _>>()?,
        None => case.parties.indices().collect(),
    };
    match parties.as_slice() {
        &[a, b] if a != b => Ok([a, b]),
        _ if swap.is_none() => Err(Failure::argument("this sheet exchanges two parties, and none are named", hint)),
        _ => Err(Failure::argument("two different parties are exchanged", hint)),
    }
}
