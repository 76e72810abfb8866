//! The folder listing is the architecture: each crate depends only on tiers below its own.
#![expect(clippy::expect_used, clippy::panic, reason = "a test's helpers fail as the test does")]

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// From the ground up, as in ARCHITECTURE.md.
const TIERS: [&str; 8] = ["base", "domain", "lens", "format", "engine", "analysis", "synthesis", "surface"];

/// Tiers whose crates may depend on others of the same tier, each with the crates it may name.
const WITHIN_A_TIER: [(&str, &[&str]); 9] = [
    ("detente-ledger", &["detente-case"]),
    ("detente-estimate", &["detente-case", "detente-ledger"]),
    ("detente-engine", &["detente-model"]),
    ("detente-checker", &["detente-model"]),
    ("detente-api", &["detente"]),
    ("detente-cli", &["detente", "detente-api", "detente-server", "detente-sheets"]),
    ("detente-server", &["detente", "detente-api", "detente-sheets"]),
    ("detente-sheets", &["detente", "detente-api"]),
    ("detente-python", &["detente", "detente-api"]),
];

/// A crate and where it stands.
struct Crate {
    name: String,
    folder: PathBuf,
    edition: String,
    dependencies: Vec<Dependency>,
}

/// What a manifest says of another crate of the workspace.
#[derive(Clone)]
struct Dependency {
    name: String,
    for_tests: bool,
}

impl Crate {
    /// The number of its tier; none for the testkit and xtask, which stand beside.
    fn tier(&self) -> Option<usize> {
        let mut parts = self.folder.strip_prefix("crates").ok()?.components();
        let tier = parts.next()?.as_os_str().to_str()?.to_owned();
        let found = TIERS.iter().position(|name| *name == tier);
        Some(found.unwrap_or_else(|| panic!("crates/{tier} is no tier of ARCHITECTURE.md")))
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the root")
}

fn workspace() -> Vec<Crate> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps"])
        .current_dir(root())
        .output()
        .expect("cargo metadata runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON");
    metadata["packages"].as_array().expect("packages").iter().map(read).collect()
}

fn read(package: &Value) -> Crate {
    let text = |value: &Value| value.as_str().expect("a string").to_owned();
    let manifest = PathBuf::from(text(&package["manifest_path"]));
    let folder = manifest.parent().and_then(|folder| folder.strip_prefix(root()).ok()).expect("under the root");
    let dependencies = package["dependencies"].as_array().expect("dependencies").iter();
    let of_workspace = dependencies.filter(|dependency| dependency["path"].is_string());
    let dependency =
        |value: &Value| Dependency { name: text(&value["name"]), for_tests: value["kind"].as_str() == Some("dev") };
    Crate {
        name: text(&package["name"]),
        folder: folder.to_owned(),
        edition: text(&package["edition"]),
        dependencies: of_workspace.map(dependency).collect(),
    }
}

/// The rules `crates` break, a sentence each.
fn broken(crates: &[Crate]) -> Vec<String> {
    let mut broken = Vec::new();
    for from in crates {
        for dependency in from.dependencies.iter().filter(|dependency| !dependency.for_tests) {
            let Some(to) = crates.iter().find(|to| to.name == dependency.name) else {
                broken.push(format!("{} depends on {}, which is outside the workspace", from.name, dependency.name));
                continue;
            };
            if !may_depend(from, to) {
                let folders = (from.folder.display(), to.folder.display());
                broken.push(format!("{} must not depend on {}", folders.0, folders.1));
            }
        }
    }
    broken
}

fn may_depend(from: &Crate, to: &Crate) -> bool {
    let within = |from: &Crate| WITHIN_A_TIER.iter().find(|(name, _)| *name == from.name).map_or(&[][..], |(_, to)| to);
    match (from.tier(), to.tier()) {
        (Some(above), Some(below)) if above == below => within(from).contains(&to.name.as_str()),
        (Some(above), Some(below)) => below < above,
        (Some(_), None) => false,
        // The testkit may use any crate; xtask uses none, so that it builds at once.
        (None, to) => from.name == "detente-testkit" && to.is_some(),
    }
}

#[test]
fn crates_depend_only_on_tiers_below() {
    assert_eq!(broken(&workspace()), Vec::<String>::new());
}

#[test]
fn folders_are_named_as_their_crates() {
    for found in workspace().iter().filter(|found| found.tier().is_some()) {
        assert_eq!(found.folder.file_name().and_then(|name| name.to_str()), Some(found.name.as_str()));
        assert_eq!(found.folder.components().count(), 3, "{} is not crates/TIER/NAME", found.folder.display());
    }
}

#[test]
fn every_crate_is_of_the_2024_edition() {
    for found in workspace() {
        assert_eq!(found.edition, "2024", "{}", found.name);
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the manifest is what is tested")]
fn the_root_manifest_is_virtual_and_xtask_depends_on_nothing() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("the root manifest");
    assert!(!manifest.lines().any(|line| line.trim() == "[package]"));
    let xtask = std::fs::read_to_string(root().join("xtask/Cargo.toml")).expect("the manifest of xtask");
    let xtask: toml::Table = xtask.parse().expect("TOML");
    assert!(xtask["dependencies"].as_table().is_some_and(toml::Table::is_empty));
}

#[test]
fn the_check_itself_refuses_what_it_should() {
    let stand = |folder: &str, name: &str, needs: &[&str]| Crate {
        name: name.to_owned(),
        folder: folder.into(),
        edition: String::new(),
        dependencies: needs.iter().map(|&name| Dependency { name: name.to_owned(), for_tests: false }).collect(),
    };
    let crates = [
        stand("crates/base/detente-base", "detente-base", &["detente-case"]),
        stand("crates/domain/detente-case", "detente-case", &["detente-base"]),
        stand("crates/domain/detente-ledger", "detente-ledger", &["detente-case"]),
        stand("crates/analysis/detente-deals", "detente-deals", &["detente-case", "detente-stability"]),
        stand("crates/analysis/detente-stability", "detente-stability", &["detente-testkit"]),
        stand("testkit", "detente-testkit", &["detente-base"]),
        stand("xtask", "xtask", &["detente-base"]),
    ];
    assert_eq!(
        broken(&crates),
        [
            "crates/base/detente-base must not depend on crates/domain/detente-case",
            "crates/analysis/detente-deals must not depend on crates/analysis/detente-stability",
            "crates/analysis/detente-stability must not depend on testkit",
            "xtask must not depend on crates/base/detente-base",
        ]
    );
}
