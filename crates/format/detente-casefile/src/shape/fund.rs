//! The form of `fund.toml`.

use super::Shape::{Date, Either, Expression, Flag, Id, List, Number, Table, Text, Word};
use super::{Field, Fields, IDS, Shape, by_id, may, need, table};

pub(crate) static FUND: Fields = table(
    "A resource fund: revenue that may come, terms, and how the fund pays. Money is of one currency and year.",
    &[
        may("format", Number, "The version of the case format: 1."),
        need("fund", Table(&FRAME), "What the fund is."),
        may("rates", Table(&RATES), "Rates at which present values are taken, by id."),
        may("exchange", List(&Table(&EXCHANGE)), "What other currencies are worth: dated, with a source."),
        may("prices", Table(&PRICES), "Price decks by id."),
        may("streams", Table(&STREAMS), "What is produced and sold, by id."),
        may("terms", Table(&TERMS), "The terms unless a preset is chosen."),
        may("presets", Table(&PRESETS), "Named sets of terms by id; what one leaves out is as in terms."),
    ],
);

const BECAUSE: Field = may("because", Text, "Why; covers every number beside it.");
const BASIS: Field = may("basis", IDS, "Positions or statements it rests on.");
const SCALE: Shape = Word(&["one", "thousand", "million"]);
const NUMBER_OR_RANGE: Shape = Either(&[Number, List(&Number)]);
/// `[[year, number], …]`, the number a range where it is not known.
const CORNERS: Shape = List(&List(&NUMBER_OR_RANGE));

static FRAME: Fields = table(
    "What the fund is.",
    &[
        need("title", Text, "Its title."),
        need("currency", Text, "The currency of every amount: \"USD\"."),
        need("base_year", Number, "All money is money of this year."),
        may("amounts_in", SCALE, "In what amounts are written and shown; one unless said otherwise."),
        need("from", Number, "The first year."),
        need("to", Number, "The last year, at most sixty years in all."),
        need("contributor", Id, "The party that contributes the share; streams yield to it unless they say otherwise."),
        may("exists", Expression, "Where there is a fund; everywhere unless said otherwise."),
        may("share", Id, "The issue whose choice is the contribution share, in percent."),
        may("discount", Id, "The rate at which present values are taken."),
        may("shown", Table(&SHOWN), "Choices assumed where a package leaves an issue open."),
        may("note", Text, "A note."),
        BECAUSE,
        BASIS,
    ],
);

static SHOWN: Fields = by_id("A choice per issue: an id, or an amount on a range.", &Either(&[Id, Number]));

static RATES: Fields = by_id("Rates by id.", &Table(&RATE));
static RATE: Fields = table("A rate.", &[need("percent", Number, "Percent a year, above −100."), BECAUSE, BASIS]);

static EXCHANGE: Fields = table(
    "What another currency is worth.",
    &[
        need("currency", Text, "The other currency."),
        need("rate", NUMBER_OR_RANGE, "Units of the fund's currency for one of it."),
        need("date", Date, "The day of the rate."),
        need("source", Text, "Where it is from."),
    ],
);

static PRICES: Fields = by_id("Price decks by id.", &Table(&PRICE));
static PRICE: Fields = table(
    "Prices over the years.",
    &[
        need("unit", Text, "What one of is priced: \"t\"."),
        may("currency", Text, "In which currency; the fund's unless said otherwise."),
        may("base_year", Number, "Money of which year; the fund's."),
        may("path", CORNERS, "Prices by year, [[2030, 12], [2040, [10, 15]]]: straight lines between, the ends held."),
        BECAUSE,
        BASIS,
    ],
);

static STREAMS: Fields = by_id("Streams by id.", &Table(&STREAM));
static STREAM: Fields = table(
    "Something that is produced and sold.",
    &[
        need("title", Text, "Its title."),
        may("price", Id, "Its price deck."),
        may("volume_in", SCALE, "In what volumes are written, in the price's unit; one unless said otherwise."),
        need("production", CORNERS, "Volumes by year: straight lines between, nothing before and after."),
        may("capex", CORNERS, "Outlays in these years, in the fund's amounts."),
        may("opex", NUMBER_OR_RANGE, "Running cost per unit of volume, in currency units."),
        may("start_delay", NUMBER_OR_RANGE, "Years by which it starts later than written."),
        need("new_licence", Flag, "Whether it comes under a new licence."),
        may("operator", Id, "The party that operates it; an outside company unless said otherwise."),
        may("government", Id, "The party to which it yields; the contributor unless said otherwise."),
        may("chance", List(&Table(&CHANCE)), "How probable it is, by what is agreed; the first that holds counts."),
        may("otherwise", NUMBER_OR_RANGE, "The probability where none holds; 1 unless said otherwise."),
        BECAUSE,
        BASIS,
    ],
);

