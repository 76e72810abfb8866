//! What became of each claim of a proof.

use detente::checker::{Principle, Proof, Refusal, Report, Step};
use schemars::JsonSchema;
use serde::Serialize;

/// The verdict on a proof.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VerifyProof {
    /// `detente.verify-proof/1`.
    pub schema: &'static str,
    /// Whether everything it claims is so.
    pub verified: bool,
    /// What it claims, in order; none where it could not be read.
    pub claims: Vec<Claim>,
    /// The first thing that is not so.
    pub refused: Option<Refused>,
    /// About how many additions of units the check took; null where it was refused.
    pub steps: Option<u64>,
}

/// A claim.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Claim {
    /// `package`, `empty`, a principle, `frontier`, `cover`, `conflicts` or `least_movement`.
    pub about: &'static str,
    /// For `best_for`, the party, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<usize>,
    /// `verified`, `refused` or `not looked at`.
    pub verdict: &'static str,
}

/// What is not so.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Refused {
    /// Which claim, from 1; null where the proof as a whole does not fit.
    pub step: Option<usize>,
    /// Which pattern of consent, from 1, where one is to blame.
    pub branch: Option<usize>,
    /// Why.
    pub reason: String,
}

/// The document about a proof and the verdict on it.
pub fn verify_proof(proof: Option<&Proof>, verdict: &Result<Report, Refusal>) -> VerifyProof {
    let refusal = verdict.as_ref().err();
    let steps = proof.map_or(&[][..], |proof| &proof.steps);
    let claim = |(number, step): (usize, &Step)| {
        let (about, party) = named(step);
        Claim { about, party, verdict: verdict_on(number, refusal) }
    };
    VerifyProof {
        schema: "detente.verify-proof/1",
        verified: refusal.is_none(),
        claims: steps.iter().enumerate().map(claim).collect(),
        refused: refusal.map(|refusal| Refused {
            step: refusal.step.map(|step| step + 1),
            branch: refusal.branch.map(|branch| branch + 1),
            reason: refusal.reason.to_string(),
        }),
        steps: verdict.as_ref().ok().map(|report| report.steps),
    }
}

fn verdict_on(number: usize, refusal: Option<&Refusal>) -> &'static str {
    let Some(refusal) = refusal else { return "verified" };
    match refusal.step {
        Some(step) if number < step => "verified",
        Some(step) if number == step => "refused",
        _ => "not looked at",
    }
}

fn named(step: &Step) -> (&'static str, Option<usize>) {
    let name = match step {
        Step::Package(_) => "package",
        Step::Empty(_) => "empty",
        Step::Frontier(_) => "frontier",
        Step::Cover(_) => "cover",
        Step::Conflicts(_) => "conflicts",
        Step::Movement(_) => "least_movement",
        Step::Best(best) => match best.principle {
            Principle::Nash => "nash",
            Principle::KalaiSmorodinsky => "kalai_smorodinsky",
            Principle::Egalitarian => "egalitarian",
            Principle::Leximin => "leximin",
            Principle::Utilitarian => "utilitarian",
            Principle::BestFor(party) => return ("best_for", Some(party)),
        },
    };
    (name, None)
}
