//! Offers and drafts as a tree: each below the one whose place it took.

use std::collections::BTreeSet;

use detente_case::{Case, Draft, DraftIdx, DraftStatus, IssueIdx, Wording};

/// The drafts of a case, each with those that took its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Drafts that took nothing's place, by date and then by id; those without a date last.
    pub roots: Vec<Node>,
}

/// A draft in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The draft.
    pub draft: DraftIdx,
    /// What it says otherwise than the one whose place it took, by issue.
    pub differences: Vec<Difference>,
    /// The drafts that took its place, by date.
    pub replaced_by: Vec<Node>,
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

/// The tree of a case's drafts.
///
/// # Cost
/// Quadratic in the number of drafts at most. Drafts that take each other's place in a circle are in no tree; a sound case has none.
pub fn history(case: &Case) -> History {
    let mut order: Vec<DraftIdx> = case.drafts.indices().collect();
    order.sort_by_key(|&draft| dated(case, draft));
    // Leaves first, without recursion: a long chain of drafts must not exhaust the stack.
    let mut below: Vec<Vec<Node>> = vec![Vec::new(); case.drafts.len()];
    let mut roots = Vec::new();
    for draft in from_the_leaves(case, &order) {
        let mut replaced_by = std::mem::take(&mut below[detente_base::Index::position(draft)]);
        replaced_by.sort_by_key(|node| dated(case, node.draft));
        let earlier = case.drafts[draft].supersedes;
        let differences =
            earlier.map_or_else(Vec::new, |earlier| differences(&case.drafts[earlier], &case.drafts[draft]));
        let node = Node { draft, differences, replaced_by };
        match earlier {
            Some(earlier) => below[detente_base::Index::position(earlier)].push(node),
            None => roots.push(node),
        }
    }
    roots.sort_by_key(|node| dated(case, node.draft));
    History { roots }
}

fn dated(case: &Case, draft: DraftIdx) -> (bool, Option<jiff::civil::Date>, DraftIdx) {
    let date = case.drafts[draft].date;
    (date.is_none(), date, draft)
}

/// Every draft after all that took its place; those in a circle, and below one, are left out.
fn from_the_leaves(case: &Case, order: &[DraftIdx]) -> Vec<DraftIdx> {
    let mut waiting: Vec<usize> = vec![0; case.drafts.len()];
    for row in case.drafts.rows() {
        if let Some(earlier) = row.supersedes {
            waiting[detente_base::Index::position(earlier)] += 1;
        }
    }
    let is_leaf = |draft: &DraftIdx| waiting[detente_base::Index::position(*draft)] == 0;
    let mut ready: Vec<DraftIdx> = order.iter().copied().filter(is_leaf).collect();
    let mut done = Vec::new();
    while let Some(draft) = ready.pop() {
        done.push(draft);
        if let Some(earlier) = case.drafts[draft].supersedes {
            let left = &mut waiting[detente_base::Index::position(earlier)];
            *left -= 1;
            if *left == 0 {
                ready.push(earlier);
            }
        }
    }
    done
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
