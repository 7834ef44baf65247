//! `unknot.missing`: the tools that the person said are not at hand.

use super::{Decoded, Record, RecordError, decode_with, finish, need, versioned};
use crate::codec::json::Json;
use crate::domain::equipment::{Tool, ToolSet};

/// Tools that are not at hand, in the order they were named; each once, never hands or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing(Vec<Tool>);

impl Missing {
    /// "I have none here", or that it is here after all. Hands are always here.
    pub fn set(&mut self, tool: Tool, is_missing: bool) {
        self.0.retain(|it| *it != tool);
        self.0.extend((is_missing && !ToolSet::HANDS.has(tool)).then_some(tool));
    }

    /// What is at hand: everything but what is missing.
    pub fn at_hand(&self) -> ToolSet {
        self.0.iter().fold(ToolSet::ALL, |set, tool| set.without(*tool))
    }
}

impl Record for Missing {
    const KEY: &'static str = "unknot.missing";

    fn encode(&self) -> String {
        finish(versioned().put("tools", self.0.iter().map(|it| it.slug().into()).collect::<Json>()))
    }

    /// A tool that cannot be read, or cannot be missing, or is there twice, is left out and counted (D20).
    fn decode(text: &str) -> Result<Decoded<Self>, RecordError> {
        decode_with(text, |fields| {
            let mut missing = Self::default();
            for row in need("tools", fields.get("tools").and_then(Json::items))? {
                let tool = row.text().and_then(Tool::from_slug);
                match tool.filter(|it| !ToolSet::HANDS.has(*it) && !missing.0.contains(it)) {
                    Some(tool) => missing.set(tool, true),
                    None => fields.bad(()),
                }
            }
            Ok(missing)
        })
    }
}
