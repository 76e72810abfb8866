//! `detente verify-proof`: whether what a proof claims is so.

use std::path::Path;

use detente::base::Diagnostic;
use detente::proof::{Subject, of_case, of_model, verify_file};
use detente::solve::{ModelFile, read_model};

use super::asked::settings;
use super::case::{opened_at, sets, sound};
use crate::args::{Asked, VerifyProof};
use crate::exit::{Exit, Failure};
use crate::render;
use crate::say::say;

pub(super) fn run(args: &VerifyProof) -> Result<Exit, Failure> {
    let subjects = if args.of.is_dir() { case(args)? } else { model(&args.of, &args.asked)? };
    let subjects = match subjects {
        Ok(subjects) => subjects,
        Err(exit) => return Ok(exit),
    };
    let (proof, verdict) = verify_file(&args.proof, &subjects)?;
    if args.json {
        super::print_json(&detente_api::verify_proof(proof.as_ref(), &verdict))?;
    } else {
        say(&render::proof(proof.as_ref(), &verdict));
    }
    Ok(if verdict.is_ok() { Exit::Answer } else { Exit::Refused })
}

fn case(args: &VerifyProof) -> Result<Result<Vec<Subject>, Exit>, Failure> {
    let opened = opened_at(&args.of, None, &args.estimates, args.resolution.unwrap_or_default().into())?;
    let case = match sound(&opened)? {
        Ok(case) => case,
        Err(exit) => return Ok(Err(exit)),
    };
    let chosen = sets(&opened, &args.estimates)?;
    let settings = settings(case, &chosen, &args.asked)?;
    let case = settings.apply(case);
    Ok(Ok(of_case(&case, &chosen, &settings)?))
}

fn model(path: &Path, asked: &Asked) -> Result<Result<Vec<Subject>, Exit>, Failure> {
    let ModelFile { folder, model, diagnostics } = read_model(path)?;
    eprint!("{}", render::model_diagnostics(&folder, &diagnostics));
    let Some(model) = model.filter(|_| !diagnostics.iter().any(Diagnostic::is_error)) else {
        return Ok(Err(Exit::Mistake));
    };
    let over = asked.binding.over.iter().map(|text| number(text, model.parties)).collect::<Result<Vec<_>, _>>()?;
    let over = Some(sorted(over)).filter(|over| !over.is_empty());
    Ok(Ok(vec![of_model(&model, over.as_deref())]))
}

fn number(text: &str, parties: usize) -> Result<usize, Failure> {
    text.trim().parse().ok().filter(|party| *party < parties).ok_or_else(|| {
        let hint = format!("the parties of this model are 0 to {}", parties.saturating_sub(1));
        Failure::argument(format!("there is no party {text}"), hint)
    })
}

fn sorted(mut parties: Vec<usize>) -> Vec<usize> {
    parties.sort_unstable();
    parties.dedup();
    parties
}
