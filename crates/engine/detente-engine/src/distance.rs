//! How far apart two packages are, in whole numbers over one common denominator.

use detente_model::Model;
use detente_model::ModelError;
use std::collections::BTreeMap;

/// How choices of one issue lie to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spacing {
    /// On a scale: per choice its rank, from 0 to one less than the number of choices.
    Scale(Vec<usize>),
    /// Without order: two choices are the same or not.
    Nominal,
}

/// A distance between packages: the mean over groups of the mean over a group's issues of |rank difference| / (size − 1) on
/// scales and of 0 or 1 otherwise.
///
/// # Units
/// Between 0 and 1.
/// # Source
/// DEFINITIONS 18; a group is an issue by itself or the units of one lens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distance {
    /// Per issue, how its choices lie.
    pub spacings: Vec<Spacing>,
    /// Per issue, the number of its group; groups count equally.
    pub groups: Vec<usize>,
}

impl Distance {
    /// A distance in which every issue is a group by itself.
    pub fn new(spacings: Vec<Spacing>) -> Self {
        let groups = (0..spacings.len()).collect();
        Self { spacings, groups }
    }

    /// Checks the shapes against a model.
    pub(crate) fn validate(&self, model: &Model) -> Result<(), ModelError> {
        for found in [self.spacings.len(), self.groups.len()] {
            if found != model.issues.len() {
                return Err(ModelError::DistanceLength { found, expected: model.issues.len() });
            }
        }
        let mut issues = self.spacings.iter().zip(&model.issues).enumerate();
        issues.try_for_each(|(issue, (spacing, &size))| spacing.validate(issue, size))
    }

    /// The common denominator of all distances over a model.
    pub(crate) fn denominator(&self, model: &Model) -> Result<i64, ModelError> {
        let (each, groups) = self.parts(model).ok_or(ModelError::DistanceOverflow)?;
        let groups = u64::try_from(groups).ok();
        let whole = groups.and_then(|groups| each.checked_mul(groups));
        whole.and_then(|whole| i64::try_from(whole).ok()).ok_or(ModelError::DistanceOverflow)
    }

    /// What a group counts, divisible by all that divides it, and the number of groups.
    fn parts(&self, model: &Model) -> Option<(u64, usize)> {
        let sizes = self.group_sizes();
        let mut issues = self.spacings.iter().zip(&self.groups).zip(&model.issues);
        let each = issues.try_fold(1_u64, |each, ((spacing, group), &size)| {
            let shares = u64::try_from(*sizes.get(group)?).ok()?;
            lcm(each, shares.checked_mul(spacing.steps(size)?)?)
        });
        Some((each?, sizes.len()))
    }

    fn group_sizes(&self) -> BTreeMap<usize, usize> {
        let mut sizes = BTreeMap::new();
        self.groups.iter().for_each(|&group| *sizes.entry(group).or_insert(0) += 1);
        sizes
    }

    /// Per issue and choice the numerator of what it adds to the distance from a package.
    pub(crate) fn from(&self, model: &Model, package: &[usize]) -> Result<Vec<Vec<i64>>, ModelError> {
        let (each, _) = self.parts(model).ok_or(ModelError::DistanceOverflow)?;
        let sizes = self.group_sizes();
        let row = |(issue, spacing): (usize, &Spacing)| {
            let size = model.issues[issue];
            let shares = u64::try_from(*sizes.get(&self.groups[issue])?).ok()?;
            let step = each / shares.checked_mul(spacing.steps(size)?)?;
            (0..size).map(|choice| numerator(spacing.between(choice, package[issue]), step)).collect()
        };
        let rows: Option<Vec<Vec<i64>>> = self.spacings.iter().enumerate().map(row).collect();
        rows.ok_or(ModelError::DistanceOverflow)
    }
}

impl Spacing {
    fn validate(&self, issue: usize, size: usize) -> Result<(), ModelError> {
        match self {
            Self::Scale(ranks) if ranks.len() != size => {
                Err(ModelError::PerChoice { issue, found: ranks.len(), expected: size })
            }
            Self::Scale(ranks) => match ranks.iter().find(|rank| size <= **rank) {
                Some(&choice) => Err(ModelError::UnknownChoice { issue, choice }),
                None => Ok(()),
            },
            Self::Nominal => Ok(()),
        }
    }

    /// How many steps make up the whole distance.
    fn steps(&self, size: usize) -> Option<u64> {
        match self {
            Self::Scale(_) => u64::try_from(size.saturating_sub(1).max(1)).ok(),
            Self::Nominal => Some(1),
        }
    }

    fn between(&self, a: usize, b: usize) -> usize {
        match self {
            Self::Scale(ranks) => ranks[a].abs_diff(ranks[b]),
            Self::Nominal => usize::from(a != b),
        }
    }
}

fn numerator(steps: usize, step: u64) -> Option<i64> {
    i64::try_from(u64::try_from(steps).ok()?.checked_mul(step)?).ok()
}

fn lcm(a: u64, b: u64) -> Option<u64> {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    (a / x).checked_mul(b)
}
