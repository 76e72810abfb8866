//! What moves, as a picture.

use detente::case::Case;
use detente::funds::{Answer, Asked};
use detente_report::{Flows, Series};

use super::told::unit;

/// The flows as a picture: of each party everything, package by package.
pub fn picture(case: &Case, asked: &Asked<'_>, answers: &[Answer]) -> Flows {
    let units = asked.fund.scale.units();
    let series = answers.iter().zip('A'..='Z').flat_map(|(answer, name)| {
        let start = if answers.len() == 1 { String::new() } else { format!("{name}: ") };
        answer.parties.iter().map(move |of| Series {
            label: format!("{start}{}", case.parties[of.party].name),
            amounts: of.all.iter().map(|amount| amount.in_units(units).thousandths()).collect(),
        })
    });
    Flows {
        title: format!("{}: what reaches each party less what leaves it", asked.fund.title),
        caption: "At the centres of the bands; assumptions, not reports, unless a source is named.".to_owned(),
        unit: format!("{} of {}", unit(asked), asked.fund.base_year),
        from: asked.fund.from,
        series: series.collect(),
    }
}
