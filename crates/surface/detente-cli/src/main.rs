//! The `detente` command: one file per command, one place for what a person reads.

#![expect(clippy::print_stderr, reason = "this is the surface that speaks")]

mod args;
mod command;
mod exit;
mod render;
mod say;
mod watch;

use std::process::ExitCode;

use clap::Parser;

/// The engine makes many short lists; this allocator halves what they cost.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match command::run(args.command) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            eprintln!("{}", render::failure(&failure));
            failure.exit().into()
        }
    }
}
