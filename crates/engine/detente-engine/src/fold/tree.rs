//! An elimination written out: per variable and combination of its neighbours, the rows that end there and what hangs on them.
//!
//! Compiled once, it answers three questions at the cost of its rows: what is worth most along some weights, what each
//! combination can still be part of, and which points a part can add, all of them or only those that lose little.

use super::clip::{Clip, Range, clipped};
use super::join::Joined;
use super::{Keep, Room};
use crate::budget::Meter;
use crate::error::Stopped;
use crate::network::Factor;
use crate::points::Points;

/// A connected part of a network, compiled.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    width: usize,
    words: usize,
    buckets: Vec<Bucket>,
    /// The buckets that hang on no other.
    roots: Vec<usize>,
}

/// One variable's elimination.
#[derive(Clone, Debug)]
struct Bucket {
    /// Per key where its rows begin; one entry more than keys.
    starts: Vec<usize>,
    /// Per row what it adds itself, one point each.
    own: Points,
    /// The buckets that hang on this one.
    children: Vec<usize>,
    /// Per row the key of each child.
    keys: Vec<usize>,
}

impl Bucket {
    fn n_keys(&self) -> usize {
        self.starts.len() - 1
    }

    fn rows(&self, key: usize) -> std::ops::Range<usize> {
        self.starts[key]..self.starts[key + 1]
    }

    fn below(&self, row: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
        let keys = &self.keys[row * self.children.len()..(row + 1) * self.children.len()];
        self.children.iter().copied().zip(keys.iter().copied())
    }
}

/// What limits the points of a part.
struct Within<'a> {
    weights: &'a [i64],
    /// Per bucket and key the most the rest of the part can add.
    outside: Vec<Vec<i128>>,
    /// Per bucket and key the most what hangs on it can add.
    inside: Vec<Vec<i128>>,
    least: i128,
}

/// What limits the points of a part, and what is enough of them.
struct Bounds<'a> {
    within: Option<&'a Within<'a>>,
    clips: &'a [Clip],
}

