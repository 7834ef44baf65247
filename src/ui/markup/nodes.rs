//! Several pieces, one after the other.

use leptos::prelude::AnyView;

use super::Node;

/// Pieces in their order, as one pointer: handing them on and adding one costs a third of the WebAssembly that a
/// `Vec` does.
#[derive(Default)]
pub(crate) struct Nodes(Box<List>);

#[derive(Default)]
struct List {
    views: Vec<AnyView>,
}

/// The given pieces, in their order.
macro_rules! nodes {
    ($($piece:expr),* $(,)?) => {
        $crate::ui::markup::Nodes::none()$(.and($piece))*
    };
}
pub(crate) use nodes;

impl Nodes {
    /// No piece yet.
    #[inline(never)]
    pub(crate) fn none() -> Self {
        Self::default()
    }

    /// With one more at the end.
    pub(crate) fn and(mut self, piece: impl Into<Node>) -> Self {
        self.push(piece.into());
        self
    }

    /// Adds one at the end.
    #[inline(never)]
    pub(crate) fn push(&mut self, piece: Node) {
        self.0.views.push(piece.view());
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.views.is_empty()
    }

    pub(super) fn views(self) -> Vec<AnyView> {
        self.0.views
    }
}

impl Extend<Node> for Nodes {
    fn extend<I: IntoIterator<Item = Node>>(&mut self, pieces: I) {
        for piece in pieces {
            self.push(piece);
        }
    }
}

impl FromIterator<Node> for Nodes {
    fn from_iter<I: IntoIterator<Item = Node>>(pieces: I) -> Self {
        let mut nodes = Self::none();
        nodes.extend(pieces);
        nodes
    }
}

impl IntoIterator for Nodes {
    type Item = Node;
    type IntoIter = std::iter::Map<std::vec::IntoIter<AnyView>, fn(AnyView) -> Node>;

    fn into_iter(self) -> Self::IntoIter {
        self.views().into_iter().map(Node::of_view)
    }
}
