//! Text into tokens.

use detente_base::Decimal;

use super::{Comparison, Problem, ProblemKind};

/// A token and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub(super) kind: TokenKind<'t>,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The kinds of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind<'t> {
    Word(&'t str),
    Number(Decimal),
    /// `%` and other units that are not words.
    Sign(char),
    Compare(Comparison),
    Implies,
    Plus,
    Minus,
    Times,
    Comma,
    OpenParen,
    CloseParen,
    OpenBrace,
    CloseBrace,
    End,
}

/// Splits `text` into tokens; the last one is the end.
pub(super) fn tokens(text: &str) -> Result<Vec<Token<'_>>, Problem> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let token = next(text, at, first)?;
        at = token.end;
        tokens.push(token);
    }
    tokens.push(Token { kind: TokenKind::End, start: text.len(), end: text.len() });
    Ok(tokens)
}

fn next(text: &str, start: usize, first: char) -> Result<Token<'_>, Problem> {
    let rest = &text[start..];
    let (kind, length) = if first.is_ascii_digit() {
        number(rest, start)?
    } else if first.is_alphabetic() || first == '_' {
        let length = word_length(rest);
        (TokenKind::Word(&rest[..length]), length)
    } else {
        symbol(rest, first).ok_or(Problem {
            kind: ProblemKind::StrayCharacter(first),
            start,
            end: start + first.len_utf8(),
        })?
    };
    Ok(Token { kind, start, end: start + length })
}

fn number(rest: &str, start: usize) -> Result<(TokenKind<'_>, usize), Problem> {
    let length = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    match rest[..length].parse() {
        Ok(number) => Ok((TokenKind::Number(number), length)),
        Err(_) => Err(Problem { kind: ProblemKind::BadNumber, start, end: start + length }),
    }
}

/// Ids contain single hyphens between words, and parts of a lens a dot; followed by anything else they end the word.
fn word_length(rest: &str) -> usize {
    let mut characters = rest.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let joins = matches!(c, '-' | '.') && characters.peek().is_some_and(|&(_, next)| next.is_alphanumeric());
        if !(c.is_alphanumeric() || c == '_' || joins) {
            return at;
        }
    }
    rest.len()
}

fn symbol(rest: &str, first: char) -> Option<(TokenKind<'_>, usize)> {
    const PAIRS: [(&str, TokenKind<'_>); 4] = [
        ("=>", TokenKind::Implies),
        ("!=", TokenKind::Compare(Comparison::Different)),
        ("<=", TokenKind::Compare(Comparison::AtMost)),
        (">=", TokenKind::Compare(Comparison::AtLeast)),
    ];
    if let Some((_, kind)) = PAIRS.iter().find(|(pair, _)| rest.starts_with(pair)) {
        return Some((*kind, 2));
    }
    let kind = match first {
        '=' => TokenKind::Compare(Comparison::Equal),
        '<' => TokenKind::Compare(Comparison::Less),
        '>' => TokenKind::Compare(Comparison::More),
        '+' => TokenKind::Plus,
        '-' => TokenKind::Minus,
        '*' => TokenKind::Times,
        ',' => TokenKind::Comma,
        '(' => TokenKind::OpenParen,
        ')' => TokenKind::CloseParen,
        '{' => TokenKind::OpenBrace,
        '}' => TokenKind::CloseBrace,
        '%' | '°' | '€' | '$' | '£' | '¥' => TokenKind::Sign(first),
        _ => return None,
    };
    Some((kind, first.len_utf8()))
}
