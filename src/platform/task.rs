//! Work that waits for the browser's answers while the page goes on.

use core::future::Future;

/// Starts it now; it runs on whenever an answer comes.
pub fn run(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}
