//! What is asked of one party: a row per number.

use std::collections::BTreeMap;

use detente_base::{Decimal, Table};
use detente_case::{Case, ChoiceIdx, Issue, Lens, LensIdx, PartyIdx};
use detente_estimate::{
    Estimate, EstimateSet, Knot, LensEstimates, PartyEstimates, Range, StatusWorth, Utility, Values, Why,
};
use jiff::civil::Date;

use crate::{Field, Scale};

/// Up to so many amounts of a range are asked for one by one; of more, the ends and the middle.
const MOST_AMOUNTS: usize = 11;

/// A number asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub field: Field,
    /// The title of the issue it belongs to.
    pub matter: String,
    /// What is asked, in words.
    pub asked: String,
    /// Which numbers it takes.
    pub scale: Scale,
    /// The number estimated so far, where the form is filled in.
    pub now: Option<Range>,
    /// Its reason.
    pub because: Option<String>,
}

/// Everything asked of one party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The id of the case.
    pub case: String,
    /// The title of the case.
    pub title: String,
    /// The id of the party.
    pub party: String,
    /// The name of the party.
    pub name: String,
    /// The date the case speaks of.
    pub case_date: Option<Date>,
    /// How values make a utility.
    pub utility: Utility,
    /// Who estimated, where the form is filled in.
    pub author: Option<String>,
    /// The date the estimates speak of, where the form is filled in.
    pub as_of: Option<Date>,
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// The lowest and highest amount of each range issue, by id.
    pub ranges: BTreeMap<String, (Decimal, Decimal)>,
    /// What the set holds for the party that a sheet has no room for, in words.
    pub left_out: Vec<String>,
}

impl Form {
    /// The id of the form itself, which stands in the sheet: a sheet about another case or party is refused.
    pub fn id(&self) -> String {
        let utility = if self.utility == Utility::Payoffs { "payoffs" } else { "weighted" };
        format!("form 1 {} {} {utility}", self.case, self.party)
    }

    /// The scale of `field`, if this form can ask for it.
    pub fn scale(&self, field: &Field) -> Option<Scale> {
        if let Field::Corner(issue, amount) = field {
            let (low, high) = self.ranges.get(issue)?;
            return (low <= amount && amount <= high).then(|| value_scale(self.utility));
        }
        self.rows.iter().find(|row| row.field == *field).map(|row| row.scale)
    }

    /// The same form for values that are payoffs, or that are weighted: of payoffs no weight is asked.
    #[must_use]
    pub fn with_utility(mut self, utility: Utility) -> Self {
        self.utility = utility;
        if utility == Utility::Payoffs {
            self.rows.retain(|row| !matches!(row.field, Field::Weight(_)));
            for row in self.rows.iter_mut().filter(|row| row.field != Field::BottomLine) {
                row.scale = Scale::Any;
            }
        }
        self
    }
}

fn value_scale(utility: Utility) -> Scale {
    if utility == Utility::Payoffs { Scale::Any } else { Scale::Value }
}

/// What is asked of `party`, blank, or filled in with what `set` assumes about it.
///
/// An issue about another party's own office or person is not asked, nor is a part of a lens by itself.
pub fn form(case: &Case, party: PartyIdx, set: Option<&EstimateSet>) -> Form {
    let estimates = set.and_then(|set| set.party(party));
    let mut form = Form {
        case: case.id.as_ref().map(ToString::to_string).unwrap_or_default(),
        title: case.title.clone(),
        party: case.parties[party].id.to_string(),
        name: case.parties[party].name.clone(),
        case_date: case.as_of,
        utility: Utility::Weighted,
        author: estimates.and(set).map(|set| set.author.clone()),
        as_of: estimates.and(set).and_then(|set| set.as_of),
        rows: Vec::new(),
        ranges: BTreeMap::new(),
        left_out: Vec::new(),
    };
    form.ask(Field::BottomLine, "Bottom line", "What no agreement is worth, in points", Scale::Any);
    form.fill(estimates.and_then(|of| of.bottom_line.as_ref()));
    for (idx, issue) in case.issues.iter() {
        let is_open = issue.owner.is_none_or(|owner| owner == party);
        if is_open && case.part_of(idx).is_none() {
            let weight = estimates.and_then(|of| of.weights.get(&idx));
            let values = estimates.and_then(|of| of.values.get(&idx));
            form.issue(issue, weight, values);
        }
    }
    for (idx, lens) in case.lenses.iter() {
        form.lens(lens, estimates.and_then(|of| of.lenses.get(&idx)));
    }
    if let Some(estimates) = estimates {
        form.left_out_of(case, estimates);
    }
    form.with_utility(set.map(|set| set.utility).unwrap_or_default())
}

impl Form {
    fn ask(&mut self, field: Field, matter: &str, asked: &str, scale: Scale) {
        let (matter, asked) = (matter.to_owned(), asked.to_owned());
        self.rows.push(Row { field, matter, asked, scale, now: None, because: None });
    }

    /// Fills in the row asked last.
    fn fill(&mut self, estimate: Option<&Estimate>) {
        if let (Some(row), Some(estimate)) = (self.rows.last_mut(), estimate) {
            row.now = Some(estimate.range);
            row.because.clone_from(&estimate.why.because);
        }
    }

    fn weight(&mut self, id: &str, title: &str, weight: Option<&Estimate>) {
        let asked = "Weight: what going from the value 0 to the value 100 is worth, in points";
        self.ask(Field::Weight(id.to_owned()), title, asked, Scale::Weight);
        self.fill(weight);
    }

