//! The server as its page meets it, without a network: every route, who may ask, changes, jobs.

#![expect(clippy::disallowed_methods, clippy::expect_used, reason = "a test of the surface")]

mod server {
    pub(crate) mod bench;
    mod brackets;
    mod broken;
    mod changes;
    mod described;
    mod guard;
    mod jobs;
    mod map;
    mod questions;
    mod readings;
    mod sheets;
}
