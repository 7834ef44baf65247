//! What the browser itself noted during a test, asked of its driver over a plain connection: this
//! works while a test ends, when nothing can be awaited any more.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

/// Where to ask: the driver's address and the session's number.
#[derive(Debug)]
pub(crate) struct DriverLog {
    /// `127.0.0.1:<port>`.
    pub(crate) host: String,
    /// The session.
    pub(crate) session: String,
}

impl DriverLog {
    /// Every uncaught error, refused promise, policy violation, panic and `console.error` since the session began,
    /// whatever pages it has seen; nothing where the browser does not answer any more.
    pub(crate) fn read(&self) -> Vec<String> {
        let answer = self.ask("se/log", &json!({ "type": "browser" }));
        let entries = answer.as_ref().and_then(Value::as_array).cloned().unwrap_or_default();
        entries
            .iter()
            // What the network answers is what most of these tests are about.
            .filter(|it| it["level"] == json!("SEVERE") && it["source"] != json!("network"))
            .map(|it| format!("{}: {}", it["source"], it["message"]))
            .collect()
    }

    /// What the page that is open now has noted, on browsers without a log.
    pub(crate) fn read_page(&self) -> Vec<String> {
        let script = "return window.__problems ?? [];";
        let answer = self.ask("execute/sync", &json!({ "script": script, "args": [] }));
        let entries = answer.as_ref().and_then(Value::as_array).cloned().unwrap_or_default();
        entries.iter().filter_map(|it| it.as_str().map(ToOwned::to_owned)).collect()
    }

    fn ask(&self, command: &str, body: &Value) -> Option<Value> {
        let body = body.to_string();
        let mut stream = TcpStream::connect(&self.host).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
        let head = format!(
            "POST /session/{}/{command} HTTP/1.1\r\nhost: {}\r\ncontent-type: application/json\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n",
            self.session,
            self.host,
            body.len()
        );
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(body.as_bytes()).ok()?;
        let mut answer = Vec::new();
        // A driver may keep the line open; what has come until then is taken.
        let mut piece = [0; 4096];
        while let Ok(read @ 1..) = stream.read(&mut piece) {
            answer.extend_from_slice(piece.get(..read)?);
            if let Some(value) = whole(&answer) {
                return Some(value);
            }
        }
        whole(&answer)
    }
}

/// The value in an answer that has come whole.
fn whole(answer: &[u8]) -> Option<Value> {
    let text = String::from_utf8_lossy(answer);
    let (_, body) = text.split_once("\r\n\r\n")?;
    let all: Value = serde_json::from_str(body).ok()?;
    all.get("value").cloned()
}
