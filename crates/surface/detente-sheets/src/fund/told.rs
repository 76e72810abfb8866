//! Amounts of money as they are told.

use detente::base::Decimal;
use detente::fund::Money;
use detente::funds::Asked;
use detente_report::words::count;

/// How amounts of a table are told: whole, unless all of them are small.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    units: i64,
    /// Thousandths that the last digit shown stands for.
    step: i64,
}

impl Told {
    /// As it fits these amounts.
    pub fn of(asked: &Asked<'_>, amounts: impl Iterator<Item = Money>) -> Self {
        let units = asked.fund.scale.units();
        let most = amounts.map(|amount| amount.in_units(units).thousandths().unsigned_abs()).max().unwrap_or(0);
        let step = match most {
            100_000.. => 1000,
            10_000..100_000 => 100,
            _ => 10,
        };
        Self { units, step }
    }

    /// With a true minus sign and thousands apart.
    pub fn amount(&self, amount: Money) -> String {
        let thousandths = amount.in_units(self.units).thousandths();
        let steps = detente::base::half_even(thousandths.into(), self.step.into());
        let rounded = i64::try_from(steps * i128::from(self.step)).unwrap_or(thousandths);
        let whole = count(rounded.unsigned_abs() / 1000);
        let places = Decimal::from_thousandths(i64::try_from(rounded.unsigned_abs() % 1000).unwrap_or(0)).to_string();
        let places = places.strip_prefix('0').unwrap_or_default();
        let sign = if rounded < 0 { "−" } else { "" };
        format!("{sign}{whole}{places}")
    }

    /// As [`Told::amount`], with a plus sign where it is more.
    pub fn change(&self, amount: Money) -> String {
        let told = self.amount(amount);
        if Money::ZERO < amount && told != "0" { format!("+{told}") } else { told }
    }
}

/// The unit amounts are told in.
pub fn unit(asked: &Asked<'_>) -> String {
    asked.fund.scale.with(&asked.fund.currency)
}
