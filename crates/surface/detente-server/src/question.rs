//! A question about the open case, and every kind of answer: one table says what there is.

use std::sync::Arc;

use detente::Opened;
use detente::case::Case;
use detente::deals::{DraftAnswer, DraftWanted, Settings, StatedAnswer, draft, lower, stated};
use detente::engine::again::WrittenOut;
use detente::estimate::EstimateSet;
use detente_api::About;
use detente_api::workbench::Ask;
use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::ask::{sets, settings};
use crate::failure::Failure;
use crate::folder::Read;
use crate::watch::{End, Work};

mod answers;
mod deals;
mod draws;
mod lens;

/// A question about a sound case.
pub(crate) struct Question<'a> {
    read: &'a Read,
    pub(crate) opened: &'a Opened,
    /// The case, with the consents that were asked for.
    pub(crate) case: &'a Case,
    /// The sets that give second answers.
    pub(crate) sets: &'a [&'a EstimateSet],
    pub(crate) settings: &'a Settings,
    pub(crate) asked: &'a Ask,
    pub(crate) watch: &'a Work,
}

impl<'a> Question<'a> {
    pub(crate) fn about(&self) -> About<'a> {
        About { opened: self.opened, case: self.case, draft: &self.settings.draft, open: &self.settings.open }
    }

    /// The first answer, which no estimate changes.
    pub(crate) fn stated(&self, settings: &Settings) -> Result<Arc<StatedAnswer>, Failure> {
        let settings = settings.without_estimates();
        let key = self.without_numbers(&settings);
        Ok(self.read.stated.of(key, self.watch, || stated(self.case, &settings, self.watch))?)
    }

    /// What the draft leaves within the stated limits alone.
    pub(crate) fn stated_draft(&self) -> Result<Arc<DraftAnswer>, Failure> {
        let settings = Settings { examples: 0, ..self.settings.without_estimates() };
        let wanted = DraftWanted { reach: None, ..self.draft_wanted() };
        let key = format!("{wanted:?} {}", self.without_numbers(&settings));
        let made = || {
            let lowered = lower(self.case, None)?;
            let asked = lowered.drafted(self.case, &settings).without_bottom_lines();
            draft(self.case, None, (&lowered, &asked), wanted, self.written_out(), self.watch)
        };
        Ok(self.read.drafts.of(key, self.watch, made)?)
    }

    /// Zones met in earlier questions about this case.
    pub(crate) fn written_out(&self) -> &'a WrittenOut {
        &self.read.written_out
    }

    /// What is wanted of a draft's answer.
    pub(crate) fn draft_wanted(&self) -> DraftWanted {
        DraftWanted {
            excluders: self.asked.excluded_by,
            reach: self.asked.reach.then(|| self.asked.steps.unwrap_or(u64::MAX)),
        }
    }

    /// What makes two questions the same as long as no estimate is looked at.
    fn without_numbers(&self, settings: &Settings) -> String {
        format!("{} {settings:?}", self.asked.units)
    }

    /// What `answer` gives for each set.
    pub(crate) fn per_set<T, E: Into<Failure>>(
        &self,
        answer: impl Fn(&'a EstimateSet) -> Result<T, E>,
    ) -> Result<Vec<(&'a EstimateSet, T)>, Failure> {
        self.sets.iter().map(|&set| Ok((set, answer(set).map_err(Into::into)?))).collect()
    }
}

