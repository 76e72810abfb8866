//! The walk through proposals: each accepted, changed or rejected by a person, and nothing written before the end.

use std::io::{BufRead, Result, Write};

use detente::case::Case;
use detente::casefile::NewStatement;
use detente::reading::Proposal;
use detente::statement_of;

use super::edit;
use crate::render::{self, Group};

/// Everything a walk needs.
pub(super) struct Dialog<'d> {
    pub(super) case: &'d Case,
    pub(super) text: &'d str,
    pub(super) groups: &'d [Group],
    pub(super) coder: Option<String>,
}

/// How a walk ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// These are to be written.
    Write(Vec<NewStatement>),
    /// Nothing is.
    Leave,
}

/// What was decided about a proposal.
#[derive(Clone, Debug)]
enum Decision {
    Open,
    Rejected,
    Accepted(Box<NewStatement>),
}

const KEYS: &str =
    "a accept · e change, then accept · r reject · b back · w write what is accepted · q leave, nothing written";

impl Dialog<'_> {
    /// Walks through all proposals. The end of the input leaves, with nothing to be written.
    pub(super) fn hold(&self, input: &mut impl BufRead, out: &mut impl Write) -> Result<Outcome> {
        let coder = match &self.coder {
            Some(coder) => Some(coder.clone()),
            None => {
                ask(input, out, "Who codes (a name or initials; empty: not said): ")?.filter(|name| !name.is_empty())
            }
        };
        writeln!(out, "{}. {KEYS}", render::number(self.groups.len()))?;
        let mut decisions: Vec<Decision> = vec![Decision::Open; self.groups.len()];
        let mut at = 0;
        loop {
            let Some(group) = self.groups.get(at) else {
                match self.end(&decisions, input, out)? {
                    Some(outcome) => return Ok(outcome),
                    None => at = at.saturating_sub(1),
                }
                continue;
            };
            write!(
                out,
                "\n{} of {}{}\n{}",
                at + 1,
                self.groups.len(),
                so_far(&decisions, at),
                render::group(self.case, group)
            )?;
            let Some(key) = ask(input, out, "[a/e/r/b/w/q] ")? else { return Ok(Outcome::Leave) };
            let decision = match key.as_str() {
                "a" | "accept" => self.accepted(group, coder.as_ref()),
                "e" | "edit" | "change" => {
                    let Some(statement) = self.accepted(group, coder.as_ref()) else { continue };
                    let Some(changed) = edit::changed(self.case, self.text, statement, input, out)? else {
                        return Ok(Outcome::Leave);
                    };
                    Some(changed)
                }
                "r" | "reject" => {
                    decide(&mut decisions, at, Decision::Rejected);
                    at += 1;
                    continue;
                }
                "b" | "back" => {
                    at = at.saturating_sub(1);
                    continue;
                }
                "w" | "write" => return Ok(written(&decisions)),
                "q" | "quit" => return Ok(Outcome::Leave),
                _ => {
                    writeln!(out, "{KEYS}")?;
                    continue;
                }
            };
            if let Some(statement) = decision {
                decide(&mut decisions, at, Decision::Accepted(Box::new(statement)));
                at += 1;
            }
        }
    }

    /// After the last proposal: write, go back, or leave.
    fn end(&self, decisions: &[Decision], input: &mut impl BufRead, out: &mut impl Write) -> Result<Option<Outcome>> {
        let accepted = decisions.iter().filter(|decision| matches!(decision, Decision::Accepted(_))).count();
        writeln!(out, "\nThat was the last of {}. Accepted: {accepted}.", self.groups.len())?;
        Ok(match ask(input, out, "[w write · b back · q leave] ")?.as_deref() {
            Some("w" | "write") => Some(written(decisions)),
            Some("q" | "quit") | None => Some(Outcome::Leave),
            Some(_) => None,
        })
    }

    /// The statement a group becomes.
    fn accepted(&self, group: &Group, coder: Option<&String>) -> Option<NewStatement> {
        let proposals: Vec<&Proposal> = group.proposals.iter().collect();
        statement_of(self.case, self.text, &proposals, coder.map(String::as_str))
    }
}

fn decide(decisions: &mut [Decision], at: usize, decision: Decision) {
    if let Some(place) = decisions.get_mut(at) {
        *place = decision;
    }
}

fn so_far(decisions: &[Decision], at: usize) -> &'static str {
    match decisions.get(at) {
        Some(Decision::Accepted(_)) => " · accepted before",
        Some(Decision::Rejected) => " · rejected before",
        _ => "",
    }
}

