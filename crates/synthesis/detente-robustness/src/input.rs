//! The numbers nobody knows: every range of a set of estimates, and every limit of which it is not known whether it is in force.

use detente_base::{Table, define_index};
use detente_case::{Case, Id, PartyIdx};
use detente_deals::{EstimateRef, LimitRef, Settings, limit_id};
use detente_estimate::{Estimate, EstimateSet, PartyEstimates, Range, Values};

use crate::counter::key;

define_index!(
    /// A number nobody knows.
    pub struct InputIdx
);

/// A number nobody knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its id, made of the ids of what it is about: what it is drawn with, whatever the order of a file.
    pub id: String,
    /// What it is.
    pub of: Quantity,
    /// What it is drawn with: its id, mixed, or the name it shares with others.
    pub(crate) key: u64,
    /// Whether it shares a name, and with it the draw, with others; turned round where it moves against them.
    pub(crate) moves: Option<Turn>,
}

impl Input {
    /// The same, drawn under another id, unless it shares a name with others.
    pub(crate) fn drawn_as(&self, id: &str) -> Self {
        Self { key: if self.moves.is_some() { self.key } else { key(id) }, ..self.clone() }
    }
}

/// Which way a number moves with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    With,
    Against,
}

/// What is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// A number of a set of estimates, in thousandths.
    Estimate(EstimateRef, Range),
    /// Whether a limit is in force, 0 or 1; its probability is the input named.
    InForce(LimitRef, InputIdx),
}

/// The inputs of a set of estimates. A draw has a number per input, in this order.
pub type Inputs = Table<InputIdx, Input>;

/// Everything in a set of estimates that enters the model and is more than one number. A probability stands before what it
/// is the probability of.
pub fn inputs(case: &Case, set: &EstimateSet, settings: &Settings) -> Inputs {
    let mut listing = Listing { case, inputs: Inputs::default() };
    for party in case.parties.indices() {
        if let Some(of) = set.party(party) {
            listing.party(party, of);
            listing.red_lines(party, of, settings);
        }
    }
    listing.stated(settings);
    listing.inputs
}

struct Listing<'c> {
    case: &'c Case,
    inputs: Inputs,
}

impl Listing<'_> {
    fn add(&mut self, id: String, of: EstimateRef, range: Range) {
        if !range.is_single() {
            self.always(id, of, range);
        }
    }

    /// As [`Listing::add`], of a number that may move with others.
    fn estimate(&mut self, id: String, of: EstimateRef, estimate: &Estimate) {
        if estimate.range.is_single() {
            return;
        }
        let of = Quantity::Estimate(of, estimate.range);
        let Some(moves) = &estimate.moves else {
            self.push(id, of);
            return;
        };
        let turn = if moves.against { Turn::Against } else { Turn::With };
        let key = key(&format!("moves/{}", moves.with));
        self.inputs.push(Input { id, of, key, moves: Some(turn) });
    }

    fn always(&mut self, id: String, of: EstimateRef, range: Range) -> InputIdx {
        self.push(id, Quantity::Estimate(of, range))
    }

    fn push(&mut self, id: String, of: Quantity) -> InputIdx {
        self.inputs.push(Input { key: key(&id), id, of, moves: None })
    }

    fn party(&mut self, party: PartyIdx, of: &PartyEstimates) {
        let case = self.case;
        let name = &case.parties[party].id;
        if let Some(line) = &of.bottom_line {
            self.estimate(format!("{name}/bottom-line"), EstimateRef::BottomLine(party), line);
        }
        for (&issue, weight) in &of.weights {
            let id = format!("{name}/weights/{}", case.issues[issue].id);
            self.estimate(id, EstimateRef::Weight(party, issue), weight);
        }
        for (&issue, values) in &of.values {
            let row = &case.issues[issue];
            let start = format!("{name}/values/{}", row.id);
            match values {
                Values::ByChoice(values) => {
                    for (choice, value) in values.iter() {
                        let Some(value) = value else { continue };
                        let id = format!("{start}/{}", row.choices[choice].id);
                        self.estimate(id, EstimateRef::Value(party, issue, choice), value);
                    }
                }
                Values::Curve { knots, .. } | Values::Along { knots, .. } => {
                    for (rank, knot) in knots.iter().enumerate() {
                        self.add(format!("{start}/at {}", knot.at), EstimateRef::Knot(party, issue, rank), knot.value);
                    }
                }
            }
        }
        for (&lens, of) in &of.lenses {
            let row = &case.lenses[lens].id;
            if let Some(weight) = &of.weight {
                self.estimate(format!("{name}/weights/{row}"), EstimateRef::LensWeight(party, lens), weight);
            }
            for (rank, (id, number)) in of.values.iter().flat_map(|values| values.numbers.iter().enumerate()) {
                let of = EstimateRef::LensNumber(party, lens, rank);
                self.estimate(format!("{name}/values/{row}/{id}"), of, number);
            }
        }
        let mut named = Vec::new();
        for (rank, linkage) in of.linkages.iter().enumerate() {
            let id = name_of(linkage.id.as_ref(), &linkage.when.text, &mut named);
            self.estimate(format!("{name}/linkages/{id}"), EstimateRef::Linkage(party, rank), &linkage.points);
        }
    }

    /// A limit switched by hand is certain; else its probability counts.
    fn red_lines(&mut self, party: PartyIdx, of: &PartyEstimates, settings: &Settings) {
        let mut named = Vec::new();
        for (rank, line) in of.red_lines.iter().enumerate() {
            let limit = LimitRef::Estimated(party, rank);
            let id = name_of(line.id.as_ref(), &line.never.text, &mut named);
            let set_for_the_run = settings.firm.get(&limit).map(|&probability| Range::single(probability));
            let Some(probability) = set_for_the_run.or(line.probability.as_ref().map(|of| of.range)) else { continue };
            if settings.switched.contains_key(&limit) {
                continue;
            }
            let name = &self.case.parties[party].id;
            let start = format!("{name}/red-lines/{id}");
            let of = EstimateRef::Probability(party, rank);
            let at = self.always(format!("{start}/probability"), of, probability);
            self.push(format!("{start}/in-force"), Quantity::InForce(limit, at));
        }
    }
}

impl Listing<'_> {
    /// Stated limits of which a run doubts that they are in force.
    fn stated(&mut self, settings: &Settings) {
        let is_stated = |limit: &LimitRef| !matches!(limit, LimitRef::Estimated(..));
        let doubted = settings.firm.iter().filter(|(limit, _)| is_stated(limit));
        for (&limit, &probability) in doubted.filter(|(limit, _)| !settings.switched.contains_key(limit)) {
            let start = format!("stated-limits/{}", limit_id(self.case, None, limit));
            let at =
                self.always(format!("{start}/probability"), EstimateRef::Firmness(limit), Range::single(probability));
            self.push(format!("{start}/in-force"), Quantity::InForce(limit, at));
        }
    }
}

/// The id of something that may have none: then its condition, with a number where several have the same.
fn name_of(id: Option<&Id>, text: &str, named: &mut Vec<String>) -> String {
    let name =
        id.map_or_else(|| format!("({})", text.split_whitespace().collect::<Vec<_>>().join(" ")), ToString::to_string);
    let before = named.iter().filter(|other| **other == name).count();
    named.push(name.clone());
    if before == 0 { name } else { format!("{name} {}", before + 1) }
}
