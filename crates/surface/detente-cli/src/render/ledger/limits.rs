//! The register of red lines.

use detente::case::expr::describe;
use detente::evidence::{Held, Lift, Said};

use super::{Page, nothing};
use crate::render::dates::{day, days};
use crate::render::evidence::{position, statements};
use crate::render::text::{heading, item, wrapped};

impl Page<'_> {
    pub(super) fn red_lines(&self) -> String {
        let register = &self.record.register;
        let mut out = heading("Red lines on record");
        out.push_str(&nothing(register.held.iter().map(|held| self.held(held)).collect()));
        if !register.only_in_ledger.is_empty() {
            out.push_str(&wrapped("Said to be red lines, and no limit of the case:", 2));
            for &idx in &register.only_in_ledger {
                let who = self.ledger.positions[idx].party.map_or("", |party| &self.case.parties[party].name);
                out.push_str(&item(&format!("{who}: {}", position(self.case, self.ledger, idx)), 4));
            }
        }
        out
    }

    fn held(&self, held: &Held) -> String {
        let row = &self.case.red_lines[held.line];
        let by = row.firmness_by.map_or_else(String::new, |judge| format!(", judged by {judge}"));
        let mut out = item(
            &format!(
                "{}: never {} ({}{by}; {}) [{}]",
                self.case.parties[row.party].name,
                describe(&row.never.expr, self.case.scope()),
                row.firmness,
                if row.firmness.binds() { "binds unless told otherwise" } else { "reported only" },
                row.id
            ),
            2,
        );
        let lift = match (&row.can_lift, held.lift) {
            (Some(who), Lift::Sourced) => format!("could be lifted by {who} (a statement says so)"),
            (Some(who), _) => match &row.can_lift_because {
                Some(because) => format!("could be lifted by {who} ({because})"),
                None => format!("could be lifted by {who} (assumption)"),
            },
            (None, _) => "who could lift it is not on record".to_owned(),
        };
        out.push_str(&wrapped(&lift, 6));
        out.push_str(&wrapped(&self.said(held), 6));
        if !held.has_voice {
            out.push_str(&wrapped("no statement of the party itself stands behind it", 6));
        }
        out.push_str(&statements(self.case, self.ledger, &held.evidence, 8));
        for (title, of) in [("Against it:", &held.counter_evidence), ("Only after that day:", &held.later)] {
            if !of.is_empty() {
                out.push_str(&wrapped(title, 6));
                out.push_str(&statements(self.case, self.ledger, of, 8));
            }
        }
        out
    }

    fn said(&self, held: &Held) -> String {
        match held.said {
            Said::Between { first, last, age } => {
                let age = match (age, self.record.as_of) {
                    (Some(age), Some(as_of)) => format!(", {} before {}", days(age), day(Some(as_of), None)),
                    _ => String::new(),
                };
                if first == last {
                    return format!("said on {}{age}", day(Some(first), None));
                }
                format!("first said on {}, last confirmed on {}{age}", day(Some(first), None), day(Some(last), None))
            }
            Said::NotAfter(date) => format!("on record by {}; when it was said is not known", day(Some(date), None)),
            Said::Unknown => "first and last said: date unknown".to_owned(),
        }
    }
}
