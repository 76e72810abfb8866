//! The kinds of mistake in a numeric model or a scenario. Each has a page, `codes/NAME.md`, which stands in the book and behind
//! `detente explain NAME`; a test runs its example.

use detente_base::{Code, Severity};

macro_rules! codes {
    ($($constant:ident $name:literal $severity:ident;)*) => {
        $(
            #[doc = concat!("See `codes/", $name, ".md`.")]
            pub static $constant: Code = Code {
                name: $name,
                severity: Severity::$severity,
                page: include_str!(concat!("../codes/", $name, ".md")),
            };
        )*

        /// Every kind, in the order of the book.
        pub static ALL: &[&Code] = &[$(&$constant),*];
    };
}

codes! {
    JSON_SYNTAX "json-syntax" Error;
    MISSING_KEY "model-missing-key" Error;
    MISSPELT_KEY "model-misspelt-key" Error;
    KEY_TWICE "model-key-twice" Error;
    WRONG_KIND "model-wrong-kind" Error;
    NOT_WHOLE "model-not-whole" Error;
    NUMBER_TOO_LARGE "model-number-too-large" Error;
    WRONG_LENGTH "model-wrong-length" Error;
    UNKNOWN_INDEX "model-unknown-index" Error;
    ISSUE_TWICE "model-issue-twice" Error;
    EMPTY "model-empty" Error;
    TOO_LARGE "model-too-large" Error;
    UNREAD_KEY "model-unread-key" Warning;
    SCENARIO_XML "scenario-xml" Error;
    SCENARIO_YAML "scenario-yaml" Error;
    SCENARIO_TOO_LARGE "scenario-too-large" Error;
    SCENARIO_NO_DOMAIN "scenario-no-domain" Error;
    SCENARIO_NO_PARTY "scenario-no-party" Error;
    SCENARIO_MISSING "scenario-missing" Error;
    SCENARIO_TWICE "scenario-twice" Error;
    SCENARIO_NOT_A_NUMBER "scenario-not-a-number" Error;
    SCENARIO_WRONG_KIND "scenario-wrong-kind" Error;
    SCENARIO_BAD_RANGE "scenario-bad-range" Error;
    SCENARIO_UNKNOWN_ISSUE "scenario-unknown-issue" Error;
    SCENARIO_UNREAD "scenario-unread" Error;
}

/// The kind with this name.
pub fn find(name: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.name == name)
}
