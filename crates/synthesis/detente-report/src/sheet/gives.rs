//! Who has how much at stake where, in words, for the team alone.

use detente_base::Index;
use detente_case::{ChoiceIdx, Id, PartyIdx};
use detente_deals::{Open, PointSpan, Stake, Stakes, Subject};
use detente_estimate::{Estimate, Values, Why};

use super::about::{About, Audience};
use super::document::{Block, Sheet, cell};
use super::words::{choice, listed, signless};

/// Below so many thousandths of all a party has at stake, it is little.
const LITTLE: i64 = 100;

/// From so many thousandths on, it is much.
const MUCH: i64 = 250;

/// Between which choices something is at stake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// Those some package has that meets every limit that binds, bottom lines at their centres.
    Acceptable,
    /// Those some package has that meets the stated limits that bind: none meets the bottom lines as well.
    WithinStatedLimits,
    /// All: no package meets the stated limits.
    All,
}

/// The sheet of what is at stake, by issue; `found` is there where a set of estimates was named.
pub fn gives(about: &About<'_>, found: Option<(&Stakes, &Open, Between)>) -> Sheet {
    let title = "Who has how much at stake";
    let heading = Block::heading("By issue, for each party (for the team only)");
    let (Audience::Team(_), Some((stakes, open, between))) = (&about.audience, found) else {
        let words = match about.audience {
            Audience::Team(_) => "No set of estimates was named for this sheet.",
            Audience::Room => "This sheet is for the team only: nothing on it may stand on paper for the room.",
        };
        return about.sheet(title, vec![heading, Block::Paragraph(words.to_owned())]);
    };
    let over = match between {
        Between::Acceptable => {
            "Between the choices that some package has which meets every limit that binds and every bottom line at its centre."
        }
        Between::WithinStatedLimits => {
            "No package meets every bottom line at its centre: between the choices that some package has which meets the stated limits."
        }
        Between::All => "No package meets the stated limits: between all choices.",
    };
    let words = "Little: under a tenth of all a party has at stake; much: a quarter of it or more; by the middle of the range, and \
                 unknown where the range runs from little to much or nothing is estimated. Behind each word the party's own \
                 points, from the least to the most that the estimates leave open; “within” marks a range that may be narrower. Linkages apart.";
    let header = ["Issue", "At stake for each party, and on which basis", "Marked: ranges do not overlap"];
    let rows = stakes.iter().map(|(subject, of)| row(about, open, *subject, of)).collect();
    let blocks = vec![
        heading,
        Block::Note(over.to_owned()),
        Block::Note(words.to_owned()),
        Block::table(&header, rows),
        Block::Paragraph("Differences of estimated weight, not offers.".to_owned()),
    ];
    about.sheet(title, blocks)
}

fn row(about: &About<'_>, open: &Open, subject: Subject, stakes: &[Stake]) -> Vec<String> {
    let title = match subject {
        Subject::Issue(issue) => about.case.issues[issue].title.clone(),
        Subject::Lens(lens) => about.case.lenses[lens].title.clone(),
    };
    if let (Subject::Issue(issue), [only]) = (subject, open_choices(open, subject)) {
        return vec![
            title,
            format!("nothing: only {} is open", choice(about.case, issue, *only)),
            "nothing".to_owned(),
        ];
    }
    let owner = match subject {
        Subject::Issue(issue) => about.case.issues[issue].owner,
        Subject::Lens(_) => None,
    };
    let of = |party: PartyIdx| stakes.get(party.position()).filter(|_| owner.is_none_or(|owner| owner == party));
    let lines = about.alphabetical().into_iter().filter_map(|party| {
        let stake = of(party)?;
        let behind = match stake.points {
            Some(span) => format!(" ({}); {}", points(span), basis(about, party, subject)),
            None => String::new(),
        };
        Some(format!("{}: {}{behind}", about.name(party), word(stake.of_all)))
    });
    vec![title, cell(&lines.collect::<Vec<_>>()), marks(about, stakes)]
}

