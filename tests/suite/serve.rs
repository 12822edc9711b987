//! `quipu serve` over HTTP. `tests/browser/preview.test.js` covers the live preview.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::site::TestSite;

/// A running `quipu serve`, killed when dropped.
struct Served {
    server: Child,
    /// Standard error up to the line with the URL.
    startup: String,
    port: u16,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Served {
    fn of(site: &TestSite, arguments: &[&str]) -> Self {
        let mut server = Command::new(env!("CARGO_BIN_EXE_quipu"))
            .arg("servir")
            .args(arguments)
            .current_dir(site.path(""))
            .env("LC_ALL", "es_PE.UTF-8")
            .stderr(Stdio::piped())
            .spawn()
            .expect("quipu runs");
        let mut lines = BufReader::new(server.stderr.take().expect("what it says"));
        let mut startup = String::new();
        while !startup.contains("http://") {
            assert!(
                lines.read_line(&mut startup).expect("text") > 0,
                "{startup}"
            );
        }
        std::thread::spawn(move || lines.read_to_string(&mut String::new()));
        let address = startup.split("http://").nth(1).expect("an address");
        let port = address.split(['/', ':']).nth(1).expect("a port");
        Self {
            port: port.parse().expect("a number"),
            startup,
            server,
        }
    }

    /// Sends a request line. Returns the complete response, headers included.
    fn ask(&self, line: &str, host: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a server");
        let limit = Some(Duration::from_secs(20));
        stream.set_read_timeout(limit).expect("a limit");
        let request = format!("{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path}"), "localhost")
    }

    #[track_caller]
    fn expect(&self, path: &str, status: u16, kind: &str) {
        let answer = self.get(path);
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status} ")),
            "{path}: {answer}"
        );
        let kind = format!("content-type: {kind}\r\n");
        assert!(answer.contains(&kind), "{path} is not {kind}: {answer}");
    }
}

fn sample() -> TestSite {
    TestSite::new()
        .case("a.md", "![Un punto](punto.png) y los [datos](datos.csv).")
        .picture("content/casos/punto.png")
        .file("content/casos/datos.csv", "año\n")
}

#[test]
fn files_have_the_right_content_type() {
    let site = sample();
    let served = Served::of(&site, &["--port", "0"]);
    served.expect("/", 200, "text/html; charset=utf-8");
    served.expect("/casos/a.html", 200, "text/html; charset=utf-8");
    served.expect("/casos/", 200, "text/html; charset=utf-8");
    served.expect("/quipu/quipu.css?v=1", 200, "text/css; charset=utf-8");
    served.expect("/quipu/search.js", 200, "text/javascript; charset=utf-8");
    served.expect(
        "/quipu/search/root.js",
        200,
        "text/javascript; charset=utf-8",
    );
    served.expect("/casos/datos.csv", 200, "text/csv; charset=utf-8");
    served.expect("/no/hay.png", 404, "text/html; charset=utf-8");
    let page = served.get("/casos/a.html");
    let picture = page.split("srcset=\"../").nth(1).expect("a picture");
    let picture = picture.split(' ').next().expect("its address");
    served.expect(&format!("/{picture}"), 200, "image/webp");
    assert!(page.contains("cache-control: no-store\r\n"));
    assert!(page.contains("x-content-type-options: nosniff\r\n"));
    assert!(served.get("/casos").contains("location: /casos/\r\n"));
}

#[test]
fn links_of_the_404_page_work_at_any_depth() {
    for settings in ["", "direccion_web: https://ejemplo.pe/casos\n"] {
        let settings = format!("titulo: Sitio\n{settings}");
        let site = sample().file("quipu.yaml", &settings);
        let served = Served::of(&site, &["--port", "0"]);
        for path in ["/no-hay.html", "/a/b/no-hay.html"] {
            let page = served.get(path);
            assert!(page.starts_with("HTTP/1.1 404 "), "{path}: {page}");
            for link in ["href=\"/quipu/quipu.css\"", "href=\"/casos/index.html\""] {
                assert!(page.contains(link), "{path}: {link} in {page}");
            }
        }
    }
}

