//! Random small cases, the texts they can be written as, and a brute force that answers them straight from the definitions.

pub(crate) mod brute;
pub(crate) mod generate;
pub(crate) mod spec;
pub(crate) mod write;
