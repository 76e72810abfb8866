//! What of a model is in force, and the patterns of consent its packages fall into.

use crate::condition::Condition;
use detente_model::{Ask, Consent, Formula, Member, Model, Party};

/// A zone, taken apart so that single pieces can be set aside or moved.
#[derive(Clone)]
pub(crate) struct Ground<'a> {
    pub(crate) model: &'a Model,
    pub(crate) fixed: Vec<Option<usize>>,
    pub(crate) rules: Vec<bool>,
    pub(crate) require: &'a [Formula],
    pub(crate) limits: Vec<bool>,
    /// Per party the least it accepts where it is asked, if that is in force.
    pub(crate) lines: Vec<Option<i64>>,
    pub(crate) principals: &'a [usize],
}

impl<'a> Ground<'a> {
    /// The zone of a question.
    pub(crate) fn new(model: &'a Model, ask: &'a Ask) -> Self {
        let line = |party: &Party| party.bottom_line.filter(|_| ask.bottom_lines);
        Self {
            model,
            fixed: ask.fixed.clone(),
            rules: vec![true; model.rules.len()],
            require: &ask.require,
            limits: ask.limits.clone(),
            lines: model.parties.iter().map(line).collect(),
            principals: &ask.principals,
        }
    }

    /// The same with a member in force or set aside, whatever the question says of it.
    pub(crate) fn switch(&mut self, member: Member, ask: &Ask, in_force: bool) {
        match member {
            Member::Rule(rule) => self.rules[rule] = in_force,
            Member::Limit(limit) => self.limits[limit] = in_force,
            Member::BottomLine(party) => self.lines[party] = self.model.parties[party].bottom_line.filter(|_| in_force),
            Member::Fixed(issue) => self.fixed[issue] = ask.fixed[issue].filter(|_| in_force),
        }
    }

    /// Whether the package lies in this zone; the wording of [`detente_model::in_zone`].
    pub(crate) fn holds(&self, package: &[usize]) -> bool {
        let draft = self.fixed.iter().zip(package).all(|(fixed, choice)| fixed.is_none_or(|held| held == *choice));
        let rules = self.model.rules.iter().zip(&self.rules).all(|(rule, in_force)| !in_force || rule.holds(package));
        let accepts = |(party, of): (usize, &Party)| {
            let mut own = self.model.limits.iter().zip(&self.limits).filter(|of| *of.1 && of.0.owner == party);
            let line = self.lines[party].is_none_or(|line| i128::from(line) <= of.utility(package));
            !of.is_asked_in(package) || line && own.all(|(limit, _)| !limit.forbids.holds(package))
        };
        let require = self.require.iter().all(|formula| formula.holds(package));
        draft && rules && require && self.model.parties.iter().enumerate().all(accepts)
    }

    /// Every way in which consent can be needed, as far as it matters: per party whether it is asked. Each package falls into
    /// one, except that a party of which nothing is in force counts as not asked where its consent is conditional.
    pub(crate) fn patterns(&self) -> Vec<Vec<bool>> {
        let mut patterns = vec![Vec::new()];
        for (index, party) in self.model.parties.iter().enumerate() {
            let can_be: &[bool] = match party.consent {
                Consent::Always => &[true],
                Consent::When(_) if self.has_say(index) => &[true, false],
                Consent::When(_) | Consent::Never => &[false],
            };
            let with = |pattern: &Vec<bool>, asked: bool| pattern.iter().copied().chain([asked]).collect();
            patterns =
                patterns.iter().flat_map(|pattern| can_be.iter().map(move |&asked| with(pattern, asked))).collect();
        }
        patterns
    }

    /// Whether two patterns say the same of every party whose conditional consent matters here.
    pub(crate) fn agree(&self, a: &[bool], b: &[bool]) -> bool {
        let splits =
            |party: usize| matches!(self.model.parties[party].consent, Consent::When(_)) && self.has_say(party);
        a.len() == b.len() && (0..b.len()).all(|party| a[party] == b[party] || !splits(party))
    }

    fn has_say(&self, party: usize) -> bool {
        let mut limits = self.model.limits.iter().zip(&self.limits);
        self.lines[party].is_some() || limits.any(|(limit, in_force)| *in_force && limit.owner == party)
    }

    /// The conditions every package of a pattern meets, bottom lines apart.
    pub(crate) fn conditions(&self, asked: &[bool]) -> Vec<Condition> {
        let rules = self.model.rules.iter().zip(&self.rules).filter(|(_, in_force)| **in_force).map(|(rule, _)| rule);
        let hard = rules.chain(self.require).map(|formula| Condition::new(formula, true));
        let consent = self.model.parties.iter().enumerate().filter(|(party, _)| self.has_say(*party));
        let consent = consent.filter_map(|(party, of)| match &of.consent {
            Consent::When(formula) => Some(Condition::new(formula, asked[party])),
            Consent::Always | Consent::Never => None,
        });
        let limits =
            self.model.limits.iter().zip(&self.limits).filter(|(limit, in_force)| **in_force && asked[limit.owner]);
        hard.chain(consent).chain(limits.map(|(limit, _)| Condition::new(&limit.forbids, false))).collect()
    }
}

/// The patterns of consent a proof about this question gives evidence for, each as per party whether it is asked.
pub fn patterns(model: &Model, ask: &Ask) -> Vec<Vec<bool>> {
    Ground::new(model, ask).patterns()
}
