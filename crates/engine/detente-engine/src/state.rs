//! A partial assignment, what it adds up to and what it decides; assigned and undone one issue at a time.

use crate::plan::{Plan, Role, Truth, UNSET};

/// A partial assignment of a [`Plan`].
pub(crate) struct State<'p> {
    plan: &'p Plan,
    /// Per issue the position, or [`UNSET`].
    pub(crate) assigned: Vec<usize>,
    /// Per axis the units so far.
    pub(crate) sums: Vec<i64>,
    /// Per axis the most that open linkages can add.
    pub(crate) ceiling: Vec<i64>,
    /// Per axis the least that open linkages can add.
    pub(crate) floor: Vec<i64>,
    /// Per axis whether its line counts.
    pub(crate) asked: Vec<Truth>,
    /// κ of the positions so far.
    pub(crate) kappa: u128,
    /// How many clauses are open.
    open: usize,
    /// How many of the open ones are about consent.
    open_consents: usize,
    truth: Vec<Truth>,
    decided: Vec<usize>,
    marks: Vec<(usize, usize)>,
}

impl<'p> State<'p> {
    /// Nothing assigned.
    pub(crate) fn new(plan: &'p Plan) -> Self {
        let n_axes = plan.axes.len();
        let mut state = Self {
            plan,
            assigned: vec![UNSET; plan.n_issues()],
            sums: plan.axes.iter().map(|axis| axis.base).collect(),
            ceiling: vec![0; n_axes],
            floor: vec![0; n_axes],
            asked: plan.axes.iter().map(|axis| axis.asked).collect(),
            kappa: 0,
            open: plan.clauses.len(),
            open_consents: 0,
            truth: vec![Truth::Open; plan.clauses.len()],
            decided: Vec::new(),
            marks: Vec::new(),
        };
        plan.clauses.iter().for_each(|clause| state.reopen(clause.role));
        state
    }

    /// Assigns an issue; whether no hard condition fails by it. To be undone either way.
    pub(crate) fn assign(&mut self, issue: usize, position: usize) -> bool {
        let plan = self.plan;
        self.marks.push((issue, self.decided.len()));
        self.assigned[issue] = position;
        self.kappa += self.weight(issue, position);
        self.sums.iter_mut().zip(plan.row(issue, position)).for_each(|(sum, units)| *sum += units);
        self.open == 0 || plan.watch[issue].iter().all(|&clause| self.look(clause))
    }

    /// Undoes the last assignment.
    pub(crate) fn undo(&mut self) {
        let plan = self.plan;
        let Some((issue, mark)) = self.marks.pop() else { return };
        let position = std::mem::replace(&mut self.assigned[issue], UNSET);
        self.kappa -= self.weight(issue, position);
        self.sums.iter_mut().zip(plan.row(issue, position)).for_each(|(sum, units)| *sum -= units);
        while mark < self.decided.len() {
            self.retract();
        }
    }

    fn weight(&self, issue: usize, position: usize) -> u128 {
        self.plan.weights[issue] * crate::plan::wide(position)
    }

    /// Looks at a clause again; false if it is hard and fails.
    fn look(&mut self, clause: usize) -> bool {
        if self.truth[clause] != Truth::Open {
            return true;
        }
        let plan = self.plan;
        let truth = plan.clauses[clause].condition.truth(&self.assigned);
        if truth == Truth::Open {
            return true;
        }
        self.truth[clause] = truth;
        self.decided.push(clause);
        self.open -= 1;
        self.decide(plan.clauses[clause].role, truth)
    }

    fn decide(&mut self, role: Role, truth: Truth) -> bool {
        match role {
            Role::Hard => return truth == Truth::Yes,
            Role::Consent { axis } => {
                self.asked[axis] = truth;
                self.open_consents -= 1;
            }
            Role::Linkage { axis, units } => {
                self.ceiling[axis] -= units.max(0);
                self.floor[axis] -= units.min(0);
                self.sums[axis] += if truth == Truth::Yes { units } else { 0 };
            }
        }
        true
    }

    fn retract(&mut self) {
        let plan = self.plan;
        let Some(clause) = self.decided.pop() else { return };
        let truth = std::mem::replace(&mut self.truth[clause], Truth::Open);
        self.open += 1;
        let role = plan.clauses[clause].role;
        if let (Role::Linkage { axis, units }, Truth::Yes) = (role, truth) {
            self.sums[axis] -= units;
        }
        self.reopen(role);
    }

    fn reopen(&mut self, role: Role) {
        match role {
            Role::Hard => {}
            Role::Consent { axis } => {
                self.asked[axis] = Truth::Open;
                self.open_consents += 1;
            }
            Role::Linkage { axis, units } => {
                self.ceiling[axis] += units.max(0);
                self.floor[axis] += units.min(0);
            }
        }
    }

    /// Whether no clause is open: what is left only adds up.
    pub(crate) fn is_settled(&self) -> bool {
        self.open == 0
    }

    /// Whether it is decided whose lines count.
    pub(crate) fn is_consent_settled(&self) -> bool {
        self.open_consents == 0
    }

    /// Whether some line that counts cannot be reached any more, the issues from `depth` on being open.
    pub(crate) fn is_hopeless(&self, depth: usize) -> bool {
        let most = &self.plan.most[depth];
        self.lines().any(|(axis, line)| self.sums[axis] + self.ceiling[axis] + most[axis] < line)
    }

    /// Whether every line that counts is reached whatever the open issues become; asked where everything is settled.
    pub(crate) fn is_assured(&self, depth: usize) -> bool {
        let least = &self.plan.least[depth];
        self.lines().all(|(axis, line)| line <= self.sums[axis] + least[axis])
    }

    /// The axes whose line counts, with the line.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, i64)> + '_ {
        let asked = self.plan.axes.iter().zip(&self.asked).enumerate();
        asked.filter_map(|(axis, (of, asked))| Some((axis, of.line.filter(|_| *asked == Truth::Yes)?)))
    }
}
