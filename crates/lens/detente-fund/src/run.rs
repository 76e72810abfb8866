//! A fund under a package: everything that moves, year by year.

use std::collections::BTreeMap;

use detente_base::{Decimal, Table, half_even};
use detente_case::{ChoiceIdx, Formula, Issue, IssueIdx, PartyIdx};

use crate::chance::reached;
use crate::waterfall::Standing;
use crate::{
    Account, Barrel, Capital, CashFlow, Eligible, Fund, Kind, Money, Numbers, Scale, Stream, StreamIdx, Terms, holds,
    listed, on_path, on_profile, split,
};

/// The package leaves issues open of which the fund needs the choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Which, sorted.
    pub issues: Vec<IssueIdx>,
}

/// An amount is larger than sums can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

/// Why there is no cash flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Issues are open.
    Open(Open),
    /// An amount is too large.
    TooLarge,
}

impl From<TooLarge> for Cut {
    fn from(_: TooLarge) -> Self {
        Self::TooLarge
    }
}

impl Open {
    pub(crate) fn of(formula: &Formula, package: &BTreeMap<IssueIdx, ChoiceIdx>) -> Self {
        Self { issues: formula.issues().into_iter().filter(|issue| !package.contains_key(issue)).collect() }
    }
}

/// The cash flow of `fund` on `terms` under `package`; each range at the number that `numbers` picks.
///
/// Streams count by their weight: at their centres the whole flow is multiplied by the stream's probability, and what a waterfall
/// makes of such flows is not the average of what it makes of the outcomes. A draw has each stream wholly or not at all.
///
/// # Shape
/// `package` has a choice for every issue that [`drivers`](crate::drivers) names.
/// # Cost
/// Linear in years times streams and tiers.
pub fn run(
    fund: &Fund,
    terms: &Terms,
    issues: &Table<IssueIdx, Issue>,
    package: &BTreeMap<IssueIdx, ChoiceIdx>,
    numbers: &dyn Numbers,
) -> Result<CashFlow, Cut> {
    let among: Vec<StreamIdx> = fund.streams.indices().collect();
    run_of(fund, terms, issues, package, numbers, (&among, true))
}

/// As [`run`], of some streams only, and with or without capital.
pub(crate) fn run_of(
    fund: &Fund,
    terms: &Terms,
    issues: &Table<IssueIdx, Issue>,
    package: &BTreeMap<IssueIdx, ChoiceIdx>,
    numbers: &dyn Numbers,
    (among, with_capital): (&[StreamIdx], bool),
) -> Result<CashFlow, Cut> {
    let decided = |formula: &Formula| holds(formula, package).ok_or_else(|| Cut::Open(Open::of(formula, package)));
    let exists = fund.exists.as_ref().map_or(Ok(true), |when| decided(&when.formula))?;
    let share = share(fund, terms, issues, package, exists)?;
    let mut flow = CashFlow { from: fund.from, to: fund.to, transfers: Vec::new(), exists, share };
    let mut running = Vec::new();
    for &stream in among {
        running.push(Running::new(fund, stream, package, numbers)?);
    }
    let mut capital = Vec::new();
    for (rank, row) in terms.capital.iter().enumerate().filter(|_| exists && with_capital) {
        if row.when.as_ref().map_or(Ok(true), |when| decided(&when.formula))? {
            capital.push((rank, row));
        }
    }
    let mut treasury =
        Treasury { fund, terms, share, held: Money::ZERO, given: Money::ZERO, standing: Standing::default() };
    for year in fund.years() {
        let mut counted = Money::ZERO;
        for stream in &mut running {
            counted += stream.year(&mut flow, terms, year, numbers)?;
        }
        if exists {
            treasury.year(&mut flow, year, counted, &capital, numbers);
        }
    }
    Ok(flow)
}

/// The contribution share in percent: the package's, else the terms' own.
fn share(
    fund: &Fund,
    terms: &Terms,
    issues: &Table<IssueIdx, Issue>,
    package: &BTreeMap<IssueIdx, ChoiceIdx>,
    exists: bool,
) -> Result<Decimal, Cut> {
    let open = |issue: IssueIdx| Cut::Open(Open { issues: vec![issue] });
    match (fund.share, terms.share) {
        _ if !exists => Ok(Decimal::ZERO),
        (None, share) => Ok(share.unwrap_or(Decimal::ZERO)),
        (Some(issue), share) => match package.get(&issue) {
            Some(&choice) => issues[issue].choices[choice].amount.ok_or_else(|| open(issue)),
            None => share.ok_or_else(|| open(issue)),
        },
    }
}

