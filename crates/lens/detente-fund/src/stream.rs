//! A stream of revenue.

use detente_base::Span;
use detente_case::{Id, PartyIdx};
use detente_estimate::{Range, Why};

use crate::{Chance, Corner, PriceIdx, Scale};

/// Something that is produced and sold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stream {
    /// Its id.
    pub id: Id,
    /// Its title, as printed.
    pub title: String,
    /// Its price.
    pub price: PriceIdx,
    /// In what volumes are written, in the price's unit.
    pub volume_scale: Scale,
    /// Volumes by year, straight lines between; nothing before and after.
    pub production: Vec<Corner>,
    /// Outlays in single years, in the fund's scale.
    pub capex: Vec<Corner>,
    /// Running cost per unit of volume, in currency units.
    pub opex: Range,
    /// Years by which everything starts later than written.
    pub start_delay: Range,
    /// Whether it comes under a new licence.
    pub new_licence: bool,
    /// The party that operates it; an outside company unless said.
    pub operator: Option<PartyIdx>,
    /// The party to which it yields; the fund's contributor unless said.
    pub government: Option<PartyIdx>,
    /// How probable it is, by what is agreed; the first row that holds counts.
    pub chances: Vec<Chance>,
    /// How probable where no row holds.
    pub otherwise: Range,
    /// What it rests on.
    pub why: Why,
    /// Where it is written.
    pub span: Span,
}
