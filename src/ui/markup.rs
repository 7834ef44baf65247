//! Elements with erased types: Leptos' own builder, compiled once for every view.
//!
//! `view!` gives each element a type of its own, and with it 300 to 400 bytes of WebAssembly; this gives
//! about 50 (`docs/decisions/leptos-size.md`). What is built is the same: nodes, listeners and effects of
//! Leptos, released with the view they belong to. Both types are one pointer, so that handing them on
//! costs nothing, and what does the work is never inlined.

use std::rc::Rc;
use std::sync::{Arc, Mutex};

use acts::{Act, ActOn, Tell};
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::prelude::*;
use leptos::tachys::html::directive::directive;
use leptos::tachys::html::element::custom;
use leptos::tachys::html::event::on;
use leptos::tachys::reactive_graph::{OwnedView, SharedReactiveFunction};
use leptos::tachys::renderer::types::Element;
use leptos::tachys::view::iterators::StaticVec;
use leptos::tachys::view::keyed::keyed;

pub(crate) use nodes::{Nodes, nodes};
pub(crate) use said::{Say, Words};

mod acts;
mod nodes;
mod said;

/// A piece of a screen, ready to be shown.
pub(crate) struct Node(Box<AnyView>);

/// An element being described.
pub(crate) struct Tag(Box<Parts>);

struct Parts {
    name: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Starts an element.
#[inline(never)]
pub(crate) fn tag(name: &'static str) -> Tag {
    Tag(Box::new(Parts { name, attributes: Vec::new(), children: Vec::new() }))
}

/// Starts an element with a class; an empty class is none.
#[inline(never)]
pub(crate) fn classed(name: &'static str, class: &'static str) -> Tag {
    let tag = tag(name);
    if class.is_empty() { tag } else { tag.set("class", class) }
}

/// An element with nothing but words.
pub(crate) fn worded(name: &'static str, class: &'static str, words: impl Say) -> Node {
    words.worded(name, class)
}

/// A piece that is made again whenever what it reads changes.
pub(crate) fn live(piece: impl FnMut() -> Node + Send + 'static) -> Node {
    live_boxed(Box::new(piece))
}

#[inline(never)]
fn live_boxed(mut piece: Box<dyn Tell<Node> + Send>) -> Node {
    let view: SharedReactiveFunction<AnyView> = Arc::new(Mutex::new(move || piece.tell().view()));
    Node::of(view)
}

/// Runs `act` once the screen stands, and again whenever what it reads changes.
pub(crate) fn following(act: impl FnMut() + 'static) {
    follow_boxed(Box::new(act));
}

#[inline(never)]
fn follow_boxed(mut act: Box<dyn Act>) {
    Effect::new(move |_: Option<()>| act.act());
}

/// No piece at all.
pub(crate) fn nothing() -> Node {
    Node::of(())
}

/// Several pieces as one.
#[inline(never)]
pub(crate) fn several(pieces: Nodes) -> Node {
    Node::of(pieces.views())
}

/// Rows that keep their elements for as long as their key is there, wherever it stands among `keys`; `row` makes
/// a row once.
#[inline(never)]
pub(crate) fn keyed_rows(
    keys: Box<dyn FnMut() -> Vec<u32> + Send>,
    row: Box<dyn Fn(u32) -> Node + Send + Sync>,
) -> Node {
    // Each row belongs to the list's owner and not to one showing of the list.
    let list = Owner::current().unwrap_or_default();
    let row: Arc<dyn Fn(u32) -> OwnedView<AnyView> + Send + Sync> = Arc::new(move |key| {
        let owner = list.with(Owner::new);
        let view = owner.with(|| row(key).view());
        OwnedView::new_with_owner(view, owner)
    });
    let mut keys = keys;
    Node::of(move || {
        let row = Arc::clone(&row);
        keyed(keys(), |key: &u32| *key, move |_, key| ((|_| {}) as fn(usize), row(key)))
    })
}

impl Node {
    /// Any other view as a piece.
    #[inline(never)]
    pub(crate) fn of(view: impl IntoAny) -> Self {
        Self(Box::new(view.into_any()))
    }

    fn of_view(view: AnyView) -> Self {
        Self(Box::new(view))
    }

    /// The piece as a view.
    pub(crate) fn view(self) -> AnyView {
        *self.0
    }
}

impl From<Tag> for Node {
    fn from(tag: Tag) -> Self {
        tag.done()
    }
}

impl Tag {
    /// Sets an attribute.
    pub(crate) fn set(self, key: &'static str, value: impl Say) -> Self {
        value.set_on(self, key)
    }

