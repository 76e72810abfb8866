//! Weights under which a branch shows that it holds nothing, or little, of what is looked for.
//!
//! For any weights w ≥ 0 no package has more than the most of Σ w·(units − floor). If that is less than what is looked for
//! needs, the branch is done with. The difference is convex in w and, where weights exist that close the branch, is brought
//! below zero by steps along a subgradient whose length is chosen for the target zero. Which weights are tried decides how long
//! it takes and never what the answer is: what follows from them is exact.
//!
//! # Source
//! The length of a step: \[Polyak1969\].

use super::shape::MOST;

/// Relative room for the rounding of floats in a bound that is taken from them, and always to the safe side.
const ROOM: f64 = 1e-9;

/// No relative weight falls below this, so that none is lost for good.
const LEAST: f64 = 1e-4;

/// Weights on their way.
#[derive(Clone, Debug, Default)]
pub(super) struct Weights {
    /// Per direction, relative to `scale`; 0 where it does not count.
    relative: Vec<f64>,
    /// Per direction, how many units count as one.
    scale: Vec<f64>,
    /// The way of a step.
    moved: Vec<f64>,
    /// The least distance to what is needed so far, relative to the sum of the weights.
    closest: f64,
    /// How much of it a step aims to take away.
    pace: f64,
}

/// What is kept of the pace after a step that led nowhere, what it gains after one that led closer, and the least of it.
const PACES: [f64; 3] = [0.75, 1.25, 0.03];

impl Weights {
    /// Starts anew; `scale` is positive on what counts and 0 elsewhere.
    pub(super) fn start(&mut self, scale: impl Iterator<Item = f64>, first: impl Fn(usize) -> f64) {
        (self.pace, self.closest) = (1.0, f64::INFINITY);
        self.scale.clear();
        self.scale.extend(scale);
        self.relative.clear();
        self.relative
            .extend(self.scale.iter().enumerate().map(|(at, &scale)| if 0.0 < scale { first(at) } else { 0.0 }));
    }

    /// The weights as integers, as large as sums allow: `sizes` bound each direction's numbers.
    pub(super) fn integers(&self, sizes: &[i64], into: &mut Vec<i64>) {
        let of = |at: usize| self.per_unit(at);
        let all: f64 = sizes.iter().enumerate().map(|(at, &size)| of(at) * float(size.max(1))).sum();
        into.clear();
        into.extend((0..sizes.len()).map(|at| if 0.0 < all { floor(of(at) / all * float(MOST)) } else { 0 }));
    }

    /// Takes a step: `gains` are those of a package that has the most, `needed` what is looked for in units of the scales,
    /// with how it grows with each relative weight.
    pub(super) fn step(&mut self, gains: &[f64], needed: f64, slopes: &[f64]) {
        self.moved.clear();
        let (mut length, mut worth) = (0.0, 0.0);
        for (at, (&relative, &scale)) in self.relative.iter().zip(&self.scale).enumerate() {
            let gain = if 0.0 < scale { gains[at] / scale } else { 0.0 };
            let direction = if 0.0 < scale { gain - slopes[at] } else { 0.0 };
            worth += relative * gain;
            length += direction * direction;
            self.moved.push(direction);
        }
        if length <= 0.0 {
            return;
        }
        let target = self.closest * self.sum() * (1.0 - self.pace);
        let stride = (worth - needed - target) / length;
        for ((relative, direction), scale) in self.relative.iter_mut().zip(&self.moved).zip(&self.scale) {
            if 0.0 < *scale {
                *relative = (*relative - stride * direction).max(LEAST);
            }
        }
    }

    /// Takes note of the distance to what is needed; whether these weights come closer than any before.
    pub(super) fn come_closer(&mut self, worth: f64, needed: f64) -> bool {
        let distance = (worth - needed) / self.sum().max(1e-12);
        let closer = distance < self.closest;
        let [slower, faster, least] = PACES;
        self.pace = if closer { (self.pace * faster).min(1.0) } else { (self.pace * slower).max(least) };
        self.closest = self.closest.min(distance);
        closer
    }

    /// The sum of the relative weights.
    fn sum(&self) -> f64 {
        self.relative.iter().sum()
    }

    /// What gains count together.
    pub(super) fn worth(&self, gains: &[f64]) -> f64 {
        let counting = self.relative.iter().zip(&self.scale).zip(gains).filter(|((_, scale), _)| 0.0 < **scale);
        counting.map(|((relative, scale), gain)| relative * gain / scale).sum()
    }

    /// The relative weights.
    pub(super) fn relatives(&self) -> &[f64] {
        &self.relative
    }

    /// A direction's relative weight, never nothing where it counts.
    pub(super) fn relative(&self, at: usize) -> f64 {
        self.relative[at].max(LEAST)
    }

    /// A direction's weight per unit.
    pub(super) fn per_unit(&self, at: usize) -> f64 {
        if 0.0 < self.scale[at] { self.relative[at] / self.scale[at] } else { 0.0 }
    }
}

/// No more than k·(product of gains · product of weights)^(1/k): by the inequality of the means what any package with that
/// product of gains, or a larger one, reaches at least.
pub(super) fn means(product: f64, weights: impl Iterator<Item = i64>, k: u32) -> i64 {
    let inner = weights.fold(product, |product, weight| product * float(weight));
    safely_below(root(inner, k) * f64::from(k))
}

/// A whole number that a positive float stands for at least, whatever its rounding.
pub(super) fn safely_below(of: f64) -> i64 {
    floor(of * (1.0 - ROOM))
}

/// The k-th root, by sums, products and quotients alone.
pub(super) fn root(of: f64, k: u32) -> f64 {
    match k {
        0 | 1 => return of,
        2 => return of.sqrt(),
        _ => {}
    }
    if of <= 0.0 {
        return 0.0;
    }
    let degree = f64::from(k);
    let power = |x: f64| (1..k).fold(1.0, |power, _| power * x);
    // From above Newton's steps only fall.
    let mut x = 1.0;
    while power(x) * x < of {
        x *= 2.0;
    }
    loop {
        let next = x - (x - of / power(x)) / degree;
        if x <= next {
            return x;
        }
        x = next;
    }
}

/// The nearest float.
#[expect(clippy::cast_precision_loss, reason = "guesses, and bounds with room for the rounding")]
pub(super) fn float(of: i64) -> f64 {
    of as f64
}

#[expect(clippy::cast_possible_truncation, reason = "rounded down on purpose, and within the range of numbers held")]
fn floor(of: f64) -> i64 {
    of.clamp(-9e18, 9e18).floor() as i64
}

#[cfg(test)]
mod tests {
    use super::{means, root};

    #[test]
    fn roots_are_roots() {
        for (power, k, expect) in
            [(64.0, 1, 64.0), (64.0, 2, 8.0), (64.0, 3, 4.0), (64.0, 6, 2.0), (1e-6, 3, 0.01), (1e90, 3, 1e30)]
        {
            assert!((root(power, k) / expect - 1.0_f64).abs() < 1e-12, "{power} {k}");
        }
        assert!(root(0.0, 5).abs() < 1e-300);
    }

    #[test]
    fn means_are_never_above() {
        for (gains, weights) in
            [([3_i64, 5, 7], [11_i64, 13, 17]), ([1, 1, 1], [1, 1, 1]), ([1000, 2000, 3000], [6, 3, 2])]
        {
            let product: i64 = gains.iter().product();
            let sum: i64 = gains.iter().zip(weights).map(|(gain, weight)| gain * weight).sum();
            assert!(means(super::float(product), weights.into_iter(), 3) <= sum, "{gains:?}");
        }
    }
}
