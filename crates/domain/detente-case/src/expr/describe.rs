//! A condition in words, with the titles of issues and choices instead of their ids.

use detente_base::Table;

use super::{Comparison, Expr, ExprKind, Name, Sum};
use crate::{Issue, IssueIdx};

/// The condition as a reader without the case file would want it: no id shows where there is a title.
pub fn describe(expr: &Expr, issues: &Table<IssueIdx, Issue>) -> String {
    Words { issues }.expr(expr)
}

struct Words<'c> {
    issues: &'c Table<IssueIdx, Issue>,
}

impl<'c> Words<'c> {
    fn issue(&self, name: &Name) -> Option<&'c Issue> {
        self.issues.find(|issue| issue.id == *name.text).map(|found| &self.issues[found])
    }

    fn title(&self, name: &Name) -> String {
        self.issue(name).map_or_else(|| name.text.clone(), |issue| issue.title.clone())
    }

    fn choice(&self, issue: &Name, choice: &Name) -> String {
        let found = self.issue(issue).and_then(|issue| Some(issue.choices[issue.choice(&choice.text)?].title.clone()));
        format!("“{}”", found.unwrap_or_else(|| choice.text.clone()))
    }

    fn expr(&self, expr: &Expr) -> String {
        match &expr.kind {
            ExprKind::Constant(true) => "always".to_owned(),
            ExprKind::Constant(false) => "never".to_owned(),
            ExprKind::Not(inner) => format!("not ({})", self.expr(inner)),
            ExprKind::And(parts) => self.chain(parts, " and "),
            ExprKind::Or(parts) => self.chain(parts, " or "),
            ExprKind::Implies(left, right) => format!("if {} then {}", self.part(left), self.part(right)),
            ExprKind::In(issue, choices) => {
                let choices: Vec<String> = choices.iter().map(|choice| self.choice(issue, choice)).collect();
                format!("{}: {}", self.title(issue), choices.join(" or "))
            }
            ExprKind::Compare(left, comparison, right) => self.comparison(left, *comparison, right),
        }
    }

    fn chain(&self, parts: &[Expr], joint: &str) -> String {
        parts.iter().map(|part| self.part(part)).collect::<Vec<_>>().join(joint)
    }

    fn part(&self, expr: &Expr) -> String {
        match expr.kind {
            ExprKind::And(_) | ExprKind::Or(_) | ExprKind::Implies(..) => format!("({})", self.expr(expr)),
            _ => self.expr(expr),
        }
    }

    fn comparison(&self, left: &Sum, comparison: Comparison, right: &Sum) -> String {
        if let (Some(issue), Some(choice)) = (left.as_name(), right.as_name())
            && self.issue(issue).is_some_and(|found| !found.is_range())
        {
            let choice = self.choice(issue, choice);
            let except = if comparison == Comparison::Equal { "" } else { "anything but " };
            return format!("{}: {except}{choice}", self.title(issue));
        }
        let unit = left.as_name().and_then(|name| self.issue(name)).and_then(Issue::unit);
        let number = match (right.terms.as_slice(), unit) {
            ([term], Some(unit)) if term.name.is_none() => format!("{} {unit}", term.coefficient),
            _ => self.sum(right),
        };
        format!("{}: {} {number}", self.sum(left), size(comparison))
    }

    fn sum(&self, sum: &Sum) -> String {
        let Some(name) = sum.as_name() else { return self.sum_of_titles(sum) };
        self.title(name)
    }

    fn sum_of_titles(&self, sum: &Sum) -> String {
        let mut titled = sum.clone();
        for term in &mut titled.terms {
            if let Some(name) = &mut term.name {
                name.text = self.title(name);
            }
        }
        titled.to_string()
    }
}

fn size(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "exactly",
        Comparison::Different => "anything but",
        Comparison::Less => "less than",
        Comparison::AtMost => "at most",
        Comparison::More => "more than",
        Comparison::AtLeast => "at least",
    }
}
