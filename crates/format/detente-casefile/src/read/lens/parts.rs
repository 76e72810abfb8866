//! What of a lens is in question, and what of it is settled together.

use detente_base::{Diagnostic, Index, Span};
use detente_case::{Bloc, Id, IssueIdx, Lens, LensPart, Resolution, Settled};

use super::drawing::Drawing;
use crate::codes;
use crate::tree::Node;

/// The most parts at the resolution of blocs.
const MAX_PARTS: usize = 8;

impl Drawing<'_, '_> {
    pub(super) fn blocs(&mut self, lens: &Lens) -> Vec<Bloc> {
        let mut first: Vec<Option<(String, Span)>> = vec![None; lens.units.len()];
        let mut blocs = Vec::new();
        let mut entries = self.node().get("blocs").map_or(&[][..], Node::entries).to_vec();
        entries.sort_by(|a, b| a.key.cmp(&b.key));
        for entry in entries {
            let Ok(id) = Id::new(&entry.key) else { continue };
            let mut units = Vec::new();
            for item in entry.node.get("units").map_or(&[][..], Node::items) {
                let Some(unit) = self.unit(lens, item) else { continue };
                match &first[unit] {
                    None => {
                        first[unit] = Some((entry.key.clone(), item.span));
                        units.push(unit);
                    }
                    Some((other, span)) => self.diagnostics.push(
                        Diagnostic::new(
                            &codes::UNIT_IN_TWO_BLOCS,
                            format!("the unit \"{}\" stands in two blocs", lens.units[unit].id),
                        )
                        .at(item.span, format!("in \"{id}\""))
                        .at(*span, format!("and in \"{other}\""))
                        .hint("take it out of one of them: a bloc is settled by one choice"),
                    ),
                }
            }
            let is_unit = lens.unit(id.as_str()).is_some_and(|unit| units != [unit]);
            if is_unit || lens.status(id.as_str()).is_some() {
                self.report(
                    Diagnostic::new(&codes::DUPLICATE_ID, format!("\"{id}\" is a unit or a status as well as a bloc"))
                        .at(entry.key_span, "bloc here")
                        .hint("give the bloc another id"),
                );
            }
            units.sort_unstable();
            let title = entry.node.get("title").and_then(Node::text).unwrap_or(&entry.key).to_owned();
            blocs.push(Bloc { id, title, units });
        }
        blocs
    }

    /// Marks the units that are not in question with the status they keep; the place of that status.
    pub(super) fn in_question(&mut self, lens: &mut Lens) -> Option<usize> {
        let written = self.node().get("rest").cloned();
        let rest = written.as_ref().and_then(|node| self.status(lens, node));
        let Some(units) = self.node().get("units").cloned() else { return rest };
        let named: Vec<usize> = units.items().iter().filter_map(|item| self.unit(lens, item)).collect();
        let outside = (0..lens.units.len()).filter(|unit| !named.contains(unit));
        for unit in outside {
            lens.units[unit].settled = Settled::At(usize::MAX);
        }
        if rest.is_none() && lens.units.iter().any(|unit| unit.settled == Settled::At(usize::MAX)) && written.is_none()
        {
            self.report(
                Diagnostic::new(&codes::MISSING_KEY, "\"rest\" is missing")
                    .at(units.span, "some units are not in question")
                    .hint("add rest = \"STATUS\": the status that the other units keep"),
            );
        }
        rest
    }

    pub(super) fn parts(&mut self, lens: &mut Lens, rest: Option<usize>) {
        let open = |lens: &Lens, unit: &usize| lens.units[*unit].settled != Settled::At(usize::MAX);
        let mut groups: Vec<(Id, String, Vec<usize>)> = Vec::new();
        for bloc in &lens.blocs {
            if let Some(&unit) = bloc.units.iter().find(|unit| !open(lens, unit)) {
                let (bloc, unit) = (bloc.id.clone(), lens.units[unit].id.clone());
                self.report(
                    Diagnostic::new(
                        &codes::UNKNOWN_UNIT,
                        format!("the bloc \"{bloc}\" has a unit that is not in question"),
                    )
                    .at(self.entry.key_span, "in this lens")
                    .hint(format!("add \"{unit}\" to \"units\", or take it out of the bloc")),
                );
            }
            if self.resolution == Resolution::Blocs {
                let units: Vec<usize> = bloc.units.iter().copied().filter(|unit| open(lens, unit)).collect();
                if !units.is_empty() {
                    groups.push((bloc.id.clone(), bloc.title.clone(), units));
                }
            }
        }
        let alone = (0..lens.units.len()).filter(|unit| open(lens, unit));
        let alone: Vec<usize> = alone.filter(|unit| !groups.iter().any(|(_, _, units)| units.contains(unit))).collect();
        groups
            .extend(alone.iter().map(|&unit| (lens.units[unit].id.clone(), lens.units[unit].name.clone(), vec![unit])));
        groups.sort_by(|a, b| a.0.cmp(&b.0));
        if self.resolution == Resolution::Blocs && MAX_PARTS < groups.len() {
            self.report(
                Diagnostic::new(&codes::TOO_MANY_PARTS, format!("{} units and blocs are settled separately", groups.len()))
                    .at(self.entry.key_span, format!("at most {MAX_PARTS} in one lens"))
                    .hint("draw units together in blocs, fix some with \"units\" and \"rest\", or ask with --resolution units"),
            );
        }
        let allowed = self.allowed(lens);
        for (place, (id, name, units)) in groups.into_iter().enumerate() {
            let statuses: Vec<usize> = (0..lens.statuses.len())
                .filter(|status| units.iter().all(|&unit| allowed[unit].contains(status)))
                .collect();
            if statuses.is_empty() && !lens.statuses.is_empty() {
                self.report(
                    Diagnostic::new(&codes::NO_CHOICE, format!("no status is left for \"{id}\""))
                        .at(self.entry.key_span, "in this lens")
                        .hint("\"allowed\" must leave a status that all units of a bloc may have"),
                );
            }
            units.iter().for_each(|&unit| lens.units[unit].settled = Settled::By(place));
            lens.parts.push(LensPart { issue: IssueIdx::new(0), id, name, units, statuses });
        }
        for unit in &mut lens.units {
            if unit.settled == Settled::At(usize::MAX) {
                unit.settled = Settled::At(rest.unwrap_or(0));
            }
        }
    }

    /// Per unit, the statuses it may have, by place.
    fn allowed(&mut self, lens: &Lens) -> Vec<Vec<usize>> {
        let mut allowed: Vec<Vec<usize>> = vec![(0..lens.statuses.len()).collect(); lens.units.len()];
        for entry in self.node().get("allowed").map_or(&[][..], Node::entries).to_vec() {
            let Some(units) = lens.named(&entry.key) else {
                self.unknown_unit(lens, &entry.key, entry.key_span);
                continue;
            };
            let named: Vec<usize> = entry.node.items().iter().filter_map(|item| self.status(lens, item)).collect();
            for unit in units {
                allowed[unit].retain(|status| named.contains(status));
            }
        }
        allowed
    }
}
