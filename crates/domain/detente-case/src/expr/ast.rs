//! The syntax of an expression, with places.

use detente_base::Decimal;

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// The forms of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExprKind {
    /// `true` or `false`.
    Constant(bool),
    /// `issue in {a, b}`.
    In(Name, Vec<Name>),
    /// Two sums compared; `issue = choice` is one whose sides are single names.
    Compare(Sum, Comparison, Sum),
    /// `not e`.
    Not(Box<Expr>),
    /// `a and b …`, at least two.
    And(Vec<Expr>),
    /// `a or b …`, at least two.
    Or(Vec<Expr>),
    /// `a => b`.
    Implies(Box<Expr>, Box<Expr>),
}

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub text: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A sum of terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The terms, at least one.
    pub terms: Vec<SumTerm>,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A term of a sum: a number, or an issue or an aggregate of a lens with its coefficient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumTerm {
    /// The number, or the coefficient (1 where none is written).
    pub coefficient: Decimal,
    /// The issue, or the aggregate's name; none for a plain number.
    pub name: Option<Name>,
    /// What an aggregate is taken of: the lens, then statuses and sides. None for an issue.
    pub arguments: Option<Vec<Name>>,
    /// The unit written after a plain number.
    pub unit: Option<Name>,
}

/// How two sums compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    Different,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

impl Sum {
    /// The name, if the sum is one name alone.
    pub fn as_name(&self) -> Option<&Name> {
        match self.terms.as_slice() {
            [SumTerm { coefficient, name: Some(name), arguments: None, unit: None }]
                if coefficient.thousandths() == 1000 =>
            {
                Some(name)
            }
            _ => None,
        }
    }
}
