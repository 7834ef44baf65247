//! Starts the app in the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    unknot::app::mount(unknot::ui::root);
}

/// The app runs in a browser; this stands in for it where there is none.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
