//! Hatchings that can be told apart in black and white, by rank: no rank is a party's of its own.

/// Tints of equal lightness, so that in grey the hatching alone speaks.
const TINTS: [&str; 6] = ["#ece0c6", "#d3e3ea", "#e8dbea", "#dbe7cf", "#f0dcd6", "#d9e2df"];

/// The strokes of a tile eight points wide, by rank.
const STROKES: [&str; 8] = [
    "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4",
    "M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4",
    "M2,2 h0.01 M6,6 h0.01",
    "M0,4 h8",
    "M4,0 v8",
    "M0,8 l8,-8 M0,0 l8,8",
    "M0,4 h8 M4,0 v8",
    "M1,2 h3 M5,6 h3",
];

/// How many hatchings there are before they come again on another tint.
pub(super) const KINDS: usize = STROKES.len();

/// How much of a unit a hatching speaks of: the less, the less ink.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    Whole,
    HalfOrMore,
    LessThanHalf,
}

impl Extent {
    pub(super) const ALL: [Self; 3] = [Self::Whole, Self::HalfOrMore, Self::LessThanHalf];
}

/// The definitions of hatchings 0 to `count`, for each extent.
pub(super) fn definitions(count: usize) -> String {
    (0..count).flat_map(|rank| Extent::ALL.map(|extent| definition(rank, extent))).collect()
}

fn definition(rank: usize, extent: Extent) -> String {
    let strokes = STROKES.get(rank % KINDS).copied().unwrap_or_default();
    let tint = TINTS.get(rank % TINTS.len()).copied().unwrap_or_default();
    let dots = strokes.contains("h0.01");
    // In part: white ground, broken strokes, and farther apart for less than half.
    let (ground, width, dash, size) = match (extent, dots) {
        (Extent::Whole, false) => (tint, "1.1", "", "8"),
        (Extent::Whole, true) => (tint, "2.6", "", "8"),
        (Extent::HalfOrMore, false) => ("#ffffff", "0.8", " stroke-dasharray=\"2.4 1\"", "8"),
        (Extent::HalfOrMore, true) => ("#ffffff", "1.6", "", "8"),
        (Extent::LessThanHalf, false) => ("#ffffff", "0.5", " stroke-dasharray=\"1 1.4\"", "16"),
        (Extent::LessThanHalf, true) => ("#ffffff", "0.9", "", "16"),
    };
    format!(
        "<pattern id=\"{}\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 8 8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" \
         fill=\"{ground}\"/><path d=\"{strokes}\" stroke=\"#4a4a4a\" stroke-width=\"{width}\" stroke-linecap=\"{}\"{dash} \
         fill=\"none\"/></pattern>\n",
        name(rank, extent),
        if dots { "round" } else { "butt" },
    )
}

/// The name of a hatching's definition.
fn name(rank: usize, extent: Extent) -> String {
    let extent = match extent {
        Extent::Whole => "whole",
        Extent::HalfOrMore => "most",
        Extent::LessThanHalf => "part",
    };
    format!("{extent}{rank}")
}

/// What fills an area with a hatching.
pub(super) fn fill(rank: usize, extent: Extent) -> String {
    format!("url(#{})", name(rank, extent))
}
