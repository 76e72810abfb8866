//! How large a share can be, given how many draws hit.

use num_bigint::BigUint;

/// Shares are bounded in steps of 2⁻⁴⁰.
const BITS: u32 = 40;

/// The probability left out at either end, a little less than 0.005 so that no rounding narrows the interval.
const TAIL: f64 = 0.005 * (1.0 - 1e-6);

/// Weights below this, relative to the largest, are left out; all of them together are far below what `TAIL` gives away.
const NEGLIGIBLE: f64 = 1e-25;

/// Both ends of a share, as numerators over 2⁴⁰.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    least: u64,
    most: u64,
}

impl Share {
    /// The 99% interval for a share of which `hits` out of `draws` independent draws came.
    ///
    /// Only sums, products and quotients, which are the same on every platform; the ends are rounded outwards.
    ///
    /// # Source
    /// \[Clopper1934\].
    pub(super) fn of(hits: u32, draws: u32) -> Self {
        let one = 1_u64 << BITS;
        let least = if hits == 0 { 0 } else { last_within(|share| at_least(hits, draws, share) <= TAIL) };
        let most =
            if hits == draws { one } else { one - last_within(|share| at_least(draws - hits, draws, share) <= TAIL) };
        Self { least, most }
    }

    /// That share of a number, rounded outwards.
    pub(super) fn times(self, of: &BigUint) -> (BigUint, BigUint) {
        let up = (BigUint::from(1_u32) << BITS) - 1_u32;
        ((of * self.least) >> BITS, (of * self.most + up) >> BITS)
    }
}

/// The largest share for which something holds that holds for small ones.
fn last_within(holds: impl Fn(f64) -> bool) -> u64 {
    let (mut low, mut high) = (0, 1_u64 << BITS);
    while 1 < high - low {
        let middle = low + (high - low) / 2;
        if holds(float(middle) / float(1 << BITS)) { low = middle } else { high = middle }
    }
    low
}

/// The probability of at least so many hits; `share` lies between 0 and 1.
///
/// The weights of all numbers of hits relative to the likeliest one, from there outwards.
fn at_least(hits: u32, draws: u32, share: f64) -> f64 {
    let likeliest = likeliest(draws, share);
    let odds = share / (1.0 - share);
    let (mut among, mut all) = (0.0, 0.0);
    let mut add = |at: u32, weight: f64| {
        all += weight;
        if hits <= at {
            among += weight;
        }
        NEGLIGIBLE < weight
    };
    let (mut weight, mut at) = (1.0, likeliest);
    while add(at, weight) && at < draws {
        weight *= f64::from(draws - at) / f64::from(at + 1) * odds;
        at += 1;
    }
    (weight, at) = (1.0, likeliest);
    while 0 < at {
        weight *= f64::from(at) / f64::from(draws - at + 1) / odds;
        at -= 1;
        if !add(at, weight) {
            break;
        }
    }
    among / all
}

/// About the likeliest number of hits; any number near it would do.
fn likeliest(draws: u32, share: f64) -> u32 {
    let (mut low, mut high) = (0, draws);
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        if f64::from(middle) <= f64::from(draws) * share { low = middle } else { high = middle - 1 }
    }
    low
}

fn float(of: u64) -> f64 {
    let half = |word: u64| f64::from(u32::try_from(word & u64::from(u32::MAX)).unwrap_or(0));
    half(of >> 32) * 4_294_967_296.0 + half(of)
}

#[cfg(test)]
mod tests {
    use super::Share;
    use num_bigint::BigUint;

    /// Ends in millionths: no narrower than the true ones, which were summed up with logarithms of the gamma function.
    fn check(hits: u32, draws: u32, least: u64, most: u64) {
        let (low, high) = Share::of(hits, draws).times(&BigUint::from(1_000_000_u32));
        let is_near = |found: &BigUint, other: u64| {
            let found = i64::try_from(found).expect("small");
            (found - i64::try_from(other).expect("small")).abs() <= 1
        };
        assert!(is_near(&low, least) && low <= BigUint::from(least), "{hits}/{draws}: {low}, not {least}");
        assert!(is_near(&high, most) && BigUint::from(most) <= high, "{hits}/{draws}: {high}, not {most}");
    }

    #[test]
    fn ends_are_those_of_the_beta_distribution() {
        check(0, 100, 0, 51_604);
        check(100, 100, 948_396, 1_000_000);
        check(1, 10, 501, 544_287);
        check(5, 10, 128_310, 871_690);
        check(37, 100, 249_487, 503_241);
        check(500, 1000, 458_852, 541_148);
        check(9000, 20_000, 440_926, 459_098);
        check(3, 20_000, 16, 549);
    }
}
