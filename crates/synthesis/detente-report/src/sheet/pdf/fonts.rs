//! The fonts a page is set in: in the program, so that a page looks the same wherever it is made.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

macro_rules! fonts {
    ($($name:literal)*) => { [$(include_bytes!(concat!("../../../fonts/", $name, ".ttf")).as_slice()),*] };
}

/// Latin, Greek and Cyrillic; Arabic; Hebrew; Armenian; Georgian: each regular and bold. Arrows and signs of comparison.
static FILES: [&[u8]; 11] = fonts!(
    "NotoSans-Regular" "NotoSans-Bold" "NotoSansArabic-Regular" "NotoSansArabic-Bold" "NotoSansHebrew-Regular" "NotoSansHebrew-Bold"
    "NotoSansArmenian-Regular" "NotoSansArmenian-Bold" "NotoSansGeorgian-Regular" "NotoSansGeorgian-Bold"
    "NotoSansMath-Regular"
);

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect());

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

pub(super) fn book() -> &'static LazyHash<FontBook> {
    &BOOK
}

pub(super) fn font(index: usize) -> Option<Font> {
    FONTS.get(index).cloned()
}

/// The letters that no font has.
pub(super) fn without_shape(letters: &BTreeSet<char>) -> Vec<char> {
    let has = |letter: char| FONTS.iter().any(|font| font.info().coverage.contains(u32::from(letter)));
    letters.iter().copied().filter(|&letter| !has(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::{FILES, FONTS, without_shape};

    #[test]
    fn every_file_is_a_font_and_the_scripts_are_there() {
        assert_eq!(FONTS.len(), FILES.len());
        let said = "aÉßőŞ “„€ Ґяїљ Ωά שָׁלוֹם مرحباپگێ հայ ქართ – … ≤ ≥ \u{2067}\u{2069}\u{200b}\u{2011} → −";
        assert!(without_shape(&said.chars().collect()).is_empty());
        assert_eq!(without_shape(&"a字".chars().collect()), ['字']);
    }
}
