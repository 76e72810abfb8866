//! Things that each point at no more than one other of their kind.

use crate::Index;

/// One cycle among `len` things each of which leads to at most one other, in the order in which they lead on; `None` where
/// every chain ends.
///
/// # Cost
/// Linear: every thing is walked over at most twice.
pub fn cycle<I: Index>(len: usize, next: impl Fn(I) -> Option<I>) -> Option<Vec<I>> {
    let mut walk_of: Vec<Option<usize>> = vec![None; len];
    for walk in 0..len {
        let mut at = I::new(walk);
        while let Some(mark) = walk_of.get_mut(at.position()) {
            match *mark {
                None => *mark = Some(walk),
                Some(earlier) if earlier == walk => return Some(around(at, &next)),
                Some(_) => break,
            }
            match next(at) {
                Some(following) => at = following,
                None => break,
            }
        }
    }
    None
}

fn around<I: Index>(start: I, next: &impl Fn(I) -> Option<I>) -> Vec<I> {
    let mut members = vec![start];
    let mut at = next(start);
    while let Some(following) = at.filter(|&following| following != start) {
        members.push(following);
        at = next(following);
    }
    members
}

#[cfg(test)]
mod tests {
    use super::*;

    crate::define_index!(
        struct Link
    );

    fn found(next: &[Option<usize>]) -> Option<Vec<usize>> {
        let lead = |link: Link| next.get(link.position()).copied().flatten().map(Link::new);
        cycle(next.len(), lead).map(|members| members.into_iter().map(Link::position).collect())
    }

    #[test]
    fn chains_end_and_cycles_are_found() {
        assert_eq!(found(&[]), None);
        assert_eq!(found(&[None, Some(0), Some(1), Some(1)]), None);
        assert_eq!(found(&[Some(0)]), Some(vec![0]));
        assert_eq!(found(&[Some(1), Some(2), Some(3), Some(1)]), Some(vec![1, 2, 3]));
    }
}
