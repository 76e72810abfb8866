//! Scenarios of the three formats: what they mean, and that they mean the same when written and read again.

use detente_base::FileId;
use detente_interop::Number;
use detente_interop::scenario::{self, Format, Levels, Meaning, Scenario, ScenarioFile, ScenarioReading};

fn read(files: &[(&str, &str)], meaning: Meaning) -> ScenarioReading {
    let files: Vec<_> =
        files.iter().enumerate().map(|(file, (name, text))| ScenarioFile { name, text, file: FileId(file) }).collect();
    scenario::read(&files, meaning)
}

fn sound(files: &[(&str, &str)], meaning: Meaning) -> Scenario {
    let reading = read(files, meaning);
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    reading.scenario.expect("sound")
}

/// The utilities of every outcome, as decimals, the last issue changing fastest.
fn utilities(scenario: &Scenario, party: usize) -> Vec<String> {
    let space = scenario.discretised(Levels::default()).expect("small");
    let worth = scenario.profiles[party].worth(&scenario.issues, &space);
    let mut outcomes = vec![Vec::new()];
    for values in &space.values {
        let longer = |outcome: Vec<usize>| (0..values.len()).map(move |at| [outcome.as_slice(), &[at]].concat());
        outcomes = outcomes.into_iter().flat_map(longer).collect();
    }
    outcomes.iter().map(|outcome| worth.of(outcome).to_string()).collect()
}

const DOMAIN: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<negotiation_template number_of_sessions="1">
 <agent class="a.B" name="Eastland"/>
 <utility_space number_of_issues="2">
  <objective index="0" etype="objective" type="objective" description="" name="river">
   <issue index="2" name="gauge">
     <item index="1" value="ours" cost="0"/><item index="2" value="joint &amp; open"/><item index="3" value="ours"/>
   </issue>
   <issue index="3" name="share" type="integer"><range lowerbound="-1" upperbound="1"/></issue>
  </objective>
 </utility_space>
</negotiation_template>"#;

const PROFILE: &str = r#"<utility_space>
 <weight index="3" value="0.25"/>
 <issue index="3" name="share" type="integer" lowerbound="-1" upperbound="1"><evaluator ftype="linear" slope="0.75" offset="-0.25"/></issue>
 <issue index="2" name="gauge" type="discrete"><item index="2" value="joint &amp; open" evaluation="3"/><item index="1" value="ours" evaluation="1"/></issue>
 <weight index="2" value="0.5"/>
 <discount_factor value="0.5"/>
</utility_space>"#;

#[test]
fn genius_files_have_two_meanings() {
    let files = [("domain.xml", DOMAIN), ("east.xml", PROFILE), ("pareto.xml", "0.1, 0.2")];
    let genius = sound(&files, Meaning::Genius);
    // 0.5·(1/3 or 1) and 0.25·(0, 0.5 or 1, cut off above).
    assert_eq!(utilities(&genius, 0), ["1/6", "7/24", "5/12", "1/2", "5/8", "3/4"]);
    let raw = sound(&files, Meaning::Plain);
    assert_eq!(utilities(&raw, 0), ["1/4", "7/16", "5/8", "5/4", "23/16", "13/8"]);
    let reading = read(&files, Meaning::Genius);
    assert_eq!(reading.format, Some(Format::Genius));
    let assumed = reading.assumptions.join("\n");
    assert!(assumed.contains("\"ours\" stands twice") && assumed.contains("no reservation value"), "{assumed}");
    assert_eq!(genius.profiles[0].name, "east");
    assert_eq!(genius.name.as_deref(), Some("river"));
}

const LAYERS: &str = r#"<utility_space type="nonlinear"><objective name="river">
 <utility maxutility="10"><ufun weight="7" aggregation="sum">
  <hyperRectangle utility="4"><INCLUDES index="3" min="0" max="1"/></hyperRectangle>
  <hyperRectangle utility="2" weight="2"><EXCLUDES index="3" min="0" max="0"/></hyperRectangle>
  <hyperRectangle utility="1"/>
  <ufun weight="0.5" aggregation="max">
   <hyperRectangle utility="2"><INCLUDES index="3" min="1" max="1"/></hyperRectangle>
   <hyperRectangle utility="1"/>
  </ufun></ufun></utility></objective><reservation value="0.4"/></utility_space>"#;

#[test]
fn rectangles_pay_within_closed_bounds_or_outside_of_them() {
    let files = [("domain.xml", DOMAIN), ("west.xml", LAYERS)];
    let genius = sound(&files, Meaning::Genius);
    // Share −1: 4 outside, 1 always, half of 1. Share 0: 4 within, 1, half of 1. Share 1: 4 + 4 + 1 + half of 2, at most 10.
    assert_eq!(utilities(&genius, 0)[..3], ["11/20", "11/20", "1"]);
    let raw = sound(&files, Meaning::Plain);
    assert_eq!(utilities(&raw, 0)[..3], ["11/2", "11/2", "10"]);
}

