//! `detente ledger`.

use detente::casefile::case_hash;
use detente::evidence::{Record, Shown, Window};
use detente::interop::prov;
use detente::write_file;
use detente_api as api;

use super::asked::{issue, party};
use super::case::{opened, sound};
use crate::args::{Ledger, LedgerSection};
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

pub(super) fn run(args: &Ledger) -> Result<Exit, Failure> {
    let opened = opened(&args.folder, &[])?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(exit),
    };
    let as_of = args.as_of.or(case.as_of);
    let window = Window { from: args.from, to: args.to.or(as_of) };
    if window.from.zip(window.to).is_some_and(|(from, to)| to < from) {
        let hint = "write --from with the earlier day and --to with the later one".to_owned();
        return Err(Failure::argument("these dates stand in the wrong order", hint));
    }
    let shown = Shown {
        parties: args.party.iter().map(|id| party(case, id)).collect::<Result<_, _>>()?,
        issues: args.issue.iter().map(|id| issue(case, id)).collect::<Result<_, _>>()?,
    };
    let ledger = &opened.reading.ledger;
    let record = Record::of(case, ledger, as_of, window, &shown);
    if let Some(file) = &args.prov {
        let document = prov(case, ledger, &case_hash(&opened.folder).to_string());
        write_file(file, format!("{document:#}\n"))?;
    }
    if args.json {
        super::print_json(&api::ledger(&opened, case, &record))?;
    } else {
        let all = &LedgerSection::ALL[..];
        say(&render::ledger(&opened, case, &record, if args.sections.is_empty() { all } else { &args.sections }));
    }
    Ok(Exit::Answer)
}
