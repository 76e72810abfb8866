//! The kinds of mistake in a score sheet and in the table of a class. Each has a page, `codes/NAME.md`, which stands in the book and behind
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
    SHEET_UNREADABLE "sheet-unreadable" Error;
    SHEET_TOO_LARGE "sheet-too-large" Error;
    SHEET_NO_TABLE "sheet-no-table" Error;
    SHEET_OTHER_FORM "sheet-other-form" Error;
    SHEET_UNKNOWN_ROW "sheet-unknown-row" Error;
    SHEET_ROW_TWICE "sheet-row-twice" Error;
    SHEET_NOT_A_NUMBER "sheet-not-a-number" Error;
    SHEET_OFF_SCALE "sheet-off-scale" Error;
    SHEET_OUT_OF_ORDER "sheet-out-of-order" Error;
    SHEET_HALF_A_RANGE "sheet-half-a-range" Error;
    SHEET_CURVE_ENDS "sheet-curve-ends" Error;
    SHEET_NO_DATE "sheet-no-date" Error;
    SHEET_REASON_ALONE "sheet-reason-alone" Warning;
    SHEET_MISSING_ROW "sheet-missing-row" Warning;
    CLASS_UNREADABLE "class-unreadable" Error;
    CLASS_NO_PAIR "class-no-pair" Error;
    CLASS_UNKNOWN_COLUMN "class-unknown-column" Error;
    CLASS_COLUMN_TWICE "class-column-twice" Error;
    CLASS_MISSING_COLUMN "class-missing-column" Error;
    CLASS_NO_HEADING "class-no-heading" Error;
    CLASS_UNNAMED_PAIR "class-unnamed-pair" Error;
    CLASS_PAIR_TWICE "class-pair-twice" Error;
    CLASS_NO_CHOICE "class-no-choice" Error;
    CLASS_UNKNOWN_CHOICE "class-unknown-choice" Error;
}

/// The kind with this name.
pub fn find(name: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.name == name)
}
