//! Pictures as they are read: whole, within their width, and well formed whatever a label says.

use std::collections::BTreeMap;

use detente_report::{Bar, Bars, Flows, Mark, Part, Scatter, Series, Span, TEXT_WIDTH, Tornado};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

fn bar(label: &str, low: f64, part: f64, high: f64) -> Bar {
    let [low, part, high] = [low, part, high].map(Part::nearest);
    Bar { label: label.to_owned(), part, low, high }
}

fn span(label: &str, low: f64, high: f64) -> Span {
    Span { label: label.to_owned(), low: Part::nearest(low), high: Part::nearest(high) }
}

fn bars() -> Bars {
    Bars {
        title: "Acceptable to all".to_owned(),
        caption: "Shares of 400 draws from the estimates “example”.".to_owned(),
        bars: vec![
            bar("A", 0.9, 0.92, 0.94),
            bar("B: a package whose description takes more than one line of a terminal & < of a page", 0.3, 0.35, 0.41),
            bar("C", 0.0, 0.0, 0.01),
        ],
    }
}

fn tornado() -> Tornado {
    Tornado {
        title: "Which numbers move the share of draws with a package".to_owned(),
        caption: "Low and high: the lowest and the highest quarter of the number's draws.".to_owned(),
        middle: Part::nearest(0.62),
        spans: vec![
            span("Eastland's bottom line", 0.95, 0.2),
            span("Westland's weight of Border crossing", 0.5, 0.7),
            span("Westland's value of “Open”", 0.62, 0.62),
        ],
    }
}

fn flows() -> Flows {
    let series = |label: &str, amounts: &[i64]| Series { label: label.to_owned(), amounts: amounts.to_vec() };
    Flows {
        title: "What reaches each party less what leaves it".to_owned(),
        caption: "At the centres of the bands.".to_owned(),
        unit: "million USD".to_owned(),
        from: 2030,
        series: vec![series("Eastland", &[-1500, 0, 2500, 4000]), series("Westland", &[1, 1000, 2000, 3000])],
    }
}

fn scatter() -> Scatter {
    let mark = |label: &str, at: [i64; 2], full: bool| Mark { label: label.to_owned(), at, full };
    Scatter {
        title: "The pairs and the frontier".to_owned(),
        caption: "Each party's points are its own.".to_owned(),
        axes: ["Points of Eastland".to_owned(), "Points of Westland".to_owned()],
        ground: "a point of the frontier".to_owned(),
        points: vec![[20, 80], [55, 62], [90, 10]],
        marks: vec![
            mark("Anna & Ben", [55, 62], true),
            mark("Cem and Dora", [30, 30], true),
            mark("Eli and Fay", [-5, 40], false),
            mark("Gus and Hana", [30, 30], true),
        ],
        means: ["a pair, within all limits".to_owned(), "a pair, outside the limits".to_owned()],
    }
}

#[test]
fn as_text() {
    insta::assert_snapshot!("flows_text", flows().text());
    insta::assert_snapshot!("bars_text", bars().text());
    insta::assert_snapshot!("tornado_text", tornado().text());
}

#[test]
fn as_svg() {
    insta::assert_snapshot!("flows_svg", flows().svg());
    insta::assert_snapshot!("bars_svg", bars().svg());
    insta::assert_snapshot!("tornado_svg", tornado().svg());
    insta::assert_snapshot!("scatter_svg", scatter().svg());
}

/// The text of every kind of element, if the document is well formed; no tag is left open, and only known entities occur.
fn parsed(svg: &str) -> Result<BTreeMap<String, String>, String> {
    let mut reader = Reader::from_str(svg);
    let (mut open, mut texts) = (Vec::new(), BTreeMap::<String, String>::new());
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) => {
                tag.attributes().try_for_each(|attribute| attribute.map(|_| ())).map_err(|error| error.to_string())?;
                open.push(tag.name().as_ref().to_owned());
            }
            Event::End(_) => drop(open.pop()),
            Event::Text(text) => {
                if let Some(name) = open.last() {
                    texts.entry(name.clone()).or_default().push_str(text.as_ref());
                }
            }
            Event::GeneralRef(named) if matches!(named.as_ref(), "amp" | "lt" | "gt") => {}
            Event::GeneralRef(named) => return Err(format!("{named:?}")),
            Event::Eof if open.is_empty() => return Ok(texts),
            Event::Eof => return Err(format!("left open: {open:?}")),
            _ => {}
        }
    }
}

