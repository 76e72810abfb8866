//! A picture inside a page of HTML: without the lines of a document of its own, and with ids that no other picture of the page has.

/// An SVG document as an element of a page; its ids, and what points to them, begin with `prefix`.
///
/// Text of a picture never holds a bare `<` or `>`, so that what stands between these is a tag; text is left as it is.
pub(super) fn inline(svg: &str, prefix: &str) -> String {
    let from = svg.find("<svg").unwrap_or_default();
    let mut out = String::new();
    for piece in svg.get(from..).unwrap_or_default().split_inclusive('>') {
        let (text, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
        out.push_str(text);
        out.push_str(&named(tag, prefix));
    }
    out
}

fn named(tag: &str, prefix: &str) -> String {
    let tag = tag
        .replace(" id=\"", &format!(" id=\"{prefix}"))
        .replace("url(#", &format!("url(#{prefix}"))
        .replace("href=\"#", &format!("href=\"#{prefix}"));
    let Some((before, rest)) = tag.split_once(" aria-labelledby=\"") else { return tag };
    let Some((ids, after)) = rest.split_once('"') else { return tag };
    let ids: Vec<String> = ids.split_whitespace().map(|id| format!("{prefix}{id}")).collect();
    format!("{before} aria-labelledby=\"{}\"{after}", ids.join(" "))
}

#[cfg(test)]
mod tests {
    use super::inline;

    #[test]
    fn ids_become_the_pictures_own_and_text_stays() {
        let svg = "<?xml version=\"1.0\"?>\n<svg aria-labelledby=\"title desc\"><title id=\"title\">an id=\"x\"</title>\
                   <rect fill=\"url(#dots)\"/></svg>\n";
        let inlined = "<svg aria-labelledby=\"a-title a-desc\"><title id=\"a-title\">an id=\"x\"</title>\
                       <rect fill=\"url(#a-dots)\"/></svg>\n";
        assert_eq!(inline(svg, "a-"), inlined);
    }
}
