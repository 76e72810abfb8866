//! What survives doubt: one package held against many draws from a set of estimates.

use detente_base::Table;
use detente_case::PartyIdx;

use super::about::About;
use super::document::Block;

/// In how many draws something is so, with the ends of an interval for the share of all possible draws, times the draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The draws in which it is so.
    pub hits: u64,
    /// The low end of a 95% interval, rounded down to draws.
    pub low: u64,
    /// The high end, rounded up.
    pub high: u64,
}

/// One package over draws of everything uncertain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// How many draws.
    pub draws: u64,
    /// What they were drawn with.
    pub seed: u64,
    /// It meets all rules, every limit that binds and every bottom line.
    pub within: Counted,
    /// And no package that does is worth more to one principal and less to none.
    pub efficient: Counted,
    /// There are such packages, and it is none of them.
    pub others_only: Counted,
    /// There is none.
    pub none: Counted,
    /// Per party, it keeps to the party's limits and reaches its bottom line, or its consent is not needed.
    pub accepted: Table<PartyIdx, Counted>,
}

impl Doubt {
    /// What it says, in words and a table.
    pub(super) fn blocks(&self, about: &About<'_>) -> Vec<Block> {
        let of = |counted: Counted| {
            format!("{} ({} to {})", grouped(counted.hits), grouped(counted.low), grouped(counted.high))
        };
        let drawn = format!(
            "{} draws from these estimates, seed {}, each answered exactly. Numbers are numbers of draws and say nothing of what \
             will happen; in brackets an interval that holds the share of all possible draws in 95 of 100 repetitions.",
            grouped(self.draws),
            self.seed
        );
        let lines = vec![
            format!("It meets every limit that binds and every bottom line in {}.", of(self.within)),
            format!(
                "It does, and nothing within all limits is worth more to one principal and less to none, in {}.",
                of(self.efficient)
            ),
            format!("There are packages within all limits, and it is none of them, in {}.", of(self.others_only)),
            format!("There is no package within all limits in {}.", of(self.none)),
        ];
        let of_party = |party: PartyIdx| format!("{} in {}", about.name(party), of(self.accepted[party]));
        let parties: Vec<String> = about.alphabetical().into_iter().map(of_party).collect();
        let lines = lines
            .into_iter()
            .chain([format!("A party's limits are met, or its consent is not needed: {}.", parties.join("; "))]);
        vec![Block::Note(drawn), Block::List(lines.collect())]
    }
}

/// "9,604".
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (rank, digit) in digits.chars().enumerate() {
        if rank != 0 && (digits.len() - rank).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_are_told_apart() {
        for (number, expect) in [(0, "0"), (999, "999"), (1000, "1,000"), (9_604, "9,604"), (1_234_567, "1,234,567")] {
            assert_eq!(super::grouped(number), expect);
        }
    }
}
