//! Détente for Rust users: open a case folder, check it, ask it.
//!
//! This is the lowest crate that touches files. Everything it returns is data of the crates below, which are re-exported.

mod accept;
mod answers;
mod beside;
mod checked;
mod error;
pub mod funds;
mod open;
pub mod proof;
mod read;
mod save;
pub mod scenario;
mod shapes;
mod sheets;
pub mod solve;

pub use detente_base as base;
pub use detente_case as case;
pub use detente_casefile as casefile;
pub use detente_checker as checker;
pub use detente_deals as deals;
pub use detente_engine as engine;
pub use detente_estimate as estimate;
pub use detente_evidence as evidence;
pub use detente_fund as fund;
pub use detente_interop as interop;
pub use detente_ledger as ledger;
pub use detente_polytope as polytope;
pub use detente_process as process;
pub use detente_reading as reading;
pub use detente_robustness as robustness;
pub use detente_scenario as scenarios;
pub use detente_sheet as sheet;
pub use detente_territory as territory;

pub use accept::{Accepting, ReadAs, accepting, statement_of};
pub use beside::{case_id_of, cases_in};
pub use checked::Sound;
pub use error::OpenError;
pub use open::{OpenOptions, Opened, alone, open};
pub use read::{DocumentFile, read_document};
pub use save::{remove_file, save, write_file, write_folder, write_new, write_new_file};
pub use sheets::{ClassFile, SheetFile, read_class, read_sheet};
