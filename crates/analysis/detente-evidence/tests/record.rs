//! What a small record says, question by question.

use detente_case::{Case, Id};
use detente_casefile::{Folder, read};
use detente_evidence::{
    Basis, Change, Direction, Earlier, GroundKind, Lift, Said, Shown, Window, changes, common_ground, matrix, register,
    uncoded,
};
use detente_ledger::{Ledger, PositionIdx};
use jiff::civil::{Date, date};

const CASE: &str = r#"
format = 1
[case]
id = "river"
title = "Talks on a river"
as_of = 2001-03-01
[parties]
eastland = { name = "Eastland" }
northland = { name = "Northland", consent = "only if bridge = toll" }
westland = { name = "Westland" }
[people.minister]
name = "The minister"
party = "westland"
[issues.bridge]
title = "Bridge"
choices = { closed = "Closed", free = "Free", toll = "Open against a toll" }
[issues.water]
title = "Water"
range = { from = 0, to = 100, step = 10, unit = "%" }
[[red_lines]]
id = "no-closing"
party = "westland"
never = "bridge = closed"
firmness = "strong"
can_lift = "the parliament"
evidence = ["w-1", "w-2", "w-3"]
"#;

/// Statements `e-1`, `n-1`, `w-1` … of each party, the n-th said on day n of a month, and one of an author.
fn statements() -> String {
    let mut text = String::new();
    for (id, published) in [("src", "2001-02-15"), ("late", "2001-03-15")] {
        text.push_str(&format!("[[sources]]\nid = \"{id}\"\nkind = \"other\"\npublished = {published}\n"));
    }
    for (party, letter) in [("eastland", 'e'), ("northland", 'n'), ("westland", 'w')] {
        for month in 1..=3 {
            let source = if month < 3 { "src" } else { "late" };
            text.push_str(&format!(
                "[[statements]]\nid = \"{letter}-{month}\"\nsource = \"{source}\"\nspeaker = {{ party = \"{party}\" }}\nvia = \"reported\"\nsaid_on = 2001-{month:02}-10\nprecision = \"day\"\ncoder = \"a\"\n"
            ));
        }
        text.push_str(&format!(
            "[[statements]]\nid = \"{letter}-undated\"\nsource = \"src\"\nspeaker = {{ party = \"{party}\" }}\nvia = \"reported\"\n"
        ));
    }
    text + "[[statements]]\nid = \"author\"\nsource = \"src\"\nspeaker = { name = \"an author\" }\nvia = \"author\"\ncoder = \"a\"\n"
}

