//! Everything `detente deals` says about one reading of a case, as a proof.

use super::{Subject, Writer, Written};
use crate::solve::least_movement;
use detente_base::Watch;
use detente_engine::Principle;
use detente_engine::{Cover, MOST_SETS, Member, Stopped, conflicts_and_relaxations, frontier, principle};

/// That there is a package, with the frontier and what the principles lead to where bottom lines are in force; or that there is
/// none, and why. `None` where nothing could be proved.
///
/// # Errors
/// Where the question does not hold together.
pub fn of_subject(
    subject: &Subject,
    principles: &[(&'static str, Principle)],
    watch: &dyn Watch,
) -> Result<Option<Written>, Stopped> {
    let Subject { model, ask, measure } = subject;
    let mut writer = Writer::new(subject, watch);
    let is_open = known(|| Ok(detente_engine::any_package(model, ask, watch)?.is_some()))?;
    let Some(is_open) = is_open else { return Ok(None) };
    writer.zone(is_open)?;
    if !is_open {
        writer.closed()?;
    } else if ask.bottom_lines {
        for (key, which) in principles {
            match known(|| principle(model, ask, *which, measure, watch))? {
                Some(chosen) => writer.principle(key, *which, chosen.as_ref())?,
                None => writer.left_out.push(key),
            }
        }
        match known(|| frontier(model, ask, &Cover::default(), watch))? {
            Some(frontier) => writer.frontier(&frontier)?,
            None => writer.left_out.push("frontier"),
        }
    }
    Ok(writer.finish())
}

impl Writer<'_> {
    /// Why there is no package, and what bottom lines have to do with it.
    fn closed(&mut self) -> Result<(), Stopped> {
        let (model, ask, watch) = (self.model, self.ask, self.watch);
        if ask.bottom_lines {
            match known(|| least_movement(model, ask, watch))? {
                Some(movement) => self.movement(&movement)?,
                None => self.left_out.push("least_movement"),
            }
        }
        let members: Vec<Member> = self.members().into_iter().map(Member::from).collect();
        let found = known(|| conflicts_and_relaxations(model, ask, &members, MOST_SETS, watch))?;
        let Some(found) = found else {
            self.left_out.push("conflicts");
            return Ok(());
        };
        let conflicts = found.conflicts.into_iter().map(|conflict| conflict.members).collect();
        let relaxations = found.relaxations.into_iter().map(|relaxation| relaxation.drop).collect();
        self.why(Some((conflicts, found.complete)), Some((relaxations, found.complete)))
    }
}

/// What `work` finds; `None` where it had to stop.
fn known<T>(work: impl FnOnce() -> Result<T, Stopped>) -> Result<Option<T>, Stopped> {
    match work() {
        Ok(found) => Ok(Some(found)),
        Err(Stopped::Model(error)) => Err(error.into()),
        Err(_) => Ok(None),
    }
}
