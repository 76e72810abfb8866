//! Embeds the page again when it was built anew, or built at all.

use std::path::Path;

fn main() {
    let web = "../../../web";
    let built = format!("{web}/dist");
    let watched = if Path::new(&built).is_dir() { built.as_str() } else { web };
    let watched = if Path::new(watched).is_dir() { watched } else { "build.rs" };
    println!("cargo::rerun-if-changed={watched}");
}
