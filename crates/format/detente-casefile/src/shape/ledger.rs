//! The form of `ledger.toml`.

use super::Shape::{Date, Expression, Flag, Id, List, Number, Table, Text, Word};
use super::case::CHOICE_IDS;
use super::{FIRMNESS, Fields, IDS, JUDGE, PRECISION, Shape, TEXTS, may, need, table};

pub(crate) static LEDGER: Fields = table(
    "Who is reported to have said what: source → statement → position, and events.",
    &[
        may("format", Number, "The version of the case format: 1."),
        may("sources", List(&Table(&SOURCE)), "Where it stands."),
        may("statements", List(&Table(&STATEMENT)), "What somebody is reported to have said."),
        may("positions", List(&Table(&POSITION)), "What that means for the issues, as coded."),
        may("events", List(&Table(&EVENT)), "What is reported to have happened."),
        may("codings", List(&Table(&CODING)), "What coders read in statements, each working alone."),
        may("unclear", List(&Table(&UNCLEAR)), "What the sources leave open."),
    ],
);

static SOURCE: Fields = table(
    "A source. What it does not say of itself stays absent.",
    &[
        need("id", Id, "Its id."),
        need(
            "kind",
            Word(&["newspaper-report", "document", "speech", "book", "article", "dataset", "other"]),
            "What it is.",
        ),
        may("title", Text, "Its title."),
        may("outlet", Text, "Who published it."),
        may("authors", TEXTS, "Who wrote it."),
        may("published", Date, "When it was published."),
        may("url", Text, "Its address."),
        may("retrieved", Date, "When it was retrieved."),
        may("lang", Text, "Its language (BCP 47)."),
        may("sha256", Text, "SHA-256 of the text's bytes; quotes are checked against a text with this hash."),
        may("rights", Text, "What may be done with it."),
        may("reliability", Word(&["A", "B", "C", "D", "E", "F"]), "Reliability on the Admiralty scale."),
        may("access", Text, "How it can be reached."),
        may("note", Text, "A note."),
    ],
);

static STATEMENT: Fields = table(
    "What somebody is reported to have said.",
    &[
        need("id", Id, "Its id."),
        need("source", Id, "Where it stands."),
        need("speaker", Table(&SPEAKER), "Who said it."),
        need(
            "via",
            Word(&["direct", "reported", "author", "headline", "document", "unnamed-official"]),
            "How it came into the source.",
        ),
        may("chain", TEXTS, "Outlets or documents it passed through."),
        may("said_on", Date, "When it was said."),
        may("precision", PRECISION, "How exact that date is."),
        may("quote", Table(&QUOTE), "The exact words; short."),
        may("paraphrase", Text, "The same in the coder's words."),
        may("act", Text, "A CAMEO code."),
        may(
            "credibility",
            Number,
            "Credibility on the Admiralty scale, 1 to 6; at most 3 (possibly true) for an unnamed official.",
        ),
        may("coder", Text, "Who coded it."),
    ],
);

static SPEAKER: Fields = table(
    "A speaker: a person of the case, or a name, role and party.",
    &[
        may("person", Id, "A person of the case."),
        may("name", Text, "The name, of somebody who is not one of the case's people."),
        may("role", Text, "The office."),
        may("party", Id, "The party spoken for."),
        may("named", Flag, "Whether the source names the speaker; true unless said otherwise."),
    ],
);

static QUOTE: Fields = table(
    "Exact words and what stands around them (W3C TextQuoteSelector).",
    &[
        need("exact", Text, "The words, at most 40."),
        may("prefix", Text, "What stands right before."),
        may("suffix", Text, "What stands right after."),
    ],
);

static POSITION: Fields = table(
    "A coder's reading of statements. It binds nothing.",
    &[
        need("id", Id, "Its id."),
        may("party", Id, "Whose; absent for the author's own assessment."),
        need("issue", Id, "On which issue, or \"unspecified\"."),
        may("accepts", CHOICE_IDS, "Choices the party would do."),
        may("rejects", CHOICE_IDS, "Choices it would not."),
        may("prefers", CHOICE_IDS, "Choices it wants."),
        may("condition", Expression, "Under which condition."),
        need("kind", KIND, "What kind of position; claims and assessments never become a value."),
        may("response_to", Id, "The position it answers, of a response."),
        need("text", Text, "The position in the coder's neutral words."),
        may("firmness", FIRMNESS, "How firm."),
        may("firmness_by", JUDGE, "Who judged that."),
        may("valid_from", Date, "From when it holds."),
        may("valid_to", Date, "Until when."),
        may("earlier", Text, "The earlier position, where the source says that it changed."),
        need("evidence", IDS, "The statements it rests on."),
        may("counter_evidence", IDS, "Statements that speak against it."),
        may("supersedes", Id, "The position it replaces."),
        may("confidence", Word(&["low", "medium", "high"]), "How sure the coder is of the reading."),
    ],
);

static EVENT: Fields = table(
    "Something reported to have happened.",
    &[
        need("id", Id, "Its id."),
        may("on", Date, "When."),
        may("precision", PRECISION, "How exact that date is."),
        may("place", Text, "Where."),
        need("what", Text, "What, in the coder's words."),
        may("party", Id, "Who acted, as reported."),
        may("act", Text, "A CAMEO code."),
        may("evidence", IDS, "The statements it rests on."),
    ],
);

static UNCLEAR: Fields = table(
    "Something the sources leave open.",
    &[
        need("id", Id, "Its id."),
        may("about", Id, "The issue it touches."),
        need("what", Text, "What is open."),
        may("evidence", IDS, "Where the source leaves it open."),
    ],
);

static CODING: Fields = table(
    "One coder's own reading of a statement, before the coders spoke with each other. How far coders agree is computed from these alone.",
    &[
        need("id", Id, "Its id."),
        need("statement", Id, "The statement that was coded."),
        need("coder", Text, "Who coded it; one reading of a statement each."),
        may("issue", Id, "On which issue it is, or \"unspecified\"."),
        may("kind", KIND, "Which kind of position it shows."),
        may("firmness", FIRMNESS, "How firm it is."),
        may("credibility", Number, "Credibility on the Admiralty scale, 1 to 6."),
        may("amount", Number, "The amount it names, on an issue of amounts."),
    ],
);

/// The kinds of position, in the order of `KindName::ALL`.
const KIND: Shape = Word(&[
    "demand",
    "support",
    "opposition",
    "red-line",
    "bottom-line",
    "offer",
    "concession",
    "interest",
    "response",
    "claim",
    "assessment",
]);
