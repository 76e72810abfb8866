//! The form of `case.toml`.

use super::Shape::{Consent, Date, Either, Expression, Flag, Id, List, Number, Table, Text, Word};
use super::{FIRMNESS, Fields, IDS, JUDGE, PRECISION, Shape, TEXTS, by_id, may, need, table};

pub(crate) static CASE: Fields = table(
    "What is negotiated: parties, people, issues, choices, rules, limits, process. Nobody's preferences.",
    &[
        need("format", Number, "The version of the case format: 1."),
        need("case", Table(&HEAD), "What the case is."),
        may("parties", Table(&PARTIES), "Who takes part; the order has no meaning."),
        may("people", Table(&PEOPLE), "Who speaks."),
        may("issues", Table(&ISSUES), "What is negotiated; the order has no meaning."),
        may("rules", List(&Table(&RULE)), "Definitional facts, owned by nobody."),
        may("red_lines", List(&Table(&RED_LINE)), "Limits that parties have stated."),
        may("conditional_offers", List(&Table(&OFFER)), "Offers of the form \"X only if Y\"."),
        may("process", List(&Table(&STEP)), "The steps of the talks."),
    ],
);

static HEAD: Fields = table(
    "What the case is.",
    &[
        need("id", Id, "The id of the case."),
        need("title", Text, "Its title."),
        may("as_of", Date, "The date it speaks of."),
        may(
            "as_of_by",
            Word(&["source", "catalog"]),
            "Who says so: a source carries the date, or the catalog inferred it.",
        ),
        may("note", Text, "What the case is, in a paragraph."),
        may("citation", Text, "How to cite it."),
    ],
);

static PARTIES: Fields = by_id("Parties by id.", &Table(&PARTY));
static PARTY: Fields = table(
    "A party.",
    &[
        need("name", Text, "Its name."),
        may("kind", Word(&["state", "group", "organisation", "person", "other"]), "What it is."),
        may("roles", TEXTS, "What it does in the talks (\"broker\"); roles never change consent."),
        may("aliases", TEXTS, "Other names in sources."),
        may(
            "consent",
            Consent,
            "In which packages its consent is needed: \"always\" (the default), \"never\" or \"only if …\".",
        ),
        may("consent_because", Text, "Why."),
        may("consent_basis", IDS, "Statements that say so."),
        may("note", Text, "A note."),
    ],
);

static PEOPLE: Fields = by_id("People by id.", &Table(&PERSON));
static PERSON: Fields = table(
    "A speaker.",
    &[
        need("name", Text, "The name."),
        may("role", Text, "The office."),
        may("party", Id, "The party spoken for."),
        may("aliases", TEXTS, "Other names in sources."),
    ],
);

static ISSUES: Fields = by_id("Issues by id.", &Table(&ISSUE));
static ISSUE: Fields = table(
    "An issue: named choices, a range of amounts, or a lens.",
    &[
        need("title", Text, "Its title."),
        may("words", TEXTS, "Words by which sources speak of it."),
        may("note", Text, "A note."),
        may("reported_as", IDS, "Statements whose wording stays beside ours."),
        may("owner", Id, "The party whose own office or person it is about; only that party's estimates may value it."),
        may("scale", Flag, "Whether the order of the choices is the issue's scale, low to high."),
        may("choices", Table(&CHOICES), "States of the world by id, with their titles."),
        may("range", Table(&RANGE), "Amounts on a grid."),
        may(
            "lens",
            Word(&["territory"]),
            "What it is seen through: then it is an issue per unit or bloc, weighed as one.",
        ),
        may("statuses", Table(&STATUSES), "Of a lens: what can become of a unit, by id."),
        may("units", IDS, "Of a lens: the units in question; all unless said otherwise."),
        may("rest", Id, "Of a lens: the status that the other units keep."),
        may("held_by", Id, "Of a lens: in question is the part of each unit under this party's control on the date."),
        may("blocs", Table(&BLOCS), "Of a lens: units settled together, unless it is asked unit by unit."),
        may("allowed", Table(&ALLOWED), "Of a lens: by unit or bloc, the only statuses it may have."),
        may("corridors", Table(&CORRIDORS), "Of a lens: by id, two units that count as touching."),
        may(
            "counts_for",
            Table(&COUNTS_FOR),
            "Of a lens: by unit whose control is split, the party it counts for on the date.",
        ),
    ],
);
static STATUSES: Fields = by_id("Statuses by id, with their titles.", &Either(&[Text, Table(&STATUS)]));
static STATUS: Fields = table(
    "What can become of a unit.",
    &[
        need("title", Text, "Its title."),
        may("side", Id, "The party it counts for; as-on-date for whoever controls the unit on the date."),
    ],
);
static BLOCS: Fields = by_id("Blocs by id.", &Table(&BLOC));
static BLOC: Fields = table(
    "Units settled together.",
    &[need("title", Text, "Its title."), need("units", IDS, "Its units."), may("note", Text, "A note.")],
);
static ALLOWED: Fields = by_id("Statuses by unit or bloc.", &IDS);
static CORRIDORS: Fields = by_id("Pairs of units by id.", &IDS);
static COUNTS_FOR: Fields = by_id("Parties by unit.", &Id);
static CHOICES: Fields = by_id("Choices by id, with their titles.", &Text);
static RANGE: Fields = table(
    "Amounts from, to and in steps.",
    &[
        need("from", Number, "The smallest amount."),
        need("to", Number, "The largest."),
        need("step", Number, "The distance between two."),
        may("unit", Text, "The unit."),
    ],
);