/// A reader who hears a picture hears its title, its caption and every row.
#[test]
fn everything_is_said_in_words() {
    for svg in [bars().svg(), tornado().svg()] {
        let texts = parsed(&svg).expect("well formed");
        assert!(svg.contains("role=\"img\""));
        assert!(texts.get("title").is_some_and(|title| !title.is_empty()));
        assert_eq!(texts.get("desc").map(|told| told.lines().count()), Some(4), "{texts:?}");
        assert!(!svg.contains("href") && !svg.contains("url("), "nothing is fetched");
    }
}

/// Marks at one place share a label; each is told with its numbers, and what it means.
#[test]
fn points_between_two_scales_are_said_in_words() {
    let svg = scatter().svg();
    let texts = parsed(&svg).expect("well formed");
    let told = texts.get("desc").expect("a description");
    assert_eq!(told.lines().count(), 7, "{told}");
    for said in
        ["2. Cem and Dora: 30 and 30; a pair, within", "3. Eli and Fay: -5 and 40; a pair, outside", "55 and 62; 90"]
    {
        assert!(told.contains(said), "{said}: {told}");
    }
    assert!(svg.contains(">2, 4</text>") && svg.contains("role=\"img\""), "{svg}");
    assert_eq!(
        (svg.matches("r=\"5\"").count(), svg.matches("<path").count()),
        (2 + 1, 1 + 1),
        "signs and their meanings"
    );
    assert!(!svg.contains("href") && !svg.contains("url("), "nothing is fetched");
}

proptest! {
    #[test]
    fn any_points_lie_within_the_picture(
        at in proptest::collection::vec(any::<[i64; 2]>().prop_map(|[x, y]| [x, y % 100]), 0..40),
        near in proptest::collection::vec([-50..150_i64, -50..150_i64], 0..40),
    ) {
        let marks = |at: &[[i64; 2]]| -> Vec<Mark> {
            at.iter().map(|&at| Mark { label: "A".to_owned(), at, full: at[0] % 2 == 0 }).collect()
        };
        for at in [at, near] {
            let svg = Scatter { points: at.clone(), marks: marks(&at), ..scatter() }.svg();
            prop_assert!(parsed(&svg).is_ok(), "{:?}", parsed(&svg));
            for place in svg.split(" cx=\"").skip(1) {
                let x: i64 = place.split('"').next().and_then(|x| x.parse().ok()).expect("a number");
                prop_assert!((0..=800).contains(&x), "{}", svg);
            }
        }
    }

    #[test]
    fn any_label_gives_a_well_formed_picture_within_its_width(
        label in "\\PC{0,120}|[&<>\"']{0,9}|\u{1}\u{fffe}",
        part in -0.5..1.5_f64,
        other in 0.0..1.0_f64,
    ) {
        let bars = Bars { title: label.clone(), caption: label.clone(), bars: vec![bar(&label, part.min(other), part, part.max(other))] };
        let tornado = Tornado { title: label.clone(), middle: Part::nearest(other), spans: vec![span(&label, part, other)], ..Tornado::default() };
        let amounts = [if other < 0.5 { i64::MIN } else { i64::MAX }, 1, 0, -1];
        let series = vec![Series { label: label.clone(), amounts: amounts.repeat(15) }];
        let flows = Flows { title: label.clone(), caption: label.clone(), unit: label.clone(), from: 2000, series };
        for text in [bars.text(), tornado.text(), flows.text()] {
            prop_assert!(text.lines().all(|line| line.chars().count() <= TEXT_WIDTH), "{}", text);
        }
        let mark = Mark { label: label.clone(), ..Mark::default() };
        let scatter = Scatter { title: label.clone(), axes: [label.clone(), label.clone()], marks: vec![mark], ..scatter() };
        for svg in [bars.svg(), tornado.svg(), flows.svg(), scatter.svg()] {
            prop_assert!(parsed(&svg).is_ok(), "{:?} {}", parsed(&svg), svg);
        }
    }
}
