//! The shapes of a case's territory: read where a map is wanted, and by `check`; no other question needs them.

use detente_territory::{SHAPES, ShapesReading, Text, read_shapes};

use crate::Opened;

impl Opened {
    /// The shapes of the units, and what is wrong with them; none where the folder holds none, or no table of units.
    pub fn shapes(&self) -> ShapesReading {
        let Some(territory) = &self.reading.territory else { return ShapesReading::default() };
        let found = self.folder.files().find(|(_, file)| file.path == SHAPES);
        found.map_or_else(ShapesReading::default, |(file, found)| {
            read_shapes(Text { file, text: found.text() }, territory)
        })
    }
}
