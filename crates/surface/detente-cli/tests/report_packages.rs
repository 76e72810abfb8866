//! `detente report`: the sheets about packages and about one party: what they say, what they refuse, what never reaches whom.

use crate::common::Demo;

const A: &str = "crossing=open,observers-present=none,water=50";
const B: &str = "crossing=daytime,observers-present=joint,water=60";
const FORMS: [&str; 3] = ["txt", "md", "html"];
const CANARIES: &str = include_str!("cases/canaries.toml");

fn sheet(demo: &Demo, sheet: &str, more: &[&str]) -> String {
    demo.run("report", &[&["--sheet", sheet], more].concat()).answer()
}

/// A sheet for the room in every form.
fn room(demo: &Demo, name: &str, more: &[&str]) -> Vec<String> {
    let of = |form: &str| {
        let file = format!("sheet.{form}");
        let _ = sheet(demo, name, &[&["--for", "room", "-o", &file], more].concat());
        std::fs::read_to_string(demo.outside().join(file)).expect("a sheet")
    };
    FORMS.map(of).to_vec()
}

/// The starter with other estimates: its own, none, and canaries.
fn estimated_otherwise() -> [Demo; 3] {
    let (own, none, canaries) = (Demo::new(), Demo::new(), Demo::new());
    for other in [&none, &canaries] {
        std::fs::remove_file(other.path("estimates/example.toml")).expect("a set to take away");
    }
    canaries.write("estimates/canary-set.toml", CANARIES);
    [own, none, canaries]
}

fn holds_nothing_estimated(page: &str) {
    let lower = page.to_lowercase();
    for word in ["canary", ".337", "3371", "3.371", "estimate", "bottom line", " point", " gain"] {
        assert!(!lower.contains(word), "{word}:\n{page}");
    }
}

#[test]
fn no_estimate_reaches_the_room() {
    let demos = estimated_otherwise();
    for (name, more) in [("gives", &[][..]), ("compare", &["--package", A, "--package", B]), ("compare", &[])] {
        let [own, none, canaries] = demos.each_ref().map(|demo| room(demo, name, more));
        assert_eq!((&own, &own), (&none, &canaries), "{name}: the same bytes whatever is estimated");
        own.iter().for_each(|page| holds_nothing_estimated(page));
    }
}

#[test]
fn what_is_at_stake_in_words() {
    let demo = Demo::new();
    insta::assert_snapshot!("gives_team", sheet(&demo, "gives", &["--estimates", "example"]));
    assert!(sheet(&demo, "gives", &[]).contains("No set of estimates was named"));
    let room = sheet(&demo, "gives", &["--for", "room"]);
    assert!(room.contains("for the team only") && !room.contains("little"), "{room}");
}

