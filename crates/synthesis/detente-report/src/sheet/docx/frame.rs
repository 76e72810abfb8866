//! What surrounds a sheet: properties, head and foot.

use super::body::paragraph;
use super::parts::{SPACES, START};
use crate::plot::escaped;
use crate::sheet::document::{Head, STANDING};

pub(super) fn properties(head: &Head, dated: &str) -> String {
    let title = escaped(&format!("{} – {}", head.title, head.case));
    let stamp = |name: &str| format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{dated}T00:00:00Z</dcterms:{name}>");
    format!(
        "{START}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title><dc:subject>{STANDING}, {}</dc:subject>\
         <dc:language>en</dc:language>{}{}</cp:coreProperties>\n",
        head.audience,
        stamp("created"),
        stamp("modified")
    )
}

/// On every page: what the sheet is, of which case, and for whom.
pub(super) fn header(head: &Head) -> String {
    let words = format!("{} · {} · {STANDING} · {}", head.title, head.case, head.audience);
    format!("{START}<w:hdr {SPACES}>{}</w:hdr>\n", paragraph("Header", &words))
}

/// On every page: the lines of the foot, and the number of the page.
pub(super) fn footer(foot: &[String]) -> String {
    let lines: String = foot.iter().map(|line| paragraph("Footer", line)).collect();
    let field = |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let words = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let number = format!("{}{}{}{}", words("page "), field("PAGE"), words(" of "), field("NUMPAGES"));
    format!(
        "{START}<w:ftr {SPACES}>{lines}<w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:jc w:val=\"end\"/></w:pPr>{number}</w:p></w:ftr>\n"
    )
}