const SPACE: &str = "issues:
- name: gauge
  type: CategoricalIssue
  values: ['10', 10, true, joint]
- {name: share, type: negmas.outcomes.ContiguousIssue, values: [-1, 1]}
name: river
type: DiscreteCartesianOutcomeSpace
";

const FUNCTION: &str = "type: ExpDiscountedUFun
discount: 0.8
dynamic_reservation: true
reserved_value: -.inf
ufun:
  type: LinearAdditiveUtilityFunction
  weights: [0.75, 0.25]
  values:
  - mapping: {'10': 0.1, 10: 0.2, true: 0.3, joint: 0.4}
    type: TableFun
  - {bias: 0.3, slope: 0.08, type: AffineFun}
";

#[test]
fn negmas_tells_a_text_from_the_number_it_looks_like() {
    let files = [("domain.yml", SPACE), ("p.yml", FUNCTION), ("_stats.yaml", "a: [")];
    let scenario = sound(&files, Meaning::Genius);
    assert_eq!(scenario.profiles[0].meaning, Meaning::Plain);
    let found = utilities(&scenario, 0);
    // 0.75·0.1 + 0.25·(0.3 − 0.08), and so on.
    assert_eq!((found[0].as_str(), found[3].as_str()), ("13/100", "41/200"));
}

const BID: &str = r#"{"LinearAdditiveUtilitySpace": {"issueUtilities": {
  "gauge": {"discreteutils": {"valueUtilities": {"10": 0.25, "joint": 1}}},
  "share": {"numberutils": {"lowValue": 0, "lowUtility": 0, "highValue": 3, "highUtility": 1}}},
 "issueWeights": {"gauge": 0.4, "share": 0.6}, "name": "east",
 "domain": {"name": "river", "issuesValues": {"gauge": {"values": ["10", "joint"]}, "share": {"range": ["0", "3", "1"]}}},
 "reservationBid": {"issuevalues": {"gauge": "10", "share": 1}}}}"#;

#[test]
fn geniusweb_reserves_the_worth_of_a_bid() {
    let scenario = sound(&[("p.json", BID)], Meaning::Genius);
    assert_eq!(utilities(&scenario, 0)[..2], ["1/10", "3/10"]);
    let space = scenario.discretised(Levels::default()).expect("small");
    let reservation = scenario.profiles[0].worth(&scenario.issues, &space).reservation;
    assert_eq!(reservation.map(|ratio| ratio.to_string()).as_deref(), Some("3/10"));
}

/// Whether the second means what the first means, but for a positive factor: what it is.
fn factor(first: &Scenario, second: &Scenario, party: usize) -> String {
    let parse = |scenario: &Scenario| -> Vec<f64> {
        let ratio = |text: &String| {
            let (above, below) = text.split_once('/').unwrap_or((text, "1"));
            above.parse::<f64>().expect("a number") / below.parse::<f64>().expect("a number")
        };
        utilities(scenario, party).iter().map(ratio).collect()
    };
    let (a, b) = (parse(first), parse(second));
    let at = (0..a.len()).find(|&at| a[at] != 0.0).expect("some outcome is worth something");
    let factor = b[at] / a[at];
    assert!(a.iter().zip(&b).all(|(a, b)| (a * factor - b).abs() < 1e-9), "{a:?} {b:?}");
    format!("{factor:.6}")
}

#[test]
fn a_scenario_written_in_another_format_means_the_same_up_to_a_factor() {
    let files = [("domain.xml", DOMAIN), ("east.xml", PROFILE)];
    let genius = sound(&files, Meaning::Genius);
    let written = scenario::write(&genius, Format::Negmas, Meaning::Plain).expect("writable");
    let named: Vec<_> = written.files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let negmas = sound(&named, Meaning::Genius);
    assert_eq!(negmas.profiles[0].meaning, Meaning::Plain);
    // A third is no decimal: everything is multiplied by three, and divided by ten to stay below one.
    assert_eq!(factor(&genius, &negmas, 0), "0.300000");
    assert!(written.notes.iter().any(|note| note.contains("3/10")), "{:?}", written.notes);
    let back = scenario::write(&negmas, Format::Genius, Meaning::Genius).expect("writable");
    let named: Vec<_> = back.files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let again = sound(&named, Meaning::Genius);
    assert_eq!(factor(&genius, &again, 0), factor(&genius, &negmas, 0));
    assert_eq!(again.profiles[0].discount, genius.profiles[0].discount);
}

