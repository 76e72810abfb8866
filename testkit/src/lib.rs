//! What tests share: tiny random models, brute-force oracles written straight from the definitions, relabellings, and the
//! instances with known answers that live outside the checkout.

pub mod catalog;
pub mod models;
pub mod oracle;
pub mod property;
pub mod relabel;
pub mod scaled;
pub mod shared;
pub mod units;
