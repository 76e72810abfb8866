//! A set of members, by their places in a list of at most 128.

use std::ops::{BitAnd, BitOr};

/// Places in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Bits(u128);

impl Bits {
    /// The most places there are.
    pub(super) const MOST: usize = 128;

    /// The first `number` places.
    pub(super) fn first(number: usize) -> Self {
        (0..number).fold(Self::default(), Self::with)
    }

    /// This set and one place more.
    pub(super) fn with(self, place: usize) -> Self {
        Self(self.0 | 1 << place)
    }

    /// This set without those of another.
    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether a place is in the set.
    pub(super) fn has(self, place: usize) -> bool {
        self.0 >> place & 1 == 1
    }

    /// Whether every place of this set is in the other.
    pub(super) fn is_within(self, other: Self) -> bool {
        self.0 & other.0 == self.0
    }

    /// Whether there is no place.
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The number of places.
    pub(super) fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The places, ascending.
    pub(super) fn places(self) -> impl Iterator<Item = usize> {
        (0..Self::MOST).filter(move |&place| self.has(place))
    }
}

impl BitAnd for Bits {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOr for Bits {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
