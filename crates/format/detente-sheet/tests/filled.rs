//! A sheet that is exported, filled in and imported says what the same estimates say when written by hand.

use crate::shared::{back, blank, case, filled_in, messages, party};
use detente_estimate::{EstimateSet, PartyEstimates, Values};
use detente_sheet::{Form, Head, Kind, Merge, MergeError, fill, form, merge, read, write_csv, write_xlsx};

/// What a person would write by hand.
const BY_HAND: &str = r#"format = 1
[estimates]
author = "Office of Eastland"
as_of = 2001-06-01

[eastland]
bottom_line = { points = [30, 45], because = "it = \"can\" wait" }
weights.bridge = { points = [15, 20, 30], because = "trade" }
weights.toll = 0
values.bridge = { closed = 0, open = [40, 60.5], shared = { points = 100, because = "access; both ways" } }
values.toll = { curve = [[0, 100], [5, [35, 60]], [10, 0]], because = "cheap" }
"#;

/// The same in cells of the workbook, and so in columns of the CSV.
const CELLS: [(&str, &str); 18] = [
    ("G3", "Office of Eastland"),
    ("G4", "2001-06-01"),
    ("D5", "30"),
    ("F5", "45"),
    ("G5", "it = \"can\" wait"),
    ("D6", "15"),
    ("E6", "20"),
    ("F6", "30"),
    ("G6", "trade"),
    ("E7", "0"),
    ("D8", "40"),
    ("F8", "60.5"),
    ("E9", "100"),
    ("G9", "access; both ways"),
    ("E10", "0"),
    ("E11", "100"),
    ("G11", "cheap"),
    ("D12", "35"),
];
const MORE: [(&str, &str); 2] = [("F12", "60"), ("E13", "0")];

fn cells() -> Vec<(&'static str, &'static str)> {
    CELLS.into_iter().chain(MORE).collect()
}

/// The estimates of a party without the places they are written at.
fn told(set: &EstimateSet, form: &Form, of: &PartyEstimates) -> Vec<String> {
    let mut told = vec![format!("{:?} {:?} {:?}", set.author, set.as_of, set.utility)];
    let estimate = |of: &detente_estimate::Estimate| format!("{:?} {:?}", of.range, of.why);
    told.extend(of.bottom_line.iter().map(estimate));
    told.extend(of.weights.iter().map(|(issue, weight)| format!("{issue:?} {}", estimate(weight))));
    for (issue, values) in &of.values {
        told.push(match values {
            Values::ByChoice(table) => {
                format!("{issue:?} {:?}", table.rows().map(|of| of.as_ref().map(estimate)).collect::<Vec<_>>())
            }
            Values::Curve { knots, why, .. } => format!("{issue:?} {knots:?} {why:?}"),
            Values::Along { .. } => panic!("not in {}", form.case),
        });
    }
    told
}

fn told_of(text: &str) -> Vec<String> {
    let (case, set) = case(Some(text));
    let set = set.expect("a set");
    let idx = party(&case, "eastland");
    told(&set, &form(&case, idx, None), set.party(idx).expect("a section"))
}

fn imported(form: &Form, bytes: &[u8], kind: Kind) -> String {
    let (filled, found) = back(form, bytes, kind);
    assert!(found.is_empty(), "{:?}", messages(&found));
    let filled = filled.expect("sound");
    let head = Head { author: filled.author.clone().expect("it says"), as_of: filled.as_of };
    merge(Merge { text: None, head: &head, party: "eastland", filled: &filled, replace: false }).expect("a new file")
}

#[test]
fn a_workbook_filled_in_is_the_estimates_written_by_hand() {
    let form = blank("eastland");
    let workbook = write_xlsx(&form).expect("it fits");
    let text = imported(&form, &filled_in(&workbook, &cells()), Kind::Workbook);
    assert_eq!(told_of(&text), told_of(BY_HAND), "{text}");
    assert!(text.contains("values.bridge.open = [40, 60.5]\n"), "{text}");
}

/// The cells of a line, as they stand there.
fn split(line: &str) -> Vec<String> {
    let (mut cells, mut is_quoted) = (vec![String::new()], false);
    for c in line.chars() {
        is_quoted ^= c == '"';
        match cells.last_mut() {
            Some(last) if c != ',' || is_quoted => last.push(c),
            _ => cells.push(String::new()),
        }
    }
    cells
}

