//! The principles on examples whose answers can be seen by eye; tests/chosen.rs has them against enumeration.

use crate::common::{choose, of_vectors, places};
use detente_base::Silent;
use detente_engine::{Ask, Chosen, Measure, Model, ModelError, Principle, Stopped, principle};

/// The most answers listed.
const LISTED: usize = 100;

fn plain(model: &Model, which: Principle) -> Option<Chosen> {
    choose(model, which, &Measure::plain(model))
}

fn check(vectors: &[&[i64]], lines: &[Option<i64>], which: Principle, expected: &[usize]) {
    let model = of_vectors(vectors, lines);
    let found = plain(&model, which).map(|chosen| places(&chosen)).unwrap_or_default();
    assert_eq!(found, expected, "{which:?} of {vectors:?}");
}

#[test]
fn the_ideal_point_is_taken_over_the_zone() {
    // x + y ≤ 10 in whole steps, bottom line (4, 0): within the zone the most is (10, 6).
    let front: Vec<Vec<i64>> = (0..=10).map(|x| vec![x, 10 - x]).collect();
    let front: Vec<&[i64]> = front.iter().map(Vec::as_slice).collect();
    check(&front, &[Some(4), Some(0)], Principle::KalaiSmorodinsky, &[7]);
}

#[test]
fn each_leads_where_it_says() {
    // Products 9, 20, 12; shares of (9, 6): (1, 1/6), (5/9, 2/3), (2/9, 1); least 1, 4, 2; totals 10, 9, 8.
    let front: [&[i64]; 3] = [&[9, 1], &[5, 4], &[2, 6]];
    let lines = [Some(0), Some(0)];
    check(&front, &lines, Principle::Nash, &[1]);
    check(&front, &lines, Principle::KalaiSmorodinsky, &[1]);
    check(&front, &lines, Principle::Egalitarian, &[1]);
    check(&front, &lines, Principle::Leximin, &[1]);
    check(&front, &lines, Principle::Utilitarian, &[0]);
    check(&front, &lines, Principle::BestFor(1), &[2]);
}

#[test]
fn leximin_goes_on_where_egalitarian_stops() {
    let front: [&[i64]; 3] = [&[9, 2, 3], &[5, 2, 6], &[1, 9, 9]];
    let lines = [Some(0); 3];
    check(&front, &lines, Principle::Egalitarian, &[0, 1]);
    check(&front, &lines, Principle::Leximin, &[1]);
}

#[test]
fn several_largest_sets_of_gainers_are_several_answers() {
    let model = of_vectors(&[&[3, 0, 5], &[2, 0, 9], &[0, 4, 5], &[0, 0, 10]], &[Some(0), Some(0), None]);
    let nash = plain(&model, Principle::Nash).expect("someone gains");
    let told: Vec<_> = nash.answers.iter().map(|answer| (answer.gaining.clone(), answer.attained.witness[0])).collect();
    assert_eq!(told, [(vec![0], 0), (vec![1], 2)]);
    assert_eq!((nash.over, nash.left_out), (vec![0, 1], vec![2]));
}

#[test]
fn who_gains_only_alone_is_not_left_out() {
    // The first two can gain together; the third only where they do not.
    let model = of_vectors(&[&[1, 1, 0], &[0, 0, 9]], &[Some(0); 3]);
    let nash = plain(&model, Principle::Nash).expect("someone gains");
    assert_eq!((places(&nash), nash.over, nash.left_out), (vec![0], vec![0, 1], vec![]));
}

#[test]
fn who_cannot_gain_is_named_and_does_not_decide() {
    let model = of_vectors(&[&[5, 1, 7], &[3, 2, 7]], &[Some(0), Some(0), Some(7)]);
    for which in [Principle::KalaiSmorodinsky, Principle::Nash] {
        let found = plain(&model, which).expect("two can gain");
        assert_eq!((places(&found), found.over, found.left_out), (vec![1], vec![0, 1], vec![2]), "{which:?}");
    }
}

#[test]
fn where_nobody_can_gain_only_the_others_answer() {
    let model = of_vectors(&[&[4, 4], &[4, 4]], &[Some(4), Some(4)]);
    assert!(plain(&model, Principle::Nash).is_none() && plain(&model, Principle::KalaiSmorodinsky).is_none());
    for which in [Principle::Egalitarian, Principle::Leximin, Principle::Utilitarian] {
        let found = plain(&model, which).expect("a package");
        assert_eq!((places(&found), found.answers[0].attained.packages), (vec![0], Some(2)), "{which:?}");
    }
}

