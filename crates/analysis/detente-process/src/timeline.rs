//! Everything with a date in one order: events, steps, drafts.

use detente_case::{Case, DraftIdx, Precision, StepIdx};
use detente_ledger::{EventIdx, Ledger};
use jiff::civil::Date;

/// What is on record with a date, and what without.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// In order of date; on one day events, then drafts, then steps, each by id.
    pub dated: Vec<Entry>,
    /// Without a date.
    pub undated: Vec<What>,
}

/// Something with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The day that is written; how exact it is says the precision.
    pub on: Date,
    /// How exact.
    pub precision: Option<Precision>,
    /// What.
    pub what: What,
    /// Days since the entry before, where both are known to the day.
    pub days_since_last: Option<i32>,
    /// Whether it is after the as-of date.
    pub is_later: bool,
}

/// What stands on a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Something reported to have happened.
    Event(EventIdx),
    /// An offer or draft.
    Draft(DraftIdx),
    /// A step of the talks, taken or to be taken.
    Step(StepIdx),
}

/// The timeline of a case and its ledger.
pub fn timeline(case: &Case, ledger: &Ledger, as_of: Option<Date>) -> Timeline {
    let events = ledger.events.iter().map(|(idx, row)| (row.on, row.precision, What::Event(idx)));
    let drafts = case.drafts.iter().map(|(idx, row)| (row.date, row.precision, What::Draft(idx)));
    let steps = case.process.iter().map(|(idx, row)| (row.on, row.precision, What::Step(idx)));
    let mut timeline = Timeline::default();
    for (on, precision, what) in events.chain(drafts).chain(steps) {
        match on {
            Some(on) => {
                let is_later = as_of.is_some_and(|as_of| as_of < on);
                timeline.dated.push(Entry { on, precision, what, days_since_last: None, is_later });
            }
            None => timeline.undated.push(what),
        }
    }
    timeline.dated.sort_by_key(|entry| (entry.on, entry.what));
    let mut last: Option<Date> = None;
    for entry in &mut timeline.dated {
        let exact = Some(entry.on).filter(|_| matches!(entry.precision, None | Some(Precision::Day)));
        let days = |(last, on): (Date, Date)| last.until(on).ok().map(|span| span.get_days());
        entry.days_since_last = last.zip(exact).and_then(days);
        last = exact;
    }
    timeline
}
