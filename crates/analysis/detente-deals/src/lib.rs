//! Which packages all whose consent is needed could live with, or which limits stand in the way.
//!
//! There are always two answers, in this order: what follows from the stated limits alone, without any number; then, apart
//! from it, what a named set of estimates adds (DEFINITIONS 0). Whether there is a package is proved or there is no
//! answer but a [`DealsError`]; numbers of packages, principles and frontiers say how well they are known.

mod along;
mod change;
mod compare;
mod consistency;
mod draft;
mod drafted;
mod error;
mod estimated;
mod examples;
mod frontier;
mod gives;
mod holds;
mod ids;
mod improve;
mod lens;
mod live;
mod lower;
mod numbers;
mod package;
mod points;
mod preferences;
mod prices;
mod principle;
mod readings;
mod ready;
mod remains;
mod settings;
mod stated;
mod truth;
mod uncounted;
mod why;
mod zone;

pub use along::Groups;
pub use change::{Change, Span as PointSpan, Stake, Stakes, Subject, changes, stakes};
pub use compare::{
    Effect, EstimatedComparison, LimitRow, Parts, StatedComparison, compare_estimated, compare_stated, differing_issues,
};
pub use consistency::contradictory_rules;
pub use draft::{Crossing, DraftAnswer, DraftWanted, Worth, draft};
pub use drafted::Drafted;
pub use error::{DealsError, Overflow};
pub use estimated::{EstimatedAnswer, Level, Verdict, estimated, estimated_again};
pub use examples::{Example, Examples, ExamplesEnd};
pub use frontier::{Frontier, FrontierWanted, Listed};
pub use gives::{Gives, Open, gives, open_stated};
pub use holds::{Held, held_everywhere};
pub use ids::{limit_id, limit_owner, member_id};
pub use improve::{Improvements, improve};
pub use lens::lens_values;
pub use live::states;
pub use lower::{LimitRef, Lowered, lower, lower_with};
pub use numbers::{Centres, EstimateRef, Numbers};
pub use package::{Choices, Objection, Standing, objections, standing};
pub use preferences::{
    Central, Drawn, Member as SaidMember, OpenLinkage, Preferences, Scope, decided, in_points, is_the_same, preferences,
};
pub use prices::{Outlook, Price, Prices, StatedPrice, StatedPrices, prices, prices_stated};
pub use principle::{Answer, BestFor, Principle, PrincipleAnswer};
pub use readings::{LensReading, SideReading, Tally, readings};
pub use remains::{Remaining, Remains, State, remaining_estimated, remaining_stated};
pub use settings::{Consents, Settings};
pub use stated::{Excluded, StatedAnswer, stated};
pub use why::{Amounts, Below, Conflict, Conflicts, Depth, Least, Member, Movement, Why, WhyNot, depth, why};
pub use zone::{Left, PerChoice, Zone, zone};