/// One line per position: `id party issue | keys`.
fn record(positions: &[(&str, &str, &str, &str)]) -> (Case, Ledger) {
    let mut ledger = statements();
    for (id, party, issue, rest) in positions {
        ledger.push_str(&format!("[[positions]]\nid = \"{id}\"\nissue = \"{issue}\"\ntext = \"{id}\"\n"));
        if !party.is_empty() {
            ledger.push_str(&format!("party = \"{party}\"\n"));
        }
        if !rest.contains("kind") {
            ledger.push_str("kind = \"support\"\n");
        }
        ledger.push_str(&rest.replace("; ", "\n"));
        ledger.push('\n');
    }
    let reading = read(&Folder::of_texts([("case.toml", CASE), ("ledger.toml", ledger.as_str())]));
    let errors: Vec<&str> =
        reading.diagnostics.iter().filter(|found| found.is_error()).map(|found| found.message.as_str()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    (reading.case.expect("a case"), reading.ledger)
}

fn name(ledger: &Ledger, position: PositionIdx) -> &str {
    ledger.positions[position].id.as_str()
}

fn names(ledger: &Ledger, positions: &[PositionIdx]) -> String {
    positions.iter().map(|&position| name(ledger, position)).collect::<Vec<_>>().join("+")
}

// --- matrix ---------------------------------------------------------------------------------------------------------------

/// The standing positions as `party/issue: ids`, then those tied to no issue, nobody's and later ones.
fn cells(case: &Case, ledger: &Ledger, as_of: Option<Date>, shown: &Shown) -> Vec<String> {
    let matrix = matrix(case, ledger, as_of, shown);
    let list = |entries: &[detente_evidence::Entry]| {
        names(ledger, &entries.iter().map(|entry| entry.position).collect::<Vec<_>>())
    };
    let mut lines: Vec<String> = matrix
        .cells
        .iter()
        .map(|((party, issue), cell)| {
            format!("{}/{}: {}", case.parties[*party].id, case.issues[*issue].id, list(&cell.positions))
        })
        .collect();
    for (what, entries) in [("unspecified", &matrix.unspecified), ("nobody", &matrix.nobodys), ("later", &matrix.later)]
    {
        if !entries.is_empty() {
            lines.push(format!("{what}: {}", list(entries)));
        }
    }
    lines
}

#[test]
fn a_matrix_holds_what_stands_on_its_date() {
    let (case, ledger) = record(&[
        ("p-1", "eastland", "bridge", "accepts = [\"free\"]; evidence = [\"e-1\"]"),
        ("p-2", "eastland", "bridge", "accepts = [\"toll\"]; evidence = [\"e-2\"]; supersedes = \"p-1\""),
        ("p-3", "westland", "water", "evidence = [\"w-1\"]; valid_to = 2001-02-01"),
        ("p-4", "westland", "unspecified", "evidence = [\"w-3\", \"w-1\"]"),
        ("p-5", "", "bridge", "kind = \"assessment\"; evidence = [\"author\"]"),
        ("p-6", "northland", "water", "evidence = [\"n-undated\"]"),
    ]);
    let on = |day: Date| cells(&case, &ledger, Some(day), &Shown::default());
    assert_eq!(on(date(2001, 1, 9)), ["later: p-1+p-2+p-3+p-4+p-5+p-6"]);
    assert_eq!(
        on(date(2001, 1, 10)),
        ["eastland/bridge: p-1", "westland/water: p-3", "unspecified: p-4", "later: p-2+p-5+p-6"]
    );
    assert_eq!(on(date(2001, 2, 1)), ["eastland/bridge: p-1", "unspecified: p-4", "later: p-2+p-5+p-6"]);
    assert_eq!(
        on(date(2001, 2, 15)),
        ["eastland/bridge: p-2", "northland/water: p-6", "unspecified: p-4", "nobody: p-5"]
    );
    assert_eq!(cells(&case, &ledger, None, &Shown::default()), on(date(2001, 2, 15)));
    let shown = Shown { parties: vec![case.party("northland").expect("a party")], issues: Vec::new() };
    assert_eq!(cells(&case, &ledger, None, &shown), ["northland/water: p-6", "nobody: p-5"]);
    let shown = Shown { issues: vec![case.issue("water").expect("an issue")], parties: Vec::new() };
    assert_eq!(cells(&case, &ledger, None, &shown), ["northland/water: p-6", "unspecified: p-4"]);
}

// --- changes --------------------------------------------------------------------------------------------------------------

fn line(case: &Case, ledger: &Ledger, change: &Change) -> String {
    let issue = change.issue.map_or("-", |issue| case.issues[issue].id.as_str());
    let earlier = match &change.earlier {
        Earlier::Nothing => "nothing".to_owned(),
        Earlier::Words(words) => format!("\"{words}\""),
        Earlier::Positions(positions) => names(ledger, positions),
    };
    let on = change.on.map_or_else(|| "no date".to_owned(), |on| on.to_string());
    let basis = if change.basis == Basis::Reported { "reported" } else { "derived" };
    let later = names(ledger, &change.later);
    format!("{issue} {}: {earlier} -> {later} {basis} {:?} {on}", case.parties[change.party].id, change.directions)
}

fn found(positions: &[(&str, &str, &str, &str)], window: Window) -> Vec<String> {
    let (case, ledger) = record(positions);
    changes(&case, &ledger, window, &Shown::default()).iter().map(|change| line(&case, &ledger, change)).collect()
}

/// The direction from one stance of January to another of February.
fn direction(before: &str, after: &str) -> Vec<Direction> {
    let before = format!("{before}; evidence = [\"e-1\"]");
    let after = format!("{after}; evidence = [\"e-2\"]");
    let (case, ledger) = record(&[("p-1", "eastland", "bridge", &before), ("p-2", "eastland", "bridge", &after)]);
    let found = changes(&case, &ledger, Window::default(), &Shown::default());
    assert_eq!(found.len(), 1);
    found.into_iter().next().map(|change| change.directions).unwrap_or_default()
}

#[test]
fn directions_are_those_of_choices_conditions_and_firmness() {
    use Direction::{Firmer, Moved, Narrowed, OnlyWording, Softer, Widened};
    let check = |before: &str, after: &str, expected: &[Direction]| {
        assert_eq!(direction(before, after), expected, "{before} -> {after}");
    };
    check("accepts = [\"free\"]", "accepts = [\"free\", \"toll\"]", &[Widened]);
    check("accepts = [\"free\", \"toll\"]", "accepts = [\"toll\"]", &[Narrowed]);
    check("prefers = [\"free\"]", "accepts = [\"free\"]", &[OnlyWording]);
    check("rejects = [\"closed\"]", "rejects = [\"closed\", \"toll\"]", &[Narrowed]);
    check("rejects = [\"closed\"]", "rejects = []", &[Widened]);
    check("accepts = [\"free\"]", "accepts = [\"toll\"]", &[Moved]);
    check("accepts = [\"free\"]; rejects = [\"toll\"]", "accepts = [\"free\", \"toll\"]", &[Widened]);
    check("accepts = [\"free\"]", "accepts = [\"free\"]; condition = \"water = 50\"", &[Narrowed]);
    check("accepts = [\"free\"]; condition = \"water = 50\"", "accepts = [\"free\"]", &[Widened]);
    check(
        "accepts = [\"free\"]; condition = \"water = 50\"",
        "accepts = [\"free\"]; condition = \"water = 60\"",
        &[Moved],
    );
    check("firmness = \"negotiable\"", "firmness = \"strong\"", &[Firmer]);
    check("firmness = \"stated-absolute\"", "firmness = \"strong\"", &[Softer]);
    check("firmness = \"unclear\"", "firmness = \"strong\"", &[OnlyWording]);
    check(
        "accepts = [\"free\"]; firmness = \"strong\"",
        "accepts = [\"free\", \"toll\"]; firmness = \"negotiable\"",
        &[Widened, Softer],
    );
}

#[test]
fn changes_are_those_of_the_window() {
    let positions = [
        ("p-1", "eastland", "bridge", "accepts = [\"free\"]; evidence = [\"e-1\"]"),
        ("p-2", "eastland", "bridge", "accepts = [\"toll\"]; evidence = [\"e-2\"]"),
        ("p-3", "eastland", "bridge", "accepts = [\"toll\"]; firmness = \"strong\"; evidence = [\"e-3\"]"),
        ("p-4", "westland", "bridge", "evidence = [\"w-2\"]; valid_to = 2001-03-10"),
        ("p-5", "westland", "unspecified", "evidence = [\"w-3\"]; earlier = \"another policy\""),
        ("p-6", "northland", "water", "evidence = [\"n-undated\"]; supersedes = \"p-7\"; rejects = [0]"),
        ("p-7", "northland", "water", "evidence = [\"n-1\"]; rejects = [0, 10]"),
    ];
    let moved = "bridge eastland: p-1 -> p-2 derived [Moved] 2001-02-10";
    let worded = "bridge eastland: p-2 -> p-3 derived [OnlyWording] 2001-03-10";
    let gone = "bridge westland: p-4 ->  derived [Withdrawn] 2001-03-10";
    let wider = "water northland: p-7 -> p-6 derived [Widened] no date";
    let reported = "- westland: \"another policy\" -> p-5 reported [] 2001-03-10";
    assert_eq!(found(&positions, Window::default()), [moved, worded, gone, wider, reported]);
    let window = Window { from: Some(date(2001, 1, 31)), to: Some(date(2001, 2, 28)) };
    assert_eq!(found(&positions, window), [moved, "bridge westland: nothing -> p-4 derived [New] 2001-02-10", wider]);
    let window = Window { from: Some(date(2001, 3, 10)), to: None };
    assert_eq!(found(&positions, window), [wider], "the first day of a window is not in it");
}

#[test]
fn what_is_replaced_by_something_else_is_not_withdrawn() {
    let positions = [
        ("p-1", "eastland", "bridge", "accepts = [\"free\"]; evidence = [\"e-1\"]; valid_to = 2001-02-10"),
        ("p-2", "eastland", "bridge", "accepts = [\"toll\"]; evidence = [\"e-2\"]"),
    ];
    assert_eq!(found(&positions, Window::default()), ["bridge eastland: p-1 -> p-2 derived [Moved] 2001-02-10"]);
}

#[test]
fn a_position_beside_an_undated_one_is_not_called_new() {
    let positions = [
        ("p-1", "eastland", "bridge", "evidence = [\"e-undated\"]"),
        ("p-2", "eastland", "bridge", "evidence = [\"e-2\"]"),
        ("p-3", "eastland", "water", "kind = \"claim\"; evidence = [\"e-2\"]"),
        ("p-4", "westland", "water", "evidence = [\"w-2\"]; earlier = \"less\""),
    ];
    let window = Window { from: Some(date(2001, 1, 1)), to: None };
    let reported = "water westland: \"less\" -> p-4 reported [] 2001-02-10";
    assert_eq!(found(&positions, window), [reported], "nor is what a source says was otherwise before");
}

// --- common ground --------------------------------------------------------------------------------------------------------

/// How the bridge stands.
fn ground(positions: &[(&str, &str)]) -> (GroundKind, String) {
    let rows: Vec<(String, &str, &str)> =
        positions.iter().enumerate().map(|(rank, &(party, keys))| (format!("p-{rank}"), party, keys)).collect();
    let rows: Vec<(&str, &str, &str, &str)> =
        rows.iter().map(|(id, party, keys)| (id.as_str(), *party, "bridge", *keys)).collect();
    let (case, ledger) = record(&rows);
    let matrix = matrix(&case, &ledger, None, &Shown::default());
    let bridge = case.issue("bridge").expect("an issue");
    let found = common_ground(&case, &ledger, &matrix).into_iter().find(|ground| ground.issue == bridge).expect("it");
    let choice = |found: &detente_evidence::Accepted| case.issues[bridge].choices[found.choice].id.clone();
    (found.kind, found.choices.iter().map(choice).collect::<Vec<_>>().join("+"))
}

#[test]
fn agreed_is_what_all_accept_whose_consent_is_needed() {
    let check = |positions: &[(&str, &str)], kind: GroundKind, choices: &str| {
        assert_eq!(ground(positions), (kind, choices.to_owned()), "{positions:?}");
    };
    let (free, toll) = ("accepts = [\"free\"]; evidence = [\"X-1\"]", "accepts = [\"toll\"]; evidence = [\"X-1\"]");
    let east = |keys: &str| keys.replace('X', "e");
    let west = |keys: &str| keys.replace('X', "w");
    let north = |keys: &str| keys.replace('X', "n");
    check(&[], GroundKind::Unknown, "");
    // Nobody needs Northland for a free bridge; for a toll all three are needed.
    check(&[("eastland", &east(free)), ("westland", &west(free))], GroundKind::Agreed, "free");
    check(&[("eastland", &east(toll)), ("westland", &west(toll))], GroundKind::NotOpposed, "toll");
    let all = [("eastland", &*east(toll)), ("northland", &*north(toll)), ("westland", &*west(toll))];
    check(&all, GroundKind::Agreed, "toll");
    check(&[("eastland", &east(free))], GroundKind::NotOpposed, "free");
    check(&[("eastland", &east(free)), ("westland", &west(toll))], GroundKind::Contested, "free+toll");
    let against = "rejects = [\"free\"]; evidence = [\"w-1\"]";
    check(&[("eastland", &east(free)), ("westland", against)], GroundKind::Contested, "free");
    check(&[("westland", against)], GroundKind::Unknown, "");
    // A condition is no acceptance, and still something said.
    let if_wet = "accepts = [\"free\"]; condition = \"water = 50\"; evidence = [\"w-1\"]";
    check(&[("eastland", &east(free)), ("westland", if_wet)], GroundKind::Unknown, "free");
    // What only an author says of a party is not the party's word.
    let hearsay = "accepts = [\"free\"]; evidence = [\"author\"]";
    check(&[("eastland", &east(free)), ("westland", hearsay)], GroundKind::Unknown, "free");
    // Who accepts and rejects one choice has not accepted it.
    let both = [("eastland", &*east(free)), ("westland", &*west(free)), ("westland", against)];
    check(&both, GroundKind::Contested, "free");
    // Claims say nothing about choices.
    let claim = "kind = \"claim\"; evidence = [\"w-1\"]";
    check(&[("eastland", &east(free)), ("westland", claim)], GroundKind::NotOpposed, "free");
}

// --- register, uncoded ----------------------------------------------------------------------------------------------------

#[test]
fn a_red_line_has_its_record() {
    let (case, ledger) = record(&[
        ("p-1", "westland", "bridge", "kind = \"red-line\"; evidence = [\"w-1\"]"),
        ("p-2", "eastland", "water", "kind = \"red-line\"; evidence = [\"e-1\"]"),
    ]);
    let on = |as_of: Option<Date>| {
        let matrix = matrix(&case, &ledger, as_of, &Shown::default());
        register(&case, &ledger, &matrix, &Shown::default())
    };
    let found = on(Some(date(2001, 3, 1)));
    assert_eq!(names(&ledger, &found.only_in_ledger), "p-2");
    let [held] = found.held.as_slice() else { panic!("{found:?}") };
    assert_eq!((held.evidence.len(), held.later.len(), held.has_voice, held.lift), (2, 1, true, Lift::Assumed));
    let (first, last) = (date(2001, 1, 10), date(2001, 2, 10));
    assert_eq!(held.said, Said::Between { first, last, age: Some(19) });
    let found = on(None);
    assert_eq!(
        found.held.first().map(|held| held.said),
        Some(Said::Between { first, last: date(2001, 3, 10), age: None })
    );
}

#[test]
fn statements_that_wait_for_a_coder() {
    let (case, ledger) = record(&[("p-1", "eastland", "bridge", "evidence = [\"e-1\"]; counter_evidence = [\"e-2\"]")]);
    let found = uncoded(&case, &ledger);
    let ids = |list: &[detente_ledger::StatementIdx]| {
        list.iter().map(|&idx| Id::to_string(&ledger.statements[idx].id)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(ids(&found.unused), "author e-3 e-undated n-1 n-2 n-3 n-undated w-undated");
    assert_eq!(ids(&found.without_position), "w-1 w-2 w-3");
    assert_eq!(ids(&found.without_coder), "e-undated n-undated w-undated");
}
