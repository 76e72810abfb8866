//! Ways to call a package robust, side by side; none of them is a recommendation.

use std::cmp::Ordering;

use crate::share::Share;
use crate::study::{OfCandidate, Study};

/// A way to call a package robust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criterion {
    /// Acceptable to all in the largest share of draws.
    Acceptance,
    /// The party that can accept it least often can do so in the largest share of draws.
    MaximinAcceptance,
    /// The least mean regret, no agreement where it is not acceptable.
    ExpectedRegret,
    /// The least 95th percentile of regret.
    Regret95,
    /// The least regret in the draw in which it is largest.
    MinimaxRegret,
}

impl Criterion {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Acceptance, Self::MaximinAcceptance, Self::ExpectedRegret, Self::Regret95, Self::MinimaxRegret];

    /// Its name in machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Acceptance => "acceptance",
            Self::MaximinAcceptance => "maximin-acceptance",
            Self::ExpectedRegret => "expected-regret",
            Self::Regret95 => "regret-95",
            Self::MinimaxRegret => "minimax-regret",
        }
    }

    /// What it looks at, in plain words.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Acceptance => "acceptable to all in the largest share of draws",
            Self::MaximinAcceptance => "most often acceptable to whoever can accept it least often",
            Self::ExpectedRegret => "least missed on average by whoever misses most",
            Self::Regret95 => "least missed in 95% of draws by whoever misses most",
            Self::MinimaxRegret => "least missed in the worst draw by whoever misses most",
        }
    }

    /// Its name in the field.
    pub fn name(self) -> &'static str {
        match self {
            Self::Acceptance => "acceptance",
            Self::MaximinAcceptance => "maximin acceptance",
            Self::ExpectedRegret => "expected regret",
            Self::Regret95 => "95th percentile of regret",
            Self::MinimaxRegret => "minimax regret",
        }
    }

    /// The candidates this leads to among those of a study, all of them where several are alike; none where there is no
    /// number to compare.
    pub fn leads_to(self, study: &Study) -> Vec<usize> {
        let worth = |candidate: usize| self.worth(&study.candidates[candidate]);
        let first =
            (0..study.candidates.len()).filter(|&at| worth(at).is_some()).max_by(|&a, &b| compared(worth(a), worth(b)));
        let Some(first) = first else { return Vec::new() };
        (0..study.candidates.len()).filter(|&at| compared(worth(at), worth(first)) == Ordering::Equal).collect()
    }

    /// More is more robust.
    fn worth(self, of: &OfCandidate) -> Option<i128> {
        let hits = |share: Share| Some(i128::from(share.hits)).filter(|hits| 0 < *hits);
        let less = |thousandths: Option<u64>| thousandths.map(|thousandths| -i128::from(thousandths));
        match self {
            Self::Acceptance => hits(of.in_zone),
            Self::MaximinAcceptance => hits(of.accepted.iter().copied().min_by_key(|share| share.hits)?),
            Self::ExpectedRegret => less(of.regret.mean_or_nothing),
            Self::Regret95 => less(of.regret.in_95),
            Self::MinimaxRegret => less(of.regret.largest),
        }
    }
}

fn compared(a: Option<i128>, b: Option<i128>) -> Ordering {
    a.cmp(&b)
}