#[test]
fn a_csv_filled_in_is_too_whatever_separates_it() {
    let form = blank("eastland");
    for separator in [',', ';', '\t'] {
        let mut lines: Vec<Vec<String>> = write_csv(&form).lines().map(split).collect();
        for (at, value) in cells() {
            let (column, row) = at.split_at(1);
            let column = usize::from(column.as_bytes()[0] - b'A');
            let quoted = format!("\"{}\"", value.replace('"', "\"\""));
            // Where semicolons separate, a comma is the decimal point.
            let is_number = value.parse::<f64>().is_ok();
            let comma = value.replace('.', ",");
            let value = if !is_number {
                quoted
            } else if separator == ';' {
                comma
            } else {
                value.to_owned()
            };
            let row: usize = row.parse().expect("a row");
            lines[row - 1][column] = value;
        }
        let separator = separator.to_string();
        let lines: Vec<String> = lines.iter().map(|line| line.join(&separator)).collect();
        let text = lines.join("\r\n");
        let text = imported(&form, format!("\u{feff}{text}").as_bytes(), Kind::Csv);
        assert_eq!(told_of(&text), told_of(BY_HAND), "{text}");
    }
}

#[test]
fn a_sheet_exported_with_estimates_says_them_again() {
    let (case, set) = case(Some(BY_HAND));
    let full = form(&case, party(&case, "eastland"), set.as_ref());
    assert!(full.left_out.is_empty(), "{:?}", full.left_out);
    let form = blank("eastland");
    let workbook = imported(&form, &write_xlsx(&full).expect("it fits"), Kind::Workbook);
    let csv = imported(&form, write_csv(&full).as_bytes(), Kind::Csv);
    assert_eq!(workbook, csv);
    assert_eq!(told_of(&workbook), told_of(BY_HAND), "{workbook}");
}

#[test]
fn nothing_filled_in_is_nothing_estimated() {
    let form = blank("eastland");
    let (filled, found) = back(&form, &write_xlsx(&form).expect("it fits"), Kind::Workbook);
    assert!(found.is_empty() && filled.expect("sound").numbers.is_empty(), "{found:?}");
}

#[test]
fn the_same_form_is_the_same_bytes_and_asks_of_no_other_office() {
    let form = blank("eastland");
    assert_eq!(write_xlsx(&form).expect("it fits"), write_xlsx(&form).expect("it fits"));
    let ids: Vec<String> = form.rows.iter().map(|row| row.field.to_string()).collect();
    let expect = [
        "bottom-line",
        "weight bridge",
        "value bridge closed",
        "value bridge open",
        "value bridge shared",
        "weight toll",
        "corner toll 0",
        "corner toll 5",
        "corner toll 10",
        "weight water",
        "corner water 0",
        "corner water 50",
        "corner water 100",
    ];
    assert_eq!(ids, expect);
    assert!(blank("westland").rows.iter().any(|row| row.field.to_string() == "weight office"));
}

#[test]
fn every_mistake_is_named_by_its_cell_and_all_at_once() {
    let form = blank("eastland");
    let workbook = write_xlsx(&form).expect("it fits");
    let cells = [
        ("G4", "soon"),
        ("D5", "50"),
        ("E5", "40"),
        ("F5", "45"),
        ("E6", "-1"),
        ("D7", "140"),
        ("E8", "much"),
        ("D9", "3"),
        ("E11", "5"),
        ("G10", "no number"),
    ];
    let (filled, found) = back(&form, &filled_in(&workbook, &cells), Kind::Workbook);
    assert!(filled.is_none(), "nothing is half imported");
    let expect = [
        "Values!G4: \"soon\" is not a date",
        "Values!E5: the most likely number 40 is below the low number 50",
        "Values!E6: -1 is below 0",
        "Values!D7: 140 is above 100",
        "Values!E8: \"much\" is not a number",
        "Values!F9: a range needs its low and its high end",
        "Values!G10: a reason without a number is not kept",
        "Values!E13: the value of 10 on \"toll\" is blank, and others are not",
    ];
    assert_eq!(messages(&found), expect);
}

