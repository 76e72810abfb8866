//! A resource fund: what revenue there may be, who is entitled to how much of it, what a fund takes in and pays out, and what
//! each party's part of that is worth.
//!
//! [`Fund`] holds the assumptions, [`run`] turns them and a package into a [`CashFlow`]: a list of transfers, each from somebody
//! to somebody, so that no money can appear or vanish. The rest of the crate reads such lists: present value, internal rates of
//! return, payback. Money is whole hundredths of a currency of one year ([`Money`]); no binary fraction is computed with.
//! Nothing here draws: a [`Numbers`] says which number of each range is meant.

mod chance;
mod deck;
mod drivers;
mod fiscal;
mod flow;
mod fund;
mod money;
mod numbers;
mod path;
mod payback;
mod rates;
mod run;
mod stream;
mod terms;
mod waterfall;
mod worth;

pub use chance::{Chance, Reached};
pub use deck::{Exchange, PriceDeck};
pub use drivers::{Drivers, TooMany, drivers, holds, worths};
pub use fiscal::{Barrel, Split, split};
pub use flow::{Account, CashFlow, Kind, Side, Transfer};
pub use fund::{
    Corner, Fund, MOST_AMOUNT, MOST_RETURN, MOST_STREAMS, MOST_YEARS, PriceIdx, Rate, RateIdx, Scale, StreamIdx,
};
pub use money::{Money, apportion};
pub use numbers::{Centres, Numbers};
pub use path::{listed, on_path, on_profile};
pub use payback::{Payback, payback};
pub use rates::{Discount, Roots, internal_rates};
pub use run::{Cut, Open, TooLarge, run};
pub use stream::Stream;
pub use terms::{Capital, Eligible, FiscalTerms, Preset, Source, Terms, Tier, Until};
pub use worth::{BreakEven, break_even, net_present_value};
