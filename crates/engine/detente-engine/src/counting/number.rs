//! Numbers of packages, as wide as a question needs them.
//!
//! The narrow kinds saturate: their largest value means "more than this kind can tell". Nothing is subtracted before the
//! total is known, so a total below the largest value is exact, and one at it is counted again with a wider kind.

use super::stream::Stream;
use num_bigint::BigUint;

/// A kind of number packages are counted with.
pub(super) trait Number: Clone + Ord + Send + Sync {
    /// A small number.
    fn of(count: u64) -> Self;
    /// Adds.
    fn add(&mut self, other: &Self);
    /// Adds a product.
    fn add_product(&mut self, a: &Self, b: &Self);
    /// Takes away what is no larger.
    fn take(&mut self, other: &Self);
    /// The exact value; `None` where this kind could not tell.
    fn exact(&self) -> Option<BigUint>;
    /// Every number below `bound` with the same probability; `bound` is not 0.
    fn below(bound: &Self, stream: &mut Stream) -> Self;
}

impl Number for u64 {
    fn of(count: u64) -> Self {
        count
    }

    fn add(&mut self, other: &Self) {
        *self = self.saturating_add(*other);
    }

    fn add_product(&mut self, a: &Self, b: &Self) {
        *self = self.saturating_add(a.saturating_mul(*b));
    }

    fn take(&mut self, other: &Self) {
        *self -= other;
    }

    fn exact(&self) -> Option<BigUint> {
        (*self < Self::MAX).then(|| BigUint::from(*self))
    }

    fn below(bound: &Self, stream: &mut Stream) -> Self {
        let unused = (bound - 1).leading_zeros();
        loop {
            let drawn = stream.word().checked_shr(unused).unwrap_or(0);
            if drawn < *bound {
                return drawn;
            }
        }
    }
}

impl Number for u128 {
    fn of(count: u64) -> Self {
        Self::from(count)
    }

    fn add(&mut self, other: &Self) {
        *self = self.saturating_add(*other);
    }

    fn add_product(&mut self, a: &Self, b: &Self) {
        *self = self.saturating_add(a.saturating_mul(*b));
    }

    fn take(&mut self, other: &Self) {
        *self -= other;
    }

    fn exact(&self) -> Option<BigUint> {
        (*self < Self::MAX).then(|| BigUint::from(*self))
    }

    fn below(bound: &Self, stream: &mut Stream) -> Self {
        let unused = (bound - 1).leading_zeros();
        loop {
            let wide = Self::from(stream.word()) << 64 | Self::from(stream.word());
            let drawn = wide.checked_shr(unused).unwrap_or(0);
            if drawn < *bound {
                return drawn;
            }
        }
    }
}

impl Number for BigUint {
    fn of(count: u64) -> Self {
        Self::from(count)
    }

    fn add(&mut self, other: &Self) {
        *self += other;
    }

    fn add_product(&mut self, a: &Self, b: &Self) {
        *self += a * b;
    }

    fn take(&mut self, other: &Self) {
        *self -= other;
    }

    fn exact(&self) -> Option<BigUint> {
        Some(self.clone())
    }

    fn below(bound: &Self, stream: &mut Stream) -> Self {
        let largest = bound - 1_u32;
        let digits = largest.iter_u32_digits().len();
        let unused = largest.iter_u32_digits().last().map_or(0, u32::leading_zeros);
        loop {
            let mut drawn: Vec<u32> = (0..digits).map(|_| stream.half()).collect();
            if let Some(last) = drawn.last_mut() {
                *last >>= unused;
            }
            let drawn = Self::new(drawn);
            if drawn < *bound {
                return drawn;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Number, Stream};
    use num_bigint::BigUint;

    fn check<N: Number>(bound: u64) {
        let drawn = (0..200 * bound).map(|index| N::below(&N::of(bound), &mut Stream::new(7, index)));
        let mut seen = vec![0_u64; usize::try_from(bound).expect("small")];
        drawn.for_each(|drawn| seen[usize::try_from(drawn.exact().expect("small")).expect("below the bound")] += 1);
        assert!(seen.iter().all(|times| (120..=280).contains(times)), "{bound}: {seen:?}");
    }

    #[test]
    fn draws_are_below_the_bound_and_even() {
        for bound in [1, 2, 3, 10, 16, 31] {
            check::<u64>(bound);
            check::<u128>(bound);
            check::<BigUint>(bound);
        }
    }

    #[test]
    fn too_much_is_not_exact() {
        let mut narrow = u64::MAX - 1;
        assert!(narrow.exact().is_some());
        narrow.add(&5);
        assert_eq!(narrow.exact(), None);
    }
}
