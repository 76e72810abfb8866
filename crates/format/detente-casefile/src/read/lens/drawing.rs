//! From the keys of a lens and the tables of its units to the lens.

use detente_base::{Decimal, Diagnostic, Index, Span};
use detente_case::{Bloc, Counts, Edge, Id, IssueIdx, Lens, LensPart, Resolution, Settled, Status, Unit};
use detente_territory::Territory;
use jiff::civil::Date;

use crate::codes;
use crate::suggest::did_you_mean;
use crate::tree::{Entry, Node};

/// The most parts at the resolution of blocs.
const MAX_PARTS: usize = 8;

pub(super) struct Drawing<'t, 'd> {
    pub(super) id: Id,
    pub(super) entry: &'t Entry,
    pub(super) territory: Option<&'d Territory>,
    pub(super) as_of: Option<Date>,
    pub(super) resolution: Resolution,
    pub(super) parties: &'t [Entry],
    pub(super) diagnostics: &'d mut Vec<Diagnostic>,
}

impl Drawing<'_, '_> {
    fn node(&self) -> &Node {
        &self.entry.node
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn lens(mut self) -> Lens {
        let title = self.node().get("title").and_then(Node::text).unwrap_or(self.id.as_str()).to_owned();
        let mut lens = Lens {
            title,
            resolution: self.resolution,
            statuses: self.statuses(),
            units: self.units(),
            parts: Vec::new(),
            blocs: Vec::new(),
            edges: Vec::new(),
            span: self.entry.key_span,
            id: self.id.clone(),
        };
        lens.edges = self.edges(&lens);
        lens.blocs = self.blocs(&lens);
        self.counts_for(&mut lens);
        let rest = self.in_question(&mut lens);
        self.parts(&mut lens, rest);
        lens
    }

    fn statuses(&mut self) -> Vec<Status> {
        let span = self.entry.key_span;
        let is_scale = self.node().get("scale").and_then(Node::flag).unwrap_or(false);
        let mut entries: Vec<Entry> = self.node().get("statuses").map_or(&[][..], Node::entries).to_vec();
        if !is_scale {
            entries.sort_by(|a, b| a.key.cmp(&b.key));
        }
        if entries.is_empty() {
            self.report(
                Diagnostic::new(&codes::NO_CHOICE, format!("the lens \"{}\" has no status", self.id))
                    .at(span, "this issue")
                    .hint("add statuses = { id = \"Title\" }: what can become of a unit"),
            );
        }
        let parties: Vec<&str> = self.parties.iter().map(|party| party.key.as_str()).collect();
        let status = |entry: &Entry| Status {
            id: entry.key.clone(),
            title: entry.node.text().or(entry.node.get("title").and_then(Node::text)).unwrap_or(&entry.key).to_owned(),
            counts: match entry.node.get("side").and_then(Node::text) {
                Some("as-on-date") => Counts::AsOnDate,
                Some(side) if parties.contains(&side) => Id::new(side).map_or(Counts::ForNone, Counts::For),
                _ => Counts::ForNone,
            },
        };
        entries.iter().map(status).collect()
    }

    fn units(&mut self) -> Vec<Unit> {
        let Some(territory) = self.territory.filter(|territory| !territory.units.is_empty()) else {
            self.report(
                Diagnostic::new(&codes::LENS_WITHOUT_UNITS, format!("the lens \"{}\" has no units", self.id))
                    .at(self.entry.key_span, "this issue")
                    .hint("list the units in territory/units.csv, with columns id, name and area_km2"),
            );
            return Vec::new();
        };
        let on = territory.control_date(self.as_of);
        let holder = self.node().get("held_by").and_then(Node::text).map(str::to_owned);
        let unit = |unit: &detente_territory::Unit| {
            let control = || on.into_iter().flat_map(|on| unit.control_on(on));
            let held: Vec<(Id, Decimal)> = control()
                .filter_map(|control| Some((control.party.id.clone(), control.km2_of(unit.area.as_ref())?)))
                .collect();
            let whole = on.and_then(|on| unit.held_whole_by(on)).cloned();
            let count = |count: u64| i64::try_from(count).ok().and_then(Decimal::whole);
            let mut drawn = Unit {
                id: unit.id.clone(),
                name: unit.name.clone(),
                settled: Settled::At(0),
                area: unit.area.as_ref().map(|area| area.km2),
                people: unit.people.as_ref().and_then(|people| count(people.count)),
                sites: unit.sites.as_ref().and_then(|sites| count(sites.count)),
                held,
                counts_for: whole,
            };
            if let Some(holder) = &holder {
                only_held_by(&mut drawn, holder);
            }
            drawn
        };
        territory.units.rows().map(unit).collect()
    }

    fn edges(&mut self, lens: &Lens) -> Vec<Edge> {
        let borders =
            self.territory.and_then(|territory| territory.adjacency.as_ref()).map_or(&[][..], |of| of.borders());
        let edge = |border: &detente_territory::Border| Edge {
            units: (border.a.position(), border.b.position()),
            length: border.shared_km,
            corridor: None,
        };
        let mut edges: Vec<Edge> = borders.iter().map(edge).collect();
        for entry in self.node().get("corridors").map_or(&[][..], Node::entries).to_vec() {
            let ends: Vec<usize> = entry.node.items().iter().filter_map(|item| self.unit(lens, item)).collect();
            let &[a, b] = ends.as_slice() else {
                if entry.node.items().len() != 2 {
                    self.report(
                        Diagnostic::new(
                            &codes::WRONG_TYPE,
                            format!("the corridor \"{}\" does not tie two units", entry.key),
                        )
                        .at(entry.key_span, "this corridor")
                        .hint("name the two units it ties: corridors = { id = [\"a\", \"b\"] }"),
                    );
                }
                continue;
            };
            let known = |edge: &Edge| edge.units == (a.min(b), a.max(b));
            if a != b && !edges.iter().any(known) {
                edges.push(Edge { units: (a.min(b), a.max(b)), length: None, corridor: Id::new(&entry.key).ok() });
            }
        }
        edges.sort_by_key(|edge| edge.units);
        edges
    }

    fn blocs(&mut self, lens: &Lens) -> Vec<Bloc> {
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

    fn counts_for(&mut self, lens: &mut Lens) {
        for entry in self.node().get("counts_for").map_or(&[][..], Node::entries).to_vec() {
            match lens.unit(&entry.key) {
                Some(unit) => lens.units[unit].counts_for = entry.node.text().and_then(|party| Id::new(party).ok()),
                None => self.unknown_unit(lens, &entry.key, entry.key_span),
            }
        }
    }

    /// Marks the units that are not in question with the status they keep; the place of that status.
    fn in_question(&mut self, lens: &mut Lens) -> Option<usize> {
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

    fn parts(&mut self, lens: &mut Lens, rest: Option<usize>) {
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

    fn unit(&mut self, lens: &Lens, node: &Node) -> Option<usize> {
        let id = node.text()?;
        let found = lens.unit(id);
        if found.is_none() && !lens.units.is_empty() {
            self.unknown_unit(lens, id, node.span);
        }
        found
    }

    fn unknown_unit(&mut self, lens: &Lens, id: &str, span: Span) {
        if lens.units.is_empty() {
            return;
        }
        let known =
            lens.units.iter().map(|unit| unit.id.as_str()).chain(lens.blocs.iter().map(|bloc| bloc.id.as_str()));
        let hint = did_you_mean(id, known).unwrap_or_else(|| "units are listed in territory/units.csv".to_owned());
        self.report(
            Diagnostic::new(&codes::UNKNOWN_UNIT, format!("\"{}\" has no unit \"{id}\"", self.id))
                .at(span, "named here")
                .hint(hint),
        );
    }

    fn status(&mut self, lens: &Lens, node: &Node) -> Option<usize> {
        let id = node.text()?;
        let found = lens.status(id);
        if found.is_none() {
            let known: Vec<&str> = lens.statuses.iter().map(|status| status.id.as_str()).collect();
            let hint = did_you_mean(id, known.iter().copied())
                .unwrap_or_else(|| format!("its statuses: {}", known.join(", ")));
            self.report(
                Diagnostic::new(&codes::UNKNOWN_STATUS, format!("\"{}\" has no status \"{id}\"", self.id))
                    .at(node.span, "named here")
                    .hint(hint),
            );
        }
        found
    }
}

/// What is in question is the part that a party holds: areas are those under its control; people and sites are known only where
/// it holds a unit wholly or not at all.
fn only_held_by(unit: &mut Unit, holder: &str) {
    let held = unit.held.iter().find(|(party, _)| *party == *holder).map_or(Decimal::ZERO, |(_, area)| *area);
    let is_whole = unit.counts_for.as_ref().is_some_and(|party| *party == *holder);
    unit.area = Some(held);
    if held == Decimal::ZERO {
        (unit.people, unit.sites) = (Some(Decimal::ZERO), Some(Decimal::ZERO));
    } else if !is_whole {
        (unit.people, unit.sites) = (None, None);
    }
}
