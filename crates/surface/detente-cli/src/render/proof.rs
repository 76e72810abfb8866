//! What was proved, claim by claim; or where the first thing is wrong.

use detente::checker::{Movement, Principle, Proof, Refusal, Report, Step};

/// The verdict on a proof, first; then what it claims.
pub(crate) fn proof(proof: Option<&Proof>, verdict: &Result<Report, Refusal>) -> String {
    let mut page = match verdict {
        Ok(report) if report.claims == 1 => "verified: 1 claim\n".to_owned(),
        Ok(report) => format!("verified: {} claims\n", report.claims),
        Err(refusal) => format!("refused: {refusal}\n"),
    };
    let steps = proof.map_or(&[][..], |proof| &proof.steps);
    let refused_at = verdict.as_ref().err().map(|refusal| refusal.step.unwrap_or(0));
    for (number, step) in steps.iter().enumerate() {
        let mark = match refused_at {
            Some(at) if number == at => "   refused",
            Some(at) if at < number => "   not looked at",
            _ => "",
        };
        page.push_str(&format!("  {}. {}{mark}\n", number + 1, claim(step)));
    }
    page
}

fn claim(step: &Step) -> String {
    match step {
        Step::Package(_) => "a package lies in the zone".to_owned(),
        Step::Empty(_) => "no package lies in the zone".to_owned(),
        Step::Best(best) => {
            let all = if best.complete { "all" } else { "some" };
            format!("{}: {all} of the answers, {}", principle(&best.principle), best.answers.len())
        }
        Step::Frontier(frontier) => format!("the frontier: all of its points, {}", frontier.points.len()),
        Step::Cover(cover) => format!("points near every package: {}", cover.points.len()),
        Step::Conflicts(claim) => {
            let all = if claim.complete { "all" } else { "some" };
            let (conflicts, relaxations) = (claim.conflicts.len(), claim.relaxations.len());
            format!("{all} minimal conflicts, {conflicts}, and {all} minimal relaxations, {relaxations}")
        }
        Step::Movement(Movement::Open { .. }) => "no bottom line needs to move".to_owned(),
        Step::Movement(Movement::CannotOpen { .. }) => "no movement of bottom lines opens the zone".to_owned(),
        Step::Movement(Movement::Opens { .. }) => "the least movements of bottom lines that open the zone".to_owned(),
    }
}

fn principle(principle: &Principle) -> String {
    match principle {
        Principle::Nash => "largest product of gains [Nash]".to_owned(),
        Principle::KalaiSmorodinsky => "same share of what each could hope for [Kalai–Smorodinsky]".to_owned(),
        Principle::Egalitarian => "most for whoever gains least [egalitarian]".to_owned(),
        Principle::Leximin => "most for whoever gains least, then for the next [leximin]".to_owned(),
        Principle::Utilitarian => "largest total of points [utilitarian]".to_owned(),
        Principle::BestFor(party) => format!("the most for party {party}"),
    }
}
