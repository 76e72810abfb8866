//! The map alone, with its legend, to stand on a sheet that has its own head and foot.

use detente_territory::{Shapes, Territory};

use super::legend::legend;
use super::page::{MARGIN, Page};
use super::table::UnitTable;
use super::{draw, pattern, sheet};
use crate::plot::escaped;

/// The map and its legend as an SVG document that stands alone, as high as it needs.
///
/// # Cost
/// That of the map sheet.
pub fn picture(table: &UnitTable, territory: &Territory, shapes: &Shapes, title: &str) -> String {
    let mut page = Page::new();
    page.y = 4.0;
    sheet::map(&mut page, table, territory.adjacency.as_ref(), shapes);
    legend(&mut page, table);
    let title = escaped(title);
    let head = format!("<title id=\"title\">{title}</title>\n<desc id=\"desc\">{title}</desc>\n");
    let height = page.y + MARGIN / 2.0;
    page.cropped(height, &head, &pattern::definitions(draw::hatchings(table)))
}
