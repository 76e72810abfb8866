//! Everything about scenarios as a Parquet file.

use std::path::Path;
use std::sync::Arc;

use detente::write_file;
use detente_api::{OneScenario, ScenarioSolution, ScenarioStats};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::{ParquetError, Result};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use crate::exit::Failure;

/// A column: its name and what a scenario has there.
type Column = (&'static str, Cells);

/// What scenarios have in a column.
enum Cells {
    Text(fn(&OneScenario) -> String),
    Count(fn(&OneScenario) -> Option<i64>),
    Flag(fn(&OneScenario) -> bool),
    Number(fn(&OneScenario) -> Option<f64>),
    /// A list with a number or nothing for each party; none where there is no list.
    Numbers(fn(&OneScenario) -> Option<Vec<Option<f64>>>),
}

/// The columns, as those of the CSV, with lists as lists.
const COLUMNS: [Column; 15] = [
    ("path", Cells::Text(|one| one.path.clone())),
    ("outcomes", Cells::Count(|one| one.outcomes.as_i64())),
    ("issues", Cells::Count(|one| whole(one.issues.len()))),
    ("parties", Cells::Count(|one| whole(one.parties.len()))),
    ("reservations", Cells::Numbers(|one| Some(one.reservations.clone()))),
    ("zone_outcomes", Cells::Count(|one| one.zone_outcomes.and_then(|zone| i64::try_from(zone).ok()))),
    ("frontier_size", Cells::Count(|one| whole(one.frontier.size))),
    ("frontier_complete", Cells::Flag(|one| one.frontier.complete)),
    ("opposition", Cells::Number(|one| one.opposition)),
    ("rational_fraction", Cells::Number(|one| one.rational_fraction)),
    ("nash", Cells::Numbers(|one| utilities(one.nash.as_ref()))),
    ("kalai_smorodinsky", Cells::Numbers(|one| utilities(one.kalai_smorodinsky.as_ref()))),
    ("egalitarian", Cells::Numbers(|one| utilities(one.egalitarian.as_ref()))),
    ("leximin", Cells::Numbers(|one| utilities(one.leximin.as_ref()))),
    ("utilitarian", Cells::Numbers(|one| utilities(one.utilitarian.as_ref()))),
];

/// Writes a row per scenario, whole or not at all.
pub(super) fn write(file: &Path, document: &ScenarioStats) -> Result<(), Failure> {
    let bytes = table(&document.scenarios).map_err(|error| {
        Failure::argument(format!("this cannot be a Parquet file: {error}"), "print --json or --csv instead".to_owned())
    })?;
    Ok(write_file(file, &bytes)?)
}

fn table(scenarios: &[OneScenario]) -> Result<Vec<u8>> {
    let fields: String = COLUMNS.iter().map(field).collect();
    let schema = Arc::new(parse_message_type(&format!("message scenario_stats {{ {fields} }}"))?);
    // The name and version of a library would change the bytes of the same table.
    let properties = WriterProperties::builder().set_created_by("detente".to_owned()).build();
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties))?;
    let mut rows = writer.next_row_group()?;
    for (_, cells) in &COLUMNS {
        let mut column = rows.next_column()?.ok_or_else(|| ParquetError::General("a column is missing".to_owned()))?;
        fill(column.untyped(), cells, scenarios)?;
        column.close()?;
    }
    rows.close()?;
    writer.into_inner()
}

fn field((name, cells): &Column) -> String {
    match cells {
        Cells::Text(_) => format!("required binary {name} (UTF8); "),
        Cells::Count(_) => format!("optional int64 {name}; "),
        Cells::Flag(_) => format!("required boolean {name}; "),
        Cells::Number(_) => format!("optional double {name}; "),
        Cells::Numbers(_) => {
            format!("optional group {name} (LIST) {{ repeated group list {{ optional double element; }} }} ")
        }
    }
}

fn fill(column: &mut ColumnWriter<'_>, cells: &Cells, scenarios: &[OneScenario]) -> Result<()> {
    match (column, cells) {
        (ColumnWriter::ByteArrayColumnWriter(column), Cells::Text(of)) => {
            let texts: Vec<ByteArray> = scenarios.iter().map(|one| of(one).into_bytes().into()).collect();
            column.write_batch(&texts, None, None)?;
        }
        (ColumnWriter::BoolColumnWriter(column), Cells::Flag(of)) => {
            column.write_batch(&scenarios.iter().map(of).collect::<Vec<_>>(), None, None)?;
        }
        (ColumnWriter::Int64ColumnWriter(column), Cells::Count(of)) => {
            let counts: Vec<Option<i64>> = scenarios.iter().map(of).collect();
            column.write_batch(&present(&counts), Some(&defined(&counts)), None)?;
        }
        (ColumnWriter::DoubleColumnWriter(column), Cells::Number(of)) => {
            let numbers: Vec<Option<f64>> = scenarios.iter().map(of).collect();
            column.write_batch(&present(&numbers), Some(&defined(&numbers)), None)?;
        }
        (ColumnWriter::DoubleColumnWriter(column), Cells::Numbers(of)) => {
            let lists = Lists::new(scenarios.iter().map(of));
            column.write_batch(&lists.numbers, Some(&lists.defined), Some(&lists.repeated))?;
        }
        _ => return Err(ParquetError::General("a column is of another type than its cells".to_owned())),
    }
    Ok(())
}

/// Lists as Parquet has them: the numbers there are, and per place how much of it is defined and whether it goes on a list.
#[derive(Default)]
struct Lists {
    numbers: Vec<f64>,
    defined: Vec<i16>,
    repeated: Vec<i16>,
}

impl Lists {
    fn new(lists: impl Iterator<Item = Option<Vec<Option<f64>>>>) -> Self {
        let mut all = Self::default();
        for list in lists {
            match list.as_deref() {
                None => all.push(0, 0),
                Some([]) => all.push(1, 0),
                Some(list) => {
                    for (at, number) in list.iter().enumerate() {
                        all.push(if number.is_some() { 3 } else { 2 }, i16::from(0 < at));
                        all.numbers.extend(number);
                    }
                }
            }
        }
        all
    }

    fn push(&mut self, defined: i16, repeated: i16) {
        self.defined.push(defined);
        self.repeated.push(repeated);
    }
}

fn present<T: Copy>(cells: &[Option<T>]) -> Vec<T> {
    cells.iter().copied().flatten().collect()
}

fn defined<T>(cells: &[Option<T>]) -> Vec<i16> {
    cells.iter().map(|cell| i16::from(cell.is_some())).collect()
}

fn whole(size: usize) -> Option<i64> {
    i64::try_from(size).ok()
}

fn utilities(found: Option<&ScenarioSolution>) -> Option<Vec<Option<f64>>> {
    found.map(|found| found.utilities.iter().copied().map(Some).collect())
}
