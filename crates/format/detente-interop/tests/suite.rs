//! The tests of `detente-interop` from outside, one program: it is linked once, and all of them share the threads.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test, or what prepares it, that cannot go on says so by panicking"
)]

mod codes;
mod numeric;
mod prov;
mod round_trip;
mod scenario;
