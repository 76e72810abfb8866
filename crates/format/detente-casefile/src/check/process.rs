//! Steps that are recorded as done before what they require.

use detente_base::Diagnostic;
use detente_case::{Case, Step, StepStatus};

use crate::codes;

pub(super) fn check(case: &Case, diagnostics: &mut Vec<Diagnostic>) {
    let done = case.process.rows().filter(|step| step.status == StepStatus::Done && step.overridden.is_none());
    for step in done {
        for needed in step.requires.iter().map(|&needed| &case.process[needed]) {
            if let Some(label) = before(step, needed) {
                diagnostics.push(
                    Diagnostic::new(
                        &codes::STEP_OUT_OF_ORDER,
                        format!("\"{}\" is done before \"{}\", which it requires", step.id, needed.id),
                    )
                    .at(step.span, "done")
                    .at(needed.span, label)
                    .hint("mend status or date, or say why with override = \"…\""),
                );
            }
        }
    }
}

/// What the required step says, if it did not come first.
fn before(step: &Step, needed: &Step) -> Option<String> {
    if needed.status != StepStatus::Done {
        return Some(format!("still {}", needed.status));
    }
    let (on, needed_on) = (step.on?, needed.on?);
    (on < needed_on).then(|| format!("on {needed_on}, which is after {on}"))
}
