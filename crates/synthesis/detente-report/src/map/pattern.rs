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

/// The definitions of hatchings 0 to `count`: whole, and thin for parts.
pub(super) fn definitions(count: usize) -> String {
    (0..count).map(|rank| format!("{}{}", definition(rank, false), definition(rank, true))).collect()
}

fn definition(rank: usize, in_part: bool) -> String {
    let strokes = STROKES.get(rank % KINDS).copied().unwrap_or_default();
    let tint = TINTS.get(rank % TINTS.len()).copied().unwrap_or_default();
    let dots = strokes.contains("h0.01");
    // In part: white ground, thin broken strokes. A reader of a grey copy sees less ink, not another hatching.
    let (ground, width, dash) = match (in_part, dots) {
        (false, false) => (tint, "1.1", ""),
        (false, true) => (tint, "2.6", ""),
        (true, false) => ("#ffffff", "0.7", " stroke-dasharray=\"1.6 1.6\""),
        (true, true) => ("#ffffff", "1.3", ""),
    };
    format!(
        "<pattern id=\"{}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" \
         fill=\"{ground}\"/><path d=\"{strokes}\" stroke=\"#4a4a4a\" stroke-width=\"{width}\" stroke-linecap=\"{}\"{dash} \
         fill=\"none\"/></pattern>\n",
        name(rank, in_part),
        if dots { "round" } else { "butt" },
    )
}

/// The name of a hatching's definition.
fn name(rank: usize, in_part: bool) -> String {
    format!("{}{rank}", if in_part { "part" } else { "whole" })
}

/// What fills an area with a hatching.
pub(super) fn fill(rank: usize, in_part: bool) -> String {
    format!("url(#{})", name(rank, in_part))
}