static RULE: Fields = table(
    "A rule: \"when … then …\", \"always …\" or \"never …\".",
    &[
        need("id", Id, "Its id."),
        may("when", Expression, "Where it applies; with \"then\"."),
        may("then", Expression, "What holds there."),
        may("always", Expression, "What holds in every package."),
        may("never", Expression, "What holds in none."),
        may("basis", Text, "What it rests on, such as \"definition\"."),
        may("because", Text, "Why it is assumed."),
        may("note", Text, "A note."),
    ],
);

static RED_LINE: Fields = table(
    "A limit that a party has stated.",
    &[
        need("id", Id, "Its id."),
        need("party", Id, "Whose."),
        need("never", Expression, "What the party does not accept."),
        need("firmness", FIRMNESS, "How firm; stated-absolute and strong bind unless told otherwise."),
        may("firmness_by", JUDGE, "Who judged that."),
        may("can_lift", Text, "Who could lift it."),
        may("can_lift_because", Text, "Why that is assumed."),
        may("can_lift_basis", IDS, "Statements that say so."),
        may("evidence", IDS, "The statements it rests on."),
        may("counter_evidence", IDS, "Statements that speak against it."),
        may("reported_as", IDS, "Statements whose wording stays beside ours."),
        may("note", Text, "A note."),
    ],
);

static OFFER: Fields = table(
    "An offer of the form \"X only if Y\": binds its owner as never X and not Y.",
    &[
        need("id", Id, "Its id."),
        need("party", Id, "Who offers."),
        need("offer", Expression, "What is offered."),
        need("only_if", Expression, "On which condition."),
        may("status", Word(&["made", "dismissed", "withdrawn"]), "What became of it; made unless said otherwise."),
        may("dismissed_by", Id, "Which party turned it down."),
        may("evidence", IDS, "The statements it rests on."),
        may("note", Text, "A note."),
    ],
);

static STEP: Fields = table(
    "A step of the talks.",
    &[
        need("id", Id, "Its id."),
        need("title", Text, "Its title."),
        may("participants", IDS, "Which parties take part."),
        may("requires", IDS, "Which steps come before."),
        may("status", Word(&["open", "done", "blocked", "cancelled"]), "How far it is; open unless said otherwise."),
        may("on", Date, "When."),
        may("precision", PRECISION, "How exact that date is."),
        may("agenda", IDS, "Which issues are on the agenda."),
        may("override", Text, "Why it was recorded as done before what it requires."),
        may("evidence", IDS, "The statements it rests on."),
        may("note", Text, "A note."),
    ],
);

/// Ids of choices, or amounts of a range issue.
pub(crate) static CHOICE_IDS: Shape = List(&Either(&[Text, Number]));
