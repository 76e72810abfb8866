//! Dense tables keyed by an index of their own type, so that a party's number never reads an issue's row.

use std::marker::PhantomData;
use std::ops;

/// An index into one kind of [`Table`]; made by [`define_index!`](crate::define_index).
pub trait Index: Copy + Ord {
    /// The index at `position`, counted from zero.
    fn new(position: usize) -> Self;
    /// The position, counted from zero.
    fn position(self) -> usize;
}

/// Defines an index type: `define_index!(/// A party. pub struct PartyIdx);`.
#[macro_export]
macro_rules! define_index {
    ($(#[$meta:meta])* $vis:vis struct $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis struct $name(usize);

        impl $crate::Index for $name {
            fn new(position: usize) -> Self {
                Self(position)
            }
            fn position(self) -> usize {
                self.0
            }
        }
    };
}

/// A list whose rows are found by an index of type `I` and by no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<I, T> {
    rows: Vec<T>,
    key: PhantomData<fn(I) -> I>,
}

impl<I: Index, T> Table<I, T> {
    /// Appends a row and returns its index.
    pub fn push(&mut self, row: T) -> I {
        self.rows.push(row);
        I::new(self.rows.len() - 1)
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The indices, in order.
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T> {
        (0..self.rows.len()).map(I::new)
    }

    /// The rows, in order.
    pub fn rows(&self) -> std::slice::Iter<'_, T> {
        self.rows.iter()
    }

    /// Index and row, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> {
        self.rows.iter().enumerate().map(|(position, row)| (I::new(position), row))
    }

    /// The first row for which `test` holds.
    pub fn find(&self, test: impl Fn(&T) -> bool) -> Option<I> {
        self.rows.iter().position(test).map(I::new)
    }
}

impl<I, T> Default for Table<I, T> {
    fn default() -> Self {
        Self { rows: Vec::new(), key: PhantomData }
    }
}

impl<I: Index, T> FromIterator<T> for Table<I, T> {
    fn from_iter<R: IntoIterator<Item = T>>(rows: R) -> Self {
        Self { rows: rows.into_iter().collect(), key: PhantomData }
    }
}

impl<I: Index, T> ops::Index<I> for Table<I, T> {
    type Output = T;
    fn index(&self, index: I) -> &T {
        &self.rows[index.position()]
    }
}

impl<I: Index, T> ops::IndexMut<I> for Table<I, T> {
    fn index_mut(&mut self, index: I) -> &mut T {
        &mut self.rows[index.position()]
    }
}
