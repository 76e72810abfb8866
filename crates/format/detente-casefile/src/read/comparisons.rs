//! Comparisons of two issues or of two packages.

use detente_base::{Diagnostic, Span};
use detente_case::{Case, Id, IssueIdx};
use detente_estimate::{Compared, Comparison, Part, Why};

use super::answers::choice;
use super::context::Context;
use super::estimates::in_order;
use super::names::{Kind, Place};
use super::numbers::why;
use super::texts::owned;
use crate::codes;
use crate::tree::Node;

pub(super) fn comparisons(
    context: &mut Context<'_, '_>,
    case: &Case,
    path: &[String],
    node: &Node,
    covering: &Why,
) -> Vec<Comparison> {
    let mut reader = Reader { context, case, path };
    in_order(node, "comparisons").into_iter().filter_map(|node| reader.comparison(node, covering)).collect()
}

struct Reader<'r, 'n, 't> {
    context: &'r mut Context<'n, 't>,
    case: &'r Case,
    path: &'r [String],
}

impl Reader<'_, '_, '_> {
    fn comparison(&mut self, node: &Node, covering: &Why) -> Option<Comparison> {
        let why = why(self.context, node, covering);
        let (of, strictly) = self.compared(node)?;
        let id = owned(node.get("id")).and_then(|id| Id::new(&id).ok());
        Some(Comparison { id, of, strictly, why, span: node.span })
    }

    fn compared(&mut self, node: &Node) -> Option<(Compared, bool)> {
        let [package, over, as_good] = ["package", "over", "at_least_as_good_as"].map(|key| self.part(node, key));
        let [issue, more, as_much] =
            ["issue", "more_important_than", "at_least_as_important_as"].map(|key| self.issue(node, key));
        match (package, over, as_good, issue, more, as_much) {
            (Some(package), Some(over), None, None, None, None) => self.packages(node, package?, over?, true),
            (Some(package), None, Some(over), None, None, None) => self.packages(node, package?, over?, false),
            (None, None, None, Some(issue), Some(than), None) => self.issues(node, issue?, than?, true),
            (None, None, None, Some(issue), None, Some(than)) => self.issues(node, issue?, than?, false),
            _ => {
                let hint = "give \"package\" with \"over\" or \"at_least_as_good_as\", or \"issue\" with \
                            \"more_important_than\" or \"at_least_as_important_as\"";
                self.bad("a comparison names two things of one kind", node.span, hint)
            }
        }
    }

    /// The issue under `key`, if there is such a key, and if it names one.
    #[expect(clippy::option_option, reason = "absent, wrong (reported) and right are three things")]
    fn issue(&mut self, node: &Node, key: &str) -> Option<Option<IssueIdx>> {
        node.get(key).map(|named| self.context.index(Kind::Issue, Some(named)))
    }

    #[expect(clippy::option_option, reason = "absent, wrong (reported) and right are three things")]
    fn part(&mut self, node: &Node, key: &str) -> Option<Option<Part>> {
        let table = node.get(key)?;
        let chosen: Vec<Option<_>> = table
            .entries()
            .iter()
            .map(|entry| {
                let Some(issue) = self.case.issue(&entry.key) else {
                    self.context.dangling(&[Kind::Issue], &entry.key, entry.key_span);
                    return None;
                };
                let names = ["comparisons".to_owned(), key.to_owned(), entry.key.clone()];
                let place = Place::Key(entry.key_span.file, [self.path, &names[..]].concat());
                self.context.occurs(Kind::Issue, entry.key.clone(), place);
                Some((issue, choice(self.context, self.case, issue, &entry.node)?))
            })
            .collect();
        Some(chosen.into_iter().collect())
    }

    fn packages(&mut self, node: &Node, more: Part, less: Part, strictly: bool) -> Option<(Compared, bool)> {
        let names = |part: &Part| part.keys().copied().collect::<Vec<_>>();
        if names(&more) != names(&less) {
            let hint = "name the same issues in both; whatever neither names is the same in both";
            return self.bad("the two packages do not name the same issues", node.span, hint);
        }
        if more == less {
            let hint = "let them differ in at least one issue";
            return self.bad("a package is compared with itself", node.span, hint);
        }
        Some((Compared::Packages(more, less), strictly))
    }

    fn issues(&mut self, node: &Node, more: IssueIdx, less: IssueIdx, strictly: bool) -> Option<(Compared, bool)> {
        if more == less {
            return self.bad("an issue is compared with itself", node.span, "name two issues");
        }
        Some((Compared::Issues(more, less), strictly))
    }

    fn bad<T>(&mut self, message: &str, span: Span, hint: &str) -> Option<T> {
        self.context.report(Diagnostic::new(&codes::BAD_ANSWER, message).at(span.within(0, 60), "this one").hint(hint));
        None
    }
}
