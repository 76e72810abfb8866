//! A condition in words, with the titles of issues and choices instead of their ids.

use super::{Comparison, Expr, ExprKind, Name, Sum, SumTerm};
use crate::{Issue, Lens, Scope};

/// The condition as a reader without the case file would want it: no id shows where there is a title.
pub fn describe(expr: &Expr, scope: Scope<'_>) -> String {
    Words { scope }.expr(expr)
}

struct Words<'c> {
    scope: Scope<'c>,
}

impl<'c> Words<'c> {
    fn issue(&self, name: &Name) -> Option<&'c Issue> {
        self.scope.issues.find(|issue| issue.id == *name.text).map(|found| &self.scope.issues[found])
    }

    /// The lens of which `name` names the whole, a unit or a bloc.
    fn lens(&self, name: &Name) -> Option<&'c Lens> {
        let id = name.text.split_once('.').map_or(name.text.as_str(), |(lens, _)| lens);
        self.scope.lenses.find(|lens| lens.id == *id).map(|found| &self.scope.lenses[found])
    }

    fn title(&self, name: &Name) -> String {
        let of_issue = self.issue(name).map(|issue| issue.title.clone());
        of_issue.or_else(|| self.title_in_lens(name)).unwrap_or_else(|| name.text.clone())
    }

    fn title_in_lens(&self, name: &Name) -> Option<String> {
        let lens = self.lens(name)?;
        let Some((_, unit)) = name.text.split_once('.') else { return Some(format!("{}, every unit", lens.title)) };
        let bloc = lens.blocs.iter().find(|bloc| bloc.id == *unit).map(|bloc| bloc.title.clone());
        let named = bloc.or_else(|| lens.unit(unit).map(|unit| lens.units[unit].name.clone()));
        Some(format!("{}: {}", lens.title, named?))
    }

    fn choice(&self, issue: &Name, choice: &Name) -> String {
        let found = self.issue(issue).and_then(|issue| Some(issue.choices[issue.choice(&choice.text)?].title.clone()));
        let found = found.or_else(|| Some(status(self.lens(issue)?, choice)));
        format!("“{}”", found.unwrap_or_else(|| choice.text.clone()))
    }

    /// An aggregate in words: what of which lens, under which statuses.
    fn aggregate(&self, name: &Name, arguments: &[Name]) -> String {
        let Some((first, marks)) = arguments.split_first() else { return name.text.clone() };
        let Some(lens) = self.lens(first) else { return name.text.clone() };
        let marks: Vec<String> = marks.iter().map(|mark| format!("“{}”", status(lens, mark))).collect();
        let marks = marks.join(" or ");
        let title = &lens.title;
        match name.text.as_str() {
            "line_length" => format!("{title}, length of the line around {marks}"),
            "components" => format!("{title}, separate pieces of {marks}"),
            "phased_components" => format!("{title}, most separate pieces in any phase of {marks}"),
            what => format!("{title}, {what} with {marks}"),
        }
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
            && (self.lens(issue).is_some() || self.issue(issue).is_some_and(|found| !found.is_range()))
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
        if let [SumTerm { coefficient, name: Some(name), arguments: Some(arguments), .. }] = sum.terms.as_slice()
            && coefficient.thousandths() == detente_base::Decimal::UNIT
        {
            return self.aggregate(name, arguments);
        }
        let Some(name) = sum.as_name() else { return self.sum_of_titles(sum) };
        self.title(name)
    }

    fn sum_of_titles(&self, sum: &Sum) -> String {
        let mut titled = sum.clone();
        for term in &mut titled.terms {
            if let (Some(name), Some(arguments)) = (&mut term.name, term.arguments.take()) {
                name.text = self.aggregate(name, &arguments);
            } else if let Some(name) = &mut term.name {
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

fn status(lens: &Lens, name: &Name) -> String {
    lens.status(&name.text).map_or_else(|| name.text.clone(), |status| lens.statuses[status].title.clone())
}
