//! The one wire format: what programs read. Every document names its schema and version; counts are decimal texts, because
//! they outgrow the numbers other languages have.
//!
//! Conversion from the analyses' data stands here and nowhere else. The same case, settings and version give the same bytes.

mod check;
mod compare;
mod deals;
mod delay;
mod differ;
mod elicit;
mod examples;
mod find_out;
mod fund;
mod gives;
mod improve;
mod ledger;
mod lens;
mod map;
mod model;
mod offer;
mod packages;
mod prices;
mod process;
mod question;
mod read;
mod remaining;
mod robust;
mod scenario;
mod show;
mod solve;
mod verify_proof;
mod why;
pub mod workbench;

pub use check::{Check, check, check_alone};
pub use compare::{Compare, compare};
pub use deals::{Asked, Deals, deals};
pub use delay::{Delay, Waited, delay};
pub use differ::{Compared, Differ, differ};
pub use elicit::{Elicit, elicit};
pub use examples::ExamplesEnd;
pub use fund::{FundFigure, FundFlows, differences, figures, fund};
pub use gives::{Gives, gives};
pub use improve::{Improve, improve};
pub use ledger::{Ledger, ledger};
pub use map::{Map, map};
pub use model::{Model, model};
pub use offer::{Offer, offer};
pub use prices::{Prices, prices};
pub use process::{Process, process};
pub use question::About;
pub use read::{AskedModel, DroppedProposals, Read, read, read_with_model};
pub use remaining::{Remaining, remaining};
pub use robust::{Drawn, Robust, Studied, robust, who_could_lift};
pub use scenario::{OneScenario, ScenarioSolution, ScenarioStats, one_scenario, scenario_stats};
pub use show::{Show, show};
pub use solve::{Solve, solve};
pub use verify_proof::{VerifyProof, verify_proof};
pub use why::{LAST_LINE, Place, Why, member_span, place, why};

use schemars::{JsonSchema, schema_for};
use serde_json::Value;

/// The JSON Schema of a document of this crate, by the name of its command; `None` where there is none.
pub fn schema(name: &str) -> Option<Value> {
    fn of<T: JsonSchema>() -> Value {
        schema_for!(T).to_value()
    }
    match name {
        "check" => Some(of::<Check>()),
        "deals" => Some(of::<Deals>()),
        "compare" => Some(of::<Compare>()),
        "delay" => Some(of::<Delay>()),
        "differ" => Some(of::<Differ>()),
        "elicit" => Some(of::<Elicit>()),
        "fund" => Some(of::<FundFlows>()),
        "gives" => Some(of::<Gives>()),
        "improve" => Some(of::<Improve>()),
        "offer" => Some(of::<Offer>()),
        "process" => Some(of::<Process>()),
        "prices" => Some(of::<Prices>()),
        "read" => Some(of::<Read>()),
        "remaining" => Some(of::<Remaining>()),
        "robust" => Some(of::<Robust>()),
        "map" => Some(of::<Map>()),
        "ledger-output" => Some(of::<Ledger>()),
        "model" => Some(of::<Model>()),
        "scenario-stats" => Some(of::<ScenarioStats>()),
        "show" => Some(of::<Show>()),
        "solve" => Some(of::<Solve>()),
        "verify-proof" => Some(of::<VerifyProof>()),
        "why" => Some(of::<Why>()),
        _ => None,
    }
}
