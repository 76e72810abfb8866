//! Money that moves: every amount leaves somebody and reaches somebody.

use detente_case::PartyIdx;

use crate::{Money, StreamIdx};

/// Between whom money moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Account {
    /// A party.
    Party(PartyIdx),
    /// The fund.
    Fund,
    /// A stream: what buyers pay is divided at once, so that it never holds anything.
    Stream(StreamIdx),
    /// Who buys what is produced, and who pays returns on the fund's balance.
    Market,
    /// Operators that are no party.
    Operators,
    /// Who is paid for outlays and running costs.
    Suppliers,
    /// A manager that is no party.
    Manager,
}

/// Why money moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What buyers pay.
    Sales,
    /// A royalty.
    Royalty,
    /// A licence fee.
    LicenceFee,
    /// Costs recovered out of revenue.
    CostRecovery,
    /// The operator's part of production after that.
    OperatorShare,
    /// The government's part.
    ProductionShare,
    /// Tax on the operator's part.
    ProfitTax,
    /// Outlays and running costs.
    Costs,
    /// The contribution out of eligible revenue.
    Contribution,
    /// Capital paid in.
    Capital,
    /// Aid given in kind and credited as capital.
    Aid,
    /// The manager's fee.
    Fee,
    /// Returns on the balance.
    Returns,
    /// Paid out by the n-th tier.
    Distribution(usize),
}

/// Whether money moves between a party and the fund, or comes from production.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Into or out of the fund: contributions, capital, aid credited, distributions, the fee.
    Fund,
    /// Everything.
    All,
}

/// An amount that moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// In which year.
    pub year: i64,
    /// From whom.
    pub from: Account,
    /// To whom.
    pub to: Account,
    /// Why.
    pub kind: Kind,
    /// How much; never below zero.
    pub amount: Money,
}

/// Everything that moves, year by year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashFlow {
    /// The first year.
    pub from: i64,
    /// The last year.
    pub to: i64,
    /// The transfers, by year.
    pub transfers: Vec<Transfer>,
    /// Whether there is a fund.
    pub exists: bool,
    /// The contribution share used, in percent.
    pub share: detente_base::Decimal,
}

impl Kind {
    /// Whether it moves between a party and the fund; aid does, for it is credited.
    pub const fn is_of_fund(self) -> bool {
        matches!(self, Self::Contribution | Self::Capital | Self::Aid | Self::Fee | Self::Distribution(_))
    }
}

impl CashFlow {
    /// Moves nothing where nothing is to be moved.
    pub(crate) fn transfer(&mut self, year: i64, [from, to]: [Account; 2], kind: Kind, amount: Money) {
        if amount != Money::ZERO {
            self.transfers.push(Transfer { year, from, to, kind, amount });
        }
    }

    /// The number of years.
    pub fn len(&self) -> usize {
        usize::try_from(self.to - self.from + 1).unwrap_or(0)
    }

    /// Whether there is no year.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Per year, what reaches `account` less what leaves it.
    pub fn net(&self, account: Account, side: Side) -> Vec<Money> {
        self.by_year(|transfer| {
            let counts = side == Side::All || transfer.kind.is_of_fund();
            match (counts, transfer.from == account, transfer.to == account) {
                (true, false, true) => transfer.amount,
                (true, true, false) => -transfer.amount,
                _ => Money::ZERO,
            }
        })
    }

    /// Per year, what reaches `account` for a reason that `of` accepts.
    pub fn received(&self, account: Account, of: impl Fn(Kind) -> bool) -> Vec<Money> {
        self.by_year(|transfer| pick(transfer.to == account && of(transfer.kind), transfer.amount))
    }

    /// Per year, what leaves `account` for a reason that `of` accepts.
    pub fn paid(&self, account: Account, of: impl Fn(Kind) -> bool) -> Vec<Money> {
        self.by_year(|transfer| pick(transfer.from == account && of(transfer.kind), transfer.amount))
    }

    /// Per year, what moves for a reason that `of` accepts.
    pub fn moved(&self, of: impl Fn(Kind) -> bool) -> Vec<Money> {
        self.by_year(|transfer| pick(of(transfer.kind), transfer.amount))
    }

    /// What the fund holds at the end of each year.
    pub fn balance(&self) -> Vec<Money> {
        let mut held = Money::ZERO;
        let add = |change: Money| {
            held += change;
            held
        };
        self.net(Account::Fund, Side::All).into_iter().map(add).collect()
    }

    fn by_year(&self, of: impl Fn(&Transfer) -> Money) -> Vec<Money> {
        let mut years = vec![Money::ZERO; self.len()];
        for transfer in &self.transfers {
            let at = usize::try_from(transfer.year - self.from).ok();
            if let Some(year) = at.and_then(|at| years.get_mut(at)) {
                *year += of(transfer);
            }
        }
        years
    }
}

fn pick(counts: bool, amount: Money) -> Money {
    if counts { amount } else { Money::ZERO }
}
