//! A text taken apart: paragraphs, sentences, words and quotations, each with its place.

mod paragraphs;
mod quotations;
mod sentences;
mod tokens;

pub(crate) use paragraphs::{Paragraph, paragraphs};
pub(crate) use tokens::{Token, tokens};
