//! The case: everything that is negotiated, in one value.

use detente_base::Table;
use jiff::civil::Date;

use crate::{
    ConditionalOffer, Draft, DraftIdx, Formula, Id, Issue, IssueIdx, Lens, LensIdx, OfferIdx, Party, PartyIdx, Person,
    PersonIdx, RedLine, RedLineIdx, Rule, RuleIdx, Step, StepIdx, process,
};

/// What is negotiated, by whom, within which limits, in which steps. Nobody's preferences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its id; `None` while a half-written case has none.
    pub id: Option<Id>,
    /// Its title, as printed.
    pub title: String,
    /// The date it speaks of.
    pub as_of: Option<Date>,
    /// Who says so.
    pub as_of_by: Option<DatedBy>,
    /// What the case is, in a paragraph.
    pub note: Option<String>,
    /// How to cite it.
    pub citation: Option<String>,
    /// The parties, by id.
    pub parties: Table<PartyIdx, Party>,
    /// The people, by id.
    pub people: Table<PersonIdx, Person>,
    /// The issues, by id.
    pub issues: Table<IssueIdx, Issue>,
    /// The lenses, by id; their parts are among the issues.
    pub lenses: Table<LensIdx, Lens>,
    /// The rules, by id.
    pub rules: Table<RuleIdx, Rule>,
    /// The stated red lines, by id.
    pub red_lines: Table<RedLineIdx, RedLine>,
    /// The conditional offers, by id.
    pub offers: Table<OfferIdx, ConditionalOffer>,
    /// The steps of the process, by id.
    pub process: Table<StepIdx, Step>,
    /// The offers and drafts on record, by id.
    pub drafts: Table<DraftIdx, Draft>,
}

/// Who dated the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatedBy {
    /// A source carries the date.
    Source,
    /// The catalog inferred it.
    Catalog,
}

/// What the names in an expression can mean.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'c> {
    /// The issues.
    pub issues: &'c Table<IssueIdx, Issue>,
    /// The lenses.
    pub lenses: &'c Table<LensIdx, Lens>,
}

impl Case {
    /// What the names in an expression about this case can mean.
    pub fn scope(&self) -> Scope<'_> {
        Scope { issues: &self.issues, lenses: &self.lenses }
    }

    /// The lens with this id.
    pub fn lens(&self, id: &str) -> Option<LensIdx> {
        self.lenses.find(|lens| lens.id == *id)
    }

    /// What an issue is called where people speak of it: of a part of a lens the lens, whose parts nobody names one by one.
    pub fn matter(&self, issue: IssueIdx) -> (&Id, &str) {
        match self.part_of(issue) {
            Some((lens, _)) => (&self.lenses[lens].id, &self.lenses[lens].title),
            None => (&self.issues[issue].id, &self.issues[issue].title),
        }
    }

    /// The lens of which `issue` settles a part, and which part.
    pub fn part_of(&self, issue: IssueIdx) -> Option<(LensIdx, usize)> {
        let part = |lens: &Lens| lens.parts.iter().position(|part| part.issue == issue);
        self.lenses.iter().find_map(|(idx, lens)| Some((idx, part(lens)?)))
    }

    /// The party with this id.
    pub fn party(&self, id: &str) -> Option<PartyIdx> {
        self.parties.find(|party| party.id == *id)
    }

    /// The issue with this id.
    pub fn issue(&self, id: &str) -> Option<IssueIdx> {
        self.issues.find(|issue| issue.id == *id)
    }

    /// The parties whose consent is always needed.
    pub fn principals(&self) -> Vec<PartyIdx> {
        self.parties.iter().filter(|(_, party)| party.consent.is_always()).map(|(idx, _)| idx).collect()
    }

    /// The offer or draft with this id.
    pub fn draft(&self, id: &str) -> Option<DraftIdx> {
        self.drafts.find(|draft| draft.id == *id)
    }

    /// One cycle among drafts that replace each other, if there is one.
    pub fn draft_cycle(&self) -> Option<Vec<DraftIdx>> {
        detente_base::cycle(self.drafts.len(), |draft| self.drafts[draft].supersedes)
    }

    /// The number of packages, rules aside; `None` beyond 2^128.
    pub fn packages(&self) -> Option<u128> {
        self.issues
            .rows()
            .try_fold(1_u128, |product, issue| product.checked_mul(u128::try_from(issue.choices.len()).ok()?))
    }

    /// One cycle among the steps of the process, if there is one.
    pub fn process_cycle(&self) -> Option<Vec<StepIdx>> {
        process::cycle(&self.process)
    }

    /// What drawing in an offer about a person's own office looks like: the offers' conditions on issues that have an owner.
    /// Examples and relaxations stay clear of them unless the reader draws them in (CASE.md, "Offers about a person's own office").
    pub fn personal_offers(&self) -> Vec<Formula> {
        let is_personal = |offer: &&ConditionalOffer| {
            offer.offer.formula.issues().iter().any(|&issue| self.issues[issue].owner.is_some())
        };
        self.offers.rows().filter(is_personal).map(|offer| offer.offer.formula.clone()).collect()
    }
}
