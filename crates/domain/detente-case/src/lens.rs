//! A lens: one matter spread over many units, such as a territory, negotiated as an issue per part and counted as one.
//!
//! A part is a unit, or a bloc of units that are settled alike. What a case says of units and of blocs means the same at either
//! resolution; which packages there are differs.

use detente_base::{Decimal, Span, define_index};
use jiff::civil::Date;

use crate::{ChoiceIdx, Id, IssueIdx};

define_index!(
    /// A lens of one case.
    pub struct LensIdx
);

/// How finely a lens is negotiated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Resolution {
    /// Blocs where the case draws them.
    #[default]
    Blocs,
    /// Unit by unit.
    Units,
}

/// One matter spread over many units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// Its id; its issues are `ID.PART`.
    pub id: Id,
    /// Its title, as printed.
    pub title: String,
    /// How finely it is negotiated here.
    pub resolution: Resolution,
    /// What can become of a unit: in order of the scale where there is one, else by id.
    pub statuses: Vec<Status>,
    /// Every unit, by id: those in question and those that are not.
    pub units: Vec<Unit>,
    /// What is settled separately, by id of its issue.
    pub parts: Vec<LensPart>,
    /// Units drawn together, by id.
    pub blocs: Vec<Bloc>,
    /// Which units touch, or are tied by a corridor.
    pub edges: Vec<Edge>,
    /// The date of the control it rests on; a later one than the case's binds nothing.
    pub control_on: Option<Date>,
    /// Where it is written.
    pub span: Span,
}

/// What can become of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Its id.
    pub id: String,
    /// Its title, as printed.
    pub title: String,
    /// For which side a unit with this status counts.
    pub counts: Counts,
}

/// For which side a status counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counts {
    /// For none.
    ForNone,
    /// For a party.
    For(Id),
    /// For whoever controls the unit on the date; where control is split, for none unless the case says `counts_for`.
    AsOnDate,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Whether it is in question.
    pub settled: Settled,
    /// Area in km², of the part that is in question.
    pub area: Option<Decimal>,
    /// People, of the part that is in question.
    pub people: Option<Decimal>,
    /// Sites, of the part that is in question.
    pub sites: Option<Decimal>,
    /// Area in km² under each party's control on the date, by id of the party.
    pub held: Vec<(Id, Decimal)>,
    /// The party it counts for on the date (DEFINITIONS 24).
    pub counts_for: Option<Id>,
}

/// What settles a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// The choice on a part.
    By(usize),
    /// Nothing: it is not in question and has this status, by place.
    At(usize),
}

/// What is settled by one choice: a unit, or a bloc of units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LensPart {
    /// Its issue.
    pub issue: IssueIdx,
    /// The id of the unit or bloc.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its units, by place.
    pub units: Vec<usize>,
    /// The status of each choice of its issue, by place.
    pub statuses: Vec<usize>,
}

/// Units drawn together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bloc {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Its units, by place.
    pub units: Vec<usize>,
}

/// Two units that touch or are tied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The units, by place.
    pub units: (usize, usize),
    /// The length of their common border in km, where it is known; a corridor has none.
    pub length: Option<Decimal>,
    /// The id of the corridor, if it is one.
    pub corridor: Option<Id>,
}

/// Statuses and sides named together: the units that have one of them are marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A status, by place.
    Status(usize),
    /// Every status that counts for a party.
    Side(Id),
}

/// What a unit has of something that adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Area, km².
    Area,
    /// People.
    People,
    /// Sites.
    Sites,
    /// Units.
    Units,
}

impl Lens {
    /// The unit with this id, by place.
    pub fn unit(&self, id: &str) -> Option<usize> {
        self.units.iter().position(|unit| unit.id == *id)
    }

    /// The status with this id, by place.
    pub fn status(&self, id: &str) -> Option<usize> {
        self.statuses.iter().position(|status| status.id == id)
    }

    /// The units that a unit's or a bloc's id names, by place.
    pub fn named(&self, id: &str) -> Option<Vec<usize>> {
        let bloc = self.blocs.iter().find(|bloc| bloc.id == *id);
        bloc.map(|bloc| bloc.units.clone()).or_else(|| Some(vec![self.unit(id)?]))
    }

    /// The ids of statuses that a position names by place.
    pub fn named_statuses(&self, places: &[ChoiceIdx]) -> Vec<String> {
        let status = |place: &ChoiceIdx| self.statuses.get(detente_base::Index::position(*place));
        places.iter().filter_map(status).map(|status| status.id.clone()).collect()
    }

    /// What a status or a party named in an expression marks.
    pub fn mark(&self, name: &str) -> Option<Mark> {
        if let Some(status) = self.status(name) {
            return Some(Mark::Status(status));
        }
        let counted = |status: &Status| matches!(&status.counts, Counts::For(side) if *side == *name);
        let held = |unit: &Unit| unit.counts_for.as_ref().is_some_and(|side| *side == *name);
        let is_side = self.statuses.iter().any(counted) || self.units.iter().any(held);
        is_side.then(|| Id::new(name).ok().map(Mark::Side)).flatten()
    }

    /// The party for which `unit` counts with `status`, both by place.
    pub fn side(&self, unit: usize, status: usize) -> Option<&Id> {
        match &self.statuses.get(status)?.counts {
            Counts::ForNone => None,
            Counts::For(party) => Some(party),
            Counts::AsOnDate => self.units.get(unit)?.counts_for.as_ref(),
        }
    }

    /// Whether `unit` with `status` is marked.
    pub fn is_marked(&self, unit: usize, status: usize, marks: &[Mark]) -> bool {
        marks.iter().any(|mark| match mark {
            Mark::Status(marked) => *marked == status,
            Mark::Side(side) => self.side(unit, status) == Some(side),
        })
    }

    /// The status of `unit` where each part has the choice that `chosen` says.
    pub fn status_of(&self, unit: usize, chosen: impl Fn(IssueIdx) -> ChoiceIdx) -> Option<usize> {
        match self.units.get(unit)?.settled {
            Settled::At(status) => Some(status),
            Settled::By(part) => {
                let part = self.parts.get(part)?;
                part.statuses.get(detente_base::Index::position(chosen(part.issue))).copied()
            }
        }
    }
}

impl Unit {
    /// What the unit has; `None` where that is not known.
    pub fn measure(&self, measure: Measure) -> Option<Decimal> {
        match measure {
            Measure::Area => self.area,
            Measure::People => self.people,
            Measure::Sites => self.sites,
            Measure::Units => Some(Decimal::from_thousandths(Decimal::UNIT)),
        }
    }
}
