//! The main job on the command line.

use crate::common::Demo;
use serde_json::Value;

const CLASH: &str = "\n[[red_lines]]\nid = \"eastland-on-opening\"\nparty = \"eastland\"\nnever = \"crossing != open or observers-present = joint\"\nfirmness = \"stated-absolute\"\n";
const SOFT: &str = "\n[[red_lines]]\nid = \"eastland-on-water\"\nparty = \"eastland\"\nnever = \"water < 50\"\nfirmness = \"negotiable\"\n";

fn json(demo: &Demo, args: &[&str]) -> Value {
    let text = demo.run("deals", &[args, &["--json"]].concat()).answer();
    serde_json::from_str(&text).expect("JSON")
}

/// How many packages meet the stated limits under these arguments.
fn zone(demo: &Demo, args: &[&str]) -> String {
    let answer = json(demo, &[&["--no-estimates"], args].concat());
    let zone = &answer["stated"]["zone"];
    assert_eq!((&zone["count_status"], &zone["proved"]), (&"exact".into(), &true.into()));
    zone["count"].as_str().expect("a count as text").to_owned()
}

fn check(demo: &Demo, args: &[&str], expect: &str) {
    assert_eq!(zone(demo, args), expect, "{args:?}");
}

#[test]
fn the_whole_page() {
    let demo = Demo::new();
    insta::assert_snapshot!("deals_page", demo.run("deals", &["--examples", "3"]).answer());
}

#[test]
fn the_first_answer_alone() {
    let demo = Demo::new();
    let alone = demo.run("deals", &["--no-estimates"]).answer();
    let both = demo.run("deals", &[]).answer();
    assert!(both.starts_with(alone.trim_end()), "the first answer does not depend on estimates");
    assert!(!alone.contains("estimates “example”") && both.contains("estimates “example”"), "{alone}");
    assert_eq!(json(&demo, &["--no-estimates"])["answers"], Value::Array(Vec::new()));
}

#[test]
fn for_programs() {
    let demo = Demo::new();
    let answer = json(&demo, &[]);
    assert_eq!(answer["schema"], "detente.deals/1");
    assert_eq!(
        (&answer["stated"]["space"], &answer["stated"]["within_rules"], &answer["stated"]["zone"]["count"]),
        (&"30".into(), &"25".into(), &"20".into())
    );
    assert_eq!(answer["answers"][0]["estimates"], "example");
    assert_eq!(answer["answers"][0]["verdict"], "open");
    insta::assert_snapshot!("deals_json", demo.run("deals", &["--json", "--examples", "1"]).answer());
}

#[test]
fn which_limits_bind() {
    let demo = Demo::new();
    demo.append("case.toml", SOFT);
    check(&demo, &[], "20");
    check(&demo, &["--limits", "all"], "12");
    check(&demo, &["--with", "eastland-on-water"], "12");
    check(&demo, &["--limits", "eastland-on-water"], "12");
    check(&demo, &["--without", "westland-on-opening"], "25");
    check(&demo, &["--limits", "all", "--without", "westland-on-opening"], "15");
    let page = demo.run("deals", &["--no-estimates"]).answer();
    assert!(page.contains("reported only") && page.contains("Eastland would object: "), "{page}");
}

#[test]
fn whose_consent_is_needed() {
    let demo = Demo::new();
    check(&demo, &["--consent", "westland=never"], "25");
    check(&demo, &["--consent", "westland=water >= 50"], "22");
    check(&demo, &["--consent", "westland=only if water >= 50"], "22");
    let page = demo.run("deals", &["--no-estimates", "--consent", "westland=never"]).answer();
    assert!(page.contains("Westland: never"), "{page}");
}

#[test]
fn from_a_draft_on() {
    let demo = Demo::new();
    check(&demo, &["--package", "crossing=open"], "5");
    check(&demo, &["--draft", "crossing=open, water=50"], "1");
    check(&demo, &["--package", "crossing=open,observers-present=none"], "0");
    let page = demo.run("deals", &["--package", "crossing=open"]).answer();
    assert!(page.contains("Fixed for this run: Border crossing: “Open”."), "{page}");
}

#[test]
fn between_whom() {
    let demo = Demo::new();
    assert_eq!(json(&demo, &[])["answers"][0]["principals"], Value::from(vec!["eastland", "westland"]));
    let over = json(&demo, &["--over", "observers,eastland"]);
    assert_eq!(over["answers"][0]["principals"], Value::from(vec!["eastland", "observers"]));
    assert_eq!(over["case"]["consent"]["observers"], "always");
}

