//! The instances with known answers under `$DETENTE_DATA` (by default `../shared/data` beside the checkout).

mod instance;

pub use instance::Instance;
use serde_json::Value;
use std::path::PathBuf;

/// Where the data is, if it is there.
#[expect(clippy::disallowed_methods, reason = "tests may look for data outside the checkout")]
pub fn folder(name: &str) -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data");
    let root = std::env::var("DETENTE_DATA").map_or_else(|_| PathBuf::from(beside), PathBuf::from);
    Some(root.join(name)).filter(|folder| folder.is_dir())
}

/// The instances of a folder with their answers, by name. The format is described by the README beside them.
///
/// # Panics
/// On data that does not follow the format.
#[expect(clippy::panic, reason = "a test that cannot read its data has failed")]
pub fn instances(folder: &std::path::Path) -> Vec<(Instance, Value)> {
    let Value::Object(answers) = read(&folder.join("answers.json"))["answers"].take() else {
        panic!("answers.json has no answers")
    };
    let with_instance = |(name, answer): (String, Value)| {
        let text = read(&folder.join(format!("{name}.json")));
        let instance = serde_json::from_value(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        (instance, answer)
    };
    answers.into_iter().map(with_instance).collect()
}

#[expect(clippy::panic, reason = "a test that cannot read its data has failed")]
#[expect(clippy::disallowed_methods, reason = "tests may read data outside the checkout")]
fn read(path: &std::path::Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
