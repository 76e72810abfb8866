//! The description of the interface, made of the wire types themselves.

use detente_api::workbench::{
    AcceptReadings, Ask, CaseFolders, Changes, CheckText, Conflict, Edits, FileText, Files, Job, JobAsked, JobEnded,
    JobProgress, KeepDraft, NewCase, OpenCase, Problem, PutText, ReadDocument, ReadText, Saved, Session, SheetAsk,
    SheetPage, Sheets, SourceText, WorkbenchCase,
};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::question::KINDS;

/// The interface as an `OpenAPI` 3.1 document: the same bytes for the same program.
pub fn openapi() -> Value {
    let mut of = Describing::new();
    of.get("/session", "What is open", Describing::told::<Session>);
    of.get("/case", "The case to draw with", Describing::told::<WorkbenchCase>);
    of.get("/case-by-units", "The case with its territory unit by unit", Describing::told::<WorkbenchCase>);
    of.get("/check", "What is wrong with the case", Describing::told::<detente_api::Check>);
    of.get("/forms", "The JSON Schemas of the files of a case", |_| json!({ "type": "object" }));
    of.get("/cases", "The cases beside this one", Describing::told::<CaseFolders>);
    of.post("/new", "Make a case and open it", Describing::asked::<NewCase>, Describing::told::<Session>);
    of.post("/open", "Open a case", Describing::asked::<OpenCase>, Describing::told::<Session>);
    of.changing();
    of.working();
    for kind in KINDS {
        let told = |of: &mut Describing| (kind.schema)(&mut of.told).to_value();
        of.post(&format!("/{}", kind.name), kind.summary, Describing::asked::<Ask>, told);
    }
    of.document()
}

struct Describing {
    /// What is asked, as it is read.
    asked: SchemaGenerator,
    /// What is told, as it is written.
    told: SchemaGenerator,
    paths: Map<String, Value>,
    problem: Value,
}

impl Describing {
    fn new() -> Self {
        let settings = || {
            let mut settings = SchemaSettings::draft2020_12();
            settings.definitions_path = "/components/schemas".into();
            settings.meta_schema = None;
            settings
        };
        let mut told = settings().for_serialize().into_generator();
        let problem = told.subschema_for::<Problem>().to_value();
        Self { asked: settings().for_deserialize().into_generator(), told, paths: Map::new(), problem }
    }

    /// Files and changes.
    fn changing(&mut self) {
        self.get("/files", "The files of the case", Self::told::<Files>);
        self.get("/files/{path}", "A file's text", Self::told::<FileText>);
        self.add_asking(
            "/files/{path}",
            "put",
            "Write a file's text; If-Match holds the hash that was seen",
            Self::asked::<PutText>,
            Self::told::<Saved>,
        );
        self.post(
            "/check-text",
            "What would be wrong with the case if a file were so",
            Self::asked::<CheckText>,
            Self::told::<detente_api::Check>,
        );
        self.post(
            "/edit",
            "Make changes together or not at all; If-Match holds the hash that was seen",
            Self::asked::<Edits>,
            Self::told::<Saved>,
        );
        self.post("/drafts", "Keep a draft", Self::asked::<KeepDraft>, Self::told::<Saved>);
        self.get("/changes", "What was changed here", Self::told::<Changes>);
        self.post("/undo", "Take the last change back", |_| json!({}), Self::told::<Saved>);
        self.post("/redo", "Make it again", |_| json!({}), Self::told::<Saved>);
        self.post("/readings", "What a report is read as", Self::asked::<ReadText>, Self::told::<detente_api::Read>);
        self.post(
            "/readings/document",
            "What a document is read as; the body is its bytes: plain text, HTML or PDF",
            |_| json!({}),
            Self::told::<ReadDocument>,
        );
        self.post(
            "/readings/accept",
            "Write what a person accepts of it; If-Match holds the hash that was seen",
            Self::asked::<AcceptReadings>,
            Self::told::<Saved>,
        );
        // Told by the answers that refuse.
        let _ = Self::told::<Conflict>(self);
    }

    /// Long work, sheets and sources.
    fn working(&mut self) {
        self.post("/jobs", "Start a question that may take long", Self::asked::<JobAsked>, Self::told::<Job>);
        self.get(
            "/jobs/{id}/events",
            "How far it is, as server-sent events: progress, then done, failed or cancelled",
            Self::told::<JobProgress>,
        );
        self.add("/jobs/{id}", "delete", "End it", None, &json!({}));
        let _ = Self::told::<JobEnded>(self);
        self.get("/sheets", "Which sheets there are", Self::told::<Sheets>);
        self.post("/sheets/{id}", "Make a sheet", Self::asked::<SheetAsk>, Self::told::<SheetPage>);
        self.get(
            "/sources/{id}",
            "A source's text, where it is at hand, and what is quoted from it",
            Self::told::<SourceText>,
        );
    }

    fn told<T: JsonSchema>(&mut self) -> Value {
        self.told.subschema_for::<T>().to_value()
    }

    fn asked<T: JsonSchema>(&mut self) -> Value {
        self.asked.subschema_for::<T>().to_value()
    }

    fn get(&mut self, path: &str, summary: &str, told: impl FnOnce(&mut Self) -> Value) {
        let told = told(self);
        self.add(path, "get", summary, None, &told);
    }

    fn post(
        &mut self,
        path: &str,
        summary: &str,
        asked: impl FnOnce(&mut Self) -> Value,
        told: impl FnOnce(&mut Self) -> Value,
    ) {
        self.add_asking(path, "post", summary, asked, told);
    }

    fn add_asking(
        &mut self,
        path: &str,
        method: &str,
        summary: &str,
        asked: impl FnOnce(&mut Self) -> Value,
        told: impl FnOnce(&mut Self) -> Value,
    ) {
        let (asked, told) = (asked(self), told(self));
        self.add(path, method, summary, Some(&asked), &told);
    }

    fn add(&mut self, path: &str, method: &str, summary: &str, asked: Option<&Value>, told: &Value) {
        let content = |schema: &Value| json!({ "application/json": { "schema": schema } });
        let mut operation = json!({
            "summary": summary,
            "security": [{ "start": [] }],
            "responses": {
                "200": { "description": "The answer", "content": content(told) },
                "default": { "description": "Why there is none", "content": content(&self.problem) },
            },
        });
        if let Some(asked) = asked {
            operation["requestBody"] = json!({ "required": false, "content": content(asked) });
        }
        let names = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        let parameter =
            |name: &str| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
        let parameters: Vec<Value> = names.map(parameter).collect();
        if !parameters.is_empty() {
            operation["parameters"] = Value::from(parameters);
        }
        let entry = self.paths.entry(format!("/api{path}")).or_insert_with(|| json!({}));
        entry[method] = operation;
    }

    fn document(mut self) -> Value {
        let mut schemas = self.asked.take_definitions(false);
        schemas.extend(self.told.take_definitions(true));
        json!({
            "openapi": "3.1.0",
            "info": {
                "title": "Détente workbench",
                "version": env!("CARGO_PKG_VERSION"),
                "description": "What the page asks of the server on the same machine. Every call carries the word of this start.",
                "license": { "name": "MIT OR Apache-2.0" },
            },
            "paths": self.paths,
            "components": {
                "schemas": schemas,
                "securitySchemes": { "start": { "type": "apiKey", "in": "header", "name": "x-detente-token" } },
            },
        })
    }
}
