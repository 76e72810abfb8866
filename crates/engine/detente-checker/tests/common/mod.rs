//! True proofs of small questions, from oracles that enumerate; their weights are any that are allowed.
pub(crate) mod conflicts;
pub(crate) mod movement;

use detente_checker::{Answer, Best, Branch, Frontier, Principle, Proof, Sealed, Step, Stuck, patterns};
use detente_model::{Ask, Model, Package};
use detente_testkit::oracle;
use std::collections::BTreeSet;

/// Numbers that look random: xorshift.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn up_to(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % (most + 1)
    }
}

/// A question with its zone.
pub(crate) struct Question<'a> {
    pub(crate) model: &'a Model,
    pub(crate) ask: &'a Ask,
    pub(crate) zone: Vec<Package>,
}

impl<'a> Question<'a> {
    pub(crate) fn new(model: &'a Model, ask: &'a Ask) -> Self {
        Self { model, ask, zone: oracle::zone(model, ask) }
    }

    pub(crate) fn sealed(&self, steps: Vec<Step>) -> Sealed {
        Proof::new(self.model, self.ask, steps).sealed()
    }

    pub(crate) fn vector(&self, package: &Package) -> Vec<i64> {
        let units = |&party: &usize| i64::try_from(self.model.parties[party].utility(package)).expect("validated");
        self.ask.principals.iter().map(units).collect()
    }

    pub(crate) fn answer(&self, utilities: &[i64]) -> Answer {
        let package = self.zone.iter().find(|package| self.vector(package) == utilities).expect("attained").clone();
        Answer { utilities: utilities.to_vec(), package }
    }

    /// A branch per pattern with some weights where a line holds: the zone's own, and at `floors`.
    pub(crate) fn branches(&self, floors: &[usize], dice: &mut Dice) -> Vec<Branch> {
        let has_line = |asked: &[bool], party: usize| {
            let own = self.ask.bottom_lines && asked[party] && self.model.parties[party].bottom_line.is_some();
            own || floors.contains(&party)
        };
        let branch = |asked: Vec<bool>| {
            let weight = |party: usize| if has_line(&asked, party) { dice.up_to(3) } else { 0 };
            let weights = (0..self.model.parties.len()).map(weight).collect();
            Branch { asked, weights, ..Branch::default() }
        };
        patterns(self.model, self.ask).into_iter().map(branch).collect()
    }

    pub(crate) fn standing(&self) -> Vec<usize> {
        let has_line = |party: &&usize| self.model.parties[**party].bottom_line.is_some();
        self.ask.principals.iter().filter(has_line).copied().collect()
    }

    pub(crate) fn ground(&self) -> oracle::Ground {
        let principals = &self.ask.principals;
        oracle::Ground {
            vectors: self
                .zone
                .iter()
                .map(|package| self.vector(package).into_iter().map(i128::from).collect())
                .collect(),
            bottom_lines: principals
                .iter()
                .map(|&party| self.model.parties[party].bottom_line.map(i128::from))
                .collect(),
            units_per_point: principals.iter().map(|&party| i128::from(per_point(party))).collect(),
        }
    }

    pub(crate) fn frontier(&self) -> Step {
        let points = oracle::frontier(self.model, &self.ask.principals, &self.zone);
        Step::Frontier(Frontier { points: points.iter().map(|point| self.answer(&narrow(&point.vector))).collect() })
    }

    /// Everything the principles say, each as a step, those that others rest on first.
    pub(crate) fn principles(&self, dice: &mut Dice) -> Vec<Best> {
        let mut steps: Vec<Best> = self.ask.principals.iter().map(|&party| self.best_for(party, dice)).collect();
        let (ground, standing) = (self.ground(), self.standing());
        let mut step = |principle, chosen: BTreeSet<Vec<i128>>, dice: &mut Dice| {
            let branches = self.branches(&standing, dice);
            steps.extend(Some(self.best(principle, &chosen, branches)).filter(|best| !best.answers.is_empty()));
        };
        step(Principle::Egalitarian, oracle::egalitarian(&ground), dice);
        step(Principle::Leximin, oracle::leximin(&ground), dice);
        let gains = standing.iter().map(|&party| (party, i128::from(per_point(party)))).collect();
        if let Some(leximin) = steps.last_mut().filter(|best| best.principle == Principle::Leximin) {
            leximin.stuck = self.stuck(&leximin.answers[0], gains, dice);
            let branches = self.branches(&standing, dice);
            let (principle, stuck) = (Principle::Egalitarian, Vec::new());
            let some = Best { principle, complete: false, stuck, branches, ..leximin.clone() };
            steps.push(some);
        }
        let hopeful: Vec<usize> = standing.iter().copied().filter(|&party| self.can_gain(party)).collect();
        let branches = self.branches(&hopeful, dice);
        let chosen = oracle::kalai_smorodinsky(&ground);
        steps.extend(
            Some(self.best(Principle::KalaiSmorodinsky, &chosen, branches)).filter(|best| !best.answers.is_empty()),
        );
        if let Some(ks) = steps.last_mut().filter(|best| best.principle == Principle::KalaiSmorodinsky) {
            let hope = |party: usize| {
                let of = &self.model.parties[party];
                let most = self.zone.iter().map(|package| of.utility(package)).max().expect("an answer");
                most - i128::from(of.bottom_line.expect("it stands"))
            };
            let shares = hopeful.iter().map(|&party| (party, hope(party))).collect();
            ks.stuck = self.stuck(&ks.answers[0], shares, dice);
        }
        let branches = self.sum_branches(&standing, dice);
        let chosen = oracle::utilitarian(&ground);
        steps
            .extend(Some(self.best(Principle::Utilitarian, &chosen, branches)).filter(|best| !best.answers.is_empty()));
        steps.push(self.nash(dice));
        steps
    }

