//! GENIUS: a domain and a file per profile, in XML.
//!
//! What real files contain is read, whatever order it stands in: issues may lack a type, weights may precede them, numbers may
//! start at 1 or at 2.
//!
//! # Source
//! `LinEtAl2014` for GENIUS; the meaning of evaluations, weights and constraints is that of its own evaluators.

mod domain;
mod profile;
mod rectangles;
mod write;

pub(crate) use write::write;

use detente_base::Span;

use crate::codes;
use crate::scenario::{Found, Meaning, Parsed, Scenario, Unreadable, mistake};
use crate::xml::Element;

/// Reads the domain and the profiles.
pub(crate) fn read(
    files: &[Parsed<'_, Element>],
    place: Span,
    meaning: Meaning,
    found: &mut Found,
) -> Result<Scenario, Unreadable> {
    let of_kind = |kind: &'static str| files.iter().filter(move |file| file.root.name == kind);
    let mut domains = of_kind("negotiation_template");
    let Some(domain) = domains.next() else {
        if !found.diagnostics.is_empty() {
            return Err(Unreadable);
        }
        let hint = "a domain is a file whose element is <negotiation_template>";
        let message = "there is no file that describes the issues";
        return Err(mistake(&codes::SCENARIO_NO_DOMAIN, place, message, hint, &mut found.diagnostics));
    };
    if let Some(second) = domains.next() {
        let message = format!("\"{}\" describes the issues a second time, beside \"{}\"", second.name, domain.name);
        let hint = "keep one <negotiation_template> in a folder";
        return Err(mistake(&codes::SCENARIO_TWICE, second.root.span, message, hint, &mut found.diagnostics));
    }
    let issues = domain::read(&domain.root, found)?;
    let profiles: Vec<_> = of_kind("utility_space").map(|file| profile::read(file, &issues, meaning, found)).collect();
    if profiles.is_empty() {
        let message = "there is no profile of any party beside the domain";
        let hint = "a profile is a file whose element is <utility_space>";
        return Err(mistake(&codes::SCENARIO_NO_PARTY, domain.root.span, message, hint, &mut found.diagnostics));
    }
    let profiles = profiles.into_iter().collect::<Result<Vec<_>, _>>()?;
    let name = domain.root.child("utility_space").and_then(|space| space.child("objective"));
    let name = name.and_then(|objective| objective.value("name")).filter(|name| !name.is_empty());
    Ok(Scenario {
        name: name.map(str::to_owned),
        issues: issues.into_iter().map(|(_, issue)| issue).collect(),
        profiles,
    })
}

/// All elements of that name, however deep, but none within another.
fn all<'e>(root: &'e Element, name: &str, out: &mut Vec<&'e Element>) {
    for child in &root.children {
        if child.name == name {
            out.push(child);
        } else if child.name != "issue" {
            all(child, name, out);
        }
    }
}
