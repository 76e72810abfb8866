//! The form of `estimates/NAME.toml`.

use super::Shape::{Date, Either, Expression, Flag, Id, List, Number, Table, Text, Word};
use super::{FIRMNESS, Field, Fields, IDS, Shape, by_id, may, need, table};

pub(crate) static ESTIMATES: Fields = Fields {
    doc: "What an analyst assumes each party wants: one file per author, every number with a reason.",
    known: &[
        may("format", Number, "The version of the case format: 1."),
        need("estimates", Table(&HEAD), "Whose estimates these are."),
    ],
    rest: Some(&Table(&PARTY)),
};

static HEAD: Fields = table(
    "Whose estimates these are.",
    &[
        need("author", Text, "Who assumes."),
        may("as_of", Date, "The date they speak of."),
        may("note", Text, "What they are for."),
        may(
            "comparable",
            Flag,
            "Whether points of different parties have a common meaning; false unless said otherwise.",
        ),
        may(
            "utility",
            Word(&["weighted", "payoffs"]),
            "weighted: values of 0–100 under swing weights; payoffs: the source's own utilities, added up.",
        ),
    ],
);

static PARTY: Fields = table(
    "What is assumed about one party, under its id.",
    &[
        may("bottom_line", MOVING, "What no agreement is worth to it, in points."),
        may("weights", Table(&WEIGHTS), "Swing weights by issue."),
        may("values", Table(&VALUES), "Values by issue."),
        may("comparisons", List(&Table(&COMPARISON)), "What counts more than what, where no points are given."),
        may("linkages", List(&Table(&LINKAGE)), "Points where a condition holds."),
        may("red_lines", List(&Table(&RED_LINE)), "Limits estimated rather than stated."),
        may("alternative", Table(&ALTERNATIVE), "What it would do without an agreement."),
        BECAUSE,
        BASIS,
    ],
);

const BECAUSE: Field = may("because", Text, "Why; covers every number below it that has no reason of its own.");
const BASIS: Field = may("basis", IDS, "Positions or statements it rests on.");

const WORDS: Shape = Word(&["none", "low", "medium", "high", "full"]);
const NUMBER_OR_RANGE: Shape = Either(&[Number, List(&Number), WORDS]);
/// A number, a range, a word, or one of them with its reason.
const ESTIMATE: Shape = Either(&[Number, List(&Number), WORDS, Table(&REASONED)]);
/// The same, where it may move with others.
const MOVING: Shape = Either(&[Number, List(&Number), WORDS, Table(&REASONED_MOVING)]);

const MOVES_WITH: Field =
    may("moves_with", Id, "A name: numbers of the set with the same name lie equally far up their ranges.");
const MOVES_AGAINST: Field =
    may("moves_against", Id, "The same, turned round: as far down its range as the others lie up theirs.");

static REASONED: Fields = table(
    "A number with its reason.",
    &[need("points", NUMBER_OR_RANGE, "12, [lo, hi], [lo, mode, hi] or a word."), BECAUSE, BASIS],
);

static REASONED_MOVING: Fields = table(
    "A number with its reason, and what it moves with.",
    &[
        need("points", NUMBER_OR_RANGE, "12, [lo, hi], [lo, mode, hi] or a word."),
        MOVES_WITH,
        MOVES_AGAINST,
        BECAUSE,
        BASIS,
    ],
);

/// Ids in their order; those in a list of their own stand level.
const ORDER: Shape = List(&Either(&[Id, IDS]));

