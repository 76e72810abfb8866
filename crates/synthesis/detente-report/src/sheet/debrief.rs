//! What the pairs of a class agreed on: every package, which stated limits it crosses, and for the team where it stands on the frontier.

use detente_case::{IssueIdx, PartyIdx, Wording};

use super::about::{About, Audience};
use super::compare::says;
use super::document::{Block, Picture, Sheet, cell};
use super::proposal::Proposal;
use crate::plot::{Mark, Scatter};

/// The most frontier points that stand on the sheet; the rest by reference.
const MOST_POINTS: usize = 24;

/// What one pair agreed on.
#[derive(Clone, Debug)]
pub struct Pair {
    /// What the pair is called.
    pub name: String,
    /// Its package, whole.
    pub proposal: Proposal,
    /// The stated limits that bind and that it crosses, and the rules it breaks, in words.
    pub crossed: Vec<String>,
    /// Under a set of estimates.
    pub stands: Option<Stands>,
}

/// Where a package stands under a set of estimates, at the centres.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stands {
    /// Per principal, what it is worth in whole points.
    pub worth: Vec<i64>,
    /// Whether it meets every limit that binds and every bottom line.
    pub within: bool,
    /// Whether some package within all limits is worth more to one principal and less to none.
    pub improvable: bool,
}

/// The efficient results at the centres.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Points {
    /// The principals, in the order of every list of points.
    pub principals: Vec<PartyIdx>,
    /// What each is worth to each principal in whole points, and the pairs that attain exactly it.
    pub points: Vec<(Vec<i64>, Vec<String>)>,
    /// Whether these are all of them.
    pub complete: bool,
}

/// The sheet of a class. `points` is there where a set of estimates was named.
pub fn debrief(about: &About<'_>, pairs: Option<&[Pair]>, points: Option<&Points>) -> Sheet {
    let title = "What the pairs agreed on";
    let Some(pairs) = pairs else {
        let missing =
            "This sheet needs the pairs' packages: a CSV file with a column \"pair\" and a column for every issue.";
        return about.sheet(title, vec![Block::heading("The pairs"), Block::Paragraph(missing.to_owned())]);
    };
    let mut blocks = vec![Block::heading("The pairs")];
    blocks.extend(packages(about, pairs));
    if let Audience::Team(_) = about.audience {
        blocks.push(Block::heading("Where each package stands (for the team only)"));
        match points {
            None => blocks.push(Block::Paragraph("No set of estimates was named for this sheet.".to_owned())),
            Some(points) => blocks.extend(estimated(about, pairs, points)),
        }
    }
    about.sheet(title, blocks)
}

/// What every pair agreed on; what all of them say alike stands once, before the table.
fn packages(about: &About<'_>, pairs: &[Pair]) -> Vec<Block> {
    let wording = |pair: &Pair, issue: IssueIdx| pair.proposal.wording.get(&issue).unwrap_or(&Wording::Open).clone();
    let is_shared = |issue: &IssueIdx| match pairs {
        [first, second, others @ ..] => {
            let said = wording(first, *issue);
            std::iter::once(second).chain(others).all(|pair| wording(pair, *issue) == said)
        }
        _ => false,
    };
    let (shared, others): (Vec<IssueIdx>, Vec<IssueIdx>) = about.case.issues.indices().partition(is_shared);
    let told = |pair: &Pair, issues: &[IssueIdx]| {
        let row = |&issue: &IssueIdx| {
            let row = &about.case.issues[issue];
            (issue, vec![row.title.clone(), says(row, &wording(pair, issue))])
        };
        let said: Vec<String> = about.alike(issues.iter().map(row)).into_iter().map(|row| row.join(": ")).collect();
        if said.is_empty() { "nothing else".to_owned() } else { said.join("; ") }
    };
    let row = |pair: &Pair| {
        let crossed = if pair.crossed.is_empty() { "none".to_owned() } else { cell(&pair.crossed) };
        vec![pair.name.clone(), told(pair, &others), crossed]
    };
    let all = pairs.first().filter(|_| !shared.is_empty());
    let all = all.map(|pair| Block::Paragraph(format!("All of them agreed on this: {}.", told(pair, &shared))));
    let header = ["Pair", "What it agreed on", "Stated limits and rules it crosses"];
    all.into_iter().chain([Block::table(&header, pairs.iter().map(row).collect())]).collect()
}

