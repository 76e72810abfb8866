//! Numbers and lists in words, the same in every sheet and on every screen.

use detente_base::Decimal;

/// A number with its thousands apart.
#[expect(clippy::needless_pass_by_value, reason = "numbers small and large, owned or not")]
pub fn count(number: impl ToString) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if 0 < place && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A decimal, with a true minus sign.
pub fn decimal(number: Decimal) -> String {
    number.to_string().replace('-', "−")
}

/// "a", "a and b", "a, b and c".
pub fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
