//! What a principle chooses.

use super::region::Region;
use super::{Check, Checked};
use crate::aim::Aim;
use crate::claim::{Answer, Best, Principle, Stuck};
use crate::refusal::Reason;
use crate::worth::{Measure, Share, Worth};
use std::collections::BTreeSet;

impl Check<'_> {
    pub(super) fn best(&mut self, best: &Best) -> Checked {
        self.attained(&best.answers)?;
        if let Principle::Nash = best.principle {
            return self.nash(best);
        }
        let Some(first) = best.answers.first() else { return Err(Reason::NoOne.into()) };
        if best.principle == Principle::Egalitarian && !best.complete {
            return self.no_larger_least(best, first);
        }
        let zone = self.zone();
        let mut region = Region::of(&zone);
        let measure = match best.principle {
            Principle::Egalitarian => {
                let of = self.gains(best)?;
                self.leveled(&of, first, &mut region);
                Measure::Ascending { of, counted: 1 }
            }
            Principle::Leximin | Principle::KalaiSmorodinsky => {
                let of = if best.principle == Principle::Leximin { self.gains(best)? } else { self.shares()? };
                self.leveled(&of, first, &mut region);
                self.stuck(best, of.clone(), first, &mut region)?;
                Measure::Ascending { counted: of.len(), of }
            }
            Principle::Utilitarian => {
                let of: Vec<(usize, i64)> = self.gains(best)?.iter().map(|share| (share.at, share.whole)).collect();
                region.aim = self.reaching(&of, first);
                Measure::Sum(of)
            }
            Principle::BestFor(party) => {
                let at = self.ask.principals.iter().position(|&of| of == party).ok_or(Reason::NoOne)?;
                region.aim = self.reaching(&[(at, 1)], first);
                region.floors[party] = Some(first.utilities[at]);
                Measure::Sum(vec![(at, 1)])
            }
            Principle::Nash => return Err(Reason::NoOne.into()),
        };
        let mut found = BTreeSet::new();
        self.survivors(&region, &best.branches, |_, vectors| {
            found.extend(vectors);
            Ok(())
        })?;
        compare(&best.answers, best.complete, &measure, &found)?;
        self.efficient.extend(best.answers.iter().map(|answer| answer.utilities.clone()));
        if let Principle::BestFor(party) = best.principle {
            let at = self.ask.principals.iter().position(|&of| of == party).ok_or(Reason::NoOne)?;
            self.most.insert(party, first.utilities[at]);
        }
        Ok(())
    }

    /// The principals with a bottom line, with their gains in points.
    fn gains(&self, best: &Best) -> Checked<Vec<Share>> {
        let parties = self.model.parties.len();
        if !best.units_per_point.is_empty() && best.units_per_point.len() != parties {
            return Err(Reason::Parties { found: best.units_per_point.len(), expected: parties }.into());
        }
        let share = |(at, &party): (usize, &usize)| {
            let whole = best.units_per_point.get(party).copied().unwrap_or(1);
            Some(Share { at, line: self.model.parties[party].bottom_line?, whole: i64::from(whole) })
        };
        let gains: Vec<Share> = self.ask.principals.iter().enumerate().filter_map(share).collect();
        match gains.iter().any(|share| share.whole == 0) {
            true => Err(Reason::OutOfRange.into()),
            false if gains.is_empty() => Err(Reason::NoOne.into()),
            false => Ok(gains),
        }
    }

    /// The principals that can gain, with their gains as shares of the most they can.
    fn shares(&self) -> Checked<Vec<Share>> {
        let mut shares = Vec::new();
        for (at, &party) in self.ask.principals.iter().enumerate() {
            let Some(line) = self.model.parties[party].bottom_line else { continue };
            let most = *self.most.get(&party).ok_or(Reason::Unproved { party })?;
            let whole = most.checked_sub(line).ok_or(Reason::TooGreat { party })?;
            shares.extend(Some(Share { at, line, whole }).filter(|_| 0 < whole));
        }
        if shares.is_empty() { Err(Reason::NoOne.into()) } else { Ok(shares) }
    }

    /// Whatever has at least the least share of an answer gives every party at least that share.
    fn leveled(&self, of: &[Share], answer: &Answer, region: &mut Region<'_, '_>) {
        let least = least_of(of, answer);
        for share in of {
            let level = least.map(|least| share.level(&least, &answer.utilities));
            region.floors[self.ask.principals[share.at]] = level;
        }
    }

    /// Where one party's least share is everybody's, nearly everything attains it. Then what is listed is known to be
    /// efficient from earlier steps, and nothing has a larger least share.
    fn no_larger_least(&mut self, best: &Best, first: &Answer) -> Checked {
        let of = self.gains(best)?;
        let measure = Measure::Ascending { of: of.clone(), counted: 1 };
        let value = measure.of(&first.utilities);
        let is_known =
            |answer: &Answer| self.efficient.contains(&answer.utilities) && measure.of(&answer.utilities) == value;
        if let Some(number) = best.answers.iter().position(|answer| !is_known(answer)) {
            return Err(Reason::NotBest { number }.into());
        }
        let zone = self.zone();
        let mut region = Region::of(&zone);
        let least = least_of(&of, first).ok_or(Reason::NoOne)?;
        for share in &of {
            region.floors[self.ask.principals[share.at]] = Some(share.above(&least, &first.utilities));
        }
        self.empty(&region, &best.branches)
    }

    /// Party after party that can get no more than in the answer is set at that, and the others are levelled anew: a share
    /// common to all packages compared can be left out of the comparison.
    fn stuck(&mut self, best: &Best, mut of: Vec<Share>, answer: &Answer, region: &mut Region<'_, '_>) -> Checked {
        for Stuck { party, branches } in &best.stuck {
            let place = of.iter().position(|share| self.ask.principals[share.at] == *party).ok_or(Reason::NoOne)?;
            let at = of.remove(place).at;
            if region.floors[*party] != Some(answer.utilities[at]) {
                return Err(Reason::NotStuck { party: *party }.into());
            }
            region.floors[*party] = answer.utilities[at].checked_add(1);
            self.empty(region, branches)?;
            region.floors[*party] = Some(answer.utilities[at]);
            self.leveled(&of, answer, region);
        }
        Ok(())
    }

    fn reaching(&self, of: &[(usize, i64)], answer: &Answer) -> Aim {
        let part = |&(at, per_point): &(usize, i64)| (self.ask.principals[at], per_point, answer.utilities[at]);
        Aim::Sum(of.iter().map(part).collect())
    }
}

