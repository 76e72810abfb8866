//! What to find out next.

use detente::base::Decimal;
use detente::robustness::{Effect, Indices, NoIndices, OfInput, Outcome, Value, Worth};
use detente_api::Studied;

use super::super::question::Page;
use super::super::text::{count, indented, item, table, wrapped};
use super::inputs::input_words;
use super::shares::{percent, percents, with_interval};

/// Numbers told about in words.
const SHOWN: usize = 3;

/// Numbers in a table unless details are asked for.
const IN_TABLE: usize = 5;

pub(super) fn find_out(page: &Page<'_>, of: &Studied<'_>, details: bool) -> String {
    let value = &of.value;
    if value.inputs.is_empty() {
        return String::new();
    }
    let intro = format!(
        "What to find out next: which of these numbers, if it were known, would change what is concluded. That is about the doubt \
         of whoever made the estimates, from {} draws; nothing follows from it for anybody else.",
        count(value.open.draws)
    );
    let mut text = format!("\n{}", wrapped(&intro, 2));
    text.push_str(&whether(page, of));
    text.push_str(&which(page, of));
    if details {
        text.push_str(&all(page, of));
    }
    if let Some(indices) = &of.indices {
        text.push_str(&spread(page, of, indices, details));
    }
    text
}

/// Whether there is a package at all.
fn whether(page: &Page<'_>, of: &Studied<'_>) -> String {
    let open = of.value.open;
    let (says, right) = if open.draws <= open.hits.saturating_mul(2) {
        ("there is a package", open)
    } else {
        ("there is none", super::without(open))
    };
    let now = format!(
        "Without knowing more, saying that {says} is right in {} of draws from these estimates.",
        percent(right)
    );
    let mut text = wrapped(&format!("Whether any package exists: {now}"), 2);
    if of.value.is_settled() {
        let settled = "That is at most 5% or at least 95%, and counts as settled; no number has to be known for it.";
        text.push_str(&item(settled, 4));
        return text;
    }
    let settling = of.value.settling();
    if settling.is_empty() {
        let none = "No number known alone would settle it in any of them, or change that by more than chance explains.";
        text.push_str(&item(none, 4));
    }
    for input in settling.iter().take(SHOWN) {
        let words = input_words(page, of.set, &input.input);
        let known = input.deal.filter(|worth| worth.is_something()).map_or_else(
            || "even known exactly, it would not change what is said by more than chance explains".to_owned(),
            |worth| format!("known exactly, one would be right in {} more", more(worth)),
        );
        text.push_str(&item(&format!("{}; {known}", settles(&words, input)), 4));
    }
    text
}

/// "Knowing X within ±5 would settle whether any package exists in 80% of draws from these estimates".
fn settles(words: &str, of: &OfInput) -> String {
    let Some(margin) = of.margin() else { return format!("Knowing {words}") };
    let within =
        margin.within.map_or_else(String::new, |within| format!(" within ±{}", Decimal::from_thousandths(within)));
    format!(
        "Knowing {words}{within} would settle whether any package exists in {} of draws from these estimates",
        with_interval(margin.share)
    )
}

/// Which package to name.
fn which(page: &Page<'_>, of: &Studied<'_>) -> String {
    let Some(most) = of.study.candidates.iter().map(|of| of.in_zone).max_by_key(|share| share.hits) else {
        return String::new();
    };
    let now = format!(
        "Which package: among those looked at, the one acceptable to all most often is so in {} of draws from these estimates.",
        percent(most)
    );
    let mut text = wrapped(&now, 2);
    let worth = of.value.most_worth(|input| input.package);
    if worth.is_empty() {
        let none = "No number known alone would lead to one that is so more often, by more than chance explains.";
        text.push_str(&item(none, 4));
    }
    for input in worth.iter().take(SHOWN) {
        let words = input_words(page, of.set, &input.input);
        let gained = input.package.map_or_else(String::new, more);
        text.push_str(&item(&format!("Knowing {words}, one acceptable to all could be named in {gained} more"), 4));
    }
    text
}

fn more(worth: Worth) -> String {
    percents(worth.value(), worth.interval)
}

/// Every number, those that move the share of draws with a package most first.
fn all(page: &Page<'_>, of: &Studied<'_>) -> String {
    let header = ["number", "a package: low", "high", "oftener right: whether", "which", "settled within"];
    let mut rows = table(header.map(str::to_owned).to_vec());
    for input in of.value.by_swing() {
        let worth = |worth: Option<Worth>| worth.map_or_else(|| "–".to_owned(), more);
        let settled = input.margin().map_or_else(
            || "–".to_owned(),
            |margin| {
                let share = percent(margin.share);
                margin
                    .within
                    .map_or_else(|| share.clone(), |within| format!("±{}: {share}", Decimal::from_thousandths(within)))
            },
        );
        rows.add_row([
            input_words(page, of.set, &input.input),
            percent(input.low),
            percent(input.high),
            worth(input.deal),
            worth(input.package),
            settled,
        ]);
    }
    let caption = "Every number: in how many draws there is a package where it is in its lowest and highest quarter (a limit: not in \
                   force, in force); how much oftener one is right knowing it; how often it settles whether there is a package:";
    format!("\n{}{}", wrapped(caption, 2), indented(&rows))
}

/// What part each number has in the spread of outcomes.
fn spread(page: &Page<'_>, of: &Studied<'_>, indices: &Result<Indices, NoIndices>, details: bool) -> String {
    let had = match indices {
        Ok(had) => had,
        Err(why) => {
            return format!("\n{}", wrapped(&format!("Parts of the spread: absent, because {}.", why.in_words()), 2));
        }
    };
    let intro = format!(
        "Parts of the spread [Sobol indices], from {} pairs of draws: by itself [first order], and with all it does together with \
         others [total order].",
        count(had.pairs)
    );
    let mut text = format!("\n{}", wrapped(&intro, 2));
    for outcome in &had.outcomes {
        let name = match outcome.outcome {
            Outcome::Deal => "Whether there is a package".to_owned(),
            Outcome::Gain(party) => {
                format!("The most {} could gain over its bottom line, no package as nothing", page.name(party))
            }
        };
        let Some(effects) = &outcome.effects else {
            text.push_str(&wrapped(&format!("{name}: the same in all these draws."), 2));
            continue;
        };
        let mut sorted: Vec<_> = had.inputs.iter().zip(effects).collect();
        sorted.sort_by(|(a, of_a), (b, of_b)| {
            of_b.in_all.part.total_cmp(&of_a.in_all.part).then_with(|| a.id.cmp(&b.id))
        });
        let mut rows = table(["number", "by itself", "with others"].map(str::to_owned).to_vec());
        for (input, effects) in sorted.into_iter().take(if details { usize::MAX } else { IN_TABLE }) {
            let part = |effect: Effect| percents(effect.part, effect.interval);
            rows.add_row([input_words(page, of.set, input), part(effects.alone), part(effects.in_all)]);
        }
        text.push_str(&wrapped(&format!("{name}:"), 2));
        text.push_str(&indented(&rows));
    }
    text
}

/// Whether something stands in a picture of what moves the share of draws with a package.
pub(super) fn is_worth_drawing(value: &Value) -> bool {
    !value.inputs.is_empty() && 0 < value.open.hits && value.open.hits < value.open.draws
}
