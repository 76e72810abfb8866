//! Whether two parties' names matter: every result of the case beside that of the case in which the two are exchanged.

use super::about::About;
use super::document::{Block, Sheet};

/// One result, of the case as it stands and of the exchanged case read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// What is asked.
    pub question: String,
    /// The answer of the case; none where only the other has one.
    pub stands: Option<String>,
    /// The answer of the exchanged case, with the parties exchanged back; none where only the other has one.
    pub exchanged: Option<String>,
}

impl Compared {
    /// Whether both say the same.
    pub fn agrees(&self) -> bool {
        self.stands == self.exchanged
    }
}

/// The sheet of an exchange of the parties named.
pub fn symmetry(about: &About<'_>, names: [&str; 2], rows: &[Compared]) -> Sheet {
    let [first, second] = names;
    let said = |answer: &Option<String>| answer.clone().unwrap_or_else(|| "no such result".to_owned());
    let row = |row: &&Compared| vec![row.question.clone(), said(&row.stands), said(&row.exchanged)];
    let table = |rows: Vec<&Compared>| {
        Block::table(&["Result", "As the case stands", "Exchanged, read back"], rows.iter().map(row).collect())
    };
    let differing: Vec<&Compared> = rows.iter().filter(|row| !row.agrees()).collect();
    let verdict = if differing.is_empty() {
        "None: every result is the same once the two are exchanged back."
    } else {
        "These results differ although only the two parties were exchanged. That is an error of the program, or the two cases are not the same."
    };
    let mut blocks = vec![
        Block::Paragraph(format!(
            "{first} and {second} exchange ids and names everywhere: positions, limits, consents, steps, territory and estimates. The \
             case so written is solved anew; its results are read back with the two exchanged again."
        )),
        Block::heading("Differences beyond the exchange"),
        Block::Paragraph(verdict.to_owned()),
    ];
    if !differing.is_empty() {
        blocks.push(table(differing));
    }
    blocks.extend([Block::heading("Every result beside the other"), table(rows.iter().collect())]);
    about.sheet("Symmetry", blocks)
}
