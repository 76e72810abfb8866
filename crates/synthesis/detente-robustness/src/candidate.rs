//! The packages that are looked at in every draw.

use detente_deals::Principle;
use detente_engine::Package;

/// The most candidates.
pub const MOST: usize = 200;

/// Where a candidate comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// It was named, as the n-th.
    Named(usize),
    /// A principle leads to it at the centres.
    Centre(Principle),
    /// A principle leads to it in so many of the first draws.
    Draws(Principle, u64),
}

/// Candidates, each with where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Candidates {
    pub(crate) packages: Vec<Package>,
    pub(crate) origins: Vec<Vec<Origin>>,
    /// Packages that principles lead to in the first draws and that found no room.
    pub(crate) left_out: usize,
}

impl Candidates {
    pub(crate) fn add(&mut self, package: Package, origin: Origin) {
        match self.packages.iter().position(|known| *known == package) {
            Some(at) => self.origins[at].push(origin),
            None if self.packages.len() < MOST => {
                self.packages.push(package);
                self.origins.push(vec![origin]);
            }
            None => self.left_out += 1,
        }
    }
}
