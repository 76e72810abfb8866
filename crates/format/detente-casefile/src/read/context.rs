//! What every reader needs: looking up ids, reading conditions, noting what is wrong and where ids occur.

use detente_base::{Diagnostic, Index, Span};
use detente_case::expr::{self, Expr, ExprKind, Name, Problem, ProblemKind, Sum};
use detente_case::{Case, Condition, Id, Issue, IssueIdx};

use super::names::{Kind, Names, Occurrence, Place};
use super::{of_lens, start};
use crate::codes;
use crate::suggest::did_you_mean;
use crate::tree::Node;

pub(crate) struct Context<'n, 't> {
    pub(crate) names: &'n Names<'t>,
    diagnostics: Vec<Diagnostic>,
    occurrences: Vec<Occurrence>,
}

impl<'n, 't> Context<'n, 't> {
    pub(crate) fn new(names: &'n Names<'t>, diagnostics: Vec<Diagnostic>) -> Self {
        Self { names, diagnostics, occurrences: names.occurrences.clone() }
    }

    pub(crate) fn finish(self) -> (Vec<Diagnostic>, Vec<Occurrence>) {
        (self.diagnostics, self.occurrences)
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(crate) fn occurs(&mut self, kind: Kind, id: impl Into<String>, place: Place) {
        self.occurrences.push(Occurrence { kind, id: id.into(), place });
    }

    /// The index of what `node` names.
    pub(crate) fn index<I: Index>(&mut self, kind: Kind, node: Option<&Node>) -> Option<I> {
        let node = node?;
        let id = node.text()?;
        if let Some(position) = self.names.position(kind, id) {
            self.occurs(kind, id, Place::Value(node.part(0, id.len())));
            return Some(I::new(position));
        }
        self.dangling(&[kind], id, node.span);
        None
    }

    /// The indices of what a list names.
    pub(crate) fn indices<I: Index>(&mut self, kind: Kind, list: Option<&Node>) -> Vec<I> {
        list.map_or(&[][..], Node::items).iter().filter_map(|item| self.index(kind, Some(item))).collect()
    }

    /// The issues of a list; a lens stands for all its parts.
    pub(crate) fn issues(&mut self, case: &Case, list: Option<&Node>) -> Vec<IssueIdx> {
        let mut issues = Vec::new();
        for item in list.map_or(&[][..], Node::items) {
            match item.text().and_then(|id| case.lens(id)) {
                Some(lens) => {
                    self.id(&[Kind::Lens], item);
                    issues.extend(case.lenses[lens].parts.iter().map(|part| part.issue));
                }
                None => issues.extend(self.index::<IssueIdx>(Kind::Issue, Some(item))),
            }
        }
        issues
    }

    /// The ids in a list, each defined as one of `kinds`.
    pub(crate) fn ids(&mut self, kinds: &[Kind], list: Option<&Node>) -> Vec<Id> {
        list.map_or(&[][..], Node::items).iter().filter_map(|item| self.id(kinds, item)).collect()
    }

    pub(crate) fn id(&mut self, kinds: &[Kind], node: &Node) -> Option<Id> {
        let text = node.text()?;
        let id = Id::new(text).ok()?;
        let Some(&kind) = kinds.iter().find(|&&kind| self.names.is_defined(kind, text)) else {
            self.dangling(kinds, text, node.span);
            return None;
        };
        self.occurs(kind, text, Place::Value(node.part(0, text.len())));
        Some(id)
    }

    pub(crate) fn dangling(&mut self, kinds: &[Kind], id: &str, span: Span) {
        if Id::new(id).is_err() {
            return;
        }
        let what = kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(" or ");
        let known: Vec<&str> = kinds.iter().flat_map(|&kind| self.names.ids(kind)).collect();
        let hint = did_you_mean(id, known.iter().copied()).unwrap_or_else(|| known_here(&known));
        self.report(
            Diagnostic::new(&codes::DANGLING_ID, format!("no {what} has the id \"{id}\""))
                .at(span, "named here")
                .hint(hint),
        );
    }

    /// The condition in `node`, which starts `skip` bytes into its text.
    pub(crate) fn condition(&mut self, node: Option<&Node>, skip: usize, case: &Case) -> Option<Condition> {
        let node = node?;
        let text = node.text()?.get(skip..)?;
        let whole = node.part(skip, skip + text.len());
        match condition(text, case, |start, end| node.part(skip + start, skip + end), whole) {
            Ok(condition) => {
                self.note_names(&condition.expr, case, &|name| node.part(skip + name.start, skip + name.end));
                let place = |start, end| node.part(skip + start, skip + end);
                start::unconnected(&condition.expr, case, &place, &mut self.diagnostics);
                Some(condition)
            }
            Err(problems) => {
                self.diagnostics.extend(problems);
                None
            }
        }
    }

    fn note_names(&mut self, expr: &Expr, case: &Case, place: &dyn Fn(&Name) -> Span) {
        match &expr.kind {
            ExprKind::Constant(_) => {}
            ExprKind::Not(inner) => self.note_names(inner, case, place),
            ExprKind::And(parts) | ExprKind::Or(parts) => {
                parts.iter().for_each(|part| self.note_names(part, case, place));
            }
            ExprKind::Implies(left, right) => {
                self.note_names(left, case, place);
                self.note_names(right, case, place);
            }
            ExprKind::In(issue, choices) => {
                self.note_issue(issue, place);
                choices.iter().for_each(|choice| self.note_choice(&issue.text, choice, place));
            }
            ExprKind::Compare(left, _, right) => self.note_sums(left, right, case, place),
        }
    }

    fn note_sums(&mut self, left: &Sum, right: &Sum, case: &Case, place: &dyn Fn(&Name) -> Span) {
        let is_range = |name: &Name| case.issue(&name.text).is_some_and(|issue| case.issues[issue].is_range());
        let named = |name: &Name| (!is_range(name)).then_some(());
        if let (Some(issue), Some(choice)) = (left.as_name(), right.as_name())
            && named(issue).is_some()
        {
            self.note_issue(issue, place);
            return self.note_choice(&issue.text, choice, place);
        }
        for term in left.terms.iter().chain(&right.terms) {
            match (&term.name, term.arguments.as_deref()) {
                (_, Some([lens, marks @ ..])) => {
                    self.occurs(Kind::Lens, lens.text.clone(), Place::Value(place(lens)));
                    marks.iter().for_each(|mark| self.note_mark(&lens.text, mark, case, place));
                }
                (Some(name), _) => self.note_issue(name, place),
                _ => {}
            }
        }
    }

    /// A status, or a party for whom statuses count.
    fn note_mark(&mut self, lens: &str, mark: &Name, case: &Case, place: &dyn Fn(&Name) -> Span) {
        let is_status = case.lens(lens).is_some_and(|lens| case.lenses[lens].status(&mark.text).is_some());
        if is_status {
            self.note_choice(lens, mark, place);
        } else {
            self.occurs(Kind::Party, mark.text.clone(), Place::Value(place(mark)));
        }
    }

    /// An issue; of a part of a lens, the lens and, where it is one, the bloc.
    fn note_issue(&mut self, name: &Name, place: &dyn Fn(&Name) -> Span) {
        if self.names.is_defined(Kind::Issue, &name.text) && !name.text.contains('.') {
            return self.occurs(Kind::Issue, name.text.clone(), Place::Value(place(name)));
        }
        let whole = place(name);
        let lens = name.text.split('.').next().unwrap_or_default();
        let length = whole.end - whole.start;
        let (start, end) = if length == name.text.len() { (lens.len(), length) } else { (length, length) };
        self.occurs(Kind::Lens, lens, Place::Value(whole.within(0, start)));
        if start < end {
            self.occurs(Kind::Bloc, name.text.clone(), Place::Value(whole.within(start + 1, end)));
        }
    }

    /// A choice of an issue; of a part of a lens, a status of the lens.
    fn note_choice(&mut self, issue: &str, name: &Name, place: &dyn Fn(&Name) -> Span) {
        let issue = issue.split('.').next().unwrap_or(issue);
        self.occurs(Kind::Choice, format!("{issue}.{}", name.text), Place::Value(place(name)));
    }
}

pub(super) fn known_here(known: &[&str]) -> String {
    match known {
        [] => "none is defined yet".to_owned(),
        _ if known.len() <= 12 => format!("known: {}", known.join(", ")),
        _ => format!("known: {}, … ({} in all)", known[..12].join(", "), known.len()),
    }
}

/// Reads a condition; `place` tells where a part of `text` stands.
pub(super) fn condition(
    text: &str,
    case: &Case,
    place: impl Fn(usize, usize) -> Span,
    span: Span,
) -> Result<Condition, Vec<Diagnostic>> {
    let diagnose = |problem: &Problem| explain(problem, case, place(problem.start, problem.end));
    let expr = expr::parse(text).map_err(|problem| vec![diagnose(&problem)])?;
    let formula =
        expr::resolve(&expr, case.scope()).map_err(|problems| problems.iter().map(diagnose).collect::<Vec<_>>())?;
    Ok(Condition { text: text.to_owned(), expr, formula, span })
}

/// A problem in an expression as a diagnostic.
fn explain(problem: &Problem, case: &Case, span: Span) -> Diagnostic {
    match &problem.kind {
        ProblemKind::Expected { wanted, found } => {
            Diagnostic::new(&codes::BAD_EXPRESSION, format!("{wanted} was expected, not {found}"))
                .at(span, "here")
                .hint("an expression looks like: issue = choice and not (other in {a, b}) => amount >= 10")
        }
        ProblemKind::StrayCharacter(c) => {
            Diagnostic::new(&codes::BAD_EXPRESSION, format!("\"{c}\" begins nothing in an expression"))
                .at(span, "this character")
                .hint("write and, or, not, =>, =, !=, <, <=, >, >=, in {…}")
        }
        ProblemKind::TooDeep => Diagnostic::new(&codes::EXPRESSION_TOO_DEEP, "nested more than 64 deep")
            .at(span, "the 65th level begins here")
            .hint("split it into several rules or limits"),
        ProblemKind::BadNumber => Diagnostic::new(&codes::BAD_NUMBER, "not a number with at most three decimals")
            .at(span, "this number")
            .hint("write it out, such as 1500 or 0.25"),
        ProblemKind::TooLarge => Diagnostic::new(&codes::BAD_NUMBER, "this sum is too large to hold exactly")
            .at(span, "here")
            .hint("use smaller coefficients or larger units"),
        ProblemKind::UnknownIssue(id) => unknown_issue(id, case, span),
        kind @ (ProblemKind::UnknownLens(_)
        | ProblemKind::UnknownUnit { .. }
        | ProblemKind::UnknownStatus { .. }
        | ProblemKind::UnknownFunction(_)
        | ProblemKind::NothingMarked(_)
        | ProblemKind::Unmeasured { .. }
        | ProblemKind::StandsAlone
        | ProblemKind::OutOfReach { .. }) => of_lens::explain(kind, case, span),
        ProblemKind::UnknownChoice { issue, choice } => unknown_choice(issue, choice, case, span),
        ProblemKind::NotAnAmount(issue) => {
            Diagnostic::new(&codes::BAD_COMPARISON, format!("the choices of \"{issue}\" are names, not amounts"))
                .at(span, "compared as an amount")
                .hint(format!("write {issue} = choice, or {issue} in {{a, b}}"))
        }
        ProblemKind::NotAName(issue) => {
            Diagnostic::new(&codes::BAD_COMPARISON, format!("the choices of \"{issue}\" are amounts, not names"))
                .at(span, "a name where an amount is needed")
                .hint(format!("write {issue} = 10 or {issue} >= 10"))
        }
        ProblemKind::OffGrid { issue, amount } => off_grid(issue, amount, case, span),
        ProblemKind::WrongUnit { wanted, found } => {
            Diagnostic::new(&codes::BAD_COMPARISON, format!("\"{found}\" is not a unit of this case"))
                .at(span, "this unit")
                .hint(if wanted.is_empty() { "leave the unit out".to_owned() } else { format!("units here: {wanted}") })
        }
        ProblemKind::NoIssue => Diagnostic::new(&codes::BAD_COMPARISON, "a comparison that names no issue")
            .at(span, "here")
            .hint("compare an issue's amount with a number"),
    }
}

fn unknown_issue(id: &str, case: &Case, span: Span) -> Diagnostic {
    let lenses = case.lenses.rows().map(|lens| lens.id.as_str());
    let known: Vec<&str> = case.issues.rows().map(|issue| issue.id.as_str()).chain(lenses).collect();
    let hint = did_you_mean(id, known.iter().copied()).unwrap_or_else(|| known_here(&known));
    Diagnostic::new(&codes::DANGLING_ID, format!("no issue has the id \"{id}\"")).at(span, "named here").hint(hint)
}

fn unknown_choice(issue: &str, choice: &str, case: &Case, span: Span) -> Diagnostic {
    let known = choices_of(case, issue);
    let hint = did_you_mean(choice, known.iter().map(String::as_str))
        .unwrap_or_else(|| known_here(&known.iter().map(String::as_str).collect::<Vec<_>>()));
    Diagnostic::new(&codes::UNKNOWN_CHOICE, format!("\"{issue}\" has no choice \"{choice}\""))
        .at(span, "named here")
        .hint(hint)
}

fn off_grid(issue: &str, amount: &str, case: &Case, span: Span) -> Diagnostic {
    let known = choices_of(case, issue);
    let hint = known_here(&known.iter().map(String::as_str).collect::<Vec<_>>());
    Diagnostic::new(&codes::OFF_GRID, format!("{amount} is not an amount of \"{issue}\""))
        .at(span, "never true")
        .hint(hint)
}

pub(super) use of_lens::unknown_status;

fn choices_of(case: &Case, issue: &str) -> Vec<String> {
    let rows = |issue: &Issue| issue.choices.rows().map(|choice| choice.id.clone()).collect();
    case.issue(issue).map_or_else(Vec::new, |issue: IssueIdx| rows(&case.issues[issue]))
}
