//! Numbers in place of a set's own, for one question.

use detente::base::{Decimal, Span, Table};
use detente::case::{Case, ChoiceIdx, PartyIdx};
use detente::estimate::{Estimate, EstimateSet, PartyEstimates, Range, Values, Why};
use detente_api::workbench::{WhatIf, WhatIfOf};
use serde_json::Number;

use crate::ask::{choice, issue, party};
use crate::failure::Failure;

/// Puts what is asked in the place of the sets' own numbers.
pub(crate) fn replace(case: &Case, sets: &mut [EstimateSet], asked: &[WhatIf]) -> Result<(), Failure> {
    for one in asked {
        let party = party(case, &one.party)?;
        let range = range(one)?;
        // A number for a set that is not asked about changes nothing.
        let Some(set) = sets.iter_mut().find(|set| set.id == *one.set.as_str()) else { continue };
        let Some(of) = estimates_of(set, party) else {
            return Err(Failure::argument(
                format!("the set \"{}\" says nothing about {}", one.set, one.party),
                "add a section for the party to the set first",
            ));
        };
        number(case, of, one, range)?;
    }
    Ok(())
}

/// What a set says of a party.
pub(crate) fn estimates_of(set: &mut EstimateSet, party: PartyIdx) -> Option<&mut PartyEstimates> {
    set.party(party)?;
    set.parties[party].as_mut()
}

fn number(case: &Case, of: &mut PartyEstimates, one: &WhatIf, range: Range) -> Result<(), Failure> {
    let on = || {
        let id = one.issue.as_deref().ok_or_else(|| Failure::argument("which issue?", "name it: \"issue\": \"…\""))?;
        issue(case, id)
    };
    match one.of {
        WhatIfOf::BottomLine => put(&mut of.bottom_line, range, of.span),
        WhatIfOf::Weight => {
            if let Some(lens) = one.issue.as_deref().and_then(|id| case.lens(id)) {
                put(&mut of.lenses.entry(lens).or_default().weight, range, of.span);
                return Ok(());
            }
            let issue = on()?;
            let mut weight = of.weights.remove(&issue);
            put(&mut weight, range, of.span);
            of.weights.extend(weight.map(|weight| (issue, weight)));
        }
        WhatIfOf::Value => {
            let issue = on()?;
            let id = one.choice.as_deref().unwrap_or_default();
            let choice = choice(case, issue, id)?;
            let none = || -> Values {
                let empty: Table<ChoiceIdx, Option<Estimate>> =
                    case.issues[issue].choices.rows().map(|_| None).collect();
                Values::ByChoice(empty)
            };
            let span = of.span;
            match of.values.entry(issue).or_insert_with(none) {
                Values::ByChoice(values) => put(&mut values[choice], range, span),
                Values::Curve { knots, .. } | Values::Along { knots, .. } => {
                    let amount = case.issues[issue].choices[choice].amount;
                    let knot = knots.iter_mut().find(|knot| Some(knot.at) == amount).ok_or_else(|| {
                        Failure::argument(
                            format!("the curve of {} has no corner at {id}", one.party),
                            "move one of its corners, or write the curve anew in the file",
                        )
                    })?;
                    knot.value = range;
                }
            }
        }
    }
    Ok(())
}

fn put(into: &mut Option<Estimate>, range: Range, span: Span) {
    match into {
        Some(known) => known.range = range,
        None => *into = Some(Estimate { range, why: Why::default(), moves: None, span }),
    }
}

fn range(one: &WhatIf) -> Result<Range, Failure> {
    let (low, high) = (decimal(&one.low)?, decimal(&one.high)?);
    let range = match &one.centre {
        _ if low == high => Ok(Range::single(low)),
        None => Range::uniform(low, high),
        Some(centre) => Range::triangular(low, decimal(centre)?, high),
    };
    range.map_err(|_order| Failure::argument("the ends of a range stand in the wrong order", "put the lower one first"))
}

fn decimal(number: &Number) -> Result<Decimal, Failure> {
    number.to_string().parse().map_err(|_malformed| {
        Failure::argument(format!("{number} is not a number with at most three decimals"), "round it")
    })
}
