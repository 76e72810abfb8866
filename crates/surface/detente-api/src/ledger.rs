//! What the record says.

use std::collections::BTreeMap;

use detente::Opened;
use detente::base::Index;
use detente::case::{Case, ChoiceIdx, Id, IssueIdx, PartyIdx, Precision};
use detente::casefile::{case_hash, text_is_held};
use detente::evidence::{
    Accepted, Basis, Change as FoundChange, Earlier, Entry, Ground as FoundGround, GroundKind, Held, Lift, Record,
    Said, Undefined,
};
use detente::ledger::{
    Confidence, Kind, Ledger as Recorded, PositionIdx, Since, Statement as FoundStatement, StatementIdx, Subject, Via,
    voices,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use crate::deals::number;

/// The record of a case: who is reported to have said what, what stands on a date, what changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Ledger {
    /// `detente.ledger/1`.
    pub schema: &'static str,
    /// The case's id.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// SHA-256 over everything but estimates.
    pub hash: String,
    /// The date positions stand on; none for the end of the record.
    pub as_of: Option<String>,
    /// Changes are later than this day.
    pub from: Option<String>,
    /// Changes are not later than this day.
    pub to: Option<String>,
    /// Per party, how it is heard.
    pub voices: BTreeMap<String, Voice>,
    /// By party and issue, the ids of the positions that stand; what is absent has nothing on record.
    pub matrix: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Positions that no source ties to one issue.
    pub unspecified: Vec<String>,
    /// The authors' own assessments: nobody's positions.
    pub assessments: Vec<String>,
    /// Positions on record only after the date.
    pub later: Vec<String>,
    /// Every position named here, by id.
    pub positions: BTreeMap<String, Position>,
    /// The sources, by id.
    pub sources: BTreeMap<String, Source>,
    /// Every statement of the ledger, by id.
    pub statements: BTreeMap<String, Statement>,
    /// What changed between the dates.
    pub changes: Vec<Change>,
    /// Issues without a recorded change.
    pub unchanged: Vec<String>,
    /// The stated red lines, by id.
    pub red_lines: BTreeMap<String, RedLine>,
    /// Positions of the kind "red line" that stand and that no limit of the case speaks of.
    pub red_lines_in_ledger_only: Vec<String>,
    /// Per issue, what is agreed, not opposed, contested or unknown.
    pub common_ground: BTreeMap<String, Ground>,
    /// Choices that one standing position of a party accepts and another rejects.
    pub contradictions: Vec<Contradiction>,
    /// Statements that wait for a coder.
    pub uncoded: Uncoded,
    /// Per variable, how far coders agree who worked alone.
    pub agreement: BTreeMap<String, Agreement>,
}

/// How a party is heard.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Voice {
    /// Statements in its own words.
    pub own_words: usize,
    /// Words in those quotes.
    pub words_quoted: usize,
    /// Statements in somebody else's words.
    pub reported: usize,
}

/// A position.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Position {
    /// Whose; none for an author's own.
    pub party: Option<String>,
    /// On which issue; none where no source ties it to one.
    pub issue: Option<String>,
    /// What kind.
    pub kind: &'static str,
    /// The position it answers.
    pub response_to: Option<String>,
    /// In the coder's words.
    pub text: String,
    /// Choices it would do.
    pub accepts: Vec<String>,
    /// Choices it would not.
    pub rejects: Vec<String>,
    /// Choices it wants.
    pub prefers: Vec<String>,
    /// Under which condition, as written.
    pub condition: Option<String>,
    /// How firm.
    pub firmness: Option<String>,
    /// Judged by whom.
    pub firmness_by: Option<String>,
    /// The first day it is on record.
    pub since: Option<String>,
    /// How exact that day is.
    pub since_precision: Option<&'static str>,
    /// Where there is no such day: a day by which it was on record.
    pub on_record_by: Option<String>,
    /// The day on which it ended.
    pub until: Option<String>,
    /// An earlier position, in a source's words.
    pub earlier: Option<String>,
    /// The position whose place it took.
    pub supersedes: Option<String>,
    /// Whether one of its statements is the party's own, in its words or reported.
    pub has_own_voice: bool,
    /// The statements it rests on.
    pub evidence: Vec<String>,
    /// Statements against it.
    pub counter_evidence: Vec<String>,
    /// How sure the coder is.
    pub confidence: Option<&'static str>,
}

