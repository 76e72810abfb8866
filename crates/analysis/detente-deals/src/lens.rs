//! Lenses as the engine sees them: units per choice of each part, and graphs of units.

use std::collections::BTreeMap;

use detente_base::{Index, Table};
use detente_case::{Case, ChoiceIdx, Connected, IssueIdx, Lens, LensIdx, PartyIdx};
use detente_engine as engine;
use detente_estimate::{LensValues, PartyEstimates, Utility};

use crate::lower::Lowering;
use crate::{EstimateRef, Numbers};

/// The weight of a lens in thousandths, as picked; 0 where none is given.
pub(crate) fn lens_weight(numbers: &dyn Numbers, party: PartyIdx, lens: LensIdx, of: &PartyEstimates) -> i64 {
    let weight = of.lenses.get(&lens).and_then(|of| of.weight.as_ref());
    weight.map_or(0, |weight| numbers.number(EstimateRef::LensWeight(party, lens), weight.range).thousandths())
}

/// Per part of a lens and choice, the value within the lens in thousandths, where `halves` picks twice each number.
pub fn lens_values(lens: &Lens, values: &LensValues, utility: Utility, halves: impl Fn(usize) -> i64) -> Vec<Vec<i64>> {
    values.values(lens.parts.iter().map(|part| part.statuses.as_slice()), utility, halves)
}

/// Per issue that is a part of a lens, its units in κ's order of choices; `None` where they cannot be held.
pub(crate) fn lens_units(
    lowering: &Lowering<'_>,
    party: PartyIdx,
    utility: Utility,
    of: &PartyEstimates,
) -> Option<BTreeMap<IssueIdx, Vec<i64>>> {
    let mut units = BTreeMap::new();
    for (&lens, estimates) in &of.lenses {
        let Some(values) = &estimates.values else { continue };
        let weight = match utility {
            Utility::Payoffs => 1,
            Utility::Weighted => lens_weight(lowering.numbers, party, lens, of),
        };
        let halves = |at: usize| {
            let of = EstimateRef::LensNumber(party, lens, at);
            values.numbers.get(at).map_or(0, |(_, number)| lowering.numbers.halves(of, number.range))
        };
        let row = &lowering.case.lenses[lens];
        for (part, values) in row.parts.iter().zip(lens_values(row, values, utility, halves)) {
            let unit = |choice: &ChoiceIdx| values.get(choice.position())?.checked_mul(weight);
            units.insert(part.issue, lowering.order[part.issue].iter().map(unit).collect::<Option<Vec<i64>>>()?);
        }
    }
    Some(units)
}

/// A graph of units as the engine sees it.
pub(crate) fn connected(graph: &Connected, order: &Table<IssueIdx, Vec<ChoiceIdx>>) -> engine::Formula {
    let unit = |(issue, choices): &(IssueIdx, Vec<ChoiceIdx>)| engine::ConnectedUnit {
        issue: issue.position(),
        among: order[*issue].iter().map(|choice| choices.contains(choice)).collect(),
    };
    let open: Vec<engine::ConnectedUnit> = graph.open.iter().map(unit).collect();
    // Vertices that are always marked hang on an issue outside the graph: each of its choices marks them.
    let is_free = |issue: &IssueIdx| graph.open.iter().all(|(other, _)| other != issue);
    let anchors = order.indices().filter(is_free).take(graph.always);
    let always =
        anchors.map(|issue| engine::ConnectedUnit { issue: issue.position(), among: vec![true; order[issue].len()] });
    engine::Formula::Connected(engine::Connectivity {
        units: open.iter().cloned().chain(always).collect(),
        edges: graph.edges.clone(),
        max_components: graph.max_components,
    })
}

/// Per issue, the number of its group in distances: the parts of a lens are one group (DEFINITIONS 18).
pub(crate) fn groups(case: &Case) -> Vec<usize> {
    let first = |issue: IssueIdx| {
        let lens = case.part_of(issue).map(|(lens, _)| &case.lenses[lens]);
        lens.and_then(|lens| lens.parts.first()).map_or(issue, |part| part.issue)
    };
    case.issues.indices().map(|issue| first(issue).position()).collect()
}
