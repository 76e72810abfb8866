//! Folding says what going through every outcome says.

use detente_base::Silent;
use detente_interop::Fraction;
use detente_interop::scenario::{Value, Worth};
use num_bigint::BigInt;
use proptest::prelude::*;

use crate::fold::Folded;
use crate::space::Space;
use crate::stats::one_by_one;

/// Utilities over issues of three, two and four values, cut off at `most`, accepted from `line` on; `hair` is added always.
fn worth(values: &[i64], [bias, most, line]: [i64; 3], hair: &Fraction) -> Worth {
    let fraction = |numerator: i64| Fraction::new(numerator.into(), 7.into());
    let rows = [&values[..3], &values[3..5], &values[5..9]];
    Worth {
        values: rows.iter().map(|row| row.iter().map(|own| fraction(*own)).collect()).collect(),
        blocks: None,
        bias: fraction(bias) + hair,
        at_most: (most < 12).then(|| fraction(most)),
        reservation: (-2 < line).then(|| fraction(line)),
    }
}

fn space(worths: Vec<Worth>) -> Space {
    let sizes = [3_usize, 2, 4];
    let values = |size: &usize| (0..*size).map(|at| Value::Text(at.to_string())).collect();
    Space {
        issues: vec![0, 1, 2],
        choices: sizes.iter().map(|size| (0..*size).collect()).collect(),
        values: sizes.iter().map(values).collect(),
        sampled: Vec::new(),
        worths,
    }
}

/// The zone's size; per efficient point its outcome's number and utilities.
type Said = (usize, Vec<(usize, Vec<BigInt>)>);

fn said(held: &Folded) -> Said {
    let units = |point: usize| held.columns.iter().map(|of| of.units(of.codes[point])).collect();
    let points = held.points.iter().map(|&point| (held.numbers[point], units(point))).collect();
    (held.zone, points)
}

fn parties() -> impl Strategy<Value = Vec<(Vec<i64>, [i64; 3])>> {
    let ends = (-2_i64..3, 2_i64..16, -4_i64..14).prop_map(|(bias, most, line)| [bias, most, line]);
    prop::collection::vec((prop::collection::vec(0_i64..6, 9), ends), 1..5)
}

proptest! {
    #[test]
    fn as_going_through_the_outcomes(parties in parties(), is_wide in any::<bool>()) {
        // With this denominator sums exceed 62 bits.
        let hair = if is_wide { Fraction::new(1.into(), BigInt::from(10).pow(20)) } else { Fraction::default() };
        let worths: Vec<Worth> = parties.iter().map(|(values, ends)| worth(values, *ends, &hair)).collect();
        let space = space(worths);
        let folded = Folded::new(&space).expect("sums");
        let all = one_by_one(&space, 24, &Silent).expect("few outcomes");
        prop_assert_eq!(said(&folded), said(&all));
        // A measure as near as 64 bits come.
        let apart = folded.opposition.unwrap_or(-1.0) - all.opposition.unwrap_or(-1.0);
        prop_assert!(apart.abs() < 1e-12, "{:?} {:?}", folded.opposition, all.opposition);
        for (folded, all) in folded.columns.iter().zip(&all.columns) {
            prop_assert_eq!((&folded.from, &folded.reach), (&all.from, &all.reach));
        }
    }
}
