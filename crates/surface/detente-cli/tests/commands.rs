//! The commands around the main job: new, show, fmt, rename, schema, explain, and what a wrong argument gets.

use crate::common::Demo;

const FILES: [&str; 3] = ["case.toml", "ledger.toml", "estimates/example.toml"];

/// What stands after a `#` outside quotes, line by line.
fn comments(demo: &Demo) -> Vec<String> {
    let of = |line: &str| {
        let mut quoted = false;
        let at = line.find(|c| {
            quoted ^= c == '"';
            c == '#' && !quoted
        });
        at.map(|at| line[at..].trim_end().to_owned())
    };
    FILES.iter().flat_map(|file| demo.read(file).lines().filter_map(of).collect::<Vec<_>>()).collect()
}

/// The words of the files without comments and prose, which begins with a capital: where ids stand.
fn tokens(demo: &Demo) -> Vec<String> {
    let is_prose = |(rank, part): &(usize, &str)| rank % 2 == 1 && part.starts_with(|c: char| c.is_uppercase());
    let mut found = Vec::new();
    for file in FILES {
        for line in demo.read(file).lines() {
            let code = line.split_once('#').map_or(line, |(code, _)| code);
            for (_, part) in code.split('"').enumerate().filter(|part| !is_prose(part)) {
                let words = part.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
                found.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
            }
        }
    }
    found
}

#[test]
fn new_makes_a_clean_case() {
    let demo = Demo::new();
    let checked = demo.run("check", &[]).answer();
    assert!(checked.starts_with("clean\n") && checked.ends_with("unexplained assumptions: none\n"), "{checked}");
    let json = demo.run("check", &["--json"]).json();
    assert_eq!((&json["errors"], &json["warnings"]), (&0.into(), &0.into()));
    assert!(demo.path(".gitignore").is_file() && demo.path("README.md").is_file());
}

#[test]
fn new_takes_any_title_and_any_folder_name() {
    let demo = Demo::new();
    for (name, id) in [("Grüße 2025!", "gr-e-2025"), ("2025", "case-2025"), ("...x", "x")] {
        demo.detente(&["new", name, "--title", "A \"quoted\" \\ title\nin two lines"]).answer();
        let json = demo.detente(&["show", name, "--json"]).answer();
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["id"], id, "{json}");
    }
}

#[test]
fn new_refuses_an_occupied_folder() {
    let demo = Demo::new();
    demo.write("notes.txt", "mine");
    let before = demo.bytes();
    for path in ["case", "case/notes.txt", "."] {
        let ran = demo.detente(&["new", path]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.starts_with(&format!("error: {path} is there already and not empty\n  help: ")), "{}", ran.err);
    }
    assert!(demo.bytes() == before);
    std::fs::create_dir(demo.outside().join("empty")).expect("a folder");
    demo.detente(&["new", "empty"]).answer();
}

#[test]
fn show_has_every_section() {
    let demo = Demo::new();
    let sections = [
        ("parties", "Parties", "Observer group [observers]: consent only if"),
        ("issues", "Issues", "30 % to 70 %, 5 amounts"),
        ("limits", "Stated limits", "[westland-on-opening]"),
        ("positions", "Positions", "An open crossing only with observers. [pos-01]"),
        ("process", "Process", "waits for: Meeting of water experts"),
        ("clauses", "Clauses of an agreement's text", "nothing on record"),
        ("voices", "Voices", "Westland: 1 in its own words"),
        ("unclear", "What the sources leave open", "nothing on record"),
        (
            "assumptions",
            "Assumptions of “example”",
            "bottom line: 30 to 40 — assumption: what no agreement is worth to it",
        ),
    ];
    let all = demo.run("show", &[]).answer();
    for (section, heading, line) in sections {
        let one = demo.run("show", &[section]).answer();
        assert!(one.contains(&format!("\n{heading}")) && one.contains(line), "{section}:\n{one}");
        assert_eq!(all.contains(line), section != "assumptions", "{section}: only assumptions are asked for by name");
        assert!(section == "parties" || !one.contains("\nParties\n"), "{one}");
    }
    let names: Vec<&str> = sections.iter().map(|(section, ..)| *section).collect();
    insta::assert_snapshot!("show_every_section", demo.run("show", &names).answer());
}

