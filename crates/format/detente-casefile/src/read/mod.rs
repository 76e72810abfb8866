//! Trees into a case, a ledger and sets of estimates.
//!
//! First the ids of everything are collected, so that anything may speak of anything; then each table is read in order of
//! id. What cannot be read is diagnosed and left out.

mod answers;
mod case;
mod choices;
mod clauses;
mod codings;
mod comparisons;
mod context;
mod drafts;
mod estimates;
mod fund;
mod ledger;
mod lens;
mod lens_values;
mod limits;
mod names;
mod npv;
mod numbers;
mod of_lens;
mod start;
mod territory;
mod texts;
mod topics;
mod words;

use detente_base::{Diagnostic, FileId, Span};
use detente_case::{AgreementText, Case, Condition, Resolution};
use detente_estimate::EstimateSet;
use detente_fund::Fund;
use detente_ledger::Ledger;
use detente_territory::Territory;

use crate::check::QuoteCheck;
use crate::folder::{Content, Folder};
use crate::shape::{CASE, CLAUSES, DRAFTS, ESTIMATES, FORMAT, FUND, LEDGER};
use crate::tree::{self, Node};
use crate::{check, codes, conform};

use context::Context;
use names::Names;
pub(crate) use names::{Kind, Occurrence, Place, is_reserved};

/// What a folder holds, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Reading {
    /// The case, as far as it could be read; `None` without a case.toml that can be read at all.
    pub case: Option<Case>,
    /// The ledger.
    pub ledger: Ledger,
    /// The territory, where the folder has one.
    pub territory: Option<Territory>,
    /// The resource fund, where there is a fund.toml.
    pub fund: Option<Fund>,
    /// The clauses of an agreement's text, and what such a text is asked about.
    pub agreement: AgreementText,
    /// The sets of estimates, by id.
    pub estimates: Vec<EstimateSet>,
    /// Everything that is wrong, in order of place.
    pub diagnostics: Vec<Diagnostic>,
    /// How far quotes were compared with the texts they come from.
    pub quotes: QuoteCheck,
    pub(crate) occurrences: Vec<Occurrence>,
}

impl Reading {
    /// What can be said of a folder with one file that is no case: whether it is text.
    pub fn of_other_text(folder: &Folder) -> Self {
        let mut reading = Self::default();
        for (id, file) in folder.files() {
            readable(id, &file.path, &file.content, &mut reading.diagnostics);
        }
        reading
    }

