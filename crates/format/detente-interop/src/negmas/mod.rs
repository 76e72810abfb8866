//! NegMAS: an outcome space and a file per utility function, in YAML (or JSON of the same shape).
//!
//! # Source
//! `MohammadEtAl2021`.

mod domain;
mod function;
mod write;

pub(crate) use write::write;

use detente_base::Span;

use crate::codes;
use crate::data::Node;
use crate::data::What;
use crate::number::Number;
use crate::scenario::{Found, Parsed, Scenario, Unreadable, mistake};

/// Whether a file describes an outcome space.
pub(crate) fn is_domain(root: &Node) -> bool {
    kind(root).is_some_and(|kind| kind.contains("OutcomeSpace"))
        || (kind(root).is_none() && root.get("issues").is_some())
}

/// Whether a file describes a utility function.
pub(crate) fn is_profile(root: &Node) -> bool {
    kind(root).is_some_and(|kind| kind.to_ascii_lowercase().contains("fun"))
}

/// The type of a thing, without the module it is defined in.
fn kind(node: &Node) -> Option<&str> {
    let kind = ["type", "$type", "python_class__"].iter().find_map(|key| node.get(key)).and_then(Node::text)?;
    Some(kind.rsplit_once('.').map_or(kind, |(_, last)| last))
}

/// Reads the outcome space and the utility functions.
pub(crate) fn read(files: &[Parsed<'_, Node>], place: Span, found: &mut Found) -> Result<Scenario, Unreadable> {
    let mut domains = files.iter().filter(|file| is_domain(&file.root));
    let Some(domain) = domains.next() else {
        let hint = "a domain has a type with OutcomeSpace in it, and issues";
        let message = "there is no file that describes the issues";
        return Err(mistake(&codes::SCENARIO_NO_DOMAIN, place, message, hint, &mut found.diagnostics));
    };
    if let Some(second) = domains.next() {
        let message = format!("\"{}\" describes the issues a second time, beside \"{}\"", second.name, domain.name);
        let hint = "keep one outcome space in a folder";
        return Err(mistake(&codes::SCENARIO_TWICE, second.root.span, message, hint, &mut found.diagnostics));
    }
    let issues = domain::read(&domain.root, found)?;
    let of_party = files.iter().filter(|file| is_profile(&file.root));
    let profiles: Vec<_> = of_party.map(|file| function::read(file, &issues, found)).collect();
    if profiles.is_empty() {
        let message = "there is no utility function of any party beside the domain";
        let hint = "a utility function is a file with a type such as LinearAdditiveUtilityFunction";
        return Err(mistake(&codes::SCENARIO_NO_PARTY, domain.root.span, message, hint, &mut found.diagnostics));
    }
    let profiles = profiles.into_iter().collect::<Result<Vec<_>, _>>()?;
    let name = domain.root.get("name").and_then(Node::text).map(str::to_owned);
    Ok(Scenario { name, issues, profiles })
}

/// A number, or what is wrong about it.
fn number(node: &Node, what: &str, found: &mut Found) -> Result<Number, Unreadable> {
    if let What::Number(number) = &node.what {
        return Ok(number.clone());
    }
    let hint = "write digits, with a point and a power of ten if need be";
    Err(mistake(
        &codes::SCENARIO_NOT_A_NUMBER,
        node.span,
        format!("{what} is not a number"),
        hint,
        &mut found.diagnostics,
    ))
}

/// The list under a key.
fn list<'n>(node: &'n Node, key: &str, found: &mut Found) -> Result<&'n [Node], Unreadable> {
    let Some(inner) = node.get(key) else {
        let hint = format!("write {key}: […]");
        return Err(mistake(
            &codes::SCENARIO_MISSING,
            start(node),
            format!("\"{key}\" is missing here"),
            hint,
            &mut found.diagnostics,
        ));
    };
    inner.list().ok_or_else(|| {
        let hint = format!("write {key}: […]");
        mistake(
            &codes::SCENARIO_WRONG_KIND,
            inner.span,
            format!("\"{key}\" has to be a list"),
            hint,
            &mut found.diagnostics,
        )
    })
}

/// Where a thing begins.
fn start(node: &Node) -> Span {
    Span::new(node.span.file, node.span.start, node.span.start)
}