#[test]
fn which_principles() {
    let demo = Demo::new();
    let page = demo.run("deals", &["--principle", "nash", "--principle", "utilitarian"]).answer();
    for (name, shown) in [
        ("[Nash]", true),
        ("[utilitarian]", true),
        ("[Kalai–Smorodinsky]", false),
        ("[egalitarian]", false),
        ("[leximin]", false),
    ] {
        assert_eq!(page.contains(name), shown, "{name}:\n{page}");
    }
}

#[test]
fn best_for_and_details() {
    let demo = Demo::new();
    let page = demo.run("deals", &["--best-for", "westland", "--details"]).answer();
    for part in [
        "Most for Westland within everybody's limits, at the centres:",
        "packages with it",
        "Number of combinations in this model, not a likelihood:",
        "Packages that nobody can better for one principal",
    ] {
        assert!(page.contains(part), "no \"{part}\":\n{page}");
    }
    let plain = demo.run("deals", &[]).answer();
    assert!(!plain.contains("Most for Westland within") && !plain.contains("packages with it"), "{plain}");
}

#[test]
fn estimates_from_elsewhere_and_side_by_side() {
    let demo = Demo::new();
    let other = demo
        .read("estimates/example.toml")
        .replace("author = \"example\"", "author = \"somebody else\"")
        .replace("points = [30, 40]", "points = [60, 70]");
    demo.write("../other.toml", other);
    let page = demo.run("deals", &["--estimates", "./other.toml"]).answer();
    assert!(
        page.contains("What the estimates “other” add")
            && page.contains("Assumed by: somebody else.")
            && !page.contains("“example”"),
        "{page}"
    );
    assert_eq!(json(&demo, &["--estimates", "other.toml"])["answers"].as_array().map(Vec::len), Some(1));
    let both = demo.run("deals", &["--estimates", "other.toml", "--estimates", "example"]).answer();
    let order = [
        "2.1 What the estimates “example” add",
        "2.2 What the estimates “other” add",
        "3. What holds under every set of estimates shown",
    ];
    let places: Vec<usize> =
        order.iter().map(|part| both.find(part).unwrap_or_else(|| panic!("no \"{part}\":\n{both}"))).collect();
    assert!(places.is_sorted());
    let swapped = demo.run("deals", &["--estimates", "example", "--estimates", "other.toml"]).answer();
    assert_eq!(both, swapped, "the order of sets has no meaning");
}

#[test]
fn no_zone_is_an_answer() {
    let demo = Demo::new();
    demo.append("case.toml", CLASH);
    check(&demo, &[], "0");
    let answer = json(&demo, &[]);
    assert_eq!(
        answer["stated"]["conflicts"],
        serde_json::json!({ "complete": true, "sets": [["eastland-on-opening", "westland-on-opening"]] })
    );
    assert_eq!(answer["answers"][0]["verdict"], "closed");
    insta::assert_snapshot!("deals_no_zone", demo.run("deals", &[]).answer());
    check(&demo, &["--without", "eastland-on-opening"], "20");
}

#[test]
fn a_zone_that_depends_on_bottom_lines() {
    let demo = Demo::new();
    let file = "estimates/example.toml";
    demo.write(file, demo.read(file).replace("points = [30, 40]", "points = [50, 80]"));
    let page = demo.run("deals", &[]).answer();
    assert!(
        page.contains(
            "It depends on bottom lines not known: with every bottom line at its low end 6 packages, at its centre 0"
        ),
        "{page}"
    );
    let answer = json(&demo, &[]);
    assert_eq!(answer["answers"][0]["verdict"], "depends");
    let counts = ["low", "centre", "high"].map(|end| answer["answers"][0]["zone"][end]["count"].clone());
    assert_eq!(counts, ["6", "0", "0"]);
}

#[test]
fn the_same_bytes_every_time() {
    let demo = Demo::new();
    demo.append("case.toml", SOFT);
    for args in [&["--details", "--best-for", "westland"][..], &["--json"]] {
        let args = [&["deals", "case"], args].concat();
        let first = demo.with_threads(&args, "1");
        assert_eq!(first.code, 0);
        for threads in ["1", "4"] {
            assert_eq!(demo.with_threads(&args, threads), first, "{threads} threads");
        }
    }
}

