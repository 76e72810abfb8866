//! A sheet as the data that the template sets.

use jiff::civil::Date;
use typst::foundations::{Array, Bytes, Dict, IntoValue, Str, Value};

use crate::sheet::direction::{is_leftward, isolated, reads_left};
use crate::sheet::document::{Block, STANDING, Sheet, Table};
use crate::sheet::paper::Paper;
use crate::sheet::widths::{WORD, longest, widths};

/// A row whose longest cell has more letters may be cut where a page ends.
const WHOLE: usize = 700;
/// A word with more letters may be broken, as no column is sure to hold it.
const UNBROKEN: usize = WORD;
/// How many of its letters then stand together.
const PIECE: usize = 6;

/// What the template finds in `sys.inputs`; `size` is that of the type, in tenths of a point.
pub(super) fn inputs(sheet: &Sheet, paper: Paper, size: i64) -> Dict {
    let head = &sheet.head;
    let page = dict([
        ("paper", paper.name().into_value()),
        ("size", size.into_value()),
        ("title", set(&head.title).into_value()),
        ("title-words", words(&head.title)),
        ("case", set(&head.case).into_value()),
        ("case-words", words(&head.case)),
        ("case-line", words(&format!("{} · {}", head.case, head.as_of))),
        ("standing", STANDING.into_value()),
        ("audience", head.audience.into_value()),
        ("date", head.date.map_or(Value::None, date)),
        ("foot", array(&sheet.foot, |line| words(line))),
        ("blocks", array(&sheet.blocks, block)),
    ]);
    dict([("page", page.into_value())])
}

/// The words as they are set: without what has no shape, and with places where a very long word may be broken.
pub(super) fn set(words: &str) -> String {
    let mut out = String::new();
    for (rank, word) in isolated(words).split(char::is_whitespace).enumerate() {
        if 0 < rank {
            out.push(' ');
        }
        let long = word.split(['-', '/']).any(|part| UNBROKEN < part.chars().count());
        for (rank, letter) in word.chars().filter(|letter| !letter.is_control()).enumerate() {
            if long && 0 < rank && rank % PIECE == 0 && letter.is_alphanumeric() && !is_leftward(letter) {
                out.push('\u{200b}');
            }
            out.push(letter);
        }
    }
    out
}

fn words(words: &str) -> Value {
    dict([("words", set(words).into_value()), ("left", reads_left(words).into_value())]).into_value()
}

fn block(block: &Block) -> Value {
    let of =
        |kind: &str, key: &'static str, value: Value| dict([("kind", kind.into_value()), (key, value)]).into_value();
    match block {
        Block::Heading(said) => of("heading", "words", words(said)),
        Block::Paragraph(said) => of("paragraph", "words", words(said)),
        Block::Note(said) => of("note", "words", words(said)),
        Block::List(items) => of("list", "items", array(items, |item| words(item))),
        Block::Table(rows) => of("table", "table", table(rows)),
        Block::Figure(drawn) => figure(&drawn.svg, &drawn.caption),
        Block::Picture(drawn) => figure(&drawn.svg, &drawn.caption),
    }
}

fn figure(svg: &str, caption: &str) -> Value {
    dict([
        ("kind", "figure".into_value()),
        ("svg", Bytes::from_string(svg.to_owned()).into_value()),
        ("caption", words(caption)),
    ])
    .into_value()
}

fn table(table: &Table) -> Value {
    let columns = table.header.len();
    let parts = |row: &Vec<String>| {
        let cell = |column: usize| row.get(column).map_or("", String::as_str);
        let cells = (0..columns).map(|column| array(cell(column).lines(), words));
        dict([("cells", Array::from_iter(cells).into_value()), ("cut", (WHOLE < longest(row)).into_value())])
            .into_value()
    };
    dict([
        ("widths", array(widths(table), |width| i64::try_from(width).unwrap_or(1).into_value())),
        ("header", array(&table.header, |title| (*title).into_value())),
        ("rows", array(&table.rows, parts)),
    ])
    .into_value()
}

fn date(date: Date) -> Value {
    [i64::from(date.year()), i64::from(date.month()), i64::from(date.day())]
        .map(IntoValue::into_value)
        .into_iter()
        .collect::<Array>()
        .into_value()
}

fn array<T>(items: impl IntoIterator<Item = T>, value: impl FnMut(T) -> Value) -> Value {
    items.into_iter().map(value).collect::<Array>().into_value()
}

fn dict<const N: usize>(pairs: [(&'static str, Value); N]) -> Dict {
    pairs.into_iter().map(|(key, value)| (Str::from(key), value)).collect()
}
