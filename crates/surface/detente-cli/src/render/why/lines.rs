//! A member of a list: where it is written, whose it is, what it says, how firm it is and what it rests on.

use detente::base::Span;
use detente::case::{Id, RuleIdx};
use detente::deals::{LimitRef, Member};
use detente_api::{member_span, place};

use super::View;
use crate::render::text::{WIDTH, fitted, range};
use crate::render::words::{bracket_words, choice_words, limit_words};

/// A member of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// File and line.
    pub(super) place: String,
    /// Whose and what.
    pub(super) text: String,
    /// Said beside it.
    pub(super) mark: &'static str,
    /// Said under it.
    pub(super) notes: Vec<String>,
}

impl View<'_> {
    pub(super) fn member(&self, member: Member) -> Line {
        let case = self.case();
        let place = member_span(case, self.set, member).map_or_else(String::new, |span| self.place(span));
        let (text, note) = match member {
            Member::Limit(limit) => self.limit(limit),
            Member::BottomLine(party) => {
                let name = &case.parties[party].name;
                let line = self.set.and_then(|set| set.party(party)).and_then(|of| of.bottom_line.as_ref());
                let points = line.map_or_else(String::new, |line| range(line.range.low(), line.range.high()));
                let because = line.and_then(|line| line.why.because.as_deref());
                let basis = line.map_or(&[][..], |line| &line.why.basis);
                (format!("{name}, bottom line: {points} points of its own"), self.assumed("estimated", because, basis))
            }
            Member::Fixed(issue) => {
                let choice = self.page.about.draft.get(&issue);
                let words = choice.map_or_else(String::new, |&choice| choice_words(case, issue, choice));
                (format!("fixed for this run: {words}"), String::new())
            }
            Member::Bracketed(issue) => {
                let among = self.page.about.open.get(&issue);
                let words = among.map_or_else(String::new, |among| bracket_words(case, issue, among));
                (format!("in brackets for this run: {words}"), String::new())
            }
        };
        Line { place, text, mark: "", notes: Some(note).filter(|note| !note.is_empty()).into_iter().collect() }
    }

    pub(super) fn rule(&self, rule: RuleIdx) -> Line {
        let rule = &self.case().rules[rule];
        let text = format!("rule (used by the proof, nobody's): {}", rule.words);
        Line { place: self.place(rule.span), text, ..Line::default() }
    }

    fn limit(&self, limit: LimitRef) -> (String, String) {
        let case = self.case();
        let (who, what, firmness) = limit_words(case, self.set, limit);
        match limit {
            LimitRef::RedLine(idx) => {
                (format!("{who}, red line: {what}"), on_record(&firmness, &case.red_lines[idx].evidence))
            }
            LimitRef::Offer(idx) => {
                (format!("{who}, conditional offer: {what}"), on_record(&firmness, &case.offers[idx].evidence))
            }
            LimitRef::Estimated(party, rank) => {
                let line = self.set.and_then(|set| set.party(party)).and_then(|of| of.red_lines.get(rank));
                let because = line.and_then(|line| line.why.because.as_deref());
                let basis = line.map_or(&[][..], |line| &line.why.basis);
                (format!("{who}, red line: {what}"), self.assumed(&firmness, because, basis))
            }
        }
    }

    fn assumed(&self, firmness: &str, because: Option<&str>, basis: &[Id]) -> String {
        let by = self.set.map_or_else(String::new, |set| format!(" by {}", set.author));
        match because {
            Some(because) => format!("{firmness}{by}; {because}"),
            None => on_record(&format!("{firmness}{by}"), basis),
        }
    }

    fn place(&self, span: Span) -> String {
        place(self.page.about.opened, span).map_or_else(String::new, |place| format!("{}:{}", place.file, place.line))
    }
}

fn on_record(firmness: &str, evidence: &[Id]) -> String {
    let ids: Vec<&str> = evidence.iter().map(Id::as_str).collect();
    if ids.is_empty() {
        format!("{firmness}; no source on record")
    } else {
        format!("{firmness}; source: {}", ids.join(", "))
    }
}

/// Sets of members, places in one column, marks in another; several sets are numbered.
pub(super) fn in_columns(sets: &[Vec<Line>]) -> String {
    let width = |text: &dyn Fn(&Line) -> &str| sets.iter().flatten().map(|line| text(line).chars().count()).max();
    let place = width(&|line| &line.place).unwrap_or(0);
    let mark = width(&|line| line.mark).unwrap_or(0);
    let before = if 1 < sets.len() { sets.len().to_string().len() + 2 } else { 0 };
    let whole = usize::from(WIDTH).saturating_sub(4 + before + place + 2);
    let text = if 0 < mark { whole.saturating_sub(mark + 2) } else { whole };
    let mut out = String::new();
    for (rank, set) in sets.iter().enumerate() {
        for (at, line) in set.iter().enumerate() {
            let number = if at == 0 && 0 < before { format!("{}.", rank + 1) } else { String::new() };
            let rows = fitted(&line.text, text);
            let notes = line.notes.iter().flat_map(|note| fitted(note, text.saturating_sub(2)));
            for (row, words) in rows.into_iter().chain(notes.map(|note| format!("  {note}"))).enumerate() {
                let (number, place_of, mark) =
                    if row == 0 { (number.as_str(), line.place.as_str(), line.mark) } else { ("", "", "") };
                let full = format!("    {number:<before$}{place_of:<place$}  {words:<text$}  {mark}");
                out.push_str(full.trim_end());
                out.push('\n');
            }
        }
    }
    out
}