impl Tree {
    /// Compiles the factors of a part, eliminated in an order; `None` where no package meets them.
    pub(super) fn new(
        order: &[usize],
        factors: Vec<&Factor>,
        (width, words): (usize, usize),
        room: Room,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Option<Self>, Stopped> {
        let mut waiting: Vec<(Factor, Option<usize>)> =
            factors.into_iter().map(|factor| (factor.clone(), None)).collect();
        let mut buckets = Vec::with_capacity(order.len());
        for &var in order {
            let (here, rest): (Vec<_>, Vec<_>) =
                waiting.into_iter().partition(|(factor, _)| factor.scope.contains(&var));
            waiting = rest;
            let (bucket, message) = eliminate(here, var, (width, words), room, meter)?;
            if bucket.n_keys() == 0 {
                return Ok(None);
            }
            waiting.push((message, Some(buckets.len())));
            buckets.push(bucket);
        }
        let roots = waiting.into_iter().filter_map(|(_, bucket)| bucket).collect();
        Ok(Some(Self { width, words, buckets, roots }))
    }

    /// All points of the part, sums clipped.
    pub(super) fn points(
        &self,
        clips: &[Clip],
        keep: Keep,
        room: Room,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Points, Stopped> {
        self.gathered(keep, room, &Bounds { within: None, clips }, meter)
    }

    /// The points of the part that fall short of its best along the weights by no more than a loss.
    pub(crate) fn thin(
        &self,
        weights: &[i64],
        loss: i128,
        keep: Keep,
        room: Room,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Points, Stopped> {
        let inside = self.inside(|units| along(weights, units));
        let outside = self.outside(&inside, weights);
        let least = self.over_roots(&inside) - loss;
        let within = Within { weights, outside, inside, least };
        self.gathered(keep, room, &Bounds { within: Some(&within), clips: &[] }, meter)
    }

    /// The most the part can add along whole weights.
    pub(crate) fn best(&self, weights: &[i64]) -> i128 {
        self.over_roots(&self.inside(|units| along(weights, units)))
    }

    /// The most, or the least, the part can add on a coordinate.
    pub(crate) fn extreme(&self, coordinate: usize, sign: i64) -> i64 {
        let inside = self.inside(|units| i128::from(units[coordinate]) * i128::from(sign));
        i64::try_from(self.over_roots(&inside) * i128::from(sign)).unwrap_or(0)
    }

    /// The units of what is worth most along weights, which need not be exact.
    #[expect(clippy::cast_precision_loss, reason = "weights are heuristic")]
    pub(crate) fn worthiest(&self, weights: &[f64]) -> Vec<i64> {
        let mut choices: Vec<Vec<(f64, usize)>> = Vec::with_capacity(self.buckets.len());
        for bucket in &self.buckets {
            let worth = |row: usize| -> f64 {
                let own: f64 =
                    bucket.own.units(row).iter().zip(weights).map(|(&units, weight)| units as f64 * weight).sum();
                own + bucket.below(row).map(|(child, key)| choices[child][key].0).sum::<f64>()
            };
            let best = |key: usize| {
                let first = (f64::NEG_INFINITY, bucket.starts[key]);
                bucket.rows(key).map(|row| (worth(row), row)).fold(first, |a, b| if a.0 < b.0 { b } else { a })
            };
            let of_bucket = (0..bucket.n_keys()).map(best).collect();
            choices.push(of_bucket);
        }
        let mut units = vec![0; self.width];
        let mut open: Vec<(usize, usize)> = self.roots.iter().map(|&root| (root, 0)).collect();
        while let Some((bucket, key)) = open.pop() {
            let row = choices[bucket][key].1;
            units.iter_mut().zip(self.buckets[bucket].own.units(row)).for_each(|(units, more)| *units += more);
            open.extend(self.buckets[bucket].below(row));
        }
        units
    }

    /// Classes of losses after the part is added to what has `classes`: about how many points lose how much along the weights,
    /// the last class being those that lose up to `loss`. A prediction.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a prediction"
    )]
    pub(crate) fn convolved(&self, classes: &[f64], weights: &[i64], loss: f64) -> Vec<f64> {
        let n = classes.len();
        let inside = self.inside(|units| along(weights, units));
        let mut numbers: Vec<Vec<Vec<f64>>> = Vec::with_capacity(self.buckets.len());
        for (at, bucket) in self.buckets.iter().enumerate() {
            let mut of_bucket = vec![vec![0.0; n]; bucket.n_keys()];
            for (key, into) in of_bucket.iter_mut().enumerate() {
                for row in bucket.rows(key) {
                    let below: i128 = bucket.below(row).map(|(child, key)| inside[child][key]).sum();
                    let own = inside[at][key] - along(weights, bucket.own.units(row)) - below;
                    let shift = (own as f64 / loss * n as f64) as usize;
                    let start: Vec<f64> = (0..n).map(|class| f64::from(u8::from(class == shift))).collect();
                    let sum = bucket.below(row).fold(start, |sum, (child, key)| together(&sum, &numbers[child][key]));
                    into.iter_mut().zip(&sum).for_each(|(into, more)| *into += more);
                }
            }
            bucket.children.iter().for_each(|&child| numbers[child] = Vec::new());
            numbers.push(of_bucket);
        }
        self.roots.iter().fold(classes.to_vec(), |sum, &root| together(&sum, &numbers[root][0]))
    }

    /// Per bucket and key what can be added on a coordinate.
    pub(super) fn ranges(&self, coordinate: usize) -> Vec<Vec<Range>> {
        let mut weights = vec![0; self.width];
        let mut end = |sign: i64| {
            weights[coordinate] = sign;
            let inside = self.inside(|units| along(&weights, units));
            (self.outside(&inside, &weights), inside)
        };
        let ((most, _), (least, own)) = (end(1), end(-1));
        let narrow = |units: i128| i64::try_from(units).unwrap_or(if units < 0 { i64::MIN } else { i64::MAX });
        let of_key = |at: usize, key: usize| Range {
            own_least: narrow(-own[at][key]),
            least: narrow(-least[at][key]),
            most: narrow(most[at][key]),
        };
        let of_bucket = |(at, bucket): (usize, &Bucket)| (0..bucket.n_keys()).map(|key| of_key(at, key)).collect();
        self.buckets.iter().enumerate().map(of_bucket).collect()
    }

    /// Per bucket and key the most what hangs on it can add.
    fn inside(&self, worth: impl Fn(&[i64]) -> i128) -> Vec<Vec<i128>> {
        let mut inside: Vec<Vec<i128>> = Vec::with_capacity(self.buckets.len());
        for bucket in &self.buckets {
            let total = |row: usize| -> i128 {
                worth(bucket.own.units(row)) + bucket.below(row).map(|(child, key)| inside[child][key]).sum::<i128>()
            };
            let of_bucket = (0..bucket.n_keys()).map(|key| bucket.rows(key).map(total).max().unwrap_or(i128::MIN / 4));
            let of_bucket = of_bucket.collect();
            inside.push(of_bucket);
        }
        inside
    }

    fn over_roots(&self, inside: &[Vec<i128>]) -> i128 {
        self.roots.iter().map(|&root| inside[root].first().copied().unwrap_or(0)).sum()
    }

    /// Per bucket and key the most that everything which does not hang on it can add.
    fn outside(&self, inside: &[Vec<i128>], weights: &[i64]) -> Vec<Vec<i128>> {
        let mut outside: Vec<Vec<i128>> =
            self.buckets.iter().map(|bucket| vec![i128::MIN / 4; bucket.n_keys()]).collect();
        let all = self.over_roots(inside);
        self.roots.iter().for_each(|&root| outside[root][0] = all - inside[root][0]);
        for (at, bucket) in self.buckets.iter().enumerate().rev() {
            for key in 0..bucket.n_keys() {
                let around = outside[at][key];
                for row in bucket.rows(key) {
                    let below: i128 = bucket.below(row).map(|(child, key)| inside[child][key]).sum();
                    let total = around + along(weights, bucket.own.units(row)) + below;
                    for (child, child_key) in bucket.below(row) {
                        let around_child = total - inside[child][child_key];
                        outside[child][child_key] = outside[child][child_key].max(around_child);
                    }
                }
            }
        }
        outside
    }

    fn gathered(
        &self,
        keep: Keep,
        room: Room,
        bounds: &Bounds<'_>,
        meter: &mut Meter<'_, '_>,
    ) -> Result<Points, Stopped> {
        let mut lists: Vec<Vec<Points>> = Vec::with_capacity(self.buckets.len());
        for (at, bucket) in self.buckets.iter().enumerate() {
            let mut of_bucket = Vec::with_capacity(bucket.n_keys());
            let mut held = 0;
            for key in 0..bucket.n_keys() {
                let mut points = Points::new(self.width, self.words);
                for row in bucket.rows(key) {
                    self.add_row(at, key, row, &lists, bounds.within, &mut points);
                    if room.points < held + points.len() {
                        return Err(Stopped::TooWide { issue: at, size: held + points.len() });
                    }
                }
                let points = keep.of(clipped(points, bounds.clips, (at, key)), meter)?;
                held += points.len();
                of_bucket.push(points);
            }
            lists.push(of_bucket);
            // What hangs on this bucket is not needed any more.
            bucket.children.iter().for_each(|&child| lists[child] = Vec::new());
        }
        let mut all = Points::origin(self.width, self.words);
        for &root in &self.roots {
            all =
                lists[root].first().map_or_else(|| Points::new(self.width, self.words), |list| super::sums(&all, list));
        }
        Ok(all)
    }

    /// Adds to `into` the sums of a row with one point of each list that hangs on it.
    fn add_row(
        &self,
        at: usize,
        key: usize,
        row: usize,
        lists: &[Vec<Points>],
        within: Option<&Within<'_>>,
        into: &mut Points,
    ) {
        let bucket = &self.buckets[at];
        let mut sum = bucket.own.chosen(&[row]);
        let mut waiting: i128 =
            within.map_or(0, |within| bucket.below(row).map(|(child, key)| within.inside[child][key]).sum());
        let passes = |units: &[i64], waiting: i128| {
            within.is_none_or(|within| within.least <= along(within.weights, units) + waiting + within.outside[at][key])
        };
        if !passes(sum.units(0), waiting) {
            return;
        }
        for (child, child_key) in bucket.below(row) {
            waiting -= within.map_or(0, |within| within.inside[child][child_key]);
            let all = super::sums(&sum, &lists[child][child_key]);
            sum = if within.is_some() { all.filtered(|point| passes(all.units(point), waiting)) } else { all };
        }
        into.append(&sum);
    }
}

/// Numbers by class of sums, from numbers by class of both parts; classes beyond the last are dropped.
fn together(a: &[f64], b: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; a.len()];
    for (at, &number) in a.iter().enumerate().filter(|(_, number)| **number != 0.0) {
        sum[at..].iter_mut().zip(b).for_each(|(sum, other)| *sum += number * other);
    }
    sum
}

