//! The kinds of diagnostic. Each has a page, `codes/NAME.md`, which says what it means, why it matters, shows an example and
//! what to do; the page stands in the book and behind `detente explain NAME`, and a test runs its example.

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
    TOML_SYNTAX "toml-syntax" Error;
    NOT_UTF8 "not-utf8" Error;
    FILE_TOO_LARGE "file-too-large" Error;
    MISSING_FILE "missing-file" Error;
    NEWER_FORMAT "newer-format" Error;
    MISSING_KEY "missing-key" Error;
    UNKNOWN_KEY "unknown-key" Error;
    WRONG_TYPE "wrong-type" Error;
    UNKNOWN_WORD "unknown-word" Error;
    BAD_ID "bad-id" Error;
    BAD_NUMBER "bad-number" Error;
    BAD_DATE "bad-date" Error;
    DUPLICATE_ID "duplicate-id" Error;
    DANGLING_ID "dangling-id" Error;
    BAD_EXPRESSION "bad-expression" Error;
    EXPRESSION_TOO_DEEP "expression-too-deep" Error;
    UNKNOWN_CHOICE "unknown-choice" Error;
    BAD_COMPARISON "bad-comparison" Error;
    OFF_GRID "off-grid" Error;
    NO_PARTY "no-party" Error;
    NO_ISSUE "no-issue" Error;
    NO_CHOICE "no-choice" Error;
    LENS_WITHOUT_UNITS "lens-without-units" Error;
    UNKNOWN_UNIT "unknown-unit" Error;
    UNKNOWN_STATUS "unknown-status" Error;
    UNIT_IN_TWO_BLOCS "unit-in-two-blocs" Error;
    TOO_MANY_PARTS "too-many-parts" Error;
    UNIT_UNMEASURED "unit-unmeasured" Error;
    LENS_OUT_OF_REACH "lens-out-of-reach" Error;
    BAD_RANGE "bad-range" Error;
    BAD_RULE "bad-rule" Error;
    PROCESS_CYCLE "process-cycle" Error;
    SUPERSEDES_CYCLE "supersedes-cycle" Error;
    BAD_BRACKET "bad-bracket" Error;
    BAD_CLAUSE "bad-clause" Error;
    TWO_VARIANTS "two-variants" Error;
    BAD_PLACEHOLDER "bad-placeholder" Error;
    CONTRADICTORY_RULES "contradictory-rules" Error;
    QUOTE_NOT_IN_SOURCE "quote-not-in-source" Error;
    QUOTE_TWICE "quote-twice" Error;
    QUOTE_TOO_LONG "quote-too-long" Error;
    TEXT_DIFFERS "text-differs" Error;
    BAD_CREDIBILITY "bad-credibility" Error;
    DATES_UPSIDE_DOWN "dates-upside-down" Error;
    CODED_TWICE "coded-twice" Error;
    RANGE_UPSIDE_DOWN "range-upside-down" Error;
    BAD_CURVE "bad-curve" Error;
    BAD_MOVE "bad-move" Error;
    MISSING_VALUE "missing-value" Error;
    VALUE_OFF_SCALE "value-off-scale" Error;
    NEGATIVE_WEIGHT "negative-weight" Error;
    WEIGHTS_ALL_ZERO "weights-all-zero" Error;
    WEIGHTS_WITH_PAYOFFS "weights-with-payoffs" Error;
    BAD_ORDER "bad-order" Error;
    BAD_ANSWER "bad-answer" Error;
    ANSWER_WITHOUT_POINTS "answer-without-points" Error;
    OPEN_LINKAGE "open-linkage" Error;
    CONTRADICTORY_ANSWERS "contradictory-answers" Error;
    NARROW_ANSWERS "narrow-answers" Error;
    NOT_ITS_TO_VALUE "not-its-to-value" Error;
    CLAIM_AS_VALUE "claim-as-value" Error;
    TWO_COSTS "two-costs" Error;
    BAD_PROBABILITY "bad-probability" Error;
    NUMBER_TOO_LARGE "number-too-large" Error;
    BAD_YEARS "bad-years" Error;
    BAD_PATH "bad-path" Error;
    BAD_PERCENTAGE "bad-percentage" Error;
    NEGATIVE_AMOUNT "negative-amount" Error;
    MISSING_PRICE "missing-price" Error;
    MIXED_MONEY "mixed-money" Error;
    NOT_A_SHARE "not-a-share" Error;
    BAD_TIER "bad-tier" Error;
    OVERDRAWN_WATERFALL "overdrawn-waterfall" Error;
    NPV_WITHOUT_FUND "npv-without-fund" Error;
    NPV_OUT_OF_REACH "npv-out-of-reach" Error;
    NO_EVIDENCE "no-evidence" Warning;
    LIVE_CONTRADICTION "live-contradiction" Warning;
    STEP_OUT_OF_ORDER "step-out-of-order" Warning;
    UNEXPLAINED_ASSUMPTION "unexplained-assumption" Warning;
    SWING_SCALE "swing-scale" Warning;
    NOT_ESTIMATED "not-estimated" Warning;
    PARTY_NOT_ESTIMATED "party-not-estimated" Warning;
    NO_BOTTOM_LINE "no-bottom-line" Warning;
    UNCONNECTED_START "unconnected-start" Warning;
    CLAIM_WITHOUT_ZERO "claim-without-zero" Warning;
    IDLE_TIER "idle-tier" Warning;
    MISSING_VARIANT "missing-variant" Warning;
    IDLE_VARIANT "idle-variant" Warning;
}

/// The kind with this name.
pub fn find(name: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.name == name)
}