#[test]
fn show_for_programs() {
    let demo = Demo::new();
    let shown = demo.run("show", &["--json"]).json();
    assert_eq!(shown["schema"], "detente.show/1");
    let model = demo.run("show", &["--model"]).json();
    assert_eq!(model["schema"], "detente.model/1");
    let estimated = demo.run("show", &["--model", "--estimates", "example"]).json();
    assert_ne!(model, estimated, "estimates reach the model only where they are asked for");
}

#[test]
fn fmt_leaves_the_starter_alone() {
    let demo = Demo::new();
    let before = demo.bytes();
    assert_eq!(demo.run("fmt", &["--check"]).answer(), "");
    assert_eq!(demo.run("fmt", &[]).answer(), "");
    assert!(demo.bytes() == before);
}

#[test]
fn fmt_says_what_would_change_then_changes_it_once() {
    let demo = Demo::new();
    let clean = demo.bytes();
    let comments_before = comments(&demo);
    let deals = demo.run("deals", &["--json"]).answer();
    for (from, to) in [
        ("format = 1\n", "format=1\n\n\n\n"),
        ("{ name = \"Eastland\", kind = \"state\" }", "{name=\"Eastland\" ,kind=  \"state\"}"),
        ("[\"st-01\"]", "[ \"st-01\"   ]"),
    ] {
        demo.edit("case.toml", from, to);
    }
    let before = demo.bytes();
    let asked = demo.run("fmt", &["--check"]);
    assert_eq!((asked.code, asked.out.as_str()), (2, "case.toml\n"));
    assert!(demo.bytes() == before, "--check writes nothing");
    assert_eq!(demo.run("fmt", &[]).answer(), "case.toml\n");
    assert_eq!(comments(&demo), comments_before);
    assert!(demo.bytes() == clean);
    assert_eq!(demo.run("fmt", &[]).answer(), "");
    assert_eq!(demo.run("deals", &["--json"]).answer(), deals);
}

#[test]
fn fmt_refuses_what_is_not_toml() {
    let demo = Demo::new();
    demo.append("ledger.toml", "a = = 1\n");
    demo.edit("case.toml", "format = 1", "format=1");
    let before = demo.bytes();
    let ran = demo.run("fmt", &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("error toml-syntax"), "{}", ran.err);
    assert!(demo.bytes() == before);
}

/// Renames, and looks for what should not have stayed or gone.
fn check_rename(old: &str, new: &str) {
    let demo = Demo::new();
    // Everything that can name something does so at least once.
    demo.edit("ledger.toml", "rejects = []", "rejects = [\"open\"]");
    demo.edit("case.toml", "agenda = [\"water\"]", "agenda = [\"water\", \"crossing\"]\nevidence = [\"st-01\"]");
    demo.append("case.toml", "\n[[rules]]\nid = \"wet\"\nnever = \"not (water >= 30 and crossing in {open, closed, daytime})\"\nbasis = \"definition\"\n");
    demo.edit("estimates/example.toml", "bottom_line = 0\n", "bottom_line = { points = 0, basis = [\"st-01\"] }\n");
    assert!(demo.run("check", &[]).answer().starts_with("clean\n"));
    let comments_before = comments(&demo);
    let tokens_before = tokens(&demo);
    let deals = demo.run("deals", &["--json"]).json();

    let said = demo.run("rename", &[old, new]).answer();
    assert!(said.lines().all(|line| FILES.contains(&line)), "{said}");
    assert!(demo.run("check", &[]).answer().starts_with("clean\n"));
    assert_eq!(comments(&demo), comments_before);
    let (old_token, new_token) = (old.rsplit('.').next().unwrap_or(old), new.rsplit('.').next().unwrap_or(new));
    let expected: Vec<String> = tokens_before
        .iter()
        .map(|token| if token == old_token { new_token.to_owned() } else { token.clone() })
        .collect();
    assert_eq!(tokens(&demo), expected, "every reference, and nothing else");

    // The whole answer is the old one with the id changed; only hashes and the order of ids may differ.
    let renamed = demo.run("deals", &["--json"]).json();
    assert_eq!(renamed["stated"]["space"], deals["stated"]["space"]);
    assert_eq!(renamed["stated"]["within_rules"], deals["stated"]["within_rules"]);
    assert_eq!(renamed["stated"]["zone"], deals["stated"]["zone"]);
    assert_eq!(renamed["answers"][0]["zone"], deals["answers"][0]["zone"]);
    let counts = |answer: &serde_json::Value| sorted_texts(&answer["stated"]["remaining"]);
    assert_eq!(counts(&renamed), counts(&deals));

    // A choice's new id is written with or without its issue; what is renamed, always with it.
    let renamed_id = match (old.split_once('.'), new.contains('.')) {
        (Some((issue, _)), false) => format!("{issue}.{new}"),
        _ => new.to_owned(),
    };
    demo.run("rename", &[&renamed_id, old]).answer();
    assert_eq!(tokens(&demo), tokens_before, "and back");
    assert_eq!(demo.run("deals", &["--json"]).json(), deals);
}

