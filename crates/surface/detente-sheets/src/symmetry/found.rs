//! What the record and the two answers say.

use std::collections::BTreeSet;

use detente::base::{Index, Watch};
use detente::case::PartyIdx;
use detente::deals::{
    self as deals, Answer, Choices, DealsError, Level, LimitRef, Member, PerChoice, Settings, Verdict, Why, Zone,
    limit_owner, why,
};
use detente::estimate::EstimateSet;
use detente::evidence::{Record, Shown, Window};
use detente_report::sheet::symmetry::{Given, Led, Package, Points, Question, Says, Within};

use super::counted::{amount, points};
use super::{Depth, Findings, Solved};

/// As many packages as are shown.
const EXAMPLES: usize = 4;

pub(super) fn record(of: &Solved<'_>, to: &mut Findings) {
    let (case, ledger) = (of.case, of.ledger);
    let window = Window { from: None, to: case.as_of };
    let record = Record::of(case, ledger, case.as_of, window, &Shown::default());
    for (&(party, issue), cell) in &record.matrix.cells {
        let ids = cell.positions.iter().map(|entry| ledger.positions[entry.position].id.to_string());
        to.say(Question::Positions(of.party(party), issue), Says::Ids(ids.collect()));
    }
    for (step, row) in case.process.iter() {
        to.say(Question::TakesPart(step), of.parties(&row.participants));
    }
}

pub(super) fn stated(of: &Solved<'_>, depth: Depth, to: &mut Findings, watch: &dyn Watch) -> Result<(), DealsError> {
    let settings = Settings { examples: EXAMPLES, ..Settings::default() };
    let found = deals::stated(of.case, &settings, watch)?;
    zone(Within::Stated, &found.zone, depth, to);
    if depth == Depth::Team {
        left(Within::Stated, &found.remaining, to);
    }
    examples(Given::Stated, found.examples.packages.iter().map(|example| &example.choices), to);
    for excluded in &found.excluded {
        let says = Says::Excludes {
            owner: of.party(limit_owner(of.case, excluded.limit)),
            binds: excluded.in_force,
            packages: (depth == Depth::Team).then(|| amount(&excluded.packages)),
            choices: excluded.choices.iter().copied().collect(),
        };
        to.say(Question::Excludes(of.limit(excluded.limit)), says);
    }
    of.why(Given::Stated, &why(of.case, None, &settings, watch)?, to);
    Ok(())
}

pub(super) fn estimated(
    of: &Solved<'_>,
    set: &EstimateSet,
    to: &mut Findings,
    watch: &dyn Watch,
) -> Result<(), DealsError> {
    let settings = Settings { examples: EXAMPLES, ..Settings::default() };
    let found = deals::estimated(of.case, set, &settings, watch)?;
    let verdict = match found.verdict() {
        Verdict::Open => "there is one at every end",
        Verdict::Depends => "depends on bottom lines not known",
        Verdict::Closed => "there is none at any end",
    };
    to.say(Question::Verdict, Says::Words(verdict.to_owned()));
    for (found, level) in found.zones.iter().zip(Level::ALL) {
        zone(Within::Estimated(level), found, Depth::Team, to);
    }
    for (remaining, level) in found.remaining.iter().zip([Level::Low, Level::Centre]) {
        left(Within::Estimated(level), remaining, to);
    }
    examples(Given::Estimated, found.examples.packages.iter().map(|example| &example.choices), to);
    to.say(Question::Principals, of.parties(&found.principals));
    to.say(Question::NoStake, of.parties(&found.no_stake));
    let worth = |party: PartyIdx, units: i64| points(&found.lowered, party, units);
    for (party, reach) in of.case.parties.indices().zip(&found.reach) {
        let ends = [reach.least.units, reach.most.units].map(|units| worth(party, units));
        to.say(Question::Reach(of.party(party)), Says::Points(ends.to_vec()));
    }
    of.answers(Led::Frontier, &found.frontier.points, &worth, to);
    for row in &found.principles {
        of.answers(Led::By(row.principle), &row.answers, &worth, to);
        for answer in row.answers.iter().filter(|answer| !answer.gaining.is_empty()) {
            let asked = Question::Gaining(row.principle, package(&answer.choices));
            to.say(asked, of.parties(&answer.gaining));
        }
        to.say(Question::Outside(row.principle), of.parties(&row.left_out));
    }
    of.why(Given::Estimated, &why(of.case, Some(set), &settings, watch)?, to);
    Ok(())
}

fn zone(within: Within, zone: &Zone, depth: Depth, to: &mut Findings) {
    let says = match depth {
        Depth::Room => Says::Some(zone.feasible),
        Depth::Team => Says::Number(amount(&zone.packages)),
    };
    to.say(Question::Packages(within), says);
}

fn left(within: Within, remaining: &PerChoice, to: &mut Findings) {
    for (issue, choices) in remaining.iter() {
        for (choice, left) in choices.iter() {
            to.say(Question::Left(within, issue, choice), Says::Number(amount(&left.packages)));
        }
    }
}

fn examples<'a>(given: Given, examples: impl Iterator<Item = &'a Choices>, to: &mut Findings) {
    for (rank, choices) in examples.enumerate() {
        to.say(Question::Example(given, rank), Says::Package(package(choices)));
    }
}

pub(super) fn package(choices: &Choices) -> Package {
    choices.rows().copied().collect()
}

impl Solved<'_> {
    pub(super) fn parties(&self, of: &[PartyIdx]) -> Says {
        Says::Parties(of.iter().map(|&party| self.party(party)).collect())
    }

    /// Per answer and party what it is worth; an answer is known by its package.
    fn answers(&self, by: Led, answers: &[Answer], worth: &dyn Fn(PartyIdx, i64) -> Points, to: &mut Findings) {
        for answer in answers {
            for party in self.case.parties.indices() {
                let asked = Question::Worth(by, package(&answer.choices), self.party(party));
                let units = answer.units.get(party.position()).copied().unwrap_or_default();
                to.say(asked, Says::Points(vec![worth(party, units)]));
            }
        }
        let packages = answers.iter().map(|answer| package(&answer.choices)).collect();
        to.say(Question::Chosen(by), Says::Packages(packages));
    }

    fn why(&self, given: Given, why: &Why, to: &mut Findings) {
        let set = |members: &[Member]| members.iter().map(|&member| self.member(member)).collect::<BTreeSet<_>>();
        let conflicts = why.conflicts.iter().map(|conflict| set(&conflict.members)).collect();
        let openings = why.relaxations.iter().map(|members| set(members)).collect();
        to.say(Question::Conflicts(given), Says::Sets(conflicts));
        to.say(Question::Openings(given), Says::Sets(openings));
    }

    fn member(&self, member: Member) -> Member {
        match member {
            Member::Limit(limit) => Member::Limit(self.limit(limit)),
            Member::BottomLine(party) => Member::BottomLine(self.party(party)),
            Member::Fixed(_) | Member::Bracketed(_) => member,
        }
    }

    /// A limit of the case as it stands: stated ones are sorted by their ids, which nobody exchanges.
    fn limit(&self, limit: LimitRef) -> LimitRef {
        match limit {
            LimitRef::Estimated(party, rank) => LimitRef::Estimated(self.party(party), rank),
            stated => stated,
        }
    }
}
