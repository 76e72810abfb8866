//! Territory and funds under the draft.

use std::collections::BTreeMap;
use std::sync::Arc;

use detente::base::Diagnostic;
use detente::case::{Case, Settled};
use detente::casefile::case_hash;
use detente::fund::Cut;
use detente::funds::Asked as AskedFund;
use detente::robustness::fund::MOST_DRAWS;
use detente::territory::SHAPES;
use detente_api as api;
use detente_report::map::{Asked, Heading, Layer, UnitTable};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::Question;
use crate::failure::Failure;
use crate::reply::bytes;

/// What a draft makes of a territory, with the shapes of its units.
#[derive(Serialize, JsonSchema)]
pub(crate) struct MapWithShapes {
    /// Its units, statuses and sides.
    #[serde(flatten)]
    map: api::Map,
    /// The issue that settles each unit in question: by id of the unit, the id of the issue.
    parts: BTreeMap<String, String>,
    /// The shapes as they stand in the folder, `GeoJSON`; null where it holds none.
    shapes: Option<Value>,
}

pub(super) fn map(of: &Question<'_>) -> Result<Arc<[u8]>, Failure> {
    let Some(territory) = &of.opened.reading.territory else {
        return Err(Failure::argument("this case has no territory", "a territory is described in territory/units.csv"));
    };
    let shapes = of.opened.shapes();
    if shapes.diagnostics.iter().any(Diagnostic::is_error) {
        return Err(Failure::Unsound(Box::new(api::check(of.opened, &shapes.diagnostics))));
    }
    let draft = &of.settings.draft;
    let layer = |lens| Layer::of_lens(lens, territory, |issue| draft.get(&issue).copied());
    let layers: Vec<Layer> = of.case.lenses.rows().next().map(layer).into_iter().collect();
    let table = UnitTable::new(&Asked { case: of.case, ledger: &of.opened.reading.ledger, territory, layers: &layers });
    let heading = Heading {
        case: of.case.title.clone(),
        as_of: of.case.as_of.map(|date| date.to_string()),
        hash: case_hash(&of.opened.folder).to_string(),
        voices: String::new(),
        packages: Vec::new(),
    };
    let text = of.opened.folder.at(SHAPES).map(|(_, file)| file.text());
    let document = MapWithShapes {
        map: api::map(&table, &shapes.shapes, &heading),
        parts: parts(of.case),
        shapes: text.and_then(|text| serde_json::from_str(text).ok()),
    };
    bytes(&document)
}

fn parts(case: &Case) -> BTreeMap<String, String> {
    let Some(lens) = case.lenses.rows().next() else { return BTreeMap::new() };
    let issue = |settled| match settled {
        Settled::By(part) => lens.parts.get(part).map(|part| case.issues[part.issue].id.to_string()),
        Settled::At(_) => None,
    };
    lens.units.iter().filter_map(|unit| Some((unit.id.to_string(), issue(unit.settled)?))).collect()
}

/// Enough for bands.
const DRAWS: u64 = 1_000;

pub(super) fn fund(of: &Question<'_>) -> Result<Arc<[u8]>, Failure> {
    let Some(fund) = &of.opened.reading.fund else {
        return Err(Failure::argument("this case has no fund", "a fund is described in fund.toml"));
    };
    let preset = of.asked.preset.as_deref().map(|id| {
        fund.preset(id).ok_or_else(|| {
            let known: Vec<&str> = fund.presets.iter().map(|preset| preset.id.as_str()).collect();
            Failure::argument(format!("there is no preset \"{id}\""), format!("presets: {}", known.join(", ")))
        })
    });
    let draws = of.asked.draws.unwrap_or(DRAWS).clamp(1, MOST_DRAWS);
    let seed = of.asked.seed.unwrap_or(1);
    let asked = AskedFund { case: of.case, fund, preset: preset.transpose()?, draws, seed };
    let answer = asked.answer(&of.settings.draft).map_err(|cut| match cut {
        Cut::Open(open) => {
            let ids: Vec<String> = open.issues.iter().map(|&issue| of.case.issues[issue].id.to_string()).collect();
            Failure::argument(
                format!("the fund depends on what is left open: {}", ids.join(", ")),
                "choose on these issues, or name choices under shown in fund.toml",
            )
        }
        Cut::TooLarge => Failure::argument("an amount is too large to add up exactly", "take a larger unit"),
    })?;
    bytes(&api::fund(&of.about(), &asked, &[answer]))
}
