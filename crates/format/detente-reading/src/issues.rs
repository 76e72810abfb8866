//! What a text speaks of: the words of issues and of their choices.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use detente_case::{Case, Issue, IssueIdx};

use crate::lexicon::Lexicon;
use crate::phrases::{By, Phrases};
use crate::text::{Token, tokens};

/// Words of a text that stand for an issue, or for several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Where.
    pub(crate) tokens: Range<usize>,
    /// The issues, in order.
    pub(crate) issues: Vec<IssueIdx>,
    /// Whether it is only a word of a title.
    pub(crate) is_weak: bool,
}

/// Words that stand for more issues than this say nothing.
const MOST: usize = 4;
/// A shorter word of a title says nothing on its own.
const SHORT: usize = 5;

/// The words of a case's issues.
#[derive(Clone, Debug)]
pub(crate) struct Issues {
    strong: Phrases<IssueIdx>,
    weak: Phrases<IssueIdx>,
}

impl Issues {
    pub(crate) fn of(case: &Case, lexicon: &Lexicon) -> Self {
        let mut strong = Phrases::new(By::Stem);
        for (idx, issue) in case.issues.iter() {
            let idx = spoken_of(case, idx);
            issue.words.iter().chain([&issue.title]).for_each(|phrase| strong.add(phrase, idx));
            let titles = choice_titles(issue).filter(|title| 1 < title.split_whitespace().count());
            titles.for_each(|title| strong.add(title, idx));
        }
        let mut weak = Phrases::new(By::Stem);
        for (word, issues) in distinctive(case, lexicon) {
            if let [issue] = issues.iter().copied().collect::<Vec<_>>()[..] {
                weak.add(&word, issue);
            }
        }
        Self { strong, weak }
    }

    /// The hits in a sentence, in order, none inside another.
    pub(crate) fn hits(&self, tokens: &[Token], sentence: Range<usize>) -> Vec<Hit> {
        let mut found = Vec::new();
        let mut at = sentence.start;
        while at < sentence.end {
            let hit = self.at(tokens, at).filter(|hit| hit.tokens.end <= sentence.end);
            at = hit.as_ref().map_or(at + 1, |hit| hit.tokens.end);
            found.extend(hit.filter(|hit| hit.issues.len() <= MOST));
        }
        found
    }

    fn at(&self, tokens: &[Token], at: usize) -> Option<Hit> {
        let of = |(length, mut issues): (usize, Vec<IssueIdx>), is_weak| {
            issues.sort_unstable();
            issues.dedup();
            Hit { tokens: at..at + length, issues, is_weak }
        };
        match self.strong.at(tokens, at) {
            Some(found) => Some(of(found, false)),
            None => self.weak.at(tokens, at).map(|found| of(found, true)),
        }
    }
}

/// The titles of an issue's choices; the amounts of a range have none that a text would use.
fn choice_titles(issue: &Issue) -> impl Iterator<Item = &String> {
    let choices = issue.choices.rows().filter(|_| !issue.is_range());
    choices.map(|choice| &choice.title)
}

/// The issue that stands for all parts of its lens: reports speak of a territory, and only a case of its parts.
pub(crate) fn spoken_of(case: &Case, issue: IssueIdx) -> IssueIdx {
    let lens = case.part_of(issue).map(|(lens, _)| &case.lenses[lens]);
    lens.and_then(|lens| lens.parts.first()).map_or(issue, |part| part.issue)
}

/// The longer words of titles, with the issues in whose titles they stand; names and plain words left out.
fn distinctive(case: &Case, lexicon: &Lexicon) -> BTreeMap<String, BTreeSet<IssueIdx>> {
    let people = case.people.rows().flat_map(|person| person.aliases.iter().chain([&person.name]));
    let parties = case.parties.rows().flat_map(|party| party.aliases.iter().chain([&party.name]));
    let names: BTreeSet<String> =
        people.chain(parties).flat_map(|name| tokens(name, 0)).map(|token| token.stem).collect();
    let mut found: BTreeMap<String, BTreeSet<IssueIdx>> = BTreeMap::new();
    for (idx, issue) in case.issues.iter() {
        let idx = spoken_of(case, idx);
        for word in choice_titles(issue).chain([&issue.title]).chain(&issue.words).flat_map(|title| tokens(title, 0)) {
            let is_long = SHORT <= word.stem.chars().count() && word.stem.chars().all(char::is_alphabetic);
            if is_long && !names.contains(&word.stem) && !lexicon.is_plain(&word.form) {
                found.entry(word.stem).or_default().insert(idx);
            }
        }
    }
    found
}
