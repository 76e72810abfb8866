use detente_base::Silent;
use detente_engine::*;
fn rnd(s: &mut u64) -> u64 {
    *s ^= *s << 13;
    *s ^= *s >> 7;
    *s ^= *s << 17;
    *s
}
fn model(k: usize, n: usize, m: usize, seed: u64, line: f64, linked: usize) -> Model {
    let mut s = seed;
    let parties = (0..k)
        .map(|_| {
            let values: Vec<Vec<i64>> = (0..n).map(|_| (0..m).map(|_| (rnd(&mut s) % 1000) as i64).collect()).collect();
            let most: i64 = values.iter().map(|v| v.iter().max().unwrap()).sum();
            let linkages = (0..linked)
                .map(|l| Linkage {
                    when: Formula::All(vec![
                        Formula::Choice { issue: l, among: (0..m).map(|c| c % 2 == 0).collect() },
                        Formula::Choice { issue: l + 1, among: (0..m).map(|c| c % 3 == 0).collect() },
                    ]),
                    units: (rnd(&mut s) % 300) as i64 - 150,
                })
                .collect();
            Party { values, linkages, bottom_line: Some((most as f64 * line) as i64), consent: Consent::Always }
        })
        .collect();
    Model { issues: vec![m; n], parties, ..Model::default() }
}
#[test]
fn timing() {
    for (k, line, linked) in [
        (2, 0.5, 0),
        (3, 0.5, 0),
        (4, 0.5, 0),
        (2, 0.6, 0),
        (3, 0.6, 0),
        (4, 0.6, 0),
        (5, 0.5, 0),
        (3, 0.5, 2),
        (3, 0.5, 4),
        (3, 0.5, 8),
        (4, 0.5, 8),
    ] {
        let model = model(k, 9, 10, 88172645463325252, line, linked);
        let ask = Ask::all(&model);
        let t = std::time::Instant::now();
        let c = scan(&model, &ask, Want::Count, &Silent).unwrap();
        let tc = t.elapsed();
        let t = std::time::Instant::now();
        let f = scan(&model, &ask, Want::Frontier, &Silent);
        let tf = t.elapsed();
        let t = std::time::Instant::now();
        let _ = feasible(&model, &ask, &Silent).unwrap();
        println!(
            "k={k} line={line} linked={linked} count={} {tc:?}; frontier {:?} {tf:?}; feasible {:?}",
            c.count,
            f.map(|f| f.frontier.unwrap().len()),
            t.elapsed()
        );
    }
}
