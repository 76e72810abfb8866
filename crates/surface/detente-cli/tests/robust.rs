//! `detente robust` on the command line: the page, the document, and what it refuses.

use crate::common::Demo;
use serde_json::Value;

const PACKAGE: &str = "crossing=open,observers-present=joint,water=50";

#[test]
fn page_and_document() {
    let demo = Demo::new();
    let args = ["--draws", "400", "--package", PACKAGE];
    insta::assert_snapshot!("robust_page", demo.run("robust", &[&args[..], &["--details"]].concat()).answer());
    let document: Value = demo.run("robust", &[&args[..], &["--json"]].concat()).json();
    assert_eq!(document["schema"], "detente.robust/1");
    let schema: Value = serde_json::from_str(&demo.detente(&["schema", "robust"]).answer()).expect("JSON");
    let known = schema["properties"].as_object().expect("properties");
    assert!(document.as_object().expect("an object").keys().all(|key| known.contains_key(key)));
    let answer = &document["answers"][0];
    let hits = |of: &Value| of["hits"].as_u64().expect("a number");
    assert_eq!(hits(&answer["zone"]) + hits(&answer["no_zone"]), 400);
    for of in answer["choices"]
        .as_object()
        .expect("issues")
        .values()
        .flat_map(|row| row.as_object().expect("choices").values())
    {
        assert_eq!(hits(&of["with"]) + hits(&of["without"]), hits(&answer["zone"]));
    }
    assert_eq!(answer["candidates"][0]["origins"][0]["from"], "named");
}

#[test]
fn no_thread_count_changes_a_byte() {
    let demo = Demo::new();
    let on = |threads: &str| demo.run("robust", &["--draws", "300", "--json", "--threads", threads]).answer();
    let one = on("1");
    assert!(on("2") == one && on("5") == one);
    assert_ne!(demo.run("robust", &["--draws", "300", "--json", "--seed", "2"]).answer(), one);
}

#[test]
fn mistakes_are_said_with_the_way_out() {
    let demo = Demo::new();
    for (args, message) in [
        (&["--draws", "0"][..], "\"0\" is no number of draws"),
        (&["--draws", "-1"], "\"-1\" is no number of draws"),
        (&["--draws", "many"], "\"many\" is no number of draws"),
        (&["--draws", "2000000000"], "2,000,000,000 draws are too many"),
        (&["--width", "0"], "\"0\" is no width of an interval"),
        (&["--width", "51"], "\"51\" is no width of an interval"),
        (&["--width", "0.001"], "draws are too many"),
        (&["--package", "crossing=open"], "a package needs a choice for every issue"),
        (&["--draft", "crossing"], "fixes nothing"),
        (&["--estimates", "other"], "there is no set of estimates"),
        (&["--firm", "westland-on-opening=1.2"], "\"1.2\" is not between 0 and 1"),
        (&["--firm", "westland-on-opening=-0.1"], "\"-0.1\" is not between 0 and 1"),
        (&["--firm", "westland-on-opening=often"], "\"often\" is not between 0 and 1"),
        (&["--firm", "westland-on-opening"], "names no limit with a probability"),
        (&["--firm", "no-such=0.5"], "there is no limit \"no-such\""),
        (&["--firm", "westland-on-opening=0.5", "--without", "westland-on-opening"], "is switched by hand"),
        (&["--firm", "westland-on-opening=0.5", "--firm", "westland-on-opening=0.6"], "has two probabilities"),
        (&["--open-in", "80"], "\"80\" is not between 0 and 1"),
        (&["--open-in", "-1"], "\"-1\" is not between 0 and 1"),
    ] {
        let ran = demo.run("robust", args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(message) && ran.err.contains("help: "), "{args:?}: {}", ran.err);
    }
}