#[test]
fn what_cannot_be_said_is_refused() {
    let scenario = sound(&[("domain.yml", SPACE), ("p.yml", FUNCTION)], Meaning::Genius);
    let refused = scenario::write(&scenario, Format::Genius, Meaning::Genius).expect_err("'10' and 10 would be one");
    assert!(refused.to_string().contains("written alike: 10"), "{refused}");
    let layers = sound(&[("domain.xml", DOMAIN), ("west.xml", LAYERS)], Meaning::Genius);
    scenario::write(&layers, Format::Negmas, Meaning::Plain).expect_err("the largest of two");
    scenario::write(&layers, Format::Geniusweb, Meaning::Plain).expect_err("rectangles");
}

#[test]
fn a_format_reads_back_what_it_wrote() {
    let genius = sound(&[("domain.xml", DOMAIN), ("east.xml", PROFILE), ("west.xml", LAYERS)], Meaning::Genius);
    let negmas = sound(&[("domain.yml", SPACE), ("p.yml", FUNCTION)], Meaning::Genius);
    let geniusweb = sound(&[("p.json", BID)], Meaning::Genius);
    for (scenario, format) in [(genius, Format::Genius), (negmas, Format::Negmas), (geniusweb, Format::Geniusweb)] {
        let meaning = scenario.profiles[0].meaning;
        let written = scenario::write(&scenario, format, meaning).expect("writable");
        let named: Vec<_> = written.files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let again = sound(&named, meaning);
        assert_eq!(again.issues.len(), scenario.issues.len());
        for party in 0..scenario.profiles.len() {
            if format == Format::Geniusweb {
                // A line through two points becomes a table, three times as high.
                factor(&scenario, &again, party);
            } else {
                assert_eq!(utilities(&again, party), utilities(&scenario, party), "{format:?}");
                assert_eq!(again.profiles[party].reservation, scenario.profiles[party].reservation);
                assert_eq!(again.profiles[party].discount, scenario.profiles[party].discount);
            }
        }
    }
}

#[test]
fn numbers_stay_as_written() {
    let number: Number = "0.4452125771655631".parse().expect("a number");
    assert_eq!(number.to_string(), "0.4452125771655631");
}

#[test]
fn triangles_rise_and_fall() {
    let domain = r#"<negotiation_template><utility_space number_of_issues="1"><objective name="river">
        <issue index="1" name="level" type="real" lowerbound="0" upperbound="10"/></objective></utility_space></negotiation_template>"#;
    let profile = |from: &str, to: &str, top: &str| {
        format!(
            r#"<utility_space><objective name="river"><issue index="1" name="level" type="real">
            <evaluator ftype="triangular" parameter0="{from}" parameter1="{to}" parameter2="{top}"/></issue>
            <weight index="1" value="1"/></objective><reservation value="0"/></utility_space>"#
        )
    };
    let of = |profile: &str, meaning: Meaning| {
        utilities(&sound(&[("domain.xml", domain), ("east.xml", profile)], meaning), 0).join(" ")
    };
    // Eleven levels from 0 to 10.
    for meaning in [Meaning::Genius, Meaning::Plain] {
        assert_eq!(of(&profile("1", "9", "3"), meaning), "0 0 1/2 1 5/6 2/3 1/2 1/3 1/6 0 0");
    }
    assert_eq!(of(&profile("2", "4", "2"), Meaning::Genius), "0 0 1 1/2 0 0 0 0 0 0 0");
    assert_eq!(of(&profile("2", "4", "2"), Meaning::Plain), "0 0 0 1/2 0 0 0 0 0 0 0");
    assert_eq!(of(&profile("2", "4", "4"), Meaning::Genius), "0 0 0 1/2 0 0 0 0 0 0 0");
    let back = profile("5", "4", "2");
    let wrong = read(&[("domain.xml", domain), ("east.xml", &back)], Meaning::Genius);
    assert_eq!(wrong.diagnostics[0].code.name, "scenario-wrong-kind");
    let short = profile("1", "9", "3").replace(" parameter2=\"3\"", "");
    let wrong = read(&[("domain.xml", domain), ("east.xml", &short)], Meaning::Genius);
    assert!(wrong.diagnostics[0].message.contains("has no \"parameter2\""), "{:?}", wrong.diagnostics);

    let domain =
        "issues:\n- name: level\n  type: ContiguousIssue\n  values: [0, 10]\ntype: DiscreteCartesianOutcomeSpace\n";
    let profile = "type: LinearAdditiveUtilityFunction\nreserved_value: 0.0\nweights: [1.0]\nvalues:\n\
        - {start: 1, middle: 3, end: 9, bias: 0.5, scale: 2, type: TriangularFun}\n";
    let read_back = sound(&[("domain.yml", domain), ("east.yml", profile)], Meaning::Plain);
    assert_eq!(utilities(&read_back, 0).join(" "), "1/2 1/2 3/2 5/2 13/6 11/6 3/2 7/6 5/6 1/2 1/2");
}