    fn issue(&mut self, issue: &Issue, weight: Option<&Estimate>, values: Option<&Values>) {
        let id = issue.id.to_string();
        self.weight(&id, &issue.title, weight);
        if issue.is_range() {
            return self.corners(issue, values);
        }
        let table = values.and_then(by_choice);
        for (idx, choice) in issue.choices.iter() {
            self.ask(Field::Value(id.clone(), choice.id.clone()), &issue.title, &choice.title, Scale::Value);
            self.fill(table.and_then(|table| table[idx].as_ref()));
        }
        if let Some(Values::Along { .. }) = values {
            self.left_out.push(format!("values of {id} by present value"));
        }
    }

    fn corners(&mut self, issue: &Issue, values: Option<&Values>) {
        let amounts: Vec<Decimal> = issue.choices.rows().filter_map(|choice| choice.amount).collect();
        let (Some(&low), Some(&high)) = (amounts.first(), amounts.last()) else { return };
        let id = issue.id.to_string();
        self.ranges.insert(id.clone(), (low, high));
        let (known, why) = self.known_corners(issue, values);
        let asked: Vec<Decimal> = match amounts.get(amounts.len() / 2) {
            Some(&middle) if MOST_AMOUNTS < amounts.len() => vec![low, middle, high],
            _ => amounts,
        };
        let mut corners: BTreeMap<Decimal, Option<Range>> = asked.into_iter().map(|amount| (amount, None)).collect();
        corners.extend(known.iter().map(|knot| (knot.at, Some(knot.value))));
        let mut why = why;
        for (amount, now) in corners {
            let title =
                issue.choice_at(amount).map_or_else(|| amount.to_string(), |at| issue.choices[at].title.clone());
            self.ask(Field::Corner(id.clone(), amount), &issue.title, &title, Scale::Value);
            if let (Some(row), Some(now)) = (self.rows.last_mut(), now) {
                row.now = Some(now);
                // One reason holds for the whole curve: it stands at its first corner.
                row.because = why.take().and_then(|why| why.because);
            }
        }
    }

    fn known_corners(&mut self, issue: &Issue, values: Option<&Values>) -> (Vec<Knot>, Option<Why>) {
        match values {
            None => (Vec::new(), None),
            Some(Values::Curve { knots, why, .. }) => (knots.clone(), Some(why.clone())),
            Some(Values::Along { .. }) => {
                self.left_out.push(format!("values of {} by present value", issue.id));
                (Vec::new(), None)
            }
            Some(Values::ByChoice(table)) => {
                let rows = issue.choices.iter().filter_map(|(idx, choice)| {
                    Some((
                        Knot { at: choice.amount?, value: table[idx].as_ref()?.range },
                        table[idx].as_ref()?.why.clone(),
                    ))
                });
                let (knots, whys): (Vec<_>, Vec<_>) = rows.unzip();
                (knots, whys.into_iter().next())
            }
        }
    }

    fn lens(&mut self, lens: &Lens, estimates: Option<&LensEstimates>) {
        let id = lens.id.to_string();
        self.weight(&id, &lens.title, estimates.and_then(|of| of.weight.as_ref()));
        let values = estimates.and_then(|of| of.values.as_ref());
        for (place, status) in lens.statuses.iter().enumerate() {
            self.ask(Field::Value(id.clone(), status.id.clone()), &lens.title, &status.title, Scale::Value);
            let number = values.and_then(|values| match values.worths.get(place)?.as_ref()? {
                StatusWorth::Number(number) => values.numbers.get(*number).map(|(_, estimate)| estimate),
                StatusWorth::Rates(_) => None,
            });
            self.fill(number);
        }
        let measured = |(id, _): &(String, Estimate)| id.starts_with("counts/") || id.starts_with("rates/");
        if values.is_some_and(|values| values.numbers.iter().any(measured)) {
            self.left_out.push(format!("what makes a unit of {id} count"));
        }
    }

    /// Says what a sheet has no room for.
    fn left_out_of(&mut self, case: &Case, estimates: &PartyEstimates) {
        let numbers: Vec<&Estimate> = numbers(case, estimates);
        let several = [
            (estimates.linkages.len(), "linkage", "linkages"),
            (estimates.red_lines.len(), "estimated red line", "estimated red lines"),
            (estimates.answers.comparisons.len(), "comparison", "comparisons"),
            (estimates.answers.values.len() + usize::from(estimates.answers.weights.is_some()), "order", "orders"),
            (usize::from(estimates.alternative.is_some()), "alternative to agreement", ""),
            (numbers.iter().filter(|of| !of.why.basis.is_empty()).count(), "basis of a number", "bases of numbers"),
            (
                numbers.iter().filter(|of| of.moves.is_some()).count(),
                "number that moves",
                "numbers that move with others",
            ),
        ];
        for (count, one, many) in several {
            match count {
                0 => {}
                1 => self.left_out.push(format!("1 {one}")),
                count => self.left_out.push(format!("{count} {many}")),
            }
        }
    }
}

fn by_choice(values: &Values) -> Option<&Table<ChoiceIdx, Option<Estimate>>> {
    match values {
        Values::ByChoice(table) => Some(table),
        Values::Curve { .. } | Values::Along { .. } => None,
    }
}

fn numbers<'e>(case: &Case, estimates: &'e PartyEstimates) -> Vec<&'e Estimate> {
    let lens = |idx: LensIdx| estimates.lenses.get(&idx).and_then(|of| of.weight.as_ref());
    let by_choice = estimates.values.values().filter_map(by_choice).flat_map(|table| table.rows().flatten());
    (estimates.bottom_line.iter().chain(estimates.weights.values()))
        .chain(case.lenses.indices().filter_map(lens))
        .chain(by_choice)
        .collect()
}
