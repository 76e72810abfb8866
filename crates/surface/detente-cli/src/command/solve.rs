//! `detente solve`: everything about a plain numeric model.

use std::path::Path;
use std::time::Duration;

use detente::base::{Decimal, Diagnostic};
use detente::interop::NumericModel;
use detente::proof::{of_model, of_solved};
use detente::solve::{Cover, ModelFile, Question, Request, Solved, read_model, solve};
use detente_api as api;

use crate::args::Solve;
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;
use crate::watch::Progress;

pub(super) fn run(args: &Solve) -> Result<Exit, Failure> {
    let time_limit = seconds(&args.time_limit)?;
    let ModelFile { folder, model, diagnostics } = read_model(&args.model)?;
    eprint!("{}", render::model_diagnostics(&folder, &diagnostics));
    let Some(model) = model.filter(|_| !diagnostics.iter().any(Diagnostic::is_error)) else {
        return Ok(Exit::Mistake);
    };
    let request = request(args, &model, time_limit)?;
    let progress = Progress::new();
    let solved = on_threads(args.threads, || solve(&model, &request, &progress))?;
    progress.finish();
    let solved = solved.map_err(detente::engine::Stopped::from).map_err(detente::deals::DealsError::from)?;
    eprint!("{}", render::unfinished(&solved));
    if args.json {
        super::print_json_lists_in_line(&api::solve(&solved))?;
    } else {
        say(&render::solve(&model, &solved, args.points));
    }
    if let Some(path) = &args.proof {
        proved(path, &model, &request, &solved, args.threads)?;
    }
    Ok(exit(&solved))
}

fn proved(
    path: &Path,
    model: &NumericModel,
    request: &Request,
    solved: &Solved,
    threads: Option<u16>,
) -> Result<(), Failure> {
    let subject = of_model(model, request.over.as_deref());
    let progress = Progress::new();
    let written = on_threads(threads, || of_solved(&subject, solved, &progress))?;
    progress.finish();
    super::proof::write(path, written.map_err(detente::deals::DealsError::from)?)
}

fn exit(solved: &Solved) -> Exit {
    if solved.feasible.is_some() { Exit::Answer } else { Exit::Limit }
}

/// Does work on so many threads.
pub(super) fn on_threads<T: Send>(threads: Option<u16>, work: impl FnOnce() -> T + Send) -> Result<T, Failure> {
    let Some(threads) = threads else { return Ok(work()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads)).build();
    let pool = pool.map_err(|error| Failure::argument(format!("{threads} threads cannot be had: {error}"), None))?;
    Ok(pool.install(work))
}

fn seconds(text: &str) -> Result<Duration, Failure> {
    let read = text.trim().parse::<Decimal>().ok().and_then(|seconds| u64::try_from(seconds.thousandths()).ok());
    read.map(Duration::from_millis).ok_or_else(|| {
        let hint = "write seconds from 0 on, with at most three decimals: --time-limit 20 or --time-limit 0.5";
        Failure::argument(format!("\"{text}\" is no time limit"), hint.to_owned())
    })
}

fn request(args: &Solve, model: &NumericModel, time_limit: Duration) -> Result<Request, Failure> {
    let over = over(&args.over, model.parties)?;
    let principals = over.as_ref().map_or_else(|| always_asked(model), Vec::len);
    let all = || Question::ALL.into_iter().collect();
    let named = args.only.iter().map(|name| name.question());
    Ok(Request {
        questions: if args.only.is_empty() { all() } else { named.collect() },
        cover: Cover { epsilon: epsilon(&args.epsilon, principals)?, max_points: max_points(args) },
        over,
        time_limit,
    })
}

fn always_asked(model: &NumericModel) -> usize {
    model.consent.iter().filter(|consent| consent.is_none()).count()
}

fn max_points(args: &Solve) -> Option<usize> {
    args.max_points.map(|most| usize::try_from(most).unwrap_or(usize::MAX))
}

fn over(named: &[usize], parties: usize) -> Result<Option<Vec<usize>>, Failure> {
    if let Some(party) = named.iter().find(|party| parties <= **party) {
        let hint = format!("the parties of this model are 0 to {}", parties - 1);
        return Err(Failure::argument(format!("there is no party {party}"), hint));
    }
    let mut over = named.to_vec();
    over.sort_unstable();
    over.dedup();
    Ok(Some(over).filter(|over| !over.is_empty()))
}

/// One number per principal; one alone stands for all of them.
fn epsilon(named: &[i64], principals: usize) -> Result<Option<Vec<i64>>, Failure> {
    let fits = named.len() <= 1 || named.len() == principals;
    if !fits || named.iter().any(|epsilon| *epsilon < 0) {
        let hint = format!("write one number of units from 0 on, or one for each of the {principals} principals");
        return Err(Failure::argument("--epsilon does not fit this model".to_owned(), hint));
    }
    Ok(match named {
        [] => None,
        [one] => Some(vec![*one; principals]),
        several => Some(several.to_vec()),
    })
}
