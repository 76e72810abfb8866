//! Syntax back into text: canonical spacing, parentheses only where they are needed.

use std::fmt;

use detente_base::Decimal;

use super::{Expr, ExprKind, Name, Sum, SumTerm};

/// How tightly a form binds; a part in a tighter place than its own stands in parentheses.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Binding {
    Implication,
    Or,
    And,
    Not,
    Atom,
}

impl Expr {
    fn binding(&self) -> Binding {
        match self.kind {
            ExprKind::Implies(..) => Binding::Implication,
            ExprKind::Or(_) => Binding::Or,
            ExprKind::And(_) => Binding::And,
            ExprKind::Not(_) => Binding::Not,
            _ => Binding::Atom,
        }
    }

    fn print_in(&self, place: Binding, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if place <= self.binding() { write!(f, "{self}") } else { write!(f, "({self})") }
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ExprKind::Constant(value) => write!(f, "{value}"),
            ExprKind::In(issue, choices) => write!(f, "{} in {{{}}}", issue.text, joined(choices)),
            ExprKind::Compare(left, comparison, right) => write!(f, "{left} {} {right}", comparison.sign()),
            ExprKind::Not(inner) => {
                f.write_str("not ")?;
                inner.print_in(Binding::Not, f)
            }
            ExprKind::And(parts) => chain(parts, " and ", Binding::Not, f),
            ExprKind::Or(parts) => chain(parts, " or ", Binding::And, f),
            ExprKind::Implies(left, right) => {
                left.print_in(Binding::Or, f)?;
                f.write_str(" => ")?;
                right.print_in(Binding::Implication, f)
            }
        }
    }
}

fn chain(parts: &[Expr], joint: &str, place: Binding, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (position, part) in parts.iter().enumerate() {
        if 0 < position {
            f.write_str(joint)?;
        }
        part.print_in(place, f)?;
    }
    Ok(())
}

fn joined(names: &[Name]) -> String {
    names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(", ")
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, term) in self.terms.iter().enumerate() {
            let negative = term.coefficient < Decimal::ZERO;
            match (position, negative) {
                (0, false) => {}
                (0, true) => f.write_str("-")?,
                (_, false) => f.write_str(" + ")?,
                (_, true) => f.write_str(" - ")?,
            }
            print_term(term, f)?;
        }
        Ok(())
    }
}

fn print_term(term: &SumTerm, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let size = if term.coefficient < Decimal::ZERO { -term.coefficient } else { term.coefficient };
    let Some(name) = &term.name else {
        write!(f, "{size}")?;
        return term.unit.as_ref().map_or(Ok(()), |unit| write!(f, " {}", unit.text));
    };
    if size.thousandths() != Decimal::UNIT {
        write!(f, "{size}*")?;
    }
    f.write_str(&name.text)?;
    term.arguments.as_ref().map_or(Ok(()), |arguments| write!(f, "({})", joined(arguments)))
}
