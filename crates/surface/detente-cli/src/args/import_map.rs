//! A map into the files of a territory.

use std::path::PathBuf;

use clap::Args as ClapArgs;

#[derive(Debug, ClapArgs)]
pub(crate) struct ImportMap {
    /// A map (`GeoJSON`) with a feature for each unit
    pub(crate) file: PathBuf,
    /// The folder to make: CASE/territory
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: PathBuf,
    /// The property that holds the id of a unit; looked for under usual names unless said
    #[arg(long, value_name = "PROPERTY")]
    pub(crate) id: Option<String>,
    /// The property that holds its name; looked for under usual names unless said
    #[arg(long, value_name = "PROPERTY")]
    pub(crate) name: Option<String>,
    /// Simplify outlines by at most so many kilometres; neighbours keep one border
    #[arg(long, value_name = "KM")]
    pub(crate) simplify: Option<String>,
}
