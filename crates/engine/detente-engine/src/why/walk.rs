//! Walking over the minimal sets that hit every conflict known so far: each either opens the zone or shows another conflict.

use super::bits::Bits;
use super::check::Check;
use super::oracle::Oracle;
use super::rules::rules_used;
use super::sets::{Conflict, Relaxation};
use super::shrink::shrink;
use crate::budget::Meter;
use crate::error::Stopped;
use detente_model::Member;

/// Why a walk ended early.
pub(super) enum End {
    /// As many sets as were asked for.
    Enough,
    /// Something stopped a search.
    Stopped(Stopped),
    /// A set did not stand up to the check; none after it is to be trusted.
    Refuted,
}

impl From<Stopped> for End {
    fn from(stopped: Stopped) -> Self {
        Self::Stopped(stopped)
    }
}

/// A walk and what it found so far.
pub(super) struct Walk<'a, 'w, 'm> {
    pub(super) oracle: Oracle<'a, 'w>,
    pub(super) meter: Meter<'m, 'w>,
    /// The most conflicts and the most relaxations.
    pub(super) at_most: usize,
    /// With their places.
    pub(super) conflicts: Vec<(Bits, Conflict)>,
    /// With their places.
    pub(super) relaxations: Vec<(Bits, Relaxation)>,
}

impl Walk<'_, '_, '_> {
    /// Finds everything; what it found stands in the lists, however it ends.
    ///
    /// A pass in which no conflict is new has met all minimal hitting sets, each of them a relaxation, and by duality there is
    /// no further conflict either.
    ///
    /// # Cost
    /// A question per relaxation and a shrinking per conflict, and a few passes over the minimal hitting sets.
    pub(super) fn run(&mut self) -> Result<(), End> {
        loop {
            let before = self.conflicts.len();
            self.descend(Bits::default(), self.all())?;
            if self.conflicts.len() == before {
                return Ok(());
            }
        }
    }

    fn all(&self) -> Bits {
        Bits::first(self.oracle.question.members.len())
    }

    /// Adds to `dropped` members of `allowed` until every conflict is hit, each by need.
    fn descend(&mut self, dropped: Bits, allowed: Bits) -> Result<(), End> {
        self.meter.take_len(self.conflicts.len() + 1)?;
        let needed = self.conflicts.iter().map(|(conflict, _)| *conflict & dropped).filter(|hit| hit.len() == 1);
        if needed.fold(Bits::default(), |needed, hit| needed | hit) != dropped {
            return Ok(());
        }
        let missed = self.conflicts.iter().map(|(conflict, _)| *conflict);
        let missed = missed.filter(|conflict| (*conflict & dropped).is_empty());
        let missed = match missed.min_by_key(|conflict| (*conflict & allowed).len()) {
            Some(missed) => missed,
            None => match self.look(dropped)? {
                Some(conflict) => conflict,
                None => return Ok(()),
            },
        };
        let (choices, mut allowed) = (missed & allowed, allowed.without(missed));
        for place in choices.places() {
            self.descend(dropped.with(place), allowed)?;
            allowed = allowed.with(place);
        }
        Ok(())
    }

    /// What comes of setting these members aside: nothing more if it opens the zone, a new conflict among the others if not.
    fn look(&mut self, dropped: Bits) -> Result<Option<Bits>, End> {
        if self.relaxations.iter().any(|(known, _)| *known == dropped) {
            return Ok(None);
        }
        let kept = self.all().without(dropped);
        if self.oracle.holds(kept)? {
            self.add_relaxation(dropped, kept)?;
            return Ok(None);
        }
        if self.at_most <= self.conflicts.len() {
            return Err(End::Enough);
        }
        let candidates: Vec<usize> = kept.places().collect();
        let oracle = &mut self.oracle;
        let set = shrink(&candidates, &mut |kept: &[usize]| oracle.holds(bits(kept)))?;
        self.add_conflict(bits(&set))?;
        Ok(Some(bits(&set)))
    }

    fn add_conflict(&mut self, set: Bits) -> Result<(), End> {
        let without = |place: usize| set.without(bits(&[place]));
        let witnesses = set.places().filter_map(|place| self.oracle.known_package(without(place)).cloned());
        let conflict = Conflict {
            members: self.members(set),
            witnesses: witnesses.collect(),
            rules: rules_used(&self.oracle.question, |place| set.has(place))?,
        };
        if !self.check().conflict(&conflict) {
            return Err(End::Refuted);
        }
        self.conflicts.push((set, conflict));
        Ok(())
    }

    fn add_relaxation(&mut self, dropped: Bits, kept: Bits) -> Result<(), End> {
        if self.at_most <= self.relaxations.len() {
            return Err(End::Enough);
        }
        let Some(witness) = self.oracle.known_package(kept).cloned() else { return Err(End::Refuted) };
        let relaxation = Relaxation { drop: self.members(dropped), witness };
        if !self.check().relaxation(&relaxation, &self.conflicts) {
            return Err(End::Refuted);
        }
        self.relaxations.push((dropped, relaxation));
        Ok(())
    }

    fn members(&self, set: Bits) -> Vec<Member> {
        set.places().map(|place| self.oracle.question.members[place]).collect()
    }

    fn check(&self) -> Check<'_> {
        let question = &self.oracle.question;
        Check { model: question.model, ask: question.ask, members: question.members }
    }
}

fn bits(places: &[usize]) -> Bits {
    places.iter().fold(Bits::default(), |bits, &place| bits.with(place))
}
