//! One pattern of consent as issues and the parts that tie them: hard conditions, linkages, tables.

use crate::condition::Condition;
use crate::ground::Ground;
use std::collections::BTreeMap;

/// Issues with the units of each choice, and what depends on several of them.
pub(crate) struct Network<'a> {
    /// The parties whose units are added up.
    pub(crate) parties: &'a [usize],
    pub(crate) ground: &'a Ground<'a>,
    pub(crate) parts: Vec<Part<'a>>,
}

/// Something that depends on several issues.
pub(crate) struct Part<'a> {
    kind: Kind<'a>,
    /// What it depends on, before any issue is settled.
    pub(crate) whole: Left,
}

enum Kind<'a> {
    /// Must hold.
    Hard,
    /// Where it holds, a coordinate gains units.
    Bonus(usize, i64),
    /// Units per combination, for some coordinates.
    Table { issues: &'a [usize], units: Vec<(usize, &'a [i64])> },
}

/// What is left of a part when some issues are settled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Left {
    /// Nothing.
    Done,
    /// A condition.
    If(Condition),
    /// The choices on a table's issues, as far as settled.
    Cell(Vec<Option<usize>>),
}

impl<'a> Network<'a> {
    pub(crate) fn new(ground: &'a Ground<'a>, asked: &[bool], parties: &'a [usize]) -> Self {
        let part = |kind, condition| Part { kind, whole: Left::If(condition) };
        let hard = ground.conditions(asked).into_iter().flat_map(|condition| match condition {
            Condition::All(parts) => parts,
            other => vec![other],
        });
        let mut parts: Vec<Part> = hard.map(|condition| part(Kind::Hard, condition)).collect();
        let mut tables: BTreeMap<&[usize], Vec<(usize, &[i64])>> = BTreeMap::new();
        for (coordinate, &party) in parties.iter().enumerate() {
            let of = &ground.model.parties[party];
            let bonus = |units| Kind::Bonus(coordinate, units);
            parts.extend(of.linkages.iter().map(|of| part(bonus(of.units), Condition::new(&of.when, true))));
            of.tables.iter().for_each(|of| tables.entry(&of.issues).or_default().push((coordinate, &of.units)));
        }
        let table = |(issues, units): (&'a [usize], _)| Part {
            kind: Kind::Table { issues, units },
            whole: Left::Cell(vec![None; issues.len()]),
        };
        parts.extend(tables.into_iter().map(table));
        Self { parties, ground, parts }
    }

    /// The choices open on an issue.
    pub(crate) fn choices(&self, issue: usize) -> std::ops::Range<usize> {
        let size = self.ground.model.issues[issue];
        self.ground.fixed[issue].map_or(0..size, |held| held..held + 1)
    }

    /// Adds what a choice by itself is worth.
    pub(crate) fn add_values(&self, issue: usize, choice: usize, units: &mut [i64]) {
        for (units, &party) in units.iter_mut().zip(self.parties) {
            *units += self.ground.model.parties[party].values[issue][choice];
        }
    }

    /// What is left of a part once an issue has its choice; adds the units that are then certain. `None`: not allowed.
    pub(crate) fn settle(&self, part: usize, left: &Left, issue: usize, at: usize, units: &mut [i64]) -> Option<Left> {
        let left = match (left, &self.parts[part].kind) {
            (Left::If(condition), _) => Left::If(condition.given(issue, at)),
            (Left::Cell(chosen), Kind::Table { issues, .. }) => {
                let chosen = issues.iter().zip(chosen).map(|(of, known)| if *of == issue { Some(at) } else { *known });
                Left::Cell(chosen.collect())
            }
            (other, _) => other.clone(),
        };
        self.close(part, left, units)
    }

    /// Adds the units of a part that is decided and is left with nothing of it.
    pub(crate) fn close(&self, part: usize, left: Left, units: &mut [i64]) -> Option<Left> {
        match (&left, &self.parts[part].kind) {
            (Left::If(Condition::Known(false)), Kind::Hard) => return None,
            (Left::If(Condition::Known(true)), Kind::Bonus(coordinate, bonus)) => units[*coordinate] += bonus,
            (Left::If(Condition::Known(_)), _) => {}
            (Left::Cell(chosen), Kind::Table { issues, units: columns }) if chosen.iter().all(Option::is_some) => {
                let sizes = issues.iter().map(|issue| self.ground.model.issues[*issue]);
                let cell = sizes.zip(chosen).fold(0, |cell, (size, at)| cell * size + at.unwrap_or(0));
                columns.iter().for_each(|(coordinate, column)| units[*coordinate] += column[cell]);
            }
            _ => return Some(left),
        }
        Some(Left::Done)
    }

    /// The issues a part still depends on, ascending.
    pub(crate) fn open_issues(&self, part: usize, left: &Left) -> Vec<usize> {
        let mut open = Vec::new();
        match (left, &self.parts[part].kind) {
            (Left::If(condition), _) => condition.issues(&mut open),
            (Left::Cell(chosen), Kind::Table { issues, .. }) => {
                open.extend(issues.iter().zip(chosen).filter(|(_, chosen)| chosen.is_none()).map(|(issue, _)| *issue));
            }
            _ => {}
        }
        open.sort_unstable();
        open.dedup();
        open
    }
}
