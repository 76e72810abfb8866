//! Issues left open within brackets.

use clap::Args as ClapArgs;

/// Beside what is fixed.
#[derive(Debug, Default, ClapArgs)]
pub(crate) struct Brackets {
    /// An issue left open, but only between some of its choices; may be given for several issues
    #[arg(long, value_name = "ISSUE=CHOICE|CHOICE…")]
    pub(crate) open: Vec<String>,
}
