//! Any text is a GENIUS scenario or has mistakes in it, each with a way out; what is one is written.
#![no_main]

#[path = "../scenario.rs"]
mod scenario;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| scenario::check(text, ["a.xml", "b.xml", "c.xml", "d.xml"]));
