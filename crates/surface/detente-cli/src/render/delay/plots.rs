//! The zone over time as a picture.

use detente::estimate::EstimateSet;
use detente::robustness::delay::Course;
use detente_report::Bars;

use super::super::robust::bar;
use super::super::text::count;

/// How often there is a package in each month, over a set's draws; `left` says who has walked out, if anybody has.
pub(super) fn over_time(set: &EstimateSet, course: &Course, draws: u64, left: &str) -> Bars {
    let months = course.months.iter().enumerate();
    Bars {
        title: format!("How often there is a package, month by month{left}"),
        caption: format!(
            "Shares of {} draws, not likelihoods; from the estimates “{}”, assumed by: {}.",
            count(draws),
            set.id,
            set.author
        ),
        bars: months.map(|(month, of)| bar(format!("month {month}"), of.open)).collect(),
    }
}
