//! `detente fund` on the command line: the page, the document, the picture, and what it refuses.

use crate::common::Demo;
use serde_json::Value;

const CASE: &str = include_str!("cases/ore/case.toml");
const FUND: &str = include_str!("cases/ore/fund.toml");

fn ore() -> Demo {
    Demo::of(&[("case.toml", CASE), ("fund.toml", FUND)])
}

/// Cents of a decimal text.
fn cents(of: &Value) -> i128 {
    of.as_str().expect("text").replace('.', "").parse().expect("a number")
}

#[test]
fn page_and_document() {
    let demo = ore();
    let args = ["--draws", "1000", "--package", "fund-share=50"];
    insta::assert_snapshot!("fund_page", demo.run("fund", &[&args[..], &["--plot"]].concat()).answer());
    let document: Value = demo.run("fund", &[&args[..], &["--json"]].concat()).json();
    assert_eq!(document["schema"], "detente.fund/1");
    let schema: Value = serde_json::from_str(&demo.detente(&["schema", "fund"]).answer()).expect("JSON");
    let known = schema["properties"].as_object().expect("properties");
    assert!(document.as_object().expect("an object").keys().all(|key| known.contains_key(key)));
    let of = &document["packages"][0];
    // What the fund holds is what came in and did not leave, to the cent.
    let mut held = 0;
    for year in of["years"].as_array().expect("years") {
        let at = |key: &str| cents(&year[key]);
        held += at("contributed") + at("capital") + at("returns") - at("fee") - at("distributed");
        assert_eq!(held, at("held"), "{year}");
    }
    assert_eq!(of["share_percent"], 50);
    assert_eq!(of["assumed"], serde_json::json!(["calm", "fund"]));
}

#[test]
fn two_packages_and_a_preset() {
    let demo = ore();
    let args = ["--draws", "200", "--package", "fund-share=25", "--package", "fund-share=75,calm=unrest"];
    insta::assert_snapshot!("fund_compared", demo.run("fund", &args).answer());
    let page = demo.run("fund", &["--draws", "200", "--preset", "later-text"]).answer();
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("after the as-of date; nothing else in the case rests on it"), "{page}");
    assert!(page.contains("Contribution share 50%, as the terms name it."), "{page}");
    let document: Value = demo.run("fund", &["--draws", "200", "--preset", "later-text", "--json"]).json();
    let years = document["packages"][0]["years"].as_array().expect("years");
    for year in years.iter().filter(|year| year["year"].as_i64() <= Some(2033)) {
        assert_eq!(cents(&year["distributed"]), 0, "locked: {year}");
    }
    assert_eq!(cents(&years[1]["aid"]), 1_200_000_000);
    assert_eq!(cents(&years[1]["capital"]), 0, "aid in kind never reaches the fund");
}

#[test]
fn a_fund_that_is_not_agreed_takes_nothing() {
    let document: Value =
        ore().run("fund", &["--draws", "50", "--package", "fund=none,fund-share=50", "--json"]).json();
    let of = &document["packages"][0];
    assert_eq!(of["exists"], false);
    assert!(of["years"].as_array().expect("years").iter().all(|year| cents(&year["contributed"]) == 0));
}

#[test]
fn files_are_written_whole() {
    let demo = ore();
    let (picture, page) = (demo.outside().join("flows.svg"), demo.outside().join("fund.txt"));
    let [svg, text] = [&picture, &page].map(|path| path.to_str().expect("UTF-8").to_owned());
    let said = demo.run("fund", &["--draws", "50", "--package", "fund-share=50", "-o", &svg]).answer();
    assert!(!said.is_empty());
    let drawn = std::fs::read_to_string(&picture).expect("written");
    assert!(drawn.starts_with("<?xml") && drawn.contains("Eastland") && drawn.ends_with("</svg>\n"));
    let said_again = demo.run("fund", &["--draws", "50", "--package", "fund-share=50", "-o", &text]);
    assert_eq!((said_again.code, said_again.out.as_str()), (0, ""));
    assert_eq!(std::fs::read_to_string(&page).expect("written"), said);
}

