//! The numbers behind a list, for those who ask for them.

use detente::base::Decimal;
use detente::deals::{Amounts, Depth, Movement, WhyNot};
use detente::engine::Count;

use super::View;
use crate::render::text::{count, decimal, listed, wrapped};

impl View<'_> {
    /// What setting a relaxation aside comes to.
    pub(super) fn numbers(&self, at: usize) -> Vec<String> {
        let Some(depth) = self.depth else { return Vec::new() };
        let opens = depth.reopens.get(at).map(|count| opens(count.as_ref()));
        let amounts = depth.amounts.get(at).and_then(Option::as_ref).map(|amounts| self.amounts(amounts));
        opens.into_iter().chain(amounts.into_iter().flatten()).collect()
    }

    fn amounts(&self, amounts: &Amounts) -> Vec<String> {
        let one = |vector: &Vec<Decimal>| {
            let parts = amounts.parties.iter().zip(vector);
            let parts = parts.map(|(&party, &points)| format!("{} {}", self.page.name(party), decimal(points)));
            format!("or lower by, in points of its own: {}", listed(&parts.collect::<Vec<_>>()))
        };
        let more =
            if amounts.complete { None } else { Some("or lower by other amounts; the search ended here".to_owned()) };
        amounts.vectors.iter().map(one).chain(more).collect()
    }

    /// The least movement of bottom lines that opens the space.
    pub(super) fn movement(&self) -> String {
        let Some(Depth { movement: Some(movement), .. }) = self.depth else { return String::new() };
        let least = match movement {
            Movement::Open => return String::new(),
            Movement::CannotOpen => {
                let words = "No package meets the rules and limits that bind, whatever the bottom lines.";
                return format!("\n{}", wrapped(words, 2));
            }
            Movement::Opens(least) => least,
        };
        let mut text = format!(
            "\n{}",
            wrapped("Least movement of bottom lines that opens the space, in points, each party's own:", 2)
        );
        for (position, alone) in least.alone.iter().enumerate() {
            let words = alone.map_or_else(|| "opens nothing".to_owned(), decimal);
            text.push_str(&wrapped(&format!("{} alone: {words}", self.name(position)), 4));
        }
        let sum = format!(
            "least in sum, which adds different parties' points: {} ({})",
            decimal(least.sum),
            self.moves(&least.in_sum)
        );
        let most =
            format!("least for the one that moves most: {} ({})", decimal(least.most), self.moves(&least.in_most));
        text + &wrapped(&sum, 4) + &wrapped(&most, 4)
    }

    fn moves(&self, points: &[Decimal]) -> String {
        let moving = points.iter().enumerate().filter(|(_, points)| **points != Decimal::ZERO);
        moving
            .map(|(party, &points)| format!("{} {}", self.name(party), decimal(points)))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// What a package costs each party beside the most it could get.
    pub(super) fn beside_the_most(&self, package: &WhyNot) -> String {
        if self.depth.is_none() {
            return String::new();
        }
        let mut text = String::new();
        for &(party, points) in &package.shortfall {
            let name = self.page.name(party);
            let line = format!("{name} falls short of its bottom line by {}, in points of its own.", decimal(points));
            text.push_str(&wrapped(&line, 2));
        }
        let Some(below) = &package.below_best else { return text };
        text.push_str(&wrapped("Below the most it could get within everybody's limits, in points of its own:", 2));
        for below in below {
            let about = if below.proved { "" } else { " or more (not proved)" };
            text.push_str(&wrapped(&format!("{}: {}{about}", self.page.name(below.party), decimal(below.points)), 4));
        }
        text
    }
}

fn opens(number: Option<&Count>) -> String {
    match number {
        None => "how many packages there are then was out of reach".to_owned(),
        Some(Count::Exact(number)) if number.to_string() == "1" => "1 package then".to_owned(),
        Some(Count::Exact(number)) => format!("{} packages then", count(number)),
        Some(Count::Bounded { least, most }) => {
            format!("{} to {} packages then", count(least), count(most))
        }
        Some(Count::Estimated { least, most, .. }) => {
            let (least, most) = (count(least), count(most));
            format!("about {least} to {most} packages then, by sampling")
        }
    }
}
