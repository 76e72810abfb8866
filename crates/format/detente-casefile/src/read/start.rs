//! Pieces that a side consists of on the date already: a limit on pieces may be broken before anything is agreed (DEFINITIONS 24).

use detente_base::{Decimal, Diagnostic, Span};
use detente_case::expr::{Comparison, Expr, ExprKind, Name, Sum};
use detente_case::{Case, Lens, Mark, Settled};

use crate::codes;

/// Warns of every limit on pieces in `expr` that control on the date exceeds.
pub(super) fn unconnected(expr: &Expr, case: &Case, place: &dyn Fn(usize, usize) -> Span, into: &mut Vec<Diagnostic>) {
    match &expr.kind {
        ExprKind::Constant(_) | ExprKind::In(..) => {}
        ExprKind::Not(inner) => unconnected(inner, case, place, into),
        ExprKind::And(parts) | ExprKind::Or(parts) => {
            parts.iter().for_each(|part| unconnected(part, case, place, into));
        }
        ExprKind::Implies(left, right) => {
            unconnected(left, case, place, into);
            unconnected(right, case, place, into);
        }
        ExprKind::Compare(left, comparison, right) => {
            into.extend(
                compared(left, *comparison, right, case)
                    .map(|found| found.at(place(left.start, right.end), "asks for fewer")),
            );
        }
    }
}

fn compared(left: &Sum, comparison: Comparison, right: &Sum, case: &Case) -> Option<Diagnostic> {
    let ([term], [number]) = (left.terms.as_slice(), right.terms.as_slice()) else { return None };
    let [lens, names @ ..] = term.arguments.as_deref()? else { return None };
    let function = term.name.as_ref().map(|name| name.text.as_str()).filter(|name| *name == "components")?;
    let lens = &case.lenses[case.lens(&lens.text)?];
    let number = number.coefficient.thousandths().div_euclid(Decimal::UNIT);
    let most = match comparison {
        Comparison::AtMost | Comparison::More | Comparison::Equal => number,
        Comparison::Less | Comparison::AtLeast => number.saturating_sub(1),
        Comparison::Different => return None,
    };
    let pieces = i64::try_from(on_date(lens, names)).unwrap_or(i64::MAX);
    let of: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
    (most < pieces).then(|| {
        let side = of.join(", ");
        Diagnostic::new(&codes::UNCONNECTED_START, format!("{side} is in {pieces} pieces on the date already")).hint(
            format!("{function}({}, {side}) <= {pieces} admits that; a corridor ties units that do not touch", lens.id),
        )
    })
}

/// The number of pieces that what `names` mark makes up under control on the date.
fn on_date(lens: &Lens, names: &[Name]) -> usize {
    let marks: Vec<Mark> = names.iter().filter_map(|name| lens.mark(&name.text)).collect();
    let is_held = |unit: &detente_case::Unit| {
        unit.counts_for.as_ref().is_some_and(|party| marks.contains(&Mark::Side(party.clone())))
    };
    let marked = |(place, unit): (usize, &detente_case::Unit)| match unit.settled {
        Settled::At(status) => lens.is_marked(place, status, &marks),
        Settled::By(_) => is_held(unit),
    };
    let marked: Vec<bool> = lens.units.iter().enumerate().map(marked).collect();
    lens.components(&marked)
}
