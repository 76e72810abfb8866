//! Two packages: where they differ, what each does to every stated limit, and for the team what changes for each party. Nothing is
//! added up over parties, and neither package is put first.

use detente_base::Table;
use detente_case::{ChoiceIdx, Issue, IssueIdx, PartyIdx, Wording};
use detente_deals::{Change, PointSpan};

use super::about::{About, Audience};
use super::deal::{Limit, View};
use super::document::{Block, Sheet, cell};
use super::proposal::Proposal;
use super::why::limit_sentence;
use super::words::{by_id, listed, signless};

/// The sheet of two packages. `changes` says per party what changes from the first to the second, where both are whole and a set of
/// estimates was named.
pub fn compare(
    about: &About<'_>,
    packages: Option<[&Proposal; 2]>,
    changes: Option<&Table<PartyIdx, Change>>,
) -> Sheet {
    let title = "Two packages beside each other";
    let Some(packages) = packages else {
        let missing = "This sheet sets two packages beside each other, and fewer were named.";
        return about.sheet(title, vec![Block::heading("The packages"), Block::Paragraph(missing.to_owned())]);
    };
    let [a, b] = packages;
    let mut blocks = vec![
        Block::heading("The packages"),
        Block::List(vec![format!("A: {}", a.title), format!("B: {}", b.title)]),
        Block::heading("Issues that differ"),
    ];
    blocks.extend(issues(about, packages));
    blocks.push(Block::heading("Stated limits, party by party"));
    blocks.push(limits(about, packages));
    blocks.extend(estimated(about, packages, changes));
    about.sheet(title, blocks)
}

fn issues(about: &About<'_>, [a, b]: [&Proposal; 2]) -> Vec<Block> {
    let open = Wording::Open;
    let wording = |of: &Proposal, issue: IssueIdx| of.wording.get(&issue).unwrap_or(&open).clone();
    let differs = |issue: &IssueIdx| wording(a, *issue) != wording(b, *issue);
    let (differing, same): (Vec<IssueIdx>, Vec<IssueIdx>) = about.case.issues.indices().partition(differs);
    let row = |&issue: &IssueIdx| {
        let row = &about.case.issues[issue];
        let reported = about.some_quotes(&by_id(about.ledger, &row.reported_as), 1);
        (issue, vec![row.title.clone(), says(row, &wording(a, issue)), says(row, &wording(b, issue)), cell(&reported)])
    };
    let equal = match same.len() {
        0 => "They differ on every issue.".to_owned(),
        1 => "On one issue both say the same.".to_owned(),
        number => format!("On {number} issues both say the same."),
    };
    let table = if differing.is_empty() {
        Block::Paragraph("None.".to_owned())
    } else {
        Block::table(&["Issue", "A", "B", "As reported"], about.alike(differing.iter().map(row)))
    };
    vec![table, Block::Paragraph(equal)]
}

/// What a package says on an issue, with brackets where it is open.
pub(super) fn says(issue: &Issue, wording: &Wording) -> String {
    let title = |&choice: &ChoiceIdx| issue.choices[choice].title.clone();
    match wording {
        Wording::Settled(choice) => title(choice),
        Wording::Bracketed(choices) => format!("[{}]", choices.iter().map(title).collect::<Vec<_>>().join(" | ")),
        Wording::Open => "[open]".to_owned(),
    }
}

fn limits(about: &About<'_>, [a, b]: [&Proposal; 2]) -> Block {
    let [of_a, of_b] = [a, b].map(|proposal| View { about, proposal });
    let row = |limit: &Limit| {
        vec![limit_sentence(about, None, limit.of), of_a.effect(limit).to_owned(), of_b.effect(limit).to_owned()]
    };
    let stated = of_a.stated();
    Block::table(&["Whose, what, how firm, on which source", "A", "B"], stated.iter().map(row).collect())
}

fn estimated(about: &About<'_>, packages: [&Proposal; 2], changes: Option<&Table<PartyIdx, Change>>) -> Vec<Block> {
    let Audience::Team(_) = about.audience else { return Vec::new() };
    let heading = Block::heading("What changes for each party from A to B (for the team only)");
    let Some(changes) = changes else {
        let words = match (about.set(), packages.iter().all(|of| of.is_whole(about.case))) {
            (None, _) => "No set of estimates was named for this sheet.",
            (Some(_), false) => "A package leaves issues open, so that nothing estimated is said of it.",
            (Some(_), true) => "Not computed.",
        };
        return vec![heading, Block::Paragraph(words.to_owned())];
    };
    let rows = about.alphabetical().into_iter().map(|party| {
        let change = &changes[party];
        let left_out: Vec<String> =
            change.left_out.iter().map(|&issue| about.case.issues[issue].title.clone()).collect();
        let without = match (change.points, left_out.is_empty()) {
            (Some(_), false) => format!("\nnot estimated and left out: {}", listed(&left_out)),
            _ => String::new(),
        };
        vec![about.name(party), format!("{}{without}", in_words(change.points))]
    });
    let note = "From the least to the most that the estimates leave open, in whole points rounded outwards; what is not known is \
                the same for A and B. “Within” marks a range that may be narrower. Each party's points are its own.";
    vec![
        heading,
        Block::Note(note.to_owned()),
        Block::table(&["Party", "B, held against A, in the party's own points"], rows.collect()),
    ]
}

/// A change in words; where it can be of either sign, that this cannot be told.
fn in_words(points: Option<PointSpan>) -> String {
    let Some(span) = points else { return "not estimated".to_owned() };
    let (low, high) = (span.low.thousandths(), span.high.thousandths());
    let within = if span.exact { "" } else { "within " };
    let [down, up] = [(low, "less"), (high, "more")].map(|(end, word)| match end {
        0 => "no change".to_owned(),
        end => format!("{} {word}", signless(end, true)),
    });
    if low == 0 && high == 0 {
        "no change".to_owned()
    } else if low <= 0 && 0 <= high {
        format!("cannot tell: {within}{down} to {up}")
    } else {
        let (word, near, far) = if 0 < low { ("more", low, high) } else { ("less", high, low) };
        match (signless(near, false), signless(far, true)) {
            (near, far) if near == far => format!("{within}{far} {word}"),
            (near, far) => format!("{within}{near} to {far} {word}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;
    use detente_base::Decimal;
    use detente_deals::PointSpan;

    #[test]
    fn ranges_are_rounded_outwards_and_a_doubtful_sign_is_said() {
        let check = |low: i64, high: i64, exact: bool, expect: &str| {
            let [low, high] = [low, high].map(Decimal::from_thousandths);
            assert_eq!(in_words(Some(PointSpan { low, high, exact })), expect);
        };
        check(3_400, 11_200, true, "3 to 12 more");
        check(-11_200, -3_400, true, "3 to 12 less");
        check(200, 900, true, "less than 1 to 1 more");
        check(-4_200, 6_100, true, "cannot tell: 5 less to 7 more");
        check(0, 6_100, false, "cannot tell: within no change to 7 more");
        check(5_000, 5_000, true, "5 more");
        check(0, 0, true, "no change");
        assert_eq!(in_words(None), "not estimated");
    }
}