/// The texts of a document, in order of their own.
fn sorted_texts(value: &serde_json::Value) -> Vec<String> {
    let mut texts = match value {
        serde_json::Value::Object(entries) => entries.values().flat_map(sorted_texts).collect(),
        serde_json::Value::Array(items) => items.iter().flat_map(sorted_texts).collect(),
        other => vec![other.to_string()],
    };
    texts.sort();
    texts
}

#[test]
fn rename_a_party() {
    check_rename("eastland", "zone-east");
}

#[test]
fn rename_an_issue() {
    check_rename("crossing", "passage");
    check_rename("water", "a-river");
    check_rename("observers-present", "watchers");
}

#[test]
fn rename_a_choice() {
    check_rename("crossing.open", "crossing.a-wide");
    check_rename("observers-present.joint", "zz-together");
}

#[test]
fn rename_a_statement() {
    check_rename("st-01", "st-minister");
}

#[test]
fn rename_a_person() {
    check_rename("minister", "the-minister");
}

#[test]
fn rename_limits_rules_steps_positions_and_sources() {
    for old in ["westland-on-opening", "observers-need-a-crossing", "experts-meet", "pos-01", "src-01"] {
        check_rename(old, "another-id");
    }
}

#[test]
fn rename_refuses() {
    let demo = Demo::new();
    let before = demo.bytes();
    let cases = [
        ("eastland", "westland", "something has the id \"westland\" already"),
        ("eastland", "water", "something has the id \"water\" already"),
        ("eastland", "eastland", "already"),
        ("crossing.open", "closed", "something has the id \"closed\" already"),
        ("eastland", "East Land", "\"East Land\" is not an id"),
        ("eastland", "", "\"\" is not an id"),
        ("eastland", "a--b", "\"a--b\" is not an id"),
        ("crossing.open", "water.open", "\"water.open\" is not an id"),
        ("nobody", "somebody", "nothing has the id \"nobody\""),
        ("eastlnd", "somebody", "did you mean \"eastland\"?"),
        ("open", "ajar", "nothing has the id \"open\""),
        ("crossing.opn", "ajar", "did you mean \"crossing.open\"?"),
        ("water.30", "thirty", "nothing has the id \"water.30\""),
        ("crossing", "or", "is not an id"),
        ("crossing.open", "true", "is not an id"),
        ("eastland", "estimates", "is not an id"),
    ];
    for (old, new, message) in cases {
        let ran = demo.run("rename", &[old, new]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{old} → {new}");
        assert!(ran.err.contains(message) && ran.err.contains("\n  help: "), "{old} → {new}: {}", ran.err);
        assert!(demo.bytes() == before, "{old} → {new} wrote something");
    }
}

#[test]
fn rename_refuses_a_broken_case() {
    let demo = Demo::new();
    demo.edit("case.toml", "requires = [\"experts-meet\"]", "requires = [\"nothing\"]");
    let before = demo.bytes();
    let ran = demo.run("rename", &["eastland", "east"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("error dangling-id") && ran.err.contains("a case with errors is not renamed in"),
        "{}",
        ran.err
    );
    assert!(demo.bytes() == before);
}

#[test]
fn rename_refuses_an_id_in_an_escaped_text() {
    let demo = Demo::new();
    demo.edit("case.toml", "never = \"crossing = open and", "never = \"crossing\\u0020= open and");
    let before = demo.bytes();
    let ran = demo.run("rename", &["crossing", "passage"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("stands in a text with escapes"), "{}", ran.err);
    assert!(demo.bytes() == before);
}

#[test]
fn every_schema_is_one() {
    let demo = Demo::new();
    for name in ["case", "ledger", "estimates", "check", "show", "deals", "model"] {
        let schema = demo.detente(&["schema", name]).json();
        assert!(schema["$schema"].as_str().is_some_and(|url| url.starts_with("https://json-schema.org/")), "{name}");
    }
    assert_eq!(demo.detente(&["schema"]).answer(), demo.detente(&["schema", "case"]).answer());
}

#[test]
fn every_code_is_explained() {
    let demo = Demo::new();
    let list = demo.detente(&["explain"]).answer();
    assert!(40 < list.lines().count());
    for line in list.lines() {
        let (code, severity) = line.split_once(' ').expect("a code and its severity");
        assert!(["error", "warning"].contains(&severity.trim()), "{line}");
        let page = demo.detente(&["explain", code]).answer();
        for part in
            [format!("# `{code}`: ").as_str(), "\n## What it means\n", "\n## Why it matters\n", "\n## What to do\n"]
        {
            assert!(page.contains(part), "{code}: no \"{part}\"");
        }
    }
}

#[test]
fn a_wrong_argument_is_answered_with_what_is_possible() {
    let demo = Demo::new();
    let before = demo.bytes();
    let cases: [(&[&str], &str, &str); 16] = [
        (&["deals", "case", "--best-for", "nobody"], "there is no party \"nobody\"", "eastland, observers, westland"),
        (
            &["deals", "case", "--over", "eastland,nobody"],
            "there is no party \"nobody\"",
            "eastland, observers, westland",
        ),
        (
            &["deals", "case", "--consent", "nobody=always"],
            "there is no party \"nobody\"",
            "eastland, observers, westland",
        ),
        (&["deals", "case", "--consent", "eastland"], "\"eastland\" names no consent", "PARTY=always"),
        (&["deals", "case", "--consent", "eastland=sometimes"], "\"sometimes\"", "an expression looks like"),
        (&["deals", "case", "--consent", "eastland=crossing = ajar"], "has no choice \"ajar\"", "help: "),
        (
            &["deals", "case", "--estimates", "nothing"],
            "there is no set of estimates \"nothing\"",
            "this case has: example",
        ),
        (&["deals", "case", "--estimates", "./nothing.toml"], "./nothing.toml cannot be read", ""),
        (&["deals", "case", "--limits", "nothing"], "there is no limit \"nothing\"", "westland-on-opening"),
        (&["deals", "case", "--without", "nothing"], "there is no limit \"nothing\"", "westland-on-opening"),
        (&["deals", "case", "--package", "open"], "\"open\" fixes nothing", "issue=choice"),
        (
            &["deals", "case", "--package", "gate=open"],
            "there is no issue \"gate\"",
            "crossing, observers-present, water",
        ),
        (
            &["deals", "case", "--package", "crossing=ajar"],
            "\"crossing\" has no choice \"ajar\"",
            "closed, daytime, open",
        ),
        (&["deals", "case", "--package", "water=35"], "\"water\" has no choice \"35\"", "30, 40, 50, 60, 70"),
        (&["schema", "nothing"], "there is no schema \"nothing\"", "case, ledger, estimates"),
        (&["explain", "nothing"], "there is no diagnostic \"nothing\"", "detente explain"),
    ];
    for (args, message, way_out) in cases {
        let ran = demo.detente(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(
            ran.err.starts_with("error: ") && ran.err.contains(message) && ran.err.contains(way_out),
            "{args:?}: {}",
            ran.err
        );
    }
    assert!(demo.bytes() == before);
}

#[test]
fn a_wrong_word_is_answered_with_usage() {
    let demo = Demo::new();
    let cases: [&[&str]; 7] = [
        &[],
        &["deal", "case"],
        &["deals"],
        &["deals", "case", "--principle", "best"],
        &["deals", "case", "--examples", "21"],
        &["deals", "case", "--estimates", "example", "--no-estimates"],
        &["show", "case", "everything"],
    ];
    for args in cases {
        let ran = demo.detente(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains("--help") || ran.err.contains("Usage: "), "{args:?}: {}", ran.err);
    }
}
