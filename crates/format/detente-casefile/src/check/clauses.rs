//! Clauses that leave a choice without words, and words that never stand.

use detente_base::{Diagnostic, Index};
use detente_case::{AgreementText, Case, ChoiceIdx, Clause, IssueIdx, Subject};

use crate::codes;

pub(crate) fn check(case: &Case, agreement: &AgreementText, diagnostics: &mut Vec<Diagnostic>) {
    for clause in &agreement.clauses {
        if excluded(case, clause, None) {
            diagnostics.push(
                Diagnostic::new(&codes::IDLE_VARIANT, format!("the clause \"{}\" never stands", clause.id))
                    .at(clause.span, "its condition and the rules exclude each other")
                    .hint("mend its condition, or leave the clause out"),
            );
            continue;
        }
        if let Some(about) = clause.about {
            of_choices(case, clause, about, diagnostics);
        }
    }
}

fn of_choices(case: &Case, clause: &Clause, about: Subject, diagnostics: &mut Vec<Diagnostic>) {
    let choices = about.choices(case);
    let never: Vec<bool> = (0..choices.len()).map(|place| never_stands(case, clause, about, place)).collect();
    let is_never = |place: usize| never.get(place) == Some(&true);
    let missing: Vec<&str> = choices
        .iter()
        .enumerate()
        .filter(|&(place, _)| !is_never(place) && clause.words_for(place).is_none())
        .map(|(_, id)| *id)
        .collect();
    let has_words = clause.words.is_some() || !clause.variants.is_empty();
    if has_words && !missing.is_empty() {
        diagnostics.push(
            Diagnostic::new(
                &codes::MISSING_VARIANT,
                format!("the clause \"{}\" has no words for every choice", clause.id),
            )
            .at(clause.span, format!("no words for {}", shortened(&missing)))
            .hint("add a variant for each, or text for all that have none, or a condition (when) that excludes them"),
        );
    }
    for variant in &clause.variants {
        let idle: Vec<&str> = variant
            .places
            .iter()
            .filter(|&&place| is_never(place))
            .filter_map(|&place| choices.get(place).copied())
            .collect();
        if !idle.is_empty() && idle.len() == variant.places.len() {
            diagnostics.push(
                Diagnostic::new(
                    &codes::IDLE_VARIANT,
                    format!("these words never stand: the clause does not stand under {}", shortened(&idle)),
                )
                .at(variant.span, "these words")
                .hint("leave them out, or mend the condition of the clause"),
            );
        }
    }
    let all_own = (0..choices.len()).all(|place| is_never(place) || clause.has_own(place));
    if clause.words.is_some() && all_own {
        diagnostics.push(
            Diagnostic::new(&codes::IDLE_VARIANT, format!("the text of the clause \"{}\" never stands", clause.id))
                .at(clause.span, "every choice has words of its own")
                .hint("leave out text, or one of the variants"),
        );
    }
}

/// Whether words for a choice can never stand: under the clause's condition and the rules no part can have it.
fn never_stands(case: &Case, clause: &Clause, about: Subject, place: usize) -> bool {
    match about {
        Subject::Issue(issue) => excluded(case, clause, Some((issue, ChoiceIdx::new(place)))),
        Subject::Lens(lens) => {
            let parts = &case.lenses[lens].parts;
            let of_part = |part: &detente_case::LensPart| {
                let rank = part.statuses.iter().position(|&status| status == place);
                rank.is_none_or(|rank| excluded(case, clause, Some((part.issue, ChoiceIdx::new(rank)))))
            };
            !parts.is_empty() && parts.iter().all(of_part)
        }
    }
}

/// Whether the condition of the clause, or one of the rules, fails whatever else is chosen. Looked at one by one, so that what only
/// several of them exclude together is not found; what is found is so.
fn excluded(case: &Case, clause: &Clause, fixed: Option<(IssueIdx, ChoiceIdx)>) -> bool {
    let left = |issue: IssueIdx| match fixed {
        Some((of, choice)) if of == issue => vec![choice],
        _ => case.issues[issue].choices.indices().collect(),
    };
    let when = clause.when.as_ref().map(|when| &when.formula);
    let rules = fixed.map_or(&[][..], |_| case.rules.rows().as_slice());
    let mut conditions = when.into_iter().chain(rules.iter().map(|rule| &rule.holds));
    conditions.any(|condition| condition.decided(&left) == Some(false))
}

fn shortened(ids: &[&str]) -> String {
    const SHOWN: usize = 8;
    match ids {
        few if few.len() <= SHOWN => few.join(", "),
        many => {
            format!("{}, … ({} in all)", many.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", "), many.len())
        }
    }
}
