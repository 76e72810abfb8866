//! Whatever the number of threads, the same bytes.

use detente_base::Silent;
use detente_engine::{
    Ask, Chosen, Count, Cover, Effort, Extent, Frontier, Measure, Model, Principle, Stopped, counting, extents,
    frontier, principle,
};
use detente_testkit::models::{Bounds, TINY, plain_models, questions};
use detente_testkit::property::tries;
use proptest::prelude::*;

/// Everything that is asked with several threads.
#[derive(Debug, PartialEq)]
struct Found {
    frontier: Result<Frontier, Stopped>,
    count: Result<Count, Stopped>,
    nash: Result<Option<Chosen>, Stopped>,
    extents: Result<Option<Vec<Extent>>, Stopped>,
}

fn with_threads(threads: usize, model: &Model, ask: &Ask) -> Found {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    pool.install(|| Found {
        frontier: frontier(model, ask, &Cover::default(), &Silent),
        count: counting::count(model, ask, &Silent),
        nash: principle(model, ask, Principle::Nash, &Measure::plain(model), &Silent),
        extents: extents(model, ask, &Silent),
    })
}

fn check(model: &Model, ask: &Ask) {
    let one = with_threads(1, model, ask);
    for threads in [2, 5] {
        assert_eq!(with_threads(threads, model, ask), one, "{threads} threads");
    }
}

proptest! {
    #![proptest_config(tries(150))]

    #[test]
    fn answers_are_equal((model, ask) in questions(TINY)) {
        check(&model, &ask);
    }

    #[test]
    fn answers_about_larger_spaces_are_equal(model in plain_models(Bounds { issues: 8, choices: 6, parties: 4 })) {
        check(&model, &Ask::all(&model));
    }

    #[test]
    fn so_is_the_verdict_that_a_budget_is_too_small((model, ask) in questions(TINY), max_steps in 1..3000_u64) {
        let ask = Ask { effort: Effort { max_steps, max_points: 3 }, ..ask };
        check(&model, &ask);
    }
}
