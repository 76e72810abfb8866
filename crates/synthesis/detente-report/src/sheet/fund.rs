//! The sheet of a resource fund: for everybody what the case and named texts say; for the team also what its assumptions give.

use detente_case::{IssueIdx, Wording};
use detente_fund::{Fund, Preset, drivers};

use super::about::{About, Audience};
use super::document::{Block, Figure, NOTHING, Sheet, Table, cell};
use super::proposal::Proposal;
use super::words::{by_id, day};

/// What the assumptions of a fund's file give under a package: for the team.
#[derive(Clone, Debug)]
pub struct Flowing {
    /// What the package settles and what is assumed where it is open, a line each.
    pub rests_on_choices: Vec<String>,
    /// What moves, as a picture and year by year.
    pub figure: Figure,
    /// What each party pays and gets.
    pub sums: Table,
    /// Rates of return and what more is to be said of a party, a line each.
    pub notes: Vec<String>,
    /// What every figure rests on, a line each.
    pub basis: Vec<String>,
}

/// The sheet. `flowing` is there for the team, where the package and the file decide what moves; else the reason why not.
pub fn fund(about: &About<'_>, proposal: &Proposal, fund: Option<&Fund>, flowing: &Result<Flowing, String>) -> Sheet {
    const TITLE: &str = "A resource fund";
    let Some(fund) = fund else {
        return about.sheet(TITLE, vec![Block::heading("The fund"), Block::nothing()]);
    };
    let mut blocks = vec![Block::heading(&fund.title), Block::Paragraph(format!("The package: {}.", proposal.title))];
    blocks.push(issues(about, proposal, fund));
    blocks.push(Block::heading("Terms as texts give them"));
    blocks.push(Block::Note("Each with its own source and date; none is an offer of this sheet.".to_owned()));
    blocks.push(presets(fund));
    if let Audience::Team(_) = about.audience {
        blocks.push(Block::heading("Year by year, under the file's assumptions (for the team only)"));
        match flowing {
            Err(reason) => blocks.push(Block::Paragraph(reason.clone())),
            Ok(flowing) => blocks.extend(flows(flowing)),
        }
    }
    about.sheet(TITLE, blocks)
}

fn issues(about: &About<'_>, proposal: &Proposal, fund: &Fund) -> Block {
    let row = |issue: IssueIdx| {
        let row = &about.case.issues[issue];
        let title = |&choice: &detente_case::ChoiceIdx| row.choices[choice].title.clone();
        let says = match proposal.wording.get(&issue) {
            Some(Wording::Settled(choice)) => title(choice),
            Some(Wording::Bracketed(choices)) => {
                format!("[{}]", choices.iter().map(title).collect::<Vec<_>>().join(" | "))
            }
            Some(Wording::Open) | None => "[open]".to_owned(),
        };
        vec![row.title.clone(), says, cell(&about.quotes(&by_id(about.ledger, &row.reported_as)))]
    };
    let mut of: Vec<IssueIdx> = drivers(fund, &fund.terms).into_iter().collect();
    of.extend(fund.share);
    of.extend(fund.exists.iter().flat_map(|exists| exists.formula.issues()));
    of.sort_unstable();
    of.dedup();
    Block::table(&["Issue", "Says", "In the source's words"], of.into_iter().map(row).collect())
}

fn presets(fund: &Fund) -> Block {
    let row = |preset: &Preset| {
        // A preset takes from the fund's own terms what its text leaves out.
        let share = match (fund.terms.share, preset.terms.share) {
            (Some(_), _) => "not told apart from the fund's own terms".to_owned(),
            (None, Some(share)) => format!("{share}%"),
            (None, None) => NOTHING.to_owned(),
        };
        let after = if preset.after_as_of { "\nafter the as-of date; nothing in the case rests on it" } else { "" };
        let url = preset.source.url.as_ref().map_or_else(String::new, |url| format!("\n{url}"));
        let source = format!("{}, {}{url}{after}", preset.source.text, day(Some(preset.source.date), None));
        vec![format!("{} [{}]", preset.title, preset.id), share, source]
    };
    Block::table(&["Text", "Share it names", "Source and date"], fund.presets.iter().map(row).collect())
}

fn flows(flowing: &Flowing) -> Vec<Block> {
    vec![
        Block::list(flowing.rests_on_choices.clone()),
        Block::Figure(flowing.figure.clone()),
        Block::heading("What each party pays and gets (for the team only)"),
        Block::Table(flowing.sums.clone()),
        Block::list(flowing.notes.clone()),
        Block::heading("What the figures rest on (for the team only)"),
        Block::list(flowing.basis.clone()),
    ]
}
