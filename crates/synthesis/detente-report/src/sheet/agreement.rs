//! The single negotiating text of a package: clause by clause, with brackets where the package is open, then what it is held against.

use detente_case::{AgreementText, ChoiceIdx, Clause, IssueIdx, LensIdx, Subject, Words};

use super::about::About;
use super::document::{Block, Sheet, capitalised};
use super::proposal::Proposal;
use super::words::listed;

/// As many choices of an issue as stand beside each other in brackets; a longer row is told by its ends.
const MOST_IN_BRACKETS: usize = 6;

/// The sheet of the text of a package.
pub fn agreement(about: &About<'_>, proposal: &Proposal, text: &AgreementText) -> Sheet {
    let view = View { about, proposal };
    let clauses: Vec<Standing<'_>> = text.clauses.iter().map(|clause| view.standing(clause)).collect();
    let mut blocks = vec![
        Block::Paragraph(format!("The package: {}.", proposal.title)),
        Block::Note(
            "Words in [brackets] are not agreed; | stands between alternatives, in the order of the case.".to_owned(),
        ),
    ];
    let standing: Vec<&Standing<'_>> = clauses.iter().filter(|found| found.stands != Some(false)).collect();
    if standing.is_empty() {
        blocks.push(Block::nothing());
    }
    for (rank, found) in standing.iter().enumerate() {
        blocks.push(Block::Heading(format!("{}. {} [{}]", rank + 1, found.clause.heading, found.clause.id)));
        blocks.extend(found.paragraphs.iter().cloned().map(Block::Paragraph));
        blocks.extend(found.note(about).map(Block::Note));
    }
    blocks.push(Block::heading("What the text is held against"));
    blocks.push(Block::Note("That something is asked does not mean that the text must treat it.".to_owned()));
    blocks.push(view.checklist(text, &clauses));
    blocks.extend(view.gaps(text, &clauses));
    about.sheet("Negotiating text", blocks)
}

struct View<'a> {
    about: &'a About<'a>,
    proposal: &'a Proposal,
}

/// A clause under the package.
struct Standing<'t> {
    clause: &'t Clause,
    /// Whether it stands; `None` where that depends on what is open.
    stands: Option<bool>,
    paragraphs: Vec<String>,
    /// Whether anything in it is in brackets.
    open: bool,
    /// Whether a choice it can have is without words.
    gap: bool,
}

impl Standing<'_> {
    fn note(&self, about: &About<'_>) -> Option<String> {
        let when = self.clause.when.as_ref().filter(|_| self.stands.is_none())?;
        let words = detente_case::expr::describe(&when.expr, about.case.scope());
        Some(format!("This clause stands only if {words}."))
    }

    fn in_words(&self) -> &'static str {
        match (self.stands, self.gap, self.open) {
            (Some(false), ..) => "not in this package",
            (_, true, _) => "words missing",
            (None, ..) | (_, _, true) => "in brackets",
            (Some(true), false, false) => "in the text",
        }
    }
}

/// Words, whether they hold anything open, and whether some are missing.
struct Said {
    words: String,
    open: bool,
    gap: bool,
}