/// A source. What it does not say of itself is absent.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Source {
    /// What it is.
    pub kind: String,
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// When it was retrieved.
    pub retrieved: Option<String>,
    /// Its language.
    pub lang: Option<String>,
    /// SHA-256 of its text.
    pub sha256: Option<String>,
    /// Whether that text is at hand, so that quotes were compared with it.
    pub text_held: bool,
    /// Reliability on the Admiralty scale, A to F.
    pub reliability: Option<char>,
    /// What may be done with it.
    pub rights: Option<String>,
    /// How it can be reached.
    pub access: Option<String>,
    /// A note of the coder.
    pub note: Option<String>,
}

/// A statement.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Statement {
    /// Where it stands.
    pub source: Option<String>,
    /// Who said it, as printed.
    pub speaker: String,
    /// The party spoken for.
    pub party: Option<String>,
    /// Whether the source names the speaker.
    pub named: bool,
    /// How it came into the source.
    pub via: &'static str,
    /// What it passed through.
    pub chain: Vec<String>,
    /// When it was said.
    pub said_on: Option<String>,
    /// How exact that is.
    pub precision: Option<&'static str>,
    /// The words, exactly.
    pub exact: Option<String>,
    /// What stands right before.
    pub prefix: Option<String>,
    /// What stands right after.
    pub suffix: Option<String>,
    /// The same in the coder's words.
    pub paraphrase: Option<String>,
    /// Credibility, 1 to 6.
    pub credibility: Option<u8>,
    /// Who coded it.
    pub coder: Option<String>,
}

/// A change.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Change {
    /// Whose.
    pub party: String,
    /// On which issue.
    pub issue: Option<String>,
    /// `reported` by a source, the earlier date unknown, or `derived` from two dated positions or one that says what it replaces.
    pub basis: &'static str,
    /// `new`, `withdrawn`, `widened`, `narrowed`, `moved`, `firmer`, `softer`, `only wording`; none where a source does not say which way.
    pub directions: Vec<&'static str>,
    /// The earlier positions.
    pub earlier: Vec<String>,
    /// The earlier position, in a source's words.
    pub earlier_in_words: Option<String>,
    /// The later positions.
    pub later: Vec<String>,
    /// The day of the later one.
    pub on: Option<String>,
    /// How exact that day is.
    pub precision: Option<&'static str>,
}

/// A red line and its record.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RedLine {
    /// Whose.
    pub party: String,
    /// What it excludes, as written.
    pub never: String,
    /// How firm.
    pub firmness: String,
    /// Judged by whom.
    pub firmness_by: Option<String>,
    /// Who could lift it.
    pub can_lift: Option<String>,
    /// `sourced`, `assumed` or `unknown`.
    pub can_lift_known: &'static str,
    /// Whether a statement of the party itself stands behind it.
    pub has_own_voice: bool,
    /// First said.
    pub first_said: Option<String>,
    /// Last said: when it was last confirmed.
    pub last_said: Option<String>,
    /// Without such days: a day by which it was on record.
    pub on_record_by: Option<String>,
    /// Days from the last confirmation to the date.
    pub age_days: Option<i32>,
    /// The statements it rests on by the date.
    pub evidence: Vec<String>,
    /// Statements on record only after it.
    pub later_evidence: Vec<String>,
    /// Statements against it.
    pub counter_evidence: Vec<String>,
}

/// How an issue stands.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Ground {
    /// `agreed`, `not opposed` (never counted as agreed), `contested` or `unknown`.
    pub kind: &'static str,
    /// The choices that make it so, by id; else all that anyone accepts.
    pub choices: BTreeMap<String, Acceptance>,
    /// Every party's positions on it.
    pub positions: BTreeMap<String, Vec<String>>,
}

/// Who accepts a choice.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Acceptance {
    /// Who accepts it, and in which positions.
    pub accepted_by: BTreeMap<String, Vec<String>>,
    /// Whose consent some package with it may need, and who has not accepted it.
    pub wanting: Vec<String>,
    /// Who rejects it, and in which positions.
    pub rejected_by: BTreeMap<String, Vec<String>>,
}

/// Two positions that cannot both be meant.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Contradiction {
    /// Whose.
    pub party: String,
    /// On which issue.
    pub issue: String,
    /// On which choice.
    pub choice: String,
    /// The positions.
    pub positions: [String; 2],
}

/// Statements that wait for a coder.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Uncoded {
    /// Stand behind nothing.
    pub unused: Vec<String>,
    /// Stand behind something, but behind no position.
    pub without_position: Vec<String>,
    /// Name no coder.
    pub without_coder: Vec<String>,
}

