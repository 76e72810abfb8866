//! What draws from a set of estimates say, and what waiting does.

use detente::base::{Index, Watch};
use detente::case::PartyIdx;
use detente::deals::{DealsError, Settings};
use detente::engine::Stopped;
use detente::estimate::EstimateSet;
use detente::robustness::delay::{self, Course, Prospect, Timeline, delay};
use detente::robustness::{Answered, OfCandidate, Plan, Study, Wanted, study};
use detente_report::sheet::symmetry::{Question, Says};

use super::counted::amount;
use super::found::package;
use super::{Findings, Solved};

/// How many months are looked at.
const MONTHS: u32 = 12;

/// Draws of a case, made for each number as for that of the case as it stands.
pub(super) struct Drawing<'d> {
    pub(super) of: &'d Solved<'d>,
    pub(super) set: &'d EstimateSet,
    /// How many, and their seed.
    pub(super) draws_and_seed: [u64; 2],
}

impl Drawing<'_> {
    pub(super) fn add(&self, to: &mut Findings, watch: &dyn Watch) -> Result<(), DealsError> {
        let (case, settings) = (self.of.case, Settings::default());
        let plan = Plan::new(case, self.set, &settings)?.drawn_as(&|id| self.stands_for(id));
        let [draws, seed] = self.draws_and_seed;
        let source = Answered::new(case, self.set, plan.inputs(), seed).map_err(DealsError::from)?;
        if plan.inputs().is_empty() {
            to.not_compared.push("Draws are not compared: every number of the set is a single one.".to_owned());
        } else {
            match forgiven(study(&plan, &source, &Wanted { draws, named: Vec::new() }, watch))? {
                Some(study) => self.study(&study, to),
                None => to.not_compared.push("Draws are not compared: they are out of reach for this case.".to_owned()),
            }
        }
        let timeline = Timeline::drawn_as(case, self.of.ledger, self.set, MONTHS, &|id| self.stands_for(id));
        if timeline.drifts().is_empty() {
            let why = "Waiting is not compared: the set does not say that anything changes with time.";
            to.not_compared.push(why.to_owned());
            return Ok(());
        }
        let wanted = delay::Wanted { draws, seed, named: Vec::new(), walked_out: Vec::new() };
        match forgiven(delay(&plan, &source, timeline, &wanted, watch))? {
            Some(found) => self.course(&found.together, to),
            None => to.not_compared.push("Waiting is not compared: it is out of reach for this case.".to_owned()),
        }
        Ok(())
    }

    /// The id of a number, or of a party, with the party of the case as it stands.
    fn stands_for(&self, id: &str) -> String {
        match id.split_once('/') {
            Some((party, rest)) => format!("{}/{rest}", self.of.id(party)),
            None => self.of.id(id),
        }
    }

    fn study(&self, study: &Study, to: &mut Findings) {
        to.drawn = true;
        to.say(Question::Open, Says::Draws(vec![study.open.hits]));
        for (issue, choices) in study.choices.iter() {
            for (choice, of) in choices.iter() {
                to.say(Question::Having(issue, choice), Says::Draws(vec![of.with.hits, of.always.hits]));
            }
        }
        let packages = study.candidates.iter().map(|of| package(&of.choices)).collect();
        to.say(Question::Candidates, Says::Packages(packages));
        for of in &study.candidates {
            self.candidate(study, of, to);
        }
    }

    fn candidate(&self, study: &Study, of: &OfCandidate, to: &mut Findings) {
        let package = package(&of.choices);
        to.say(Question::InZone(package.clone()), Says::Draws(vec![of.in_zone.hits, of.efficient.hits]));
        for (position, accepted) in of.accepted.iter().enumerate() {
            let party = self.of.party(PartyIdx::new(position));
            to.say(Question::Accepted(package.clone(), party), Says::Draws(vec![accepted.hits]));
        }
        for (&party, ranks) in study.principals.iter().zip(&of.ranks) {
            to.say(Question::Ranks(package.clone(), self.of.party(party)), Says::Draws(ranks.clone()));
        }
        let regret = of.regret;
        let missed = vec![regret.mean, regret.mean_or_nothing, regret.in_95, regret.largest];
        to.say(Question::Missed(package), Says::Missed(missed));
    }

    fn course(&self, course: &Course, to: &mut Findings) {
        for (month, of) in (0..).zip(&course.months) {
            to.say(Question::InMonth(month), Says::Number(amount(&of.zone.packages)));
            to.say(Question::OpenInMonth(month), Says::Draws(vec![of.open.hits]));
            for (position, prospects) in of.prospects.iter().enumerate() {
                let Some(prospects) = prospects else { continue };
                let party = self.of.party(PartyIdx::new(position));
                let centre = match prospects.centre {
                    Prospect::Package => "a package worth at least as much as no agreement",
                    Prospect::AlternativeBetter => "packages, and no agreement is worth more than any",
                    Prospect::Nothing => "no package",
                };
                to.say(Question::Prospect(month, party), Says::Words(centre.to_owned()));
                let hits = vec![prospects.alternative_better.hits, prospects.nothing.hits];
                to.say(Question::Alternative(month, party), Says::Draws(hits));
            }
        }
    }
}

/// Nothing where a question is out of reach.
fn forgiven<T>(found: Result<T, DealsError>) -> Result<Option<T>, DealsError> {
    match found {
        Err(DealsError::Stopped(Stopped::OutOfReach { .. })) => Ok(None),
        found => found.map(Some),
    }
}
