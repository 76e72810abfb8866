//! The map sheet: well formed and on its page, whatever names and numbers say; sums are sums; no party is first.

use detente_base::{Decimal, FileId, Table};
use detente_case::{Case, Consent, Id, Party};
use detente_ledger::Ledger;
use detente_report::map::{Asked, Heading, Layer, Said, Status, UnitTable, sheet};
use detente_territory::{Files, Shapes, Territory, Text, read, read_shapes};
use quick_xml::Reader;
use quick_xml::events::Event;

fn text(text: &str) -> Text<'_> {
    Text { file: FileId(0), text }
}

/// `across` times `across` square units, all held by one party but the last, of which two hold a part.
fn grid(across: usize, name: &str, parties: [&str; 2]) -> (Territory, Shapes) {
    let mut units = "id,name,area_km2,area_source,people,people_source\n".to_owned();
    let mut control = "unit,party,percent,km2,on,source\n".to_owned();
    let mut features = Vec::new();
    for at in 0..across * across {
        let (x, y) = (at % across, at / across);
        let quoted = name.replace('"', "\"\"");
        units.push_str(&format!("u{at},\"{quoted} {at}\",100,geodesic,{},\n", if at == 0 { "" } else { "10" }));
        let parts = if at + 1 == across * across { vec![(0, 40), (1, 60)] } else { vec![(0, 100)] };
        parts
            .iter()
            .for_each(|(party, part)| control.push_str(&format!("u{at},{},{part},,2001-01-01,\n", parties[*party])));
        features.push(format!(
            "{{\"type\":\"Feature\",\"id\":\"u{at}\",\"properties\":null,\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":\
             [[[{x},{y}],[{0},{y}],[{0},{1}],[{x},{1}],[{x},{y}]]]}}}}",
            x + 1,
            y + 1
        ));
    }
    let tables = Files { units: Some(text(&units)), control: Some(text(&control)), ..Files::default() };
    let mut territory = read(&tables).territory.expect("units");
    let all = format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", features.join(","));
    let shapes = read_shapes(Text { file: FileId(1), text: &all }, &territory).shapes;
    territory.adjacency = Some(detente_territory::borders(&shapes));
    (territory, shapes)
}

fn case(parties: [&str; 2], title: &str) -> Case {
    let mut ids = parties;
    ids.sort_unstable();
    let party = |id: &str| Party {
        id: Id::new(id).expect("an id"),
        name: format!("The party {id}"),
        kind: None,
        roles: Vec::new(),
        consent: Consent::Always,
        consent_because: None,
        consent_basis: Vec::new(),
        aliases: Vec::new(),
        note: None,
        span: detente_base::Span::new(FileId(0), 0, 0),
    };
    Case {
        id: None,
        title: title.to_owned(),
        as_of: None,
        as_of_by: None,
        note: None,
        citation: None,
        parties: ids.iter().map(|id| party(id)).collect(),
        people: Table::default(),
        issues: Table::default(),
        lenses: Table::default(),
        rules: Table::default(),
        red_lines: Table::default(),
        offers: Table::default(),
        process: Table::default(),
        drafts: Table::default(),
    }
}

fn layer(territory: &Territory, of: impl Fn(usize) -> Said) -> Layer {
    let status = |id: &str| Status { id: id.to_owned(), title: format!("The unit is {id}; nothing else is said") };
    Layer {
        title: "Administration".to_owned(),
        statuses: vec![status("apart"), status("joint")],
        of: (0..territory.units.len()).map(of).collect(),
        in_question: vec![None; territory.units.len()],
        sides: vec![None; territory.units.len()],
    }
}

fn drawn(case: &Case, territory: &Territory, shapes: &Shapes, layers: &[Layer]) -> (UnitTable, String) {
    let table = UnitTable::new(&Asked { case, ledger: &Ledger::default(), territory, layers });
    let heading = Heading {
        case: case.title.clone(),
        as_of: Some("2001-01-01".to_owned()),
        hash: "0".repeat(64),
        voices: "Statements on record: none.".to_owned(),
        packages: layers.iter().map(|_| "land=joint".to_owned()).collect(),
    };
    let svg = sheet(&table, territory, shapes, &heading);
    (table, svg)
}

