//! What waits for a coder, and how far coders agree.

use detente::evidence::{Agreement, Coefficient, Undefined, Variable};
use detente::ledger::StatementIdx;

use super::Page;
use crate::render::evidence::statements;
use crate::render::text::{heading, item, listed, wrapped};

impl Page<'_> {
    pub(super) fn uncoded(&self) -> String {
        let found = &self.record.uncoded;
        let mut out = heading("Statements that wait for a coder");
        out.push_str(&self.block("Stand behind nothing", &found.unused));
        out.push_str(&self.block("Stand behind something, but behind no position", &found.without_position));
        let ids: Vec<String> =
            found.without_coder.iter().map(|&idx| self.ledger.statements[idx].id.to_string()).collect();
        let named = if ids.is_empty() { "none".to_owned() } else { listed(&ids) };
        out.push_str(&wrapped(&format!("Name no coder: {named}."), 2));
        out
    }

    fn block(&self, title: &str, of: &[StatementIdx]) -> String {
        if of.is_empty() {
            return wrapped(&format!("{title}: none."), 2);
        }
        wrapped(&format!("{title}:"), 2) + &statements(self.case, self.ledger, of, 4)
    }

    pub(super) fn coders(&self) -> String {
        let mut out = heading("How far coders agree who worked alone");
        if self.record.agreement.is_empty() {
            out.push_str(&wrapped("No coder's own readings are on record (codings in ledger.toml).", 2));
            return out;
        }
        self.record.agreement.iter().for_each(|found| out.push_str(&self.agreement(found)));
        out.push_str(&wrapped(
            "1: all read alike; 0: as often alike as chance would have it; below 0: less often. Few statements make a loose number.",
            2,
        ));
        out
    }

    fn agreement(&self, found: &Agreement) -> String {
        let mut out = item(
            &format!(
                "{}: {} of {} statements read alike by {}; Krippendorff's alpha {}{}",
                variable(found.variable),
                found.alike,
                found.statements,
                listed(&found.coders),
                coefficient(&found.alpha),
                found
                    .kappa
                    .as_ref()
                    .map_or_else(String::new, |kappa| format!(", Cohen's kappa {}", coefficient(kappa)))
            ),
            2,
        );
        for row in &found.disagreements {
            let readings: Vec<String> = row.readings.iter().map(|(coder, words)| format!("{coder}: {words}")).collect();
            out.push_str(&wrapped(
                &format!("{}: {}", self.ledger.statements[row.statement].id, readings.join(" | ")),
                6,
            ));
        }
        out
    }
}

fn variable(variable: Variable) -> &'static str {
    match variable {
        Variable::Issue => "Issue",
        Variable::Kind => "Kind of position",
        Variable::Firmness => "Firmness, in order",
        Variable::Credibility => "Credibility, in order",
        Variable::Amount => "Amount",
    }
}

fn coefficient(found: &Result<Coefficient, Undefined>) -> String {
    match found {
        Ok(found) => found.rounded().to_string().replace('-', "−"),
        Err(Undefined::NoPairs) => "undefined: no statement with two readings".to_owned(),
        Err(Undefined::NoVariation) => "undefined: every reading is the same value".to_owned(),
    }
}
