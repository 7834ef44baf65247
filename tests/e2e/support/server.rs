//! A small web server that serves the built site with our headers and fails when told to.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use super::headers::HeaderRules;

/// How the server answers a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// `404 Not Found`.
    Missing,
    /// `200 OK` with a captive portal's page, whatever was asked for.
    Portal,
    /// Promises the whole length, sends half and cuts the line.
    Truncated,
    /// Sends the headers and then nothing, for ever.
    Hanging,
    /// Sends the right bytes as `application/octet-stream`.
    Untyped,
    /// Answers properly after this many milliseconds.
    Slow(u64),
}

/// One request as it came in.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// `GET`, as a rule.
    pub(crate) method: String,
    /// Path and query.
    pub(crate) target: String,
    /// Whether a body came with it.
    pub(crate) has_body: bool,
    /// Lower-case names with their values.
    pub(crate) headers: Vec<(String, String)>,
}

#[derive(Debug)]
struct State {
    dir: PathBuf,
    faults: Vec<(String, Mode)>,
    overrides: Vec<(String, Option<String>)>,
    replaced: Vec<(String, Vec<u8>)>,
    log: Vec<Seen>,
}

/// The server. It stops when dropped.
#[derive(Debug)]
pub(crate) struct Server {
    port: u16,
    state: Arc<Mutex<State>>,
    stopping: Arc<AtomicBool>,
    accepting: Option<std::thread::JoinHandle<()>>,
}

impl Server {
    /// Serves `dir` on a free loopback port.
    pub(crate) fn start(dir: &Path) -> Self {
        let state = State {
            dir: dir.to_owned(),
            faults: Vec::new(),
            overrides: Vec::new(),
            replaced: Vec::new(),
            log: Vec::new(),
        };
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a loopback port is free");
        let mut server = Self {
            port: listener.local_addr().expect("it has an address").port(),
            state: Arc::new(Mutex::new(state)),
            stopping: Arc::default(),
            accepting: None,
        };
        server.listen(listener);
        server
    }

    /// `http://localhost:<port>`; loopback counts as secure, so service workers run.
    pub(crate) fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Stops listening: connections are refused, as when the server is gone.
    pub(crate) fn down(&mut self) {
        self.stopping.store(true, Ordering::SeqCst);
        // A last connection wakes the accept loop, which then closes its socket.
        drop(TcpStream::connect(self.address()));
        if let Some(thread) = self.accepting.take() {
            thread.join().expect("the accept loop ends");
        }
    }

    /// Listens again on the same port.
    ///
    /// While the server is down any connection of the machine may hold its port for a moment.
    pub(crate) fn up(&mut self) {
        let mut tries = 0;
        let listener = loop {
            match TcpListener::bind(self.address()) {
                Ok(listener) => break listener,
                Err(error) if tries == 100 => panic!("port {} is taken: {error}", self.port),
                Err(_) => tries += 1,
            }
            std::thread::sleep(Duration::from_millis(100));
        };
        self.listen(listener);
    }

    fn listen(&mut self, listener: TcpListener) {
        self.stopping = Arc::default();
        let (state, stopping) = (Arc::clone(&self.state), Arc::clone(&self.stopping));
        self.accepting = Some(std::thread::spawn(move || {
            for stream in listener.incoming() {
                if stopping.load(Ordering::SeqCst) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                let (state, stopping) = (Arc::clone(&state), Arc::clone(&stopping));
                std::thread::spawn(move || drop(answer(&stream, &state, &stopping)));
            }
        }));
    }

    /// Serves another folder from now on: a new deploy.
    pub(crate) fn deploy(&self, dir: &Path) {
        dir.clone_into(&mut self.state().dir);
    }

    /// Answers every path that contains `part` in this way.
    pub(crate) fn fail(&self, part: &str, mode: Mode) {
        self.state().faults.push((part.to_owned(), mode));
    }

    /// Serves these bytes at this path, as that file's kind.
    pub(crate) fn replace(&self, path: &str, bytes: &[u8]) {
        self.state().replaced.push((path.to_owned(), bytes.to_owned()));
    }

    /// Ends all faults; the right bytes are served again.
    pub(crate) fn heal(&self) {
        self.state().faults.clear();
        self.state().replaced.clear();
    }

    /// Sends this value for a header on every answer, or leaves the header out.
    pub(crate) fn set_header(&self, name: &str, value: Option<&str>) {
        let entry = (name.to_owned(), value.map(ToOwned::to_owned));
        self.state().overrides.push(entry);
    }

    /// What was asked for since the last [`Server::forget`].
    pub(crate) fn log(&self) -> Vec<Seen> {
        self.state().log.clone()
    }

