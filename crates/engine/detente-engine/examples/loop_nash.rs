use detente_base::Silent;
use detente_engine::{Ask, Measure, Principle, principle};
use detente_testkit::shared::{folder, instances};
fn main() {
    let want = std::env::args().nth(1).unwrap();
    for (instance, _) in instances(&folder("deals").unwrap()) {
        if instance.name != want { continue; }
        let model = instance.model();
        let ask = Ask::all(&model);
        let start = std::time::Instant::now();
        for _ in 0..2000 { let _ = principle(&model, &ask, Principle::Nash, &Measure::plain(&model), &Silent); }
        println!("{:?}", start.elapsed() / 2000);
    }
}
