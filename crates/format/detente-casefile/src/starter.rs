//! The case that `detente new` writes: small, commented, clean.

/// The files of a new case, as `(path, text)`; `id` and `title` stand in its head.
pub fn starter(id: &str, title: &str) -> Vec<(&'static str, String)> {
    let filled = |text: &str| text.replace("CASE-ID", id).replace("CASE TITLE", &title.escape_default().to_string());
    vec![
        ("case.toml", filled(include_str!("../starter/case.toml"))),
        ("ledger.toml", filled(include_str!("../starter/ledger.toml"))),
        ("estimates/example.toml", filled(include_str!("../starter/estimates/example.toml"))),
        ("README.md", filled(include_str!("../starter/README.md"))),
        (".gitignore", include_str!("../starter/gitignore").to_owned()),
    ]
}
