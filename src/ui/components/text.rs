//! Headlines, sections, lists and notes.

use crate::ui::markup::{Node, Nodes, Say, Words, classed, tag, worded};

/// The screen's headline, which takes the focus when the screen opens.
pub(crate) fn headline(words: impl Say) -> Node {
    tag("h1").set("tabindex", "-1").words(words).done()
}

/// The top of a screen: headline and what belongs to it.
pub(crate) fn stack(children: Nodes) -> Node {
    classed("div", "stack").all(children).done()
}

/// A part of a screen under its own heading.
pub(crate) fn section(heading: &'static str, children: Nodes) -> Node {
    classed("section", "section").child(worded("h2", "", heading)).all(children).done()
}

/// A list of sentences.
pub(crate) fn bullets(lines: Vec<Words>) -> Node {
    let lines = lines.into_iter().map(|line| worded("li", "", line));
    classed("ul", "bullets").children(lines).done()
}

/// A remark that stands out.
pub(crate) fn note(words: impl Say) -> Node {
    worded("p", "inline-note", words)
}

/// A warning that stands out.
pub(crate) fn stop_note(words: impl Say) -> Node {
    worded("p", "inline-note stop-note", words)
}

/// A link that looks like a button.
pub(crate) fn link(class: &'static str, address: impl Say, words: impl Say) -> Node {
    classed("a", class).set("href", address).words(words).done()
}
