//! The outcomes of a scenario in κ's order: issues by name, values by their text or, where they are numbers of a range, by size.

use detente_interop::Fraction;
use detente_interop::scenario::{Block, Levels, Scenario, Value, Values, Worth};
use num_bigint::BigUint;

/// The issues in order of name, each with its values in order, and what every party makes of them.
#[derive(Clone, Debug)]
pub struct Space {
    /// Per issue in this order, its place in the scenario.
    pub issues: Vec<usize>,
    /// Per issue in this order, its values' places in the scenario.
    pub choices: Vec<Vec<usize>>,
    /// Per issue of the scenario its values.
    pub values: Vec<Vec<Value>>,
    /// The issues of the scenario of which not all values are gone through.
    pub sampled: Vec<usize>,
    /// What each party makes of outcomes, in this order.
    pub worths: Vec<Worth>,
}

impl Space {
    /// Puts a scenario in order; `None` if an issue has more than ten million values.
    pub fn new(scenario: &Scenario, levels: Levels) -> Option<Self> {
        let listed = scenario.discretised(levels)?;
        let mut issues: Vec<usize> = (0..scenario.issues.len()).collect();
        issues.sort_by(|&a, &b| scenario.issues[a].name.cmp(&scenario.issues[b].name));
        let in_order = |&issue: &usize| {
            let values = &listed.values[issue];
            let mut order: Vec<usize> = (0..values.len()).collect();
            if matches!(scenario.issues[issue].values, Values::Listed(_)) {
                order.sort_by_cached_key(|&at| (values[at].shown(), kind(&values[at])));
            }
            order
        };
        let choices: Vec<Vec<usize>> = issues.iter().map(in_order).collect();
        let worths = scenario.profiles.iter().map(|profile| {
            let worth = profile.worth(&scenario.issues, &listed);
            reordered(worth, &issues, &choices)
        });
        let worths = worths.collect();
        Some(Self { issues, choices, values: listed.values, sampled: listed.sampled, worths })
    }

    /// The number of values of each issue, in this order.
    pub fn sizes(&self) -> impl Iterator<Item = usize> + '_ {
        self.choices.iter().map(Vec::len)
    }

    /// How many outcomes there are.
    pub fn outcomes(&self) -> BigUint {
        self.sizes().map(BigUint::from).product()
    }

    /// The choices of the outcome of that number, in this order.
    pub fn outcome(&self, number: usize) -> Vec<usize> {
        let mut rest = number;
        let mut outcome: Vec<usize> = self
            .choices
            .iter()
            .rev()
            .map(|choices| {
                let at = rest % choices.len().max(1);
                rest /= choices.len().max(1);
                at
            })
            .collect();
        outcome.reverse();
        outcome
    }

    /// The outcome's value per issue, both in the order of the scenario.
    pub fn in_words(&self, outcome: &[usize]) -> Vec<&Value> {
        let mut words: Vec<(usize, &Value)> = Vec::with_capacity(outcome.len());
        for ((issue, choices), at) in self.issues.iter().zip(&self.choices).zip(outcome) {
            words.extend(choices.get(*at).map(|choice| (*issue, &self.values[*issue][*choice])));
        }
        words.sort_by_key(|(issue, _)| *issue);
        words.into_iter().map(|(_, value)| value).collect()
    }
}

fn kind(value: &Value) -> u8 {
    match value {
        Value::Text(_) => 0,
        Value::Number(_) => 1,
        Value::Truth(_) => 2,
    }
}

fn reordered(worth: Worth, issues: &[usize], choices: &[Vec<usize>]) -> Worth {
    let row = |(issue, choices): (&usize, &Vec<usize>)| -> Vec<Fraction> {
        choices.iter().map(|choice| worth.values[*issue][*choice].clone()).collect()
    };
    let values = issues.iter().zip(choices).map(row).collect();
    let mut place = vec![0; issues.len()];
    issues.iter().enumerate().for_each(|(at, &issue)| place[issue] = at);
    let blocks = worth.blocks.map(|block| moved(block, &place, choices));
    Worth { values, blocks, ..worth }
}

fn moved(block: Block, place: &[usize], choices: &[Vec<usize>]) -> Block {
    match block {
        Block::Paid { amount, where_all, outside } => {
            let of = |(issue, among): (usize, Vec<bool>)| {
                let at = place[issue];
                (at, choices[at].iter().map(|choice| among[*choice]).collect())
            };
            Block::Paid { amount, where_all: where_all.into_iter().map(of).collect(), outside }
        }
        Block::Together(how, parts) => {
            Block::Together(how, parts.into_iter().map(|part| moved(part, place, choices)).collect())
        }
    }
}
