//! How many outcomes everybody accepts, where utilities are sums over issues.

use std::ops::{Add, Sub};

use crate::sums::Sums;

/// Issues are taken together until they have so many outcomes.
const BLOCK: usize = 1024;

/// How many outcomes reach every party's line.
///
/// # Cost
/// Nothing where every outcome is accepted. Otherwise the parts of outcomes that open issues leave, and a comparison per outcome
/// and party for those that decide it only at the end.
pub(crate) fn accepted(parties: &[Sums]) -> usize {
    let Some(first) = parties.first() else { return 0 };
    let sizes: Vec<usize> = first.rows.iter().map(Vec::len).collect();
    if parties.iter().any(|party| party.line.is_some_and(|line| party.most.is_some_and(|most| most < line))) {
        return 0;
    }
    let binding = |party: &&Sums| party.line.is_some_and(|line| party.ends()[0] < line);
    let binding: Vec<&Sums> = parties.iter().filter(binding).collect();
    let mut split = sizes.len();
    let mut together = 1;
    while 0 < split && together < BLOCK {
        split -= 1;
        together *= sizes[split];
    }
    let sums = |rows: &[Vec<i128>]| {
        rows.iter()
            .fold(vec![0_i128], |sums, row| sums.iter().flat_map(|sum| row.iter().map(move |own| sum + own)).collect())
    };
    let early: Vec<Vec<i128>> = binding.iter().map(|party| sums(&party.rows[..split])).collect();
    let late: Vec<Vec<i128>> = binding.iter().map(|party| sums(&party.rows[split..])).collect();
    let lines: Vec<i128> = binding.iter().map(|party| party.line.unwrap_or(i128::MIN) - party.bias).collect();
    let number: usize = sizes[..split].iter().product();
    match (all_narrow(&early), all_narrow(&late), narrow(&lines)) {
        (Some(early), Some(late), Some(lines)) => pairs(&early, &late, &lines, number, together),
        _ => pairs(&early, &late, &lines, number, together),
    }
}

/// In 64 bits, so that differences stay within them.
fn narrow(sums: &[i128]) -> Option<Vec<i64>> {
    sums.iter().map(|sum| i64::try_from(*sum).ok().filter(|sum| sum.unsigned_abs() < 1 << 61)).collect()
}

fn all_narrow(sums: &[Vec<i128>]) -> Option<Vec<Vec<i64>>> {
    sums.iter().map(|sums| narrow(sums)).collect()
}

/// How many of `number` beginnings with `together` ends each reach every line.
fn pairs<T: Copy + Ord + Add<Output = T> + Sub<Output = T>>(
    early: &[Vec<T>],
    late: &[Vec<T>],
    lines: &[T],
    number: usize,
    together: usize,
) -> usize {
    let end = |late: &Vec<T>| late.iter().min().copied().zip(late.iter().max().copied());
    let Some(ends) = late.iter().map(end).collect::<Option<Vec<(T, T)>>>() else { return 0 };
    let mut marks = vec![true; together];
    let inside = |at: usize| -> usize {
        let mut open = Vec::new();
        for (party, &(least, most)) in ends.iter().enumerate() {
            let rest = lines[party] - early[party][at];
            if most < rest {
                return 0;
            }
            if least < rest {
                open.push((party, rest));
            }
        }
        match open.as_slice() {
            [] => together,
            [(party, rest)] => late[*party].iter().filter(|sum| *rest <= **sum).count(),
            several => {
                marks.fill(true);
                for (party, rest) in several {
                    marks.iter_mut().zip(&late[*party]).for_each(|(mark, sum)| *mark &= *rest <= *sum);
                }
                marks.iter().filter(|mark| **mark).count()
            }
        }
    };
    (0..number).map(inside).sum()
}
