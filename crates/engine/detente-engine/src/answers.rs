//! What questions are answered with.

use detente_model::{Model, Package};
use num_bigint::BigUint;

/// How many packages there are, and how well that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Count {
    /// Exactly so many.
    Exact(BigUint),
    /// Proved to lie in a range.
    Bounded {
        /// No fewer.
        least: BigUint,
        /// No more.
        most: BigUint,
    },
    /// Sampled uniformly from a superset counted exactly; the interval holds the number in 99 of 100 such samples.
    Estimated {
        /// The low end of the interval.
        least: BigUint,
        /// Its high end.
        most: BigUint,
        /// What the sample was drawn with.
        seed: u64,
    },
}

impl Count {
    /// The number, where it is exact.
    pub fn exact(&self) -> Option<&BigUint> {
        match self {
            Self::Exact(number) => Some(number),
            Self::Bounded { .. } | Self::Estimated { .. } => None,
        }
    }

    /// The number or the low end.
    pub fn least(&self) -> &BigUint {
        match self {
            Self::Exact(least) | Self::Bounded { least, .. } | Self::Estimated { least, .. } => least,
        }
    }

    /// The number or the high end.
    pub fn most(&self) -> &BigUint {
        match self {
            Self::Exact(most) | Self::Bounded { most, .. } | Self::Estimated { most, .. } => most,
        }
    }

    /// Whether it proves that there is a package, or that there is none.
    pub fn proves_any(&self) -> Option<bool> {
        match self {
            Self::Exact(number) => Some(*number != BigUint::ZERO),
            Self::Bounded { least, .. } if *least != BigUint::ZERO => Some(true),
            Self::Bounded { most, .. } if *most == BigUint::ZERO => Some(false),
            Self::Bounded { .. } | Self::Estimated { .. } => None,
        }
    }

    /// As it is once it is known whether there is a package at all.
    #[must_use]
    pub fn given(self, any: bool) -> Self {
        let one = |least: BigUint| least.max(BigUint::from(1_u8));
        match self {
            Self::Bounded { least, most } if any => Self::Bounded { least: one(least), most },
            Self::Estimated { least, most, seed } if any => {
                let least = one(least);
                Self::Estimated { most: most.max(least.clone()), least, seed }
            }
            exact @ Self::Exact(_) => exact,
            Self::Bounded { .. } | Self::Estimated { .. } => Self::Exact(BigUint::ZERO),
        }
    }
}

/// A utility vector over the principals that some package of the zone attains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attained {
    /// The units of every party, principal or not, in the witness; over the principals it is the vector.
    pub utilities: Vec<i64>,
    /// The number of packages in the zone with exactly this vector over the principals, where it is known.
    pub packages: Option<u128>,
    /// The κ-least of them.
    pub witness: Package,
}

impl Attained {
    /// What a package attains; a validated model cannot exceed the range.
    pub fn of(model: &Model, witness: Package, packages: Option<u128>) -> Self {
        Self { utilities: utilities(model, &witness), packages, witness }
    }
}

/// Every party's units in a package.
pub(crate) fn utilities(model: &Model, package: &[usize]) -> Vec<i64> {
    let units = |units: i128| i64::try_from(units).unwrap_or(if units < 0 { i64::MIN } else { i64::MAX });
    model.parties.iter().map(|party| units(party.utility(package))).collect()
}

/// The efficient utility vectors of a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frontier {
    /// Lexicographically descending over the principals.
    pub points: Vec<Attained>,
    /// Whether these are all; if not, they cover all within `epsilon`.
    pub complete: bool,
    /// Per principal, in its units: for every package of the zone some point is at least as good up to this.
    pub epsilon: Option<Vec<i64>>,
}

/// A principle for choosing among the packages of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Principle {
    /// Largest product of gains.
    Nash,
    /// Same share of what each could hope for.
    KalaiSmorodinsky,
    /// Most for whoever gains least.
    Egalitarian,
    /// Most for whoever gains least, then for the next.
    Leximin,
    /// Largest total of units.
    Utilitarian,
    /// The most for one party, among those the efficient ones.
    BestFor(usize),
}

/// What a principle leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// The efficient utility vectors that attain the value, the κ-least witness first; at most 100.
    pub answers: Vec<Answer>,
    /// Whether these are all of them.
    pub complete: bool,
    /// Whether no package of the zone is worth more.
    pub proved: bool,
    /// Where it is not proved: what no package exceeds (for Nash the product of gains, for Kalai–Smorodinsky the smallest
    /// share, for egalitarian and leximin the smallest gain and for utilitarian the total, both in points, for a party its units).
    pub bound: Option<f64>,
    /// Where it is not proved: what the answers attain, in the same terms as the bound.
    pub reached: Option<f64>,
    /// The parties whose gains are compared.
    pub over: Vec<usize>,
    /// Principals that stand outside: without a bottom line or, in a ratio or product, with nothing to hope for.
    pub left_out: Vec<usize>,
    /// Where levels are compared, parties shown to get no more than the least of them, in the order of the search; a proof
    /// goes the same way.
    pub stuck: Vec<usize>,
}

/// One utility vector a principle leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The vector and its witness.
    pub attained: Attained,
    /// Under Nash, the principals who gain.
    pub gaining: Vec<usize>,
}
