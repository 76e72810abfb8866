//! What a package says of each unit.

use detente_base::{Decimal, Index};
use detente_case::{ChoiceIdx, Id, IssueIdx, Lens, Settled};
use detente_territory::Territory;

/// What can become of a unit, in the case's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Its id.
    pub id: String,
    /// Its title, as printed.
    pub title: String,
}

/// What a package says of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// That it has this status, by place.
    Status(usize),
    /// Nothing: it is in question and left open.
    Open,
    /// Nothing: it is not in question.
    NotInQuestion,
}

/// What is in question of a unit: all of it, or the part that is under a party's control on the date, as the case has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Area, km².
    pub km2: Option<Decimal>,
    /// People.
    pub people: Option<u64>,
    /// Places of note.
    pub sites: Option<u64>,
}

/// What a package says of each unit, on one matter: administration, say, and not sovereignty, which is another layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// The matter, as printed.
    pub title: String,
    /// The statuses.
    pub statuses: Vec<Status>,
    /// Per unit, by index, what is said of it.
    pub of: Vec<Said>,
    /// Per unit, by index, what is in question of it; `None` where it is not in question.
    pub in_question: Vec<Option<Part>>,
    /// Per unit, by index, the party it counts for; `None` where it counts for none or that is not known.
    pub sides: Vec<Option<Id>>,
}

impl Layer {
    /// What a package says of the units of a lens; `chosen` is its choice on an issue, if it makes one.
    pub fn of_lens(lens: &Lens, territory: &Territory, chosen: impl Fn(IssueIdx) -> Option<ChoiceIdx>) -> Self {
        let status = |place: usize| match lens.units.get(place)?.settled {
            Settled::At(status) => Some(status),
            Settled::By(part) => {
                let part = lens.parts.get(part)?;
                part.statuses.get(chosen(part.issue)?.position()).copied()
            }
        };
        let said = |place: Option<usize>| match place.and_then(|place| Some((place, lens.units.get(place)?))) {
            Some((place, unit)) if matches!(unit.settled, Settled::By(_)) => {
                status(place).map_or(Said::Open, Said::Status)
            }
            _ => Said::NotInQuestion,
        };
        let places = || territory.units.rows().map(|unit| lens.unit(unit.id.as_str()));
        let side = |place: Option<usize>| lens.side(place?, status(place?)?).cloned();
        let part = |place: Option<usize>| {
            let unit = lens.units.get(place?).filter(|unit| matches!(unit.settled, Settled::By(_)))?;
            let count = |number: Option<Decimal>| u64::try_from(number?.thousandths() / Decimal::UNIT).ok();
            Some(Part { km2: unit.area, people: count(unit.people), sites: count(unit.sites) })
        };
        let named = lens.statuses.iter().map(|status| Status { id: status.id.clone(), title: status.title.clone() });
        Self {
            title: lens.title.clone(),
            statuses: named.collect(),
            of: places().map(said).collect(),
            in_question: places().map(part).collect(),
            sides: places().map(side).collect(),
        }
    }

    /// What is said of a unit.
    pub fn said(&self, unit: usize) -> Said {
        self.of.get(unit).copied().unwrap_or(Said::NotInQuestion)
    }

    /// What is in question of a unit.
    pub fn part(&self, unit: usize) -> Option<Part> {
        self.in_question.get(unit).copied().flatten()
    }

    /// Whether a line runs between two units: both are in question and have different statuses, or they count for different parties.
    pub fn parts(&self, a: usize, b: usize) -> bool {
        let sides = self.sides.get(a).and_then(Option::as_ref).zip(self.sides.get(b).and_then(Option::as_ref));
        let statuses = matches!((self.said(a), self.said(b)), (Said::Status(a), Said::Status(b)) if a != b);
        statuses || sides.is_some_and(|(a, b)| a != b)
    }

    /// How a table speaks of what is said of a unit: a status by its letter.
    pub fn in_brief(said: Said) -> String {
        match said {
            Said::Status(status) => Self::letter(status),
            Said::Open => "[open]".to_owned(),
            Said::NotInQuestion => "·".to_owned(),
        }
    }

    /// What is said of a unit, in the case's words.
    pub fn in_words(&self, said: Said) -> &str {
        match said {
            Said::Status(status) => self.statuses.get(status).map_or("", |status| status.title.as_str()),
            Said::Open => "[open]",
            Said::NotInQuestion => "not in question",
        }
    }

    /// The letter by which a table speaks of a status: a, b, …, z, aa, …
    pub fn letter(status: usize) -> String {
        let letter = |rank: usize| char::from(b'a' + u8::try_from(rank % 26).unwrap_or_default());
        match status / 26 {
            0 => letter(status).to_string(),
            more => format!("{}{}", letter(more - 1), letter(status)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Layer;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 27, 52].map(Layer::letter), ["a", "z", "aa", "ab", "ba"]);
    }
}
