//! Times scenarios in one warm process on one thread: `scenario_bench FOLDER [raw]`, a line of JSON per folder with the microseconds
//! of reading and of everything `scenario stats` says, medians of several; `hash` is one of all that was said. Hyper-rectangles
//! too large to be gone through are left out.

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a program for measuring")]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::time::Instant;

use detente::base::Silent;
use detente::interop::scenario::{Levels, Meaning};
use detente::scenario::{read_scenario, scenario_folders};
use detente::scenarios::stats;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let root = Path::new(arguments.get(1).map_or(".", String::as_str));
    let meaning = if arguments.get(2).is_some_and(|of| of == "raw") { Meaning::Plain } else { Meaning::Genius };
    for folder in scenario_folders(root)? {
        let (mut reading, mut answering, mut said) = (Vec::new(), Vec::new(), None);
        let began = Instant::now();
        for _ in 0..9 {
            let started = Instant::now();
            let Some(scenario) = read_scenario(&folder, meaning)?.scenario else { break };
            let read = Instant::now();
            let Ok(stats) = stats(&scenario, Levels::default(), &Silent) else { break };
            answering.push(read.elapsed().as_micros());
            reading.push((read - started).as_micros());
            said = Some(stats);
            if 1 < began.elapsed().as_secs() {
                break;
            }
        }
        let Some(said) = said else { continue };
        reading.sort_unstable();
        answering.sort_unstable();
        let middle = reading.len() / 2;
        let mut hasher = DefaultHasher::new();
        format!("{said:?}").hash(&mut hasher);
        println!(
            "{{\"path\": {:?}, \"outcomes\": {}, \"parties\": {}, \"frontier\": {}, \"read_us\": {}, \"stats_us\": {}, \"hash\": \"{:016x}\"}}",
            folder.strip_prefix(root)?.display().to_string(),
            said.outline.outcomes,
            said.outline.parties.len(),
            said.frontier.points.len(),
            reading[middle],
            answering[middle],
            hasher.finish(),
        );
    }
    Ok(())
}
