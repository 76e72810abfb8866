//! Proofs of answers, written beside them.

use std::path::Path;

use detente::proof::Written;
use detente::write_file;

use crate::exit::Failure;

/// Writes a proof, and says on stderr what it leaves out because it is not proved.
pub(super) fn write(path: &Path, written: Option<Written>) -> Result<(), Failure> {
    let Some(Written { sealed, left_out }) = written else {
        eprintln!("note: nothing is proved, so no proof was written");
        return Ok(());
    };
    write_file(path, sealed.to_json())?;
    if !left_out.is_empty() {
        eprintln!("note: not in the proof, because it is not proved: {}", left_out.join(", "));
    }
    Ok(())
}
