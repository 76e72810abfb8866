//! Tables into a territory.

use detente_base::{Decimal, FileId};
use detente_case::Id;
use detente_territory::{Adjacency, AreaBasis, Files, Reading, Territory, Text, read};
use jiff::civil::date;

const UNITS: &str = "\
# Figures of the land registry
id,name,area_km2,area_source,people,people_year,people_source,sites,sites_source
south,South,80.5,src-01,1200,2022,src-02,,
north,\"North, with islands\",120,geodesic,,,,3,src-02
east,East,100,src-01,0,1995,src-02,,
";
const CONTROL: &str = "\
unit,party,percent,km2,on,source
south,westland,,20.125,2025-02-28,src-03
south,eastland,50,,2025-02-28,src-03
north,eastland,100,121,2025-02-28,src-03
north,eastland,40,,2024-12-31,src-03
all,eastland,60,,,src-04
";
const CLAIMS: &str = "unit,party,on,source\neast,westland,,src-04\neast,eastland,1999-01-01,src-04\n";
const ADJACENCY: &str = "a,b,shared_km\nsouth,north,12.5\neast,south,\n";

fn of(units: &str, control: &str, claims: &str, adjacency: &str) -> Reading {
    let text = |file, text| Some(Text { file: FileId(file), text });
    read(&Files {
        units: text(0, units),
        control: text(1, control),
        claims: text(2, claims),
        adjacency: text(3, adjacency),
    })
}

fn territory() -> Territory {
    let reading = of(UNITS, CONTROL, CLAIMS, ADJACENCY);
    assert_eq!(reading.diagnostics, Vec::new());
    reading.territory.expect("units")
}

#[test]
fn units_are_in_order_of_id_with_their_figures() {
    let territory = territory();
    let ids: Vec<&str> = territory.units.rows().map(|unit| unit.id.as_str()).collect();
    assert_eq!(ids, ["east", "north", "south"]);
    let north = &territory.units[territory.unit("north").expect("there")];
    let area = north.area.as_ref().expect("an area");
    assert_eq!(
        (north.name.as_str(), area.km2, &area.basis),
        ("North, with islands", Decimal::whole(120).unwrap(), &AreaBasis::Geodesic)
    );
    assert_eq!((north.people.as_ref(), north.sites.as_ref().map(|sites| sites.count)), (None, Some(3)));
    let east = &territory.units[territory.unit("east").expect("there")];
    let people = east.people.as_ref().expect("nobody is a figure too");
    assert_eq!((people.count, people.year), (0, Some(1995)));
    assert_eq!(east.claims.iter().map(|claim| claim.party.id.as_str()).collect::<Vec<_>>(), ["eastland", "westland"]);
}

#[test]
fn control_is_read_by_date_and_completed_from_the_area() {
    let territory = territory();
    let (before, on) = (date(2024, 12, 31), date(2025, 2, 28));
    let south = &territory.units[territory.unit("south").expect("there")];
    let north = &territory.units[territory.unit("north").expect("there")];
    assert_eq!(south.percent_of("westland", on), Some(Decimal::whole(25).unwrap()));
    let eastland = south.control_on(on).next().expect("eastland comes first");
    assert_eq!(eastland.km2_of(south.area.as_ref()), Some(Decimal::from_thousandths(40_250)));
    assert!(south.is_split(on) && !north.is_split(on) && north.is_split(before) && !south.is_split(before));
    assert_eq!(north.held_whole_by(on).map(Id::as_str), Some("eastland"));
    let whole: Vec<_> = territory.whole.iter().map(|of| (of.party.id.as_str(), of.percent, of.on)).collect();
    assert_eq!(whole, [("eastland", Decimal::whole(60), None)]);
    assert_eq!(territory.control_dates(), [before, on]);
    let shown = |as_of| territory.control_date(Some(as_of));
    assert_eq!([shown(date(2025, 2, 26)), shown(on), shown(date(2020, 1, 1))], [Some(before), Some(on), Some(before)]);
    assert_eq!(territory.control_date(None), Some(on));
}

#[test]
fn neighbours_are_symmetric_and_parts_connected() {
    let territory = territory();
    let adjacency = territory.adjacency.as_ref().expect("a table");
    let unit = |id| territory.unit(id).expect("there");
    let south = unit("south");
    assert_eq!(adjacency.neighbours(south).collect::<Vec<_>>(), [unit("east"), unit("north")]);
    let km = |a, b| adjacency.border(unit(a), unit(b)).map(|border| border.shared_km);
    assert_eq!(km("north", "south"), Some(Some(Decimal::from_thousandths(12_500))));
    assert_eq!([km("south", "east"), km("east", "north")], [Some(None), None]);
    assert_eq!(adjacency.parts(&territory.units, |_| true).len(), 1);
    assert_eq!(adjacency.parts(&territory.units, |unit| unit != south).len(), 2);
    assert_eq!(adjacency.parts(&territory.units, |_| false).len(), 0);
}

#[test]
fn everything_wrong_is_listed_at_once_with_its_place() {
    let units = "id,name,area_km2,area_source\nNorth,North,12O,src-01\nsouth,,80,src-01\n";
    let control = "unit,party,percent,on,source\nsuoth,eastland,101,2025-02-30,src-01\n";
    let reading = of(units, control, "unit,party\n", "a;b\n");
    let told: Vec<String> = reading
        .diagnostics
        .iter()
        .map(|found| {
            let span = found.labels[0].span;
            let text = [units, control, "unit,party\n", "a;b\n"][span.file.0];
            let line = text[..span.start].matches('\n').count() + 1;
            format!("{} {}:{line} {:?}", found.code.name, span.file.0, &text[span.start..span.end])
        })
        .collect();
    assert_eq!(
        told,
        [
            "territory-bad-id 0:2 \"North\"",
            "territory-bad-number 0:2 \"12O\"",
            "territory-empty-cell 0:3 \"\"",
            "territory-unknown-unit 1:2 \"suoth\"",
            "territory-bad-date 1:2 \"2025-02-30\"",
            "territory-bad-number 1:2 \"101\"",
            "territory-missing-column 2:1 \"party\"",
            "territory-unknown-column 3:1 \"a;b\"",
            "territory-missing-column 3:1 \"a;b\"",
            "territory-missing-column 3:1 \"a;b\"",
        ]
    );
    let hint = reading.diagnostics[7].hint.as_deref().unwrap_or_default();
    assert!(hint.contains("parted by commas"), "{hint}");
}

#[test]
fn the_order_of_rows_means_nothing() {
    let reversed = |text: &str| {
        let mut lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        if let [_, rows @ ..] = lines.as_mut_slice() {
            rows.reverse();
        }
        lines.join("\n")
    };
    let turned = of(&reversed(UNITS), &reversed(CONTROL), &reversed(CLAIMS), &reversed(ADJACENCY));
    let turned = turned.territory.expect("units");
    let facts = |territory: &Territory| {
        let control = |unit: &detente_territory::Unit| {
            unit.control.iter().map(|of| (of.on, of.party.id.clone(), of.percent, of.km2)).collect::<Vec<_>>()
        };
        let units: Vec<_> =
            territory.units.rows().map(|unit| (unit.id.clone(), unit.name.clone(), control(unit))).collect();
        let borders: Vec<_> =
            territory.adjacency.iter().flat_map(Adjacency::borders).map(|of| (of.a, of.b, of.shared_km)).collect();
        (units, borders)
    };
    assert_eq!(facts(&turned), facts(&territory()));
}
