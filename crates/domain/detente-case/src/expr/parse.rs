//! Tokens into syntax: recursive descent, one function per line of the grammar.

use detente_base::Decimal;

use super::token::{Token, TokenKind, tokens};
use super::{Comparison, Expr, ExprKind, Name, Problem, ProblemKind, Sum, SumTerm};

/// The deepest nesting of parentheses, `not` and `=>`.
pub const MAX_DEPTH: usize = 64;

/// Reads an expression; the first problem ends the reading.
///
/// # Cost
/// Linear in the text.
pub fn parse(text: &str) -> Result<Expr, Problem> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0, depth: 0 };
    let expr = parser.implication()?;
    if parser.peek() == TokenKind::End { Ok(expr) } else { Err(parser.expected("\"and\", \"or\", \"=>\" or the end")) }
}

struct Parser<'t> {
    tokens: Vec<Token<'t>>,
    at: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn token(&self) -> &Token<'t> {
        &self.tokens[self.at.min(self.tokens.len() - 1)]
    }

    fn peek(&self) -> TokenKind<'t> {
        self.token().kind
    }

    fn start(&self) -> usize {
        self.token().start
    }

    /// The end of the token before this one.
    fn end(&self) -> usize {
        self.at.checked_sub(1).map_or(0, |before| self.tokens[before].end)
    }

    fn take(&mut self, kind: TokenKind<'_>) -> bool {
        let taken = self.peek() == kind;
        self.at += usize::from(taken);
        taken
    }

    fn need(&mut self, kind: TokenKind<'_>, wanted: &'static str) -> Result<(), Problem> {
        if self.take(kind) { Ok(()) } else { Err(self.expected(wanted)) }
    }

    fn expected(&self, wanted: &'static str) -> Problem {
        let token = self.token();
        let found = match token.kind {
            TokenKind::End => "the end".to_owned(),
            TokenKind::Word(word) => format!("\"{word}\""),
            TokenKind::Number(number) => format!("the number {number}"),
            TokenKind::Sign(sign) => format!("\"{sign}\""),
            _ => "this sign".to_owned(),
        };
        Problem { kind: ProblemKind::Expected { wanted, found }, start: token.start, end: token.end }
    }

    fn deeper<T>(&mut self, inner: impl FnOnce(&mut Self) -> Result<T, Problem>) -> Result<T, Problem> {
        if self.depth == MAX_DEPTH {
            let token = self.token();
            return Err(Problem { kind: ProblemKind::TooDeep, start: token.start, end: token.end });
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    fn spanned(&self, start: usize, kind: ExprKind) -> Expr {
        Expr { kind, start, end: self.end() }
    }

    fn implication(&mut self) -> Result<Expr, Problem> {
        let start = self.start();
        let left = self.either()?;
        if !self.take(TokenKind::Implies) {
            return Ok(left);
        }
        let right = self.deeper(Self::implication)?;
        Ok(self.spanned(start, ExprKind::Implies(Box::new(left), Box::new(right))))
    }

    fn either(&mut self) -> Result<Expr, Problem> {
        self.chain("or", Self::both, ExprKind::Or)
    }

    fn both(&mut self) -> Result<Expr, Problem> {
        self.chain("and", Self::denial, ExprKind::And)
    }

    fn chain(
        &mut self,
        word: &str,
        part: impl Fn(&mut Self) -> Result<Expr, Problem>,
        join: impl FnOnce(Vec<Expr>) -> ExprKind,
    ) -> Result<Expr, Problem> {
        let start = self.start();
        let first = part(self)?;
        if self.peek() != TokenKind::Word(word) {
            return Ok(first);
        }
        let mut parts = vec![first];
        while self.take(TokenKind::Word(word)) {
            parts.push(part(self)?);
        }
        Ok(self.spanned(start, join(parts)))
    }

    fn denial(&mut self) -> Result<Expr, Problem> {
        let start = self.start();
        if !self.take(TokenKind::Word("not")) {
            return self.atom();
        }
        let inner = self.deeper(Self::denial)?;
        Ok(self.spanned(start, ExprKind::Not(Box::new(inner))))
    }

    fn atom(&mut self) -> Result<Expr, Problem> {
        let start = self.start();
        if self.take(TokenKind::OpenParen) {
            let inner = self.deeper(Self::implication)?;
            self.need(TokenKind::CloseParen, "\")\"")?;
            return Ok(inner);
        }
        for (word, value) in [("true", true), ("false", false)] {
            if self.take(TokenKind::Word(word)) {
                return Ok(self.spanned(start, ExprKind::Constant(value)));
            }
        }
        self.comparison()
    }

    fn comparison(&mut self) -> Result<Expr, Problem> {
        let start = self.start();
        let left = self.sum()?;
        if let (TokenKind::Word("in"), Some(issue)) = (self.peek(), left.as_name()) {
            let issue = issue.clone();
            self.at += 1;
            let choices = self.set()?;
            return Ok(self.spanned(start, ExprKind::In(issue, choices)));
        }
        let TokenKind::Compare(comparison) = self.peek() else {
            return Err(self.expected("\"=\", \"!=\", \"<\", \"<=\", \">\", \">=\" or \"in\""));
        };
        self.at += 1;
        let right = self.sum()?;
        Ok(self.spanned(start, ExprKind::Compare(left, comparison, right)))
    }

    fn set(&mut self) -> Result<Vec<Name>, Problem> {
        self.need(TokenKind::OpenBrace, "\"{\"")?;
        let mut names = vec![self.member()?];
        while self.take(TokenKind::Comma) {
            names.push(self.member()?);
        }
        self.need(TokenKind::CloseBrace, "\",\" or \"}\"")?;
        Ok(names)
    }

    fn member(&mut self) -> Result<Name, Problem> {
        let token = self.token().clone();
        let text = match token.kind {
            TokenKind::Word(word) => word.to_owned(),
            TokenKind::Number(number) => number.to_string(),
            _ => return Err(self.expected("a choice")),
        };
        self.at += 1;
        Ok(Name { text, start: token.start, end: token.end })
    }

    fn sum(&mut self) -> Result<Sum, Problem> {
        let start = self.start();
        let negative = self.take(TokenKind::Minus);
        let mut terms = vec![self.term(negative)?];
        loop {
            let negative = match self.peek() {
                TokenKind::Plus => false,
                TokenKind::Minus => true,
                _ => return Ok(Sum { terms, start, end: self.end() }),
            };
            self.at += 1;
            terms.push(self.term(negative)?);
        }
    }

    fn term(&mut self, negative: bool) -> Result<SumTerm, Problem> {
        let signed = |number: Decimal| if negative { -number } else { number };
        let one = Decimal::from_thousandths(Decimal::UNIT);
        if let TokenKind::Number(number) = self.peek() {
            self.at += 1;
            if self.take(TokenKind::Times) {
                return self.named_term(signed(number));
            }
            return Ok(SumTerm { coefficient: signed(number), name: None, arguments: None, unit: self.unit() });
        }
        self.named_term(signed(one))
    }

    /// An issue, or an aggregate: a name with arguments in parentheses.
    fn named_term(&mut self, coefficient: Decimal) -> Result<SumTerm, Problem> {
        let name = Some(self.name()?);
        let mut arguments = None;
        if self.take(TokenKind::OpenParen) {
            let mut names = vec![self.name()?];
            while self.take(TokenKind::Comma) {
                names.push(self.name()?);
            }
            self.need(TokenKind::CloseParen, "\",\" or \")\"")?;
            arguments = Some(names);
        }
        Ok(SumTerm { coefficient, name, arguments, unit: None })
    }

    fn name(&mut self) -> Result<Name, Problem> {
        match self.peek() {
            TokenKind::Word(word) if !is_reserved(word) => {
                let name = Name { text: word.to_owned(), start: self.start(), end: self.token().end };
                self.at += 1;
                Ok(name)
            }
            _ => Err(self.expected("an issue, a choice or a number")),
        }
    }

    fn unit(&mut self) -> Option<Name> {
        let token = self.token().clone();
        let text = match token.kind {
            TokenKind::Sign(sign) => sign.to_string(),
            TokenKind::Word(word) if !is_reserved(word) => word.to_owned(),
            _ => return None,
        };
        self.at += 1;
        Some(Name { text, start: token.start, end: token.end })
    }
}

fn is_reserved(word: &str) -> bool {
    matches!(word, "and" | "or" | "not" | "in" | "true" | "false")
}

impl Comparison {
    /// The sign.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Different => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Reads `text` and prints it back with every parenthesis the grammar needs and none it does not.
    fn check(text: &str, expect: &str) {
        assert_eq!(parse(text).map(|expr| expr.to_string()), Ok(expect.to_owned()), "{text}");
    }

    fn refuse(text: &str, at: usize, expect: &str) {
        let problem = parse(text).expect_err(text);
        assert_eq!((problem.start, format!("{:?}", problem.kind)), (at, expect.to_owned()), "{text}");
    }

    #[test]
    fn binds_as_the_grammar_says() {
        check("a = x", "a = x");
        check("not a=x and b!=y or c in{p,q}", "not a = x and b != y or c in {p, q}");
        check("a = x => b = y => c = z", "a = x => b = y => c = z");
        check("(a = x => b = y) => c = z", "(a = x => b = y) => c = z");
        check("(a = x or b = y) and not (c = z or d = w)", "(a = x or b = y) and not (c = z or d = w)");
        check("3*x + y - 2 <= 30 %", "3*x + y - 2 <= 30 %");
        check("fund-share >= 50", "fund-share >= 50");
        check("-x + 2.5*y > -3", "-x + 2.5*y > -3");
        check("land.north != x", "land.north != x");
        check("2*area( land,a ,b)-fee>=50 km2", "2*area(land, a, b) - fee >= 50 km2");
        check("true or false", "true or false");
    }

    #[test]
    fn says_what_it_expected_and_where() {
        refuse("a = ", 4, "Expected { wanted: \"an issue, a choice or a number\", found: \"the end\" }");
        refuse(
            "a = x b",
            6,
            "Expected { wanted: \"\\\"and\\\", \\\"or\\\", \\\"=>\\\" or the end\", found: \"\\\"b\\\"\" }",
        );
        refuse("a ? x", 2, "StrayCharacter('?')");
        refuse("a in {}", 6, "Expected { wanted: \"a choice\", found: \"this sign\" }");
        refuse("a >= 1.2345", 5, "BadNumber");
        refuse("", 0, "Expected { wanted: \"an issue, a choice or a number\", found: \"the end\" }");
    }

    #[test]
    fn nests_to_the_limit_and_no_deeper() {
        let nested = |depth: usize| format!("{}a = x{}", "(".repeat(depth), ")".repeat(depth));
        assert!(parse(&nested(MAX_DEPTH)).is_ok());
        assert_eq!(parse(&nested(MAX_DEPTH + 1)).expect_err("too deep").kind, ProblemKind::TooDeep);
        assert_eq!(parse(&"not ".repeat(100_000)).expect_err("too deep").kind, ProblemKind::TooDeep);
        assert_eq!(parse(&"a = x => ".repeat(100_000)).expect_err("too deep").kind, ProblemKind::TooDeep);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,80}") {
            let _ = parse(&text);
        }

        #[test]
        fn what_is_printed_reads_back(text in "(not |\\(|\\)|a|b|l\\.n|area\\(l, s\\)|x = |in \\{a\\}| and | or | => | <= | \\+ |3|2\\*|%|=| ){0,14}") {
            if let Ok(expr) = parse(&text) {
                let printed = expr.to_string();
                prop_assert_eq!(parse(&printed).map(|again| again.to_string()), Ok(printed));
            }
        }
    }
}