/// The least share in an answer.
fn least_of(of: &[Share], answer: &Answer) -> Option<Share> {
    of.iter().copied().min_by_key(|share| Measure::Ascending { of: vec![*share], counted: 1 }.of(&answer.utilities))
}

/// The answers are of equal worth, and of the vectors found, which hold everything of that worth and more, none is worth
/// more; those worth as much and efficient are the answers.
pub(super) fn compare(
    answers: &[Answer],
    complete: bool,
    measure: &Measure,
    found: &BTreeSet<Vec<i64>>,
) -> Result<(), Reason> {
    let Some(first) = answers.first() else { return Err(Reason::NoOne) };
    let value: Worth = measure.of(&first.utilities);
    if let Some(better) = found.iter().find(|vector| value < measure.of(vector)) {
        return Err(Reason::Exists { utilities: better.clone() });
    }
    let equal: Vec<&Vec<i64>> = found.iter().filter(|vector| measure.of(vector) == value).collect();
    let dominates = |a: &[i64], b: &[i64]| a != b && a.iter().zip(b).all(|(a, b)| b <= a);
    let efficient: BTreeSet<&Vec<i64>> =
        equal.iter().copied().filter(|vector| !equal.iter().any(|other| dominates(other, vector))).collect();
    if let Some(number) = answers.iter().position(|answer| !efficient.contains(&answer.utilities)) {
        return Err(Reason::NotBest { number });
    }
    let listed: BTreeSet<&Vec<i64>> = answers.iter().map(|answer| &answer.utilities).collect();
    match efficient.difference(&listed).next() {
        Some(missing) if complete => Err(Reason::Missing { utilities: (*missing).clone() }),
        _ => Ok(()),
    }
}
