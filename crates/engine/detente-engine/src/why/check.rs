//! Sets looked at once more by plain means: every package named is held against the definition of the zone.

use super::bits::Bits;
use super::keep::keeping;
use super::sets::{Conflict, Relaxation};
use detente_model::{Ask, Member, Model, in_zone};

/// What sets are checked against.
#[derive(Clone, Copy)]
pub(super) struct Check<'a> {
    pub(super) model: &'a Model,
    pub(super) ask: &'a Ask,
    pub(super) members: &'a [Member],
}

impl Check<'_> {
    fn is_in(&self, kept: &[Member], package: &[usize]) -> bool {
        let (model, ask) = keeping(self.model, self.ask, self.members, kept);
        in_zone(&model, &ask, package)
    }

    /// Whether without any one member a package meets the others, which is the one named.
    pub(super) fn conflict(&self, conflict: &Conflict) -> bool {
        let others = |spared: &Member| -> Vec<Member> {
            conflict.members.iter().copied().filter(|member| member != spared).collect()
        };
        conflict.witnesses.len() == conflict.members.len()
            && conflict.members.iter().zip(&conflict.witnesses).all(|(spared, with)| self.is_in(&others(spared), with))
    }

    /// Whether the package named meets all that is not dropped, and each member dropped is the only one of some conflict.
    pub(super) fn relaxation(&self, relaxation: &Relaxation, conflicts: &[(Bits, Conflict)]) -> bool {
        let dropped = |member: &Member| relaxation.drop.contains(member);
        let kept: Vec<Member> = self.members.iter().copied().filter(|member| !dropped(member)).collect();
        let hit = |conflict: &Conflict| -> Vec<Member> {
            conflict.members.iter().copied().filter(|other| dropped(other)).collect()
        };
        let is_needed = |member: &Member| conflicts.iter().any(|(_, conflict)| hit(conflict) == [*member]);
        self.is_in(&kept, &relaxation.witness) && relaxation.drop.iter().all(is_needed)
    }
}
