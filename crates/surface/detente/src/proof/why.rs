//! Minimal conflicts and relaxations, as claims.

use super::hitting::{Set, hitting};
use super::{Writer, empty, package};
use detente_checker::{Conflict, Conflicts, Piece, Relaxation, Step};
use detente_engine::{Ask, Member, Model, Stopped};

/// Sets of members, and whether they are all.
type Found = (Vec<Vec<Member>>, bool);

impl Writer<'_> {
    /// Why the zone is empty; either list may be missing, and follows from the other where that is complete.
    ///
    /// # Errors
    /// As for [`Writer::zone`].
    pub fn why(&mut self, conflicts: Option<Found>, relaxations: Option<Found>) -> Result<(), Stopped> {
        let key = if conflicts.is_some() { "conflicts" } else { "relaxations" };
        self.claimed(key, |writer| {
            let (conflicts, relaxations, complete) = completed(conflicts.map(sets), relaxations.map(sets));
            if conflicts.is_empty() {
                return Ok(Vec::new());
            }
            let claim = if complete {
                writer.dual(&conflicts, &relaxations)?
            } else {
                writer.some(&conflicts, &relaxations)?
            };
            Ok(claim.map(Step::Conflicts).into_iter().collect())
        })
    }

    fn dual(&self, conflicts: &[Set], relaxations: &[Set]) -> Result<Option<Conflicts>, Stopped> {
        let conflicts = conflicts.iter().map(|set| self.conflict(set, &[], false)).collect::<Result<Vec<_>, _>>()?;
        let relaxations = relaxations.iter().map(|set| self.relaxation(set)).collect::<Result<Vec<_>, _>>()?;
        let (Some(conflicts), Some(relaxations)) = (conflicts.into_iter().collect(), relaxations.into_iter().collect())
        else {
            return Ok(None);
        };
        Ok(Some(Conflicts { members: self.members(), conflicts, relaxations, complete: true }))
    }

    /// Minimal conflicts each with packages that show it, and of the relaxations those that conflicts show to be minimal.
    fn some(&self, conflicts: &[Set], relaxations: &[Set]) -> Result<Option<Conflicts>, Stopped> {
        let needed = |set: &Set, piece: &Piece| conflicts.iter().any(|other| other & set == Set::from([*piece]));
        let minimal = relaxations.iter().filter(|set| set.iter().all(|piece| needed(set, piece)));
        let minimal: Vec<Set> = minimal.cloned().collect();
        let own = conflicts.iter().map(|set| self.conflict(set, &minimal, true)).collect::<Result<Vec<_>, _>>()?;
        let open = minimal.iter().map(|set| self.relaxation(set)).collect::<Result<Vec<_>, _>>()?;
        let (Some(conflicts), Some(relaxations)) = (own.into_iter().collect(), open.into_iter().collect()) else {
            return Ok(None);
        };
        Ok(Some(Conflicts { members: self.members(), conflicts, relaxations, complete: false }))
    }

    /// The evidence that a set cannot hold; with packages `shown` that it is minimal.
    fn conflict(&self, set: &Set, relaxations: &[Set], shown: bool) -> Result<Option<Conflict>, Stopped> {
        let (model, ask) = self.only(set);
        let (members, mut without) = (set.iter().copied().collect(), Vec::new());
        let spared = |piece: Piece| relaxations.iter().any(|relaxation| relaxation & set == Set::from([piece]));
        for &piece in set.iter().filter(|_| shown && !set.iter().all(|piece| spared(*piece))) {
            let (model, ask) = self.only(&(set - &Set::from([piece])));
            let Some(package) = package(&model, &ask, self.watch)? else { return Ok(None) };
            without.push(package);
        }
        Ok(Some(Conflict { members, branches: empty(&model, &ask, self.watch)?, without }))
    }

    fn relaxation(&self, set: &Set) -> Result<Option<Relaxation>, Stopped> {
        let kept = self.members().into_iter().filter(|piece| !set.contains(piece)).collect();
        let (model, ask) = self.only(&kept);
        let found = package(&model, &ask, self.watch)?;
        Ok(found.map(|package| Relaxation { members: set.iter().copied().collect(), package }))
    }

    /// What can be set aside: the bottom lines and limits in force.
    pub(super) fn members(&self) -> Vec<Piece> {
        let has_line = |party: &usize| self.ask.bottom_lines && self.model.parties[*party].bottom_line.is_some();
        let lines = (0..self.model.parties.len()).filter(has_line).map(Piece::Bottom);
        lines.chain((0..self.model.limits.len()).filter(|&limit| self.ask.limits[limit]).map(Piece::Limit)).collect()
    }

    /// The question with only some of the members in force.
    fn only(&self, kept: &Set) -> (Model, Ask) {
        let (mut model, mut ask) = (self.model.clone(), self.ask.clone());
        for piece in self.members().into_iter().filter(|piece| !kept.contains(piece)) {
            match piece {
                Piece::Limit(limit) => ask.limits[limit] = false,
                Piece::Bottom(party) => model.parties[party].bottom_line = None,
                Piece::Rule(_) | Piece::Fixed(_) => {}
            }
        }
        (model, ask)
    }
}

/// Both lists, the missing one from the other, and whether both are complete.
fn completed(conflicts: Option<(Vec<Set>, bool)>, relaxations: Option<(Vec<Set>, bool)>) -> (Vec<Set>, Vec<Set>, bool) {
    match (conflicts, relaxations) {
        (Some((conflicts, true)), Some((relaxations, true))) => (conflicts, relaxations, true),
        (Some((conflicts, true)), _) => {
            let relaxations = hitting(&conflicts);
            let complete = relaxations.is_some();
            (conflicts, relaxations.unwrap_or_default(), complete)
        }
        (_, Some((relaxations, true))) => {
            let conflicts = hitting(&relaxations);
            let complete = conflicts.is_some();
            (conflicts.unwrap_or_default(), relaxations, complete)
        }
        (conflicts, relaxations) => {
            let of = |found: Option<(Vec<Set>, bool)>| found.map(|(sets, _)| sets).unwrap_or_default();
            (of(conflicts), of(relaxations), false)
        }
    }
}

fn sets((sets, complete): Found) -> (Vec<Set>, bool) {
    (sets.into_iter().map(|set| set.into_iter().map(Piece::from).collect()).collect(), complete)
}