    /// Sets an attribute that needs no value.
    pub(crate) fn flag(self, key: &'static str, on: bool) -> Self {
        if on { self.set(key, "") } else { self }
    }

    /// Sets an attribute that follows what it reads; `None` takes it away.
    pub(crate) fn follow(
        self,
        key: &'static str,
        value: impl FnMut() -> Option<String> + Send + 'static,
    ) -> Self {
        self.with_followed(key, Box::new(value))
    }

    /// Hides it while what it reads says so.
    pub(crate) fn hidden_while(self, mut hidden: impl FnMut() -> bool + Send + 'static) -> Self {
        self.follow("hidden", move || hidden().then(String::new))
    }

    /// Listens for an event.
    pub(crate) fn on(self, event: &'static str, act: impl FnMut(ev::Event) + 'static) -> Self {
        self.with_listener(event, Box::new(act))
    }

    /// Acts on a tap or press.
    pub(crate) fn on_press(self, act: impl FnMut() + 'static) -> Self {
        self.with_press(Box::new(act))
    }

    /// Hands the element over as soon as it is made, before it stands in the page.
    pub(crate) fn made(self, act: impl Fn(Element) + 'static) -> Self {
        self.with_made(Rc::new(act))
    }

    /// Adds words.
    pub(crate) fn words(self, words: impl Say) -> Self {
        words.put_in(self)
    }

    /// Adds words that follow what they read.
    pub(crate) fn follow_words(self, words: impl FnMut() -> String + Send + 'static) -> Self {
        self.with_followed_words(Box::new(words))
    }

    /// Adds a piece.
    pub(crate) fn child(self, child: impl Into<Node>) -> Self {
        self.with_child(child.into())
    }

    /// Adds the pieces there are.
    pub(crate) fn children(self, children: impl IntoIterator<Item = Node>) -> Self {
        children.into_iter().fold(self, Self::with_child)
    }

    /// Adds these pieces.
    #[inline(never)]
    pub(crate) fn all(mut self, children: Nodes) -> Self {
        self.0.children.extend(children.views());
        self
    }

    /// The element as a piece.
    #[inline(never)]
    pub(crate) fn done(self) -> Node {
        let Parts { name, attributes, children } = *self.0;
        Node::of(custom(name).add_any_attr(attributes).child(StaticVec::from(children)))
    }

    #[inline(never)]
    fn with_value(mut self, key: &'static str, value: Words) -> Self {
        self.0.attributes.push(custom_attribute(key, value).into_any_attr());
        self
    }

    #[inline(never)]
    fn with_followed(
        mut self,
        key: &'static str,
        mut value: Box<dyn Tell<Option<String>> + Send>,
    ) -> Self {
        let value: SharedReactiveFunction<Option<String>> =
            Arc::new(Mutex::new(move || value.tell()));
        self.0.attributes.push(custom_attribute(key, value).into_any_attr());
        self
    }

    #[inline(never)]
    fn with_followed_words(self, mut words: Box<dyn Tell<String> + Send>) -> Self {
        let words: SharedReactiveFunction<String> = Arc::new(Mutex::new(move || words.tell()));
        self.with_child(Node::of(words))
    }

    #[inline(never)]
    fn with_press(self, mut act: Box<dyn Act>) -> Self {
        self.with_listener("click", Box::new(move |_: ev::Event| act.act()))
    }

    #[inline(never)]
    fn with_listener(mut self, event: &'static str, mut act: Box<dyn ActOn>) -> Self {
        let act: Box<dyn FnMut(ev::Event)> = Box::new(move |event| act.act_on(event));
        self.0.attributes.push(on(ev::Custom::<ev::Event>::new(event), act).into_any_attr());
        self
    }

    #[inline(never)]
    fn with_made(mut self, act: Rc<dyn Fn(Element)>) -> Self {
        let hand_over = |element: Element, act: Rc<dyn Fn(Element)>| act(element);
        self.0.attributes.push(directive(hand_over, act).into_any_attr());
        self
    }

    #[inline(never)]
    fn with_words(mut self, words: Words) -> Self {
        self.0.children.push(words.into_any());
        self
    }

    #[inline(never)]
    fn with_child(mut self, child: Node) -> Self {
        self.0.children.push(child.view());
        self
    }
}
