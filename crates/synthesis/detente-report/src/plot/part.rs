//! A part of a whole, as fine as a picture shows it.

/// A part of a whole, in ten-thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part(u16);

impl Part {
    /// Ten-thousandths in a whole.
    pub(crate) const WHOLE: u16 = 10_000;

    /// The part nearest to a number from 0 to 1; what lies outside, or is no number, becomes the nearest end.
    pub fn nearest(part: f64) -> Self {
        let scaled = (part.clamp(0.0, 1.0) * f64::from(Self::WHOLE)).round();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0 to 10,000")]
        Self(scaled as u16)
    }

    /// Of so many steps along the whole, the one this part reaches, rounded to the nearest.
    pub(crate) fn of(self, steps: usize) -> usize {
        let whole = usize::from(Self::WHOLE);
        (usize::from(self.0) * steps + whole / 2) / whole
    }

    /// "62%"; what is not nothing or everything never looks so.
    pub(crate) fn percent(self) -> String {
        match self.0 {
            0 => "0%".to_owned(),
            1..50 => "less than 1%".to_owned(),
            Self::WHOLE => "100%".to_owned(),
            9_951..Self::WHOLE => "more than 99%".to_owned(),
            some => format!("{}%", (some + 50) / 100),
        }
    }

    /// The whole percents around a part and the ends of its interval: "59–65%".
    pub(crate) fn between(low: Self, high: Self) -> String {
        format!("{}–{}%", low.0 / 100, high.0.div_ceil(100))
    }
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn parts_are_nearest_and_never_outside() {
        let read = |part: f64| Part::nearest(part).percent();
        assert_eq!([0.0, 0.004, 0.62, 0.996, 1.0].map(read), ["0%", "less than 1%", "62%", "more than 99%", "100%"]);
        assert_eq!([-1.0, 2.0, f64::NAN].map(read), ["0%", "100%", "0%"]);
        assert_eq!((Part::nearest(0.5).of(41), Part::nearest(1.0).of(40), Part::nearest(0.0).of(40)), (21, 40, 0));
        assert_eq!(Part::between(Part::nearest(0.5901), Part::nearest(0.6401)), "59–65%");
    }
}
