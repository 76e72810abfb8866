//! The workbench's server: one case folder, asked and edited from a page on the same machine.
//!
//! It listens on this machine alone, sends nothing anywhere, and answers a page that knows the word of this start. Each question is the
//! façade's; this crate keeps the folder read between calls, ends work nobody waits for any more, and writes changes back
//! whole or not at all.

mod ask;
mod assets;
mod bench;
mod brackets;
mod failure;
mod folder;
mod guard;
mod jobs;
mod launch;
mod mark;
mod memo;
mod openapi;
mod pages;
mod question;
mod reply;
mod routes;
mod sheets;
mod store;
mod streams;
mod token;
mod watch;
mod what_if;

pub use bench::Bench;
pub use launch::{Options, ServeError, serve};
pub use openapi::openapi;
pub use routes::router;
pub use token::Token;
