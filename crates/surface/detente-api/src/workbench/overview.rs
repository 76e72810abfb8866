//! Where a reader begins: who, whose consent, what was said, what follows.

use std::collections::BTreeMap;

use detente::evidence::Record;
use schemars::JsonSchema;
use serde::Serialize;

use crate::deals::{Asked, Deals, deals};
use crate::{Show, show};

/// Where a reader begins.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Overview {
    /// `detente.overview/1`.
    pub schema: &'static str,
    /// The case in outline.
    pub show: Show,
    /// The last statements on record, latest first; undated ones last.
    pub last_statements: Vec<String>,
    /// The statements named, by id.
    pub statements: BTreeMap<String, crate::ledger::Statement>,
    /// Titles of the sources named, by id.
    pub sources: BTreeMap<String, crate::ledger::Source>,
    /// How each party is heard.
    pub voices: BTreeMap<String, crate::ledger::Voice>,
    /// What follows from the stated limits alone and, apart from it, what the named sets add.
    pub deals: Deals,
}

/// How many statements stand at the beginning.
const STATEMENTS: usize = 8;

/// The overview as a document.
pub fn overview(asked: &Asked<'_>, record: &Record) -> Overview {
    let ledger = crate::ledger(asked.opened, asked.case, record);
    let mut order: Vec<(&String, Option<&String>)> =
        ledger.statements.iter().map(|(id, of)| (id, of.said_on.as_ref())).collect();
    order.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    let last_statements: Vec<String> = order.into_iter().take(STATEMENTS).map(|(id, _)| id.clone()).collect();
    let mut statements = ledger.statements;
    statements.retain(|id, _| last_statements.contains(id));
    let mut sources = ledger.sources;
    sources.retain(|id, _| statements.values().any(|of| of.source.as_ref() == Some(id)));
    Overview {
        schema: "detente.overview/1",
        show: show(asked.opened, asked.case),
        last_statements,
        statements,
        sources,
        voices: ledger.voices,
        deals: deals(asked),
    }
}