#[test]
fn draws_do_not_depend_on_threads_and_a_seed_draws_the_same() {
    let demo = ore();
    let run = |more: &[&str]| {
        demo.run("fund", &[&["--draws", "300", "--package", "fund-share=50", "--json"][..], more].concat()).answer()
    };
    assert_eq!(run(&["--threads", "1"]), run(&["--threads", "3"]));
    assert_ne!(run(&[]), run(&["--seed", "2"]));
}

#[test]
fn mistakes_are_the_users() {
    let demo = ore();
    for (args, words) in [
        (&["--preset", "no-text"][..], "presets: later-text"),
        (&[][..], "the fund depends on what is left open: fund-share"),
        (&["--package", "fund-share=30"][..], "has no choice"),
        (&["--package", "fund=none", "--package", "fund=none", "--package", "fund=none"][..], "two packages"),
        (&["--draws", "0"][..], "no number of draws"),
        (&["--draws", "200001"][..], "more than are kept at once"),
    ] {
        let ran = demo.run("fund", args);
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(ran.err.contains(words), "{args:?}: {}", ran.err);
    }
    let without = Demo::of(&[("case.toml", CASE)]).run("fund", &[]);
    assert_eq!(without.code, 2);
    assert!(without.err.contains("this case has no fund"), "{}", without.err);
}

/// Every slip in a fund is listed in one run, each at its own place.
#[test]
fn all_mistakes_of_a_file_at_once() {
    let broken = FUND
        .replace("royalty = 10", "royalty = 110")
        .replace("eastland = 40, westland = 60", "eastland = 50, westland = 60")
        .replace("production = [[2030, 100]", "production = [[2030, -100]")
        .replace("contributor = \"eastland\"", "contributor = \"northland\"")
        .replace("calm = calm\", probability", "weather = calm\", probability")
        .replace("currency = \"EUR\"\npath", "currency = \"GBP\"\npath");
    let demo = Demo::of(&[("case.toml", CASE), ("fund.toml", &broken)]);
    let ran = demo.run("check", &["--json"]);
    assert_eq!(ran.code, 2);
    let document: Value = serde_json::from_str(&ran.out).expect("JSON");
    let mut codes: Vec<&str> =
        document["diagnostics"].as_array().expect("a list").iter().filter_map(|of| of["code"].as_str()).collect();
    codes.sort_unstable();
    let wanted =
        ["bad-percentage", "dangling-id", "dangling-id", "mixed-money", "negative-amount", "overdrawn-waterfall"];
    for code in wanted {
        assert!(codes.contains(&code), "{code} among {codes:?}");
    }
    assert_eq!(codes.iter().filter(|code| **code == "dangling-id").count(), 2);
}

/// Renaming reaches a fund: parties, issues and choices in keys, values and expressions.
#[test]
fn renaming_reaches_the_fund() {
    let demo = ore();
    for (old, new) in
        [("eastland", "northland"), ("fund-share", "portion"), ("calm.calm", "quiet"), ("ore-price", "metal")]
    {
        let ran = demo.run("rename", &[old, new]);
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    let text = demo.read("fund.toml");
    for gone in ["eastland", "fund-share", "= calm\"", "ore-price"] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
    assert_eq!(demo.run("fund", &["--draws", "50", "--package", "portion=50"]).code, 0);
}

/// A share valued by present value answers as any other; only questions in words have no room for it.
#[test]
fn a_share_valued_by_present_value() {
    let demo = ore();
    demo.write(
        "estimates/first.toml",
        "[estimates]\nauthor = \"an analyst\"\n\n[westland]\nbecause = \"assumption: for the example\"\nbottom_line = [20, 40]\n\
         weights.fund-share = [30, 50]\nvalues.fund-share = { npv = [[0, 0], [8, [50, 70]], [16, 100]] }\n",
    );
    let document: Value = demo.run("deals", &["--json"]).json();
    // Without a fund Westland gets nothing; neither does it where the share is 0 and its capital comes back no dearer.
    assert_eq!(document["answers"][0]["zone"]["centre"]["feasible"], true);
    let shown = demo.run("show", &["assumptions"]).answer();
    assert!(shown.contains("by present value under the fund: 0 → 0, 8 → 50 to 70, 16 → 100"), "{shown}");
    assert_eq!(demo.run("robust", &["--draws", "50"]).code, 0);
    let refused = demo.run("elicit", &["--party", "westland", "--estimates", "first"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("several issues decide together"), "{}", refused.err);
}
