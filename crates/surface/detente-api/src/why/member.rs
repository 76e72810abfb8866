//! A member of the lists, described.

use detente::base::Decimal;
use detente::case::{PartyIdx, RuleIdx};
use detente::deals::{LimitRef, Member as Of};

use super::read::Reader;
use super::{WhyMember, member_span, place};
use crate::deals::bracketed;

impl Reader<'_> {
    pub(super) fn member(&self, member: Of) -> WhyMember {
        let case = self.about.case;
        let of = |party: PartyIdx| self.set.and_then(|set| set.party(party));
        let ids = |ids: &[detente::case::Id]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        let place = member_span(case, self.set, member).and_then(|span| place(self.about.opened, span));
        let row = |kind, party: Option<PartyIdx>, text: String| WhyMember {
            kind,
            party: party.map(|party| self.about.party(party)),
            place: place.clone(),
            text,
            firmness: None,
            source: Vec::new(),
            because: None,
            opens_alone: self.found.opens_alone(member),
        };
        match member {
            Of::Limit(LimitRef::RedLine(idx)) => {
                let line = &case.red_lines[idx];
                let row = row("red line", Some(line.party), format!("never {}", line.never.text));
                WhyMember { firmness: Some(line.firmness.to_string()), source: ids(&line.evidence), ..row }
            }
            Of::Limit(LimitRef::Offer(idx)) => {
                let offer = &case.offers[idx];
                let text = format!("{} only if {}", offer.offer.text, offer.only_if.text);
                let row = row("conditional offer", Some(offer.party), text);
                WhyMember { firmness: Some(offer.status.to_string()), source: ids(&offer.evidence), ..row }
            }
            Of::Limit(LimitRef::Estimated(party, rank)) => {
                let Some(line) = of(party).and_then(|of| of.red_lines.get(rank)) else {
                    return row("estimated red line", Some(party), String::new());
                };
                let row = row("estimated red line", Some(party), format!("never {}", line.never.text));
                let (source, because) = (ids(&line.why.basis), line.why.because.clone());
                WhyMember { firmness: Some(line.firmness.to_string()), source, because, ..row }
            }
            Of::BottomLine(party) => {
                let line = of(party).and_then(|of| of.bottom_line.as_ref());
                let text = line.map_or_else(String::new, |line| points_text(line.range.low(), line.range.high()));
                let row = row("bottom line", Some(party), text);
                let (source, because) =
                    line.map_or_else(Default::default, |line| (ids(&line.why.basis), line.why.because.clone()));
                WhyMember { source, because, ..row }
            }
            Of::Fixed(issue) => {
                let choice = self.about.draft.get(&issue).map(|&choice| case.issues[issue].choices[choice].id.clone());
                row("fixed choice", None, format!("{} = {}", case.issues[issue].id, choice.unwrap_or_default()))
            }
            Of::Bracketed(issue) => {
                let among = self.about.open.get(&issue).map(|among| bracketed(case, issue, among).join(", "));
                let text = format!("{} in {{{}}}", case.issues[issue].id, among.unwrap_or_default());
                row("choices in brackets", None, text)
            }
        }
    }

    pub(super) fn rule(&self, rule: RuleIdx) -> WhyMember {
        let rule = &self.about.case.rules[rule];
        WhyMember {
            kind: "rule",
            party: None,
            place: place(self.about.opened, rule.span),
            text: rule.text.clone(),
            firmness: None,
            source: Vec::new(),
            because: rule.basis.clone(),
            opens_alone: false,
        }
    }
}

fn points_text(low: Decimal, high: Decimal) -> String {
    if low == high { format!("{low} points") } else { format!("{low} to {high} points") }
}
