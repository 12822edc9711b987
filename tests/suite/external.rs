//! `check --external`: external links are requested only on demand, and answers are cached.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use crate::site::TestSite;

/// Starts an HTTP server that stands in for another institution's site. Returns its base
/// URL and the request lines it has received.
fn other_site() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let requests = Arc::new(Mutex::new(Vec::new()));
    let received = Arc::clone(&requests);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let request = lines.next().unwrap().unwrap();
            lines.map_while(Result::ok).find(String::is_empty);
            let status = match request.split(' ').collect::<Vec<_>>()[..2] {
                [_, "/bien"] => "200 OK",
                ["HEAD", "/sin-head"] => "405 Method Not Allowed",
                [_, "/sin-head"] => "200 OK",
                [_, "/privado"] => "403 Forbidden",
                [_, "/vueltas"] => "302 Found\r\nLocation: /vueltas",
                _ => "404 Not Found",
            };
            received.lock().unwrap().push(request);
            let head =
                format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            stream.write_all(head.as_bytes()).unwrap();
        }
    });
    (address, requests)
}

#[test]
fn external_links_are_checked_once_and_only_on_request() {
    let (other, requests) = other_site();
    let closed = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let body = format!(
        "[a]({other}/bien) [b]({other}/sin-head) [c]({other}/privado) [d]({other}/vueltas#x)\n\n\
         [e]({other}/no-esta) [f](http://{closed}/) [g](mailto:a@b.pe)"
    );
    let site = TestSite::new().case("a.md", &body).case_with(
        "b.md",
        &format!("fuentes: [{{titulo: T, url: \"{other}/no-esta\"}}]"),
    );
    site.quipu(&["build"]).code(0);
    site.quipu(&["check"]).code(0);
    assert_eq!(requests.lock().unwrap().len(), 0);

    let stderr = site.quipu(&["check", "--external"]).code(0).stderr();
    assert_eq!(stderr.matches("responde 404").count(), 2, "{stderr}");
    assert_eq!(stderr.matches("Q0057").count(), 2, "{stderr}");
    assert!(stderr.contains("content/casos/a.md:10:5"), "{stderr}");
    assert!(
        stderr.contains(&format!("nadie responde en «http://{closed}/»")),
        "{stderr}"
    );
    assert!(
        stderr.contains("6 consultados; ninguno había respondido ya"),
        "{stderr}"
    );

    requests.lock().unwrap().clear();
    let stderr = site.quipu(&["check", "--external"]).code(0).stderr();
    assert!(
        stderr.contains("3 consultados; 3 ya habían respondido"),
        "{stderr}"
    );
    let received = requests.lock().unwrap();
    let asked_again = |path: &str| received.iter().any(|request| request.contains(path));
    assert!(!asked_again("/bien") && !asked_again("/sin-head") && asked_again("/no-esta"));
}

#[test]
fn without_a_connection_no_link_is_reported() {
    let closed = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let body = format!("[a](http://{closed}/a) [b](http://{closed}/b)");
    let site = TestSite::new().case("a.md", &body);
    let stderr = site.quipu(&["check", "--external"]).code(0).stderr();
    assert!(
        stderr.contains("revise su conexión") && !stderr.contains("Q0057"),
        "{stderr}"
    );
}
