//! Détente for Rust users: open a case folder, check it, ask it.
//!
//! This is the lowest crate that touches files. Everything it returns is data of the crates below, which are re-exported.

mod answers;
mod checked;
mod error;
mod open;
pub mod proof;
mod save;
mod shapes;
pub mod solve;

pub use detente_base as base;
pub use detente_case as case;
pub use detente_casefile as casefile;
pub use detente_checker as checker;
pub use detente_deals as deals;
pub use detente_engine as engine;
pub use detente_estimate as estimate;
pub use detente_interop as interop;
pub use detente_ledger as ledger;
pub use detente_polytope as polytope;
pub use detente_robustness as robustness;
pub use detente_territory as territory;

pub use checked::Sound;
pub use error::OpenError;
pub use open::{OpenOptions, Opened, alone, open};
pub use save::{save, write_file, write_folder, write_new};