fn written(decisions: &[Decision]) -> Outcome {
    let accepted = decisions.iter().filter_map(|decision| match decision {
        Decision::Accepted(statement) => Some((**statement).clone()),
        Decision::Open | Decision::Rejected => None,
    });
    let accepted: Vec<NewStatement> = accepted.collect();
    if accepted.is_empty() { Outcome::Leave } else { Outcome::Write(accepted) }
}

/// One answer, blanks around it aside; `None` at the end of the input.
pub(super) fn ask(input: &mut impl BufRead, out: &mut impl Write, question: &str) -> Result<Option<String>> {
    write!(out, "{question}")?;
    out.flush()?;
    let mut line = String::new();
    let length = input.read_line(&mut line)?;
    Ok((0 < length).then(|| line.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Dialog, Outcome};
    use crate::render::grouped;
    use detente::casefile::{Folder, read};
    use detente::reading::Reader;

    const CASE: &str = r#"format = 1
[case]
id = "river"
title = "Talks on a river"
[parties]
eastland = { name = "Eastland" }
westland = { name = "Westland" }
[people.vik]
name = "Anna Vik"
role = "President of Eastland"
party = "eastland"
[issues.bridge]
title = "Bridge"
words = ["bridge"]
choices = { closed = "Closed", open = "Open" }
"#;
    const TEXT: &str = "Eastland rejects the bridge. Westland supports the bridge.\nAnna Vik said Eastland would never accept the bridge.";

    fn hold(keys: &str) -> (Outcome, String) {
        let case = read(&Folder::of_texts([("case.toml", CASE)])).case.expect("a case");
        let groups = grouped(&Reader::new(&case).read(TEXT));
        assert_eq!(groups.len(), 3);
        let mut out = Vec::new();
        let dialog = Dialog { case: &case, text: TEXT, groups: &groups, coder: Some("A.B.".to_owned()) };
        let outcome = dialog.hold(&mut keys.as_bytes(), &mut out).expect("a walk");
        (outcome, String::from_utf8(out).expect("text"))
    }

    fn accepted(keys: &str) -> Vec<String> {
        match hold(keys).0 {
            Outcome::Write(statements) => {
                statements.into_iter().map(|statement| statement.read_as.join("; ")).collect()
            }
            Outcome::Leave => Vec::new(),
        }
    }

    #[test]
    fn what_is_accepted_is_written_and_nothing_else() {
        assert_eq!(accepted("a\nr\na\nw\n"), ["eastland oppose bridge", "eastland rule_out bridge"]);
        assert_eq!(accepted("r\na\nw\n"), ["westland support bridge"]);
    }

    #[test]
    fn going_back_takes_a_decision_back() {
        assert_eq!(accepted("a\na\nb\nr\nr\nw\n"), ["eastland oppose bridge"]);
        assert!(hold("a\nb\nr\nq\n").1.contains("accepted before"));
    }

    #[test]
    fn leaving_or_the_end_of_the_input_writes_nothing() {
        for keys in ["a\na\na\nq\n", "a\na\n", "", "r\nr\nr\nw\n", "a\ne\n"] {
            assert_eq!(hold(keys).0, Outcome::Leave, "{keys:?}");
        }
    }

    #[test]
    fn a_statement_can_be_changed_and_its_words_have_to_occur() {
        let keys = "e\nquote\nno such words\nquote\nrejects the bridge\nspeaker\nvik\nvia\nnonsense\nvia\ndirect\ndate\n2031-02-03\nchain\nGazette; minutes\nsense\nIs against it.\n\nr\nr\nw\n";
        let (outcome, said) = hold(keys);
        let Outcome::Write(statements) = outcome else { panic!("{said}") };
        let [statement] = statements.as_slice() else { panic!("{statements:?}") };
        assert_eq!(
            (statement.exact.as_str(), statement.prefix.as_str(), statement.person.as_deref(), statement.via.as_str()),
            ("rejects the bridge", "Eastland ", Some("vik"), "direct")
        );
        assert_eq!(statement.chain, ["Gazette", "minutes"]);
        assert_eq!(statement.said_on.map(|date| date.to_string()).as_deref(), Some("2031-02-03"));
        assert_eq!(statement.paraphrase.as_deref(), Some("Is against it."));
        assert!(said.contains("do not occur") && said.contains("one of: direct"), "{said}");
    }
}
