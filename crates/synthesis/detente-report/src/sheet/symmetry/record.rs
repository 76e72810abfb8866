//! What the record says, by party and by step.

use super::results::{Question, Says};
use super::{View, found};
use crate::sheet::document::Block;

impl View<'_> {
    pub(super) fn record(&self) -> Vec<Block> {
        let about = self.about;
        let parties = about.alphabetical().into_iter().map(|party| {
            let on = about.case.issues.iter().filter_map(|(issue, row)| {
                let Some(Says::Ids(ids)) = self.says(&Question::Positions(party, issue)) else { return None };
                let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
                Some((issue, vec![row.title.clone(), format!("[{}]", ids.join(", "))]))
            });
            let on: Vec<String> = about.alike(on).into_iter().map(|row| row.join(" ")).collect();
            (about.name(party), Some(on.join("; ")).filter(|on| !on.is_empty()))
        });
        let steps =
            about.case.process.iter().map(|(step, row)| (row.title.clone(), self.answer(&Question::TakesPart(step))));
        let (parties, steps) = (found(parties), found(steps));
        let mut blocks = vec![Block::heading("The record")];
        if steps.is_empty() || !parties.is_empty() {
            blocks.push(Block::table(&["Party", "Positions on record, by issue"], parties));
        }
        if !steps.is_empty() {
            blocks.push(Block::table(&["Step", "Who takes part"], steps));
        }
        blocks
    }
}
