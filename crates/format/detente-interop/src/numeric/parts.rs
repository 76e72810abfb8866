//! The parts of a model, each held against the numbers of parties, issues and choices.

use detente_base::{Diagnostic, Span};

use super::field::{CONSENT, Fields, RULE, TABLE, Values};
use super::{AskedWhen, Bounds, Forbidden, IfThen, Interaction};
use crate::codes;
use crate::json::{Node, What};

/// How many parties and choices there are, as far as that can be read.
pub(super) struct Shape<'t> {
    values: Values<'t>,
    bounds: Bounds,
    pub(super) parties: Option<usize>,
    pub(super) sizes: Option<Vec<usize>>,
}

type Found = Vec<Diagnostic>;

impl<'t> Shape<'t> {
    pub(super) fn read(text: &'t str, fields: &Fields<'_>, bounds: Bounds, found: &mut Found) -> Self {
        let mut shape = Self { values: Values { text }, bounds, parties: None, sizes: None };
        shape.parties = fields.get("parties").and_then(|node| shape.read_parties(node, found));
        shape.sizes = fields.get("sizes").and_then(|node| shape.read_sizes(node, found));
        shape
    }

    fn read_parties(&self, node: &Node, found: &mut Found) -> Option<usize> {
        let number = self.values.whole(node, || "\"parties\"".to_owned(), found)?;
        let parties = usize::try_from(number).ok().filter(|parties| 0 < *parties);
        if parties.is_none() {
            let empty = Diagnostic::new(&codes::EMPTY, "a model has at least one party").at(node.span, "no party");
            found.push(empty.hint("say how many parties there are, at least 1"));
        }
        parties.filter(|&parties| within(parties, self.bounds.parties, "parties", node.span, found))
    }

    fn read_sizes(&self, node: &Node, found: &mut Found) -> Option<Vec<usize>> {
        let entries = Values::list(node, || "\"sizes\"".to_owned(), found)?;
        if entries.is_empty() {
            let empty = Diagnostic::new(&codes::EMPTY, "a model has at least one issue").at(node.span, "no issue");
            found.push(empty.hint("list how many choices each issue has, as [3, 2, 4]"));
            return None;
        }
        within(entries.len(), self.bounds.issues, "issues", node.span, found);
        let sizes: Vec<Option<usize>> =
            entries.iter().enumerate().map(|(issue, node)| self.read_size(issue, node, found)).collect();
        sizes.into_iter().collect()
    }

    fn read_size(&self, issue: usize, node: &Node, found: &mut Found) -> Option<usize> {
        let number = self.values.whole(node, || format!("sizes[{issue}]"), found)?;
        let size = usize::try_from(number).ok().filter(|size| 0 < *size);
        if size.is_none() {
            let message = format!("issue {issue} has {number} choices; an issue has at least one");
            let empty = Diagnostic::new(&codes::EMPTY, message).at(node.span, "no choice");
            found.push(empty.hint("give the issue its choices, or leave the issue out"));
        }
        size
    }

    fn per_party(&self) -> Option<(usize, &'static str)> {
        self.parties.map(|parties| (parties, "parties"))
    }

    fn n_issues(&self) -> Option<usize> {
        self.sizes.as_ref().map(Vec::len)
    }

    fn n_choices(&self, issue: usize) -> Option<usize> {
        self.sizes.as_ref().and_then(|sizes| sizes.get(issue)).copied()
    }

    pub(super) fn values(&self, fields: &Fields<'_>, found: &mut Found) -> Option<Vec<Vec<Vec<i64>>>> {
        let node = fields.get("values")?;
        let parties = Values::list_of(node, self.per_party(), || "\"values\"".to_owned(), found)?;
        let of_party = |(party, node): (usize, &Node)| {
            let length = self.n_issues().map(|issues| (issues, "issues"));
            let issues = Values::list_of(node, length, || format!("values[{party}]"), found)?;
            let read: Vec<Option<Vec<i64>>> = issues
                .iter()
                .enumerate()
                .map(|(issue, node)| {
                    let of = format!("choices of issue {issue}");
                    let length = self.n_choices(issue).map(|size| (size, of.as_str()));
                    self.numbers(node, length, &format!("values[{party}][{issue}]"), found)
                })
                .collect();
            read.into_iter().collect::<Option<Vec<_>>>()
        };
        every(parties.iter().enumerate().map(of_party))
    }