/// A stream as the years pass.
struct Running<'f> {
    fund: &'f Fund,
    idx: StreamIdx,
    stream: &'f Stream,
    /// How much of it comes about, 0 to 1.
    weight: Decimal,
    delay: i64,
    opex: Decimal,
    exchange: Decimal,
    government: Account,
    operator: Account,
    unrecovered: Money,
}

impl<'f> Running<'f> {
    fn new(
        fund: &'f Fund,
        idx: StreamIdx,
        package: &BTreeMap<IssueIdx, ChoiceIdx>,
        numbers: &dyn Numbers,
    ) -> Result<Self, Cut> {
        let stream = &fund.streams[idx];
        let row_held = reached(&stream.chances, stream.otherwise, package)?;
        let id = &stream.id;
        let row = row_held.row.map_or_else(|| "otherwise".to_owned(), |row| row.to_string());
        let probability = numbers.number(&format!("{id}/chance/{row}"), row_held.probability);
        let delay = numbers.number(&format!("{id}/delay"), stream.start_delay);
        let delay = half_even(i128::from(delay.thousandths()), i128::from(Decimal::UNIT));
        let currency = &fund.prices[stream.price].currency;
        let exchange = fund.exchange.iter().find(|rate| rate.currency == *currency);
        let government = row_held.government.or(stream.government).unwrap_or(fund.contributor);
        Ok(Self {
            fund,
            idx,
            stream,
            weight: numbers.weight(&format!("{id}/comes-about"), probability),
            delay: i64::try_from(delay).unwrap_or(0),
            opex: numbers.number(&format!("{id}/opex"), stream.opex),
            exchange: exchange.map_or(Decimal::from_thousandths(Decimal::UNIT), |rate| {
                numbers.number(&format!("exchange/{currency}"), rate.rate)
            }),
            government: Account::Party(government),
            operator: stream.operator.map_or(Account::Operators, Account::Party),
            unrecovered: Money::ZERO,
        })
    }

    /// Moves what the stream moves in a year; returns what of it counts for the fund.
    fn year(
        &mut self,
        flow: &mut CashFlow,
        terms: &Terms,
        year: i64,
        numbers: &dyn Numbers,
    ) -> Result<Money, TooLarge> {
        let (id, own_year) = (&self.stream.id, year - self.delay);
        let volume = on_profile(&self.stream.production, own_year, &format!("{id}/production"), numbers);
        let deck = &self.fund.prices[self.stream.price];
        let price = on_path(&deck.path, year, &format!("prices/{}", deck.id), numbers);
        let gross = self.worth(volume, price, self.exchange)?;
        let running = self.worth(volume, self.opex, Decimal::from_thousandths(Decimal::UNIT))?;
        let outlay = listed(&self.stream.capex, own_year, &format!("{id}/capex"), numbers);
        let costs = running + self.weighted(Money::of(outlay, self.fund.scale.units()));
        let fee = match volume {
            Decimal::ZERO => Money::ZERO,
            _ => self.weighted(Money::of(terms.fiscal.licence_fee, self.fund.scale.units())),
        };
        let barrel = Barrel { gross, costs: costs + fee, unrecovered: self.unrecovered };
        let parts = split(barrel, &terms.fiscal);
        self.unrecovered = parts.unrecovered;
        let (stream, operator, government) = (Account::Stream(self.idx), self.operator, self.government);
        flow.transfer(year, [Account::Market, stream], Kind::Sales, gross);
        flow.transfer(year, [stream, government], Kind::Royalty, parts.royalty);
        flow.transfer(year, [stream, operator], Kind::CostRecovery, parts.recovered);
        flow.transfer(year, [stream, operator], Kind::OperatorShare, parts.operator);
        flow.transfer(year, [stream, government], Kind::ProductionShare, parts.government);
        flow.transfer(year, [operator, government], Kind::LicenceFee, fee);
        flow.transfer(year, [operator, government], Kind::ProfitTax, parts.tax);
        flow.transfer(year, [operator, Account::Suppliers], Kind::Costs, costs);
        let counts =
            self.government == Account::Party(self.fund.contributor) && (self.stream.new_licence || !terms.only_new);
        let amount = |kind: &Eligible| match kind {
            Eligible::Royalty => parts.royalty,
            Eligible::LicenceFee => fee,
            Eligible::ProductionShare => parts.government,
            Eligible::ProfitTax => parts.tax,
        };
        Ok(if counts { terms.eligible.iter().map(amount).sum() } else { Money::ZERO })
    }

