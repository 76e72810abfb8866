//! What every text of an agreement is asked about.

use detente_base::FileId;
use detente_case::{Id, Topic};

use crate::tree::{self, Node};

/// The topics, as a person writes them.
const STANDARD: &str = include_str!("../../topics.toml");

/// The topics every text is asked about, in the order of their file.
pub(super) fn standard() -> Vec<Topic> {
    let tree = tree::parse(FileId(usize::MAX), STANDARD, &mut Vec::new());
    tree.get("topics").map_or(&[][..], Node::items).iter().filter_map(topic).collect()
}

fn topic(node: &Node) -> Option<Topic> {
    let text = |key: &str| node.get(key).and_then(Node::text);
    let id = Id::new(text("id")?).ok()?;
    let (title, asks) = (text("title")?.to_owned(), text("asks")?.to_owned());
    Some(Topic { id, title, asks, when: None, of_case: false })
}

#[cfg(test)]
mod tests {
    use super::{STANDARD, standard};

    #[test]
    fn every_standard_topic_is_read_and_asks_one_sentence() {
        let topics = standard();
        assert_eq!(topics.len(), STANDARD.matches("[[topics]]").count());
        assert!(12 <= topics.len());
        for topic in &topics {
            assert!(topic.asks.ends_with('?') || topic.asks.ends_with('.'), "{}", topic.asks);
        }
    }
}
