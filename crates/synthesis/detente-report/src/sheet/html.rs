//! A sheet as one HTML file that fetches nothing and runs nothing, and prints on A4 and Letter in black and white.

use super::direction::{has_leftward, isolated, reads_left};
use super::document::{Block, Head, STANDING, Sheet, Table};
use super::drawn::inline;
use crate::plot::escaped;

/// Black on white, no colour that means anything, type that a printer scales to its paper; heads of tables on every page. On paper
/// everything stands closer, so that a sheet of ordinary length is one page; rows may run on to the next, lines are never cut.
const STYLE: &str = "\
html{color:#000;background:#fff;font:10pt/1.35 sans-serif}\n\
body{max-width:190mm;margin:8mm auto;padding:0 4mm}\n\
h1{font-size:15pt;margin:0 0 1mm}\n\
h2{font-size:11pt;margin:4mm 0 1mm;break-after:avoid}\n\
p,ul{margin:1mm 0}\n\
ul{padding-left:5mm}\n\
li{break-inside:avoid}\n\
header{border-bottom:1.5pt solid #000;padding-bottom:2mm}\n\
.audience{border:1pt solid #000;padding:0 1.5mm;font-weight:bold;white-space:nowrap}\n\
table{border-collapse:collapse;width:100%;font-size:8pt;margin:1.5mm 0}\n\
th,td{border:.5pt solid #000;padding:.8mm 1.2mm;text-align:start;vertical-align:top;overflow-wrap:anywhere}\n\
th{border-bottom-width:1.5pt;min-width:15mm}\n\
td div+div{margin-top:1mm}\n\
td div{break-inside:avoid}\n\
thead{display:table-header-group}\n\
figure{margin:2mm 0;break-inside:avoid}\n\
figure svg{max-width:100%;height:auto}\n\
figcaption{font-size:8pt}\n\
.note{font-size:8pt;font-style:italic}\n\
footer{border-top:.5pt solid #000;margin-top:4mm;padding-top:1mm;font-size:7.5pt;overflow-wrap:anywhere}\n\
@media print{\n\
html{font-size:8pt;line-height:1.15}\n\
body{max-width:none;margin:0;padding:0 1pt}\n\
ul{padding-left:4mm;font-size:7.5pt}\n\
h1{font-size:12pt;margin:0}\n\
h2{font-size:8.5pt;margin:1.2mm 0 .3mm}\n\
p,ul{margin:.4mm 0}\n\
header{display:flex;flex-wrap:wrap;gap:0 3mm;align-items:baseline;padding-bottom:.6mm;border-bottom-width:1pt}\n\
table{font-size:7pt;margin:.5mm 0}\n\
figure{margin:.6mm 0}\n\
figcaption{font-size:7pt}\n\
th,td{padding:.15mm .8mm}\n\
td div+div{margin-top:.25mm}\n\
.note{font-size:7pt}\n\
footer{margin-top:1.2mm;padding-top:.4mm;font-size:6.5pt}\n\
footer p{margin:0}}\n";

impl Sheet {
    /// The sheet as one self-contained HTML file.
    pub fn html(&self) -> String {
        let head = &self.head;
        let mut out = format!(
            "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
             <title>{} – {}</title>\n<style>\n{STYLE}{}</style>\n</head>\n<body>\n",
            escaped(&head.title),
            escaped(&head.case),
            margins(head)
        );
        out.push_str(&format!(
            "<header>\n<h1 {}</h1>\n<p {}</p>\n<p>{STANDING} · <span class=\"audience\">{}</span></p>\n</header>\n",
            said(&head.title),
            said(&format!("{} · {}", head.case, head.as_of)),
            head.audience
        ));
        self.blocks.iter().enumerate().for_each(|(rank, block)| out.push_str(&self::block(rank, block)));
        out.push_str("<footer>\n");
        self.foot.iter().for_each(|line| out.push_str(&format!("<p {}</p>\n", said(line))));
        out.push_str("</footer>\n</body>\n</html>\n");
        out
    }
}

