//! What is wrong although everything could be read: evidence that does not hold, numbers that cannot be meant.

mod answers;
mod clauses;
mod dates;
mod estimates;
mod evidence;
mod fund;
mod lenses;
mod moves;
mod process;
mod quotes;

use detente_base::Diagnostic;
use detente_case::Case;
use detente_estimate::EstimateSet;
use detente_fund::Fund;
use detente_ledger::Ledger;

use crate::folder::Folder;

pub(crate) use clauses::check as clauses;
pub use quotes::{QuoteCheck, text_is_held};

pub(crate) fn check(
    folder: &Folder,
    case: &Case,
    ledger: &Ledger,
    fund: Option<&Fund>,
    sets: &[EstimateSet],
    diagnostics: &mut Vec<Diagnostic>,
) -> QuoteCheck {
    evidence::check(case, ledger, diagnostics);
    if let Some(fund) = fund {
        fund::check(fund, diagnostics);
    }
    dates::check(ledger, diagnostics);
    process::check(case, diagnostics);
    for set in sets {
        estimates::check(case, ledger, set, diagnostics);
    }
    quotes::check(folder, ledger, diagnostics)
}
