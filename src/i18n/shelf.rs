//! What "My routines" says.

#![expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]

pub const HEADLINE: &str = "My routines";
pub const LEAD: &str = "What you made, saved or were sent. It stays on this phone.";
pub const FILE: &str = "Unknot routines";

pub const EMPTY: &str = "Nothing here yet.";
pub const EMPTY_WHY: &str =
    "Put a routine together, or open a link that somebody sent you and save it.";
pub const MAKE: &str = "Make a routine";
pub const OPEN: &str = "Open a link";

pub const NOT_KEPT: &str =
    "This browser keeps nothing here. What you make lasts until you close the page.";
pub const NEWER: &str = "Your routines were saved by a newer version of the app. They are kept as they are. Update the app to see them.";
pub const ONE_UNREADABLE: &str = "One routine could not be read. It is kept as it is.";
pub const UNREADABLE: &str = "{} routines could not be read. They are kept as they are.";

pub const OWN: &str = "Made here";
pub const RECEIVED: &str = "Sent to me";
pub const DRAFTS: &str = "Drafts";
pub const TEMPLATES: &str = "Templates";

pub const ONE_STEP: &str = "1 step, {}";
pub const STEPS: &str = "{} steps, {}";
pub const CHANGED: &str = "Changed on {}";
pub const CAME: &str = "Came on {}";
pub const FROM: &str = "From {}";

pub const ACTS: &str = "Change or share";
pub const ACTS_OF: &str = "Change or share: {}";
pub const EDIT: &str = "Change the steps";
pub const EDIT_COPY: &str = "Change a copy";
pub const SHARE: &str = "Open and share";
pub const NAME: &str = "Name";
pub const PACK: &str = "Pack";
pub const PACK_HINT: &str = "Routines with the same pack name stand together.";
pub const COPY: &str = "Copy it";
pub const COPY_OF: &str = "Copy of {}";
pub const SAVE_ONE: &str = "Save as a file";
pub const DELETE: &str = "Delete";
pub const DELETED: &str = "{} was deleted.";
pub const UNDO: &str = "Bring it back";

pub const FILES: &str = "Move to another phone";
pub const FILES_LEAD: &str =
    "A file with your routines. It holds nothing about your health but what stands in them.";
pub const SAVE_ALL: &str = "Save all as a file";
