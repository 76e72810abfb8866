//! What changes with time, and by how much.

use detente_base::{Index, half_even};
use detente_case::{Case, Id, PartyIdx};
use detente_deals::Overflow;
use detente_estimate::{Alternative, DatedChange, EstimateSet, Range};
use detente_ledger::Ledger;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::counter::{key, word};
use crate::plan::Plan;
use crate::range::number;

/// Everything in a set of estimates that changes with time, by party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    months: u32,
    from: Option<Date>,
    drifts: Vec<Drift>,
    placed: Vec<Placed>,
}

/// One number that changes something with time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// Whose.
    pub party: PartyIdx,
    /// What it does.
    pub effect: Effect,
    /// Points, or points per month.
    pub range: Range,
    /// The event it comes with; none where it holds from the start.
    pub event: Option<Id>,
    /// The first month in which it holds; `None` where it holds in none of those looked at.
    pub from: Option<u32>,
    key: u64,
}

/// What a number does to a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// It is added to the worth of no agreement.
    BottomLine,
    /// It is added to the worth of no agreement in every month.
    AlternativePerMonth,
    /// It is added to the worth of every package in every month.
    AgreementPerMonth,
}

/// When an event that changes something for a party begins to count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// For whom.
    pub party: PartyIdx,
    /// The event.
    pub event: Id,
    /// When.
    pub when: When,
}

/// When an event begins to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// From this month on: the first that does not begin before its date. What lies before the date of the estimates counts
    /// from month 0.
    From(u32),
    /// After the last month looked at.
    Later,
    /// Its date, or the date of the estimates, is not known: it is not counted.
    Unknown,
}

impl Timeline {
    /// What a set says of time, up to a last month; months are counted from the date of the set, else from that of the case.
    pub fn new(case: &Case, ledger: &Ledger, set: &EstimateSet, months: u32) -> Self {
        Self::drawn_as(case, ledger, set, months, &ToOwned::to_owned)
    }

    /// As [`Timeline::new`], each party's numbers drawn under the id that `renamed` gives for its own; see [`Plan::drawn_as`].
    pub fn drawn_as(
        case: &Case,
        ledger: &Ledger,
        set: &EstimateSet,
        months: u32,
        renamed: &dyn Fn(&str) -> String,
    ) -> Self {
        let mut timeline = Self { months, from: set.as_of.or(case.as_of), drifts: Vec::new(), placed: Vec::new() };
        for party in case.parties.indices() {
            if let Some(alternative) = set.party(party).and_then(|of| of.alternative.as_ref()) {
                timeline.party(party, &renamed(case.parties[party].id.as_str()), alternative, ledger);
            }
        }
        timeline
    }

    /// The last month looked at.
    pub fn months(&self) -> u32 {
        self.months
    }

    /// The date of month 0, where one is known.
    pub fn from(&self) -> Option<Date> {
        self.from
    }

    /// The numbers that change something, by party.
    pub fn drifts(&self) -> &[Drift] {
        &self.drifts
    }

    /// When each event begins to count.
    pub fn placed(&self) -> &[Placed] {
        &self.placed
    }

    fn party(&mut self, party: PartyIdx, id: &str, of: &Alternative, ledger: &Ledger) {
        let start = format!("{id}/alternative");
        let rates = [
            (Effect::AlternativePerMonth, &of.alternative_per_month),
            (Effect::AgreementPerMonth, &of.agreement_per_month),
        ];
        for (effect, estimate) in rates {
            if let Some(estimate) = estimate {
                self.add(&start, Drift { party, effect, range: estimate.range, event: None, from: Some(0), key: 0 });
            }
        }
        for (rank, change) in of.events.iter().enumerate() {
            let when = self.when(change, ledger);
            self.placed.push(Placed { party, event: change.event.clone(), when });
            let from = match when {
                When::From(month) => Some(month),
                When::Later | When::Unknown => None,
            };
            let before = of.events.iter().take(rank).filter(|other| other.event == change.event).count();
            let start = format!("{start}/events/{}/{before}", change.event);
            let numbers = [
                (Effect::BottomLine, &change.bottom_line),
                (Effect::AlternativePerMonth, &change.alternative_per_month),
                (Effect::AgreementPerMonth, &change.agreement_per_month),
            ];
            for (effect, estimate) in numbers {
                if let Some(estimate) = estimate {
                    let event = Some(change.event.clone());
                    self.add(&start, Drift { party, effect, range: estimate.range, event, from, key: 0 });
                }
            }
        }
    }

