//! Every result of a case, said so that it can be held against that of the case in which two parties are exchanged.
//!
//! A finding never holds a party's name: a party is meant by its id, and the ids of the exchanged case are exchanged back
//! before anything is compared.

use std::collections::BTreeMap;

use detente_base::{Index, Table, Watch};
use detente_case::{Case, ChoiceIdx, IssueIdx, PartyIdx};
use detente_deals::{
    Answer, Choices, DealsError, LimitRef, Member, PerChoice, Settings, Verdict, Why, Zone, estimated, limit_id,
    stated, why,
};
use detente_engine::Count;
use detente_estimate::EstimateSet;
use detente_evidence::{Record, Shown, Window};
use detente_ledger::Ledger;

/// As many packages as are shown.
const EXAMPLES: usize = 4;

/// What is asked, and of which party (by id) where it is of one.
pub type Question = (String, Option<String>);

/// Results by question.
pub type Findings = BTreeMap<Question, String>;

/// Whose ids are exchanged when results are read: nobody's, or two parties'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back<'i> {
    /// As they stand.
    AsTheyStand,
    /// These two for each other.
    Exchanged(&'i str, &'i str),
}

impl Back<'_> {
    fn id(self, id: &str) -> String {
        match self {
            Self::Exchanged(a, b) if id == a => b.to_owned(),
            Self::Exchanged(a, b) if id == b => a.to_owned(),
            _ => id.to_owned(),
        }
    }
}

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What may be said in the room: verdicts, packages, limits; no counts.
    Room,
    /// Everything.
    Team,
}

/// Every result: of the record, from the stated limits alone, and with a set of estimates where one is named.
///
/// # Errors
/// As the questions themselves: numbers too large, or a search out of reach.
pub fn findings(
    case: &Case,
    ledger: &Ledger,
    set: Option<&EstimateSet>,
    back: Back<'_>,
    depth: Depth,
    watch: &dyn Watch,
) -> Result<Findings, DealsError> {
    let mut of = Of { case, back, depth, findings: Findings::new() };
    of.record(ledger);
    of.stated(watch)?;
    if let Some(set) = set.filter(|_| depth == Depth::Team) {
        of.estimated(set, watch)?;
    }
    Ok(of.findings)
}

struct Of<'c> {
    case: &'c Case,
    back: Back<'c>,
    depth: Depth,
    findings: Findings,
}

