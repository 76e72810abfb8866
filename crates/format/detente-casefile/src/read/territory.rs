//! The tables of a territory, and whether the parties and sources they name are there.

use detente_base::Diagnostic;
use detente_territory::{ADJACENCY, AreaBasis, CLAIMS, CONTROL, Files, Named, Territory, Text, UNITS, Unit};

use super::context::Context;
use super::names::{Kind, Place};
use super::readable;
use crate::folder::Folder;

/// The territory of a folder, with everything wrong in its tables reported.
pub(super) fn read(folder: &Folder, diagnostics: &mut Vec<Diagnostic>) -> Option<Territory> {
    let mut text = |path: &str| {
        let (file, found) = folder.files().find(|(_, file)| file.path == path)?;
        let text = readable(file, path, &found.content, diagnostics)?;
        Some(Text { file, text })
    };
    let files = Files { units: text(UNITS), control: text(CONTROL), claims: text(CLAIMS), adjacency: text(ADJACENCY) };
    let reading = detente_territory::read(&files);
    diagnostics.extend(reading.diagnostics);
    reading.territory
}

/// Looks up whom and what the tables name.
pub(super) fn look_up(context: &mut Context<'_, '_>, territory: &Territory) {
    territory.units.rows().for_each(|unit| resolve(context, unit));
}

fn resolve(context: &mut Context<'_, '_>, unit: &Unit) {
    let mut names: Vec<(Kind, &Named)> = Vec::new();
    if let Some(AreaBasis::Source(source)) = unit.area.as_ref().map(|area| &area.basis) {
        names.push((Kind::Source, source));
    }
    names.extend(unit.people.iter().filter_map(|people| people.source.as_ref()).map(|source| (Kind::Source, source)));
    names.extend(unit.sites.iter().filter_map(|sites| sites.source.as_ref()).map(|source| (Kind::Source, source)));
    for control in &unit.control {
        names.push((Kind::Party, &control.party));
        names.extend(control.source.as_ref().map(|source| (Kind::Source, source)));
    }
    for claim in &unit.claims {
        names.push((Kind::Party, &claim.party));
        names.extend(claim.source.as_ref().map(|source| (Kind::Source, source)));
    }
    for (kind, named) in names {
        let id = named.id.as_str();
        if context.names.is_defined(kind, id) {
            context.occurs(kind, id, Place::Value(named.span));
        } else {
            context.dangling(&[kind], id, named.span);
        }
    }
}
