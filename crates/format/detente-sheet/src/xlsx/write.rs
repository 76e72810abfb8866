//! The form as a workbook: instructions, and a table of which only the cells to fill in are unlocked.

use detente_base::Decimal;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook,
    Worksheet, XlsxError,
};
use thiserror::Error;

use crate::words::{self, ABOVE, HEADINGS, LOW, Line, REASON};
use crate::{Form, Row};

/// The name of the sheet with the instructions.
const START: &str = "Start";
/// The name of the sheet with the table.
pub(crate) const VALUES: &str = "Values";

/// The form does not fit a workbook.
#[derive(Debug, Error)]
pub enum WriteError {
    /// More rows, or a longer text, than a workbook holds.
    #[error("the form does not fit a workbook")]
    Workbook(#[from] XlsxError),
}

/// The form as the bytes of an XLSX workbook; the same bytes for the same form.
///
/// # Cost
/// Linear in the rows.
pub fn write(form: &Form) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    // The date of the document is the case's, so that the same form is the same bytes.
    let date = form.case_date.map_or_else(
        || ExcelDateTime::from_ymd(2000, 1, 1),
        |date| {
            let part = |part: i8| u8::try_from(part).unwrap_or(1);
            ExcelDateTime::from_ymd(u16::try_from(date.year()).unwrap_or(2000), part(date.month()), part(date.day()))
        },
    );
    let date = date.or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    workbook.set_properties(&DocProperties::new().set_title(&form.name).set_creation_datetime(&date));
    start(workbook.add_worksheet(), form)?;
    values(workbook.add_worksheet(), form)?;
    Ok(workbook.save_to_buffer()?)
}

/// The number that workbooks have for A4.
const A4: u8 = 9;
/// The height of a line, in points.
const LINE: u32 = 16;
/// The width of the instructions, in characters.
const TEXT: u16 = 80;
/// The width of each column of the table, in characters.
const WIDTHS: [u16; 7] = [10, 34, 44, 9, 11, 9, 56];

/// About how many lines a text takes in a column: words do not break, and fonts differ.
fn lines(text: &str, width: u16) -> u32 {
    let fits = usize::from(width).saturating_sub(usize::from(width) / 10).max(1);
    u32::try_from(text.chars().count().div_ceil(fits)).unwrap_or(20).clamp(1, 20)
}

fn start(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    sheet.set_name(START)?.set_column_width(0, f64::from(TEXT))?.set_paper_size(A4);
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_font_size(11);
    let heading = Format::new().set_bold().set_font_size(12);
    let title = Format::new().set_bold().set_font_size(16);
    for (row, line) in (0_u32..).zip(words::instructions(form)) {
        match line {
            Line::Title(text) => sheet.write_string_with_format(row, 0, text, &title)?,
            Line::Heading(text) => sheet.write_string_with_format(row, 0, text, &heading)?,
            Line::Text(text) => {
                sheet.set_row_height(row, LINE * lines(&text, TEXT))?;
                sheet.write_string_with_format(row, 0, text, &plain)?
            }
        };
    }
    sheet.set_print_fit_to_pages(1, 0).protect();
    Ok(())
}

/// How the cells of the table look.
struct Formats {
    heading: Format,
    id: Format,
    locked: Format,
    first: Format,
    number: Format,
    text: Format,
}

impl Formats {
    fn new() -> Self {
        let cell = || Format::new().set_align(FormatAlign::Top).set_border(FormatBorder::Hair);
        let open = || cell().set_unlocked().set_background_color(Color::RGB(0x00FF_F8E1));
        Self {
            heading: cell().set_bold().set_text_wrap().set_background_color(Color::RGB(0x00E0_E0E0)),
            id: cell().set_font_color(Color::RGB(0x00A0_A0A0)).set_font_size(8),
            locked: cell().set_text_wrap(),
            first: cell().set_text_wrap().set_bold(),
            number: open(),
            // A date typed here stays the text that was typed.
            text: open().set_text_wrap().set_num_format("@"),
        }
    }
}

