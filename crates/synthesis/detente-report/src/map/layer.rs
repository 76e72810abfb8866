//! What a package says of each unit.

/// What can become of a unit, in the case's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Its id.
    pub id: String,
    /// Its title, as printed.
    pub title: String,
}

/// What a package says of each unit, on one matter: administration, say, and not sovereignty, which is another layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// The matter, as printed.
    pub title: String,
    /// The statuses, by id.
    pub statuses: Vec<Status>,
    /// Per unit, by index, its status by place; `None` where the package leaves the unit open or does not speak of it.
    pub of: Vec<Option<usize>>,
}

impl Layer {
    /// The status of a unit, by place.
    pub fn status(&self, unit: usize) -> Option<usize> {
        self.of.get(unit).copied().flatten()
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
