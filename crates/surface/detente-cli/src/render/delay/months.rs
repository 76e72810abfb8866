//! Months in words.

use super::super::text::listed;

/// "never", "from month 3 on", "in months 0–3 and 7"; `last` is the last month looked at.
pub(super) fn in_words(months: &[usize], last: usize) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &month in months {
        match runs.last_mut() {
            Some((_, to)) if *to + 1 == month => *to = month,
            _ => runs.push((month, month)),
        }
    }
    match runs.as_slice() {
        [] => "in no month".to_owned(),
        [(0, to)] if *to == last => "in every month".to_owned(),
        [(from, to)] if *to == last => format!("from month {from} on"),
        _ => {
            let words =
                runs.iter().map(|&(from, to)| if from == to { from.to_string() } else { format!("{from}–{to}") });
            let words: Vec<String> = words.collect();
            let is_one = matches!(runs.as_slice(), [(from, to)] if from == to);
            format!("in {} {}", if is_one { "month" } else { "months" }, listed(&words))
        }
    }
}

/// "never", "month 7", "month 12 or later"; with the months between in which it is not so.
pub(super) fn last_in_words(months: &[usize], last: usize) -> String {
    let Some(&until) = months.last() else { return "never".to_owned() };
    let end =
        if until == last { format!("month {until}, the last looked at, or later") } else { format!("month {until}") };
    if months.len() == until + 1 { end } else { format!("{end} (acceptable {})", in_words(months, last)) }
}

#[cfg(test)]
mod tests {
    use super::{in_words, last_in_words};

    #[test]
    fn months_are_told_as_runs() {
        let check = |months: &[usize], expect: &str| assert_eq!(in_words(months, 5), expect);
        check(&[], "in no month");
        check(&[0, 1, 2, 3, 4, 5], "in every month");
        check(&[3, 4, 5], "from month 3 on");
        check(&[2], "in month 2");
        check(&[0, 1, 3, 5], "in months 0–1, 3 and 5");
    }

    #[test]
    fn the_last_month_says_where_looking_ended() {
        let check = |months: &[usize], expect: &str| assert_eq!(last_in_words(months, 5), expect);
        check(&[], "never");
        check(&[0, 1, 2], "month 2");
        check(&[0, 1, 2, 3, 4, 5], "month 5, the last looked at, or later");
        check(&[1, 2], "month 2 (acceptable in months 1–2)");
    }
}
