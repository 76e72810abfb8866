//! The island of agreement: per issue, what is agreed, not opposed, contested or unknown.

use std::collections::BTreeMap;

use detente_case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente_ledger::{Kind, Ledger, PositionIdx, Subject};

use crate::consent::needed;
use crate::matrix::{Cell, Matrix};

/// How an issue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroundKind {
    /// One choice is accepted by all whose consent some package with it needs; each said so itself, without a condition, and does
    /// not reject it elsewhere.
    Agreed,
    /// A choice is accepted by some, and nobody else has said anything on the issue. Never counted as agreed.
    NotOpposed,
    /// Two parties cannot both have what they say: one rejects what another accepts, or both name choices and none in common.
    Contested,
    /// Everything else: nothing on record, or too little to tell.
    Unknown,
}

/// A choice that somebody accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The choice.
    pub choice: ChoiceIdx,
    /// Who accepts it, and in which positions.
    pub by: BTreeMap<PartyIdx, Vec<PositionIdx>>,
    /// Those whose consent a package with it may need and who have not accepted it themselves.
    pub wanting: Vec<PartyIdx>,
    /// Those who reject it, and in which positions.
    pub rejected_by: BTreeMap<PartyIdx, Vec<PositionIdx>>,
}

/// How one issue stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// The issue.
    pub issue: IssueIdx,
    /// How it stands.
    pub kind: GroundKind,
    /// The choices that make it so: those agreed, or those accepted and not opposed; else all that anyone accepts.
    pub choices: Vec<Accepted>,
    /// Every party's positions on it, claims and assessments aside.
    pub positions: BTreeMap<PartyIdx, Vec<PositionIdx>>,
}

/// How every issue of a matrix stands. Parties that the matrix does not show count as well: what is agreed does not depend on who
/// looks, so that the matrix should show all parties.
///
/// # Cost
/// Per issue, choices times parties times positions of the issue.
pub fn common_ground(case: &Case, ledger: &Ledger, matrix: &Matrix) -> Vec<Ground> {
    matrix.issues.iter().map(|&issue| on_issue(case, ledger, matrix, issue)).collect()
}

/// What a party's positions on an issue come to.
#[derive(Default)]
struct Voice {
    positions: Vec<PositionIdx>,
    accepts: BTreeMap<ChoiceIdx, Vec<PositionIdx>>,
    rejects: BTreeMap<ChoiceIdx, Vec<PositionIdx>>,
}

fn on_issue(case: &Case, ledger: &Ledger, matrix: &Matrix, issue: IssueIdx) -> Ground {
    let cells = matrix.cells.iter().filter(|((_, of), _)| *of == issue);
    let voices: BTreeMap<PartyIdx, Voice> = cells
        .map(|((party, _), cell)| (*party, voice(ledger, cell)))
        .filter(|(_, voice)| !voice.positions.is_empty())
        .collect();
    let accepted: Vec<Accepted> =
        case.issues[issue].choices.indices().filter_map(|choice| accepted(case, &voices, issue, choice)).collect();
    let agreed = |found: &&Accepted| found.wanting.is_empty();
    let unopposed =
        |found: &&Accepted| found.rejected_by.is_empty() && voices.keys().all(|party| found.by.contains_key(party));
    let listed = |test: &dyn Fn(&&Accepted) -> bool| accepted.iter().filter(test).cloned().collect::<Vec<_>>();
    let (agreed, unopposed) = (listed(&agreed), listed(&unopposed));
    let (kind, choices) = match (agreed.is_empty(), unopposed.is_empty()) {
        (false, _) => (GroundKind::Agreed, agreed),
        (true, false) => (GroundKind::NotOpposed, unopposed),
        (true, true) if is_contested(&voices) => (GroundKind::Contested, accepted),
        (true, true) => (GroundKind::Unknown, accepted),
    };
    let positions = voices.into_iter().map(|(party, voice)| (party, voice.positions)).collect();
    Ground { issue, kind, choices, positions }
}

fn voice(ledger: &Ledger, cell: &Cell) -> Voice {
    let mut voice = Voice::default();
    for entry in &cell.positions {
        let position = &ledger.positions[entry.position];
        debug_assert!(position.subject != Subject::Unspecified, "a cell has an issue");
        if matches!(position.kind, Kind::Claim | Kind::Assessment) {
            continue;
        }
        voice.positions.push(entry.position);
        if position.condition.is_some() || !entry.has_voice {
            continue;
        }
        for choice in position.stance.wanted() {
            note(voice.accepts.entry(choice).or_default(), entry.position);
        }
        for &choice in &position.stance.rejects {
            note(voice.rejects.entry(choice).or_default(), entry.position);
        }
    }
    voice
}

/// A position that accepts and prefers a choice stands once.
fn note(list: &mut Vec<PositionIdx>, position: PositionIdx) {
    if list.last() != Some(&position) {
        list.push(position);
    }
}

fn accepted(case: &Case, voices: &BTreeMap<PartyIdx, Voice>, issue: IssueIdx, choice: ChoiceIdx) -> Option<Accepted> {
    let of = |list: fn(&Voice) -> &BTreeMap<ChoiceIdx, Vec<PositionIdx>>| {
        let found = voices.iter().filter_map(|(&party, voice)| Some((party, list(voice).get(&choice)?.clone())));
        found.collect::<BTreeMap<_, _>>()
    };
    let rejected_by = of(|voice| &voice.rejects);
    let mut by = of(|voice| &voice.accepts);
    by.retain(|party, _| !rejected_by.contains_key(party));
    if by.is_empty() {
        return None;
    }
    let wanting = needed(case, issue, choice).into_iter().filter(|party| !by.contains_key(party)).collect();
    Some(Accepted { choice, by, wanting, rejected_by })
}

fn is_contested(voices: &BTreeMap<PartyIdx, Voice>) -> bool {
    let clash = |a: &Voice, b: &Voice| {
        let refused = a.accepts.keys().any(|choice| b.rejects.contains_key(choice));
        let apart = !a.accepts.is_empty()
            && !b.accepts.is_empty()
            && a.accepts.keys().all(|choice| !b.accepts.contains_key(choice));
        refused || apart
    };
    let voices: Vec<&Voice> = voices.values().collect();
    voices.iter().enumerate().any(|(rank, a)| voices.iter().skip(rank + 1).any(|b| clash(a, b) || clash(b, a)))
}
