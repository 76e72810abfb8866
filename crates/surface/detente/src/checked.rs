//! A folder that can be analysed: nothing is wrong with it that the reading or the model could find.

use detente_base::{Diagnostic, Watch};
use detente_case::Case;
use detente_casefile::codes;
use detente_deals::{DealsError, Settings, contradictory_rules, lower};
use detente_estimate::EstimateSet;

use crate::{Opened, answers};

/// A case without errors, ready to be asked.
#[derive(Clone, Copy, Debug)]
pub struct Sound<'o> {
    /// The folder it was read from.
    pub opened: &'o Opened,
    /// The case.
    pub case: &'o Case,
}

impl Opened {
    /// Everything that is wrong: what reading found, and what only the model shows (rules that no package satisfies, numbers
    /// that are too large).
    ///
    /// # Errors
    /// Where the search for a package within the rules is out of reach.
    pub fn diagnostics(&self, watch: &dyn Watch) -> Result<Vec<Diagnostic>, DealsError> {
        let mut diagnostics = self.reading.diagnostics.clone();
        let Some(case) = self.reading.case.as_ref().filter(|_| self.reading.is_sound()) else { return Ok(diagnostics) };
        for set in &self.reading.estimates {
            match too_large(case, set) {
                Some(too_large) => diagnostics.push(too_large),
                None => diagnostics.extend(answers::diagnostics(case, set)),
            }
        }
        if let Some(rules) = contradictory_rules(case, watch)? {
            let mut diagnostic =
                Diagnostic::new(&codes::CONTRADICTORY_RULES, "no package satisfies these rules together");
            for &rule in &rules {
                diagnostic = diagnostic.at(case.rules[rule].span, format!("rule: {}", case.rules[rule].text));
            }
            diagnostics.push(diagnostic.hint("without any one of them there would be a package; mend or drop one"));
        }
        Ok(diagnostics)
    }

    /// The case, if nothing is wrong with it.
    pub fn sound(&self, diagnostics: &[Diagnostic]) -> Option<Sound<'_>> {
        let case = self.reading.case.as_ref()?;
        (!diagnostics.iter().any(Diagnostic::is_error)).then_some(Sound { opened: self, case })
    }
}

fn too_large(case: &Case, set: &EstimateSet) -> Option<Diagnostic> {
    let overflow = lower(&Settings::default().apply(case), Some(set)).err()?;
    let name = &case.parties[overflow.party].name;
    let span = set.party(overflow.party).map_or(case.parties[overflow.party].span, |of| of.span);
    Some(
        Diagnostic::new(
            &codes::NUMBER_TOO_LARGE,
            format!("the numbers of {name} in \"{}\" are too large to add up exactly", set.id),
        )
        .at(span, "this party")
        .hint("use larger units; points and weights of up to a million leave room for everything"),
    )
}
