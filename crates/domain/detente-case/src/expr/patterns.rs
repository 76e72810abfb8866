//! A condition on which units are marked, where a lens has few parts: a tree with a branch per way of marking a part.

use detente_base::Index;

use crate::{Formula, Lens, Mark, Settled};

/// The most parts, and the most leaves of a tree.
const MAX_PARTS: usize = 8;
const MAX_LEAVES: usize = 4096;

/// Whether a condition holds where these units, by place, are marked.
pub(super) type Leaf<'l> = &'l dyn Fn(&[bool]) -> bool;

/// The condition as a formula over the parts; `None` where the lens has too many of them.
///
/// # Cost
/// One look at `leaf` per way of marking the parts, at most 4,096.
pub(super) fn tree(lens: &Lens, marks: &[Mark], leaf: Leaf<'_>) -> Option<Formula> {
    if MAX_PARTS < lens.parts.len() {
        return None;
    }
    let ways: Vec<Vec<Way>> = (0..lens.parts.len()).map(|part| ways(lens, part, marks)).collect();
    if MAX_LEAVES < ways.iter().map(Vec::len).product() {
        return None;
    }
    let mut marked = vec![false; lens.units.len()];
    for (place, unit) in lens.units.iter().enumerate() {
        marked[place] = matches!(unit.settled, Settled::At(status) if lens.is_marked(place, status, marks));
    }
    Some(branch(lens, &ways, &mut marked, leaf))
}

/// One way of marking a part: which of its units, and by which choices.
struct Way {
    marked: Vec<bool>,
    choices: Vec<usize>,
}

fn ways(lens: &Lens, part: usize, marks: &[Mark]) -> Vec<Way> {
    let part = &lens.parts[part];
    let mut ways: Vec<Way> = Vec::new();
    for (choice, &status) in part.statuses.iter().enumerate() {
        let marked: Vec<bool> = part.units.iter().map(|&unit| lens.is_marked(unit, status, marks)).collect();
        match ways.iter_mut().find(|way| way.marked == marked) {
            Some(way) => way.choices.push(choice),
            None => ways.push(Way { marked, choices: vec![choice] }),
        }
    }
    ways
}

/// The parts before `ways` have been marked.
fn branch(lens: &Lens, ways: &[Vec<Way>], marked: &mut Vec<bool>, leaf: Leaf<'_>) -> Formula {
    let Some((first, rest)) = ways.split_first() else {
        return if leaf(marked) { Formula::All(Vec::new()) } else { Formula::Any(Vec::new()) };
    };
    let part = &lens.parts[lens.parts.len() - ways.len()];
    let mut branches: Vec<(Vec<usize>, Formula)> = Vec::new();
    for way in first {
        for (&unit, &is) in part.units.iter().zip(&way.marked) {
            marked[unit] = is;
        }
        let below = branch(lens, rest, marked, leaf);
        match branches.iter_mut().find(|(_, known)| *known == below) {
            Some((choices, _)) => choices.extend(&way.choices),
            None => branches.push((way.choices.clone(), below)),
        }
    }
    if let [(_, only)] = branches.as_slice() {
        return only.clone();
    }
    let never = Formula::Any(Vec::new());
    let always = Formula::All(Vec::new());
    let possible = branches.into_iter().filter(|(_, below)| *below != never);
    let mut any: Vec<Formula> = possible
        .map(|(mut choices, below)| {
            choices.sort_unstable();
            let is = Formula::Is(part.issue, choices.into_iter().map(Index::new).collect());
            if below == always { is } else { Formula::All(vec![is, below]) }
        })
        .collect();
    if any.len() == 1 { any.remove(0) } else { Formula::Any(any) }
}
