//! What a case takes for granted without a statement behind it; for the team also whose estimates were named.

use super::about::{About, Audience};
use super::document::{Block, Sheet};

/// The sheet.
pub fn assumptions(about: &About<'_>) -> Sheet {
    let case = about.case;
    let consents = about.alphabetical().into_iter().filter_map(|party| {
        let row = &case.parties[party];
        let because = row.consent_because.as_ref().filter(|_| row.consent_basis.is_empty())?;
        Some(format!("{}: {because}", row.name))
    });
    let is_assumed = |basis: &Option<String>| basis.as_ref().is_none_or(|basis| basis.starts_with("assumption"));
    let rules = case.rules.rows().filter(|rule| is_assumed(&rule.basis)).map(|rule| {
        let because = rule.basis.as_deref().unwrap_or("no reason given");
        format!("{} ({because}) [{}]", rule.words, rule.id)
    });
    let lifts = case.red_lines.rows().filter(|line| line.can_lift_basis.is_empty()).filter_map(|line| {
        let who = line.can_lift.as_ref()?;
        let because = line.can_lift_because.as_deref().unwrap_or("no reason given");
        Some(format!("{who} could lift [{}]: {because}", line.id))
    });
    let mut blocks = vec![Block::heading("Whose consent is needed"), Block::list(consents.collect())];
    blocks.extend([Block::heading("Rules"), Block::list(rules.collect())]);
    blocks.extend([Block::heading("Who could lift a limit"), Block::list(lifts.collect())]);
    if let Audience::Team(_) = about.audience {
        blocks.push(Block::heading("Estimates (for the team only)"));
        blocks.push(Block::Paragraph(estimates(about)));
    }
    about.sheet("Assumptions", blocks)
}

fn estimates(about: &About<'_>) -> String {
    let Some(set) = about.set() else { return "No set of estimates was named for this sheet.".to_owned() };
    let note = set.note.as_ref().map_or_else(String::new, |note| format!(" {note}"));
    format!(
        "{}, by {}.{note} Every number and its reason: `detente show CASE assumptions --estimates {}`.",
        set.id, set.author, set.id
    )
}
