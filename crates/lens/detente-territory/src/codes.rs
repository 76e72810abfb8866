//! The kinds of mistake in the files of a territory. Each has a page, `codes/NAME.md`, which stands in the book and behind
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
    UNKNOWN_COLUMN "territory-unknown-column" Error;
    MISSING_COLUMN "territory-missing-column" Error;
    COLUMN_TWICE "territory-column-twice" Error;
    RAGGED_ROW "territory-ragged-row" Error;
    EMPTY_CELL "territory-empty-cell" Error;
    BAD_ID "territory-bad-id" Error;
    BAD_NUMBER "territory-bad-number" Error;
    BAD_DATE "territory-bad-date" Error;
    NO_UNITS "territory-no-units" Error;
    UNIT_TWICE "territory-unit-twice" Error;
    UNKNOWN_UNIT "territory-unknown-unit" Error;
    CONTROL_TWICE "territory-control-twice" Error;
    OVER_WHOLE "territory-over-whole" Error;
    OWN_NEIGHBOUR "territory-own-neighbour" Error;
    BORDER_TWICE "territory-border-twice" Error;
    MAP_SYNTAX "map-syntax" Error;
    MAP_NO_ID "map-no-id" Error;
    MAP_TWICE "map-twice" Error;
    MAP_NOT_AN_AREA "map-not-an-area" Error;
    MAP_OPEN_RING "map-open-ring" Error;
    MAP_NOT_DEGREES "map-not-degrees" Error;
    MAP_DATE_LINE "map-date-line" Error;
    MAP_SELF_CROSSING "map-self-crossing" Error;
    MAP_OVERLAP "map-overlap" Error;
    NO_AREA "territory-no-area" Warning;
    NO_SOURCE "territory-no-source" Warning;
    MAP_WINDING "map-winding" Warning;
    MAP_NO_SHAPE "map-no-shape" Warning;
    MAP_SLIVER "map-sliver" Warning;
    MAP_GAP "map-gap" Warning;
    MAP_AREA_DIFFERS "map-area-differs" Warning;
    MAP_BORDER_DIFFERS "map-border-differs" Warning;
}

/// The kind with this name.
pub fn find(name: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.name == name)
}