/// The texts of a sheet with their places; panics where it is not well formed.
fn texts(svg: &str) -> Vec<(f64, f64, String)> {
    let mut reader = Reader::from_str(svg);
    let mut found = Vec::new();
    let mut place = None;
    loop {
        match reader.read_event().expect("well formed") {
            Event::Eof => return found,
            Event::Start(tag) if tag.name().as_ref() == "text" => {
                let number = |key: &str| {
                    let attribute = tag.try_get_attribute(key).expect("attributes").expect("a place");
                    attribute.value.parse::<f64>().expect("a number")
                };
                place = Some((number("x"), number("y")));
            }
            Event::Text(words) => {
                if let Some((x, y)) = place {
                    found.push((x, y, words.to_string()));
                }
            }
            Event::End(tag) if tag.name().as_ref() == "text" => place = None,
            _ => {}
        }
    }
}

fn is_on_the_page(svg: &str) {
    for (x, y, words) in texts(svg) {
        assert!((0.0..=595.0).contains(&x) && (0.0..=842.0).contains(&y), "{words:?} at {x} {y}");
    }
}

#[test]
fn a_sheet_is_well_formed_and_on_its_page() {
    let parties = ["eastland", "westland"];
    for (across, name) in [
        (1, "A"),
        (3, "Ü <&> \u{202e}\"quoted\" \u{1}"),
        (4, "A name that is far too long to fit anywhere"),
        (12, "Many"),
    ] {
        let (territory, shapes) = grid(across, name, parties);
        let case = case(parties, "Talks <about> & \"land\"");
        let layers = [
            layer(&territory, |unit| Said::Status(unit % 2)),
            layer(&territory, |unit| if unit == 0 { Said::Open } else { Said::Status(1) }),
        ];
        for count in 0..=2 {
            let (_, svg) = drawn(&case, &territory, &shapes, &layers[..count]);
            is_on_the_page(&svg);
            assert!(svg.contains("working paper, not a proposal"));
        }
    }
}

#[test]
fn a_territory_without_shapes_has_a_sheet_too() {
    let parties = ["eastland", "westland"];
    let (territory, _) = grid(3, "Unit", parties);
    let (_, svg) = drawn(&case(parties, "Talks"), &territory, &Shapes::default(), &[]);
    is_on_the_page(&svg);
    assert!(svg.contains("No shapes of units are at hand"));
}

#[test]
fn sums_are_those_of_the_rows_and_leave_out_what_is_not_known() {
    let parties = ["eastland", "westland"];
    let (territory, shapes) = grid(3, "Unit", parties);
    let chosen = [layer(&territory, |unit| Said::Status(usize::from(unit < 3)))];
    let (table, _) = drawn(&case(parties, "Talks"), &territory, &shapes, &chosen);
    assert_eq!((table.all.km2, table.all.people, table.all.without_people), (Decimal::whole(900).unwrap(), 80, 1));
    assert_eq!(table.control.iter().map(|sum| sum.km2.to_string()).collect::<Vec<_>>(), ["840", "60"]);
    let of: Vec<_> = table.per_status[0].iter().map(|of| (of.said, of.sum.units, of.sum.km2.to_string())).collect();
    assert_eq!(of, [(Said::Status(0), 6, "600".to_owned()), (Said::Status(1), 3, "300".to_owned())]);
    // The line runs once across: three sides of a degree each, near the equator.
    let line = table.lines[0].expect("neighbours are known");
    assert!((333_000..335_000).contains(&line.km.thousandths()), "{}", line.km);
}

#[test]
fn exchanged_names_exchange_hatchings_and_nothing_else() {
    let (one, other) = (["eastland", "westland"], ["westland", "eastland"]);
    let svg = |parties: [&str; 2]| {
        let (territory, shapes) = grid(3, "Unit", parties);
        drawn(&case(parties, "Talks"), &territory, &shapes, &[]).1
    };
    let swapped = svg(other)
        .replace("whole0", "x-whole")
        .replace("whole1", "whole0")
        .replace("x-whole", "whole1")
        .replace("most0", "x-most")
        .replace("most1", "most0")
        .replace("x-most", "most1")
        .replace("part0", "x-part")
        .replace("part1", "part0")
        .replace("x-part", "part1")
        .replace("eastland", "x-land")
        .replace("westland", "eastland")
        .replace("x-land", "westland");
    let areas = |svg: &str| {
        let lines = svg.lines().filter(|line| line.starts_with("<path") && line.contains("fill-rule"));
        lines.map(|line| line.split("<title>").next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(areas(&svg(one)), areas(&swapped));
}
