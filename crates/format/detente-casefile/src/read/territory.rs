//! The tables of a territory, and whether the parties and sources they name are there.

use detente_base::Diagnostic;
use detente_territory::{
    ADJACENCY, AreaBasis, CLAIMS, CONTROL, Files, Named, Overall, SHAPES, Territory, Text, UNITS, Unit, borders,
    read_shapes,
};

use super::context::Context;
use super::names::{Kind, Place};
use super::readable;
use crate::folder::Folder;

/// The territory of a folder, with everything wrong in its tables reported. Where no table says which units are neighbours, the
/// shapes do; what is wrong with those is said by `check` and on the map, since no other question needs them.
pub(super) fn read(folder: &Folder, diagnostics: &mut Vec<Diagnostic>) -> Option<Territory> {
    let mut text = |path: &str| {
        let (file, found) = folder.files().find(|(_, file)| file.path == path)?;
        let text = readable(file, path, &found.content, diagnostics)?;
        Some(Text { file, text })
    };
    let shapes = text(SHAPES);
    let files = Files { units: text(UNITS), control: text(CONTROL), claims: text(CLAIMS), adjacency: text(ADJACENCY) };
    let mut reading = detente_territory::read(&files);
    if let (Some(territory), Some(shapes)) = (&mut reading.territory, shapes)
        && territory.adjacency.is_none()
    {
        territory.adjacency = Some(borders(&read_shapes(shapes, territory).shapes));
    }
    diagnostics.extend(reading.diagnostics);
    reading.territory
}

/// Looks up whom and what the tables name.
pub(super) fn look_up(context: &mut Context<'_, '_>, territory: &Territory) {
    territory.units.rows().for_each(|unit| resolve(context, names_of(unit)));
    territory.whole.iter().for_each(|whole| resolve(context, names_of_whole(whole)));
}

/// What a record names: a party, a source, a statement.
fn of_record<'u>(
    party: &'u Named,
    source: Option<&'u Named>,
    statement: Option<&'u Named>,
) -> impl Iterator<Item = (Kind, &'u Named)> {
    let source = source.map(|source| (Kind::Source, source));
    let statement = statement.map(|statement| (Kind::Statement, statement));
    std::iter::once((Kind::Party, party)).chain(source).chain(statement)
}

fn names_of_whole(whole: &Overall) -> Vec<(Kind, &Named)> {
    of_record(&whole.party, whole.source.as_ref(), whole.statement.as_ref()).collect()
}

fn names_of(unit: &Unit) -> Vec<(Kind, &Named)> {
    let area = unit.area.as_ref().and_then(|area| match &area.basis {
        AreaBasis::Source(source) => Some(source),
        AreaBasis::Geodesic | AreaBasis::Unsaid => None,
    });
    let people = unit.people.as_ref().and_then(|people| people.source.as_ref());
    let sites = unit.sites.as_ref().and_then(|sites| sites.source.as_ref());
    let sources = [area, people, sites].into_iter().flatten().map(|source| (Kind::Source, source));
    let control = unit.control.iter().flat_map(|of| of_record(&of.party, of.source.as_ref(), of.statement.as_ref()));
    let claims = unit.claims.iter().flat_map(|of| of_record(&of.party, of.source.as_ref(), None));
    sources.chain(control).chain(claims).collect()
}

fn resolve(context: &mut Context<'_, '_>, names: Vec<(Kind, &Named)>) {
    for (kind, named) in names {
        let id = named.id.as_str();
        if context.names.is_defined(kind, id) {
            context.occurs(kind, id, Place::Value(named.span));
        } else {
            context.dangling(&[kind], id, named.span);
        }
    }
}
