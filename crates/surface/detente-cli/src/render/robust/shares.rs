//! Shares and points as people read them.

use detente::robustness::{Interval, Share};

/// Whole points, rounded up so that nothing missed is hidden.
pub(super) fn missed(thousandths: Option<u64>) -> String {
    match thousandths {
        None => "not acceptable".to_owned(),
        Some(0) => "0".to_owned(),
        Some(more) => more.div_ceil(1000).to_string(),
    }
}

pub(in crate::render) fn with_interval(share: Share) -> String {
    let interval = share.interval();
    let low = (interval.low * 100.0).floor();
    let high = (interval.high * 100.0).ceil();
    format!("{} ({low}–{high}%)", percent(share))
}

/// Whole percent; what is not nothing or everything never looks so.
pub(in crate::render) fn percent(share: Share) -> String {
    let whole = (share.value() * 100.0).round();
    if share.hits == 0 {
        "0%".to_owned()
    } else if share.hits == share.draws {
        "100%".to_owned()
    } else if whole < 1.0 {
        "less than 1%".to_owned()
    } else if 99.0 < whole {
        "more than 99%".to_owned()
    } else {
        format!("{whole}%")
    }
}

/// A part that is no share of draws, in whole percent with its interval; nothing shows below nothing, which is chance alone.
pub(super) fn percents(part: f64, interval: Interval) -> String {
    let whole = (part * 100.0).round().max(0.0);
    let (low, high) = ((interval.low * 100.0).floor().max(0.0), (interval.high * 100.0).ceil().max(0.0));
    let part = if 0.0 < part && whole < 1.0 { "less than 1%".to_owned() } else { format!("{}%", whole + 0.0) };
    format!("{part} ({}–{}%)", low + 0.0, high + 0.0)
}