impl Of<'_> {
    fn say(&mut self, question: impl Into<String>, party: Option<PartyIdx>, says: String) {
        let party = party.map(|party| self.party(party));
        self.findings.insert((question.into(), party), says);
    }

    fn party(&self, party: PartyIdx) -> String {
        self.back.id(self.case.parties[party].id.as_str())
    }

    fn parties(&self, of: impl IntoIterator<Item = PartyIdx>) -> String {
        let mut ids: Vec<String> = of.into_iter().map(|party| self.party(party)).collect();
        ids.sort();
        listed(&ids)
    }

    fn record(&mut self, ledger: &Ledger) {
        let case = self.case;
        let window = Window { from: None, to: case.as_of };
        let record = Record::of(case, ledger, case.as_of, window, &Shown::default());
        for ((party, issue), cell) in &record.matrix.cells {
            let ids = cell.positions.iter().map(|entry| ledger.positions[entry.position].id.to_string());
            self.say(
                format!("positions on {}", case.issues[*issue].id),
                Some(*party),
                listed(&ids.collect::<Vec<_>>()),
            );
        }
        for step in case.process.rows() {
            let says = self.parties(step.participants.iter().copied());
            self.say(format!("who takes part in {}", step.id), None, says);
        }
    }

    fn stated(&mut self, watch: &dyn Watch) -> Result<(), DealsError> {
        let settings = Settings { examples: EXAMPLES, ..Settings::default() };
        let found = stated(self.case, &settings, watch)?;
        let start = "from the stated limits alone";
        self.zone(&format!("{start}: packages"), &found.zone);
        self.remaining(start, &found.remaining);
        self.examples(start, found.examples.iter().map(|example| &example.choices));
        for excluded in &found.excluded {
            let owner = detente_deals::limit_owner(self.case, excluded.limit);
            let choices: Vec<String> =
                excluded.choices.iter().map(|&(issue, choice)| self.choice(issue, choice)).collect();
            let binds = if excluded.in_force { "binds" } else { "does not bind" };
            let says = match self.depth {
                Depth::Room => format!("{binds}; altogether: {}", listed(&choices)),
                Depth::Team => {
                    format!("{binds}; {} packages; altogether: {}", counted(&excluded.packages), listed(&choices))
                }
            };
            let id = self.limit(None, excluded.limit);
            self.say(format!("{start}: what {id} excludes"), Some(owner), says);
        }
        let blocked = why(self.case, None, &settings, watch)?;
        self.why(start, None, &blocked);
        Ok(())
    }

    fn estimated(&mut self, set: &EstimateSet, watch: &dyn Watch) -> Result<(), DealsError> {
        let settings = Settings { examples: EXAMPLES, ..Settings::default() };
        let found = estimated(self.case, set, &settings, watch)?;
        let start = format!("with {}", set.id);
        let verdict = match found.verdict() {
            Verdict::Open => "a package at every end of the bottom lines",
            Verdict::Depends => "depends on bottom lines not known",
            Verdict::Closed => "no package",
        };
        self.say(format!("{start}: verdict"), None, verdict.to_owned());
        for (zone, level) in found.zones.iter().zip(["low ends", "centres", "high ends"]) {
            self.zone(&format!("{start}: packages, bottom lines at their {level}"), zone);
        }
        for (remaining, level) in found.remaining.iter().zip(["low ends", "centres"]) {
            self.remaining(&format!("{start}, bottom lines at their {level}"), remaining);
        }
        self.examples(&start, found.examples.iter().map(|example| &example.choices));
        let principals = self.parties(found.principals.iter().copied());
        self.say(format!("{start}: principals"), None, principals);
        let no_stake = self.parties(found.no_stake.iter().copied());
        self.say(format!("{start}: no stake stated"), None, no_stake);
        for (party, reach) in self.case.parties.indices().zip(&found.reach) {
            let says = format!("{} to {}", reach.least.units, reach.most.units);
            self.say(format!("{start}: units within reach"), Some(party), says);
        }
        self.answers(&format!("{start}: frontier"), &found.frontier.points);
        for principle in &found.principles {
            let name = format!("{start}: {}", principle.principle.id());
            self.answers(&name, &principle.answers);
            let outside = self.parties(principle.left_out.iter().copied());
            self.say(format!("{name}, outside"), None, outside);
        }
        let blocked = why(self.case, Some(set), &settings, watch)?;
        self.why(&start, Some(set), &blocked);
        Ok(())
    }

    fn zone(&mut self, question: &str, zone: &Zone) {
        let says = match (zone.feasible, self.depth) {
            (false, _) => "none".to_owned(),
            (true, Depth::Room) => "there are some".to_owned(),
            (true, Depth::Team) => counted(&zone.packages),
        };
        self.say(question, None, says);
    }

    fn remaining(&mut self, start: &str, remaining: &PerChoice) {
        for (issue, of) in remaining.iter() {
            let row = |(choice, left): (ChoiceIdx, &detente_deals::Left)| {
                let id = &self.case.issues[issue].choices[choice].id;
                match self.depth {
                    Depth::Room => None,
                    Depth::Team => Some(format!("{id} {}", counted(&left.packages))),
                }
            };
            let mut rows: Vec<String> = of.iter().filter_map(row).collect();
            rows.sort();
            if !rows.is_empty() {
                self.say(
                    format!("{start}: what each choice of {} leaves", self.case.issues[issue].id),
                    None,
                    listed(&rows),
                );
            }
        }
    }

    fn examples<'a>(&mut self, start: &str, examples: impl Iterator<Item = &'a Choices>) {
        for (rank, choices) in examples.enumerate() {
            let says = self.package(choices);
            self.say(format!("{start}: example {}", rank + 1), None, says);
        }
    }

    /// Per answer and party its units; an answer is known by its package.
    fn answers(&mut self, question: &str, answers: &[Answer]) {
        let mut packages: Vec<String> = Vec::new();
        for answer in answers {
            let package = self.package(&answer.choices);
            for party in self.case.parties.indices() {
                let units = answer.units.get(party.position()).map_or_else(String::new, ToString::to_string);
                self.say(format!("{question}, units at {package}"), Some(party), units);
            }
            let gaining = self.parties(answer.gaining.iter().copied());
            if !answer.gaining.is_empty() {
                self.say(format!("{question}, who gains at {package}"), None, gaining);
            }
            packages.push(package);
        }
        packages.sort();
        self.say(question, None, packages.join(" · "));
    }

    fn why(&mut self, start: &str, set: Option<&EstimateSet>, why: &Why) {
        let sets = |all: Vec<Vec<String>>| {
            let mut all: Vec<String> = all
                .into_iter()
                .map(|mut members| {
                    members.sort();
                    members.join(" + ")
                })
                .collect();
            all.sort();
            listed(&all)
        };
        let members = |members: &[Member]| members.iter().map(|&member| self.member(set, member)).collect::<Vec<_>>();
        let conflicts = sets(why.conflicts.iter().map(|conflict| members(&conflict.members)).collect());
        let openings = sets(why.relaxations.iter().map(|members_of| members(members_of)).collect());
        self.say(format!("{start}: what cannot hold together"), None, conflicts);
        self.say(format!("{start}: what opens the space"), None, openings);
    }

    fn member(&self, set: Option<&EstimateSet>, member: Member) -> String {
        match member {
            Member::Limit(limit) => self.limit(set, limit),
            Member::BottomLine(party) => format!("bottom line of {}", self.party(party)),
            Member::Fixed(issue) => format!("fixed {}", self.case.issues[issue].id),
            Member::Bracketed(issue) => format!("in brackets {}", self.case.issues[issue].id),
        }
    }

    /// The id of a limit; of an estimated one without an id, whose it is and which.
    fn limit(&self, set: Option<&EstimateSet>, limit: LimitRef) -> String {
        let has_id = |party, rank: usize| {
            set.and_then(|set| set.party(party))
                .and_then(|of| of.red_lines.get(rank))
                .is_some_and(|line| line.id.is_some())
        };
        match limit {
            LimitRef::Estimated(party, rank) if !has_id(party, rank) => {
                format!("estimated limit {} of {}", rank + 1, self.party(party))
            }
            _ => limit_id(self.case, set, limit),
        }
    }

    fn choice(&self, issue: IssueIdx, choice: ChoiceIdx) -> String {
        let row = &self.case.issues[issue];
        format!("{}={}", row.id, row.choices[choice].id)
    }

    fn package(&self, choices: &Table<IssueIdx, ChoiceIdx>) -> String {
        choices.iter().map(|(issue, &choice)| self.choice(issue, choice)).collect::<Vec<_>>().join(", ")
    }
}

fn listed(items: &[String]) -> String {
    if items.is_empty() { "none".to_owned() } else { items.join("; ") }
}

fn counted(count: &Count) -> String {
    match count {
        Count::Exact(exact) => exact.to_string(),
        Count::Bounded { least, most } => format!("{least} to {most}"),
        Count::Estimated { .. } => "an estimate".to_owned(),
    }
}
