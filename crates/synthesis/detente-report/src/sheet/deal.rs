//! One package: what it says, what it does to each stated limit, who objects, what must come first, and what it rests on.

use detente_base::Index;
use detente_case::expr::describe;
use detente_case::{Consent, Formula, IssueIdx, PartyIdx, Wording};
use detente_deals::{EstimatedComparison, LimitRef, standing};
use detente_evidence::Record;
use detente_process::{Admission, StepStanding};

use super::about::{About, Audience};
use super::compare::says;
use super::document::{Block, NOTHING, Sheet, cell};
use super::doubt::Doubt;
use super::process::title;
use super::proposal::Proposal;
use super::why::limit_sentence;
use super::words::{by_id, listed};

/// As many assumptions as stand on the sheet; the rest by reference.
const MOST_ASSUMPTIONS: usize = 5;

/// What a set of estimates adds about a whole package.
#[derive(Clone, Debug)]
pub struct Adds {
    /// The package under the set; the first of the comparison.
    pub comparison: EstimatedComparison,
    /// Whether some package is worth more to one principal and less to none, at the centres.
    pub improvable: bool,
    /// What becomes of it over draws, where that was computed.
    pub doubt: Option<Doubt>,
}

/// The sheet of a package. `adds` is there for a whole package and a named set of estimates.
pub fn deal(
    about: &About<'_>,
    proposal: &Proposal,
    record: &Record,
    steps: &[StepStanding],
    adds: Option<&Adds>,
) -> Sheet {
    let view = View { about, proposal };
    let mut blocks = vec![Block::heading(&format!("The package: {}", proposal.title)), view.package()];
    blocks.extend([Block::heading("Stated limits, party by party"), view.limits()]);
    blocks.extend(view.estimated(adds));
    blocks.extend([Block::heading("Who objects, and on which statement"), view.objections(record)]);
    blocks.extend([Block::heading("Before it takes effect"), view.consents(), view.steps(steps)]);
    blocks.extend(view.doubt(adds));
    blocks.push(Block::heading("Assumptions it rests on"));
    blocks.extend(view.assumptions());
    about.sheet("A package", blocks)
}

/// With a true minus sign.
fn signed(points: i64) -> String {
    if points < 0 { format!("−{}", points.unsigned_abs()) } else { points.to_string() }
}

/// A package under the eyes of a sheet.
pub(super) struct View<'a> {
    pub(super) about: &'a About<'a>,
    pub(super) proposal: &'a Proposal,
}

/// A limit, whose it is, what it excludes, whether it binds.
pub(super) struct Limit {
    pub(super) of: LimitRef,
    party: PartyIdx,
    forbids: Formula,
    binds: bool,
}

