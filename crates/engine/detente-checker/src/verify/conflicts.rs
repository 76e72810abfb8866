//! Minimal conflicts and minimal relaxations.

use super::region::Region;
use super::{Check, Checked};
use crate::claim::{Conflict, Conflicts, Piece, Relaxation};
use crate::ground::Ground;
use crate::refusal::Reason;
use detente_model::Member;
use std::collections::BTreeSet;

type Set = BTreeSet<Piece>;

impl<'a> Check<'a> {
    pub(super) fn conflicts(&mut self, claim: &Conflicts) -> Checked {
        claim.members.iter().try_for_each(|&piece| Member::from(piece).validate(self.model)).map_err(Reason::from)?;
        let members: Set = claim.members.iter().copied().collect();
        let conflicts = sets(&members, claim.conflicts.iter().map(|conflict| &conflict.members))?;
        let relaxations = sets(&members, claim.relaxations.iter().map(|relaxation| &relaxation.members))?;
        for (conflict, set) in claim.conflicts.iter().zip(&conflicts) {
            let ground = self.only(&members, set);
            self.empty(&Region::of(&ground), &conflict.branches)?;
        }
        for (number, (relaxation, set)) in claim.relaxations.iter().zip(&relaxations).enumerate() {
            let kept = members.difference(set).copied().collect();
            self.inside(&self.only(&members, &kept), number, &relaxation.package)?;
        }
        if claim.complete {
            return self.dual(&conflicts, &relaxations);
        }
        self.minimal_conflicts(claim, &members, &conflicts, &relaxations)?;
        minimal_relaxations(&claim.relaxations, &conflicts, &relaxations)
    }

    /// The question's zone with only `kept` of the members in force.
    fn only(&self, members: &Set, kept: &Set) -> Ground<'a> {
        let mut ground = self.zone();
        members.iter().for_each(|piece| ground.switch((*piece).into(), self.ask, kept.contains(piece)));
        ground
    }

    /// Each conflict cannot hold, each relaxation opens, and the relaxations are all minimal sets that meet every conflict.
    /// Then both lists are complete and minimal: whatever cannot hold meets every set whose dropping opens the zone, so it
    /// meets every relaxation, so it contains a conflict of the list.
    fn dual(&mut self, conflicts: &[Set], relaxations: &[Set]) -> Checked {
        let contains_another = |set: &Set| conflicts.iter().any(|other| other != set && other.is_subset(set));
        if let Some(number) = conflicts.iter().position(contains_another) {
            return Err(Reason::NotMinimal { number }.into());
        }
        let mut meeting: BTreeSet<Set> = BTreeSet::from([Set::new()]);
        for conflict in conflicts {
            let (meets, fails): (Vec<Set>, Vec<Set>) = meeting.into_iter().partition(|set| !set.is_disjoint(conflict));
            let extended = fails.iter().flat_map(|set| conflict.iter().map(move |&piece| set | &Set::from([piece])));
            let extended: BTreeSet<Set> = extended.collect();
            self.steps.take(extended.len(), meets.len() + 1)?;
            let minimal = extended.into_iter().filter(|set| !meets.iter().any(|other| other.is_subset(set)));
            meeting = minimal.chain(meets.iter().cloned()).collect();
        }
        let listed: BTreeSet<Set> = relaxations.iter().cloned().collect();
        if listed == meeting { Ok(()) } else { Err(Reason::NotDual.into()) }
    }

    /// Without any one member the rest of each conflict can hold.
    fn minimal_conflicts(&self, claim: &Conflicts, members: &Set, conflicts: &[Set], relaxations: &[Set]) -> Checked {
        for (number, (conflict, set)) in claim.conflicts.iter().zip(conflicts).enumerate() {
            for (at, piece) in conflict.members.iter().enumerate() {
                let alone = Set::from([*piece]);
                if relaxations.iter().any(|relaxation| relaxation & set == alone) {
                    continue;
                }
                let package = conflict.without.get(at).ok_or(Reason::NotMinimal { number })?;
                self.inside(&self.only(members, &(set - &alone)), at, package)?;
            }
        }
        Ok(())
    }
}

/// Each relaxation meets, for each of its members, a conflict in that member alone.
fn minimal_relaxations(claims: &[Relaxation], conflicts: &[Set], relaxations: &[Set]) -> Checked {
    for (number, (claim, set)) in claims.iter().zip(relaxations).enumerate() {
        let needed = |piece: &Piece| conflicts.iter().any(|conflict| conflict & set == Set::from([*piece]));
        if !claim.members.iter().all(needed) {
            return Err(Reason::NotMinimal { number }.into());
        }
    }
    Ok(())
}

/// The sets of a list, all different, of members each named once.
fn sets<'c>(members: &Set, lists: impl Iterator<Item = &'c Vec<Piece>>) -> Result<Vec<Set>, Reason> {
    let mut sets = Vec::new();
    for (number, list) in lists.enumerate() {
        let set: Set = list.iter().copied().collect();
        if let Some(&piece) = set.iter().find(|piece| !members.contains(piece)) {
            return Err(Reason::NoMember { piece });
        }
        if set.len() != list.len() || sets.contains(&set) {
            return Err(Reason::Twice { number });
        }
        sets.push(set);
    }
    Ok(sets)
}

impl Conflict {
    /// A conflict whose minimality the relaxations show.
    pub fn new(members: Vec<Piece>, branches: Vec<crate::claim::Branch>) -> Self {
        Self { members, branches, without: Vec::new() }
    }
}
