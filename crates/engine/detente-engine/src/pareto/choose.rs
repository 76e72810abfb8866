//! The last thinning: points of the zone such that everything lies within a little of one of them, and how little that is.

use super::slack::Slacked;
use super::thinning::{Grain, by_bulk};
use crate::budget::Meter;
use crate::error::Stopped;
use crate::points::Points;

/// Upper ends over the principals of all branches, and which of them are attained within the zone.
pub(super) struct Ends {
    /// The upper ends.
    pub(super) points: Slacked,
    /// Per upper end whether what its package attains reaches every line.
    pub(super) in_zone: Vec<bool>,
}

impl Ends {
    /// Points that are attained and stand for themselves.
    pub(super) fn exact(points: Points) -> Self {
        let in_zone = vec![true; points.len()];
        Self { points: Slacked::exact(points), in_zone }
    }

    /// Adds those of another branch.
    pub(super) fn append(&mut self, other: &Self) {
        self.points.append(&other.points);
        self.in_zone.extend_from_slice(&other.in_zone);
    }

    /// The upper ends, those that can stand for many first.
    pub(super) fn order(&self) -> Vec<usize> {
        by_bulk(&self.points, self.points.points.width())
    }

    /// Points of the zone within `room` of which as much as can be lies; `None` if they are more than `most`.
    ///
    /// # Cost
    /// Upper ends × points chosen.
    pub(super) fn choose(
        &self,
        order: &[usize],
        room: &[i64],
        most: usize,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Option<Vec<usize>>, Stopped> {
        let width = self.points.points.width();
        let (mut chosen, mut later): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut reach: Vec<i64> = Vec::new();
        for &point in order {
            let found = find(&reach, self.points.points.units(point), width);
            meter.take_len(found.unwrap_or(chosen.len()) / 4 + 1)?;
            match (found, self.in_zone[point]) {
                (Some(_), _) => {}
                (None, true) => self.add(point, room, &mut chosen, &mut reach),
                (None, false) => later.push(point),
            }
            if most < chosen.len() {
                return Ok(None);
            }
        }
        for point in later {
            let found = find(&reach, self.points.points.units(point), width);
            meter.take_len(found.unwrap_or(chosen.len()) / 4 + 1)?;
            if found.is_none() {
                meter.take_len(self.points.len())?;
                let Some(nearest) = self.nearest(point, room) else { break };
                self.add(nearest, room, &mut chosen, &mut reach);
            }
        }
        Ok(Some(chosen).filter(|chosen| chosen.len() <= most))
    }

    fn add(&self, point: usize, room: &[i64], chosen: &mut Vec<usize>, reach: &mut Vec<i64>) {
        if !chosen.contains(&point) {
            chosen.push(point);
            reach.extend(self.points.attained(point).zip(room).map(|(attained, &room)| attained.saturating_add(room)));
        }
    }

    /// The point of the zone of which an upper end exceeds least, in proportion to the room.
    fn nearest(&self, point: usize, room: &[i64]) -> Option<usize> {
        let upper = self.points.points.units(point);
        let inside = (0..self.points.len()).filter(|&other| self.in_zone[other]);
        let grain = Grain::of(room);
        inside.min_by_key(|&other| (grain.excess(upper, self.points.attained(other)), other))
    }

    /// Per principal by how much an upper end exceeds the nearest of the rows, at most.
    ///
    /// # Cost
    /// Upper ends × rows, at worst.
    pub(super) fn epsilon(
        &self,
        rows: &[Vec<i64>],
        room: &[i64],
        meter: &mut Meter<'_, '_>,
    ) -> Result<Vec<i64>, Stopped> {
        let mut epsilon = vec![0; room.len()];
        let grain = Grain::of(room);
        for upper in self.points.points.rows() {
            let is_within = |row: &Vec<i64>| {
                row.iter()
                    .zip(&epsilon)
                    .zip(upper)
                    .all(|((row, epsilon), upper)| *upper <= row.saturating_add(*epsilon))
            };
            let found = rows.iter().position(is_within);
            meter.take_len(found.unwrap_or(rows.len()) / 4 + 1)?;
            if found.is_some() {
                continue;
            }
            let Some(row) = rows.iter().min_by_key(|row| grain.excess(upper, row.iter().copied())) else { continue };
            for ((epsilon, upper), row) in epsilon.iter_mut().zip(upper).zip(row) {
                *epsilon = upper.saturating_sub(*row).max(*epsilon);
            }
        }
        Ok(epsilon)
    }
}

fn find(reach: &[i64], upper: &[i64], width: usize) -> Option<usize> {
    reach.chunks_exact(width.max(1)).position(|reach| upper.iter().zip(reach).all(|(upper, reach)| upper <= reach))
}
