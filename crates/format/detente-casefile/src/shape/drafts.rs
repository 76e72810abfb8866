//! The form of `drafts.toml`.

use super::Shape::{Date, Either, Expression, Flag, Id, List, Number, Table, Text, Word};
use super::case::CHOICE_IDS;
use super::{Fields, IDS, PRECISION, by_id, may, need, table};

pub(crate) static DRAFTS: Fields = table(
    "Offers and drafts on the record: packages, whole or with brackets, that somebody put on the table.",
    &[
        may("format", Number, "The version of the case format: 1."),
        may("drafts", List(&Table(&DRAFT)), "The offers and drafts; the order has no meaning."),
    ],
);

static DRAFT: Fields = table(
    "An offer or a draft. It binds nothing in an answer; `--package ID` asks about it.",
    &[
        need("id", Id, "Its id."),
        may("title", Text, "Its title."),
        may("by", Either(&[Id, IDS]), "Which party put it forward, or which parties; absent where nobody is named."),
        may("to", Either(&[Id, IDS]), "To which party or parties."),
        may("date", Date, "When."),
        may("precision", PRECISION, "How exact that date is."),
        may(
            "status",
            Word(&["made", "accepted", "rejected", "withdrawn", "lapsed"]),
            "What became of it; made unless said otherwise.",
        ),
        may("binding", Flag, "Whether acceptance would bind whoever made it; false unless said otherwise."),
        may("supersedes", Id, "The draft it takes the place of."),
        may("choices", Table(&CHOICES), "What it says by issue; issues left out are open."),
        may("only_if", Expression, "The condition under which it is made."),
        may("evidence", IDS, "The statements it rests on."),
        may("note", Text, "A note."),
    ],
);

static CHOICES: Fields = by_id(
    "By issue: a choice, or an amount; a list of choices that stand in brackets; or \"[open]\".",
    &Either(&[Text, Number, CHOICE_IDS]),
);