    fn add(&mut self, start: &str, drift: Drift) {
        self.drifts.push(Drift { key: key(&format!("{start}/{}", drift.effect.id())), ..drift });
    }

    fn when(&self, change: &DatedChange, ledger: &Ledger) -> When {
        let on = ledger.events.rows().find(|event| event.id == change.event).and_then(|event| event.on);
        let (Some(on), Some(from)) = (on, self.from) else { return When::Unknown };
        let has_come = |month: &u32| from.checked_add(i64::from(*month).months()).is_ok_and(|begins| on <= begins);
        (0..=self.months).find(has_come).map_or(When::Later, When::From)
    }

    /// Whether draws differ.
    pub(crate) fn is_certain(&self) -> bool {
        self.drifts.iter().all(|drift| drift.range.is_single())
    }

    /// The numbers of a draw, in thousandths, one per drift.
    pub(crate) fn fill(&self, seed: u64, draw: u64, numbers: &mut Vec<i64>) {
        numbers.clear();
        numbers.extend(self.drifts.iter().map(|drift| number(drift.range, word(seed, draw, drift.key))));
    }

    /// By how much a party's bottom line has risen by a month, in thousandths of a point: what no agreement has gained less what
    /// every package has.
    pub(crate) fn risen(&self, numbers: &[i64], party: usize, month: u32) -> i64 {
        let of = self.drifts.iter().zip(numbers).filter(|(drift, _)| drift.party.position() == party);
        let sum = of.map(|(drift, &number)| i128::from(drift.times(month)) * i128::from(number)).sum();
        in_i64(sum)
    }

    /// The same at the centres: rounded once, half to even.
    pub(crate) fn risen_at_centres(&self, party: usize, month: u32) -> i64 {
        let of = self.drifts.iter().filter(|drift| drift.party.position() == party);
        let halves = of.map(|drift| i128::from(drift.times(month)) * drift.range.twice_centre()).sum();
        in_i64(half_even(halves, 2))
    }

    /// Refuses numbers that cannot be held when every change goes the same way.
    pub(crate) fn refuse_overflow(&self, plan: &Plan<'_>) -> Result<(), Overflow> {
        let largest = plan.largest()?;
        for (position, party) in largest.model.parties.iter().enumerate() {
            let of = self.drifts.iter().filter(|drift| drift.party.position() == position);
            let moved: i128 = of
                .map(|drift| {
                    let end = |number: detente_base::Decimal| number.thousandths().unsigned_abs();
                    let size = end(drift.range.low()).max(end(drift.range.high()));
                    i128::from(size) * i128::from(self.months.max(1))
                })
                .sum();
            let multiplier = i128::from(largest.units_per_point.get(position).copied().unwrap_or(0)) / 1000;
            let size = |units: i64| i128::from(units.unsigned_abs());
            let values: i128 =
                party.values.iter().map(|row| row.iter().map(|&units| size(units)).max().unwrap_or(0)).sum();
            let linked: i128 = party.linkages.iter().map(|link| size(link.units)).sum();
            let all = moved.saturating_mul(multiplier) + values + linked + size(party.bottom_line.unwrap_or(0));
            if i128::from(i64::MAX) < all {
                return Err(Overflow { party: PartyIdx::new(position) });
            }
        }
        Ok(())
    }
}

impl Effect {
    /// Its key in a file of estimates.
    pub fn id(self) -> &'static str {
        match self {
            Self::BottomLine => "bottom_line",
            Self::AlternativePerMonth => "alternative_per_month",
            Self::AgreementPerMonth => "agreement_per_month",
        }
    }
}

impl Drift {
    /// How often the number has been added to the bottom line by a month.
    fn times(&self, month: u32) -> i64 {
        let since = self.from.and_then(|from| month.checked_sub(from)).map(i64::from);
        match (since, self.effect) {
            (None, _) => 0,
            (Some(_), Effect::BottomLine) => 1,
            (Some(months), Effect::AlternativePerMonth) => months,
            (Some(months), Effect::AgreementPerMonth) => -months,
        }
    }
}

/// What does not fit has been refused before.
fn in_i64(sum: i128) -> i64 {
    i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN } else { i64::MAX })
}
