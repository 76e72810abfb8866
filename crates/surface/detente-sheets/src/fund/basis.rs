//! What the figures of a fund rest on.

use detente::funds::Asked;
use detente_api::figures;

/// What every figure rests on, a line each.
pub fn basis(asked: &Asked<'_>) -> Vec<String> {
    figures(asked)
        .into_iter()
        .map(|figure| {
            let id = figure.id.map_or_else(String::new, |id| format!(" {id}"));
            let basis = if figure.basis.is_empty() { String::new() } else { format!(" [{}]", figure.basis.join(", ")) };
            let because = figure.because.unwrap_or_else(|| "no reason given".to_owned());
            let said = if figure.standing == "assumption" { because.strip_prefix("assumption: ") } else { None };
            format!("{}{id} — {}{basis}: {}", figure.of, figure.standing, said.unwrap_or(&because))
        })
        .collect()
}
