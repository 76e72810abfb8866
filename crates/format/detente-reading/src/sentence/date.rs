//! When something was said, where the sentence gives a whole date.

use jiff::civil::Date;

use super::view::View;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The first whole date of a sentence that is not a limit ("by 1 May 2031") or part of a span. A day without a year stays
/// unknown: nothing is supplied from elsewhere.
pub(crate) fn date(view: &View<'_>) -> Option<Date> {
    (view.start..view.end).find_map(|at| {
        let is_said_on =
            !matches!(view.before(at), "by" | "until" | "before" | "after" | "from" | "since" | "to" | "till");
        whole(view, at).filter(|_| is_said_on && !is_dateline(view, at))
    })
}

/// Whether a date stands where a report says when it was written: "ALDMOOR, April 14 2031 - …".
fn is_dateline(view: &View<'_>, at: usize) -> bool {
    let is_dash = |at: usize| matches!(view.form(at), "-" | "\u{2013}" | "\u{2014}");
    at < view.start + 8 && (at + 3..at + 6).any(is_dash)
}

fn whole(view: &View<'_>, at: usize) -> Option<Date> {
    let day_first = || {
        let month = month(view.form(at + 1))?;
        let year = at + 2 + usize::from(view.form(at + 2) == ",");
        Date::new(number(view.form(year))?, month, day(view.form(at))?).ok()
    };
    let month_first = || {
        let month = month(view.form(at)).filter(|_| view.token(at).is_some_and(|token| token.is_capital))?;
        let year = at + 2 + usize::from(view.form(at + 2) == ",");
        Date::new(number(view.form(year))?, month, day(view.form(at + 1))?).ok()
    };
    let digits = || {
        let month = number::<i8>(view.form(at + 1)).filter(|_| view.form(at).len() == 4)?;
        Date::new(number(view.form(at))?, month, day(view.form(at + 2))?).ok()
    };
    day_first().or_else(month_first).or_else(digits).filter(|date| 1800 <= date.year())
}

fn month(form: &str) -> Option<i8> {
    let rank = MONTHS.iter().position(|month| *month == form)?;
    i8::try_from(rank + 1).ok()
}

fn day(form: &str) -> Option<i8> {
    number(form.trim_end_matches(|c: char| c.is_ascii_lowercase()))
}

fn number<T: std::str::FromStr>(form: &str) -> Option<T> {
    form.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::date;
    use crate::actors::Actors;
    use crate::lexicon::Lexicon;
    use crate::sentence::View;
    use crate::text::paragraphs;

    fn check(text: &str, wanted: Option<&str>) {
        let lexicon = Lexicon::english();
        let case = detente_casefile::read(&detente_casefile::Folder::of_texts([("case.toml", "")]))
            .case
            .expect("an empty case");
        let actors = Actors::of(&case);
        let paragraph = &paragraphs(text, &lexicon)[0];
        let end = paragraph.tokens.len();
        let view = View { text, paragraph, start: 0, end, lexicon: &lexicon, actors: &actors };
        assert_eq!(date(&view).map(|date| date.to_string()).as_deref(), wanted, "{text}");
    }

    #[test]
    fn whole_dates_are_read_and_no_others() {
        check("She said on 3 May 2031 that it was so.", Some("2031-05-03"));
        check("On May 3rd, 2031, she said so.", Some("2031-05-03"));
        check("She said so on 2031-05-03.", Some("2031-05-03"));
        check("On Monday and on 3 May she said so.", None);
        check("They must leave by 3 May 2031.", None);
        check("It failed on 31 April 2031.", None);
        check("ALDMOOR, May 3 2031 - She said so.", None);
    }
}
