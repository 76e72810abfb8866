//! From the keys of a lens and the tables of its units to the lens.

use detente_base::{Decimal, Diagnostic, Index, Span};
use detente_case::{Counts, Edge, Id, Lens, Resolution, Settled, Status, Unit};
use detente_territory::Territory;
use jiff::civil::Date;

use crate::codes;
use crate::suggest::did_you_mean;
use crate::tree::{Entry, Node};

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
    pub(super) fn node(&self) -> &Node {
        &self.entry.node
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
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

    fn counts_for(&mut self, lens: &mut Lens) {
        for entry in self.node().get("counts_for").map_or(&[][..], Node::entries).to_vec() {
            match lens.unit(&entry.key) {
                Some(unit) => lens.units[unit].counts_for = entry.node.text().and_then(|party| Id::new(party).ok()),
                None => self.unknown_unit(lens, &entry.key, entry.key_span),
            }
        }
    }

    pub(super) fn unit(&mut self, lens: &Lens, node: &Node) -> Option<usize> {
        let id = node.text()?;
        let found = lens.unit(id);
        if found.is_none() && !lens.units.is_empty() {
            self.unknown_unit(lens, id, node.span);
        }
        found
    }

    pub(super) fn unknown_unit(&mut self, lens: &Lens, id: &str, span: Span) {
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

    pub(super) fn status(&mut self, lens: &Lens, node: &Node) -> Option<usize> {
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
    unit.held.retain(|(party, _)| *party == *holder);
    unit.area = Some(held);
    if held == Decimal::ZERO {
        (unit.people, unit.sites) = (Some(Decimal::ZERO), Some(Decimal::ZERO));
    } else if !is_whole {
        (unit.people, unit.sites) = (None, None);
    }
}