impl View<'_> {
    fn package(&self) -> Block {
        let row = |(issue, row): (IssueIdx, &detente_case::Issue)| {
            let says = says(row, self.proposal.wording.get(&issue).unwrap_or(&Wording::Open));
            let reported = self.about.some_quotes(&by_id(self.about.ledger, &row.reported_as), 1);
            (issue, vec![row.title.clone(), says, cell(&reported)])
        };
        let rows = self.about.alike(self.about.case.issues.iter().map(row));
        Block::table(&["Issue", "Says", "In the source's words"], rows)
    }

    /// Stated limits, by party and id.
    pub(super) fn stated(&self) -> Vec<Limit> {
        let case = self.about.case;
        let lines = case.red_lines.iter().map(|(idx, line)| Limit {
            of: LimitRef::RedLine(idx),
            party: line.party,
            forbids: line.never.formula.clone(),
            binds: line.firmness.binds(),
        });
        let offers = case.offers.iter().map(|(idx, offer)| Limit {
            of: LimitRef::Offer(idx),
            party: offer.party,
            forbids: offer.forbids(),
            binds: offer.binds(),
        });
        let mut limits: Vec<Limit> = lines.chain(offers).collect();
        limits.sort_by_key(|limit| self.about.place(limit.party));
        limits
    }

    pub(super) fn effect(&self, limit: &Limit) -> &'static str {
        let case = self.about.case;
        match self.proposal.decides(case, &limit.forbids) {
            None => "open: depends on what stands in brackets",
            Some(false) if self.proposal.is_at_limit(case, &limit.forbids) => "at limit",
            Some(false) => "met",
            Some(true) => match (self.proposal.asks(case, limit.party), limit.binds) {
                (Some(false), _) => "would object; consent not needed",
                (_, false) => "would object; the limit does not bind",
                (None, true) => "exceeded; whether its consent is needed depends on what stands in brackets",
                (Some(true), true) => "exceeded",
            },
        }
    }

    fn limits(&self) -> Block {
        let row = |limit: &Limit| {
            let sentence = limit_sentence(self.about, None, limit.of);
            vec![sentence, self.effect(limit).to_owned()]
        };
        Block::table(
            &["Whose, what, how firm, on which source", "The package"],
            self.stated().iter().map(row).collect(),
        )
    }

    fn estimated(&self, adds: Option<&Adds>) -> Vec<Block> {
        let Audience::Team(_) = self.about.audience else { return Vec::new() };
        let heading = Block::heading("What is estimated, party by party (for the team only)");
        let Some(adds) = adds else { return vec![heading, Block::Paragraph(self.no_estimates().to_owned())] };
        let lowered = &adds.comparison.lowered;
        let row = |party: PartyIdx| {
            let units = adds.comparison.units.first().and_then(|units| units.get(party.position()).copied());
            let (stands, gain) = match (units, lowered.bottom_line(party)) {
                (Some(units), Some([low, centre, high])) => {
                    let points = |line: i64| lowered.whole_points(party, units.saturating_sub(line));
                    let gain = match (points(high), points(low)) {
                        (least, most) if least == most => signed(least),
                        (least, most) => format!("{} to {}", signed(least), signed(most)),
                    };
                    (standing(units, Some([low, centre, high])).in_words(), gain)
                }
                _ => (standing(0, None).in_words(), "not estimated".to_owned()),
            };
            let asked = match self.proposal.asks(self.about.case, party) {
                Some(false) => "; consent not needed",
                _ => "",
            };
            vec![self.about.name(party), format!("{stands}{asked}"), gain]
        };
        let mut rows: Vec<Vec<String>> = self.about.alphabetical().into_iter().map(row).collect();
        rows.extend(adds.comparison.limits.iter().map(|row| {
            let effect = row.effects.first().map_or("", |effect| effect.in_words());
            vec![limit_sentence(self.about, self.about.set(), row.limit), effect.to_owned(), String::new()]
        }));
        vec![
            heading,
            Block::Note(
                "Values at their centres; the range is that of the bottom line. Each party's points are its own."
                    .to_owned(),
            ),
            Block::table(&["Party, or its estimated limit", "Stands", "Gain in its own points"], rows),
        ]
    }

    fn no_estimates(&self) -> &'static str {
        match (self.about.set(), self.proposal.is_whole(self.about.case)) {
            (None, _) => "No set of estimates was named for this sheet.",
            (Some(_), false) => "The package leaves issues open, so that nothing estimated is said of it.",
            (Some(_), true) => "Not computed.",
        }
    }

    fn objections(&self, record: &Record) -> Block {
        let case = self.about.case;
        let mut rows = Vec::new();
        for limit in self.stated() {
            if self.proposal.decides(case, &limit.forbids) == Some(true) {
                let evidence = match limit.of {
                    LimitRef::RedLine(idx) => &case.red_lines[idx].evidence[..],
                    LimitRef::Offer(idx) => &case.offers[idx].evidence[..],
                    LimitRef::Estimated(..) => &[],
                };
                let quotes = self.about.quotes(&by_id(self.about.ledger, evidence));
                rows.push((self.about.place(limit.party), limit_sentence(self.about, None, limit.of), cell(&quotes)));
            }
        }
        for ((party, issue), found) in &record.matrix.cells {
            for entry in &found.positions {
                let position = &self.about.ledger.positions[entry.position];
                let refused =
                    self.proposal.settled(*issue).is_some_and(|choice| position.stance.rejects.contains(&choice));
                if refused {
                    let words = format!(
                        "{}, {}: {}",
                        self.about.name(*party),
                        case.issues[*issue].title,
                        self.about.position(entry.position)
                    );
                    let quotes = self.about.some_quotes(&position.evidence, 1);
                    rows.push((self.about.place(*party), words, cell(&quotes)));
                }
            }
        }
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        let rows = rows.into_iter().map(|(_, what, quotes)| vec![what, quotes]).collect();
        Block::table(&["Who, and to what", "In which words"], rows)
    }

    fn consents(&self) -> Block {
        let case = self.about.case;
        let row = |party: PartyIdx| {
            let needed = match self.proposal.asks(case, party) {
                Some(true) => "needed",
                Some(false) => "not needed for this package",
                None => "depends on what stands in brackets",
            };
            let rule = match &case.parties[party].consent {
                Consent::Always => "always".to_owned(),
                Consent::Never => "never".to_owned(),
                Consent::OnlyIf(condition) => format!("only if {}", describe(&condition.expr, case.scope())),
            };
            vec![self.about.name(party), needed.to_owned(), rule]
        };
        let rows = self.about.alphabetical().into_iter().map(row).collect();
        Block::table(&["Whose consent", "For this package", "In general"], rows)
    }

    fn steps(&self, steps: &[StepStanding]) -> Block {
        let ahead = steps.iter().filter_map(|standing| {
            let how = match &standing.admission {
                Admission::Admissible => "can be taken next",
                Admission::WaitsFor(_) => "waits for other steps",
                Admission::CutOff(_) => "cannot be taken as the case is written",
                Admission::HeldUp => "held up",
                Admission::Done | Admission::Cancelled => return None,
            };
            Some(format!("{}, {how}", title(self.about, standing.step)))
        });
        let ahead: Vec<String> = ahead.collect();
        let ahead = if ahead.is_empty() { NOTHING.to_owned() } else { ahead.join("; ") };
        Block::Paragraph(format!("Steps not yet done: {ahead}."))
    }

    fn doubt(&self, adds: Option<&Adds>) -> Vec<Block> {
        let Audience::Team(_) = self.about.audience else { return Vec::new() };
        let other = match adds {
            None => self.no_estimates(),
            Some(adds) if adds.improvable => "Yes, at the centre of every estimate (`detente improve` lists them).",
            Some(_) => "No, at the centre of every estimate. Proved.",
        };
        let mut blocks = vec![Block::heading("What survives doubt (for the team only)")];
        match adds.map(|adds| &adds.doubt) {
            None => blocks.push(Block::Paragraph(self.no_estimates().to_owned())),
            Some(None) => blocks.push(Block::Paragraph("Out of reach for this sheet (`detente robust`).".to_owned())),
            Some(Some(doubt)) => blocks.extend(doubt.blocks(self.about)),
        }
        blocks.push(Block::heading(
            "Whether a package within all limits is worth more to one principal and less to none (for the team only)",
        ));
        blocks.push(Block::Paragraph(other.to_owned()));
        blocks
    }

    fn assumptions(&self) -> Vec<Block> {
        let case = self.about.case;
        // Parties whose consent is assumed for the same reason stand together.
        let mut consents: Vec<(String, Vec<PartyIdx>)> = Vec::new();
        for party in self.about.alphabetical() {
            let row = &case.parties[party];
            let Some(because) = row.consent_because.as_ref().filter(|_| row.consent_basis.is_empty()) else { continue };
            match consents.iter_mut().find(|(reason, _)| reason == because) {
                Some((_, parties)) => parties.push(party),
                None => consents.push((because.clone(), vec![party])),
            }
        }
        let consents = consents
            .into_iter()
            .map(|(because, parties)| format!("Consent of {}: {because}", listed(&self.about.names(parties))));
        let rules = case.rules.rows().filter(|rule| rule.basis.is_none());
        let rules = rules.map(|rule| format!("Rule without a basis: {} [{}]", rule.words, rule.id));
        let mut all: Vec<String> = consents.chain(rules).collect();
        let more = MOST_ASSUMPTIONS < all.len();
        all.truncate(MOST_ASSUMPTIONS);
        let mut blocks = vec![Block::list(all)];
        if more {
            blocks.push(Block::Note("The others: `detente show CASE assumptions`.".to_owned()));
        }
        blocks
    }
}