/// `issues` issues of `choices` amounts each and two parties that want opposite things, with `rule` if there is one.
fn generated(issues: usize, choices: usize, rule: &str) -> Demo {
    let mut case = "format = 1\n[case]\nid = \"gen\"\ntitle = \"Generated\"\n[parties]\neastland = { name = \"Eastland\" }\nwestland = { name = \"Westland\" }\n".to_owned();
    let mut estimates = "[estimates]\nauthor = \"generated\"\n".to_owned();
    let top = choices - 1;
    for issue in 0..issues {
        case +=
            &format!("[issues.i{issue}]\ntitle = \"Issue {issue}\"\nrange = {{ from = 0, to = {top}, step = 1 }}\n");
    }
    for (party, ends) in [("eastland", [0, 100]), ("westland", [100, 0])] {
        estimates += &format!("[{party}]\nbecause = \"generated\"\nbottom_line = [30, 40]\n");
        for issue in 0..issues {
            let [low, high] = ends;
            estimates += &format!(
                "weights.i{issue} = {}\nvalues.i{issue}.curve = [[0, {low}], [{top}, {high}]]\n",
                10 + issue * 7 % 5
            );
        }
    }
    if !rule.is_empty() {
        case += &format!("[[rules]]\nid = \"tied\"\nalways = \"{rule}\"\nbasis = \"definition\"\n");
    }
    Demo::of(&[("case.toml", &case), ("estimates/a.toml", &estimates)])
}

#[test]
fn more_packages_than_128_bits_can_count() {
    let demo = generated(40, 10, "i0 + i1 + i2 + i3 = 16");
    let checked = demo.run("check", &[]).answer();
    assert!(checked.starts_with("clean\n"), "{checked}");
    let answer = json(&demo, &["--no-estimates"]);
    let stated = &answer["stated"];
    assert_eq!(stated["space"], format!("1{}", "0".repeat(40)));
    // 633 of the 10,000 combinations of the first four have this sum.
    assert_eq!(
        (&stated["zone"]["count"], &stated["zone"]["count_status"]),
        (&format!("633{}", "0".repeat(36)).into(), &"exact".into())
    );
}

#[test]
fn a_million_free_packages() {
    let demo = generated(6, 10, "");
    check(&demo, &[], "1000000");
    let answer = json(&demo, &[]);
    assert_eq!(answer["answers"][0]["zone"]["low"]["count_status"], "exact");
}

#[test]
fn a_billion_free_packages_within_the_stated_limits() {
    let demo = generated(9, 10, "");
    check(&demo, &[], "1000000000");
}

/// Two packages without an offer about an office, two with it.
const OFFICE: &str = "format = 1\n[case]\nid = \"office\"\ntitle = \"Office\"\n[parties]\neastland = { name = \"Eastland\" }\nwestland = { name = \"Westland\" }\n\
    [issues.bridge]\ntitle = \"Bridge\"\nchoices = { closed = \"Closed\", open = \"Open\" }\n\
    [issues.office]\ntitle = \"Offer about an office\"\nowner = \"eastland\"\nchoices = { no = \"Not invoked\", yes = \"Invoked\" }\n\
    [[conditional_offers]]\nid = \"office-for-bridge\"\nparty = \"eastland\"\noffer = \"office = yes\"\nonly_if = \"bridge = open or bridge = closed\"\nstatus = \"made\"\n";

#[test]
fn examples_say_why_there_are_no_more() {
    let demo = Demo::of(&[("case.toml", OFFICE)]);
    let end = |args: &[&str]| json(&demo, args)["stated"]["examples_end"].clone();
    let page = |args: &[&str]| demo.run("deals", args).answer();
    let personal = "Every other package takes up an offer about a person's own office";
    assert_eq!(end(&["--examples", "2"]), "as-wanted");
    assert!(!page(&["--examples", "2"]).contains("other package"));
    assert_eq!(end(&["--examples", "3"]), "only-personal-offers");
    assert!(page(&["--examples", "3"]).contains(personal));
    assert_eq!(end(&["--examples", "3", "--draft", "office=yes"]), "no-other");
    let all = page(&["--examples", "3", "--draft", "office=yes"]);
    assert!(all.contains("There is no other package.") && !all.contains(personal), "{all}");
}
