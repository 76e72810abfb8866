//! Any text is a NegMAS scenario or has mistakes in it, each with a way out; what is one is written.
#![no_main]

#[path = "../scenario.rs"]
mod scenario;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| scenario::check(text, ["a.yml", "b.yml", "c.yml", "d.yml"]));
