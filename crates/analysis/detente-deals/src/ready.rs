//! A zone that holds a package, folded once for its frontier and every principle.

use detente_base::Watch;
use detente_engine::{
    self as engine, Ask, Chosen, Cover, Frontier, Measure, Model, Principle, Stopped, Zone, forgiven,
};

use crate::DealsError;
use crate::zone::in_steps;

/// A zone made ready, as far as it is within reach.
pub(crate) struct Ready<'m> {
    model: &'m Model,
    pub(crate) ask: Ask,
    /// Whether each search in it takes few steps.
    pub(crate) at_once: bool,
    folded: Option<Zone<'m>>,
    /// Its frontier, as far as it was listed.
    listed: Option<Frontier>,
}

impl<'m> Ready<'m> {
    /// The zone of `model` under `ask`, which holds a package; with `steps` each search in it takes at most so many.
    ///
    /// # Cost
    /// A fold.
    pub(crate) fn new(model: &'m Model, ask: &Ask, steps: Option<u64>, watch: &dyn Watch) -> Result<Self, DealsError> {
        let folded = forgiven(Zone::new(model, ask, watch))?;
        let (ask, folded) = match steps {
            Some(steps) => (in_steps(ask.clone(), steps), folded.map(|zone| zone.with_steps(steps))),
            None => (ask.clone(), folded),
        };
        Ok(Self { model, ask, at_once: steps.is_some(), folded, listed: None })
    }

    /// The packages a principle leads to, as [`Zone::principle`]; not told where the zone is out of reach.
    ///
    /// # Cost
    /// A look at every efficient vector where all of them are listed already, else a search.
    pub(crate) fn principle(&self, which: Principle, measure: &Measure, watch: &dyn Watch) -> Result<Led, DealsError> {
        let Some(zone) = &self.folded else { return Ok(Led::Untold) };
        let read = self.listed.as_ref().and_then(|frontier| zone.principle_on(frontier, which, measure));
        if let Some(chosen) = read {
            return Ok(Led::To(chosen));
        }
        Ok(match forgiven(zone.principle(which, measure, watch))? {
            Some(Some(chosen)) => Led::To(chosen),
            Some(None) => Led::Nowhere,
            None => Led::Untold,
        })
    }

    /// Its efficient utility vectors, as [`engine::frontier`].
    pub(crate) fn frontier(&mut self, cover: &Cover, watch: &dyn Watch) -> Result<&Frontier, Stopped> {
        let found = match &self.folded {
            Some(zone) => zone.frontier(cover, watch),
            None => engine::frontier(self.model, &self.ask, cover, watch),
        }?;
        Ok(self.listed.insert(found))
    }
}

/// Where a principle leads.
pub(crate) enum Led {
    /// To these packages.
    To(Chosen),
    /// It compares nobody.
    Nowhere,
    /// Out of reach.
    Untold,
}
