//! The sheet of what stands in the way.

use detente::deals::{Settings, why as asked};
use detente_report::sheet::{self, Sheet};

use crate::Fault;
use crate::make::Of;
use crate::proposals::{bracketed, settled};

pub(crate) fn why(of: &Of<'_>) -> Result<Sheet, Fault> {
    let case = of.source.case;
    let package = of.wanted.packages.first();
    let draft = package.map(|package| settled(case, package)).unwrap_or_default();
    let open = package.map(bracketed).unwrap_or_default();
    let settings = Settings { draft, open, ..Settings::default() };
    let stated = asked(case, None, &settings, of.watch)?;
    let estimated = of.about.set().map(|set| asked(case, Some(set), &settings, of.watch)).transpose()?;
    Ok(sheet::why(&of.about, &settings.draft, &stated, estimated.as_ref()))
}
