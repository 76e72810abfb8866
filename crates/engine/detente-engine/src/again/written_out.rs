//! Zones written out before, under whatever numbers.

use super::Structure;
use crate::error::Stopped;
use detente_model::{Ask, Model, Party};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// How many are kept; the oldest goes.
const KEPT: usize = 32;

/// Small structures made before. Under a moving bottom line or weight the same questions come again with other numbers: their zones
/// are not written out again. What is kept decides how long an answer takes and never what it is.
#[derive(Debug, Default)]
pub struct WrittenOut {
    kept: Mutex<VecDeque<Arc<Structure>>>,
}

impl WrittenOut {
    /// The structure of a model under a question as [`Structure::small`] makes it; its own numbers may be those of an earlier model.
    ///
    /// # Cost
    /// A look at what is kept; where nothing fits, that of writing it out.
    ///
    /// # Errors
    /// As for [`Structure::small`].
    fn of(&self, model: &Model, ask: &Ask) -> Result<Arc<Structure>, Stopped> {
        if let Some(known) = self.known(model, ask) {
            return Ok(known);
        }
        let fresh = Arc::new(Structure::small(model, ask)?);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back(Arc::clone(&fresh));
        if KEPT < kept.len() {
            kept.pop_front();
        }
        Ok(fresh)
    }

    /// A structure to be asked within the question's draft ([`Solver::set_within`](super::Solver::set_within)): of the question without
    /// its draft, where that is small as well, so that the next draft finds it again; else with it. `None` where neither is. Whose gain
    /// counts is left aside.
    ///
    /// # Errors
    /// As for [`Structure::small`].
    pub fn under_drafts(&self, model: &Model, ask: &Ask) -> Result<Option<Arc<Structure>>, Stopped> {
        ask.validate(model)?;
        let mut wider = Ask { principals: Vec::new(), fixed: vec![None; ask.fixed.len()], ..ask.clone() };
        let mut structure = self.of(model, &wider)?;
        if !structure.is_compiled() && wider.fixed != ask.fixed {
            wider.fixed.clone_from(&ask.fixed);
            structure = self.of(model, &wider)?;
        }
        Ok(Some(structure).filter(|structure| structure.is_compiled()))
    }

    fn known(&self, model: &Model, ask: &Ask) -> Option<Arc<Structure>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let fits = |known: &&Arc<Structure>| known.ask == *ask && differ_in_numbers_at_most(&known.model, model);
        kept.iter().rev().find(fits).map(Arc::clone)
    }
}

fn differ_in_numbers_at_most(one: &Model, other: &Model) -> bool {
    let parties = one.parties.iter().zip(&other.parties);
    one.issues == other.issues
        && one.parties.len() == other.parties.len()
        && one.limits == other.limits
        && one.rules == other.rules
        && parties.into_iter().all(|(one, other)| are_alike(one, other))
}

fn are_alike(one: &Party, other: &Party) -> bool {
    let lens = |party: &Party| party.values.iter().map(Vec::len).collect::<Vec<_>>();
    let linkages = one.linkages.iter().zip(&other.linkages);
    one.consent == other.consent
        && one.bottom_line.is_some() == other.bottom_line.is_some()
        && one.tables == other.tables
        && lens(one) == lens(other)
        && one.linkages.len() == other.linkages.len()
        && linkages.into_iter().all(|(one, other)| one.when == other.when)
}

#[cfg(test)]
mod tests {
    use super::{KEPT, WrittenOut};
    use crate::again::Figures;
    use detente_model::{Ask, Consent, Formula, Limit, Linkage, Model, Party, Table};
    use std::sync::Arc;

    fn model() -> Model {
        let party = |line| Party {
            values: vec![vec![0, 3], vec![1, 2, 0]],
            tables: Vec::new(),
            linkages: vec![Linkage { when: has(0, &[true, false]), units: 2 }],
            bottom_line: line,
            consent: Consent::Always,
        };
        let limit = Limit { owner: 0, forbids: has(1, &[false, false, true]) };
        Model { issues: vec![2, 3], parties: vec![party(Some(1)), party(None)], limits: vec![limit], rules: Vec::new() }
    }

    fn has(issue: usize, among: &[bool]) -> Formula {
        Formula::Choice { issue, among: among.to_vec() }
    }

    #[test]
    fn other_numbers_are_asked_of_the_same_zone() {
        let (written_out, model) = (WrittenOut::default(), model());
        let ask = Ask::all(&model);
        let first = written_out.of(&model, &ask).expect("fits");
        let mut figures = Figures::of(&model);
        figures.values.iter_mut().for_each(|value| *value += 7);
        figures.linkages.fill(-4);
        figures.lines.fill(9);
        let again = written_out.of(&figures.model(&model), &ask).expect("fits");
        assert!(Arc::ptr_eq(&first, &again) && first.is_compiled());
    }

    #[test]
    fn whatever_else_differs_is_another_zone() {
        type Change = fn(&mut Model, &mut Ask);
        let changes: [Change; 9] = [
            |_, ask| ask.fixed[0] = Some(1),
            |_, ask| ask.limits[0] = false,
            |_, ask| ask.bottom_lines = false,
            |_, ask| ask.principals.truncate(1),
            |model, _| model.parties[1].bottom_line = Some(0),
            |model, _| model.parties[1].consent = Consent::Never,
            |model, _| model.parties[0].linkages[0].when = has(0, &[false, true]),
            |model, _| model.limits[0].forbids = has(1, &[true, false, false]),
            |model, _| model.rules.push(has(1, &[true, true, false])),
        ];
        let written_out = WrittenOut::default();
        let first = written_out.of(&model(), &Ask::all(&model())).expect("fits");
        for (at, change) in changes.into_iter().enumerate() {
            let (mut model, mut ask) = (model(), Ask::all(&model()));
            change(&mut model, &mut ask);
            let other = written_out.of(&model, &ask).expect("fits");
            assert!(!Arc::ptr_eq(&first, &other), "{at}");
            assert_eq!((other.model(), other.ask()), (&model, &ask), "{at}");
        }
    }

    #[test]
    fn drafts_of_one_question_are_asked_of_the_same_zone() {
        let (written_out, model) = (WrittenOut::default(), model());
        let found = |held: [Option<usize>; 2]| {
            let ask = Ask { fixed: held.to_vec(), ..Ask::all(&model) };
            written_out.under_drafts(&model, &ask).expect("fits").expect("small")
        };
        let first = found([None, Some(1)]);
        assert!(Arc::ptr_eq(&first, &found([Some(0), None])));
        assert_eq!(first.ask().fixed, [None; 2]);
        let mut tabled = model.clone();
        tabled.parties[0].tables.push(Table { issues: vec![0], units: vec![0, 1] });
        assert!(written_out.under_drafts(&tabled, &Ask::all(&tabled)).expect("fits").is_none(), "written out never");
    }

    #[test]
    fn the_oldest_goes() {
        let (written_out, model) = (WrittenOut::default(), model());
        let with = |most: u64| {
            let mut ask = Ask::all(&model);
            ask.effort.max_steps = most;
            written_out.of(&model, &ask).expect("fits")
        };
        let first = with(1_000_000);
        assert!(Arc::ptr_eq(&first, &with(1_000_000)));
        (1..=KEPT as u64).for_each(|more| drop(with(1_000_000 + more)));
        assert!(!Arc::ptr_eq(&first, &with(1_000_000)));
    }
}
