//! Child processes that never outlive the test that started them.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A child process in a process group of its own; the whole group ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Spawned {
    child: Child,
}

impl Spawned {
    /// Starts `command` with its output thrown away.
    pub(crate) fn quiet(command: &mut Command) -> Self {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("could not start {command:?}: {error}"));
        Self { child }
    }

    /// Starts `command` and returns the first line of its output for which `pick` answers.
    ///
    /// A program that ends without that line is started anew, twice: two that look for a free port at the same
    /// moment can find the same one.
    pub(crate) fn with_line<T>(
        command: &mut Command,
        pick: impl Fn(&str) -> Option<T>,
    ) -> (Self, T) {
        for _ in 0..3 {
            let mut child = command
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .process_group(0)
                .spawn()
                .unwrap_or_else(|error| panic!("could not start {command:?}: {error}"));
            let out = child.stdout.take().expect("stdout was piped");
            let started = Self { child };
            let mut lines = BufReader::new(out).lines();
            let found = lines.by_ref().map_while(Result::ok).find_map(|line| pick(&line));
            if let Some(found) = found {
                // The pipe stays read, or a chatty child would stop on a full one.
                std::thread::spawn(move || lines.for_each(drop));
                return (started, found);
            }
        }
        panic!("{command:?} ended without saying what was expected");
    }
}

impl Drop for Spawned {
    fn drop(&mut self) {
        signal(&format!("-{}", self.child.id()));
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn signal(target: &str) {
    drop(Command::new("kill").args(["-KILL", "--", target]).stderr(Stdio::null()).status());
}

/// Ends the processes whose command line names `marker`, a folder only this test uses.
///
/// Browsers leave their driver's process group, so they are found by their own profile folder.
pub(crate) fn end_those_using(marker: &Path) {
    let Ok(list) = Command::new("ps").args(["-axo", "pid=,args="]).output() else {
        return;
    };
    let marker = marker.to_string_lossy();
    for line in String::from_utf8_lossy(&list.stdout).lines() {
        if line.contains(marker.as_ref())
            && let Some(pid) = line.split_whitespace().next()
            && pid.parse::<u32>().is_ok_and(|pid| pid != std::process::id())
        {
            signal(pid);
        }
    }
}

/// A port nobody listens on at this moment, below those that systems give to connections by themselves: no browser of
/// another test can be given it before whoever asked listens there.
pub(crate) fn free_port() -> u16 {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let own = std::process::id().wrapping_mul(97);
    (0..1_000)
        .map(|_| own.wrapping_add(COUNT.fetch_add(1, Ordering::Relaxed)) % 10_000 + 20_000)
        .filter_map(|port| u16::try_from(port).ok())
        .find(|&port| TcpListener::bind(("127.0.0.1", port)).is_ok())
        .expect("a loopback port is free")
}

/// The full path of a program, looked up on `PATH` and in the usual system folders.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain(["/usr/bin", "/usr/sbin", "/usr/local/bin", "/opt/homebrew/bin"].map(PathBuf::from))
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// A folder of its own for one test, removed when dropped.
#[derive(Debug)]
pub(crate) struct TempDir(PathBuf);

impl TempDir {
    /// Makes an empty folder whose name begins with `name`.
    pub(crate) fn new(name: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path =
            std::env::temp_dir().join(format!("unknot-e2e-{}-{number}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).expect("the temporary folder can be written");
        Self(path)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        end_those_using(&self.0);
        drop(std::fs::remove_dir_all(&self.0));
    }
}
