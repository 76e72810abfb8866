//! Relative links between pages lead to files that exist.

use std::collections::BTreeSet;
use std::path::{Component, Path};

use super::{Finding, numbered};
use crate::checkout::TextFile;

pub(super) fn check(files: &[TextFile]) -> Vec<Finding> {
    let known: BTreeSet<String> = files.iter().flat_map(|file| with_folders(&file.path)).collect();
    let mut findings = Vec::new();
    for page in files.iter().filter(|file| file.has_extension("md")) {
        let mut fenced = false;
        for (number, line) in numbered(&page.text) {
            fenced ^= line.trim_start().starts_with("```");
            let targets = if fenced { Vec::new() } else { relative_targets(line) };
            for target in targets {
                if !resolve(&page.path, target).is_some_and(|path| known.contains(&path) || exists(&path)) {
                    findings.push(Finding::new(page, number, format!("the link to {target} leads nowhere")));
                }
            }
        }
    }
    findings
}

/// A path and the folders above it.
fn with_folders(path: &str) -> impl Iterator<Item = String> {
    Path::new(path).ancestors().map(|part| part.to_string_lossy().into_owned())
}

/// Pictures and other files that are not text.
fn exists(path: &str) -> bool {
    crate::checkout::root().join(path).is_file()
}

/// The targets of `[text](target)` and `[text]: target` that are neither addresses nor places on the same page.
fn relative_targets(line: &str) -> Vec<&str> {
    let code_free = line.split('`').step_by(2);
    let inline = code_free.flat_map(|part| part.split("](").skip(1)).filter_map(|rest| rest.split([')', ' ']).next());
    let definition = line.starts_with('[').then(|| line.split_once("]: ")).flatten();
    let definition = definition.and_then(|(_, target)| target.split(' ').next());
    let is_elsewhere = |target: &str| target.contains("://") || target.starts_with("mailto:");
    let files = inline.chain(definition).filter(|target| !is_elsewhere(target));
    files.filter_map(|target| target.split('#').next()).filter(|target| !target.is_empty()).collect()
}

/// The path from the root that `target` means on the page at `page`; none if it leaves the checkout.
fn resolve(page: &str, target: &str) -> Option<String> {
    let mut parts = Vec::new();
    let joined = Path::new(page).parent()?.join(target);
    for component in joined.components() {
        match component {
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::ParentDir => drop(parts.pop()?),
            Component::CurDir => {}
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::super::{file, shown};
    use super::*;

    #[test]
    fn follows_relative_links_and_leaves_others() {
        assert_eq!(relative_targets("[a](b.md#c) and ![d](e.svg) `[f](g)` [h](https://i.org/j)"), ["b.md", "e.svg"]);
        assert_eq!(relative_targets("[a]: b.md \"title\""), ["b.md"]);
        assert_eq!(relative_targets("[a](#b)"), Vec::<&str>::new());
        assert_eq!(resolve("book/src/a.md", "../b/./c.md").as_deref(), Some("book/b/c.md"));
        assert_eq!(resolve("README.md", "../secret"), None);
    }

    #[test]
    fn refuses_a_link_to_nothing() {
        let page = file("book/src/a.md", "[b](b.md) [root](../../)\n```\n[code](nowhere.md)\n```\n[gone](gone.md)");
        let findings = check(&[page, file("book/src/b.md", "")]);
        assert_eq!(shown(&findings), ["book/src/a.md:5: the link to gone.md leads nowhere"]);
    }
}