/// How far coders agree on a variable.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Agreement {
    /// `nominal`, `ordinal` or `interval`.
    pub level: &'static str,
    /// Who coded it.
    pub coders: Vec<String>,
    /// Statements with two readings or more.
    pub statements: usize,
    /// Of these, read alike by all.
    pub alike: usize,
    /// Krippendorff's alpha.
    pub alpha: Coefficient,
    /// Cohen's kappa, for a nominal variable and exactly two coders.
    pub kappa: Option<Coefficient>,
    /// Where they differ: statement and, by coder, what each wrote.
    pub disagreements: Vec<(String, BTreeMap<String, String>)>,
}

/// A coefficient of agreement.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Coefficient {
    /// The exact fraction.
    pub exact: Option<String>,
    /// Rounded to thousandths.
    pub rounded: Option<Number>,
    /// Why there is none: `no pairs` or `no variation`.
    pub undefined: Option<&'static str>,
}

/// The record as a document.
pub fn ledger(opened: &Opened, case: &Case, record: &Record) -> Ledger {
    let names = Names { case, ledger: &opened.reading.ledger };
    let matrix = &record.matrix;
    let heard = voices(case, names.ledger);
    let mut cells: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for ((party, issue), cell) in &matrix.cells {
        let row = cells.entry(names.party(*party)).or_default();
        row.insert(names.issue(*issue), names.entries(&cell.positions));
    }
    let date = |date: Option<_>| date.as_ref().map(ToString::to_string);
    Ledger {
        schema: "detente.ledger/1",
        id: case.id.as_ref().map(ToString::to_string),
        title: case.title.clone(),
        hash: case_hash(&opened.folder).to_string(),
        as_of: date(record.as_of),
        from: date(record.window.from),
        to: date(record.window.to),
        voices: matrix
            .parties
            .iter()
            .map(|&party| {
                let voice = heard[party];
                let voice =
                    Voice { own_words: voice.own_words, words_quoted: voice.words_quoted, reported: voice.reported };
                (names.party(party), voice)
            })
            .collect(),
        matrix: cells,
        unspecified: names.entries(&matrix.unspecified),
        assessments: names.entries(&matrix.nobodys),
        later: names.entries(&matrix.later),
        positions: names.ledger.positions.indices().map(|idx| (names.position(idx), position(&names, idx))).collect(),
        sources: names.ledger.sources.rows().map(|row| (row.id.to_string(), source(opened, row))).collect(),
        statements: names.ledger.statements.rows().map(|row| (row.id.to_string(), statement(&names, row))).collect(),
        changes: record.changes.iter().map(|found| change(&names, found)).collect(),
        unchanged: record.unchanged.iter().map(|&issue| names.issue(issue)).collect(),
        red_lines: record.register.held.iter().map(|held| red_line(&names, held)).collect(),
        red_lines_in_ledger_only: names.positions(&record.register.only_in_ledger),
        common_ground: record.ground.iter().map(|found| (names.issue(found.issue), ground(&names, found))).collect(),
        contradictions: record
            .contradictions
            .iter()
            .map(|found| Contradiction {
                party: names.party(found.party),
                issue: names.issue(found.issue),
                choice: names.choice(found.issue, found.choice),
                positions: [names.position(found.first), names.position(found.second)],
            })
            .collect(),
        uncoded: Uncoded {
            unused: names.statements(&record.uncoded.unused),
            without_position: names.statements(&record.uncoded.without_position),
            without_coder: names.statements(&record.uncoded.without_coder),
        },
        agreement: record.agreement.iter().map(|found| agreement(&names, found)).collect(),
    }
}

/// Ids of what indices stand for.
struct Names<'a> {
    case: &'a Case,
    ledger: &'a Recorded,
}

impl Names<'_> {
    fn party(&self, party: PartyIdx) -> String {
        self.case.parties[party].id.to_string()
    }

    fn issue(&self, issue: IssueIdx) -> String {
        self.case.issues[issue].id.to_string()
    }

    fn choice(&self, issue: IssueIdx, choice: ChoiceIdx) -> String {
        debug_assert!(choice.position() < self.case.issues[issue].choices.len());
        self.case.issues[issue].choices[choice].id.clone()
    }

    fn position(&self, position: PositionIdx) -> String {
        self.ledger.positions[position].id.to_string()
    }

    fn positions(&self, positions: &[PositionIdx]) -> Vec<String> {
        positions.iter().map(|&position| self.position(position)).collect()
    }

    fn entries(&self, entries: &[Entry]) -> Vec<String> {
        entries.iter().map(|entry| self.position(entry.position)).collect()
    }

    fn statements(&self, statements: &[StatementIdx]) -> Vec<String> {
        statements.iter().map(|&statement| self.ledger.statements[statement].id.to_string()).collect()
    }

    fn by_party(&self, of: &BTreeMap<PartyIdx, Vec<PositionIdx>>) -> BTreeMap<String, Vec<String>> {
        of.iter().map(|(&party, positions)| (self.party(party), self.positions(positions))).collect()
    }
}

