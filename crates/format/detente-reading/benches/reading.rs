//! How fast reports are read, in characters: named by length.

#![expect(clippy::expect_used, reason = "a bench of a committed case")]

use detente_case::Case;
use detente_casefile::{Folder, read};
use detente_reading::Reader;
use divan::counter::CharsCount;
use divan::{Bencher, black_box};

const CASE: &str = include_str!("../../../../conformance/reading/river/case.toml");
const REPORT: &str = include_str!("../../../../conformance/reading/river/wire.txt");

fn main() {
    divan::main();
}

fn case() -> Case {
    read(&Folder::of_texts([("case.toml", CASE)])).case.expect("a committed case")
}

/// The same report so many times over.
#[divan::bench(args = [1, 10, 100, 1000])]
fn reports(bencher: Bencher<'_, '_>, times: usize) {
    let case = case();
    let reader = Reader::new(&case);
    let text = REPORT.repeat(times);
    bencher.counter(CharsCount::of_str(&text)).bench(|| reader.read(black_box(&text)).len());
}

/// One paragraph without an end.
#[divan::bench(args = [10_000, 100_000])]
fn one_sentence(bencher: Bencher<'_, '_>, words: usize) {
    let case = case();
    let reader = Reader::new(&case);
    let text = "Vik said Westland would never accept the bridge if \"Dorne ".repeat(words / 10);
    bencher.counter(CharsCount::of_str(&text)).bench(|| reader.read(black_box(&text)).len());
}
