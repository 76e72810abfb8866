//! Present values and internal rates against another program's, `conformance/internal_rates.py`.
#![expect(clippy::disallowed_methods, reason = "a test that reads a file of the repository")]

use detente_fund::{Discount, Money, internal_rates};
use serde_json::Value;

fn published() -> Value {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../conformance/internal_rates.json");
    serde_json::from_str(&std::fs::read_to_string(file).expect("the values")).expect("JSON")
}

fn flow(of: &Value) -> Vec<Money> {
    let amounts = of["flow"].as_array().expect("a flow").iter();
    amounts.map(|amount| Money::from_cents(amount.as_i64().expect("whole").into())).collect()
}

fn ten_millionths(of: &Value) -> f64 {
    of.as_f64().expect("a number") * 1e7
}

#[test]
fn every_rate_is_found_and_no_other() {
    let published = published();
    let flows = published["flows"].as_array().expect("flows");
    let mut several = 0;
    for of in flows {
        let found = internal_rates(&flow(of));
        let wanted: Vec<f64> = of["rates"].as_array().expect("rates").iter().map(ten_millionths).collect();
        assert_eq!(found.rates.len(), wanted.len(), "{of}: {found:?}");
        several += usize::from(1 < wanted.len());
        for (found, wanted) in found.rates.iter().zip(wanted) {
            let found = f64::from(i32::try_from(*found).expect("a rate below 21,000%"));
            assert!((found - wanted).abs() <= 1.0 + wanted.abs() * 1e-7, "{of}: {found}");
        }
        if let Some(irr) = of.get("irr") {
            assert_eq!(found.sign_changes, 1);
            let only = f64::from(i32::try_from(found.rates[0]).expect("small"));
            assert!((only - ten_millionths(irr)).abs() <= 1.0, "{of}: {only}");
        }
    }
    assert!(40 <= flows.len() && 3 <= several, "{} flows, {several} with several rates", flows.len());
}

#[test]
fn present_values_agree_to_the_cent() {
    let published = published();
    let percent = "8.5".parse().expect("a decimal");
    assert!((published["rate"].as_f64().expect("a rate") - 0.085).abs() < 1e-12);
    for of in published["flows"].as_array().expect("flows") {
        let flow = flow(of);
        let worth = Discount::new(percent, flow.len()).expect("a rate").present_value(&flow);
        let worth = f64::from(i32::try_from(worth.cents()).expect("small"));
        assert!((worth - of["npv"].as_f64().expect("a number")).abs() <= 0.5001, "{of}: {worth}");
    }
}