#[test]
fn a_section_is_replaced_only_when_told_and_what_no_sheet_says_stays() {
    let form = blank("eastland");
    let (filled, _) = back(&form, &filled_in(&write_xlsx(&form).expect("it fits"), &cells()), Kind::Workbook);
    let filled = filled.expect("sound");
    let head = Head { author: "B".to_owned(), as_of: None };
    let known = r#"# ours
format = 1
[estimates]
author = "A"  # kept
[westland]
bottom_line = 7 # kept
[eastland]
bottom_line = 1
weights = { water = 3 }
values.bridge = { order = ["open", "shared", "closed"] }
values.water = { order = ["100"] }
[[eastland.linkages]]
when = "bridge = open"
points = [0, 10]
because = "kept too"
"#;
    let asked =
        |text, replace| merge(Merge { text: Some(text), head: &head, party: "eastland", filled: &filled, replace });
    assert_eq!(asked(known, false), Err(MergeError::Occupied));
    let text = asked(known, true).expect("replaced");
    for kept in [
        "# ours\n",
        "author = \"A\"  # kept\n",
        "bottom_line = 7 # kept\n",
        "because = \"kept too\"",
        "values.water = { order = [\"100\"] }",
    ] {
        assert!(text.contains(kept), "{kept}\n{text}");
    }
    for gone in ["bottom_line = 1\n", "water = 3", "closed\"]"] {
        assert!(!text.contains(gone), "{gone}\n{text}");
    }
    let of_one = BY_HAND.replace("[eastland]", "[westland]").replace("values.toll", "# a comment\nvalues.toll");
    let text = asked(&of_one, false).expect("appended");
    assert!(text.starts_with(&of_one) && text.contains("# score sheet filled in by B\n[eastland]\n"), "{text}");
    assert_eq!(asked("[", false), Err(MergeError::NotToml));
    let payoffs = "[estimates]\nauthor = \"A\"\nutility = \"payoffs\"\n";
    assert_eq!(asked(payoffs, false), Err(MergeError::OtherUtility));
}

#[test]
fn rows_may_be_sorted_and_titles_changed() {
    let (case, set) = case(Some(BY_HAND));
    let full = form(&case, party(&case, "eastland"), set.as_ref());
    let csv = write_csv(&full);
    let mut lines: Vec<&str> = csv.lines().collect();
    lines[1..].reverse();
    let text = lines.join("\n").replace(",Bridge,", ",The long bridge,");
    let form = blank("eastland");
    let grid = |text: &str| read(text.as_bytes(), Kind::Csv, detente_base::FileId(0)).expect("a table");
    let (sorted, found) = fill(&form, &grid(&text), detente_base::FileId(0));
    assert_eq!((sorted, found.len()), (fill(&form, &grid(&csv), detente_base::FileId(0)).0, 0));
}

#[test]
fn eight_parties_with_long_names_have_a_sheet_each() {
    let long = "A name of many words & \\\"quotes\\\" <т> ".repeat(20);
    let parties: String = (1..=8).map(|n| format!("p-{n} = {{ name = \"{long}{n}\" }}\n")).collect();
    let issues: String = (1..=30)
        .map(|n| format!("[issues.i-{n}]\ntitle = \"{long}\"\nchoices = {{ a = \"{long}\", b = \"=1+1\" }}\n"))
        .collect();
    let text = format!("format = 1\n[case]\nid = \"many\"\ntitle = \"{long}\"\n[parties]\n{parties}{issues}");
    let reading = detente_casefile::read(&detente_casefile::Folder::of_texts([("case.toml", text.as_str())]));
    let case = reading.case.expect("a case");
    for party in case.parties.indices() {
        let form = form(&case, party, None);
        assert_eq!(form.rows.len(), 1 + 30 * 3);
        for (bytes, kind) in
            [(write_xlsx(&form).expect("it fits"), Kind::Workbook), (write_csv(&form).into_bytes(), Kind::Csv)]
        {
            let (filled, found) = back(&form, &bytes, kind);
            assert!(filled.is_some() && found.is_empty(), "{:?}", messages(&found));
        }
    }
}
