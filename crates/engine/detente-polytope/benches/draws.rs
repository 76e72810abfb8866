//! Draws per second from what answers leave, and how long the exact questions take.
#![allow(clippy::expect_used, reason = "a bench")]

use detente_polytope::{Fits, Relation, SHARD, Sampler, Space, Term, Value, Weight, key, random};
use divan::counter::ItemsCount;

fn main() {
    divan::main();
}

/// `issues` in an order, each with three choices whose middle one is unknown, and as many comparisons of packages that the
/// centre fits.
fn space(issues: usize) -> Space {
    let mut space = Space { total: Some(100_000), ..Space::default() };
    for issue in 0..issues {
        let key = |part: &str| key(format!("{issue}.{part}").as_bytes());
        space.weights.push(Weight { low: 0, mode: None, high: 100_000, count: 1, member: None, key: key("w") });
        for (part, low, high) in [("top", 100_000, 100_000), ("middle", 20_000, 80_000), ("bottom", 0, 0)] {
            space.values.push(Value { weight: issue, low, mode: None, high, member: None, key: key(part) });
        }
    }
    let weight = |at, factor| Term { weight: Some(at), value: None, factor };
    for at in 1..issues {
        let terms = vec![weight(at - 1, 1), weight(at, -1)];
        space.relations.push(Relation { terms, fits: Fits::AtLeast, member: at });
    }
    let centre = space.centre().expect("an order leaves room").point;
    for comparison in 0..issues {
        let pick = |salt: u64| usize::try_from(random(&[comparison as u64, salt]) % issues as u64).expect("small");
        let (a, b) = (pick(1), pick(2));
        let product = |issue, choice, factor| Term { weight: Some(issue), value: Some(3 * issue + choice), factor };
        let mut terms = vec![product(a, 1, 1), product(b, 1, -1), product(pick(3), 0, 1), product(pick(4), 1, -1)];
        let mut relation = Relation { terms: terms.clone(), fits: Fits::More, member: issues + comparison };
        if relation.sum(&centre) < 0 {
            terms.iter_mut().for_each(|term| term.factor = -term.factor);
            relation.terms = terms;
        }
        space.relations.push(relation);
    }
    space
}

#[divan::bench(args = [4, 8, 15, 30])]
fn draws(bencher: divan::Bencher<'_, '_>, issues: usize) {
    let sampler = Sampler::new(&space(issues), 1).expect("room");
    let mut shard = 0;
    bencher.counter(ItemsCount::new(SHARD)).bench_local(|| {
        shard += 1;
        sampler.shard(shard).fold(0, |sum, point| sum + point.weights[0])
    });
}

#[divan::bench(args = [4, 8, 15, 30])]
fn room(bencher: divan::Bencher<'_, '_>, issues: usize) {
    let space = space(issues);
    bencher.bench_local(|| space.room());
}
