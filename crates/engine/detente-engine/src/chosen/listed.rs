//! Where principles lead, read off a frontier that is listed whole: each leads to efficient packages alone.

use super::zone::LISTED;
use super::{Measure, Zone, least_common_multiple};
use crate::answers::{Answer, Attained, Chosen, Frontier, Principle};
use crate::optimum::{Fraction, Share};
use detente_model::Consent;

/// Points up to which a look at every one is sooner done than a search.
const MOST: usize = 5_000;

impl Zone<'_> {
    /// As [`Zone::principle`], read off the zone's frontier; `None` where that does not tell: not all of it is listed, it is long, somebody compared
    /// is not always asked, or (under Nash) not everybody can gain at once. Of the order of a search nothing is told.
    ///
    /// # Cost
    /// A look at every point.
    /// # Source
    /// DEFINITIONS 10–12.
    pub fn principle_on(&self, frontier: &Frontier, which: Principle, measure: &Measure) -> Option<Chosen> {
        let parties = &self.model.parties;
        let is_always_asked = |party: &usize| parties[*party].consent == Consent::Always;
        let is_told = frontier.complete && self.ask.bottom_lines && (1..=MOST).contains(&frontier.points.len());
        if !is_told || !self.ask.principals.iter().all(is_always_asked) {
            return None;
        }
        let (with_line, outside): (Vec<usize>, Vec<usize>) =
            self.ask.principals.iter().partition(|&&party| parties[party].bottom_line.is_some());
        let share = |&party: &usize| {
            Some(Share { party, line: parties[party].bottom_line?, scale: measure.units_per_point[party] })
        };
        let of = Compared { points: &frontier.points, shares: with_line.iter().filter_map(share).collect(), outside };
        if of.shares.is_empty() {
            return None;
        }
        match which {
            Principle::Nash if with_line.iter().all(|&party| measure.exponents[party] == 1) => of.nash(),
            Principle::KalaiSmorodinsky => of.kalai_smorodinsky(),
            Principle::Egalitarian => {
                of.worthiest(|point| Some(of.levels(point).into_iter().take(1).collect::<Vec<_>>()))
            }
            Principle::Leximin => of.worthiest(|point| Some(of.levels(point))),
            Principle::Utilitarian => of.utilitarian(),
            Principle::Nash | Principle::BestFor(_) => None,
        }
    }
}

/// The points of a frontier, and those whose gains are compared.
struct Compared<'p> {
    points: &'p [Attained],
    shares: Vec<Share>,
    outside: Vec<usize>,
}

impl Compared<'_> {
    /// The points worth most, as an answer; `None` where the worth of one cannot be told.
    fn worthiest<W: Ord>(&self, worth: impl Fn(&Attained) -> Option<W>) -> Option<Chosen> {
        let worths: Vec<W> = self.points.iter().map(worth).collect::<Option<_>>()?;
        let most = worths.iter().max()?;
        let attaining = self.points.iter().zip(&worths).filter(|(_, worth)| *worth == most);
        let mut answers: Vec<Answer> =
            attaining.map(|(point, _)| Answer { attained: point.clone(), gaining: Vec::new() }).collect();
        answers.sort_by(|a, b| a.attained.witness.cmp(&b.attained.witness));
        let complete = answers.len() <= LISTED;
        answers.truncate(LISTED);
        Some(Chosen {
            answers,
            complete,
            proved: true,
            bound: None,
            reached: None,
            over: self.shares.iter().map(|share| share.party).collect(),
            left_out: self.outside.clone(),
            stuck: Vec::new(),
        })
    }

    fn nash(&self) -> Option<Chosen> {
        let product = |point: &Attained| {
            let gains = self.shares.iter().map(|share| gain(share, point));
            gains.map(|gain| u128::try_from(gain).unwrap_or(0)).try_fold(1_u128, u128::checked_mul)
        };
        if self.points.iter().all(|point| product(point) == Some(0)) {
            return None;
        }
        let mut chosen = self.worthiest(product)?;
        chosen.answers.iter_mut().for_each(|answer| answer.gaining.clone_from(&chosen.over));
        chosen.over.sort_unstable();
        chosen.left_out.sort_unstable();
        Some(chosen)
    }

    fn kalai_smorodinsky(&self) -> Option<Chosen> {
        let (mut hoping, mut outside) = (Vec::new(), self.outside.clone());
        for share in &self.shares {
            let most =
                self.points.iter().map(|point| gain(share, point)).max().and_then(|most| i64::try_from(most).ok())?;
            if 0 < most {
                hoping.push(Share { scale: most, ..*share });
            } else {
                outside.push(share.party);
            }
        }
        outside.sort_unstable();
        let of = Compared { points: self.points, shares: hoping, outside };
        if of.shares.is_empty() { None } else { of.worthiest(|point| Some(of.levels(point))) }
    }

    fn utilitarian(&self) -> Option<Chosen> {
        let common = self.shares.iter().try_fold(1, |common, share| least_common_multiple(common, share.scale))?;
        let worth = |share: &Share, point: &Attained| gain(share, point).checked_mul(i128::from(common / share.scale));
        let total = |point: &Attained| {
            self.shares.iter().try_fold(0_i128, |total, share| total.checked_add(worth(share, point)?))
        };
        self.worthiest(total)
    }

    /// The level of each who is compared, the least first.
    fn levels(&self, point: &Attained) -> Vec<Fraction> {
        let mut levels: Vec<Fraction> =
            self.shares.iter().map(|share| share.level(point.utilities[share.party])).collect();
        levels.sort();
        levels
    }
}

fn gain(share: &Share, point: &Attained) -> i128 {
    i128::from(point.utilities[share.party]) - i128::from(share.line)
}
