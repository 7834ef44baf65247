//! The tools that are at hand.

use crate::app::App;
use crate::domain::equipment::{Tool, ToolSet};
use crate::i18n::data as words;
use crate::i18n::words as plain;
use crate::ui::components::{pick, section};
use crate::ui::markup::{Node, classed, nodes, worded};

/// A switch for each tool; hands are always there.
pub(super) fn tools(app: &'static App) -> Node {
    let all = Tool::ALL.iter().copied().filter(|it| !ToolSet::HANDS.has(*it));
    let switches = all.map(|tool| {
        let has = move || app.health.tools().has(tool);
        let turn = move || {
            let has = leptos::prelude::untrack(has);
            app.health.set_missing(tool, has);
        };
        pick("own-tool", plain::tool(tool), has, turn).set("data-tool", tool.slug()).done()
    });
    let row = classed("div", "picks").set("role", "group").set("aria-label", words::TOOLS);
    section(
        words::TOOLS,
        nodes![worded("p", "small quiet", words::TOOLS_LEAD), row.children(switches).done()],
    )
}
