//! Times questions about a numeric model: `solve_bench MODEL QUESTION…`, the questions by their keys in a document.
//!
//! Prints `{"QUESTION": ms, …, "zone": ms}`: the time of each question and, under `zone`, of what all of them stand on; medians of
//! repetitions in one process, the first of which does not count. Nothing of one repetition is kept for the next.
#![expect(clippy::print_stdout, reason = "a program that reports")]
#![expect(clippy::disallowed_methods, reason = "reads its arguments and a clock")]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use detente::solve::{Question, Request, read_model, solve};
use detente_base::Silent;

/// As in the command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The most repetitions that count.
const REPETITIONS: usize = 201;

/// No further repetition is begun after this.
const ENOUGH: Duration = Duration::from_secs(3);

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let file = args.next().ok_or("usage: solve_bench MODEL QUESTION…")?;
    let model = read_model(Path::new(&file))?.model.ok_or("the model has errors; `detente solve` names them")?;
    let named = |key: String| Question::ALL.into_iter().find(|question| question.key() == key).ok_or(key);
    let questions = args.map(named).collect::<Result<_, _>>().map_err(|key| format!("no question `{key}`"))?;
    let request = Request { questions, ..Request::default() };
    solve(&model, &request, &Silent)?;
    let start = Instant::now();
    let mut times: BTreeMap<&str, Vec<Duration>> = BTreeMap::new();
    for _ in 0..REPETITIONS {
        let solved = solve(&model, &request, &Silent)?;
        solved.elapsed.iter().for_each(|(key, elapsed)| times.entry(key).or_default().push(*elapsed));
        if ENOUGH < start.elapsed() {
            break;
        }
    }
    let median = |(key, mut times): (&str, Vec<Duration>)| {
        times.sort_unstable();
        format!(r#""{key}": {:.6}"#, times[times.len() / 2].as_secs_f64() * 1000.0)
    };
    println!("{{{}}}", times.into_iter().map(median).collect::<Vec<_>>().join(", "));
    Ok(())
}
