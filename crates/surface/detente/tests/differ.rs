//! Two sets of estimates: differences by hand, and each part replaced against the file written so.

use std::path::PathBuf;

use detente::Opened;
use detente::base::Silent;
use detente::case::Case;
use detente::casefile::{Folder, read};
use detente::deals::{Principle, Settings, Verdict};
use detente::robustness::differ::{About, Differ, Part, differ};

const FIRST: &str = include_str!("../../../format/detente-casefile/starter/estimates/example.toml");

fn opened(first: &str, second: &str) -> Opened {
    let case = include_str!("../../../format/detente-casefile/starter/case.toml").replace("CASE-ID", "starter");
    let ledger = include_str!("../../../format/detente-casefile/starter/ledger.toml");
    let folder = Folder::of_texts([
        ("case.toml", case.as_str()),
        ("ledger.toml", ledger),
        ("estimates/a.toml", first),
        ("estimates/b.toml", second),
    ]);
    let reading = read(&folder);
    let opened = Opened { root: PathBuf::new(), folder, reading };
    let diagnostics = opened.diagnostics(&Silent).expect("small");
    let errors: Vec<&String> =
        diagnostics.iter().filter(|found| found.is_error()).map(|found| &found.message).collect();
    assert!(errors.is_empty(), "{errors:?}");
    opened
}

fn case(opened: &Opened) -> &Case {
    opened.reading.case.as_ref().expect("a case")
}

fn differed(first: &str, second: &str) -> (Opened, Differ) {
    let opened = opened(first, second);
    let sets = [&opened.reading.estimates[0], &opened.reading.estimates[1]];
    let found = differ(case(&opened), sets, &Settings::default(), &Silent).expect("within reach");
    (opened, found)
}

/// Only the first place where it stands.
fn edited(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

#[test]
fn a_set_and_its_copy_do_not_differ() {
    let (_, found) = differed(FIRST, &FIRST.replace("author = \"example\"", "author = \"another\""));
    assert!(found.differences.is_empty() && found.replaced.is_empty());
    assert_eq!(found.conclusions[0], found.conclusions[1]);
}

#[test]
fn numbers_differ_by_their_centres_and_ranges_overlap_or_not() {
    let second = edited(FIRST, "{ points = [30, 40], because", "{ points = [41, 60], because");
    let second = edited(&second, "weights.water = [45, 55]", "weights.water = [35, 45]");
    let second = edited(&second, "daytime = [50, 70]", "daytime = [60, 90]");
    let (opened, found) = differed(FIRST, &second);
    let told: Vec<(String, String, Option<bool>)> = found
        .differences
        .iter()
        .map(|of| {
            let about = match &of.about {
                About::BottomLine => "bottom line".to_owned(),
                About::LensWeight(lens) => format!("weight {}", case(&opened).lenses[*lens].id),
                About::Weight(issue) => format!("weight {}", case(&opened).issues[*issue].id),
                About::Value(issue, choice) => case(&opened).issues[*issue].choices[*choice].id.clone(),
                About::LensNumber(_, id) | About::Linkage(id) | About::RedLine(id) => id.clone(),
            };
            (about, of.by().expect("both").to_string(), of.overlaps())
        })
        .collect();
    let row = |about: &str, by: &str, overlap| (about.to_owned(), by.to_owned(), Some(overlap));
    // Weights at the centres 40, 10, 50 become 40, 10, 40: of 100 points 44.444, 11.111 and 44.444.
    assert_eq!(
        told,
        [
            row("bottom line", "15.5", false),
            row("weight crossing", "4.444", true),
            row("weight observers-present", "1.111", false),
            row("weight water", "-5.556", true),
            row("daytime", "15", true),
        ]
    );
    let eastland = case(&opened).party("eastland").expect("a party");
    let parts: Vec<Part> = found.replaced.iter().map(|of| of.part).collect();
    assert_eq!(parts, [Part::BottomLine, Part::Weights, Part::Values, Part::Everything]);
    assert!(found.replaced.iter().all(|of| of.party == eastland));
    let everything = &found.replaced[3].conclusion;
    assert_eq!(everything, &found.conclusions[1], "nobody else differs");
}

/// What a part replaced leads to is what the file with that part written in it leads to.
#[test]
fn a_part_replaced_is_the_file_written_so() {
    let line = ("{ points = [30, 40], because", "{ points = [84, 86], because");
    let weight = ("weights.crossing = [35, 45]", "weights.crossing = [2, 4]");
    let values = (
        "values.observers-present = { none = 100, joint = 0 }",
        "values.observers-present = { none = 0, joint = 100 }",
    );
    let linkage = "\n[[eastland.linkages]]\nid = \"water-and-crossing\"\nwhen = \"water >= 60\"\npoints = [-20, -10]\nbecause = \"test\"\n";
    let red_line = "\n[[eastland.red_lines]]\nid = \"no-daytime\"\nnever = \"crossing = daytime\"\nfirmness = \"strong\"\nbecause = \"test\"\n";
    let second = [line, weight, values].iter().fold(FIRST.to_owned(), |text, (from, to)| edited(&text, from, to));
    let (_, found) = differed(FIRST, &(second + linkage + red_line));
    let alone = |second: String| differed(FIRST, &second).1.conclusions[1].clone();
    let edit = |(from, to): (&str, &str)| alone(edited(FIRST, from, to));
    let expect = [
        (Part::BottomLine, edit(line)),
        (Part::Weights, edit(weight)),
        (Part::Values, edit(values)),
        (Part::Linkages, alone(FIRST.to_owned() + linkage)),
        (Part::RedLines, alone(FIRST.to_owned() + red_line)),
        (Part::Everything, found.conclusions[1].clone()),
    ];
    assert_eq!(found.replaced.len(), expect.len());
    for (of, (part, conclusion)) in found.replaced.iter().zip(&expect) {
        assert_eq!((of.part, &of.conclusion), (*part, conclusion));
    }
    let own = &found.conclusions[0];
    assert_eq!(own.verdict, Verdict::Open);
    assert!(found.replaced.iter().any(|of| of.conclusion.turns(own)), "a verdict turns");
    assert!(found.replaced.iter().any(|of| of.conclusion.led_elsewhere(own).contains(&Principle::Nash)));
}

/// A party only one set speaks of is replaced wholly.
#[test]
fn a_party_of_one_set_alone() {
    let at = FIRST.find("\n[observers]").expect("its section");
    let (opened, found) = differed(FIRST, &FIRST[..at]);
    let observers = case(&opened).party("observers").expect("a party");
    assert_eq!(
        found.replaced.iter().map(|of| (of.party, of.part)).collect::<Vec<_>>(),
        [(observers, Part::Everything)]
    );
    assert!(found.differences.iter().all(|of| of.party == observers && of.in_sets[1].is_none() && of.by().is_none()));
    assert_eq!(found.replaced[0].conclusion, found.conclusions[1]);
}
