//! What a fund depends on, and what it is worth to a party by what is agreed.

use std::collections::{BTreeMap, BTreeSet};

use detente_base::{Decimal, Table};
use detente_case::{ChoiceIdx, Formula, Issue, IssueIdx, PartyIdx};
use detente_estimate::Amounts;

use crate::run::run_of;
use crate::{Account, Centres, Cut, Discount, Fund, Side, StreamIdx, Terms, Until, net_present_value};

/// The issues on which a fund's flows depend.
pub type Drivers = BTreeSet<IssueIdx>;

/// As many issues as one table is over (DEFINITIONS 26).
const MOST_ISSUES: usize = 3;
/// As many combinations as a table has: each is a cash flow.
const MOST_CELLS: usize = 20_000;
/// As many years of a stream as a table takes to fill: it is filled while a case is read.
const MOST_WORK: usize = 500_000;

/// The fund depends on too much at once for a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// On which issues together.
    pub issues: Vec<IssueIdx>,
    /// How many combinations of choices they have; the largest number that can be held where there are more.
    pub cells: usize,
}

/// Whether a formula holds under the choices made; `None` where that depends on an issue that is open.
pub fn holds(formula: &Formula, package: &BTreeMap<IssueIdx, ChoiceIdx>) -> Option<bool> {
    match formula {
        Formula::Is(issue, choices) => package.get(issue).map(|choice| choices.contains(choice)),
        Formula::AtMost { terms, bound } => {
            let sum = terms.iter().try_fold(0_i128, |sum, term| {
                let amount = term.amounts[*package.get(&term.issue)?];
                Some(sum + i128::from(amount))
            });
            sum.map(|sum| sum <= i128::from(*bound))
        }
        Formula::Connected(graph) => graph.holds(|issue| package.get(&issue).copied()),
        Formula::Not(inner) => holds(inner, package).map(|held| !held),
        Formula::All(parts) => decided(parts, package, false),
        Formula::Any(parts) => decided(parts, package, true),
    }
}

/// One part that is `decisive` decides; else all must be known.
fn decided(parts: &[Formula], package: &BTreeMap<IssueIdx, ChoiceIdx>, decisive: bool) -> Option<bool> {
    let found: Vec<Option<bool>> = parts.iter().map(|part| holds(part, package)).collect();
    match (found.contains(&Some(decisive)), found.contains(&None)) {
        (true, _) => Some(decisive),
        (false, true) => None,
        (false, false) => Some(!decisive),
    }
}

/// Everything the fund's flows depend on.
pub fn drivers(fund: &Fund, terms: &Terms) -> Drivers {
    let mut issues = of_frame(fund);
    fund.streams.indices().for_each(|stream| issues.extend(of_stream(fund, stream)));
    issues.extend(of_capital(terms));
    issues
}

fn of_frame(fund: &Fund) -> Drivers {
    let exists = fund.exists.as_ref().map_or_else(Vec::new, |when| when.formula.issues());
    exists.into_iter().chain(fund.share).collect()
}

fn of_stream(fund: &Fund, stream: StreamIdx) -> Drivers {
    fund.streams[stream].chances.iter().flat_map(|chance| chance.when.formula.issues()).collect()
}

fn of_capital(terms: &Terms) -> Drivers {
    terms.capital.iter().filter_map(|row| row.when.as_ref()).flat_map(|when| when.formula.issues()).collect()
}

/// What the fund is worth to `party`, as present values at the centres: one table where at most three issues drive it; else,
/// where every stream adds to the worth by itself, a table per stream and one for capital, whose sum it is.
///
/// A fund whose tiers all run to the end and whose contributions have no cap adds up so, but for the rounding of each flow to
/// a hundredth. No caps means no stream changes what another is worth.
///
/// # Errors
/// [`TooMany`] names the issues that would have to stand in one table.
/// # Cost
/// A cash flow per combination of choices: at most 20,000 per table, and 500,000 years of a stream.
pub fn worths(
    fund: &Fund,
    terms: &Terms,
    issues: &Table<IssueIdx, Issue>,
    party: PartyIdx,
    discount: &Discount,
) -> Result<Vec<Amounts>, TooMany> {
    let all: Vec<StreamIdx> = fund.streams.indices().collect();
    let together = drivers(fund, terms);
    let asked = Asked { fund, terms, issues, party, discount };
    let first = asked.table(&together, &all, true);
    if first.is_ok() || !adds_up(terms) {
        return first.map(|part| vec![part]);
    }
    let frame = of_frame(fund);
    let mut tables = Vec::new();
    for &stream in &all {
        let over = &frame | &of_stream(fund, stream);
        tables.push(asked.table(&over, &[stream], false)?);
    }
    if !terms.capital.is_empty() {
        tables.push(asked.table(&(&frame | &of_capital(terms)), &[], true)?);
    }
    Ok(tables)
}

fn adds_up(terms: &Terms) -> bool {
    terms.contribution_cap.is_none() && terms.tiers.iter().all(|tier| tier.until == Until::End)
}

struct Asked<'f> {
    fund: &'f Fund,
    terms: &'f Terms,
    issues: &'f Table<IssueIdx, Issue>,
    party: PartyIdx,
    discount: &'f Discount,
}

impl Asked<'_> {
    fn table(&self, over: &Drivers, among: &[StreamIdx], with_capital: bool) -> Result<Amounts, TooMany> {
        let over: Vec<IssueIdx> = over.iter().copied().collect();
        let sizes = over.iter().map(|&issue| self.issues[issue].choices.len());
        let cells = sizes.fold(1_usize, usize::saturating_mul);
        let years = usize::try_from(self.fund.to - self.fund.from + 1).unwrap_or(usize::MAX);
        let work = cells.saturating_mul(years).saturating_mul(among.len().max(1));
        if MOST_ISSUES < over.len() || MOST_CELLS < cells || MOST_WORK < work {
            return Err(TooMany { issues: over, cells });
        }
        let amounts = packages(self.issues, &over).into_iter().map(|package| self.worth(&package, among, with_capital));
        // Every driver is in the table, and amounts were held within bounds when they were read: no cell is cut.
        match amounts.collect::<Result<Vec<_>, Cut>>() {
            Ok(amounts) => Ok(Amounts { issues: over, amounts }),
            Err(_) => Err(TooMany { issues: over, cells }),
        }
    }

    fn worth(
        &self,
        package: &BTreeMap<IssueIdx, ChoiceIdx>,
        among: &[StreamIdx],
        with_capital: bool,
    ) -> Result<Decimal, Cut> {
        let flow = run_of(self.fund, self.terms, self.issues, package, &Centres, (among, with_capital))?;
        let worth = net_present_value(&flow, Account::Party(self.party), Side::All, self.discount);
        Ok(worth.in_units(self.fund.scale.units()))
    }
}

/// Every combination of the choices of `over`, the last issue's changing fastest.
fn packages(issues: &Table<IssueIdx, Issue>, over: &[IssueIdx]) -> Vec<BTreeMap<IssueIdx, ChoiceIdx>> {
    let mut packages = vec![BTreeMap::new()];
    for &issue in over {
        let choices: Vec<ChoiceIdx> = issues[issue].choices.indices().collect();
        let with = |package: &BTreeMap<IssueIdx, ChoiceIdx>, choice: ChoiceIdx| {
            let mut more = package.clone();
            more.insert(issue, choice);
            more
        };
        packages =
            packages.iter().flat_map(|package| choices.iter().map(move |&choice| with(package, choice))).collect();
    }
    packages
}
