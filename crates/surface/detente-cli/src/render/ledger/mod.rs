//! What the record holds, section by section.

mod changes;
mod coders;
mod ground;
mod limits;
mod matrix;
mod sources;

use detente::Opened;
use detente::case::Case;
use detente::casefile::Folder;
use detente::evidence::Record;
use detente::ledger::Ledger;

use super::dates::day;
use super::deals::{heard, title};
use super::text::{heading, item, wrapped};
use crate::args::LedgerSection;

/// A page being written.
pub(super) struct Page<'a> {
    case: &'a Case,
    ledger: &'a Ledger,
    record: &'a Record,
    folder: &'a Folder,
}

/// The sections of a record, in the order asked for.
pub(crate) fn ledger(opened: &Opened, case: &Case, record: &Record, sections: &[LedgerSection]) -> String {
    let page = Page { case, ledger: &opened.reading.ledger, record, folder: &opened.folder };
    let mut out = title(opened, case);
    out.push_str(&wrapped(&page.when(), 2));
    out.push_str(&wrapped(&heard(opened, case), 2));
    out.push_str(&wrapped(
        "What stands here is what sources report. Nothing of it binds a package, and nothing is estimated.",
        2,
    ));
    for section in sections {
        out.push_str(&match section {
            LedgerSection::Matrix => page.matrix(),
            LedgerSection::Evidence => page.evidence(),
            LedgerSection::Changes => page.changes(),
            LedgerSection::RedLines => page.red_lines(),
            LedgerSection::CommonGround => page.common_ground(),
            LedgerSection::Contradictions => page.contradictions(),
            LedgerSection::Uncoded => page.uncoded(),
            LedgerSection::Coders => page.coders(),
            LedgerSection::Sources => page.sources(),
        });
    }
    out
}

impl Page<'_> {
    fn when(&self) -> String {
        match self.record.as_of {
            Some(date) => format!("Positions as they stand on {}.", day(Some(date), None)),
            None => "Positions as they stand at the end of the record.".to_owned(),
        }
    }

    fn contradictions(&self) -> String {
        let mut out = heading("Where a party contradicts itself");
        let lines = self.record.contradictions.iter().map(|found| {
            let choice = &self.case.issues[found.issue].choices[found.choice].title;
            let mut text = item(
                &format!(
                    "{} on {}: “{choice}” is accepted in one position and rejected in another; both stand until one is said to replace the other",
                    self.case.parties[found.party].name, self.case.issues[found.issue].title
                ),
                2,
            );
            for position in [found.first, found.second] {
                text.push_str(&wrapped(&super::evidence::position(self.case, self.ledger, position), 6));
            }
            text
        });
        out.push_str(&nothing(lines.collect()));
        out
    }
}

fn nothing(lines: String) -> String {
    if lines.is_empty() { "  nothing on record\n".to_owned() } else { lines }
}
