use detente_base::Silent;
use detente_engine::{Ask, Measure, Principle, principle};
use detente_testkit::shared::{folder, instances};
use std::time::Instant;
fn main() {
    let want: Vec<String> = std::env::args().skip(1).collect();
    let Some(folder) = folder("deals") else { return };
    for (instance, answer) in instances(&folder) {
        if !want.is_empty() && !want.iter().any(|w| instance.name.contains(w.as_str())) { continue; }
        let model = instance.model();
        let mut ask = Ask::all(&model);
        ask.effort.max_steps = u64::MAX;
        print!("{:45}", instance.name);
        for (name, which, key) in [("nash", Principle::Nash, "Nash"), ("egal", Principle::Egalitarian, "Maximin"), ("lex", Principle::Leximin,""), ("ks", Principle::KalaiSmorodinsky, ""), ("util", Principle::Utilitarian, "")] {
            if std::env::var("ONLY").is_ok_and(|o| o != name) { continue; }
            let start = Instant::now();
            let found = principle(&model, &ask, which, &Measure::plain(&model), &Silent);
            let time = start.elapsed();
            match found {
                Ok(Some(found)) => {
                    let u = &found.answers[0].attained.utilities;
                    let gains: Vec<i64> = u.iter().zip(&instance.reservation).map(|(u, b)| u - b).collect();
                    let ok = match key {
                        "Nash" => { let v = gains.iter().map(|g| (*g as f64).ln()).sum::<f64>(); let w = answer["Nash"]["value"].as_f64().unwrap_or(v); if (v-w).abs()>1e-9 {print!("[{v} {w} {:?} {}]", u, answer["Nash"]["utilities"]);} (gains.iter().map(|g| (*g as f64).ln()).sum::<f64>() - answer["Nash"]["value"].as_f64().unwrap_or(0.0)).abs() < 1e-9 }
                        "Maximin" => (*gains.iter().min().unwrap() as f64) >= answer["Maximin"]["value"].as_f64().unwrap_or(0.0),
                        _ => true };
                    print!(" {name} {:.2}ms n{}{}{}{}", time.as_secs_f64()*1e3, found.answers.len(), if found.complete {""} else {" INC"}, if found.proved {""} else {" UNPROVED"}, if ok {""} else {" WRONG"});
                    if key == "Maximin" && instance.parties == 8 { print!(" (v {})", gains.iter().min().unwrap()); }
                }
                other => print!(" {name} {other:?}"),
            }
        }
        println!();
    }
}
