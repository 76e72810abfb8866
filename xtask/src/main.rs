//! Every action of the project under one name: `cargo xtask` alone lists them.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "xtask speaks to a person at a terminal")]
#![expect(clippy::disallowed_methods, reason = "xtask reads the checkout, its arguments and the clock")]

mod action;
mod bench;
mod blame;
mod bless;
mod book;
mod checkout;
mod command;
mod demo;
mod fuzz;
mod generate;
mod step;
mod test;
mod test_run;
mod tidy;
mod tool;
mod web;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match action::perform(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(blame) => {
            eprintln!("{blame}");
            ExitCode::from(blame.exit_code)
        }
    }
}
