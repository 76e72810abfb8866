//! Two principals: the staircase of one list, once per point of the other, merged two by two.
//!
//! # Source
//! `NemhauserUllmann1969`.

use super::reach::Needs;
use super::sums::{Sums, short};
use crate::points::Points;

/// Up to so many sums nothing is sorted and nothing cut into slabs.
const MOST: usize = 1 << 20;

/// A sum and the points it is of.
#[derive(Clone, Copy)]
struct Step {
    first: i64,
    second: i64,
    parents: (u32, u32),
}

/// Whether two lists are short enough to be merged here.
pub(super) fn suits(a: &Points, b: &Points, n_principals: usize) -> bool {
    a.width() == 2 && n_principals == 2 && a.len().saturating_mul(b.len()) <= MOST
}

/// The sums no other beats and that have what they need, equal ones side by side. Both lists are staircases: descending on the
/// first coordinate, ascending on the second.
///
/// # Cost
/// |a|·|b|·log min(|a|, |b|) comparisons, in order.
pub(super) fn sums(a: &Points, b: &Points, needs: &Needs) -> Sums {
    let floor = [needs.floor[0], needs.floor[1]];
    let (mut merged, mut ends) = (Vec::with_capacity(a.len() * b.len()), vec![0]);
    let (long, short_one) = if a.len() < b.len() { (b, a) } else { (a, b) };
    let is_turned = a.len() < b.len();
    for (at, by) in short_one.all_units().as_chunks::<2>().0.iter().enumerate() {
        shifted(long, (at, *by), floor, is_turned, &mut merged);
        ends.push(merged.len());
    }
    let mut spare = Vec::with_capacity(merged.len());
    while 2 < ends.len() {
        spare.clear();
        let mut next = vec![0];
        for pair in ends.windows(3).step_by(2) {
            merge(&merged[pair[0]..pair[1]], &merged[pair[1]..pair[2]], &mut spare);
            next.push(spare.len());
        }
        if ends.len() % 2 == 0 {
            spare.extend_from_slice(&merged[ends[ends.len() - 2]..]);
            next.push(spare.len());
        }
        std::mem::swap(&mut merged, &mut spare);
        ends = next;
    }
    let mut sums = Sums { units: Vec::with_capacity(2 * merged.len()), parents: Vec::with_capacity(merged.len()) };
    for step in merged {
        sums.units.extend_from_slice(&[step.first, step.second]);
        sums.parents.push(step.parents);
    }
    sums
}

/// The sums of a list with one point that have what they need: some in a row.
fn shifted(list: &Points, (at, by): (usize, [i64; 2]), floor: [i64; 2], is_turned: bool, into: &mut Vec<Step>) {
    let rows = list.all_units().as_chunks::<2>().0;
    let end = rows.partition_point(|row| floor[0] <= row[0] + by[0]);
    let start = rows[..end].partition_point(|row| row[1] + by[1] < floor[1]);
    let step = |(row, place): (&[i64; 2], usize)| {
        let parents = if is_turned { (short(at), short(place)) } else { (short(place), short(at)) };
        Step { first: row[0] + by[0], second: row[1] + by[1], parents }
    };
    into.extend(rows[start..end].iter().zip(start..).map(step));
}

/// Two staircases as one; equal steps stay side by side.
fn merge(a: &[Step], b: &[Step], into: &mut Vec<Step>) {
    let (mut at, mut bt) = (0, 0);
    let mut last = (i64::MIN, i64::MIN);
    while at < a.len() && bt < b.len() {
        let (x, y) = (&a[at], &b[bt]);
        let is_first = (y.first, y.second) <= (x.first, x.second);
        let step = if is_first { x } else { y };
        at += usize::from(is_first);
        bt += usize::from(!is_first);
        if last.1 < step.second || last == (step.first, step.second) {
            last = (step.first, step.second);
            into.push(*step);
        }
    }
    let rest = if at < a.len() { &a[at..] } else { &b[bt..] };
    let beaten = rest.iter().take_while(|step| step.second <= last.1 && last != (step.first, step.second)).count();
    into.extend_from_slice(&rest[beaten..]);
}

#[cfg(test)]
mod tests {
    use super::{suits, sums};
    use crate::budget::Budget;
    use crate::pareto::efficient;
    use crate::pareto::reach::Needs;
    use crate::pareto::sums::efficient_sums;
    use crate::points::Points;
    use detente_base::Silent;
    use proptest::prelude::*;

    fn staircase(rows: &[(i64, i64)]) -> Points {
        let mut points = Points::new(2, 1);
        (1..).zip(rows).for_each(|(mark, &(x, y))| points.push(&[x, y], 1, &[mark]));
        let budget = Budget::new(&Silent, u64::MAX, None);
        efficient(points, 2, &mut budget.meter()).expect("no limit")
    }

    fn rows() -> impl Strategy<Value = Vec<(i64, i64)>> {
        proptest::collection::vec((0..12_i64, 0..12_i64), 1..40)
    }

    proptest! {
        #[test]
        fn merging_staircases_and_filtering_all_sums_agree(a in rows(), b in rows(), floor in (0..16_i64, 0..16_i64)) {
            let (a, b) = (staircase(&a), staircase(&b));
            let needs = Needs { floor: vec![floor.0, floor.1], enough: vec![i64::MAX; 2] };
            prop_assert!(suits(&a, &b, 2));
            let budget = Budget::new(&Silent, u64::MAX, None);
            let filtered = efficient_sums(&a, &b, 2, &needs, &mut budget.meter()).expect("no limit");
            prop_assert_eq!(sums(&a, &b, &needs).points(&a, &b), filtered.points(&a, &b));
        }
    }
}
