//! The shapes as JSON Schema (draft 2020-12), for editors that check while somebody types.

use serde_json::{Map, Value, json};

use super::{Field, Fields, Part, Shape};

const ID: &str = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

/// The JSON Schema of one part of a case folder.
pub fn schema(part: Part) -> Value {
    let mut root = Map::new();
    root.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    root.insert("$id".into(), json!(format!("urn:detente:{}:{}", part.name(), super::FORMAT)));
    root.insert("title".into(), json!(part.file()));
    if let Value::Object(body) = table(part.fields()) {
        root.extend(body);
    }
    Value::Object(root)
}

fn shape(shape: &Shape) -> Value {
    match shape {
        Shape::Text => json!({ "type": "string" }),
        Shape::Id => json!({ "type": "string", "pattern": ID }),
        Shape::Expression => json!({ "type": "string", "description": "An expression; see the book." }),
        Shape::Consent => json!({ "type": "string", "pattern": "^(always|never|only if .+)$" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Date => json!({ "type": "string", "format": "date" }),
        Shape::Number => json!({ "type": "number", "multipleOf": 0.001 }),
        Shape::Word(words) => json!({ "type": "string", "enum": words }),
        Shape::List(item) => json!({ "type": "array", "items": self::shape(item) }),
        Shape::Table(fields) => table(fields),
        Shape::Either(forms) => json!({ "anyOf": forms.iter().map(self::shape).collect::<Vec<_>>() }),
    }
}

fn table(fields: &Fields) -> Value {
    let properties: Map<String, Value> =
        fields.known.iter().map(|field| (field.key.to_owned(), described(field))).collect();
    let needed: Vec<&str> = fields.known.iter().filter(|field| field.needed).map(|field| field.key).collect();
    let rest = fields.rest.map_or(json!(false), shape);
    json!({
        "type": "object",
        "description": fields.doc,
        "properties": properties,
        "required": needed,
        "propertyNames": { "pattern": "^[a-z][a-z0-9_]*(-[a-z0-9]+)*$" },
        "additionalProperties": rest,
    })
}

fn described(field: &Field) -> Value {
    let mut value = shape(&field.shape);
    if let Value::Object(body) = &mut value {
        body.insert("description".into(), json!(field.doc));
    }
    value
}