fn along(weights: &[i64], units: &[i64]) -> i128 {
    units.iter().zip(weights).map(|(&units, &weight)| i128::from(units) * i128::from(weight)).sum()
}

/// Takes a variable out: the bucket of its rows, and the relation of its neighbours that is left.
fn eliminate(
    mut here: Vec<(Factor, Option<usize>)>,
    var: usize,
    (width, words): (usize, usize),
    room: Room,
    meter: &mut Meter<'_, '_>,
) -> Result<(Bucket, Factor), Stopped> {
    here.sort_by_key(|(factor, _)| (factor.scope.len(), factor.len()));
    let (factors, hanging): (Vec<Factor>, Vec<Option<usize>>) = here.into_iter().unzip();
    let joined = Joined::of(&factors, room.rows, var)?;
    meter.take_len(joined.len())?;
    let mut places: Vec<usize> = (0..joined.scope.len()).filter(|&place| joined.scope[place] != var).collect();
    places.sort_by_key(|&place| joined.scope[place]);
    let key_of = |at: usize| -> Vec<u32> { places.iter().map(|&place| joined.key(at)[place]).collect() };
    let mut order: Vec<(Vec<u32>, usize)> = (0..joined.len()).map(|at| (key_of(at), at)).collect();
    order.sort_unstable();
    let mut bucket = Bucket {
        starts: vec![0],
        own: Points::new(width, words),
        children: hanging.iter().flatten().copied().collect(),
        keys: Vec::new(),
    };
    let mut message = Factor::new(places.iter().map(|&place| joined.scope[place]).collect(), 0, 0);
    for group in order.chunk_by(|a, b| a.0 == b.0) {
        for (_, at) in group {
            let mut own = Points::origin(width, words);
            for ((factor, hangs), &row) in factors.iter().zip(&hanging).zip(joined.rows(*at)) {
                match hangs {
                    Some(_) => bucket.keys.push(row),
                    None => own = super::sums(&own, &factor.points.chosen(&[row])),
                }
            }
            bucket.own.append(&own);
        }
        bucket.starts.push(bucket.own.len());
        message.push(&group[0].0, &[], &[]);
    }
    Ok((bucket, message))
}
