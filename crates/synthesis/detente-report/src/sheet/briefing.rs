//! Sheets bound together: what is in them, then each under its own number.

use super::about::About;
use super::document::{Block, Sheet};

/// One document of several sheets, in their order.
pub fn briefing(about: &About<'_>, parts: Vec<Sheet>) -> Sheet {
    let contents = parts.iter().enumerate().map(|(rank, part)| format!("{}. {}", rank + 1, part.head.title));
    let mut blocks = vec![Block::heading("Contents"), Block::List(contents.collect())];
    for (rank, part) in parts.into_iter().enumerate() {
        let number = rank + 1;
        blocks.push(Block::Heading(format!("{number}. {}", part.head.title)));
        let mut inner = 0;
        blocks.extend(part.blocks.into_iter().map(|block| match block {
            Block::Heading(words) => {
                inner += 1;
                Block::Heading(format!("{number}.{inner} {words}"))
            }
            other => other,
        }));
    }
    about.sheet("Briefing", blocks)
}
