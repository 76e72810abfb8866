//! Several sheets bound together.

use detente::deals::{Settings, why as asked};
use detente_report::sheet::{self, Sheet};

use crate::make::Of;
use crate::{Fault, deal, why};

/// With why there is no package where the stated limits leave none, else with the package.
pub(crate) fn briefing(of: &Of<'_>) -> Result<Sheet, Fault> {
    let (about, record) = (&of.about, of.record());
    let is_open = asked(of.source.case, None, &Settings::default(), of.watch)?.is_open;
    let package = if is_open { deal::deal(of)? } else { why::why(of)? };
    let parts = vec![
        sheet::overview(about),
        sheet::common_ground(about, &record),
        sheet::changes(about, &record),
        sheet::red_lines(about, &record),
        package,
        sheet::process(about, &of.steps()),
        sheet::assumptions(about),
    ];
    Ok(sheet::briefing(about, parts))
}
