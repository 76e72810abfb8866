//! The prose of an HTML page.
//!
//! Only the tokenizer of a browser-grade parser is used: no tree is built, so that a page nested a million deep takes no more
//! than its length.

use std::cell::RefCell;

use encoding_rs::{Encoding, UTF_8};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// What a page shows beside its prose.
const SKIPPED: &[&str] = &[
    "script", "style", "noscript", "nav", "footer", "aside", "form", "button", "svg", "template", "iframe", "select",
    "figure", "menu", "title", "textarea",
];
/// Elements that begin a line of their own.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "br",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "section",
    "article",
    "header",
    "main",
    "blockquote",
    "pre",
    "dt",
    "dd",
    "dl",
    "hr",
    "figcaption",
    "address",
    "td",
    "th",
    "body",
];
/// Elements whose content is text until they end.
const RAW: &[&str] = &["script", "style", "noscript", "iframe", "textarea", "title"];

/// The text of a page, a paragraph a line, and its title.
pub(super) fn text(bytes: &[u8]) -> (String, Option<String>) {
    let (decoded, _, _) = encoding(bytes).decode(bytes);
    let tokenizer = Tokenizer::new(Prose::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(&decoded));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let found = tokenizer.sink.into_found();
    let title = one_line(&found.title);
    (found.lines(), (!title.is_empty()).then_some(title))
}

/// The encoding a page declares in its first kilobyte; UTF-8 where it declares none.
fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return marked;
    }
    let beginning = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024)).unwrap_or_default()).to_lowercase();
    let declared = beginning.split("charset=").nth(1).unwrap_or_default();
    let declared = declared.trim_start_matches(['"', '\'']);
    let label: String = declared.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    Encoding::for_label(label.as_bytes()).unwrap_or(UTF_8)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Collects prose from tokens.
#[derive(Debug, Default)]
struct Prose {
    found: RefCell<Collected>,
}

#[derive(Debug, Default)]
struct Collected {
    text: String,
    title: String,
    /// The skipped elements that are open.
    skipped: Vec<String>,
}

impl Prose {
    fn into_found(self) -> Collected {
        self.found.into_inner()
    }
}

impl TokenSink for Prose {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(text) => self.found.borrow_mut().characters(&text),
            Token::TagToken(tag) => {
                self.found.borrow_mut().tag(&tag);
                let name = &*tag.name;
                if tag.kind == TagKind::StartTag && RAW.contains(&name) && !tag.self_closing {
                    return TokenSinkResult::RawData(raw_kind(name));
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn raw_kind(name: &str) -> RawKind {
    match name {
        "script" => RawKind::ScriptData,
        "textarea" | "title" => RawKind::Rcdata,
        _ => RawKind::Rawtext,
    }
}

impl Collected {
    fn characters(&mut self, text: &str) {
        match self.skipped.last().map(String::as_str) {
            None => self.text.push_str(&text.replace(['\n', '\r'], " ")),
            Some("title") => self.title.push_str(text),
            Some(_) => {}
        }
    }

    fn tag(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if SKIPPED.contains(&name) && !tag.self_closing {
            match tag.kind {
                TagKind::StartTag => self.skipped.push(name.to_owned()),
                // A page that ends what it never began, or never ends it, loses no more than it must.
                TagKind::EndTag => {
                    if let Some(depth) = self.skipped.iter().rposition(|open| open == name) {
                        self.skipped.truncate(depth);
                    }
                }
            }
        }
        if BLOCKS.contains(&name) && self.skipped.is_empty() {
            self.text.push('\n');
        }
    }

    /// Lines with single blanks, an empty line between two.
    fn lines(&self) -> String {
        let lines: Vec<String> = self.text.lines().map(one_line).filter(|line| !line.is_empty()).collect();
        let mut text = lines.join("\n\n");
        text.push('\n');
        text
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn prose_is_what_a_page_says() {
        let page = b"<title>A &amp; B</title><style>p{}</style><nav>Home</nav><p>One <b>two</b>\nthree.</p><script>if (a<b) {}</script><p>Four&nbsp;&ldquo;five&rdquo;.";
        assert_eq!(text(page), ("One two three.\n\nFour \u{201C}five\u{201D}.\n".to_owned(), Some("A & B".to_owned())));
    }

    #[test]
    fn a_declared_encoding_is_followed() {
        assert_eq!(text(b"<meta charset=\"windows-1252\"><p>caf\xE9").0, "café\n");
        assert_eq!(text("<p>café".as_bytes()).0, "café\n");
    }

    #[test]
    fn depth_costs_nothing() {
        let deep = "<div>".repeat(200_000) + "word";
        assert_eq!(text(deep.as_bytes()).0, "word\n");
    }
}