/// How exact a date is, in the word of the case file.
pub(crate) fn precision(precision: Option<Precision>) -> Option<&'static str> {
    Some(match precision? {
        Precision::Day => "day",
        Precision::Month => "month",
        Precision::Year => "year",
        Precision::Unknown => "unknown",
    })
}

fn position(names: &Names<'_>, idx: PositionIdx) -> Position {
    let row = &names.ledger.positions[idx];
    let issue = match row.subject {
        Subject::Issue(issue) => Some(names.issue(issue)),
        Subject::Lens(lens) => Some(names.case.lenses[lens].id.to_string()),
        Subject::Unspecified => None,
    };
    let choices = |list: &[ChoiceIdx]| -> Vec<String> {
        match row.subject {
            Subject::Issue(issue) => list.iter().map(|&choice| names.choice(issue, choice)).collect(),
            Subject::Lens(lens) => names.case.lenses[lens].named_statuses(list),
            Subject::Unspecified => Vec::new(),
        }
    };
    let (since, since_precision, on_record_by) = match names.ledger.since(row) {
        Since::On(date, exact) => (Some(date.to_string()), precision(exact), None),
        Since::NotAfter(date) => (None, None, Some(date.to_string())),
        Since::Unknown => (None, None, None),
    };
    Position {
        party: row.party.map(|party| names.party(party)),
        issue,
        kind: row.kind.name().word(),
        response_to: match row.kind {
            Kind::Response(to) => Some(names.position(to)),
            _ => None,
        },
        text: row.text.clone(),
        accepts: choices(&row.stance.accepts),
        rejects: choices(&row.stance.rejects),
        prefers: choices(&row.stance.prefers),
        condition: row.condition.as_ref().map(|condition| condition.text.clone()),
        firmness: row.firmness.map(|firmness| firmness.to_string()),
        firmness_by: row.firmness_by.map(|judge| judge.to_string()),
        since,
        since_precision,
        on_record_by,
        until: row.valid_to.map(|date| date.to_string()),
        earlier: row.earlier.clone(),
        supersedes: row.supersedes.map(|idx| names.position(idx)),
        has_own_voice: names.ledger.has_voice(names.case, row),
        evidence: names.statements(&row.evidence),
        counter_evidence: names.statements(&row.counter_evidence),
        confidence: row.confidence.map(|confidence| match confidence {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }),
    }
}

fn source(opened: &Opened, row: &detente::ledger::Source) -> Source {
    Source {
        kind: row.kind.clone(),
        title: row.title.clone(),
        outlet: row.outlet.clone(),
        authors: row.authors.clone(),
        published: row.published.map(|date| date.to_string()),
        url: row.url.clone(),
        retrieved: row.retrieved.map(|date| date.to_string()),
        lang: row.lang.clone(),
        sha256: row.sha256.clone(),
        text_held: text_is_held(&opened.folder, row),
        reliability: row.reliability,
        rights: row.rights.clone(),
        access: row.access.clone(),
        note: row.note.clone(),
    }
}

fn statement(names: &Names<'_>, row: &FoundStatement) -> Statement {
    let person = row.speaker.person.map(|person| names.case.people[person].name.clone());
    let quote = row.quote.as_ref();
    Statement {
        source: row.source.map(|source| names.ledger.sources[source].id.to_string()),
        speaker: person.or_else(|| row.speaker.name.clone()).or_else(|| row.speaker.role.clone()).unwrap_or_default(),
        party: names.ledger.spoken_for(names.case, row).map(|party| names.party(party)),
        named: row.speaker.named,
        via: match row.via {
            Via::Direct => "direct",
            Via::Reported => "reported",
            Via::Author => "author",
            Via::Headline => "headline",
            Via::Document => "document",
            Via::UnnamedOfficial => "unnamed-official",
        },
        chain: row.chain.clone(),
        said_on: row.said_on.map(|date| date.to_string()),
        precision: precision(row.precision),
        exact: quote.map(|quote| quote.exact.clone()),
        prefix: quote.and_then(|quote| quote.prefix.clone()),
        suffix: quote.and_then(|quote| quote.suffix.clone()),
        paraphrase: row.paraphrase.clone(),
        credibility: row.credibility,
        coder: row.coder.clone(),
    }
}

