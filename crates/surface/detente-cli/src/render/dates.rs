//! Days as people write them, no more exact than they are known.

use detente::case::Precision;
use jiff::civil::Date;

/// "26 February 2025", "February 2025", "2025"; "date unknown" where there is none.
pub(super) fn day(date: Option<Date>, precision: Option<Precision>) -> String {
    let Some(date) = date else { return "date unknown".to_owned() };
    match precision {
        Some(Precision::Month) => date.strftime("%B %Y").to_string(),
        Some(Precision::Year) => date.strftime("%Y").to_string(),
        Some(Precision::Unknown) => format!("{} (how exact is not known)", date.strftime("%-d %B %Y")),
        Some(Precision::Day) | None => date.strftime("%-d %B %Y").to_string(),
    }
}

/// "1 day", "2 days".
pub(super) fn days(number: i32) -> String {
    if number == 1 { "1 day".to_owned() } else { format!("{number} days") }
}