#[test]
fn without_a_bottom_line_nobody_is_compared() {
    let model = of_vectors(&[&[1, 2], &[2, 1]], &[None, None]);
    let all = [
        Principle::Nash,
        Principle::KalaiSmorodinsky,
        Principle::Egalitarian,
        Principle::Leximin,
        Principle::Utilitarian,
    ];
    assert!(all.into_iter().all(|which| plain(&model, which).is_none()));
    assert_eq!(places(&plain(&model, Principle::BestFor(1)).expect("a package")), [0]);
    let one = of_vectors(&[&[1, 2], &[2, 1]], &[None, Some(0)]);
    for which in all {
        let found = plain(&one, which).expect("one is compared");
        assert_eq!((places(&found), found.over, found.left_out), (vec![0], vec![1], vec![0]), "{which:?}");
    }
}

#[test]
fn a_party_to_whom_everything_is_the_same_does_not_decide() {
    let vectors: [&[i64]; 3] = [&[9, 0, 1], &[5, 0, 4], &[2, 0, 6]];
    let lines = [Some(0), Some(0), Some(0)];
    check(&vectors, &lines, Principle::Nash, &[1]);
    check(&vectors, &lines, Principle::KalaiSmorodinsky, &[1]);
    check(&vectors, &lines, Principle::Leximin, &[1]);
    check(&vectors, &lines, Principle::Utilitarian, &[0]);
    check(&vectors, &lines, Principle::Egalitarian, &[0, 1, 2]);
}

#[test]
fn one_principal_alone_gets_the_most() {
    for which in [Principle::Nash, Principle::KalaiSmorodinsky, Principle::Leximin, Principle::Utilitarian] {
        check(&[&[3], &[8], &[5]], &[Some(0)], which, &[1]);
    }
}

#[test]
fn an_empty_zone_leads_nowhere() {
    check(&[&[3, 3]], &[Some(4), Some(0)], Principle::Leximin, &[]);
    check(&[&[3, 3]], &[Some(4), Some(0)], Principle::BestFor(0), &[]);
}

#[test]
fn weights_are_exponents() {
    let model = of_vectors(&[&[6, 2], &[3, 3]], &[Some(0), Some(0)]);
    let weighted = |exponents: [u32; 2]| {
        let measure = Measure { exponents: exponents.to_vec(), ..Measure::plain(&model) };
        places(&choose(&model, Principle::Nash, &measure).expect("both gain"))
    };
    // 12 and 9; 24 and 27.
    assert_eq!((weighted([1, 1]), weighted([1, 2])), (vec![0], vec![1]));
    assert_eq!((weighted([100, 1]), weighted([1, 100])), (vec![0], vec![1]));
}

#[test]
fn points_are_compared_and_not_units() {
    let model = of_vectors(&[&[60, 3], &[30, 5]], &[Some(0), Some(0)]);
    let measured = |units_per_point: [i64; 2], which| {
        let measure = Measure { units_per_point: units_per_point.to_vec(), ..Measure::plain(&model) };
        places(&choose(&model, which, &measure).expect("both gain"))
    };
    assert_eq!(measured([1, 1], Principle::Utilitarian), [0]);
    assert_eq!(measured([30, 1], Principle::Utilitarian), [1], "5 and 6 points");
    assert_eq!(measured([1, 1], Principle::Egalitarian), [1]);
    assert_eq!(measured([30, 1], Principle::Egalitarian), [0], "least 2 and 1 points");
}

#[test]
fn long_answers_are_cut_and_say_so() {
    let front: Vec<Vec<i64>> = (0..150).map(|x| vec![x, 149 - x]).collect();
    let front: Vec<&[i64]> = front.iter().map(Vec::as_slice).collect();
    let model = of_vectors(&front, &[Some(0), Some(0)]);
    let found = plain(&model, Principle::Utilitarian).expect("a package");
    assert_eq!((places(&found), found.complete), ((0..LISTED).collect(), false));
}

#[test]
fn best_for_whom_nobody_knows_is_refused() {
    let model = of_vectors(&[&[1]], &[None]);
    let found = principle(&model, &Ask::all(&model), Principle::BestFor(1), &Measure::plain(&model), &Silent);
    assert_eq!(found, Err(Stopped::Model(ModelError::UnknownParty { party: 1 })));
}
