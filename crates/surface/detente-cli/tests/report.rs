//! `detente report`: what sheets say, and what never reaches the room.

use crate::common::{Demo, Ran};

const SHEETS: [&str; 10] =
    ["red-lines", "common-ground", "changes", "process", "why", "deal", "text", "map", "fund", "briefing"];
/// A package of the starter that crosses both of its limits.
const WHOLE: &str = "crossing=open,observers-present=none,water=50";
const FORMS: [&str; 3] = ["txt", "md", "html"];
const CATALOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../catalog");

/// The starter with limits that clash, so that `why` has something to list.
fn closed() -> Demo {
    let demo = Demo::new();
    demo.append(
        "case.toml",
        "\n[[red_lines]]\nid = \"eastland-on-closing\"\nparty = \"eastland\"\nnever = \"crossing != open or observers-present = joint\"\n\
         firmness = \"strong\"\n",
    );
    demo
}

fn written(demo: &Demo, sheet: &str, form: &str, more: &[&str]) -> String {
    let file = format!("sheet.{form}");
    let ran = demo.run("report", &[&["--sheet", sheet, "-o", &file], more].concat());
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""), "{sheet} {form}");
    std::fs::read_to_string(demo.outside().join(file)).expect("a sheet")
}

/// Every sheet in every form, for the room.
fn room(demo: &Demo) -> Vec<String> {
    let of = |sheet: &'static str| FORMS.map(|form| written(demo, sheet, form, &["--for", "room"]));
    let whole = ["--for", "room", "--package", WHOLE];
    let packages = FORMS.map(|form| written(demo, "deal", form, &whole));
    SHEETS.into_iter().flat_map(of).chain(packages).collect()
}

/// A set of estimates with a canary in every text and a number nobody else has in every number.
const CANARIES: &str = r#"
[estimates]
author = "canary author"
note = "canary note"

[eastland]
because = "canary because"
bottom_line = { points = [31.337, 41.337], because = "canary bottom line" }
weights.crossing = { points = [51.337, 61.337], because = "canary weight" }
weights.observers-present = 71.337
weights.water = 81.337
values.crossing = { closed = 0, daytime = [13.371, 23.371], open = 100 }
values.observers-present = { none = 100, joint = 0 }
values.water.curve = [[30, 0], [50, [33.371, 43.371]], [70, 100]]
[[eastland.red_lines]]
id = "canary-red-line"
never = "crossing = daytime"
firmness = "strong"
probability = 0.337
because = "canary red line"
[[eastland.linkages]]
when = "crossing = open and observers-present = joint"
points = [-3.371, 5.337]
because = "canary linkage"
[eastland.alternative]
description = "canary alternative"
alternative_per_month = [-6.337, -5.337]
because = "canary month"

[westland]
because = "canary westland"
bottom_line = 91.337
weights.crossing = 53.371
values.crossing = { closed = 0, daytime = 17.337, open = 100 }
"#;

#[test]
fn no_estimate_reaches_the_room() {
    let (example, none, canaries, broken) = (closed(), closed(), closed(), closed());
    std::fs::remove_file(none.path("estimates/example.toml")).expect("a set to take away");
    std::fs::remove_file(canaries.path("estimates/example.toml")).expect("a set to take away");
    canaries.write("estimates/canary-set.toml", CANARIES);
    broken.write("estimates/broken.toml", "canary = [");
    let sheets = room(&example);
    assert_eq!(sheets.len(), (SHEETS.len() + 1) * FORMS.len());
    for other in [&none, &canaries, &broken] {
        assert_eq!(sheets, room(other), "the same bytes whatever is estimated");
    }
    for sheet in &sheets {
        let lower = sheet.to_lowercase();
        for word in ["canary", ".337", "3371", "3.371", "estimate", "bottom line", " point", " gain"] {
            assert!(!lower.contains(word), "{word}:\n{sheet}");
        }
        assert!(sheet.contains("for room") && sheet.contains("working paper, not a proposal"), "{sheet}");
    }
}

#[test]
fn the_canaries_are_read_where_they_may_be() {
    let demo = closed();
    demo.write("estimates/canary-set.toml", CANARIES);
    let sheet = written(&demo, "red-lines", "txt", &["--estimates", "canary-set"]);
    for said in ["canary red line", "canary author", "canary-set", "Estimated, not stated", "for team"] {
        assert!(sheet.contains(said), "{said}:\n{sheet}");
    }
    let without = written(&demo, "red-lines", "txt", &[]);
    assert!(without.contains("No set of estimates was named") && !without.contains("canary"), "{without}");
}

#[test]
fn sheets_of_the_starter() {
    let demo = closed();
    for sheet in SHEETS {
        insta::assert_snapshot!(
            format!("room_{sheet}"),
            demo.run("report", &["--sheet", sheet, "--for", "room"]).answer()
        );
    }
    let deal = |more: &[&str]| demo.run("report", &[&["--sheet", "deal", "--package", WHOLE], more].concat()).answer();
    insta::assert_snapshot!("team_deal", deal(&["--estimates", "example"]));
    insta::assert_snapshot!("team_why", demo.run("report", &["--sheet", "why", "--estimates", "example"]).answer());
    insta::assert_snapshot!("red_lines_markdown", written(&demo, "red-lines", "md", &[]));
    insta::assert_snapshot!("red_lines_html", written(&demo, "red-lines", "html", &["--for", "room"]));
}

