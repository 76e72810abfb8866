//! Offers and drafts as a tree: each below the one whose place it took.

use std::collections::{BTreeMap, BTreeSet};

use detente_case::{Case, Draft, DraftIdx, DraftStatus, IssueIdx, Wording};

/// The drafts of a case in the order of a printed tree: each right above those that took its place.
///
/// A list and no tree of boxes, so that a long chain of drafts cannot exhaust a stack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The drafts; those that took nothing's place, and those that took one draft's place, by date and then by id, without a date
    /// last.
    pub lines: Vec<Line>,
}

/// A draft in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The draft.
    pub draft: DraftIdx,
    /// How many drafts stand above it, each having taken the place of the one before.
    pub depth: usize,
    /// What it says otherwise than the one whose place it took, by issue.
    pub differences: Vec<Difference>,
    /// The drafts that took its place, by date.
    pub replaced_by: Vec<DraftIdx>,
}

/// An issue on which two drafts differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The issue.
    pub issue: IssueIdx,
    /// What the earlier draft says; `None` where it says nothing.
    pub earlier: Option<Wording>,
    /// What the later draft says.
    pub later: Option<Wording>,
}

impl History {
    /// The line of a draft.
    pub fn line(&self, draft: DraftIdx) -> Option<&Line> {
        self.lines.iter().find(|line| line.draft == draft)
    }
}

/// The tree of a case's drafts.
///
/// # Cost
/// Sorting the drafts, and comparing each with the one whose place it took. Drafts that take each other's place in a circle are in
/// no tree; a sound case has none.
pub fn history(case: &Case) -> History {
    let mut replaced_by: BTreeMap<Option<DraftIdx>, Vec<DraftIdx>> = BTreeMap::new();
    for (idx, row) in case.drafts.iter() {
        replaced_by.entry(row.supersedes).or_default().push(idx);
    }
    for drafts in replaced_by.values_mut() {
        drafts.sort_by_key(|&draft| dated(case, draft));
    }
    let mut below = |draft: Option<DraftIdx>| replaced_by.remove(&draft).unwrap_or_default();
    let mut waiting: Vec<(DraftIdx, usize)> = below(None).into_iter().rev().map(|draft| (draft, 0)).collect();
    let mut lines = Vec::new();
    while let Some((draft, depth)) = waiting.pop() {
        let row = &case.drafts[draft];
        let replaced_by = below(Some(draft));
        waiting.extend(replaced_by.iter().rev().map(|&later| (later, depth + 1)));
        let differences = row.supersedes.map_or_else(Vec::new, |earlier| differences(&case.drafts[earlier], row));
        lines.push(Line { draft, depth, differences, replaced_by });
    }
    History { lines }
}

fn dated(case: &Case, draft: DraftIdx) -> (bool, Option<jiff::civil::Date>, DraftIdx) {
    let date = case.drafts[draft].date;
    (date.is_none(), date, draft)
}

/// Where two drafts differ. An issue that is not spoken of and one in empty brackets are both open, and still two wordings.
fn differences(earlier: &Draft, later: &Draft) -> Vec<Difference> {
    let issues: BTreeSet<IssueIdx> = earlier.wording.keys().chain(later.wording.keys()).copied().collect();
    let on = |issue: IssueIdx| {
        let (earlier, later) = (earlier.wording.get(&issue).cloned(), later.wording.get(&issue).cloned());
        (earlier != later).then_some(Difference { issue, earlier, later })
    };
    issues.into_iter().filter_map(on).collect()
}

/// The newest draft that was not withdrawn and whose place no other took; of one day, the first by id; drafts without a date only
/// where no other is left.
pub fn newest(case: &Case) -> Option<DraftIdx> {
    let replaced: BTreeSet<DraftIdx> = case.drafts.rows().filter_map(|draft| draft.supersedes).collect();
    let stands =
        |&(idx, draft): &(DraftIdx, &Draft)| draft.status != DraftStatus::Withdrawn && !replaced.contains(&idx);
    let standing = case.drafts.iter().filter(stands);
    standing.max_by_key(|&(idx, draft)| (draft.date, std::cmp::Reverse(idx))).map(|(idx, _)| idx)
}
