//! What every end-to-end test stands on: a server that can fail on purpose, real browsers,
//! a clock the test holds in its hand, and the questions asked after every test.

pub(crate) mod answers;
pub(crate) mod app;
pub(crate) mod browser;
pub(crate) mod driver_log;
pub(crate) mod engine;
pub(crate) mod headers;
pub(crate) mod keys;
pub(crate) mod links;
pub(crate) mod model;
pub(crate) mod oracle;
pub(crate) mod preload;
pub(crate) mod process;
pub(crate) mod server;
pub(crate) mod site;
pub(crate) mod tour;
pub(crate) mod transcript;

use std::future::Future;
use std::time::Duration;

/// Waits until `probe` answers something, at most `limit`; panics naming `what` when it never does.
pub(crate) async fn until<T, F, Fut>(what: &str, limit: Duration, mut probe: F) -> T
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Option<T>>,
{
    let end = tokio::time::Instant::now() + limit;
    loop {
        if let Some(found) = probe().await {
            return found;
        }
        assert!(tokio::time::Instant::now() < end, "waited {} s in vain: {what}", limit.as_secs());
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
}
