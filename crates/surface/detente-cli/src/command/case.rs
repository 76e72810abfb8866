//! Opening a case for a command: read, checked, and refused with everything that is wrong.

use std::path::{Path, PathBuf};

use detente::base::{Diagnostic, Silent};
use detente::case::{Case, Resolution};
use detente::estimate::EstimateSet;
use detente::{OpenOptions, Opened, open};

use crate::args::Folder;
use crate::exit::{Exit, Failure};
use crate::render;

/// Opens a folder; `estimates` that look like paths are read beside it.
pub(super) fn opened(folder: &Folder, estimates: &[String]) -> Result<Opened, Failure> {
    let resolution = folder.resolution.unwrap_or_default().into();
    opened_at(&folder.case, folder.texts.as_ref(), estimates, resolution)
}

/// As [`opened`], without a folder's arguments.
pub(super) fn opened_at(
    path: &Path,
    texts: Option<&PathBuf>,
    estimates: &[String],
    resolution: Resolution,
) -> Result<Opened, Failure> {
    let paths = estimates.iter().filter(|name| is_path(name)).map(PathBuf::from).collect();
    Ok(open(path, &OpenOptions { texts: texts.cloned(), estimates: paths, resolution })?)
}

fn is_path(name: &str) -> bool {
    name.contains(['/', '\\']) || Path::new(name).extension().is_some_and(|extension| extension == "toml")
}

/// The case, or the exit after everything that is wrong has been said on stderr.
pub(super) fn sound(opened: &Opened) -> Result<Result<&Case, Exit>, Failure> {
    let diagnostics = opened.diagnostics(&Silent)?;
    if let Some(sound) = opened.sound(&diagnostics) {
        return Ok(Ok(sound.case));
    }
    let errors: Vec<Diagnostic> = diagnostics.into_iter().filter(Diagnostic::is_error).collect();
    eprint!("{}", render::diagnostics(opened, &errors));
    Ok(Err(Exit::Mistake))
}

/// The sets that were named, in order of id; all of the case's where none was.
pub(super) fn sets<'o>(opened: &'o Opened, names: &[String]) -> Result<Vec<&'o EstimateSet>, Failure> {
    let all = &opened.reading.estimates;
    if names.is_empty() {
        return Ok(all.iter().collect());
    }
    let mut chosen = names.iter().map(|name| named(all, name)).collect::<Result<Vec<_>, _>>()?;
    chosen.sort_by(|a, b| a.id.cmp(&b.id));
    chosen.dedup_by(|a, b| a.id == b.id);
    Ok(chosen)
}

fn named<'o>(all: &'o [EstimateSet], name: &str) -> Result<&'o EstimateSet, Failure> {
    let stem = Path::new(name).file_stem().map_or_else(|| name.into(), |stem| stem.to_string_lossy());
    let stem = if is_path(name) { stem } else { name.into() };
    all.iter().find(|set| set.id == *stem.as_ref()).ok_or_else(|| {
        let known: Vec<&str> = all.iter().map(|set| set.id.as_str()).collect();
        Failure::argument(
            format!("there is no set of estimates \"{name}\""),
            format!("this case has: {}", known.join(", ")),
        )
    })
}