#[test]
fn only_the_site_is_served_and_only_on_loopback() {
    let site = sample()
        .file("secreto.txt", "clave")
        .file("content/.oculto", "clave");
    let served = Served::of(&site, &["--port", "0"]);
    for path in [
        "/secreto.txt",
        "/../secreto.txt",
        "/%2e%2e/secreto.txt",
        "/casos/..%2f..%2fsecreto.txt",
        "/..%5csecreto.txt",
        "//etc/passwd",
        "/%00",
        "/quipu.yaml",
        "/content/casos/a.md",
        "/.oculto",
        "/.quipu-site",
        "/%ff%fe",
    ] {
        let answer = served.get(path);
        assert!(
            answer.starts_with("HTTP/1.1 404 ") && !answer.contains("clave"),
            "{path}: {answer}"
        );
    }
    for host in ["evil.example", "localhost.evil.example", "192.168.0.7", ""] {
        let answer = served.ask("GET /", host);
        assert!(answer.starts_with("HTTP/1.1 403 "), "{host}: {answer}");
    }
    for line in ["POST /", "PUT /a", "DELETE /index.html"] {
        let answer = served.ask(line, "127.0.0.1");
        assert!(answer.starts_with("HTTP/1.1 405 "), "{line}: {answer}");
    }
    assert!(!is_reachable_elsewhere(&served));
}

/// Whether the server accepts connections on another loopback address.
fn is_reachable_elsewhere(served: &Served) -> bool {
    TcpStream::connect(("127.0.0.2", served.port)).is_ok()
}

#[test]
fn an_occupied_port_falls_back_to_the_next() {
    let site = sample();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port();
    let served = Served::of(&site, &["--puerto", &port.to_string()]);
    assert_ne!(served.port, port);
    let message = format!("El puerto {port} está ocupado; se usa el {}", served.port);
    assert!(served.startup.contains(&message), "{}", served.startup);
}

#[test]
fn listening_on_other_addresses_prints_a_warning() {
    let site = sample();
    let served = Served::of(&site, &["--port", "0", "--address", "0.0.0.0"]);
    let warning = "aviso: cualquier equipo de su red puede ver este sitio";
    assert!(served.startup.contains(warning), "{}", served.startup);
    assert!(served.get("/").starts_with("HTTP/1.1 200 "));
    if cfg!(target_os = "linux") {
        assert!(is_reachable_elsewhere(&served));
    }
    assert!(
        served
            .ask("GET /", "192.168.0.7:80")
            .starts_with("HTTP/1.1 200 ")
    );
    assert!(
        served
            .ask("GET /", "evil.example")
            .starts_with("HTTP/1.1 403 ")
    );
    site.quipu(&["serve", "--address", "203.0.113.1"])
        .code(2)
        .says("no se puede mostrar el sitio en 203.0.113.1");
}

#[test]
fn a_site_with_errors_is_still_served() {
    let site = TestSite::new().case("a.md", "[roto](b.md)");
    let served = Served::of(&site, &["--port", "0"]);
    assert!(served.startup.contains("a.md:8:8"), "{}", served.startup);
    let page = served.get("/casos/a.html");
    assert!(page.starts_with("HTTP/1.1 500 "), "{page}");
    assert!(page.contains("no se puede mostrar") && page.contains("/__quipu/live.js"));
}

/// Returns the answer to a page that asks whether it is up to date.
fn state_of(served: &Served, page: &str) -> String {
    let shown = served.get(page);
    let seen = shown.split("data-seen=\"").nth(1).expect("a fingerprint");
    let seen = seen.split('"').next().expect("a fingerprint");
    served.get(&format!("/__quipu/state?page={}&seen={seen}", &page[1..]))
}

#[test]
fn a_page_can_ask_whether_it_is_up_to_date() {
    let site = sample();
    let served = Served::of(&site, &["--port", "0"]);
    served.expect("/__quipu/bell.js", 200, "text/javascript; charset=utf-8");
    let state = state_of(&served, "/casos/a.html");
    assert!(state.contains("content-type: application/json"), "{state}");
    assert!(state.contains("\"is_current\":true"), "{state}");
    let old = served.get("/__quipu/state?page=casos/a.html&seen=0");
    assert!(old.contains("\"is_current\":false"), "{old}");
    assert!(served.get("/__quipu/state").starts_with("HTTP/1.1 400 "));
    let missing = served.get("/__quipu/state?page=../quipu.yaml&seen=0");
    assert!(missing.contains("\"is_current\":false"), "{missing}");
}

#[test]
fn the_scripts_of_the_preview_are_in_no_built_site() {
    let site = sample().build();
    for (path, bytes) in site.built() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("__quipu"), "{path}");
    }
}
