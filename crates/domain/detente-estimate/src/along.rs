//! Values along an amount that several issues decide together (DEFINITIONS 26).

use detente_base::{Decimal, half_even};
use detente_case::IssueIdx;

use crate::{Corner, on_grid};

/// An amount for every combination of choices of a few issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// Which issues, sorted, none twice.
    pub issues: Vec<IssueIdx>,
    /// An amount per combination, the choice of the last issue changing fastest; choices in the order of their tables.
    pub amounts: Vec<Decimal>,
}

/// The value of each amount, each rounded once, half to even, to 0.001; outside the corners the end values hold.
///
/// Of several tables the values add up: the first carries the value at the first corner, every table its part of the slope, and each
/// is rounded by itself.
///
/// # Shape
/// `corners` rise. With several tables there are two, and the sum of the amounts never leaves them. A list per table.
/// # Cost
/// Linear in the amounts times the corners.
pub fn along(corners: &[Corner], tables: &[Amounts]) -> Vec<Vec<Decimal>> {
    match (tables, corners) {
        ([only], _) => vec![on_grid(corners, only.amounts.iter().copied())],
        ([], _) | (_, []) => Vec::new(),
        (_, [first, .., last]) => {
            let of = |(rank, table): (usize, &Amounts)| {
                let start = if rank == 0 { Some(first) } else { None };
                table.amounts.iter().map(|&amount| part(first, last, amount, start)).collect()
            };
            tables.iter().enumerate().map(of).collect()
        }
        (_, [only]) => {
            let level = |rank: usize| if rank == 0 { half_even(only.halves, 2) } else { 0 };
            let of = |(rank, table): (usize, &Amounts)| vec![held(level(rank)); table.amounts.len()];
            tables.iter().enumerate().map(of).collect()
        }
    }
}

/// The slope between two corners times an amount; from `start` on, with the value there, where it is given.
fn part(first: &Corner, last: &Corner, amount: Decimal, start: Option<&Corner>) -> Decimal {
    let wide = |number: Decimal| i128::from(number.thousandths());
    let width = (wide(last.at) - wide(first.at)).max(1);
    let along = wide(amount) - start.map_or(0, |corner| wide(corner.at));
    let level = start.map_or(0, |corner| corner.halves * width);
    held(half_even(level + (last.halves - first.halves) * along, 2 * width))
}

fn held(thousandths: i128) -> Decimal {
    Decimal::from_thousandths(i64::try_from(thousandths).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::{Amounts, along};
    use crate::Corner;
    use detente_base::{Decimal, Index};
    use detente_case::IssueIdx;

    fn whole(number: i64) -> Decimal {
        Decimal::from_thousandths(number * 1000)
    }

    fn table(issue: usize, amounts: &[i64]) -> Amounts {
        Amounts { issues: vec![IssueIdx::new(issue)], amounts: amounts.iter().map(|&amount| whole(amount)).collect() }
    }

    fn corner(at: i64, value: i64) -> Corner {
        Corner { at: whole(at), halves: i128::from(value) * 2000 }
    }

    fn told(values: &[Vec<Decimal>]) -> Vec<Vec<String>> {
        values.iter().map(|values| values.iter().map(ToString::to_string).collect()).collect()
    }

    #[test]
    fn one_table_follows_the_curve_and_holds_its_ends() {
        let values = along(&[corner(0, 0), corner(10, 80), corner(20, 100)], &[table(0, &[-5, 5, 15, 30])]);
        assert_eq!(told(&values), [["0", "40", "90", "100"]]);
    }

    #[test]
    fn several_tables_add_up_to_the_line() {
        let corners = [corner(-10, 0), corner(30, 100)];
        let tables = [table(0, &[-10, 10]), table(1, &[0, 20])];
        let values = along(&corners, &tables);
        assert_eq!(told(&values), [["0", "50"], ["0", "50"]]);
        // 10 + 20 = 30 is worth 100, and −10 + 20 = 10 half of it.
        assert_eq!(along(&corners, &[table(0, &[30])])[0][0], values[0][1] + values[1][1]);
    }
}
