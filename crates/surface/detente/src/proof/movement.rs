//! The least movements of bottom lines, as a claim.

use super::{Writer, branches, empty, package};
use crate::solve::{LeastMovement, Movement};
use detente_checker::{Alone, Least, Movement as Claim, Step};
use detente_engine::evidence::{Evidence, Gain};
use detente_engine::{Ask, Model, Stopped};

impl Writer<'_> {
    /// By how much bottom lines would have to fall.
    ///
    /// # Errors
    /// As for [`Writer::zone`].
    pub fn movement(&mut self, movement: &LeastMovement) -> Result<(), Stopped> {
        self.claimed("least_movement", |writer| {
            let claim = match movement.status {
                Movement::Open => {
                    package(writer.model, writer.ask, writer.watch)?.map(|package| Claim::Open { package })
                }
                Movement::CannotOpen => {
                    let ask = Ask { bottom_lines: false, ..writer.ask.clone() };
                    Some(Claim::CannotOpen { branches: empty(writer.model, &ask, writer.watch)? })
                }
                Movement::Opens => writer.opens(movement)?,
            };
            Ok(claim.map(Step::Movement).into_iter().collect())
        })
    }

    fn opens(&self, movement: &LeastMovement) -> Result<Option<Claim>, Stopped> {
        let (Some(sum), Some(max)) = (movement.sum, movement.max) else { return Ok(None) };
        let moved = self.lowered(|party| movement.in_sum.get(party).copied().unwrap_or(0));
        let Some(package_of_sum) = package(&moved, self.ask, self.watch)? else { return Ok(None) };
        let Some(package_of_max) = package(&self.lowered(|_| max), self.ask, self.watch)? else { return Ok(None) };
        let ask = Ask { principals: Vec::new(), ..self.ask.clone() };
        let zone = Evidence::new(self.model, &ask, self.watch)?;
        let gain = |(party, of): (usize, &detente_engine::Party)| {
            Some(Gain { party, line: of.bottom_line?, whole: 1, exponent: 1 })
        };
        let gains: Vec<Gain> = self.model.parties.iter().enumerate().filter_map(gain).collect();
        let sum = Least { amount: sum, package: package_of_sum, branches: branches(zone.shortfall()) };
        let max = Least { amount: max, package: package_of_max, branches: branches(zone.level(&gains, &[], false)) };
        let mut alone = Vec::new();
        for (party, &amount) in movement.alone.iter().enumerate() {
            let Some(claim) = self.alone(party, amount)? else { return Ok(None) };
            alone.push(claim);
        }
        Ok(Some(Claim::Opens { alone, sum, max }))
    }

    fn alone(&self, party: usize, amount: Option<i64>) -> Result<Option<Alone>, Stopped> {
        let only = |amount: i64| self.lowered(|of| if of == party { amount } else { 0 });
        let Some(amount) = amount else {
            let mut without = self.model.clone();
            without.parties[party].bottom_line = None;
            return Ok(Some(Alone { moves: None, branches: empty(&without, self.ask, self.watch)? }));
        };
        let Some(package) = package(&only(amount), self.ask, self.watch)? else { return Ok(None) };
        let branches = empty(&only(amount - 1), self.ask, self.watch)?;
        Ok(Some(Alone { moves: Some((amount, package)), branches }))
    }

    /// The model with bottom lines lowered.
    fn lowered(&self, by: impl Fn(usize) -> i64) -> Model {
        let mut model = self.model.clone();
        for (party, of) in model.parties.iter_mut().enumerate() {
            of.bottom_line = of.bottom_line.map(|line| line.saturating_sub(by(party)));
        }
        model
    }
}