fn estimated(about: &About<'_>, pairs: &[Pair], found: &Points) -> Vec<Block> {
    let worth = |points: &[i64]| {
        let of = |(&party, points): (&PartyIdx, &i64)| (about.place(party), format!("{} {points}", about.name(party)));
        let mut each: Vec<_> = found.principals.iter().zip(points).map(of).collect();
        each.sort();
        each.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("; ")
    };
    let row = |(rank, pair): (usize, &Pair)| {
        let stands = pair.stands.as_ref()?;
        let frontier = match (stands.within, stands.improvable) {
            (true, false) => "on it",
            (true, true) => "below it: some package within all limits is worth more to one and less to none",
            (false, true) => {
                "outside the limits; some package within all of them is worth more to one and less to none"
            }
            (false, false) => "outside the limits; no package within all of them is worth more to one and less to none",
        };
        Some(vec![format!("{}. {}", rank + 1, pair.name), worth(&stands.worth), frontier.to_owned()])
    };
    let rows = pairs.iter().enumerate().filter_map(row).collect();
    let points = found.points.iter().take(MOST_POINTS);
    let point = |(points, pairs): &(Vec<i64>, Vec<String>)| {
        vec![worth(points), if pairs.is_empty() { "no pair".to_owned() } else { pairs.join(", ") }]
    };
    let mut blocks = vec![
        Block::Note(
            "Estimates at their centres, in whole points; each party's points are its own. The frontier: packages within all limits of \
             which none is worth more to one principal and less to none."
                .to_owned(),
        ),
        Block::table(&["Pair", "Worth to the principals", "The frontier"], rows),
    ];
    blocks.extend(picture(about, pairs, found).map(Block::Picture));
    blocks.push(Block::heading("The frontier (for the team only)"));
    let listed: Vec<Vec<String>> = points.map(point).collect();
    blocks.push(if listed.is_empty() {
        Block::Paragraph("No package is within all limits at the centres, or the frontier is out of reach.".to_owned())
    } else {
        Block::table(&["Worth to the principals", "Pairs that reached it"], listed)
    });
    if MOST_POINTS < found.points.len() || !found.complete {
        let words = format!(
            "{} are listed of {}; `detente deals` has the others.",
            MOST_POINTS.min(found.points.len()),
            total(found)
        );
        blocks.push(Block::Note(words));
    }
    blocks
}

/// The pairs and the frontier between two principals; with more of them there is no such picture.
fn picture(about: &About<'_>, pairs: &[Pair], found: &Points) -> Option<Picture> {
    let mut axes: Vec<(usize, PartyIdx)> = found.principals.iter().copied().enumerate().collect();
    axes.sort_by_key(|(_, party)| about.place(*party));
    let &[(first, along), (second, up)] = axes.as_slice() else { return None };
    let at = |worth: &[i64]| Some([*worth.get(first)?, *worth.get(second)?]);
    let mark = |pair: &Pair| {
        let stands = pair.stands.as_ref()?;
        Some(Mark { label: pair.name.clone(), at: at(&stands.worth)?, full: stands.within })
    };
    let scatter = Scatter {
        title: "The pairs and the frontier".to_owned(),
        caption: "Estimates at their centres, in whole points; each party's points are its own, so that the two scales have no common \
                  measure."
            .to_owned(),
        axes: [along, up].map(|party| format!("Points of {}", about.name(party))),
        ground: "a point of the frontier".to_owned(),
        points: found.points.iter().filter_map(|(worth, _)| at(worth)).collect(),
        marks: pairs.iter().filter_map(mark).collect(),
        means: ["a pair, within all limits".to_owned(), "a pair, outside the limits".to_owned()],
    };
    let caption =
        "What each pair's package is worth to the two principals, beside the frontier; numbers as in the table.";
    Some(Picture { caption: caption.to_owned(), svg: scatter.svg() })
}

fn total(found: &Points) -> String {
    if found.complete { found.points.len().to_string() } else { format!("more than {}", found.points.len()) }
}