#[test]
fn stakes_without_a_package_are_those_of_all_choices() {
    let demo = Demo::new();
    demo.append("case.toml", "\n[[rules]]\nid = \"nothing-goes\"\nnever = \"water >= 0\"\nbasis = \"example\"\n");
    // No package keeps to that rule: the case is refused before a sheet is made.
    let ran = demo.run("report", &["--sheet", "gives", "--estimates", "example"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    let demo = Demo::new();
    demo.append(
        "case.toml",
        "\n[[red_lines]]\nid = \"nothing-goes\"\nparty = \"eastland\"\nnever = \"water >= 0\"\nfirmness = \"strong\"\n",
    );
    let page = sheet(&demo, "gives", &["--estimates", "example"]);
    assert!(page.contains("No package meets the stated limits"), "{page}");
}

#[test]
fn two_packages_beside_each_other() {
    let demo = Demo::new();
    let packages = ["--package", A, "--package", B];
    insta::assert_snapshot!(
        "compare_team",
        sheet(&demo, "compare", &[&packages[..], &["--estimates", "example"]].concat())
    );
    insta::assert_snapshot!("compare_room", sheet(&demo, "compare", &[&packages[..], &["--for", "room"]].concat()));
    let same = sheet(&demo, "compare", &["--package", A, "--package", A, "--estimates", "example"]);
    assert!(same.contains("On 3 issues both say the same.") && same.contains("no change"), "{same}");
    let open = sheet(&demo, "compare", &["--package", A, "--package", "crossing=open", "--estimates", "example"]);
    assert!(open.contains("leaves issues open") && open.contains("B: [open]"), "{open}");
}

#[test]
fn what_is_missing_is_said_on_the_sheet() {
    let demo = Demo::new();
    for more in [&[][..], &["--package", A]] {
        let page = sheet(&demo, "compare", more);
        assert!(page.contains("sets two packages beside each other, and fewer were named"), "{page}");
    }
    let ran = demo.run("report", &["--sheet", "compare", "--package", A, "--package", A, "--package", B]);
    assert!(ran.code == 2 && ran.err.contains("name --package twice"), "{}", ran.err);
}

/// The starter with everybody able to live with what the package leaves, in some draws.
#[test]
fn what_survives_doubt_is_what_robust_says() {
    let demo = Demo::new();
    let package = "crossing=daytime,observers-present=joint,water=50";
    let arguments = ["--package", package, "--estimates", "example", "--draws", "500"];
    let page = sheet(&demo, "deal", &[&arguments[..], &["--seed", "3"]].concat());
    let study = demo.run("robust", &[&arguments[..], &["--seed", "3", "--json"]].concat()).json();
    let answer = &study["answers"][0];
    let candidate = &answer["candidates"][0];
    assert_eq!(candidate["origins"][0]["from"], "named");
    let hits = |of: &serde_json::Value| of["hits"].as_u64().expect("a number");
    let within = hits(&candidate["accepted_by_all"]);
    assert!(0 < within, "{candidate}");
    let words: String = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "500 draws from these estimates, seed 3".to_owned(),
        format!("every bottom line in {within} ("),
        format!("it is none of them, in {} (", hits(&answer["zone"]) - within),
        format!("There is no package within all limits in {} (", hits(&answer["no_zone"])),
        format!("less to none, in {} (", hits(&candidate["efficient"])),
    ] {
        assert!(words.contains(&said), "{said}:\n{page}");
    }
    for (party, name) in [("eastland", "Eastland"), ("westland", "Westland"), ("observers", "Observer group")] {
        let said = format!("{name} in {} (", hits(&candidate["accepted"][party]));
        assert!(words.contains(&said), "{said}:\n{page}");
    }
    assert_eq!(page, sheet(&demo, "deal", &[&arguments[..], &["--seed", "3"]].concat()), "the same bytes twice");
}

#[test]
fn draws_are_a_matter_of_the_deal() {
    let demo = Demo::new();
    for (arguments, said) in [
        (["--sheet", "why", "--draws", "10"], "--sheet deal"),
        (["--sheet", "deal", "--draws", "many"], "no number of draws"),
    ] {
        let package = ["--package", A, "--estimates", "example"];
        let ran = demo.run("report", &[&arguments[..], if arguments[1] == "deal" { &package } else { &[] }].concat());
        assert!(ran.code == 2 && ran.err.contains(said), "{}", ran.err);
    }
}

/// What a set says of Eastland; the rest of it differs.
fn own_part(others: &str) -> String {
    let own = "[eastland]\nbecause = \"own reason\"\nbottom_line = { points = [31.5, 41.5], because = \"own bottom line\" }\n\
               weights.crossing = [51, 61]\nweights.water = 80\nvalues.crossing = { closed = 0, daytime = [13, 23], open = 100 }\n\
               values.water.curve = [[30, 0], [50, [33, 43]], [70, 100]]\n[[eastland.linkages]]\nwhen = \"crossing = open and observers-present = joint\"\npoints = [-3, 5]\n\
               [[eastland.red_lines]]\nid = \"own-line\"\nnever = \"crossing = daytime\"\nfirmness = \"strong\"\nbecause = \"own red line\"\n\
               [eastland.alternative]\ndescription = \"own alternative\"\nalternative_per_month = [-2, -1]\nbecause = \"own month\"\n";
    format!("[estimates]\nauthor = \"own author\"\n{own}{others}")
}

#[test]
fn a_brief_holds_nothing_that_is_estimated_of_another() {
    let canaries = CANARIES.replace("eastland", "westland");
    let (_, canaries) = canaries.split_once("[westland]").expect("a section");
    // The canaries' own section of Westland, which is there twice after the change of names, is left out.
    let (canaries, _) = canaries.split_once("\n[westland]\n").expect("another");
    let others = format!("[westland]{canaries}");
    let brief = |set: &str, form: &str| {
        let demo = Demo::new();
        std::fs::remove_file(demo.path("estimates/example.toml")).expect("a set to take away");
        demo.write("estimates/set.toml", set);
        let arguments = ["--party", "eastland", "--estimates", "set", "-o", form];
        assert_eq!(sheet(&demo, "brief", &arguments), "");
        std::fs::read_to_string(demo.outside().join(form)).expect("a sheet")
    };
    for form in ["brief.txt", "brief.md", "brief.html"] {
        let alone = brief(&own_part(""), form);
        assert_eq!(alone, brief(&own_part(&others), form), "the same bytes whatever is estimated of others");
        assert!(!alone.contains("canary") && alone.contains("for one party alone"), "{alone}");
        for said in
            ["own author", "own bottom line", "31.5 to 41.5", "13 to 23", "33 to 43", "own red line", "own alternative"]
        {
            assert!(alone.contains(said), "{said}:\n{alone}");
        }
    }
    let text = brief(&own_part(&others), "brief.txt");
    insta::assert_snapshot!("brief_of_one_party", text);
}

#[test]
fn a_brief_for_the_room_or_for_nobody_holds_nothing_estimated() {
    let demos = estimated_otherwise();
    for more in [&["--party", "eastland"][..], &[]] {
        let [own, none, canaries] = demos.each_ref().map(|demo| room(demo, "brief", more));
        assert_eq!((&own, &own), (&none, &canaries), "the same bytes whatever is estimated");
    }
    let page = sheet(&demos[0], "brief", &["--estimates", "example"]);
    assert!(page.contains("No party was named") && !page.contains("for the example"), "{page}");
    let page = sheet(&demos[0], "brief", &["--party", "eastland"]);
    assert!(page.contains("No set of estimates was named") && page.contains("Eastland (you)"), "{page}");
    let ran = demos[0].run("report", &["--sheet", "brief", "--party", "northland"]);
    assert!(ran.code == 2 && ran.err.contains("eastland, observers, westland"), "{}", ran.err);
    let ran = demos[0].run("report", &["--sheet", "why", "--party", "eastland"]);
    assert!(ran.code == 2 && ran.err.contains("--sheet brief"), "{}", ran.err);
}

const CLASS: &str = "pair,crossing,observers-present,water\n\"Anna, Ben\",open,joint,50\nCem & Dora,daytime,none,30\nEli & Fay,open,none,50\n";

/// The pairs of a class, held against enumeration by hand: the starter's packages are few.
#[test]
fn a_class_sees_its_packages_beside_the_frontier() {
    let demo = Demo::new();
    std::fs::write(demo.outside().join("class.csv"), CLASS).expect("a table");
    let class = ["--packages", "class.csv"];
    insta::assert_snapshot!(
        "debrief_team",
        sheet(&demo, "debrief", &[&class[..], &["--estimates", "example"]].concat())
    );
    let room = sheet(&demo, "debrief", &[&class[..], &["--for", "room"]].concat());
    holds_nothing_estimated(&room);
    insta::assert_snapshot!("debrief_room", room);
    // Semicolons, a byte-order mark and blank lines change nothing.
    let other = format!(
        "\u{feff}{}",
        CLASS.replace("Anna, Ben", "Anna| Ben").replace(',', ";").replace('|', ",").replace('\n', "\r\n\r\n")
    );
    std::fs::write(demo.outside().join("class.csv"), other).expect("a table");
    assert_eq!(room, sheet(&demo, "debrief", &[&class[..], &["--for", "room"]].concat()));
    assert!(sheet(&demo, "debrief", &[]).contains("needs the pairs' packages"));
    // The picture stands beside the numbers where pictures are drawn, and never in the room.
    for (whom, estimates, pictures) in [("team", &["--estimates", "example"][..], 1), ("room", &[], 0)] {
        let _ = sheet(&demo, "debrief", &[&class[..], &["--for", whom, "-o", "class.html"], estimates].concat());
        let html = std::fs::read_to_string(demo.outside().join("class.html")).expect("a sheet");
        assert_eq!(html.matches("<svg").count(), pictures, "{whom}");
        assert_eq!(html.contains("Eastland 70; Westland 57"), pictures == 1, "{whom}");
    }
    // Whoever stands on the frontier cannot be bettered, and whoever does not can, as `improve` says.
    let page = sheet(&demo, "debrief", &[&class[..], &["--estimates", "example"]].concat());
    for (package, on_it) in [
        ("crossing=open,observers-present=joint,water=50", true),
        ("crossing=daytime,observers-present=none,water=30", false),
    ] {
        let found = demo.run("improve", &["--package", package, "--estimates", "example", "--json"]).json();
        assert_eq!(found["answers"][0]["improvable"], !on_it, "{found}");
    }
    assert_eq!(page.matches("The frontier: on it").count(), 1, "{page}");
}

#[test]
fn everything_wrong_with_a_table_of_packages_is_said_at_once() {
    let demo = Demo::new();
    let refused = |text: &str, said: &[&str]| {
        std::fs::write(demo.outside().join("class.csv"), text).expect("a table");
        let ran = demo.run("report", &["--sheet", "debrief", "--packages", "class.csv", "-o", "sheet.txt"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
        said.iter().for_each(|said| assert!(ran.err.contains(said), "{said}: {}", ran.err));
        assert!(!demo.outside().join("sheet.txt").exists(), "nothing half done");
    };
    let all = "pair,crossing,bridge,water\nA,ajar,x,50\n\nA,open,y\n,open,none,55\nB,C,open,none,50\n";
    std::fs::write(demo.outside().join("class.csv"), all).expect("a table");
    insta::assert_snapshot!("broken_class", demo.run("report", &["--sheet", "debrief", "--packages", "class.csv"]).err);
    refused(all, &["class-pair-twice", "no sheet was made"]);
    refused("", &["class-no-pair", "the table is empty"]);
    refused("pair,crossing,observers-present,water\n", &["no pair stands below the headings"]);
    refused(
        "pair,crossing,crossing,observers-present,water\nA,open,open,none,50\n",
        &["a column \"crossing\" already"],
    );
    std::fs::write(demo.outside().join("latin.csv"), b"pair,crossing\nA\xe9,open\n").expect("a table");
    let ran = demo.run("report", &["--sheet", "debrief", "--packages", "latin.csv"]);
    assert!(ran.code == 2 && ran.err.contains("latin.csv:2:2") && ran.err.contains("class-unreadable"), "{}", ran.err);
    let ran = demo.run("report", &["--sheet", "debrief", "--packages", "nowhere.csv"]);
    assert!(ran.code == 2 && ran.err.contains("nowhere.csv"), "{}", ran.err);
}
