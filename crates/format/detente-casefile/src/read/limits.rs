//! Rules, red lines, conditional offers and the steps of the process.

use detente_base::{Diagnostic, Table};
use detente_case::expr::describe;
use detente_case::{
    Case, Condition, ConditionalOffer, Firmness, Formula, Id, Judge, OfferStatus, Precision, RedLine, Rule, Step,
    StepIdx, StepStatus,
};

use super::context::Context;
use super::names::{Definition, Kind};
use super::texts::owned;
use crate::codes;
use crate::tree::Node;

pub(super) fn read(context: &mut Context<'_, '_>, case: &mut Case) {
    let names = context.names;
    let definitions = |kind| names.definitions(kind);
    let (rules, red_lines) = (definitions(Kind::Rule), definitions(Kind::RedLine));
    let (offers, steps) = (definitions(Kind::Offer), definitions(Kind::Step));
    case.rules = rules.into_iter().filter_map(|(id, at)| rule(context, case, id, at)).collect();
    case.red_lines = red_lines.into_iter().filter_map(|(id, at)| red_line(context, case, id, at)).collect();
    case.offers = offers.into_iter().filter_map(|(id, at)| offer(context, case, id, at)).collect();
    case.process = steps.into_iter().map(|(id, at)| step(context, case, id, at)).collect();
    refuse_cycles(context, case);
}

fn rule(context: &mut Context<'_, '_>, case: &Case, id: Id, Definition { node, span }: Definition<'_>) -> Option<Rule> {
    let mut part = |key: &str| node.get(key).map(|part| context.condition(Some(part), 0, case));
    let (when, then, always, never) = (part("when"), part("then"), part("always"), part("never"));
    let words = |condition: &Condition| describe(&condition.expr, case.scope());
    let (holds, text, words) = match (when, then, always, never) {
        (Some(when), Some(then), None, None) => {
            let (when, then) = (when?, then?);
            let text = format!("when {}, then {}", when.text, then.text);
            let words = format!("if {} then {}", words(&when), words(&then));
            (when.formula.implies(then.formula), text, words)
        }
        (None, None, Some(always), None) => {
            let always = always?;
            let words = format!("always {}", words(&always));
            (always.formula, format!("always {}", always.text), words)
        }
        (None, None, None, Some(never)) => {
            let never = never?;
            let words = format!("never {}", words(&never));
            (Formula::Not(Box::new(never.formula)), format!("never {}", never.text), words)
        }
        _ => {
            context.report(
                Diagnostic::new(&codes::BAD_RULE, format!("the rule \"{id}\" has no form"))
                    .at(span, "this rule")
                    .hint("give it \"when\" and \"then\", or \"always\" alone, or \"never\" alone"),
            );
            return None;
        }
    };
    let basis = owned(node.get("basis")).or_else(|| owned(node.get("because")));
    Some(Rule { id, holds, text, words, basis, note: owned(node.get("note")), span })
}

fn red_line(
    context: &mut Context<'_, '_>,
    case: &Case,
    id: Id,
    Definition { node, span }: Definition<'_>,
) -> Option<RedLine> {
    let party = context.index(Kind::Party, node.get("party"));
    let never = context.condition(node.get("never"), 0, case);
    let mut statements = |key: &str| context.ids(&[Kind::Statement], node.get(key));
    Some(RedLine {
        can_lift_basis: statements("can_lift_basis"),
        evidence: statements("evidence"),
        counter_evidence: statements("counter_evidence"),
        reported_as: statements("reported_as"),
        party: party?,
        never: never?,
        firmness: firmness(node.get("firmness"))?,
        firmness_by: judge(node.get("firmness_by")),
        can_lift: owned(node.get("can_lift")),
        can_lift_because: owned(node.get("can_lift_because")),
        note: owned(node.get("note")),
        id,
        span,
    })
}

fn offer(
    context: &mut Context<'_, '_>,
    case: &Case,
    id: Id,
    Definition { node, span }: Definition<'_>,
) -> Option<ConditionalOffer> {
    let party = context.index(Kind::Party, node.get("party"));
    let offer = context.condition(node.get("offer"), 0, case);
    let only_if = context.condition(node.get("only_if"), 0, case);
    let dismissed_by = context.index(Kind::Party, node.get("dismissed_by"));
    let evidence = context.ids(&[Kind::Statement], node.get("evidence"));
    Some(ConditionalOffer {
        party: party?,
        offer: offer?,
        only_if: only_if?,
        status: match node.get("status").and_then(Node::text) {
            Some("dismissed") => OfferStatus::Dismissed,
            Some("withdrawn") => OfferStatus::Withdrawn,
            _ => OfferStatus::Made,
        },
        dismissed_by,
        evidence,
        note: owned(node.get("note")),
        id,
        span,
    })
}

fn step(context: &mut Context<'_, '_>, case: &Case, id: Id, Definition { node, span }: Definition<'_>) -> Step {
    Step {
        title: owned(node.get("title")).unwrap_or_else(|| id.to_string()),
        participants: context.indices(Kind::Party, node.get("participants")),
        requires: context.indices(Kind::Step, node.get("requires")),
        status: match node.get("status").and_then(Node::text) {
            Some("done") => StepStatus::Done,
            Some("blocked") => StepStatus::Blocked,
            Some("cancelled") => StepStatus::Cancelled,
            _ => StepStatus::Open,
        },
        on: node.get("on").and_then(Node::date),
        precision: precision(node.get("precision")),
        agenda: context.issues(case, node.get("agenda")),
        overridden: owned(node.get("override")),
        evidence: context.ids(&[Kind::Statement], node.get("evidence")),
        note: owned(node.get("note")),
        id,
        span,
    }
}

fn refuse_cycles(context: &mut Context<'_, '_>, case: &Case) {
    let Some(cycle) = case.process_cycle() else { return };
    let steps: &Table<StepIdx, Step> = &case.process;
    let ids: Vec<&str> = cycle.iter().map(|&step| steps[step].id.as_str()).collect();
    let mut diagnostic =
        Diagnostic::new(&codes::PROCESS_CYCLE, "these steps wait for each other, so that none can be taken");
    for (rank, &step) in cycle.iter().enumerate() {
        let next = ids[(rank + 1) % ids.len()];
        diagnostic = diagnostic.at(steps[step].span, format!("requires \"{next}\""));
    }
    context.report(diagnostic.hint("take one of them out of another's \"requires\""));
}

pub(super) fn firmness(node: Option<&Node>) -> Option<Firmness> {
    match node.and_then(Node::text)? {
        "stated-absolute" => Some(Firmness::StatedAbsolute),
        "strong" => Some(Firmness::Strong),
        "negotiable" => Some(Firmness::Negotiable),
        "unclear" => Some(Firmness::Unclear),
        _ => None,
    }
}

pub(super) fn judge(node: Option<&Node>) -> Option<Judge> {
    match node.and_then(Node::text)? {
        "speaker" => Some(Judge::Speaker),
        "reporter" => Some(Judge::Reporter),
        "coder" => Some(Judge::Coder),
        _ => None,
    }
}

pub(super) fn precision(node: Option<&Node>) -> Option<Precision> {
    match node.and_then(Node::text)? {
        "day" => Some(Precision::Day),
        "month" => Some(Precision::Month),
        "year" => Some(Precision::Year),
        "unknown" => Some(Precision::Unknown),
        _ => None,
    }
}
