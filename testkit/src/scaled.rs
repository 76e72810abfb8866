//! Models of any size from a seed, for benches: parties at odds over independent or linked issues.

use detente_model::{Consent, Formula, Model, Party, Table};

/// How large a model is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Parties.
    pub parties: usize,
    /// Issues.
    pub issues: usize,
    /// Choices of each issue.
    pub choices: usize,
    /// What a package is worth to a party at most, about.
    pub scale: i64,
    /// How many issues in a row a table ties together; 1 leaves them independent.
    pub linked: usize,
}

/// Numbers that only the seed decides (`SplitMix64`, \[Steele2014\]).
pub(crate) struct Stream(pub(crate) u64);

impl Stream {
    /// Evenly from 0 to below a bound, or nearly so.
    pub(crate) fn below(&mut self, bound: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let bound = u64::try_from(bound.max(1)).unwrap_or(1);
        i64::try_from((mixed ^ (mixed >> 31)) % bound).unwrap_or(0)
    }
}

/// A model of a size; every party asks for two fifths of what it could have at most.
pub fn model(size: Size, seed: u64) -> Model {
    let mut stream = Stream(seed);
    let issues = vec![size.choices; size.issues];
    let each = size.scale / i64::try_from(size.issues).unwrap_or(1).max(1);
    let ties: Vec<Vec<usize>> = (0..size.issues)
        .filter(|start| 1 < size.linked && start % size.linked + 1 < size.linked)
        .map(|start| vec![start, start + 1])
        .filter(|pair| pair[1] < size.issues)
        .collect();
    let mut party = || Party {
        values: issues.iter().map(|&choices| (0..choices).map(|_| stream.below(each + 1)).collect()).collect(),
        tables: ties
            .iter()
            .map(|pair| Table {
                issues: pair.clone(),
                units: (0..size.choices * size.choices).map(|_| stream.below(each / 4 + 1)).collect(),
            })
            .collect(),
        linkages: Vec::new(),
        bottom_line: Some(size.scale * 2 / 5),
        consent: Consent::Always,
    };
    let parties = (0..size.parties).map(|_| party()).collect();
    Model { issues, parties, rules: Vec::<Formula>::new(), limits: Vec::new() }
}
