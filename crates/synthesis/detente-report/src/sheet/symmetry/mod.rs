//! Whether two parties' names matter: every result of the case beside that of the case in which the two are exchanged.
//!
//! A sceptical reader wants to know first whether anything differs. What differs stands first and on both sides; what is the same on
//! both sides stands once, by question, in the words of the case.

mod asked;
mod choices;
mod draws;
mod estimated;
mod record;
mod results;
mod said;
mod stated;

use std::collections::{BTreeMap, BTreeSet};

use detente_case::PartyIdx;

pub use results::{Amount, Given, Led, Package, Points, Question, Results, Says, Topic, Within};

use super::about::{About, Audience};
use super::document::{Block, Sheet};
use crate::words::{count, listed};

/// As many differences as are written out.
const MOST_DIFFERENCES: usize = 40;

/// Two cases, solved.
#[derive(Clone, Copy, Debug)]
pub struct Exchanged<'r> {
    /// The two parties.
    pub parties: [PartyIdx; 2],
    /// The case as it stands.
    pub stands: &'r Results,
    /// The exchanged case, the two exchanged back.
    pub exchanged: &'r Results,
    /// How many draws were made and with which seed, where any were.
    pub drawn: Option<[u64; 2]>,
    /// What was not compared and why, a sentence each.
    pub not_compared: &'r [String],
}

impl Exchanged<'_> {
    /// Every question of either case, and whether both answer it alike.
    pub fn compared(&self) -> BTreeMap<&Question, bool> {
        let questions: BTreeSet<&Question> = self.stands.keys().chain(self.exchanged.keys()).collect();
        questions.into_iter().map(|asked| (asked, self.stands.get(asked) == self.exchanged.get(asked))).collect()
    }
}

/// The sheet of an exchange; where none was made, because nobody said of whom, the sheet says so.
pub fn symmetry(about: &About<'_>, of: Option<&Exchanged<'_>>) -> Sheet {
    const TITLE: &str = "Symmetry: two parties exchanged";
    let Some(of) = of else {
        let missing = format!(
            "This sheet exchanges two parties, and none were named. Parties of this case: {}.",
            listed(&about.names(about.case.parties.indices()))
        );
        return about.sheet(TITLE, vec![Block::heading("The exchange"), Block::Paragraph(missing)]);
    };
    let view = View { about, of };
    let mut blocks = view.statement();
    blocks.extend(view.differences());
    blocks.extend(view.record());
    blocks.extend(view.stated());
    blocks.extend(view.choices());
    blocks.extend(view.estimated());
    blocks.extend(view.draws());
    blocks.extend(view.months());
    about.sheet(TITLE, blocks)
}

/// An exchange under the eyes of a sheet.
struct View<'a> {
    about: &'a About<'a>,
    of: &'a Exchanged<'a>,
}

