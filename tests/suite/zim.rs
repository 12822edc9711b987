//! ZIM files: openZIM's `zimcheck` accepts them and Kiwix's server can search them.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::carry::{assert_success, built, output_text, tool};

/// A running `kiwix-serve`, killed when dropped.
struct Server {
    child: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn of(zim: &std::path::Path) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let child = Command::new("kiwix-serve")
            .args(["-i", "127.0.0.1", "-p", &port.to_string()])
            .arg(zim)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("install it: apt-get install kiwix-tools");
        let server = Self { child, port };
        for _ in 0..100 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return server;
            }
            sleep(Duration::from_millis(100));
        }
        panic!("kiwix-serve does not answer");
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }
}

#[test]
fn a_zim_file_passes_zimcheck_and_its_text_is_searchable() {
    let site = built()
        .case(
            "bombas.md",
            "## Qué se hizo\n\nBombas fotovoltaicas para los pozos.",
        )
        .build();
    site.quipu(&["empacar", "--to", "sitio.zim"])
        .code(0)
        .says("Archivo ZIM para Kiwix");
    let here = site.path(".");
    let checked = tool(&here, "zimcheck", &["--all", "--details", "sitio.zim"]);
    assert_success(&checked);
    assert!(
        !output_text(&checked).contains("[ERROR]"),
        "{}",
        output_text(&checked)
    );

    let server = Server::of(&site.path("sitio.zim"));
    let found = server.get("/search?pattern=fotovoltaicas&books.name=sitio");
    assert!(found.contains("/sitio/casos/bombas.html"), "{found}");
    let page = server.get("/sitio/casos/bombas.html");
    assert!(page.contains("Bombas fotovoltaicas"), "{page}");
    // The site's own search can load its index there, too.
    let root = server.get("/sitio/quipu/search/root.js");
    assert!(root.starts_with("HTTP/1.1 200"), "{root}");
    let list = server.get("/catalog/v2/entries");
    for part in [
        "<title>Sitio de prueba</title>",
        "<language>spa</language>",
        "_ftindex:yes",
    ] {
        assert!(list.contains(part), "{part}: {list}");
    }
}

#[test]
fn a_zim_file_replaces_only_a_zim_file() {
    let site = built();
    site.write("nota.zim", b"algo de otros");
    site.quipu(&["empacar", "--to", "nota.zim"])
        .code(2)
        .says("no es un archivo ZIM");
    assert_eq!(
        std::fs::read(site.path("nota.zim")).unwrap(),
        b"algo de otros"
    );
    for _ in 0..2 {
        site.quipu(&["pack", "--to", "sin-nombre", "--zim"]).code(0);
    }
    site.quipu(&["pack", "--to", "a.zim", "--since", "."])
        .code(2)
        .says("termine el nombre en .zip");
}

#[test]
fn all_forms_are_checked_before_any_is_written() {
    let site = built();
    site.write("nota.zim", b"algo de otros");
    site.write("ajena/nota.txt", b"algo de otros");
    let targets = ["nota.zim", "ajena", "nueva", "nueva.zip", "nueva.zim"];
    let arguments = targets.iter().flat_map(|target| ["--to", target]);
    let arguments: Vec<&str> = ["empacar"].into_iter().chain(arguments).collect();
    site.quipu(&arguments)
        .code(2)
        .says("no es un archivo ZIM")
        .says("no son de una copia anterior")
        .says("No se escribió nada");
    for target in &targets[2..] {
        assert!(!site.path(target).exists(), "{target}");
    }

    let arguments = ["empacar", "--to", "nueva", "--to", "nueva.zim"];
    site.quipu(&arguments)
        .code(0)
        .says("Copia lista y comprobada")
        .says("Archivo ZIM para Kiwix")
        .says("Sin firma");
    site.quipu(&["verificar", "nueva"]).code(0);
    // `zimcheck` reads the file, and nothing temporary is left beside it.
    let here = site.path(".");
    assert_success(&tool(&here, "zimcheck", &["--all", "nueva.zim"]));
    let names = std::fs::read_dir(here).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let left: Vec<String> = names.filter(|name| name.starts_with(".quipu-")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_failing_form_does_not_stop_the_others() {
    let site = built();
    // A writer that fails only when it has something to write.
    site.write("bin/zimwriterfs", b"#!/bin/sh\n[ \"$1\" = --version ]\n");
    std::fs::set_permissions(site.path("bin/zimwriterfs"), executable()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_quipu"))
        .args(["empacar", "--to", "sitio.zim", "--to", "copia"])
        .current_dir(site.path("."))
        .env("PATH", site.path("bin"))
        .env("LC_ALL", "es_PE.UTF-8")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let text = output_text(&output);
    assert!(text.contains("no aceptó el sitio"), "{text}");
    assert!(text.contains("Copia lista y comprobada"), "{text}");
    assert!(!site.path("sitio.zim").exists());
    site.quipu(&["verificar", "copia"]).code(0);
}

fn executable() -> std::fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    std::fs::Permissions::from_mode(0o755)
}

#[test]
fn a_missing_program_is_named() {
    let site = built();
    let output = Command::new(env!("CARGO_BIN_EXE_quipu"))
        .args(["empacar", "--to", "sitio.zim", "--to", "copia"])
        .current_dir(site.path("."))
        .env("PATH", "")
        .env("LC_ALL", "es_PE.UTF-8")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        output_text(&output).contains("apt install zim-tools"),
        "{}",
        output_text(&output)
    );
    assert!(!site.path("copia").exists());
}
