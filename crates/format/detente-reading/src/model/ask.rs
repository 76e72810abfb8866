//! What a model is asked.

use detente_case::{Case, IssueIdx};
use serde_json::{Value, json};

use crate::issues::spoken_of;
use crate::proposal::Stance;

/// The instructions, a file of their own beside the lexicon.
const INSTRUCTIONS: &str = include_str!("../lexicon/model.txt");

/// One question about one piece.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What to do; the same for every text.
    pub instructions: &'static str,
    /// The case's names and the piece, as one JSON object, so that nothing in the text can end it.
    pub material: String,
    /// The JSON Schema of the answer, for servers that hold a model to one.
    pub schema: Value,
}

/// The question about `piece`.
pub(super) fn question(case: &Case, piece: &str) -> Question {
    let material = json!({
        "parties": case.parties.rows().map(|party| json!({ "id": party.id.as_str(), "names": names(&party.name, &party.aliases) })).collect::<Vec<_>>(),
        "people": case.people.rows().map(|person| json!({
            "id": person.id.as_str(),
            "names": names(&person.name, &person.aliases),
            "role": person.role,
            "party": person.party.map(|party| case.parties[party].id.as_str()),
        })).collect::<Vec<_>>(),
        "issues": matters(case).into_iter().map(|idx| issue(case, idx)).collect::<Vec<_>>(),
        "document": piece,
    });
    Question { instructions: INSTRUCTIONS, material: material.to_string(), schema: schema(case) }
}

fn names<'c>(name: &'c String, aliases: &'c [String]) -> Vec<&'c String> {
    std::iter::once(name).chain(aliases).collect()
}

fn issue(case: &Case, idx: IssueIdx) -> Value {
    let (id, title) = case.matter(idx);
    let row = &case.issues[idx];
    let choices = row.choices.rows().filter(|_| !row.is_range());
    json!({
        "id": id.as_str(),
        "title": title,
        "words": row.words,
        "choices": choices.map(|choice| choice.title.as_str()).collect::<Vec<_>>(),
    })
}

/// The issues a report can speak of, each once, in order.
pub(super) fn matters(case: &Case) -> Vec<IssueIdx> {
    let mut found: Vec<IssueIdx> = case.issues.iter().map(|(idx, _)| spoken_of(case, idx)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn schema(case: &Case) -> Value {
    let parties: Vec<&str> = case.parties.rows().map(|party| party.id.as_str()).collect();
    let issues: Vec<&str> = matters(case).into_iter().map(|idx| case.matter(idx).0.as_str()).collect();
    let text = json!({ "type": "string" });
    json!({
        "type": "object",
        "properties": { "proposals": { "type": "array", "items": {
            "type": "object",
            "properties": {
                "exact": text,
                "prefix": text,
                "speaker": text,
                "party": { "type": "string", "enum": parties },
                "issue": { "type": "string", "enum": issues },
                "stance": { "type": "string", "enum": Stance::ALL.map(Stance::name) },
                "negated": { "type": "boolean" },
                "condition": { "type": ["string", "null"] },
            },
            "required": ["exact", "prefix", "speaker", "party", "issue", "stance", "negated", "condition"],
            "additionalProperties": false,
        } } },
        "required": ["proposals"],
        "additionalProperties": false,
    })
}