    fn numbers(&self, node: &Node, length: Option<(usize, &str)>, path: &str, found: &mut Found) -> Option<Vec<i64>> {
        let entries = Values::list_of(node, length, || path.to_owned(), found)?;
        let number = |(rank, node)| self.values.whole(node, || format!("{path}[{rank}]"), found);
        every(entries.iter().enumerate().map(number))
    }

    pub(super) fn reservation(&self, fields: &Fields<'_>, found: &mut Found) -> Option<Vec<i64>> {
        self.numbers(fields.get("reservation")?, self.per_party(), "reservation", found)
    }

    pub(super) fn tables(&self, fields: &Fields<'_>, found: &mut Found) -> Option<Vec<Interaction>> {
        every(
            optional_list(fields, "tables", found)?
                .iter()
                .enumerate()
                .map(|(rank, node)| self.table(rank, node, found)),
        )
    }

    fn table(&self, rank: usize, node: &Node, found: &mut Found) -> Option<Interaction> {
        let fields = Fields::read(node, &TABLE, found)?;
        let issues = self.table_issues(rank, fields.get("issues"), found);
        let values = fields.get("values")?;
        let parties = Values::list_of(values, self.per_party(), || format!("tables[{rank}].values"), found)?;
        let cells = issues.as_ref().and_then(|issues| {
            let sizes = issues.iter().map(|&issue| self.n_choices(issue));
            sizes.into_iter().try_fold(1_usize, |cells, size| Some(cells.saturating_mul(size?)))
        });
        if let Some(cells) = cells {
            within(cells, self.bounds.cells, "combinations in a table", node.span, found).then_some(())?;
        }
        let length = cells.map(|cells| (cells, "combinations of its issues"));
        let row = |(party, node)| self.numbers(node, length, &format!("tables[{rank}].values[{party}]"), found);
        let values = every(parties.iter().enumerate().map(row));
        Some(Interaction { issues: issues?, values: values? })
    }

    fn table_issues(&self, rank: usize, node: Option<&Node>, found: &mut Found) -> Option<Vec<usize>> {
        let path = format!("tables[{rank}].issues");
        let entries = Values::list(node?, || path.clone(), found)?;
        let mut issues = Vec::new();
        let mut is_sound = true;
        for (place, node) in entries.iter().enumerate() {
            let what = || format!("{path}[{place}]");
            match self.values.index(node, self.n_issues(), "issues", what, found) {
                Some(issue) if issues.contains(&issue) => {
                    let message = format!("a table names issue {issue} twice");
                    let twice = Diagnostic::new(&codes::ISSUE_TWICE, message).at(node.span, "the second time");
                    found.push(
                        twice.hint("name each issue once; what depends on one issue alone belongs to \"values\""),
                    );
                    is_sound = false;
                }
                Some(issue) => issues.push(issue),
                None => is_sound = false,
            }
        }
        is_sound.then_some(issues)
    }

    pub(super) fn forbidden(&self, fields: &Fields<'_>, found: &mut Found) -> Option<Vec<Forbidden>> {
        let entries = optional_list(fields, "forbidden", found)?;
        every(entries.iter().enumerate().map(|(rank, node)| self.forbidden_one(rank, node, found)))
    }

    fn forbidden_one(&self, rank: usize, node: &Node, found: &mut Found) -> Option<Forbidden> {
        let path = format!("forbidden[{rank}]");
        let entries = Values::list(node, || path.clone(), found)?;
        let [party, issue, option] = entries else {
            let message = format!("{path} has {} entries instead of party, issue and choice", entries.len());
            let wrong = Diagnostic::new(&codes::WRONG_LENGTH, message).at(node.span, "three numbers belong here");
            found.push(wrong.hint("write [party, issue, option]"));
            return None;
        };
        let of = |part: &'static str| move || format!("the {part} of forbidden[{rank}]");
        let party = self.values.index(party, self.parties, "parties", of("party"), found);
        let issue = self.values.index(issue, self.n_issues(), "issues", of("issue"), found);
        let size = issue.and_then(|issue| self.n_choices(issue));
        let option = self.values.index(option, size, "choices of the issue", of("choice"), found);
        Some(Forbidden { party: party?, issue: issue?, option: option? })
    }

