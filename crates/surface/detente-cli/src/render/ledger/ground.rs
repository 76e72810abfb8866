//! The island of agreement.

use std::collections::BTreeMap;

use detente::case::PartyIdx;
use detente::evidence::{Accepted, Ground, GroundKind};
use detente::ledger::PositionIdx;

use super::Page;
use crate::render::evidence::position;
use crate::render::text::{heading, item, listed, wrapped};

const BLOCKS: [(GroundKind, &str, &str); 4] = [
    (
        GroundKind::Agreed,
        "Agreed",
        "One choice is accepted, each in its own statement and without a condition, by all whose consent a package with it may need.",
    ),
    (
        GroundKind::NotOpposed,
        "Not opposed",
        "Accepted by some; nobody else has said anything on the issue. This is not agreement.",
    ),
    (GroundKind::Contested, "Contested", "Two parties cannot both have what they say."),
    (GroundKind::Unknown, "Unknown", "Nothing on record, or too little to tell."),
];

impl Page<'_> {
    pub(super) fn common_ground(&self) -> String {
        let mut out = heading("Common ground");
        for (kind, title, meaning) in BLOCKS {
            out.push_str(&wrapped(&format!("{title}. {meaning}"), 2));
            let found: Vec<&Ground> = self.record.ground.iter().filter(|ground| ground.kind == kind).collect();
            if found.is_empty() {
                out.push_str(&item("no issue", 4));
            }
            let (silent, said): (Vec<&Ground>, Vec<&Ground>) =
                found.into_iter().partition(|ground| ground.positions.is_empty());
            said.into_iter().for_each(|ground| out.push_str(&self.ground(ground)));
            if !silent.is_empty() {
                let titles: Vec<String> =
                    silent.iter().map(|ground| self.case.issues[ground.issue].title.clone()).collect();
                out.push_str(&item(&format!("nothing on record: {}", listed(&titles)), 4));
            }
        }
        out
    }

    fn ground(&self, ground: &Ground) -> String {
        let mut out = item(&self.case.issues[ground.issue].title, 4);
        for accepted in &ground.choices {
            out.push_str(&wrapped(&self.accepted(ground, accepted), 8));
        }
        if matches!(ground.kind, GroundKind::Contested | GroundKind::Unknown) {
            for (&party, positions) in &ground.positions {
                for &idx in positions {
                    let who = &self.case.parties[party].name;
                    out.push_str(&wrapped(&format!("{who}: {}", position(self.case, self.ledger, idx)), 8));
                }
            }
        }
        out
    }

    fn accepted(&self, ground: &Ground, accepted: &Accepted) -> String {
        let choice = &self.case.issues[ground.issue].choices[accepted.choice].title;
        let mut parts = vec![format!("“{choice}” accepted by {}", self.named(&accepted.by))];
        if !accepted.rejected_by.is_empty() {
            parts.push(format!("rejected by {}", self.named(&accepted.rejected_by)));
        }
        let silent = accepted.wanting.iter().filter(|party| !accepted.rejected_by.contains_key(party));
        let names: Vec<String> = silent.map(|&party| self.case.parties[party].name.clone()).collect();
        if !names.is_empty() {
            parts.push(format!("no acceptance on record of {}", listed(&names)));
        }
        parts.join("; ")
    }

    fn named(&self, of: &BTreeMap<PartyIdx, Vec<PositionIdx>>) -> String {
        let one = |(&party, positions): (&PartyIdx, &Vec<PositionIdx>)| {
            let ids: Vec<String> = positions.iter().map(|&idx| self.ledger.positions[idx].id.to_string()).collect();
            format!("{} [{}]", self.case.parties[party].name, ids.join(", "))
        };
        listed(&of.iter().map(one).collect::<Vec<_>>())
    }
}