    /// Some of the parties that are stuck in an answer, given each one's whole.
    fn stuck(&self, answer: &Answer, mut of: Vec<(usize, i128)>, dice: &mut Dice) -> Vec<Stuck> {
        let utility = |party: usize, package: &Package| self.model.parties[party].utility(package);
        let gain = |party: usize, package: &Package| {
            utility(party, package) - i128::from(self.model.parties[party].bottom_line.expect("it stands"))
        };
        let weighted: Vec<usize> = of.iter().map(|of| of.0).collect();
        let (mut stuck, mut left) = (Vec::new(), self.zone.clone());
        while let Some(&(least, whole)) =
            of.iter().min_by(|a, b| (gain(a.0, &answer.package) * b.1).cmp(&(gain(b.0, &answer.package) * a.1)))
        {
            let share = gain(least, &answer.package);
            left.retain(|package| of.iter().all(|&(party, of)| share * of <= gain(party, package) * whole));
            let is_stuck = |party: usize| {
                let own = utility(party, &answer.package);
                let floor = left.iter().map(|package| utility(party, package)).max() == Some(own);
                floor && gain(party, &answer.package) * whole < share * of_whole(&of, party) + whole
            };
            let Some(place) = of.iter().position(|&(party, _)| is_stuck(party)).filter(|_| 0 < dice.up_to(3)) else {
                break;
            };
            let (party, _) = of.remove(place);
            stuck.push(Stuck { party, branches: self.branches(&weighted, dice) });
        }
        stuck
    }

    /// Whether every vector of the zone is near one of some.
    pub(crate) fn are_near(&self, points: &[Answer], epsilon: &[i64]) -> bool {
        let near = |own: &Answer, vector: &[i64]| {
            own.utilities.iter().zip(epsilon).zip(vector).all(|((own, epsilon), other)| *other <= own + epsilon)
        };
        self.zone.iter().all(|package| points.iter().any(|point| near(point, &self.vector(package))))
    }

    fn can_gain(&self, party: usize) -> bool {
        let line = self.model.parties[party].bottom_line.map_or(i128::MAX, i128::from);
        self.zone.iter().any(|package| line < self.model.parties[party].utility(package))
    }

    fn best(&self, principle: Principle, chosen: &BTreeSet<Vec<i128>>, branches: Vec<Branch>) -> Best {
        let answers = chosen.iter().map(|vector| self.answer(&narrow(vector))).collect();
        let units_per_point = (0..self.model.parties.len()).map(per_point).collect();
        Best { principle, units_per_point, exponents: Vec::new(), answers, complete: true, stuck: Vec::new(), branches }
    }

    fn best_for(&self, party: usize, dice: &mut Dice) -> Best {
        let at = self.ask.principals.iter().position(|&of| of == party).expect("a principal");
        let frontier = oracle::frontier(self.model, &self.ask.principals, &self.zone);
        let most = frontier.iter().map(|point| point.vector[at]).max();
        let chosen = frontier.into_iter().map(|point| point.vector).filter(|vector| Some(vector[at]) == most).collect();
        let branches = self.branches(&[party], dice);
        let mut best = self.best(Principle::BestFor(party), &chosen, branches);
        best.units_per_point.clear();
        best
    }

    fn sum_branches(&self, standing: &[usize], dice: &mut Dice) -> Vec<Branch> {
        let mut branches = self.branches(&[], dice);
        for branch in &mut branches {
            branch.objective = 6 * dice.up_to(2);
            for &party in standing {
                branch.weights[party] += branch.objective / u64::from(per_point(party));
            }
        }
        branches
    }

    pub(crate) fn nash(&self, dice: &mut Dice) -> Best {
        let exponents: Vec<u32> = (0..self.model.parties.len()).map(|party| 1 + u32::from(party == 1)).collect();
        let weights: Vec<u32> = self.ask.principals.iter().map(|&party| exponents[party]).collect();
        let chosen = oracle::nash(&self.ground(), &weights);
        let vectors: BTreeSet<Vec<i128>> = chosen.into_iter().flat_map(|(_, chosen)| chosen).collect();
        let mut standing = self.standing();
        standing.sort_unstable();
        let mut branches = Vec::new();
        for mask in 0..1_u32 << standing.len() {
            let gaining: Vec<usize> =
                standing.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1).map(|(_, party)| *party).collect();
            let of_set = self.branches(&gaining, dice);
            branches.extend(of_set.into_iter().map(|branch| Branch { gaining: gaining.clone(), ..branch }));
        }
        let mut best = self.best(Principle::Nash, &vectors, branches);
        best.exponents = exponents;
        best.units_per_point.clear();
        best
    }
}

fn of_whole(of: &[(usize, i128)], party: usize) -> i128 {
    of.iter().find(|of| of.0 == party).expect("one of them").1
}

/// How many units make a point.
pub(crate) fn per_point(party: usize) -> u32 {
    1 + u32::try_from(party % 3).expect("small")
}

pub(crate) fn narrow(vector: &[i128]) -> Vec<i64> {
    vector.iter().map(|&units| i64::try_from(units).expect("validated")).collect()
}
