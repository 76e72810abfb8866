//! What would have to be set aside for a package to exist in so many draws.

use detente::base::Decimal;
use detente::deals::{LimitRef, Member};
use detente::estimate::EstimateSet;
use detente::robustness::{MOST_MEMBERS, Opening, Opens};
use detente_api::{LAST_LINE, who_could_lift};

use super::super::question::Page;
use super::super::text::{item, wrapped};
use super::super::words::member_words;
use super::shares::with_interval;

pub(super) fn opening(page: &Page<'_>, set: &EstimateSet, of: Option<&Opening>) -> String {
    let Some(of) = of else {
        let words = format!(
            "There are more than {MOST_MEMBERS} limits and bottom lines: too many to say what opens the space."
        );
        return format!("\n{}", wrapped(&words, 2));
    };
    let wanted = format!("{} of draws", percent(of.at_least));
    let enough = i128::from(of.at_least.thousandths()) * i128::from(of.open.draws) <= i128::from(of.open.hits) * 1000;
    let title = match (enough, of.sets.is_empty()) {
        (true, _) => format!("There is a package in at least {wanted} already; nothing needs to be set aside."),
        (false, true) if of.complete => {
            format!(
                "Nothing that is set aside leaves a package in {wanted}: rules leave none in {}.",
                with_interval(of.never)
            )
        }
        (false, true) => format!("It was not found out what leaves a package in {wanted}."),
        (false, false) => format!(
            "Each of these, set aside in every draw, leaves a package in at least {wanted}; none of its members can be spared:"
        ),
    };
    let mut text = format!("\n{}", wrapped(&title, 2));
    of.sets.iter().for_each(|opens| text.push_str(&one(page, set, opens)));
    if !of.complete && !of.sets.is_empty() {
        text.push_str(&wrapped("There may be more of them.", 2));
    }
    if !of.sets.is_empty() {
        text.push_str(&wrapped(LAST_LINE, 2));
    }
    text
}

fn one(page: &Page<'_>, set: &EstimateSet, opens: &Opens) -> String {
    let words = opens.members.iter().map(|&member| {
        let lift = match member {
            Member::Limit(limit @ LimitRef::RedLine(_)) => who_could_lift(page.case(), limit).map_or_else(
                || "; who could lift it is not said".to_owned(),
                |who| format!("; could be lifted by {who}"),
            ),
            _ => String::new(),
        };
        format!("{}{lift}", member_words(page.case(), Some(set), member))
    });
    let words: Vec<String> = words.collect();
    item(&format!("{} — then a package in {} of draws", words.join("; and "), with_interval(opens.open)), 4)
}

/// A probability in percent, as exact as it was written.
fn percent(probability: Decimal) -> String {
    let hundredfold = Decimal::from_thousandths(probability.thousandths().saturating_mul(100));
    format!("{hundredfold}%")
}
