//! Shares and points as people read them.

use detente::robustness::Share;

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