impl View<'_> {
    /// What was done, and what was found.
    fn statement(&self) -> Vec<Block> {
        let [(_, first), (_, second)] = self.two();
        let estimates = if self.is_for_team() { "territory and estimates" } else { "territory" };
        let done = format!(
            "In a copy of the case {first} and {second} have each other's id and name, everywhere: record, limits, consents, steps, \
             drafts, fund, {estimates}. The copy is solved anew. What the case says of {first} is held against what the copy says of the \
             party that is called {second} there, and the other way round; all else against its like. Titles, quotes and notes stay as \
             they are: nothing is computed from them."
        );
        let compared = self.of.compared();
        let differing = compared.values().filter(|agrees| !**agrees).count();
        let found = match differing {
            0 => format!(
                "{} results were compared. All are equal up to the exchange: none depends on which of the two has which name.",
                count(compared.len())
            ),
            1 => format!("{} results were compared. One differs beyond the exchange.", count(compared.len())),
            _ => format!(
                "{} results were compared. {} differ beyond the exchange.",
                count(compared.len()),
                count(differing)
            ),
        };
        let mut blocks = vec![Block::heading("What was done, and what was found"), Block::Paragraph(done)];
        blocks.extend([Block::Paragraph(found), summary(&compared)]);
        blocks.extend(self.instance().map(Block::Paragraph));
        let limit = "This says whether names matter to the computation. It says nothing of whether what was put in about either party is \
                     right. What is equal in both stands once below.";
        blocks.push(Block::Note(limit.to_owned()));
        blocks.extend(self.of.not_compared.iter().map(|why| Block::Note(why.clone())));
        blocks
    }

    /// One result of a party, on both sides.
    fn instance(&self) -> Option<String> {
        let [(party, first), (_, second)] = self.two();
        let asked = Question::Reach(party);
        let [stands, exchanged] = [self.of.stands, self.of.exchanged].map(|results| results.get(&asked));
        let [stands, exchanged] = [self.about.answer(stands?), self.about.answer(exchanged?)];
        Some(format!(
            "For instance, packages within all limits at the centres are worth {stands} points to {first}; in the copy they are worth \
             {exchanged} to the party that is called {second} there."
        ))
    }

    /// What differs, on both sides.
    fn differences(&self) -> Vec<Block> {
        let compared = self.of.compared();
        let differing: Vec<&Question> =
            compared.into_iter().filter(|(_, agrees)| !agrees).map(|(asked, _)| asked).collect();
        if differing.is_empty() {
            return Vec::new();
        }
        let said = |results: &Results, asked: &Question| {
            results.get(asked).map_or_else(|| "no such result".to_owned(), |says| self.about.exact_answer(says))
        };
        let row = |asked: &&Question| {
            vec![asked::question(self.about, asked), said(self.of.stands, asked), said(self.of.exchanged, asked)]
        };
        let why = "Only the two parties were exchanged, so that each of these is an error of the program, or the two cases are not \
                   the same.";
        let mut blocks = vec![
            Block::heading("Differences beyond the exchange"),
            Block::Paragraph(why.to_owned()),
            Block::table(
                &["Result", "As the case stands", "Exchanged, read back"],
                differing.iter().take(MOST_DIFFERENCES).map(row).collect(),
            ),
        ];
        if let Some(more) = differing.len().checked_sub(MOST_DIFFERENCES).filter(|more| 0 < *more) {
            blocks.push(Block::Note(format!("{more} more differ.")));
        }
        blocks.push(Block::Note("Below, every result as the case stands.".to_owned()));
        blocks
    }

    /// The two and their names, alphabetically.
    fn two(&self) -> [(PartyIdx, String); 2] {
        let [a, b] = self.of.parties;
        let two = if self.about.place(a) <= self.about.place(b) { [a, b] } else { [b, a] };
        two.map(|party| (party, self.about.name(party)))
    }

    fn is_for_team(&self) -> bool {
        matches!(self.about.audience, Audience::Team(_))
    }

    /// What the case as it stands says.
    fn says(&self, asked: &Question) -> Option<&Says> {
        self.of.stands.get(asked)
    }

    /// The same in words, where there is such a result.
    fn answer(&self, asked: &Question) -> Option<String> {
        self.says(asked).map(|says| self.about.answer(says))
    }
}

/// Rows of what is asked and what is found, without those that have no result.
fn found(rows: impl IntoIterator<Item = (String, Option<String>)>) -> Vec<Vec<String>> {
    rows.into_iter().filter_map(|(asked, found)| Some(vec![asked, found?])).collect()
}

/// How many results were compared and how many differ, by what they are about.
fn summary(compared: &BTreeMap<&Question, bool>) -> Block {
    let mut topics: BTreeMap<Topic, [usize; 2]> = BTreeMap::new();
    for (asked, agrees) in compared {
        let [all, differ] = topics.entry(asked.topic()).or_default();
        *all += 1;
        *differ += usize::from(!agrees);
    }
    let row = |(topic, counts): (Topic, [usize; 2])| {
        let [all, differ] = counts.map(count);
        vec![self::topic(topic).to_owned(), all, differ]
    };
    Block::table(&["About", "Results compared", "Different"], topics.into_iter().map(row).collect())
}

fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Record => "the record: positions, and who takes part in steps",
        Topic::Stated => "what follows from the stated limits alone",
        Topic::Estimated => "what the estimates add, at their centres and ends",
        Topic::Draws => "what draws from the estimates say",
        Topic::Months => "what waiting does, month by month",
    }
}
