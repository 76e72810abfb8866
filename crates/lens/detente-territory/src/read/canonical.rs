//! What a table says, apart from how it is laid out.

use detente_base::FileId;

use super::cells::rows;

/// What a table says, whatever the order of its rows and columns, and without comments, blanks and empty cells: for a hash.
pub fn canonical(text: &str) -> String {
    let mut all = rows(FileId(0), text).into_iter();
    let header: Vec<String> = all.next().unwrap_or_default().into_iter().map(|cell| cell.text).collect();
    let mut lines: Vec<String> = all
        .map(|row| {
            let name = |at: usize| header.get(at).map_or("", String::as_str);
            let said = row.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty());
            let mut cells: Vec<String> = said.map(|(at, cell)| format!("{:?}:{:?}", name(at), cell.text)).collect();
            cells.sort();
            cells.join(",")
        })
        .collect();
    lines.sort();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn layout_does_not_matter_and_content_does() {
        let text = "id,name,note\nb,B,\na,A,x\n";
        assert_eq!(canonical(text), canonical("# c\nname,id, note\r\n\"A\",a,x\nB ,b,\n"));
        assert_ne!(canonical(text), canonical("id,name,note\nb,B,\na,A,y\n"));
        assert_ne!(canonical("id,name\na,b c\n"), canonical("id,name\n\"a,b\",c\n"));
    }
}
