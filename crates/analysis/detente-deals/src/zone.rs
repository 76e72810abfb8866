//! How many packages a zone holds and what each choice leaves, with how well that is known.

use detente_base::{Index, Table, Watch};
use detente_case::{ChoiceIdx, IssueIdx};
use detente_engine::{self as engine, Ask, Count, Effort, Formula, Model, counting, forgiven};
use num_bigint::BigUint;

use crate::{DealsError, Drafted, Lowered};

/// Whether a zone holds a package, and how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Whether there is one; always proved.
    pub feasible: bool,
    /// How many there are.
    pub packages: Count,
}

/// What a choice leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Whether some package has it; `None` where that was not decided.
    pub possible: Option<bool>,
    /// How many have it.
    pub packages: Count,
}

/// Per issue and choice of a case.
pub type PerChoice = Table<IssueIdx, Table<ChoiceIdx, Left>>;

/// A question each of whose searches takes at most so many steps.
pub(crate) fn in_steps(ask: Ask, steps: u64) -> Ask {
    Ask { effort: Effort { max_steps: ask.effort.max_steps.min(steps), ..ask.effort }, ..ask }
}

/// The number of packages of a model, rules aside.
pub(crate) fn space(model: &Model) -> BigUint {
    model.issues.iter().map(|&size| BigUint::from(size)).product()
}

/// The number of packages; between nothing and all where not even a range was found.
pub(crate) fn count(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Count, DealsError> {
    let nothing_known = || Count::Bounded { least: BigUint::ZERO, most: space(model) };
    Ok(forgiven(counting::count(model, ask, watch))?.unwrap_or_else(nothing_known))
}

/// Whether there is a package of a model, and how many.
///
/// # Errors
/// [`DealsError::Stopped`] where the verdict is out of reach or the search was cancelled.
pub fn zone(model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Zone, DealsError> {
    decided(count(model, ask, watch)?, model, ask, watch)
}

/// As [`zone`], where what every choice leaves is known already.
pub(crate) fn zone_of(left: &PerChoice, model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Zone, DealsError> {
    let sum = |row: &Table<ChoiceIdx, Left>| row.rows().map(|left| left.packages.exact().cloned()).sum();
    let exact: Option<BigUint> = left.rows().find_map(sum);
    match exact {
        Some(number) => decided(Count::Exact(number), model, ask, watch),
        None => zone(model, ask, watch),
    }
}

fn decided(packages: Count, model: &Model, ask: &Ask, watch: &dyn Watch) -> Result<Zone, DealsError> {
    let feasible = match packages.proves_any() {
        Some(any) => any,
        None => engine::any_package(model, ask, watch)?.is_some(),
    };
    Ok(Zone { feasible, packages: packages.given(feasible) })
}

/// What every choice leaves within the draft: packages of the zone, so none with another choice than the draft's.
pub(crate) fn within_draft(
    lowered: &Lowered,
    model: &Model,
    ask: &Ask,
    watch: &dyn Watch,
) -> Result<PerChoice, DealsError> {
    released(lowered, model, &required(model, ask), watch)
}

/// What every choice leaves beside the draft on the other issues.
pub(crate) fn released(
    lowered: &Lowered,
    model: &Model,
    ask: &Ask,
    watch: &dyn Watch,
) -> Result<PerChoice, DealsError> {
    let found = counting::remaining(model, ask, watch)?;
    let read = |issue: usize, left: counting::Remaining| {
        let most = || space(model) / model.issues[issue].max(1);
        let packages = left.count.unwrap_or_else(|| Count::Bounded { least: BigUint::ZERO, most: most() });
        Left { possible: left.possible, packages: left.possible.map_or(packages.clone(), |any| packages.given(any)) }
    };
    let rows =
        found.into_iter().enumerate().map(|(issue, row)| row.into_iter().map(|left| read(issue, left)).collect());
    Ok(by_choice(lowered, rows.collect()))
}

/// Per issue and choice, whether some package of the zone has it and keeps to the draft on the other issues; `None` where that
/// was not decided.
pub(crate) fn possible(
    lowered: &Lowered,
    model: &Model,
    ask: &Ask,
    watch: &dyn Watch,
) -> Result<Table<IssueIdx, Table<ChoiceIdx, Option<bool>>>, DealsError> {
    Ok(by_choice(lowered, counting::remaining_possible(model, ask, watch)?))
}

/// As [`possible`], with what stands in brackets left open on its own issue, as what is settled is.
pub(crate) fn possible_beside(
    lowered: &Lowered,
    asked: &Drafted,
    watch: &dyn Watch,
) -> Result<Table<IssueIdx, Table<ChoiceIdx, Option<bool>>>, DealsError> {
    let mut found = possible(lowered, &lowered.model, &asked.ask(), watch)?;
    for issue in asked.bracketed() {
        let beside = possible(lowered, &lowered.model, &asked.freed(issue).ask(), watch)?;
        let issue = IssueIdx::new(issue);
        found[issue].clone_from(&beside[issue]);
    }
    Ok(found)
}

/// The draft as a condition on every package.
fn required(model: &Model, ask: &Ask) -> Ask {
    let held = |(issue, held): (usize, &Option<usize>)| {
        let held = (*held)?;
        Some(Formula::Choice { issue, among: (0..model.issues[issue]).map(|choice| choice == held).collect() })
    };
    let require = ask.require.iter().cloned().chain(ask.fixed.iter().enumerate().filter_map(held)).collect();
    Ask { fixed: vec![None; ask.fixed.len()], require, ..ask.clone() }
}

/// From κ's order of choices to the case's.
pub(crate) fn by_choice<T: Clone>(lowered: &Lowered, rows: Vec<Vec<T>>) -> Table<IssueIdx, Table<ChoiceIdx, T>> {
    let row = |(order, row): (&Vec<ChoiceIdx>, Vec<T>)| {
        let mut placed: Vec<(usize, T)> = order.iter().map(|choice| choice.position()).zip(row).collect();
        placed.sort_by_key(|(position, _)| *position);
        placed.into_iter().map(|(_, left)| left).collect()
    };
    lowered.order.rows().zip(rows).map(row).collect()
}
