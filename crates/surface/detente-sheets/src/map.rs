//! The sheet of a territory.

use detente::Opened;
use detente_report::map::{Asked, Layer, UnitTable, picture};
use detente_report::sheet::{self, About, Mapped, Proposal, Sheet};

/// Of no package, of one, or of two beside each other.
pub(crate) fn map(about: &About<'_>, opened: &Opened, proposals: &[Proposal]) -> Sheet {
    let Some(territory) = &opened.reading.territory else { return sheet::map(about, None) };
    let letters: &[&str] = if proposals.len() < 2 { &[""] } else { &["A: ", "B: "] };
    let lens = about.case.lenses.rows().next();
    let layers: Vec<Layer> = proposals
        .iter()
        .zip(letters)
        .filter_map(|(proposal, letter)| {
            let mut layer = Layer::of_lens(lens?, territory, |issue| proposal.settled(issue));
            layer.title = format!("{letter}{}", layer.title);
            Some(layer)
        })
        .collect();
    let asked = Asked { case: about.case, ledger: about.ledger, territory, layers: &layers };
    let table = UnitTable::new(&asked);
    let found = opened.shapes();
    let is_broken = found.diagnostics.iter().any(detente::base::Diagnostic::is_error);
    let has_shapes = opened.folder.at(detente::territory::SHAPES).is_some() && !is_broken;
    let svg = has_shapes.then(|| picture(&table, territory, &found.shapes, &format!("Map: {}", about.case.title)));
    let packages = proposals.iter().map(|proposal| proposal.title.clone()).collect();
    sheet::map(about, Some(&Mapped { table, svg, packages }))
}