#[test]
fn a_case_without_a_record_has_sheets_that_say_so() {
    let case = format!("{CATALOG}/textbook/nash-1950");
    let demo = Demo::of(&[]);
    for sheet in SHEETS {
        let page = demo.detente(&["report", &case, "--sheet", sheet, "--for", "room"]).answer();
        assert!(["why", "deal"].contains(&sheet) || page.to_lowercase().contains("nothing on record"), "{page}");
        insta::assert_snapshot!(format!("textbook_{sheet}"), page);
    }
}

#[test]
fn no_sheet_recommends_adds_up_over_parties_or_shows_a_likelihood() {
    let demo = closed();
    demo.edit("case.toml", "unit = \"%\"", "unit = \"parts\"");
    for sheet in SHEETS {
        for more in [&["--for", "room"][..], &[], &["--estimates", "example"]] {
            let page = written(&demo, sheet, "txt", more).to_lowercase();
            for word in
                ["%", "percent", " best", "recommend", "optimal", "winner", "together worth", "in total", "likel"]
            {
                assert!(!page.contains(word), "{word}:\n{page}");
            }
        }
    }
}

#[test]
fn eight_parties_with_long_names_fit() {
    let demo = closed();
    for rank in 0..6 {
        let name = format!("Delegation {rank} of the {} Confederation", "Very-Long-Named-".repeat(6));
        let old = "[parties]                       # the order has no meaning\n";
        demo.edit("case.toml", old, &format!("{old}delegation-{rank} = {{ name = \"{name} <\\\"&|*_\" }}\n"));
    }
    for sheet in SHEETS {
        let text = written(&demo, sheet, "txt", &[]);
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        assert!(text.contains("Delegation 5"), "all are named:\n{text}");
        let html = written(&demo, sheet, "html", &[]);
        assert!(html.contains("&lt;") && !html.contains("Confederation <"), "{html}");
        for elsewhere in ["href", "src=", "url(", "@import", "<script", "http"] {
            assert!(!html.contains(elsewhere), "{elsewhere}: nothing is fetched or run");
        }
        let markdown = written(&demo, sheet, "md", &[]);
        assert!(!markdown.contains("Confederation <"), "{markdown}");
    }
}

#[test]
fn what_cannot_be_made_is_refused_with_a_way_out() {
    let demo = closed();
    let refused = |arguments: &[&str], said: &[&str]| {
        let Ran { code, out, err } = demo.run("report", arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        said.iter().for_each(|said| assert!(err.contains(said), "{said}: {err}"));
    };
    refused(&["--sheet", "brochure"], &["red-lines", "common-ground", "changes", "process", "why"]);
    refused(&["--sheet", "why", "--for", "room", "--estimates", "example"], &["nothing estimated", "--for team"]);
    if !cfg!(feature = "pdf") {
        refused(&["--sheet", "why", "-o", "sheet.pdf"], &["without PDF", "--features pdf", "write .html and print"]);
    }
    refused(&["--sheet", "why", "-o", "sheet.rtf"], &["DOCX or PDF", ".html"]);
    refused(&["--sheet", "why", "-o", "sheet.html", "--paper", "letter"], &["DOCX and PDF", "leave out --paper"]);
    refused(&["--sheet", "process", "--since", "2020-01-01"], &["--sheet changes"]);
    refused(&["--sheet", "process", "--package", "crossing=open"], &["leave out --package"]);
    refused(&["--sheet", "why", "--package", "crossing=ajar"], &["crossing", "closed"]);
}

#[test]
fn a_package_can_be_held_against_the_limits() {
    let page = closed().run("report", &["--sheet", "why", "--for", "room", "--package", "crossing=closed"]).answer();
    assert!(page.contains("As it was named for this sheet: Border crossing: “Closed”."), "{page}");
}

#[test]
fn a_deal_is_the_newest_draft_with_its_brackets_or_nothing_but_brackets() {
    let demo = closed();
    let sheet = |more: &[&str]| demo.run("report", &[&["--sheet", "deal", "--for", "room"], more].concat()).answer();
    assert!(sheet(&[]).contains("no draft on record") && sheet(&[]).contains("Says: [open]"), "{}", sheet(&[]));
    demo.write(
        "drafts.toml",
        "[[drafts]]\nid = \"first-draft\"\nstatus = \"made\"\n[drafts.choices]\ncrossing = \"closed\"\n\
         observers-present = [\"none\", \"joint\"]\nwater = 50\n",
    );
    let page = sheet(&[]);
    for said in [
        "The package: first-draft",
        "Says: [A joint observer group | None]",
        "The package: exceeded",
        "The package: met",
    ] {
        assert!(page.contains(said), "{said}:\n{page}");
    }
    let open = sheet(&["--package", "crossing=open"]);
    assert!(open.contains("open: depends on what stands in brackets"), "{open}");
    assert_eq!(sheet(&["--package", "first-draft"]), page);
}
