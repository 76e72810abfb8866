//! Every key a file writes, header or not, with its whole path: `[issues.border.choices]` writes three.

use detente_base::{FileId, Span};
use toml_parser::parser::{Event, EventKind, RecursionGuard, parse_document};
use toml_parser::{ParseError, Source};

/// A key as written, and the path it completes.
pub(crate) struct WrittenKey {
    pub(crate) path: Vec<String>,
    pub(crate) span: Span,
}

/// The keys of a file, in order.
pub(crate) fn written_keys(file: FileId, text: &str) -> Vec<WrittenKey> {
    const DEEPEST: u32 = 80;
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let mut walker = Walker { file, text, levels: vec![Level::default()], key: Vec::new(), written: Vec::new() };
    let mut receive = |event: Event| walker.event(event);
    let mut guarded = RecursionGuard::new(&mut receive, DEEPEST);
    let mut errors: Vec<ParseError> = Vec::new();
    parse_document(&tokens, &mut guarded, &mut errors);
    walker.written
}

/// A table that is being written: where it stands, and the key whose value is being written in it.
#[derive(Clone, Default)]
struct Level {
    prefix: Vec<String>,
    current: Vec<String>,
}

struct Walker<'t> {
    file: FileId,
    text: &'t str,
    levels: Vec<Level>,
    key: Vec<(String, Span)>,
    written: Vec<WrittenKey>,
}

impl Walker<'_> {
    fn event(&mut self, event: Event) {
        match event.kind() {
            EventKind::StdTableOpen | EventKind::ArrayTableOpen => {
                self.levels = vec![Level::default()];
                self.key.clear();
            }
            EventKind::StdTableClose | EventKind::ArrayTableClose => {
                let path = self.finish_key();
                self.levels = vec![Level { prefix: path, current: Vec::new() }];
            }
            EventKind::SimpleKey => {
                let span = Span::new(self.file, event.span().start(), event.span().end());
                let raw = self.text.get(span.start..span.end).unwrap_or_default();
                self.key.push((raw.trim_matches(['"', '\'']).to_owned(), span));
            }
            EventKind::KeyValSep => {
                let path = self.finish_key();
                if let Some(level) = self.levels.last_mut() {
                    level.current = path;
                }
            }
            EventKind::InlineTableOpen => {
                let prefix = self.levels.last().map_or_else(Vec::new, |level| level.current.clone());
                self.levels.push(Level { prefix, current: Vec::new() });
            }
            EventKind::InlineTableClose if 1 < self.levels.len() => {
                self.levels.pop();
            }
            _ => {}
        }
    }

    /// Notes the segments of the key just read and returns its whole path.
    fn finish_key(&mut self) -> Vec<String> {
        let mut path = self.levels.last().map_or_else(Vec::new, |level| level.prefix.clone());
        for (segment, span) in self.key.drain(..) {
            path.push(segment);
            self.written.push(WrittenKey { path: path.clone(), span });
        }
        path
    }
}
