//! The bytes a model and a question are known by.
//!
//! Every list is written with its length, every alternative with a tag, every number in eight bytes: two different questions
//! never have the same bytes. What an answer may cost is no part of the question.

use detente_model::{Ask, Consent, Formula, Model, Party};
use sha2::{Digest, Sha256};

/// The SHA-256 of a model and a question about it, in hexadecimal digits.
pub fn model_hash(model: &Model, ask: &Ask) -> String {
    let mut bytes = Bytes(b"detente.model/1".to_vec());
    bytes.list(&model.issues, |to, &size| to.index(size));
    bytes.list(&model.parties, Bytes::party);
    bytes.list(&model.rules, Bytes::formula);
    bytes.list(&model.limits, |to, limit| {
        to.index(limit.owner);
        to.formula(&limit.forbids);
    });
    bytes.list(&ask.fixed, |to, &fixed| to.option(fixed, Bytes::index));
    bytes.list(&ask.limits, |to, &in_force| to.tag(u8::from(in_force)));
    bytes.tag(u8::from(ask.bottom_lines));
    bytes.list(&ask.principals, |to, &party| to.index(party));
    bytes.list(&ask.require, Bytes::formula);
    hex(&bytes.0)
}

/// The SHA-256 of some bytes, in hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

struct Bytes(Vec<u8>);

impl Bytes {
    fn tag(&mut self, tag: u8) {
        self.0.push(tag);
    }

    fn number(&mut self, number: i64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    /// No index of this machine is beyond 64 bits; were one, it would share the hash of the greatest and nothing else.
    fn index(&mut self, index: usize) {
        self.0.extend_from_slice(&u64::try_from(index).unwrap_or(u64::MAX).to_le_bytes());
    }

    fn list<T>(&mut self, list: &[T], each: impl Fn(&mut Self, &T)) {
        self.index(list.len());
        list.iter().for_each(|item| each(self, item));
    }

    fn option<T>(&mut self, option: Option<T>, some: impl Fn(&mut Self, T)) {
        self.tag(u8::from(option.is_some()));
        option.into_iter().for_each(|value| some(self, value));
    }

    fn numbers(&mut self, numbers: &[i64]) {
        self.list(numbers, |to, &number| to.number(number));
    }

    fn party(&mut self, party: &Party) {
        self.list(&party.values, |to, values| to.numbers(values));
        self.list(&party.tables, |to, table| {
            to.list(&table.issues, |to, &issue| to.index(issue));
            to.numbers(&table.units);
        });
        self.list(&party.linkages, |to, linkage| {
            to.formula(&linkage.when);
            to.number(linkage.units);
        });
        self.option(party.bottom_line, Self::number);
        match &party.consent {
            Consent::Always => self.tag(0),
            Consent::Never => self.tag(1),
            Consent::When(formula) => {
                self.tag(2);
                self.formula(formula);
            }
        }
    }

    fn formula(&mut self, formula: &Formula) {
        match formula {
            Formula::Choice { issue, among } => {
                self.tag(0);
                self.index(*issue);
                self.list(among, |to, &is_among| to.tag(u8::from(is_among)));
            }
            Formula::AtMost { terms, bound } => {
                self.tag(1);
                self.list(terms, |to, term| {
                    to.index(term.issue);
                    to.numbers(&term.amounts);
                });
                self.number(*bound);
            }
            Formula::Not(inner) => {
                self.tag(2);
                self.formula(inner);
            }
            Formula::All(parts) => {
                self.tag(3);
                self.list(parts, Self::formula);
            }
            Formula::Any(parts) => {
                self.tag(4);
                self.list(parts, Self::formula);
            }
            Formula::Connected(connectivity) => {
                self.tag(5);
                self.list(&connectivity.units, |to, unit| {
                    to.index(unit.issue);
                    to.list(&unit.among, |to, &is_among| to.tag(u8::from(is_among)));
                });
                self.list(&connectivity.edges, |to, &(a, b)| {
                    to.index(a);
                    to.index(b);
                });
                self.index(connectivity.max_components);
            }
        }
    }
}
