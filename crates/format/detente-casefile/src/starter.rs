//! The case that `detente new` writes: small, commented, clean.

/// The files of a new case, as `(path, text)`; `id` and `title` stand in its head.
pub fn starter(id: &str, title: &str) -> Vec<(&'static str, String)> {
    let quoted = toml_edit::Value::from(title).to_string();
    let filled = |text: &str| text.replace("CASE-ID", id).replace("\"CASE TITLE\"", &quoted);
    vec![
        ("case.toml", filled(include_str!("../starter/case.toml"))),
        ("ledger.toml", filled(include_str!("../starter/ledger.toml"))),
        ("estimates/example.toml", filled(include_str!("../starter/estimates/example.toml"))),
        ("README.md", include_str!("../starter/README.md").replace("CASE TITLE", title)),
        (".gitignore", include_str!("../starter/gitignore").to_owned()),
    ]
}
