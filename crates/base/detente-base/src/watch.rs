//! The one small mechanism by which long work says how far it is and learns that it should stop.

/// Watches long work. Implementations are shared between threads and must be cheap: they are asked every few thousand steps.
pub trait Watch: Sync {
    /// Takes note that `steps` more of the steps of this work are done.
    fn advance(&self, steps: u64);

    /// Takes note of what a search for a best package knows so far: the best worth met, and what none exceeds.
    fn narrowed(&self, _best: Option<f64>, _bound: f64) {}

    /// Takes note that so many more parts, each about as long as another, lie ahead: draws, mostly.
    fn ahead(&self, _parts: u64) {}

    /// Takes note that so many of the parts that lay ahead are done.
    fn behind(&self, _parts: u64) {}

    /// Whether the work should stop as soon as it can.
    fn cancelled(&self) -> bool;
}

/// Watches nothing and never stops anything.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Watch for Silent {
    fn advance(&self, _steps: u64) {}

    fn cancelled(&self) -> bool {
        false
    }
}