    /// Whether nothing stops an analysis.
    pub fn is_sound(&self) -> bool {
        !self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// Reads and checks a folder: everything in one run, lenses at the resolution of blocs.
///
/// # Cost
/// Linear in the texts, but for suggestions after a slip.
pub fn read(folder: &Folder) -> Reading {
    read_at(folder, Resolution::Blocs)
}

/// As [`read`], with lenses at a resolution.
pub fn read_at(folder: &Folder, resolution: Resolution) -> Reading {
    let mut diagnostics = Vec::new();
    let trees = Trees::of(folder, &mut diagnostics);
    let Some(case_tree) = &trees.case else {
        return Reading { diagnostics, ..Reading::default() };
    };
    conform::conform(case_tree, &CASE, &mut diagnostics);
    if let Some(ledger) = &trees.ledger {
        conform::conform(ledger, &LEDGER, &mut diagnostics);
    }
    if let Some(fund) = &trees.fund {
        conform::conform(fund, &FUND, &mut diagnostics);
    }
    if let Some(drafts) = &trees.drafts {
        conform::conform(drafts, &DRAFTS, &mut diagnostics);
    }
    if let Some(clauses) = &trees.clauses {
        conform::conform(clauses, &CLAUSES, &mut diagnostics);
    }
    for (_, estimates) in &trees.estimates {
        conform::conform(estimates, &ESTIMATES, &mut diagnostics);
    }
    let territory = territory::read(folder, &mut diagnostics);
    let lenses = lens::draw(case_tree, territory.as_ref(), resolution, &mut diagnostics);
    let others = [&trees.ledger, &trees.drafts, &trees.clauses, &trees.fund].map(Option::as_ref);
    let names = Names::collect(case_tree, others, &lenses, &mut diagnostics);
    let mut context = Context::new(&names, diagnostics);
    if let Some(territory) = &territory {
        territory::look_up(&mut context, territory);
    }
    let mut case = case::read(&mut context, case_tree, &lenses);
    drafts::read(&mut context, &mut case);
    let agreement = clauses::read(&mut context, &case);
    let ledger = trees.ledger.as_ref().map_or_else(Ledger::default, |_| ledger::read(&mut context, &case));
    let fund = trees.fund.as_ref().and_then(|tree| fund::read(&mut context, &case, tree));
    let valued = npv::Valued { case: &case, fund: fund.as_ref(), is_written: trees.fund.is_some() };
    let estimates: Vec<EstimateSet> =
        trees.estimates.iter().map(|(id, tree)| estimates::read(&mut context, valued, id, tree)).collect();
    let (mut diagnostics, occurrences) = context.finish();
    check::clauses(&case, &agreement, &mut diagnostics);
    let quotes = check::check(folder, &case, &ledger, fund.as_ref(), &estimates, &mut diagnostics);
    drop_consequences(case_tree.span.file, &mut diagnostics);
    diagnostics.sort_by_key(|diagnostic| diagnostic.labels.first().map(|label| label.span));
    Reading { case: Some(case), ledger, territory, fund, agreement, estimates, diagnostics, quotes, occurrences }
}

/// One bracket left open makes a file fall apart: dozens of findings about what was never wrong. In such a file only the first
/// place where it does not parse is reported, and what stands before it; where it is the case itself that fell apart, so is
/// nothing that the other files say of it.
fn drop_consequences(case: FileId, diagnostics: &mut Vec<Diagnostic>) {
    const SLIPS: usize = 2;
    let place = |diagnostic: &Diagnostic| diagnostic.labels.first().map(|label| label.span);
    let mut broken: Vec<Span> =
        diagnostics.iter().filter(|found| *found.code == codes::TOML_SYNTAX).filter_map(place).collect();
    broken.sort_unstable();
    let in_file = |file: FileId| broken.iter().filter(|broken| broken.file == file).count();
    let case_fell_apart = SLIPS < in_file(case);
    let in_doubt = |span: Span| match broken.iter().find(|broken| broken.file == span.file) {
        Some(first) if SLIPS < in_file(span.file) => first.start < span.start || (span.file == case && span.start == 0),
        _ => case_fell_apart,
    };
    diagnostics.retain(|found| !place(found).is_some_and(in_doubt));
}

/// Reads a condition that was not written in a file but, say, on a command line; the spans are those of `text` itself.
pub fn read_condition(text: &str, case: &Case) -> Result<Condition, Vec<Diagnostic>> {
    let span = Span::new(FileId(usize::MAX), 0, text.len());
    context::condition(text, case, |start, end| span.within(start, end), span)
}

/// The trees of a folder's files, apart by what they are.
struct Trees {
    case: Option<Node>,
    ledger: Option<Node>,
    fund: Option<Node>,
    drafts: Option<Node>,
    clauses: Option<Node>,
    estimates: Vec<(detente_case::Id, Node)>,
}

impl Trees {
    fn of(folder: &Folder, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut trees =
            Self { case: None, ledger: None, drafts: None, clauses: None, fund: None, estimates: Vec::new() };
        let mut has_case = false;
        for (id, file) in folder.files() {
            has_case |= file.path == "case.toml";
            if !file.is_toml() {
                continue;
            }
            let Some(text) = readable(id, &file.path, &file.content, diagnostics) else { continue };
            let tree = tree::parse(id, text, diagnostics);
            let readable = format_is_known(&tree, diagnostics);
            if !readable {
                continue;
            }
            match (file.path.as_str(), file.estimate_set()) {
                ("case.toml", _) => trees.case = Some(tree),
                ("ledger.toml", _) => trees.ledger = Some(tree),
                ("fund.toml", _) => trees.fund = Some(tree),
                ("drafts.toml", _) => trees.drafts = Some(tree),
                ("clauses.toml", _) => trees.clauses = Some(tree),
                (_, Some(name)) => match detente_case::Id::new(name) {
                    Ok(name) => trees.estimates.push((name, tree)),
                    Err(_) => diagnostics.push(bad_file_name(name, id)),
                },
                _ => {}
            }
        }
        if !has_case {
            diagnostics.push(
                Diagnostic::new(&codes::MISSING_FILE, "there is no case.toml in this folder")
                    .hint("name the folder of a case, or make one with `detente new`"),
            );
        }
        trees
    }
}

/// The diagnostic of things that replace each other in a circle.
fn supersedes_cycle<'t>(what: &str, members: impl Iterator<Item = (&'t str, Span)>) -> Diagnostic {
    let members: Vec<(&str, Span)> = members.collect();
    let following = members.iter().cycle().skip(1);
    let mut diagnostic =
        Diagnostic::new(&codes::SUPERSEDES_CYCLE, format!("these {what} take each other's place in a circle"));
    for ((_, span), (next, _)) in members.iter().zip(following) {
        diagnostic = diagnostic.at(*span, format!("takes the place of \"{next}\""));
    }
    diagnostic.hint("the later one supersedes the earlier one; take \"supersedes\" out of the first")
}

fn readable<'t>(id: FileId, path: &str, content: &'t Content, diagnostics: &mut Vec<Diagnostic>) -> Option<&'t str> {
    match content {
        Content::Text(text) => Some(text),
        Content::NotUtf8 { before } => {
            let at = Span::new(id, before.len(), before.len());
            diagnostics.push(
                Diagnostic::new(&codes::NOT_UTF8, format!("{path} is not UTF-8"))
                    .at(at, "the first byte that is not")
                    .hint("save the file as UTF-8"),
            );
            None
        }
        Content::TooLarge => {
            diagnostics.push(
                Diagnostic::new(&codes::FILE_TOO_LARGE, format!("{path} is larger than 64 MB"))
                    .at(Span::new(id, 0, 0), "not read")
                    .hint("a case is written by people; keep bulk data and source texts outside it"),
            );
            None
        }
    }
}

fn format_is_known(tree: &Node, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let Some(node) = tree.get("format") else { return true };
    let Some(number) = node.number() else { return true };
    if number.thousandths() == FORMAT * detente_base::Decimal::UNIT {
        return true;
    }
    diagnostics.push(
        Diagnostic::new(&codes::NEWER_FORMAT, format!("format {number} is not one this version reads"))
            .at(node.span, format!("this version reads format {FORMAT}"))
            .hint("take a newer version of detente, or write the file in format 1"),
    );
    false
}

fn bad_file_name(name: &str, id: FileId) -> Diagnostic {
    Diagnostic::new(&codes::BAD_ID, format!("\"{name}\" is not an id"))
        .at(Span::new(id, 0, 0), "the name of this file is the id of its set of estimates")
        .hint("name the file with lower-case words joined by hyphens, such as narrower.toml")
}
