//! The form of `clauses.toml`.

use super::Shape::{Either, Expression, Id, List, Number, Table, Text};
use super::{Fields, IDS, may, need, table};

pub(crate) static CLAUSES: Fields = table(
    "The text of an agreement, clause by clause, and what it is held against.",
    &[
        may("format", Number, "The version of the case format: 1."),
        may("clauses", List(&Table(&CLAUSE)), "The clauses; the order in the file has no meaning."),
        may("topics", List(&Table(&TOPIC)), "What the text is asked about, beside what every text is asked about."),
    ],
);

static CLAUSE: Fields = table(
    "A clause: words that always stand, or words for each choice of an issue or each status of a lens. `{ISSUE}` in any words stands \
     for the title of that issue's choice.",
    &[
        need("id", Id, "Its id."),
        need("heading", Text, "Its heading."),
        need("order", Number, "Where it stands among the others, low first; among equals by id."),
        may(
            "issue",
            Id,
            "The issue whose choice decides the words, or the lens whose statuses do; without it the words always stand.",
        ),
        may("when", Expression, "Where the clause stands at all; everywhere unless said otherwise."),
        may("topics", IDS, "What it treats, of the topics to check."),
        may("text", Text, "The words for every choice that has none of its own; without an issue, the words."),
        may("variants", List(&Table(&VARIANT)), "Words for some choices."),
        may("open", Text, "The words while nothing is settled; without them all variants stand in brackets."),
        may("note", Text, "A note."),
    ],
);

static VARIANT: Fields = table(
    "Words for some choices. In a clause about a lens `{part}` stands for the names of the parts that have the status.",
    &[
        need(
            "for",
            Either(&[Text, Number, List(&Either(&[Text, Number]))]),
            "The choice, amount or status, or a list of them.",
        ),
        need("text", Text, "The words."),
    ],
);

static TOPIC: Fields = table(
    "Something the text is asked about. One with an id that every text is asked about takes its place.",
    &[
        need("id", Id, "Its id."),
        need("title", Text, "Its title."),
        need("asks", Text, "What it asks, in a sentence."),
        may("when", Expression, "Where it is asked at all; everywhere unless said otherwise."),
    ],
);