fn open_choices(open: &Open, subject: Subject) -> &[ChoiceIdx] {
    match subject {
        Subject::Issue(issue) => &open[issue],
        Subject::Lens(_) => &[],
    }
}

fn points(span: PointSpan) -> String {
    let (low, high) = (signless(span.low.thousandths(), false), signless(span.high.thousandths(), true));
    let within = if span.exact { "" } else { "within " };
    match span.high.thousandths() {
        0 => "0".to_owned(),
        _ if low == high => format!("{within}{high}"),
        _ => format!("{within}{low} to {high}"),
    }
}

/// Little, some, much or unknown.
fn word(of_all: Option<[i64; 2]>) -> &'static str {
    let place = |part: i64| match part {
        part if part < LITTLE => 0,
        part if part < MUCH => 1,
        _ => 2,
    };
    match of_all {
        None => "unknown",
        Some([low, high]) if place(low) == 0 && place(high) == 2 => "unknown",
        Some([low, high]) => ["little", "some", "much"][place(low.midpoint(high))],
    }
}

/// Who has more at stake than whom whatever the estimates, each as a part of all it has at stake.
fn marks(about: &About<'_>, stakes: &[Stake]) -> String {
    let part = |party: PartyIdx| stakes.get(party.position()).and_then(|stake| stake.of_all);
    let lines = about.alphabetical().into_iter().filter_map(|party| {
        let [low, _] = part(party)?;
        let less = about.alphabetical().into_iter().filter(|&other| part(other).is_some_and(|[_, high]| high < low));
        let less: Vec<String> = less.map(|other| about.name(other)).collect();
        (!less.is_empty()).then(|| format!("more for {} than for {}", about.name(party), listed(&less)))
    });
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() { "nothing".to_owned() } else { cell(&lines) }
}

/// What the weight rests on, else what the values do.
fn basis(about: &About<'_>, party: PartyIdx, subject: Subject) -> String {
    let of = about.set().and_then(|set| set.party(party));
    let weight = of.and_then(|of| match subject {
        Subject::Issue(issue) => of.weights.get(&issue),
        Subject::Lens(lens) => of.lenses.get(&lens).and_then(|of| of.weight.as_ref()),
    });
    let values = || {
        let of = of?;
        match subject {
            Subject::Issue(issue) => match of.values_of(issue)? {
                Values::ByChoice(values) => values.rows().flatten().map(|value| &value.why).next(),
                Values::Curve { why, .. } | Values::Along { why, .. } => Some(why),
            },
            Subject::Lens(lens) => {
                let numbers = of.lenses.get(&lens)?.values.as_ref()?;
                numbers.numbers.iter().map(|(_, number): &(String, Estimate)| &number.why).next()
            }
        }
    };
    let ordered = of.and_then(|of| of.answers.weights.as_ref()).map(|order| &order.why);
    weight
        .map(|weight| &weight.why)
        .filter(|why| !why.is_missing())
        .or(ordered)
        .or_else(values)
        .map_or_else(|| "no reason given".to_owned(), reason)
}

/// A reason as it stands beside a number.
pub(super) fn reason(why: &Why) -> String {
    let ids: Vec<&str> = why.basis.iter().map(Id::as_str).collect();
    match (&why.because, ids.is_empty()) {
        (Some(because), true) => because.clone(),
        (Some(because), false) => format!("{because} [{}]", ids.join(", ")),
        (None, false) => format!("[{}]", ids.join(", ")),
        (None, true) => "no reason given".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn a_word_says_where_the_middle_of_the_range_lies() {
        let check = |low, high, expect| assert_eq!(word(Some([low, high])), expect);
        check(0, 99, "little");
        check(60, 130, "little");
        check(90, 120, "some");
        check(180, 300, "some");
        check(220, 300, "much");
        check(250, 900, "much");
        check(50, 260, "unknown");
        assert_eq!(word(None), "unknown");
    }
}