#[test]
fn what_is_wrong_with_a_range_or_a_probability_is_said_before_any_draw() {
    let demo = Demo::new();
    let file = "estimates/example.toml";
    demo.edit(file, "weights.crossing = [35, 45]", "weights.crossing = [45, 35]");
    demo.append(
        file,
        "\n[[observers.red_lines]]\nnever = \"crossing = closed\"\nfirmness = \"strong\"\nprobability = 1.5\n",
    );
    let ran = demo.run("robust", &["--draws", "10"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("range-upside-down") && ran.err.contains("bad-probability"), "{}", ran.err);
}

#[test]
fn a_case_without_estimates_has_nothing_to_draw() {
    let demo = Demo::new();
    std::fs::remove_file(demo.path("estimates/example.toml")).expect("a file");
    let page = demo.run("robust", &[]).answer();
    assert!(page.contains("nothing to draw from"), "{page}");
    assert_eq!(demo.run("robust", &["--json"]).json()["answers"], Value::Array(Vec::new()));
}

/// A limit with a probability is in force in that share of draws, unless it is switched.
#[test]
fn a_red_line_in_doubt_is_in_force_in_some_draws() {
    let demo = Demo::new();
    demo.append(
        "estimates/example.toml",
        "\n[[eastland.red_lines]]\nid = \"no-opening\"\nnever = \"crossing = open\"\nfirmness = \"strong\"\nprobability = 0.25\n",
    );
    let with_open = |more: &[&str]| {
        let document = demo.run("robust", &[&["--draws", "2000", "--json"], more].concat()).json();
        document["answers"][0]["choices"]["crossing"]["open"]["with"]["share"].as_f64().expect("a share")
    };
    let (always, never, some) =
        (with_open(&["--without", "no-opening"]), with_open(&["--with", "no-opening"]), with_open(&[]));
    assert!(never.abs() < 1e-9 && 0.5 < always, "{never} {always}");
    assert!((some - 0.75 * always).abs() < 0.05, "{some} {always}");
}

/// A stated limit in doubt, and what would have to be set aside: the page, the document, on any number of threads.
#[test]
fn limits_in_doubt_and_what_opens_the_space() {
    let demo = Demo::new();
    let file = "estimates/example.toml";
    let text = demo.read(file).replace("{ points = [30, 40], because", "{ points = [55, 75], because");
    demo.write(file, text);
    let args = ["--draws", "300", "--firm", "westland-on-opening=0.7", "--open-in", "0.9"];
    let page = demo.run("robust", &args).answer();
    insta::assert_snapshot!("robust_opening", page.split("no common meaning.").last().expect("a page"));
    assert!(page.contains("westland-on-opening (Westland, with probability 0.7)"), "{page}");
    let on = |threads: &str| demo.run("robust", &[&args[..], &["--json", "--threads", threads]].concat()).answer();
    let one = on("1");
    assert_eq!(one, on("3"));
    let document: Value = serde_json::from_str(&one).expect("JSON");
    assert_eq!(document["answers"][0]["firm"]["westland-on-opening"], Value::from(0.7));
    assert_eq!(document["answers"][0]["opening"]["complete"], true);
}

/// Westland's line and Eastland's lie so far up that some draws have no package.
fn doubtful() -> Demo {
    let demo = Demo::new();
    let file = "estimates/example.toml";
    let text = demo.read(file);
    let raised: Vec<String> = text
        .lines()
        .map(|line| {
            let is_line = line.starts_with("bottom_line");
            if is_line { "bottom_line = { points = [20, 80], because = \"test\" }".to_owned() } else { line.to_owned() }
        })
        .collect();
    demo.write(file, raised.join("\n") + "\n");
    demo
}

#[test]
fn what_to_find_out_next_is_said_in_words_and_drawn() {
    let demo = doubtful();
    let page = demo.run("robust", &["--draws", "4000", "--indices", "--plot"]).answer();
    let from = page.find("What to find out next").expect("the section");
    insta::assert_snapshot!("robust_find_out", &page[from..]);
    let pictures = page.find("How often there is a package, and").expect("a picture");
    assert!(page[pictures..].lines().all(|line| line.chars().count() <= 100));
    let plain = demo.run("robust", &["--draws", "4000"]).answer();
    assert!(!plain.contains("Parts of the spread") && !plain.contains('▒') && !plain.contains("Every number:"));
    let details = demo.run("robust", &["--draws", "4000", "--details"]).answer();
    assert!(details.contains("Every number:"), "{details}");
}

#[test]
fn what_to_find_out_next_as_a_document() {
    let demo = doubtful();
    let document = |more: &[&str]| demo.run("robust", &[&["--draws", "2000", "--json"], more].concat()).json();
    let plain = document(&[]);
    let found = &plain["answers"][0]["find_out"];
    assert_eq!(
        (found["draws"].as_u64(), &found["indices"], &found["no_indices"]),
        (Some(2000), &Value::Null, &Value::Null)
    );
    assert_eq!(found["zone"]["hits"], plain["answers"][0]["zone"]["hits"]);
    let inputs = found["inputs"].as_object().expect("inputs");
    assert_eq!(Some(inputs.len()), plain["answers"][0]["inputs"].as_u64().and_then(|n| usize::try_from(n).ok()));
    for of in inputs.values() {
        let worth = &of["deal"];
        let part = |key: &str| worth[key].as_f64().expect("a part");
        assert!(part("low") <= part("evppi") && part("evppi") <= part("high") && worth["draws"] == 1000, "{worth}");
        assert!(of["low"]["hits"].is_u64() && of["high"]["hits"].is_u64());
    }
    let with = document(&["--indices"]);
    let indices = &with["answers"][0]["find_out"]["indices"];
    assert_eq!(indices["pairs"], 1000);
    let deal = indices["deal"].as_object().expect("some draws have a package, some none");
    assert_eq!(deal.len(), inputs.len());
    let largest = deal.values().filter_map(|of| of["total"]["part"].as_f64()).fold(0.0, f64::max);
    assert!(0.1 < largest && largest < 1.1, "{largest}");
    let mut without = with.clone();
    without["answers"][0]["find_out"]["indices"] = Value::Null;
    assert_eq!(without, plain, "asking for indices changes nothing else");
}

#[test]
fn where_numbers_move_together_parts_are_absent_and_it_is_said_why() {
    let demo = doubtful();
    let file = "estimates/example.toml";
    let named = |key: &str| format!("points = [20, 80], {key} = \"winter\",");
    let text = demo.read(file).replacen("points = [20, 80],", &named("moves_with"), 1);
    let second = text.find("points = [20, 80], because").expect("a second bottom line");
    let (before, after) = text.split_at(second);
    demo.write(file, before.to_owned() + &after.replacen("points = [20, 80],", &named("moves_against"), 1));
    let page = demo.run("robust", &["--draws", "400", "--indices"]).answer();
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Parts of the spread: absent, because some numbers move together"), "{page}");
    let shown = demo.run("show", &["assumptions"]).answer();
    assert!(shown.contains("moves against “winter”") && shown.contains("moves with “winter”"), "{shown}");
}

#[test]
fn where_numbers_hang_together_parts_are_absent_and_it_is_said_why() {
    let demo = doubtful();
    demo.append(
        "estimates/example.toml",
        "\n[[westland.comparisons]]\npackage = { water = 30 }\nover = { water = 70 }\n",
    );
    let page = demo.run("robust", &["--draws", "400", "--indices"]).answer();
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("Parts of the spread: absent, because orders and comparisons make numbers depend"),
        "{page}"
    );
    let document = demo.run("robust", &["--draws", "400", "--indices", "--json"]).json();
    let found = &document["answers"][0]["find_out"];
    assert!(found["indices"].is_null() && found["no_indices"].is_string());
}

#[test]
fn pictures_are_written_whole_and_the_same_on_any_number_of_threads() {
    let demo = doubtful();
    let files = ["example-acceptance.svg", "example-what-moves-it.svg"];
    let written = |folder: &str, threads: &str| {
        demo.run("robust", &["--draws", "500", "--svg", folder, "--threads", threads]).answer();
        files.map(|file| std::fs::read_to_string(demo.outside().join(folder).join(file)).expect("a picture"))
    };
    let one = written("one", "1");
    for svg in &one {
        assert!(svg.starts_with("<?xml") && svg.ends_with("</svg>\n") && svg.contains("<title"), "{svg}");
    }
    assert_eq!(written("two", "3"), one);
    std::fs::write(demo.outside().join("file"), "in the way").expect("a file");
    let ran = demo.run("robust", &["--draws", "500", "--svg", "file"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert_eq!(demo.run("robust", &["--plot", "--json"]).code, 2);
}