fn block(rank: usize, block: &Block) -> String {
    match block {
        Block::Heading(words) => format!("<h2 {}</h2>\n", said(words)),
        Block::Paragraph(words) => format!("<p {}</p>\n", said(words)),
        Block::Note(words) => format!("<p class=\"note\" {}</p>\n", said(words)),
        Block::List(items) => {
            let items: String = items.iter().map(|item| format!("<li {}</li>\n", said(item))).collect();
            format!("<ul>\n{items}</ul>\n")
        }
        Block::Table(table) => rows(table),
        Block::Figure(figure) => drawn(rank, &figure.svg, &figure.caption),
        Block::Picture(picture) => drawn(rank, &picture.svg, &picture.caption),
    }
}

fn drawn(rank: usize, svg: &str, caption: &str) -> String {
    let svg = inline(svg, &format!("block-{rank}-"));
    format!("<figure>\n{svg}<figcaption {}</figcaption>\n</figure>\n", said(caption))
}

/// The rest of an element's tag, and its words: whole sentences decide the direction, and what runs the other way is closed off.
fn said(words: &str) -> String {
    let direction = match (has_leftward(words), reads_left(words)) {
        (false, _) => "auto",
        (true, true) => "rtl",
        (true, false) => "ltr",
    };
    format!("dir=\"{direction}\">{}", escaped(&isolated(words)))
}

fn rows(table: &Table) -> String {
    let header: String =
        table.header.iter().map(|title| format!("<th scope=\"col\">{}</th>", escaped(title))).collect();
    let row = |row: &Vec<String>| {
        let cell = |column: usize| {
            let lines = row.get(column).map_or("", String::as_str).lines();
            let lines: String = lines.map(|line| format!("<div {}</div>", said(line))).collect();
            format!("<td>{lines}</td>")
        };
        format!("<tr>{}</tr>\n", (0..table.header.len()).map(cell).collect::<String>())
    };
    let body: String = table.rows.iter().map(row).collect();
    let widths: String = widths(table).iter().map(|width| format!("<col style=\"width:{width}%\">")).collect();
    format!(
        "<table>\n<colgroup>{widths}</colgroup>\n<thead><tr>{header}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
    )
}

/// How wide each column is, in hundredths: the more it holds the wider, yet never in proportion, so that short ones can be read.
fn widths(table: &Table) -> Vec<usize> {
    let letters = |column: usize| {
        let cell = |row: &Vec<String>| row.get(column).map_or(0, |cell| cell.chars().count());
        let title = table.header.get(column).map_or(0, |title| title.chars().count());
        (table.rows.iter().map(cell).sum::<usize>() + title).max(1)
    };
    let roots: Vec<usize> = (0..table.header.len()).map(|column| (letters(column) * 100).isqrt()).collect();
    let sum = roots.iter().sum::<usize>().max(1);
    roots.iter().map(|root| root * 100 / sum).collect()
}

/// What stands in the margins of every printed page: the case, its hash, whom the page is for, and its number.
fn margins(head: &Head) -> String {
    let short: String = head.hash.chars().take(12).collect();
    let font = "font:6.5pt sans-serif";
    format!(
        "@page{{margin:9mm 11mm;\n\
         @top-left{{content:\"{}\";{font}}}\n\
         @top-right{{content:\"{STANDING} · {}\";{font}}}\n\
         @bottom-left{{content:\"case {short} · {}\";{font}}}\n\
         @bottom-right{{content:\"page \" counter(page) \" of \" counter(pages);{font}}}}}\n",
        in_style(&head.case),
        head.audience,
        in_style(&head.as_of)
    )
}

/// Words inside a string of the style sheet: no sign that could end the string or the sheet; long ones cut, as a margin is one line.
fn in_style(words: &str) -> String {
    const MOST: usize = 60;
    let mut out = String::new();
    for (rank, letter) in words.chars().enumerate() {
        match letter {
            _ if rank == MOST => {
                out.push('…');
                break;
            }
            '"' | '\\' | '<' | '>' | '&' => out.push_str(&format!("\\{:x} ", u32::from(letter))),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}