    /// Empties the request log.
    pub(crate) fn forget(&self) {
        self.state().log.clear();
    }

    fn address(&self) -> SocketAddr {
        SocketAddr::from((Ipv4Addr::LOCALHOST, self.port))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no handler panics while it holds the lock")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.down();
        // Asked of every test: a request never carries anything.
        if !std::thread::panicking() {
            super::oracle::nothing_was_sent(&self.log());
        }
    }
}

fn read_request(stream: &TcpStream) -> std::io::Result<Option<Seen>> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut lines = BufReader::new(stream).lines();
    let Some(first) = lines.next().transpose()? else {
        return Ok(None);
    };
    let mut words = first.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Ok(None);
    };
    let mut headers = Vec::new();
    for line in lines {
        let line = line?;
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let has_body = headers.iter().any(|(name, value)| {
        name == "content-length" && value != "0" || name == "transfer-encoding"
    });
    Ok(Some(Seen { method: method.to_owned(), target: target.to_owned(), has_body, headers }))
}

fn answer(stream: &TcpStream, state: &Mutex<State>, stopping: &AtomicBool) -> std::io::Result<()> {
    let Some(seen) = read_request(stream)? else {
        return Ok(());
    };
    let path = seen.target.split(['?', '#']).next().unwrap_or("/").to_owned();
    let (dir, mode, overrides, replaced) = {
        let mut state = state.lock().map_err(|error| std::io::Error::other(error.to_string()))?;
        state.log.push(seen);
        let mode = state.faults.iter().rev().find(|(part, _)| path.contains(part.as_str()));
        let replaced = state.replaced.iter().rev().find(|(name, _)| *name == path);
        let replaced = replaced.map(|(_, bytes)| bytes.clone());
        (state.dir.clone(), mode.map(|(_, mode)| *mode), state.overrides.clone(), replaced)
    };
    if let Some(Mode::Slow(ms)) = mode {
        std::thread::sleep(Duration::from_millis(ms));
    }
    let mut reply = Reply::of(&dir, &path, mode);
    reply.body = replaced.unwrap_or(reply.body);
    for (name, value) in overrides {
        reply.headers.retain(|(known, _)| *known != name);
        reply.headers.extend(value.map(|value| (name, value)));
    }
    let mut out = stream;
    out.write_all(reply.head().as_bytes())?;
    match mode {
        Some(Mode::Hanging) => {
            while !stopping.load(Ordering::SeqCst) {
                std::thread::sleep(Duration::from_millis(100));
            }
        }
        Some(Mode::Truncated) => {
            out.write_all(reply.body.get(..reply.body.len() / 2).unwrap_or(&[]))?;
        }
        Some(Mode::Missing | Mode::Portal | Mode::Untyped | Mode::Slow(_)) | None => {
            out.write_all(&reply.body)?;
        }
    }
    out.flush()?;
    stream.shutdown(Shutdown::Both)
}

struct Reply {
    status: &'static str,
    kind: &'static str,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Reply {
    fn of(dir: &Path, path: &str, mode: Option<Mode>) -> Self {
        const PAGE: &str = "text/html; charset=utf-8";
        let mut headers = HeaderRules::read(dir).of(path);
        let name = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
        let file = dir.join(name);
        let found = if path.contains("..") { None } else { std::fs::read(&file).ok() };
        let (status, kind, body) = match (found, mode) {
            (_, Some(Mode::Portal)) => (
                "200 OK",
                PAGE,
                b"<!doctype html><h1>Please log in to the hotel network</h1>".to_vec(),
            ),
            (_, Some(Mode::Missing)) | (None, _) => {
                ("404 Not Found", PAGE, b"<!doctype html><h1>Not found</h1>".to_vec())
            }
            (Some(body), Some(Mode::Untyped)) => ("200 OK", "application/octet-stream", body),
            (Some(body), _) => ("200 OK", content_type(&file), body),
        };
        if matches!(mode, Some(Mode::Missing | Mode::Portal)) {
            // Neither a failed deploy nor a hotel sends our promise that the answer is good for a year.
            headers.retain(|(name, _)| name != "cache-control");
        }
        Self { status, kind, headers, body }
    }

    fn head(&self) -> String {
        let mut head = format!(
            "HTTP/1.1 {}\r\ncontent-type: {}\r\ncontent-length: {}\r\nconnection: close\r\n",
            self.status,
            self.kind,
            self.body.len()
        );
        for (name, value) in self.headers.iter().filter(|(name, _)| name != "content-type") {
            head.extend([name.as_str(), ": ", value.as_str(), "\r\n"]);
        }
        head.push_str("\r\n");
        head
    }
}

/// The content type of a file of the built site, by its name.
fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