static WEIGHTS: Fields = Fields {
    doc: "Swing weights by issue, or an order of issues.",
    known: &[
        may("order", ORDER, "Issues, the one with most at stake first; those in a list of their own stand level."),
        BECAUSE,
        BASIS,
    ],
    rest: Some(&MOVING),
};
static VALUES: Fields = by_id("Values by issue.", &Table(&ISSUE_VALUES));
static ISSUE_VALUES: Fields = Fields {
    doc: "Values by choice (0–100 within the issue), an order of choices, or a curve along a range.",
    known: &[
        may("curve", List(&List(&NUMBER_OR_RANGE)), "Corners [amount, value], piecewise linear."),
        may("counts", Table(&COUNTS), "Of a lens: what makes a unit count; each unit alike unless said otherwise."),
        may("rates", Table(&RATES), "Of a lens: statuses that are worth so much by what a unit has."),
        may(
            "npv",
            List(&List(&NUMBER_OR_RANGE)),
            "Corners [present value of all its flows under the fund, value], piecewise linear; of the fund's share issue.",
        ),
        may(
            "preset",
            Id,
            "The terms under which these present values are taken; the fund's own unless said otherwise.",
        ),
        may("order", ORDER, "All choices, the one liked most first; those in a list of their own stand level."),
        BECAUSE,
        BASIS,
    ],
    rest: Some(&MOVING),
};

static COUNTS: Fields = table(
    "What makes a unit count.",
    &[
        may("per_km2", ESTIMATE, "Each km²."),
        may("per_person", ESTIMATE, "Each person."),
        may("per_site", ESTIMATE, "Each site."),
        may("per_unit", ESTIMATE, "Each unit."),
        may("units", Table(&BY_UNIT), "Units named, beyond what they have."),
        BECAUSE,
        BASIS,
    ],
);
static BY_UNIT: Fields = by_id("Numbers by unit.", &ESTIMATE);
static RATES: Fields = by_id("What a status is worth by what a unit has, in place of one number.", &Table(&COUNTS));

/// A choice per issue: an id, or an amount on a range.
const PART: Shape = Table(&CHOICES);
static CHOICES: Fields = by_id("A choice for each issue that matters here.", &Either(&[Id, Number]));

static COMPARISON: Fields = table(
    "What counts more than what, everything else equal: two packages, or two issues.",
    &[
        may("id", Id, "Its id."),
        may("package", PART, "A choice for some issues, such as { harbour = \"shared\", tariff = 10 }."),
        may("over", PART, "Other choices on the same issues, liked less."),
        may("at_least_as_good_as", PART, "Other choices on the same issues, liked no more."),
        may("issue", Id, "An issue: what going from its least to its most liked choice is worth."),
        may("more_important_than", Id, "An issue with less at stake."),
        may("at_least_as_important_as", Id, "An issue with no more at stake."),
        BECAUSE,
        BASIS,
    ],
);

static LINKAGE: Fields = table(
    "Points where a condition holds.",
    &[
        may("id", Id, "Its id."),
        need("when", Expression, "Where it holds."),
        need("points", NUMBER_OR_RANGE, "How many points."),
        MOVES_WITH,
        MOVES_AGAINST,
        may("claimed_by", Id, "The other party whose claim it rests on; the range then contains zero."),
        BECAUSE,
        BASIS,
    ],
);

static RED_LINE: Fields = table(
    "A limit estimated rather than stated.",
    &[
        may("id", Id, "Its id."),
        need("never", Expression, "What the party is assumed not to accept."),
        need("firmness", FIRMNESS, "How firm."),
        may(
            "probability",
            Either(&[Number, List(&Number)]),
            "The probability that it is in force; 1 unless said otherwise.",
        ),
        BECAUSE,
        BASIS,
    ],
);

static ALTERNATIVE: Fields = table(
    "What the party would do without an agreement.",
    &[
        may("description", Text, "In words."),
        may("alternative_per_month", ESTIMATE, "Points per month by which the worth of no agreement changes."),
        may("cost_per_month", ESTIMATE, "Short for its negative; not both."),
        may("agreement_per_month", ESTIMATE, "Points per month by which the worth of the same package changes."),
        may("events", List(&Table(&DATED)), "What dated events change."),
        BECAUSE,
        BASIS,
    ],
);

static DATED: Fields = table(
    "What an event adds, from its date.",
    &[
        need("event", Id, "The event of the ledger."),
        may("bottom_line", NUMBER_OR_RANGE, "Points, to the bottom line."),
        may("alternative_per_month", NUMBER_OR_RANGE, "Points per month, to the change of the alternative."),
        may("agreement_per_month", NUMBER_OR_RANGE, "Points per month, to the change of the agreement."),
        BECAUSE,
        BASIS,
    ],
);