    pub(super) fn rules(&self, fields: &Fields<'_>, found: &mut Found) -> Option<Vec<IfThen>> {
        let entries = optional_list(fields, "rules", found)?;
        every(entries.iter().enumerate().map(|(rank, node)| self.rule(rank, node, found)))
    }

    fn rule(&self, rank: usize, node: &Node, found: &mut Found) -> Option<IfThen> {
        let fields = Fields::read(node, &RULE, found)?;
        let path = format!("rules[{rank}]");
        let (if_issue, if_option) = self.choice(&fields, ["if_issue", "if_option"], &path, found);
        let then_issue = self.issue(&fields, "then_issue", &path, found);
        let then_options = self.options(&fields, "then_options", then_issue, &path, found);
        Some(IfThen {
            if_issue: if_issue?,
            if_option: if_option?,
            then_issue: then_issue?,
            then_options: then_options?,
        })
    }

    pub(super) fn consent(&self, fields: &Fields<'_>, found: &mut Found) -> Option<Vec<Option<AskedWhen>>> {
        let Some(node) = fields.get("consent").filter(|node| !matches!(node.what, What::Null)) else {
            return Some(vec![None; self.parties?]);
        };
        let entries = Values::list_of(node, self.per_party(), || "\"consent\"".to_owned(), found)?;
        let of = |(party, node): (usize, &Node)| match node.what {
            What::Null => Some(None),
            _ => self.consent_of(party, node, found).map(Some),
        };
        every(entries.iter().enumerate().map(of))
    }

    fn consent_of(&self, party: usize, node: &Node, found: &mut Found) -> Option<AskedWhen> {
        let fields = Fields::read(node, &CONSENT, found)?;
        let path = format!("consent[{party}]");
        let issue = self.issue(&fields, "issue", &path, found);
        let options = self.options(&fields, "options", issue, &path, found);
        Some(AskedWhen { issue: issue?, options: options? })
    }

    fn issue(&self, fields: &Fields<'_>, key: &str, path: &str, found: &mut Found) -> Option<usize> {
        self.values.index(fields.get(key)?, self.n_issues(), "issues", || format!("{path}.{key}"), found)
    }

    fn choice(
        &self,
        fields: &Fields<'_>,
        [issue, option]: [&str; 2],
        path: &str,
        found: &mut Found,
    ) -> (Option<usize>, Option<usize>) {
        let issue = self.issue(fields, issue, path, found);
        let size = issue.and_then(|issue| self.n_choices(issue));
        let what = || format!("{path}.{option}");
        let read = fields.get(option);
        let option = read.and_then(|node| self.values.index(node, size, "choices of the issue", what, found));
        (issue, option)
    }

    fn options(
        &self,
        fields: &Fields<'_>,
        key: &str,
        issue: Option<usize>,
        path: &str,
        found: &mut Found,
    ) -> Option<Vec<usize>> {
        let entries = Values::list(fields.get(key)?, || format!("{path}.{key}"), found)?;
        let size = issue.and_then(|issue| self.n_choices(issue));
        let option = |(rank, node)| {
            self.values.index(node, size, "choices of the issue", || format!("{path}.{key}[{rank}]"), found)
        };
        every(entries.iter().enumerate().map(option))
    }
}

/// All of them, or nothing; every one is looked at, so that every mistake is found.
fn every<T>(read: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    let read: Vec<Option<T>> = read.collect();
    read.into_iter().collect()
}

/// The entries of a list that may be left out.
fn optional_list<'n>(fields: &Fields<'n>, key: &str, found: &mut Found) -> Option<&'n [Node]> {
    match fields.get(key) {
        None => Some(&[]),
        Some(node) if matches!(node.what, What::Null) => Some(&[]),
        Some(node) => Values::list(node, || format!("\"{key}\""), found),
    }
}

fn within(number: usize, most: usize, things: &str, span: Span, found: &mut Found) -> bool {
    if most < number {
        let large =
            Diagnostic::new(&codes::TOO_LARGE, format!("{number} {things}, and at most {most} can be searched"));
        found.push(large.at(span, "too many").hint("split the negotiation, or leave out what nobody values"));
    }
    number <= most
}