    fn weighted(&self, amount: Money) -> Money {
        let percent = self.weight.thousandths().saturating_mul(100);
        amount.percent(Decimal::from_thousandths(percent))
    }

    /// Volume times a number of currency per unit, times an exchange rate, times the stream's weight.
    fn worth(&self, volume: Decimal, each: Decimal, exchange: Decimal) -> Result<Money, TooLarge> {
        const PLACES: i128 = 1_000_000_000_000;
        let factors = [each, exchange, self.weight].map(|factor| i128::from(factor.thousandths()));
        let units = i128::from(self.stream.volume_scale.units()) * 100;
        let start = i128::from(volume.thousandths()).checked_mul(units);
        let product = factors
            .into_iter()
            .try_fold(start.ok_or(TooLarge)?, |product, factor| product.checked_mul(factor).ok_or(TooLarge))?;
        Ok(Money::from_cents(half_even(product, PLACES)))
    }
}

/// The fund as the years pass.
struct Treasury<'f> {
    fund: &'f Fund,
    terms: &'f Terms,
    share: Decimal,
    held: Money,
    /// Contributed out of revenue so far.
    given: Money,
    standing: Standing,
}

impl Treasury<'_> {
    fn year(
        &mut self,
        flow: &mut CashFlow,
        year: i64,
        counted: Money,
        capital: &[(usize, &Capital)],
        numbers: &dyn Numbers,
    ) {
        let returns = self.held.percent(self.terms.returns);
        flow.transfer(year, [Account::Market, Account::Fund], Kind::Returns, returns);
        let arrived = self.contribution(flow, year, counted) + self.capital(flow, year, capital, numbers);
        let fee = arrived.percent(self.terms.fee);
        let manager = self.terms.manager.map_or(Account::Manager, Account::Party);
        flow.transfer(year, [Account::Fund, manager], Kind::Fee, fee);
        self.held += returns + arrived - fee;
        let is_locked = self.terms.locked_until.is_some_and(|last| year <= last);
        let locked = if is_locked { self.held.percent(self.terms.locked) } else { Money::ZERO };
        let scale = self.fund.scale.units();
        for (tier, party, amount) in self.standing.pay(&self.terms.tiers, scale, self.held - locked) {
            flow.transfer(year, [Account::Fund, Account::Party(party)], Kind::Distribution(tier), amount);
            self.held -= amount;
        }
    }

    fn contribution(&mut self, flow: &mut CashFlow, year: i64, counted: Money) -> Money {
        let wanted = counted.percent(self.share);
        let cap = self.terms.contribution_cap.map(|cap| Money::of(cap, self.fund.scale.units()) - self.given);
        let amount = cap.map_or(wanted, |left| wanted.min(left.at_least_zero()));
        flow.transfer(year, [Account::Party(self.fund.contributor), Account::Fund], Kind::Contribution, amount);
        self.given += amount;
        amount
    }

    /// Returns what reaches the fund; what is given in kind is credited only.
    fn capital(&mut self, flow: &mut CashFlow, year: i64, rows: &[(usize, &Capital)], numbers: &dyn Numbers) -> Money {
        let mut arrived = Money::ZERO;
        for (rank, row) in rows {
            let id = format!("capital/{rank}");
            let amount = Money::of(listed(&row.amounts, year, &id, numbers), self.fund.scale.units());
            let party: PartyIdx = row.party;
            if let Some(to) = row.in_kind_to {
                flow.transfer(year, [Account::Party(party), Account::Party(to)], Kind::Aid, amount);
            } else {
                flow.transfer(year, [Account::Party(party), Account::Fund], Kind::Capital, amount);
                arrived += amount;
            }
            *self.standing.unreturned.entry(party).or_default() += amount.percent(row.credit);
        }
        arrived
    }
}

impl Scale {
    /// "million USD", "USD".
    pub fn with(self, currency: &str) -> String {
        if self == Self::One { currency.to_owned() } else { format!("{} {currency}", self.word()) }
    }
}