fn change(names: &Names<'_>, found: &FoundChange) -> Change {
    let (earlier, earlier_in_words) = match &found.earlier {
        Earlier::Nothing => (Vec::new(), None),
        Earlier::Words(words) => (Vec::new(), Some(words.clone())),
        Earlier::Positions(positions) => (names.positions(positions), None),
    };
    Change {
        party: names.party(found.party),
        issue: found.issue.map(|issue| names.issue(issue)),
        basis: match found.basis {
            Basis::Reported => "reported",
            Basis::Derived => "derived",
        },
        directions: found.directions.iter().map(|found| found.in_words()).collect(),
        earlier,
        earlier_in_words,
        later: names.positions(&found.later),
        on: found.on.map(|date| date.to_string()),
        precision: precision(found.precision),
    }
}

fn red_line(names: &Names<'_>, held: &Held) -> (String, RedLine) {
    let row = &names.case.red_lines[held.line];
    let (first_said, last_said, age_days, on_record_by) = match held.said {
        Said::Between { first, last, age } => (Some(first.to_string()), Some(last.to_string()), age, None),
        Said::NotAfter(date) => (None, None, None, Some(date.to_string())),
        Said::Unknown => (None, None, None, None),
    };
    let line = RedLine {
        party: names.party(row.party),
        never: row.never.text.clone(),
        firmness: row.firmness.to_string(),
        firmness_by: row.firmness_by.map(|judge| judge.to_string()),
        can_lift: row.can_lift.clone(),
        can_lift_known: match held.lift {
            Lift::Sourced => "sourced",
            Lift::Assumed => "assumed",
            Lift::Unknown => "unknown",
        },
        has_own_voice: held.has_voice,
        first_said,
        last_said,
        on_record_by,
        age_days,
        evidence: names.statements(&held.evidence),
        later_evidence: names.statements(&held.later),
        counter_evidence: names.statements(&held.counter_evidence),
    };
    (Id::to_string(&row.id), line)
}

fn ground(names: &Names<'_>, found: &FoundGround) -> Ground {
    let acceptance = |accepted: &Accepted| {
        let acceptance = Acceptance {
            accepted_by: names.by_party(&accepted.by),
            wanting: accepted.wanting.iter().map(|&party| names.party(party)).collect(),
            rejected_by: names.by_party(&accepted.rejected_by),
        };
        (names.choice(found.issue, accepted.choice), acceptance)
    };
    Ground {
        kind: match found.kind {
            GroundKind::Agreed => "agreed",
            GroundKind::NotOpposed => "not opposed",
            GroundKind::Contested => "contested",
            GroundKind::Unknown => "unknown",
        },
        choices: found.choices.iter().map(acceptance).collect(),
        positions: names.by_party(&found.positions),
    }
}

fn agreement(names: &Names<'_>, found: &detente::evidence::Agreement) -> (String, Agreement) {
    use detente::evidence::Level;
    let agreement = Agreement {
        level: match found.variable.level() {
            Level::Nominal => "nominal",
            Level::Ordinal => "ordinal",
            Level::Interval => "interval",
        },
        coders: found.coders.clone(),
        statements: found.statements,
        alike: found.alike,
        alpha: coefficient(&found.alpha),
        kappa: found.kappa.as_ref().map(coefficient),
        disagreements: found
            .disagreements
            .iter()
            .map(|row| {
                let statement = names.ledger.statements[row.statement].id.to_string();
                (statement, row.readings.iter().cloned().collect())
            })
            .collect(),
    };
    (found.variable.id().to_owned(), agreement)
}

fn coefficient(found: &Result<detente::evidence::Coefficient, Undefined>) -> Coefficient {
    match found {
        Ok(found) => {
            Coefficient { exact: Some(found.to_string()), rounded: Some(number(found.rounded())), undefined: None }
        }
        Err(why) => {
            let why = match why {
                Undefined::NoPairs => "no pairs",
                Undefined::NoVariation => "no variation",
            };
            Coefficient { exact: None, rounded: None, undefined: Some(why) }
        }
    }
}
