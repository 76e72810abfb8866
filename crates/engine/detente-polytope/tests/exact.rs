//! Whether answers can hold together, and which exclude each other: against proofs that check themselves and against every
//! point of small grids.

use std::collections::BTreeSet;

use detente_polytope::{Cone, Fit, Row};
use num_bigint::BigInt;
use proptest::prelude::*;

use crate::common::{circle, grid, spaces};

fn cones() -> impl Strategy<Value = Cone> {
    (1..5_usize).prop_flat_map(|columns| {
        let row = (prop::collection::vec(-3..4_i64, columns), any::<bool>()).prop_map(|(factors, strict)| Row {
            terms: factors.into_iter().enumerate().map(|(column, factor)| (column, BigInt::from(factor))).collect(),
            strict,
        });
        prop::collection::vec(row, 1..8).prop_map(move |rows| Cone { columns, rows })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_point_holds_and_a_proof_proves(cone in cones()) {
        match cone.fit() {
            Fit::Point(point) => prop_assert!(cone.rows.iter().all(|row| !row.strict) || cone.holds_at(&point)),
            Fit::Empty(certificate) => prop_assert!(cone.is_refuted_by(&certificate)),
        }
    }

    #[test]
    fn a_conflict_is_minimal(space in spaces()) {
        if let Some(conflict) = space.conflict() {
            prop_assert!(!space.can_hold(&conflict));
            for member in &conflict {
                let mut without = conflict.clone();
                without.remove(member);
                prop_assert!(space.can_hold(&without), "{member} is not needed in {conflict:?}");
            }
        } else {
            prop_assert!(space.can_hold(&space.members()));
        }
    }

    #[test]
    fn where_a_point_of_the_grid_fits_nothing_conflicts(space in spaces()) {
        if grid(&space).iter().any(|point| space.contains(point)) {
            prop_assert_eq!(space.conflict(), None);
        }
    }
}

#[test]
fn tampered_proofs_are_refused() {
    let row = |factors: [i64; 2], strict| Row {
        terms: factors.into_iter().enumerate().map(|(column, factor)| (column, BigInt::from(factor))).collect(),
        strict,
    };
    let cone = Cone { columns: 2, rows: vec![row([1, -1], true), row([-1, 1], false)] };
    let Fit::Empty(certificate) = cone.fit() else { unreachable!("a > b and b >= a") };
    assert!(cone.is_refuted_by(&certificate));
    for at in 0..2 {
        let mut other = certificate.clone();
        other.0[at] = BigInt::from(0);
        assert!(!cone.is_refuted_by(&other));
    }
}

#[test]
fn every_member_of_a_small_circle_is_named() {
    let circle = circle(5);
    assert_eq!(circle.conflict(), Some((0..5).collect::<BTreeSet<usize>>()));
}
