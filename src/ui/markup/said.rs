//! Words as an element takes them.
//!
//! Most are constants: these go to a function of their own as pointer and length, which takes half the WebAssembly that
//! wrapping each in a [`Words`] would.

use std::borrow::Cow;

use super::{Node, Tag, classed};

/// Words or a value: a constant or a made-up string.
pub(crate) type Words = Cow<'static, str>;

/// What can be put into an element as words, or stand in an attribute.
pub(crate) trait Say: Sized {
    /// Puts the words into an element.
    fn put_in(self, tag: Tag) -> Tag;
    /// Sets an attribute to the words.
    fn set_on(self, tag: Tag, key: &'static str) -> Tag;
    /// An element with nothing but the words.
    fn worded(self, name: &'static str, class: &'static str) -> Node;
}

impl Say for Words {
    fn put_in(self, tag: Tag) -> Tag {
        tag.with_words(self)
    }

    fn set_on(self, tag: Tag, key: &'static str) -> Tag {
        tag.with_value(key, self)
    }

    #[inline(never)]
    fn worded(self, name: &'static str, class: &'static str) -> Node {
        classed(name, class).with_words(self).done()
    }
}

impl Say for &'static str {
    #[inline(never)]
    fn put_in(self, tag: Tag) -> Tag {
        tag.with_words(Cow::Borrowed(self))
    }

    #[inline(never)]
    fn set_on(self, tag: Tag, key: &'static str) -> Tag {
        tag.with_value(key, Cow::Borrowed(self))
    }

    #[inline(never)]
    fn worded(self, name: &'static str, class: &'static str) -> Node {
        classed(name, class).words(self).done()
    }
}

impl Say for String {
    #[inline(never)]
    fn put_in(self, tag: Tag) -> Tag {
        tag.with_words(Cow::Owned(self))
    }

    #[inline(never)]
    fn set_on(self, tag: Tag, key: &'static str) -> Tag {
        tag.with_value(key, Cow::Owned(self))
    }

    #[inline(never)]
    fn worded(self, name: &'static str, class: &'static str) -> Node {
        classed(name, class).words(self).done()
    }
}
