//! Sheets of the open case, as `detente report` makes them.

use std::collections::BTreeMap;

use detente::case::Wording;
use detente::casefile::{case_hash, estimates_hash};
use detente::deals::{Choices, DealsError, Settings, compare_estimated, improve, why};
use detente::estimate::EstimateSet;
use detente::process::steps;
use detente::report;
use detente_report::sheet::{self, About, Adds, Audience, Estimates, Paper, Proposal, Sheet};

use crate::failure::Failure;
use crate::question::{Question, record};

/// Every sheet, with its title.
pub(crate) const KINDS: &[(&str, &str)] = &[
    ("changes", "What changed"),
    ("common-ground", "Common ground"),
    ("deal", "A draft, issue by issue"),
    ("gives", "Who has how much at stake"),
    ("process", "Steps and conditions"),
    ("red-lines", "Red lines"),
    ("why", "What stands in the way"),
];

/// Every form a sheet is written in, with its media type.
pub(crate) const FORMATS: &[(&str, &str)] = &[
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("html", "text/html; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
];

/// The seed of what survives doubt, as `detente report` takes it where nobody says.
const SEED: u64 = 1;

/// A sheet as the bytes of a file.
pub(crate) fn made(id: &str, format: &str, of: &Question<'_>) -> Result<Vec<u8>, Failure> {
    let set = one_set(of)?;
    let about = About {
        case: of.case,
        ledger: &of.opened.reading.ledger,
        hash: case_hash(&of.opened.folder).to_string(),
        audience: audience(of, set)?,
    };
    let sheet = match id {
        "changes" => sheet::changes(&about, &record(of)?),
        "common-ground" => sheet::common_ground(&about, &record(of)?),
        "red-lines" => sheet::red_lines(&about, &record(of)?),
        "process" => sheet::process(&about, &steps(of.case, of.case.as_of)),
        "gives" => report::gives(&about, of.watch)?,
        "why" => why_sheet(of, &about, set)?,
        "deal" => deal_sheet(of, &about, set)?,
        _ => return Err(Failure::NotFound(format!("sheet \"{id}\""))),
    };
    Ok(match format {
        "docx" => sheet.docx(Paper::A4).map_err(|error| {
            Failure::argument(format!("this sheet cannot be written as a document: {error}"), "take html, md or txt")
        })?,
        "md" => sheet.markdown().into_bytes(),
        "txt" => sheet.text().into_bytes(),
        _ => sheet.html().into_bytes(),
    })
}

fn one_set<'a>(of: &Question<'a>) -> Result<Option<&'a EstimateSet>, Failure> {
    match of.sets {
        [] => Ok(None),
        [set] => Ok(Some(set)),
        _ => Err(Failure::argument("a sheet names one set of estimates at most", "choose one")),
    }
}

fn audience<'a>(of: &Question<'a>, set: Option<&'a EstimateSet>) -> Result<Audience<'a>, Failure> {
    match of.asked.audience.as_deref().unwrap_or("room") {
        "room" if set.is_some() => {
            Err(Failure::argument("a sheet for the room holds nothing estimated", "choose no estimates, or the team"))
        }
        "room" => Ok(Audience::Room),
        "team" => Ok(Audience::Team(
            set.map(|set| Estimates { set, hash: estimates_hash(&of.opened.folder, set.id.as_str()).to_string() }),
        )),
        other => Err(Failure::argument(format!("a sheet is not for \"{other}\""), "room or team")),
    }
}

fn why_sheet(of: &Question<'_>, about: &About<'_>, set: Option<&EstimateSet>) -> Result<Sheet, Failure> {
    let settings = Settings { draft: of.settings.draft.clone(), ..Settings::default() };
    let stated = why(of.case, None, &settings, of.watch)?;
    let estimated = set.map(|set| why(of.case, Some(set), &settings, of.watch)).transpose()?;
    Ok(sheet::why(about, &settings.draft, &stated, estimated.as_ref()))
}

fn deal_sheet(of: &Question<'_>, about: &About<'_>, set: Option<&EstimateSet>) -> Result<Sheet, Failure> {
    let draft = &of.settings.draft;
    let title = if draft.is_empty() { "nothing settled" } else { "as it stands on this page" };
    let wording: BTreeMap<_, _> = draft.iter().map(|(&issue, &choice)| (issue, Wording::Settled(choice))).collect();
    let proposal = Proposal { title: title.to_owned(), wording };
    let whole: Option<Choices> = of.case.issues.indices().map(|issue| proposal.settled(issue)).collect();
    let adds = match (set, whole) {
        (Some(set), Some(package)) => Some(adds(of, set, &package)?),
        _ => None,
    };
    Ok(sheet::deal(about, &proposal, &record(of)?, &steps(of.case, of.case.as_of), adds.as_ref()))
}

fn adds(of: &Question<'_>, set: &EstimateSet, package: &Choices) -> Result<Adds, Failure> {
    let settings = Settings::default();
    let comparison =
        compare_estimated(of.case, set, &settings, std::slice::from_ref(package)).map_err(DealsError::from)?;
    let improvable = improve(of.case, set, &settings, package, of.watch)?.improvable;
    let doubt = report::doubt(of.case, set, package, report::DRAWS, SEED, of.watch)?;
    Ok(Adds { comparison, improvable, doubt })
}
