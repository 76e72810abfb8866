//! The least and the most of something, and of a weighted mean whose weights are not known either.

/// The least and the most, in thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ends {
    pub(super) low: i128,
    pub(super) high: i128,
    /// Whether both are reached, but for the rounding of values to 0.001; else the truth may be narrower.
    pub(super) exact: bool,
}

impl Ends {
    pub(super) fn one(number: i128) -> Self {
        Self { low: number, high: number, exact: true }
    }

    pub(super) fn between(low: i128, high: i128) -> Self {
        Self { low, high, exact: true }
    }

    /// As far out as `slack` on either side.
    pub(super) fn wider(self, slack: i128) -> Self {
        Self { low: self.low - slack, high: self.high + slack, ..self }
    }

    pub(super) fn enclosing(self) -> Self {
        Self { exact: false, ..self }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            low: self.low.saturating_add(other.low),
            high: self.high.saturating_add(other.high),
            exact: self.exact && other.exact,
        }
    }
}

/// The ends of Σ wᵢ·dᵢ / Σ wᵢ, rounded outwards, where each weight and each `dᵢ` lies anywhere between its own ends; 0 where all
/// weights are.
///
/// Whatever the weights, the mean rises in every `dᵢ`, so that all of these lie at one end. With these fixed the mean rises in `wᵢ`
/// exactly where `dᵢ` lies above it: at the most, the weights of all `dᵢ` above some threshold are high and the others low. Every
/// threshold is tried.
///
/// # Shape
/// A weight's ends, zero or more, and what it weighs. Thousandths all.
/// # Cost
/// Quadratic in the number of weights.
/// # Source
/// The weighted average of intervals: \[Dong1987\].
pub(super) fn mean(weighed: &[([i64; 2], Ends)]) -> Ends {
    let most = |of: &dyn Fn(&Ends) -> i128| {
        let mut sorted: Vec<([i64; 2], i128)> = weighed.iter().map(|(weight, ends)| (*weight, of(ends))).collect();
        sorted.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
        let at = |threshold: usize| {
            let (mut weights, mut product) = (0_i128, 0_i128);
            for (rank, ([low, high], number)) in sorted.iter().enumerate() {
                let weight = i128::from(if rank < threshold { *high } else { *low });
                weights += weight;
                product = product.saturating_add(weight.saturating_mul(*number));
            }
            if weights == 0 { 0 } else { -((-product).div_euclid(weights)) }
        };
        (0..=sorted.len()).map(at).max().unwrap_or(0)
    };
    Ends {
        low: -most(&|ends| -ends.low),
        high: most(&|ends| ends.high),
        exact: weighed.iter().all(|(_, ends)| ends.exact),
    }
}

#[cfg(test)]
mod tests {
    use super::{Ends, mean};

    #[test]
    fn weights_go_where_they_count() {
        // 10 to 30 of a change of 60, 20 to 20 of one of −30: (10·60 − 20·30)/30 = 0 to (30·60 − 20·30)/50 = 24.
        let ends = mean(&[([10, 30], Ends::one(60_000)), ([20, 20], Ends::one(-30_000))]);
        assert_eq!((ends.low, ends.high, ends.exact), (0, 24_000, true));
        // A third weight that nothing hangs on only thins the mean: 24·50/90 and 24·50/60.
        let thin = mean(&[([10, 30], Ends::one(60_000)), ([20, 20], Ends::one(-30_000)), ([10, 40], Ends::one(0))]);
        assert_eq!((thin.low, thin.high), (0, 20_000));
    }

    #[test]
    fn ends_are_rounded_outwards_and_no_weight_is_no_change() {
        let ends = mean(&[([1, 1], Ends::one(100)), ([2, 2], Ends::one(0))]);
        assert_eq!((ends.low, ends.high), (33, 34));
        assert_eq!((mean(&[([0, 0], Ends::one(5))]).low, mean(&[]).high), (0, 0));
    }
}
