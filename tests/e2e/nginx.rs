//! The site behind nginx, with the configuration we ship in `deploy/`.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::support::browser::Browser;
use crate::support::engine::Engine;
use crate::support::headers::HeaderRules;
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::process::{Spawned, TempDir, free_port, program};
use crate::support::site::Site;
use crate::support::until;

/// nginx with our configuration on a free port; only the paths and the port differ from what we ship.
fn start(site: &Site, dir: &TempDir, port: u16) -> Spawned {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ours = std::fs::read_to_string(root.join("deploy/nginx.conf"))
        .expect("deploy/nginx.conf is there");
    let headers = root.join("target/deploy/unknot-headers.nginx");
    // An nginx that is only unpacked (tools/browsers.sh) has its types beside it.
    let nginx = program("nginx").expect("checked before");
    let types = nginx.ancestors().nth(3).unwrap_or(Path::new("/")).join("etc/nginx/mime.types");
    let ours = ours
        .replace("/srv/unknot", &site.dir().to_string_lossy())
        .replace("/etc/nginx/unknot-headers.nginx", &headers.to_string_lossy())
        .replace("/etc/nginx/mime.types", &types.to_string_lossy())
        .replace("listen 8088;", &format!("listen 127.0.0.1:{port};"));
    let place = dir.path().display();
    let names = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let temp = names.map(|name| format!("{name}_temp_path {place}/{name};")).join("\n");
    let whole = format!(
        "daemon off; worker_processes 1; pid {place}/nginx.pid; error_log {place}/error.log;\n\
         events {{ worker_connections 64; }}\nhttp {{\naccess_log off;\n{temp}\n{ours}\n}}\n"
    );
    let file = dir.path().join("nginx.conf");
    std::fs::write(&file, whole).expect("temporary files can be written");
    Spawned::quiet(Command::new(nginx).arg("-c").arg(&file).arg("-p").arg(dir.path()))
}

fn answer(url: &str, more: &[&str]) -> String {
    let out = Command::new("curl")
        .args(["-si", "-m", "5"])
        .args(more)
        .arg(url)
        .output()
        .expect("curl runs");
    String::from_utf8_lossy(&out.stdout).split("\r\n\r\n").next().unwrap_or_default().to_lowercase()
}

#[tokio::test]
async fn behind_nginx_the_headers_are_the_same_and_the_app_starts_and_keeps_itself() {
    if program("nginx").is_none() {
        println!("LEFT OUT: nginx is not installed (Debian: apt install nginx)");
        assert!(!std::env::var("UNKNOT_REQUIRE").unwrap_or_default().contains("nginx"));
        return;
    }
    let (site, dir, profile) = (Site::built(), TempDir::new("nginx"), TempDir::new("profile"));
    let port = free_port();
    let running = start(&site, &dir, port);
    let origin = format!("http://localhost:{port}");
    until("nginx", Duration::from_secs(10), || async {
        answer(&origin, &[]).contains("200 ok").then_some(())
    })
    .await;

    let rules = HeaderRules::read(site.dir());
    let wasm = format!("/{}", site.file("unknot", ".wasm"));
    for path in ["/", "/sw.js", "/manifest.webmanifest", wasm.as_str()] {
        let head = answer(&format!("{origin}{path}"), &[]);
        for (name, value) in rules.of(path) {
            let line = format!("{name}: {value}").to_lowercase();
            assert!(head.contains(&line), "{path} lacks `{line}`:\n{head}");
        }
    }
    assert!(answer(&format!("{origin}{wasm}"), &[]).contains("content-type: application/wasm"));
    assert!(
        answer(&format!("{origin}{wasm}"), &["-H", "Accept-Encoding: gzip"])
            .contains("content-encoding: gzip")
    );
    assert!(
        answer(&format!("{origin}/manifest.webmanifest"), &[])
            .contains("content-type: application/manifest+json")
    );
    let lost = answer(&format!("{origin}/boot-0000.js"), &[]);
    assert!(
        lost.contains("404") && lost.contains("nosniff") && !lost.contains("immutable"),
        "{lost}"
    );
    assert!(answer(&format!("{origin}/_headers"), &[]).contains("404"));
    assert!(answer(&format!("{origin}/"), &["-X", "POST"]).contains("403"));

    let browser =
        Browser::start(Engine::Chromium, profile.path(), &Preload::real().answered(), &[]).await;
    browser.goto(&origin).await;
    browser.wait("body[data-app=ready]").await;
    browser.wait_for("[data-role=offline-status][data-state=ready]", Duration::from_secs(40)).await;
    oracle::no_problems(&browser).await;
    drop(running);
    browser.goto(&origin).await;
    browser.wait("body[data-app=ready] [data-screen=home]").await;
    oracle::no_problems(&browser).await;
}
