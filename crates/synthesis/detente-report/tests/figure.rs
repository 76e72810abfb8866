//! A picture on a sheet: drawn where pictures are, told as a table where not.

use detente_report::sheet::{Block, Figure, Head, Sheet, Table};
use detente_report::{Bar, Bars, Part};
use quick_xml::Reader;
use quick_xml::events::Event;

fn figure(title: &str) -> Block {
    let half = Part::nearest(0.5);
    let bars = Bars {
        title: title.to_owned(),
        caption: "Of four gates.".to_owned(),
        bars: vec![Bar { label: "Gate <A> & \"B\"".to_owned(), part: half, low: half, high: half }],
    };
    let rows = vec![vec!["Gate <A> & \"B\"".to_owned(), "half".to_owned()]];
    Block::Figure(Figure {
        caption: format!("{title}, drawn."),
        svg: bars.svg(),
        table: Table { header: vec!["Gate", "How far open"], rows },
    })
}

fn sheet() -> Sheet {
    Sheet {
        head: Head {
            title: "Gates".to_owned(),
            case: "Eastland and Westland".to_owned(),
            as_of: "no as-of date".to_owned(),
            date: None,
            audience: "for team",
            hash: "0123456789abcdef".to_owned(),
        },
        blocks: vec![figure("One"), figure("Two")],
        foot: vec!["Case 0123456789abcdef.".to_owned()],
    }
}

/// Every id of a page's elements.
fn ids(html: &str) -> Vec<String> {
    let drawn: String =
        html.split_inclusive("</svg>").filter_map(|part| part.find("<svg").map(|from| &part[from..])).collect();
    let mut reader = Reader::from_str(&drawn);
    let mut ids = Vec::new();
    loop {
        match reader.read_event().expect("well formed") {
            Event::Start(tag) | Event::Empty(tag) => {
                let of = |name: &str| tag.try_get_attribute(name).expect("attributes");
                ids.extend(of("id").map(|id| id.value.into_owned()));
            }
            Event::Eof => return ids,
            _ => {}
        }
    }
}

#[test]
fn a_page_of_html_holds_the_pictures_with_ids_of_their_own() {
    let html = sheet().html();
    assert_eq!(html.matches("<svg").count(), 2);
    assert!(!html.contains("<?xml") && html.contains("<figcaption dir=\"auto\">One, drawn.</figcaption>"), "{html}");
    let found = ids(&html);
    let mut apart = found.clone();
    apart.sort();
    apart.dedup();
    assert_eq!((found.len(), apart.len()), (4, 4), "{found:?}");
}

#[test]
fn text_and_markdown_tell_what_the_picture_shows() {
    let text = sheet().text();
    assert!(text.contains("One, drawn.\n- Gate: Gate <A> & \"B\"\n  How far open: half\n"), "{text}");
    let markdown = sheet().markdown();
    assert!(markdown.contains("Two, drawn.\n\n| Gate | How far open |\n"), "{markdown}");
    assert!(!text.contains("<svg") && !markdown.contains("<svg"));
}
