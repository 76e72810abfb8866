//! A small case as structure, apart from how it is written: everything is named by its place in a list, numbers are whole
//! thousandths.

/// A package: the place of each issue's choice.
pub(crate) type Package = Vec<usize>;

#[derive(Clone, Debug)]
pub(crate) struct Spec {
    pub(crate) parties: Vec<Consent>,
    pub(crate) issues: Vec<Issue>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) red_lines: Vec<RedLine>,
    pub(crate) offers: Vec<Offer>,
    pub(crate) sets: Vec<Set>,
}

#[derive(Clone, Debug)]
pub(crate) enum Consent {
    Always,
    Never,
    OnlyIf(Cond),
}

#[derive(Clone, Debug)]
pub(crate) struct Issue {
    pub(crate) size: usize,
    pub(crate) kind: Kind,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Named { scale: bool },
    Range { from: i64, step: i64, unit: bool },
}

#[derive(Clone, Debug)]
pub(crate) enum Cond {
    Constant(bool),
    Is(usize, usize),
    IsNot(usize, usize),
    In(usize, Vec<usize>),
    /// Issues with coefficients, against a bound.
    Sum(Vec<(usize, i64)>, Compare, i64),
    Not(Box<Cond>),
    And(Vec<Cond>),
    Or(Vec<Cond>),
    Implies(Box<Cond>, Box<Cond>),
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Compare {
    Equal,
    Different,
    Less,
    AtMost,
    More,
    AtLeast,
}

#[derive(Clone, Debug)]
pub(crate) enum Rule {
    When(Cond, Cond),
    Always(Cond),
    Never(Cond),
}

#[derive(Clone, Debug)]
pub(crate) struct RedLine {
    pub(crate) party: usize,
    pub(crate) never: Cond,
    pub(crate) firmness: &'static str,
}

#[derive(Clone, Debug)]
pub(crate) struct Offer {
    pub(crate) party: usize,
    #[expect(clippy::struct_field_names, reason = "the word of the case file")]
    pub(crate) offer: Cond,
    pub(crate) only_if: Cond,
    pub(crate) status: Option<&'static str>,
}

#[derive(Clone, Debug)]
pub(crate) struct Set {
    pub(crate) payoffs: bool,
    pub(crate) comparable: bool,
    pub(crate) parties: Vec<Option<Estimates>>,
}

#[derive(Clone, Debug)]
pub(crate) struct Estimates {
    pub(crate) bottom_line: Option<Num>,
    pub(crate) weights: Vec<Option<Num>>,
    pub(crate) values: Vec<Option<Values>>,
    pub(crate) linkages: Vec<(Cond, Num)>,
    pub(crate) red_lines: Vec<(Cond, &'static str, Option<Num>)>,
}

#[derive(Clone, Debug)]
pub(crate) enum Values {
    ByChoice(Vec<Num>),
    Curve(Vec<(i64, Num)>),
}

#[derive(Clone, Debug)]
pub(crate) enum Num {
    Single(i64),
    Uniform(i64, i64),
    Triangular(i64, i64, i64),
    Word(&'static str),
}

impl Issue {
    pub(crate) fn is_range(&self) -> bool {
        matches!(self.kind, Kind::Range { .. })
    }

    /// The amount of a choice, in thousandths; zero where choices are names.
    pub(crate) fn amount(&self, choice: usize) -> i64 {
        match self.kind {
            Kind::Range { from, step, .. } => from + step * i64::try_from(choice).expect("small"),
            Kind::Named { .. } => 0,
        }
    }
}

impl Compare {
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Different => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
        }
    }
}

impl Cond {
    /// What the condition means, read off the structure: nothing of the parser stands in between.
    pub(crate) fn holds(&self, issues: &[Issue], package: &[usize]) -> bool {
        match self {
            Self::Constant(value) => *value,
            Self::Is(issue, choice) => package[*issue] == *choice,
            Self::IsNot(issue, choice) => package[*issue] != *choice,
            Self::In(issue, choices) => choices.contains(&package[*issue]),
            Self::Sum(terms, compare, bound) => {
                let sum: i64 = terms.iter().map(|&(issue, times)| times * issues[issue].amount(package[issue])).sum();
                let bound = bound * 1000;
                match compare {
                    Compare::Equal => sum == bound,
                    Compare::Different => sum != bound,
                    Compare::Less => sum < bound,
                    Compare::AtMost => sum <= bound,
                    Compare::More => bound < sum,
                    Compare::AtLeast => bound <= sum,
                }
            }
            Self::Not(inner) => !inner.holds(issues, package),
            Self::And(parts) => parts.iter().all(|part| part.holds(issues, package)),
            Self::Or(parts) => parts.iter().any(|part| part.holds(issues, package)),
            Self::Implies(left, right) => !left.holds(issues, package) || right.holds(issues, package),
        }
    }
}

impl Rule {
    pub(crate) fn holds(&self, issues: &[Issue], package: &[usize]) -> bool {
        match self {
            Self::When(when, then) => !when.holds(issues, package) || then.holds(issues, package),
            Self::Always(always) => always.holds(issues, package),
            Self::Never(never) => !never.holds(issues, package),
        }
    }
}

impl Spec {
    /// Every package of the structure.
    pub(crate) fn packages(&self) -> Vec<Package> {
        let grow = |packages: Vec<Package>, issue: &Issue| {
            let with = |package: &Package| {
                let package = package.clone();
                (0..issue.size).map(move |choice| [&package[..], &[choice]].concat())
            };
            packages.iter().flat_map(with).collect()
        };
        self.issues.iter().fold(vec![Vec::new()], grow)
    }
}