impl View<'_> {
    fn standing<'t>(&self, clause: &'t Clause) -> Standing<'t> {
        let case = self.about.case;
        let stands = clause.when.as_ref().map_or(Some(true), |when| self.proposal.decides(case, &when.formula));
        let said = match clause.about {
            None => clause.words.iter().map(|words| self.plain(words, "")).collect(),
            Some(Subject::Issue(issue)) => vec![self.of_issue(clause, issue)],
            Some(Subject::Lens(lens)) => self.of_lens(clause, lens),
        };
        let bracketed =
            |said: &Said| if stands.is_none() && !said.open { format!("[{}]", said.words) } else { said.words.clone() };
        Standing {
            stands,
            paragraphs: said.iter().map(bracketed).collect(),
            open: said.iter().any(|said| said.open),
            gap: said.iter().any(|said| said.gap),
            clause,
        }
    }

    /// The title of an issue's choice; in brackets while it is open.
    fn chosen(&self, issue: IssueIdx) -> String {
        let row = &self.about.case.issues[issue];
        let title = |choice: &ChoiceIdx| row.choices[*choice].title.clone();
        let left = self.proposal.left(self.about.case, issue);
        match left.as_slice() {
            [only] => title(only),
            [first, .., last] if MOST_IN_BRACKETS < left.len() => format!("[{} to {}]", title(first), title(last)),
            _ => format!("[{}]", left.iter().map(title).collect::<Vec<_>>().join(" | ")),
        }
    }

    fn plain(&self, words: &Words, parts: &str) -> Said {
        let open = words.issues().any(|issue| self.proposal.settled(issue).is_none());
        Said { words: words.filled(|issue| self.chosen(issue), parts), open, gap: false }
    }

    fn of_issue(&self, clause: &Clause, issue: IssueIdx) -> Said {
        let left = self.possible(clause, issue);
        let whole = self.about.case.issues[issue].choices.len();
        let places: Vec<usize> = left.iter().map(|&choice| detente_base::Index::position(choice)).collect();
        if let (Some(open), true) =
            (&clause.open, self.proposal.left(self.about.case, issue).len() == whole && 1 < whole)
        {
            let said = self.plain(open, "");
            return Said { words: format!("[{}]", said.words), open: true, gap: false };
        }
        let title =
            |place: usize| self.about.case.issues[issue].choices.rows().nth(place).map_or("", |row| row.title.as_str());
        self.alternatives(clause, &places, "", &title)
    }

    /// The choices an issue can still have where the clause stands.
    fn possible(&self, clause: &Clause, issue: IssueIdx) -> Vec<ChoiceIdx> {
        let case = self.about.case;
        let left = self.proposal.left(case, issue);
        let Some(when) = &clause.when else { return left };
        let stands = |choice: ChoiceIdx| {
            let only = |of: IssueIdx| if of == issue { vec![choice] } else { self.proposal.left(case, of) };
            when.formula.decided(&only) != Some(false)
        };
        left.into_iter().filter(|&choice| stands(choice)).collect()
    }

    /// The words for what is left, each once, in brackets where they differ.
    fn alternatives<'c>(
        &self,
        clause: &Clause,
        places: &[usize],
        parts: &str,
        title: &dyn Fn(usize) -> &'c str,
    ) -> Said {
        let mut found: Vec<String> = Vec::new();
        let (mut gap, mut open) = (false, false);
        for &place in places {
            let words = if let Some(words) = clause.words_for(place) {
                let said = self.plain(words, parts);
                open |= said.open;
                said.words
            } else {
                gap = true;
                format!("no words for “{}”", title(place))
            };
            if !found.contains(&words) {
                found.push(words);
            }
        }
        match found.as_slice() {
            [only] if !gap => Said { words: only.clone(), open, gap },
            _ => Said { words: format!("[{}]", found.join(" | ")), open: true, gap },
        }
    }

    /// Parts that can still have the same statuses stand in one paragraph.
    fn of_lens(&self, clause: &Clause, lens: LensIdx) -> Vec<Said> {
        let case = self.about.case;
        let lens = &case.lenses[lens];
        let mut groups: Vec<(Vec<usize>, Vec<String>)> = Vec::new();
        for part in &lens.parts {
            let left = self.possible(clause, part.issue);
            let statuses: Vec<usize> = left
                .iter()
                .filter_map(|&choice| part.statuses.get(detente_base::Index::position(choice)).copied())
                .collect();
            match groups.iter_mut().find(|(of, _)| *of == statuses) {
                Some((_, names)) => names.push(part.name.clone()),
                None => groups.push((statuses, vec![part.name.clone()])),
            }
        }
        groups.sort_by(|a, b| a.0.cmp(&b.0));
        let title = |place: usize| lens.statuses.get(place).map_or("", |status| status.title.as_str());
        let of = |(statuses, names): &(Vec<usize>, Vec<String>)| match &clause.open {
            Some(open) if statuses.len() == lens.statuses.len() => {
                Said { words: format!("[{}]", self.plain(open, &listed(names)).words), open: true, gap: false }
            }
            _ => self.alternatives(clause, statuses, &listed(names), &title),
        };
        groups.iter().map(of).collect()
    }

    fn checklist(&self, text: &AgreementText, clauses: &[Standing<'_>]) -> Block {
        let mut rows = Vec::new();
        for topic in &text.topics {
            let asked =
                topic.when.as_ref().map_or(Some(true), |when| self.proposal.decides(self.about.case, &when.formula));
            if asked == Some(false) {
                continue;
            }
            let of: Vec<&Standing<'_>> =
                clauses.iter().filter(|found| found.clause.topics.contains(&topic.id)).collect();
            let found = match of.as_slice() {
                [] => "missing: no clause treats it".to_owned(),
                all if all.iter().all(|found| found.stands == Some(false)) => {
                    "missing: none of its clauses stands in this package".to_owned()
                }
                all => {
                    let lines: Vec<String> =
                        all.iter().map(|found| format!("[{}] {}", found.clause.id, found.in_words())).collect();
                    lines.join("\n")
                }
            };
            let own = if topic.of_case { " (asked by the case)" } else { "" };
            rows.push(vec![format!("{}{own}", topic.title), topic.asks.clone(), found]);
        }
        Block::table(&["Topic", "What it asks", "In the text"], rows)
    }

    /// What the package says and no clause carries, and choices without words.
    fn gaps(&self, text: &AgreementText, clauses: &[Standing<'_>]) -> Vec<Block> {
        let case = self.about.case;
        let carried = text.issues(case);
        let mut lines: Vec<String> = Vec::new();
        let mut told: Vec<&str> = Vec::new();
        for issue in case.issues.indices().filter(|issue| !carried.contains(issue)) {
            let (id, title) = case.matter(issue);
            if !told.contains(&id.as_str()) {
                told.push(id.as_str());
                lines.push(format!("No clause speaks of: {title} [{id}]."));
            }
        }
        let missing = clauses.iter().filter(|found| found.gap && found.stands != Some(false));
        lines.extend(missing.map(|found| capitalised(&format!("words are missing in [{}].", found.clause.id))));
        vec![Block::heading("Issues without a clause, and clauses without words"), Block::list(lines)]
    }
}
