//! The description of the interface.

use std::path::Path;

use serde_json::Value;

/// The committed description is the one this program gives; the page's types are made of it.
#[test]
fn the_description_in_the_checkout_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../web/openapi.json");
    let kept: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("web/openapi.json")).expect("JSON");
    assert!(kept == detente_server::openapi(), "web/openapi.json is out of date; cargo xtask generate writes it");
}

/// Every reference leads somewhere.
#[test]
fn every_reference_of_the_description_resolves() {
    let document = detente_server::openapi();
    let mut found = 0;
    let mut left = vec![&document];
    while let Some(value) = left.pop() {
        match value {
            Value::Object(entries) => {
                if let Some(reference) = entries.get("$ref").and_then(Value::as_str) {
                    let pointer = reference.strip_prefix('#').expect("in this document");
                    assert!(document.pointer(pointer).is_some(), "{reference}");
                    found += 1;
                }
                left.extend(entries.values());
            }
            Value::Array(items) => left.extend(items),
            _ => {}
        }
    }
    assert!(100 < found, "{found}");
}
