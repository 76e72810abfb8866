//! The numeric model: whole numbers for parties, issues and choices, each counted from 0.
//!
//! A package picks one choice per issue. A party's units are the sum of its values and of the tables; it accepts what is worth
//! at least its reservation to it and crosses none of its forbidden choices, wherever its consent is needed.

mod field;
mod parts;
mod sums;

use detente_base::{Diagnostic, FileId};

use crate::codes;
use crate::json;
use field::Fields;
use parts::Shape;

/// A negotiation in whole numbers; shapes agree, indices name something, and no party's sum leaves 64 bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumericModel {
    /// Its name, where it has one.
    pub name: Option<String>,
    /// The number of parties, at least one.
    pub parties: usize,
    /// The choices of each issue, at least one each; at least one issue.
    pub sizes: Vec<usize>,
    /// Per party, issue and choice, the party's own units.
    pub values: Vec<Vec<Vec<i64>>>,
    /// Per party, the least it accepts, in its own units.
    pub reservation: Vec<i64>,
    /// Units that depend on several issues together.
    pub tables: Vec<Interaction>,
    /// What a party does not accept.
    pub forbidden: Vec<Forbidden>,
    /// What every package satisfies.
    pub rules: Vec<IfThen>,
    /// Per party, where its consent is needed; in every package where `None`.
    pub consent: Vec<Option<AskedWhen>>,
}

/// Units for every combination of choices of a few issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interaction {
    /// Which issues; none twice.
    pub issues: Vec<usize>,
    /// Per party, a number per combination, the choice of the last issue changing fastest.
    pub values: Vec<Vec<i64>>,
}

/// A choice that a party does not accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forbidden {
    /// Whose limit.
    pub party: usize,
    /// Which issue.
    pub issue: usize,
    /// Which choice.
    pub option: usize,
}

/// If one issue takes a choice, the other takes one of some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IfThen {
    /// The issue of the condition.
    pub if_issue: usize,
    /// Its choice.
    pub if_option: usize,
    /// The issue that follows.
    pub then_issue: usize,
    /// Its choices; with none, the condition's choice is excluded.
    pub then_options: Vec<usize>,
}

/// A party is asked exactly where an issue takes one of some choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedWhen {
    /// Which issue.
    pub issue: usize,
    /// Which of its choices.
    pub options: Vec<usize>,
}

/// The most that the one who asks can do with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Parties.
    pub parties: usize,
    /// Issues.
    pub issues: usize,
    /// Combinations in one table.
    pub cells: usize,
}

/// What a text holds, and everything that is wrong with it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The model, if nothing is wrong.
    pub model: Option<NumericModel>,
    /// What is wrong, in order of place; warnings do not keep the model from being used.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a numeric model.
///
/// # Cost
/// Linear in the text.
pub fn read(text: &str, file: FileId, bounds: Bounds) -> Reading {
    let root = match json::read(text, file) {
        Ok(root) => root,
        Err(wrong) => {
            let (message, hint) = wrong.why.in_words();
            let found = Diagnostic::new(&codes::JSON_SYNTAX, format!("this is not JSON: {message}"));
            return Reading { model: None, diagnostics: vec![found.at(wrong.span, "here").hint(hint)] };
        }
    };
    let mut found = Vec::new();
    let model = Fields::of_model(&root, &mut found).and_then(|fields| assemble(text, &fields, bounds, &mut found));
    found.sort_by_key(|diagnostic| diagnostic.labels.first().map(|label| label.span));
    let is_sound = !found.iter().any(Diagnostic::is_error);
    Reading { model: model.filter(|_| is_sound), diagnostics: found }
}

fn assemble(text: &str, fields: &Fields<'_>, bounds: Bounds, found: &mut Vec<Diagnostic>) -> Option<NumericModel> {
    let shape = Shape::read(text, fields, bounds, found);
    let values = shape.values(fields, found);
    let reservation = shape.reservation(fields, found);
    let tables = shape.tables(fields, found);
    let forbidden = shape.forbidden(fields, found);
    let rules = shape.rules(fields, found);
    let consent = shape.consent(fields, found);
    let model = NumericModel {
        name: fields.name(),
        parties: shape.parties?,
        sizes: shape.sizes?,
        values: values?,
        reservation: reservation?,
        tables: tables?,
        forbidden: forbidden?,
        rules: rules?,
        consent: consent?,
    };
    sums::check(&model, fields, found);
    Some(model)
}