/// A kind of question.
pub(crate) struct Kind {
    /// The last part of its address.
    pub(crate) name: &'static str,
    /// What it answers, in a line.
    pub(crate) summary: &'static str,
    /// Its answer, as bytes of a document.
    pub(crate) answer: fn(&Question<'_>) -> Result<Arc<[u8]>, Failure>,
    /// What the document is like.
    pub(crate) schema: fn(&mut SchemaGenerator) -> Schema,
}

const fn kind(
    name: &'static str,
    summary: &'static str,
    answer: fn(&Question<'_>) -> Result<Arc<[u8]>, Failure>,
    schema: fn(&mut SchemaGenerator) -> Schema,
) -> Kind {
    Kind { name, summary, answer, schema }
}

fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

/// Every kind of question, in order of name.
pub(crate) const KINDS: &[Kind] = &[
    kind(
        "best-for",
        "The most for one party within everybody's limits",
        deals::best_for,
        of::<detente_api::workbench::BestForAnswer>,
    ),
    kind("compare", "Packages side by side", answers::compare, of::<detente_api::Compare>),
    kind("deals", "The two answers", deals::deals, of::<detente_api::Deals>),
    kind(
        "draft",
        "What a draft leaves, while it is being built",
        answers::draft,
        of::<detente_api::workbench::DraftLeft>,
    ),
    kind(
        "examples",
        "Packages as different as the zone allows",
        deals::examples,
        of::<detente_api::workbench::Examples>,
    ),
    kind("fund", "Who pays and gets how much when", lens::fund, of::<detente_api::FundFlows>),
    kind("gives", "Who can move what", answers::gives, of::<detente_api::Gives>),
    kind(
        "improve",
        "What is better than a package for one principal and worse for none",
        answers::improve,
        of::<detente_api::Improve>,
    ),
    kind("ledger", "What the record says", answers::ledger, of::<detente_api::Ledger>),
    kind(
        "map",
        "What the draft makes of the territory, with the shapes of its units",
        lens::map,
        of::<lens::MapWithShapes>,
    ),
    kind("offers", "Offers and drafts on record", answers::offers, of::<detente_api::Offer>),
    kind("overview", "Where a reader begins", deals::overview, of::<detente_api::workbench::Overview>),
    kind("picture", "Frontier, principles and examples to draw", deals::picture, of::<detente_api::workbench::Picture>),
    kind("prices", "What a step of each limit would change", answers::prices, of::<detente_api::Prices>),
    kind("process", "Which steps can be taken next", answers::process, of::<detente_api::Process>),
    kind(
        "relax",
        "What a draft leaves with members of a conflict left aside",
        answers::draft,
        of::<detente_api::workbench::DraftLeft>,
    ),
    kind(
        "remaining",
        "What remains of every choice, with numbers of packages",
        answers::remaining,
        of::<detente_api::Remaining>,
    ),
    kind(
        "robust",
        "Which conclusions survive what nobody knows, and what to find out next",
        draws::robust,
        of::<detente_api::Robust>,
    ),
    kind("show", "The case in outline", answers::show, of::<detente_api::Show>),
    kind("why", "Which limits cannot hold together, and what opens the space", answers::why, of::<detente_api::Why>),
];

/// The kind with this name.
pub(crate) fn named(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.name == name)
}

/// Answers a question about what was read; an answer given already is given again.
pub(crate) fn answer(read: &Read, kind: &Kind, asked: &Ask, key: &str, work: &Work) -> Result<Arc<[u8]>, Failure> {
    let key = format!("{} {key}", kind.name);
    if let Some(known) = read.answered(&key) {
        return Ok(known);
    }
    let found = fresh(read, kind, asked, work).map_err(|failure| work.said(failure))?;
    // What was ended says how far it came, which another time may be further.
    if work.why() == End::Going {
        read.keep(key, &found);
    }
    Ok(found)
}

fn fresh(read: &Read, kind: &Kind, asked: &Ask, work: &Work) -> Result<Arc<[u8]>, Failure> {
    asking(read, asked, work, |question| (kind.answer)(question))
}

/// Puts a question to what was read.
pub(crate) fn asking<T>(
    read: &Read,
    asked: &Ask,
    work: &Work,
    answer: impl FnOnce(&Question<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (opened, case) = read.sound(asked.units)?;
    let sets = sets(case, &opened.reading.estimates, asked)?;
    let sets: Vec<&EstimateSet> = sets.iter().collect();
    let settings = settings(case, &sets, asked)?;
    let case = settings.apply(case);
    answer(&Question { read, opened, case: &case, sets: &sets, settings: &settings, asked, watch: work })
}
