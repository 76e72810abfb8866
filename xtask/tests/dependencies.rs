//! Every dependency has a licence that deny.toml allows and comes from crates.io; both lock files are current and agree.
#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test's helpers fail as the test does and read the checkout"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the root")
}

fn toml(path: &str) -> toml::Table {
    std::fs::read_to_string(root().join(path)).expect(path).parse().expect(path)
}

/// What this machine builds for; the licences of what only other systems need are not on it.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let text = String::from_utf8(output.stdout).expect("text");
    text.lines().find_map(|line| line.strip_prefix("host: ")).expect("a host").to_owned()
}

/// `(name and version, licence expression)` of every package a workspace builds from.
fn licences(folder: &str) -> Vec<(String, String)> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--all-features", "--format-version", "1", "--locked", "--filter-platform", &host()])
        .current_dir(root().join(folder))
        .output()
        .expect("cargo metadata runs");
    let complaint = String::from_utf8_lossy(&output.stderr);
    let way_out = format!("if the lock file is out of date: (cd ./{folder} && cargo update --workspace)");
    assert!(output.status.success(), "{complaint}\n{way_out}");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages = metadata["packages"].as_array().expect("packages").iter();
    packages.map(|p| (format!("{} {}", text(&p["name"]), text(&p["version"])), text(&p["license"]))).collect()
}

fn allowed() -> Vec<String> {
    let deny = toml("deny.toml");
    let allow = deny["licenses"]["allow"].as_array().expect("a list").iter();
    allow.map(|licence| licence.as_str().expect("a string").to_owned()).collect()
}

/// Whether an SPDX expression can be met with the licences of `allowed` alone.
///
/// `/`, an old spelling of OR, is read as such. `AND` binds tighter than `OR`.
fn is_met(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    either(&mut rest, allowed) && rest.is_empty()
}

fn either(rest: &mut &[&str], allowed: &[String]) -> bool {
    let mut met = both(rest, allowed);
    while take(rest, "OR") {
        met |= both(rest, allowed);
    }
    met
}

fn both(rest: &mut &[&str], allowed: &[String]) -> bool {
    let mut met = single(rest, allowed);
    while take(rest, "AND") {
        met &= single(rest, allowed);
    }
    met
}

fn single(rest: &mut &[&str], allowed: &[String]) -> bool {
    if take(rest, "(") {
        let met = either(rest, allowed);
        return take(rest, ")") && met;
    }
    let Some((licence, after)) = rest.split_first() else { return false };
    *rest = after;
    let mut name = (*licence).to_owned();
    if let ["WITH", exception, after @ ..] = *rest {
        name = format!("{name} WITH {exception}");
        *rest = after;
    }
    allowed.contains(&name)
}

fn take(rest: &mut &[&str], word: &str) -> bool {
    match rest.split_first() {
        Some((first, after)) if *first == word => {
            *rest = after;
            true
        }
        _ => false,
    }
}

#[test]
fn licences_are_allowed() {
    let allowed = allowed();
    for folder in ["", "fuzz"] {
        let refused: Vec<_> = licences(folder).into_iter().filter(|(_, licence)| !is_met(licence, &allowed)).collect();
        assert!(refused.is_empty(), "not allowed by deny.toml: {refused:?}");
    }
}

/// The packages a lock file takes from elsewhere: `(name, source, version, checksum)`.
fn locked(path: &str) -> Vec<(String, String, String, String)> {
    let lock = toml(path);
    let packages = lock["package"].as_array().expect("packages").iter();
    let text = |package: &toml::Value, key: &str| {
        package.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned()
    };
    let foreign = packages.filter(|package| package.get("source").is_some());
    foreign.map(|p| (text(p, "name"), text(p, "source"), text(p, "version"), text(p, "checksum"))).collect()
}

#[test]
fn sources_are_crates_io_with_checksums() {
    for lock in ["Cargo.lock", "fuzz/Cargo.lock"] {
        for (name, source, version, checksum) in locked(lock) {
            assert_eq!(source, CRATES_IO, "{name} {version} in {lock}");
            assert!(!checksum.is_empty(), "{name} {version} in {lock} has no checksum");
        }
    }
}

/// What is fuzzed is what is shipped: one version of each dependency, in both workspaces.
#[test]
fn the_fuzzed_parsers_have_the_versions_of_the_workspace() {
    let mut shipped: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, _, version, _) in locked("Cargo.lock") {
        shipped.entry(name).or_default().push(version);
    }
    for (name, _, version, _) in locked("fuzz/Cargo.lock") {
        let Some(versions) = shipped.get(&name) else { continue };
        assert!(
            versions.contains(&version),
            "fuzz/Cargo.lock has {name} {version}, Cargo.lock {versions:?}; \
             (cd fuzz && cargo update --package {name} --precise {})",
            versions[0]
        );
    }
}

#[test]
fn licence_expressions_are_read() {
    let allowed = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"].map(str::to_owned);
    let met = |expression: &str| is_met(expression, &allowed);
    assert!(met("MIT") && met("GPL-3.0-only OR MIT") && met("MIT/GPL-2.0") && met("(MIT OR X) AND Unicode-3.0"));
    assert!(met("Apache-2.0 WITH LLVM-exception OR GPL-2.0"));
    assert!(
        !met("") && !met("GPL-3.0-only") && !met("MIT AND GPL-3.0-only") && !met("Apache-2.0 WITH Other-exception")
    );
    assert!(met("GPL-2.0 AND X OR MIT") && !met("(MIT OR Apache-2.0") && !met("MIT Apache-2.0"));
}