fn values(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    sheet.set_name(VALUES)?;
    sheet.set_paper_size(A4);
    for (column, width) in (0_u16..).zip(WIDTHS) {
        sheet.set_column_width(column, f64::from(width))?;
    }
    let formats = Formats::new();
    sheet.set_row_height(0, LINE * 2)?;
    for (column, heading) in (0_u16..).zip(HEADINGS) {
        sheet.write_string_with_format(0, column, heading, &formats.heading)?;
    }
    let mut before = String::new();
    for (row, cells) in (0_u32..).zip(words::table(form)).skip(1) {
        let [id, matter, asked, .., reason] = cells;
        let [_, of_matter, of_asked, .., of_reason] = WIDTHS;
        let height = lines(&matter, of_matter).max(lines(&asked, of_asked)).max(lines(&reason, of_reason));
        if 1 < height {
            // Rows of one line are left to grow with what is typed.
            sheet.set_row_height(row, LINE * height)?;
        }
        sheet.write_string_with_format(row, 0, &id, &formats.id)?;
        let format = if matter == before { &formats.locked } else { &formats.first };
        sheet.write_string_with_format(row, 1, &matter, format)?;
        sheet.write_string_with_format(row, 2, &asked, &formats.locked)?;
        if id == form.id() {
            continue;
        }
        let column = u16::try_from(REASON).unwrap_or(6);
        if reason.is_empty() {
            sheet.write_blank(row, column, &formats.text)?;
        } else {
            sheet.write_string_with_format(row, column, &reason, &formats.text)?;
        }
        before = matter;
    }
    for (row, asked) in (u32::try_from(ABOVE).unwrap_or(4)..).zip(&form.rows) {
        numbers(sheet, row, asked, &formats)?;
    }
    sheet.set_freeze_panes(1, 3)?.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?.protect();
    Ok(())
}

fn numbers(sheet: &mut Worksheet, row: u32, asked: &Row, formats: &Formats) -> Result<(), XlsxError> {
    let now = asked.now.map(words::numbers).unwrap_or_default();
    let first = u16::try_from(LOW).unwrap_or(3);
    for (column, number) in (first..).zip(now) {
        match number {
            Some(number) => sheet.write_number_with_format(row, column, float(number), &formats.number)?,
            None => sheet.write_blank(row, column, &formats.number)?,
        };
        sheet.add_data_validation(row, column, row, column, &validation(row, column, asked)?)?;
    }
    Ok(())
}

/// The number as a spreadsheet holds it: the nearest double, which shows the same three places.
fn float(number: Decimal) -> f64 {
    number.to_string().parse().unwrap_or(0.0)
}

/// A number within its bounds, and low ≤ most likely ≤ high as far as they are filled in.
fn validation(row: u32, column: u16, asked: &Row) -> Result<DataValidation, XlsxError> {
    let line = row + 1;
    let this = ["D", "E", "F"].get(usize::from(column.saturating_sub(3))).copied().unwrap_or("D");
    let mut conditions = vec![format!("ISNUMBER({this}{line})")];
    let (low, high) = asked.scale.bounds();
    conditions.extend(low.map(|low| format!("{this}{line}>={low}")));
    conditions.extend(high.map(|high| format!("{this}{line}<={high}")));
    for other in ["D", "E", "F"].into_iter().filter(|other| *other != this) {
        let order = if other < this { ">=" } else { "<=" };
        conditions.push(format!("OR(ISBLANK({other}{line}),{this}{line}{order}{other}{line})"));
    }
    let range = match (low, high) {
        (Some(low), Some(high)) => format!("A number from {low} to {high}"),
        (Some(low), None) => format!("A number, {low} or more"),
        _ => "A number".to_owned(),
    };
    DataValidation::new()
        .allow_custom(Formula::new(format!("=AND({})", conditions.join(","))))
        .set_error_title("This does not fit here")?
        .set_error_message(format!("{range}, with low, most likely and high in that order. Or leave it blank."))?
        .set_input_message(format!("{range}; blank stays \"not estimated\"."))
}
