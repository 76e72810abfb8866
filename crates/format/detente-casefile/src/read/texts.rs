//! Texts out of nodes.

use crate::tree::Node;

pub(super) fn owned(node: Option<&Node>) -> Option<String> {
    node.and_then(Node::text).map(str::to_owned)
}

pub(super) fn texts(node: Option<&Node>) -> Vec<String> {
    node.map_or(&[][..], Node::items).iter().filter_map(Node::text).map(str::to_owned).collect()
}
