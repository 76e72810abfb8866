//! What must hold of a model before anything is computed with it: shapes agree and no sum can overflow.

use crate::connectivity::Connectivity;
use crate::error::ModelError;
use crate::model::{Consent, Formula, Limit, Model, Party, Table, Term};

/// The most parties a model may have: a set of parties is kept in one machine word.
pub const MAX_PARTIES: usize = 64;

/// The most issues a model may have: every search is recursive over them.
pub const MAX_ISSUES: usize = 1000;

/// The deepest nesting of a formula: every walk over formulas is recursive.
pub const MAX_DEPTH: usize = 200;

/// The most combinations in a table.
pub const MAX_TABLE: usize = 1 << 20;

impl Model {
    /// Checks that every list has the length its issue or the model asks for, that every index names something, and that
    /// no party's utility and no sum in a formula can leave `i64`, whatever the package; all searches check it themselves.
    ///
    /// # Cost
    /// Linear in the size of the model.
    pub fn validate(&self) -> Result<(), ModelError> {
        if let Some(issue) = self.issues.iter().position(|&size| size == 0) {
            return Err(ModelError::NoChoice { issue });
        }
        if MAX_ISSUES < self.issues.len() {
            return Err(ModelError::TooManyIssues { issues: self.issues.len(), most: MAX_ISSUES });
        }
        if MAX_PARTIES < self.parties.len() {
            return Err(ModelError::TooManyParties { parties: self.parties.len(), most: MAX_PARTIES });
        }
        self.rules.iter().try_for_each(|rule| self.validate_formula(rule))?;
        self.limits.iter().try_for_each(|limit| self.validate_limit(limit))?;
        self.parties.iter().enumerate().try_for_each(|(index, party)| self.validate_party(index, party))
    }

    /// Checks that a formula speaks of this model's issues and choices.
    pub fn validate_formula(&self, formula: &Formula) -> Result<(), ModelError> {
        self.validate_nested(formula, 0)
    }

    fn validate_nested(&self, formula: &Formula, depth: usize) -> Result<(), ModelError> {
        if MAX_DEPTH <= depth {
            return Err(ModelError::TooDeep { most: MAX_DEPTH });
        }
        match formula {
            Formula::Choice { issue, among } => self.validate_list(*issue, among.len()),
            Formula::AtMost { terms, bound } => self.validate_sum(terms, *bound),
            Formula::Connected(connectivity) => self.validate_connectivity(connectivity),
            Formula::Not(inner) => self.validate_nested(inner, depth + 1),
            Formula::All(parts) | Formula::Any(parts) => {
                parts.iter().try_for_each(|part| self.validate_nested(part, depth + 1))
            }
        }
    }

    fn validate_list(&self, issue: usize, found: usize) -> Result<(), ModelError> {
        match self.issues.get(issue) {
            None => Err(ModelError::UnknownIssue { issue }),
            Some(&expected) if expected != found => Err(ModelError::PerChoice { issue, found, expected }),
            Some(_) => Ok(()),
        }
    }

    fn validate_sum(&self, terms: &[Term], bound: i64) -> Result<(), ModelError> {
        let mut named = vec![false; self.issues.len()];
        for term in terms {
            self.validate_list(term.issue, term.amounts.len())?;
            if std::mem::replace(&mut named[term.issue], true) {
                return Err(ModelError::IssueTwice { issue: term.issue });
            }
        }
        let reach = terms.iter().map(|term| largest(&term.amounts)).chain([bound.unsigned_abs()]);
        if fits(reach) { Ok(()) } else { Err(ModelError::SumOverflow) }
    }

    fn validate_connectivity(&self, connectivity: &Connectivity) -> Result<(), ModelError> {
        let mut named = vec![false; self.issues.len()];
        for unit in &connectivity.units {
            self.validate_list(unit.issue, unit.among.len())?;
            if std::mem::replace(&mut named[unit.issue], true) {
                return Err(ModelError::IssueTwice { issue: unit.issue });
            }
        }
        connectivity.validate_edges()
    }

    fn validate_limit(&self, limit: &Limit) -> Result<(), ModelError> {
        self.validate_owner(limit.owner)?;
        self.validate_formula(&limit.forbids)
    }

    /// Checks that there is a party of that number.
    pub(crate) fn validate_owner(&self, party: usize) -> Result<(), ModelError> {
        if party < self.parties.len() { Ok(()) } else { Err(ModelError::UnknownParty { party }) }
    }

    fn validate_party(&self, index: usize, party: &Party) -> Result<(), ModelError> {
        if party.values.len() != self.issues.len() {
            let (found, expected) = (party.values.len(), self.issues.len());
            return Err(ModelError::ValuedIssues { party: index, found, expected });
        }
        let lists = party.values.iter().enumerate();
        lists.into_iter().try_for_each(|(issue, values)| self.validate_list(issue, values.len()))?;
        if let Consent::When(formula) = &party.consent {
            self.validate_formula(formula)?;
        }
        party.tables.iter().try_for_each(|table| self.validate_table(table))?;
        party.linkages.iter().try_for_each(|linkage| self.validate_formula(&linkage.when))?;
        if fits(reach(party)) { Ok(()) } else { Err(ModelError::UtilityOverflow { party: index }) }
    }
}

impl Model {
    fn validate_table(&self, table: &Table) -> Result<(), ModelError> {
        let mut named = vec![false; self.issues.len()];
        let mut expected = 1_usize;
        for &issue in &table.issues {
            let size = self.issues.get(issue).ok_or(ModelError::UnknownIssue { issue })?;
            if std::mem::replace(&mut named[issue], true) {
                return Err(ModelError::IssueTwice { issue });
            }
            expected = expected.saturating_mul(*size);
        }
        if MAX_TABLE < expected {
            return Err(ModelError::TableTooLarge { cells: expected, most: MAX_TABLE });
        }
        if table.units.len() == expected {
            Ok(())
        } else {
            Err(ModelError::TableLength { found: table.units.len(), expected })
        }
    }
}

/// Magnitudes whose sum bounds every utility of the party and every difference to its bottom line.
fn reach(party: &Party) -> impl Iterator<Item = u64> + '_ {
    let own = party.values.iter().map(|values| largest(values));
    let linked = party.linkages.iter().map(|linkage| linkage.units.unsigned_abs());
    let tables = party.tables.iter().map(|table| largest(&table.units));
    own.chain(tables).chain(linked).chain(party.bottom_line.map(i64::unsigned_abs))
}

fn largest(amounts: &[i64]) -> u64 {
    amounts.iter().map(|amount| amount.unsigned_abs()).max().unwrap_or(0)
}

fn fits(magnitudes: impl IntoIterator<Item = u64>) -> bool {
    let sum = magnitudes.into_iter().try_fold(0_u64, u64::checked_add);
    sum.is_some_and(|sum| i64::try_from(sum).is_ok())
}