static CHANCE: Fields = table(
    "How probable a stream is where a condition holds.",
    &[
        need("when", Expression, "Where: who holds a unit, whether it is calm."),
        need("probability", NUMBER_OR_RANGE, "From 0 to 1."),
        may("government", Id, "The party to which the stream yields there."),
        BECAUSE,
        BASIS,
    ],
);

static TERMS: Fields = table("What is owed, what counts for the fund, and how it pays.", &TERM_FIELDS);

macro_rules! term_fields {
    ($($first:expr,)*) => {
        [
            $($first,)*
            may("royalty", Number, "Percent of gross revenue."),
            may("licence_fee", Number, "Per stream and year of production, in the fund's amounts."),
            may("cost_recovery", Number, "The most of gross revenue that goes to costs, in percent; 100 unless said otherwise."),
            may("contractor_share", Number, "The operator's percent of what is then left; 100 unless said otherwise."),
            may("profit_tax", Number, "Percent of the operator's part."),
            may(
                "eligible",
                List(&Word(&["royalty", "licence-fee", "production-share", "profit-tax"])),
                "Which receipts of the contributor count for the fund.",
            ),
            may("licences", Word(&["new", "all"]), "Whether only streams under new licences count; all unless said otherwise."),
            may("share", Number, "The contribution share the text names, in percent; used where a package leaves the issue open."),
            may("contribution_cap", Number, "The most that is ever contributed out of revenue, in the fund's amounts."),
            may("fee", Number, "Percent of what comes in."),
            may("manager", Id, "The party that gets the fee; somebody outside unless said otherwise."),
            may("locked_until", Number, "The last year in which money is locked."),
            may("locked", Number, "How much of the balance is locked until then, in percent; 100 unless said otherwise."),
            may("returns", Number, "What the balance earns, in percent a year, at most 20."),
            may("capital", List(&Table(&CAPITAL)), "What parties pay in."),
            may("tiers", List(&Table(&TIER)), "How the fund pays, in this order."),
            BECAUSE,
            BASIS,
        ]
    };
}

static TERM_FIELDS: [Field; 18] = term_fields![];
static PRESET_FIELDS: [Field; 20] =
    term_fields![need("title", Text, "Its title."), need("source", Table(&SOURCE), "Where the terms are from."),];

static PRESETS: Fields = by_id("Named sets of terms by id.", &Table(&PRESET));
static PRESET: Fields =
    table("A named, dated, sourced set of terms; what it leaves out is as in terms.", &PRESET_FIELDS);

static SOURCE: Fields = table(
    "Where terms are from. A date after the case's own is allowed and marked; nothing else may rest on it.",
    &[
        need("text", Text, "The text or the report of it."),
        need("date", Date, "Its date."),
        may("url", Text, "Its address."),
    ],
);

static CAPITAL: Fields = table(
    "What a party pays in.",
    &[
        need("party", Id, "Who."),
        need("amounts", CORNERS, "[[year, amount], …] in the fund's amounts."),
        may("in_kind_to", Id, "The party that gets it in kind: credited as capital, it never reaches the fund."),
        may("credit", Number, "How much of it counts as capital, in percent; 100 unless said otherwise."),
        may("when", Expression, "Where it is paid."),
        BECAUSE,
        BASIS,
    ],
);

static TIER: Fields = table(
    "A step of the waterfall: until capital is returned, up to an amount, or whatever is left.",
    &[
        may("title", Text, "Its title."),
        may("split", Table(&SPLIT), "To whom, in percent; what is missing to 100 stays in the fund."),
        may(
            "until",
            Word(&["capital-returned"]),
            "Each party gets its credited capital back, as these stand to each other.",
        ),
        may("up_to", Number, "The most this tier pays in all years, in the fund's amounts."),
    ],
);
static SPLIT: Fields = by_id("Percent by party.", &Number);
