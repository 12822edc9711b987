//! What becomes public: files that pages use, in formats that harm nobody, and nothing else.

use crate::site::{TestSite, tree};

const PDF: &str = "%PDF-1.4\n";

/// A site whose case links to `file`, which has this text.
fn with_link(file: &str, text: &str) -> TestSite {
    TestSite::new()
        .case("uno.md", &format!("[Archivo](<{file}>)"))
        .file(&format!("content/casos/{file}"), text)
}

fn published(site: &TestSite) -> Vec<String> {
    let files = site.built().into_keys();
    files
        .filter(|path| !path.ends_with(".html") && path.starts_with("casos/"))
        .collect()
}

#[test]
fn only_files_that_pages_use_are_published() {
    let site = with_link("usado.pdf", PDF)
        .file("content/casos/planilla.pdf", PDF)
        .file("content/casos/borrador.md", "---\ntitulo: B\nborrador: sí\nregion: loreto\nsector: salud\nmodelo_de_gestion: autoridad\n---\n[a](del-borrador.pdf)\n")
        .file("content/casos/del-borrador.pdf", PDF)
        .picture("content/casos/foto.png");
    let run = site.quipu(&["build"]).code(0);
    assert_eq!(published(&site), ["casos/usado.pdf"]);
    let stderr = run.stderr();
    assert!(
        stderr.contains("planilla.pdf") && stderr.contains("foto.png"),
        "{stderr}"
    );
    // What a draft will use is not there by oversight.
    assert!(!stderr.contains("del-borrador.pdf"), "{stderr}");
}

#[test]
fn a_folder_named_in_the_settings_is_published() {
    for name in ["descargas", "content/descargas/", "./descargas"] {
        let site = TestSite::new()
            .file(
                "quipu.yaml",
                &format!("titulo: S\ncarpetas_publicas: [{name}]\n"),
            )
            .file("content/descargas/actas/una.pdf", PDF)
            .file("content/descargas-viejas/dos.pdf", PDF)
            .build();
        assert!(
            site.built().contains_key("descargas/actas/una.pdf"),
            "{name}"
        );
        assert!(
            !site.built().contains_key("descargas-viejas/dos.pdf"),
            "{name}"
        );
    }
}

#[test]
fn a_file_in_html_that_the_owner_allows_is_used() {
    for html in [
        "<a href=\"acta.pdf\">Acta</a>",
        "<a href=acta.pdf>Acta</a>",
        "<a HREF = '../casos/acta.pdf?v=1#p'>Acta</a>"
            .to_lowercase()
            .as_str(),
    ] {
        let site = TestSite::new()
            .file("quipu.yaml", "titulo: S\nhtml_libre: sí\n")
            .case("uno.md", html)
            .file("content/casos/acta.pdf", PDF)
            .build();
        assert_eq!(published(&site), ["casos/acta.pdf"], "{html}");
    }
}

#[test]
fn leftovers_and_ignored_files_are_as_good_as_absent() {
    let mut site =
        TestSite::new().file("quipu.yaml", "titulo: S\nignorar: [\"*.plan\", interno]\n");
    for name in [
        "~$informe.docx",
        "riego.md~",
        "copia.md.bak",
        "copia.tmp",
        "Thumbs.db",
        "desktop.ini",
        "#a#",
        "a.md.swp",
        "~WRL0001.tmp",
        "a.plan",
        "interno/a.md",
        "interno/b.pdf",
        "x.crdownload",
    ] {
        site = site.file(&format!("content/casos/{name}"), "---\nno es: [");
    }
    let run = site.quipu(&["build"]).code(0);
    assert!(!run.stderr().contains("Q0"), "{}", run.stderr());
    assert_eq!(published(&site), [""; 0]);
}

#[test]
fn misnamed_documents_are_reported_and_never_published() {
    for (name, intended) in [
        ("agua.md.txt", "agua.md"),
        ("vial.markdown", "vial.md"),
        ("agua.MD.TXT", "agua.md"),
        ("a.en.md.docx", "a.en.md"),
        ("b.mkd", "b.md"),
    ] {
        let text = "---\ntitulo: Reservado\n---\nReservado";
        let site = TestSite::new().file(&format!("content/casos/{name}"), text);
        let run = site.quipu(&["build"]).code(0);
        let expected = intended.split('.').next().unwrap();
        assert!(
            run.stderr().contains("Q0099") && run.stderr().contains(expected),
            "{name}: {}",
            run.stderr()
        );
        let public = site.built();
        let leaks = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("Reservado");
        assert!(!public.values().any(leaks), "{name}");
    }
}

#[test]
fn a_capital_extension_is_a_document() {
    let front = "---\ntitulo: Con mayúsculas\n---\nTexto.";
    let site = TestSite::new()
        .file("content/paginas/AGUA.MD", front)
        .build();
    assert!(site.built().contains_key("paginas/agua.html"));
}

#[test]
fn what_runs_is_never_published_whatever_the_settings_say() {
    for extension in [
        "html", "HTM", "xht", "xhtml", "svgz", "js", "js_", "mjs", "php", "phtml", "php5", "aspx",
        "jsp", "cgi", "py", "hta", "exe", "lnk", "docm", "xlsm", "jar", "swf", "xml", "xsl",
        "shtml", "wasm", "url", "pif", "scr",
    ] {
        let site = with_link(&format!("archivo.{extension}"), "x").file(
            "quipu.yaml",
            "titulo: S\nhtml_libre: sí\ntipos_de_archivo: [dwg]\n",
        );
        let run = site.quipu(&["build"]).code(1);
        assert!(
            run.stderr().contains("archivo."),
            "{extension}: {}",
            run.stderr()
        );
        let site = site.file(
            "quipu.yaml",
            &format!("titulo: S\ntipos_de_archivo: [\".{extension}\"]\n"),
        );
        assert_eq!(site.quipu(&["build"]).exit_code(), 1, "{extension}");
        assert!(!site.path("public").exists());
    }
}

#[test]
fn the_settings_add_formats_and_still_drawings() {
    let settings = "titulo: S\ntipos_de_archivo: [\"*.DWG\", svg]\n";
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"4\"/></svg>";
    let site = with_link("plano.dwg", "AC1032")
        .file("quipu.yaml", settings)
        .build();
    assert_eq!(published(&site), ["casos/plano.dwg"]);
    let site = with_link("mapa.svg", drawing)
        .file("quipu.yaml", settings)
        .build();
    assert_eq!(published(&site), ["casos/mapa.svg"]);
    let site = with_link("mapa.svg", &drawing.replace("r=", "onload=\"a()\" r="))
        .file("quipu.yaml", settings);
    site.quipu(&["build"]).code(1).says("onload");
}

#[test]
fn secrets_are_refused_by_name_and_by_content() {
    for (name, text) in [
        ("id_rsa", "x"),
        ("padron.sql", "x"),
        ("sitio.key", "x"),
        (".env.txt", "x"),
        ("llave.txt", "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n"),
        ("nota.csv", "a;b\n-----BEGIN RSA PRIVATE KEY-----"),
        (
            "clave.pdf",
            "untrusted comment: minisign encrypted secret key\nRWRTY0",
        ),
        ("datos.zip", "SQLite format 3\0"),
        ("servidor.txt", "# acceso\nDB_HOST=a\nDB_PASSWORD=b\n"),
    ] {
        let settings = "titulo: S\ntipos_de_archivo: [sql, key, \"\"]\n";
        let site = with_link(name, text).file("quipu.yaml", settings);
        let run = site.quipu(&["build"]);
        assert_eq!(run.exit_code(), 1, "{name}: {}", run.stderr());
        assert!(
            run.stderr().contains("Q0125") || name.starts_with('.'),
            "{name}: {}",
            run.stderr()
        );
    }
}

#[test]
fn files_for_the_root_are_published_as_they_are() {
    let site = TestSite::new()
        .file("raiz/CNAME", "casos.gob.pe\n")
        .file("raiz/.htaccess", "ErrorDocument 404 /404.html\n")
        .file(
            "raiz/.well-known/security.txt",
            "Contact: mailto:a@gob.pe\n",
        )
        .file("raiz/google1234.html", "google-site-verification")
        .file("raiz/web.config", "<configuration/>")
        .file("raiz/copia.bak", "no")
        .file("raiz/.git/config", "no")
        .build();
    let built = site.built();
    assert_eq!(built["CNAME"], b"casos.gob.pe\n");
    for path in [
        ".htaccess",
        ".well-known/security.txt",
        "google1234.html",
        "web.config",
    ] {
        assert!(built.contains_key(path), "{path}");
    }
    assert!(
        !built
            .keys()
            .any(|path| path.contains("bak") || path.contains(".git/"))
    );
    let english = TestSite::new().file("root/CNAME", "a.pe\n").build();
    assert!(english.built().contains_key("CNAME"));
}

#[test]
fn a_file_for_the_root_replaces_nothing_and_is_no_secret() {
    for (path, code) in [
        ("raiz/index.html", "Q0040"),
        ("raiz/Index.HTML", "Q0040"),
        ("raiz/quipu/quipu.css", "Q0040"),
        ("raiz/datos/otro.txt", "Q0097"),
        ("raiz/.htpasswd", "Q0125"),
        ("raiz/.env", "Q0125"),
        ("raiz/aux.txt", "Q0008"),
        ("raiz/a:b.txt", "Q0006"),
    ] {
        let site = TestSite::new().file(path, "a:b");
        let run = site.quipu(&["build"]);
        assert_eq!(run.exit_code(), 1, "{path}: {}", run.stderr());
        assert!(run.stderr().contains(code), "{path}: {}", run.stderr());
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_root_folder_is_not_followed() {
    let outside = TestSite::empty().file("secreto.txt", "Reservado");
    let site = TestSite::new().file("raiz/CNAME", "a.pe\n");
    std::os::unix::fs::symlink(outside.path("secreto.txt"), site.path("raiz/nota.txt")).unwrap();
    site.quipu(&["build"]).code(1).says("Q0024");
}

#[test]
fn a_changed_file_for_the_root_is_built_again() {
    let site = TestSite::new().file("raiz/CNAME", "a.pe\n").build();
    let site = site.file("raiz/CNAME", "b.pe\n").build();
    assert_eq!(site.built()["CNAME"], b"b.pe\n");
    let site = site.file("raiz/.nojekyll", "").build();
    assert!(site.built().contains_key(".nojekyll"));
}

#[test]
fn a_copy_has_what_the_build_wrote_and_nothing_else() {
    let site = TestSite::new()
        .file("raiz/.htaccess", "ErrorDocument 404 /404.html\n")
        .file(
            "raiz/.well-known/security.txt",
            "Contact: mailto:a@gob.pe\n",
        )
        .case("uno.md", "Texto.")
        .build()
        .file("public/apuntes.txt", "ajeno")
        .file("public/.git/config", "ajeno");
    site.quipu(&["pack", "--to", "copia"]).code(0);
    site.quipu(&["verify", "copia"]).code(0);
    let copied = tree(&site.path("copia/sitio"));
    assert!(copied.contains_key(".htaccess") && copied.contains_key(".well-known/security.txt"));
    assert!(
        !copied
            .keys()
            .any(|path| path.contains("apuntes") || path.contains(".git/"))
    );
    std::fs::remove_file(site.path("public/casos/uno.html")).unwrap();
    site.quipu(&["pack", "--to", "otra"])
        .code(2)
        .says("uno.html");
}

#[test]
fn a_report_has_no_cell_that_a_spreadsheet_runs() {
    let title =
        "titulo: \"=HYPERLINK(1)\"\nregion: loreto\nsector: salud\nmodelo_de_gestion: autoridad\n";
    let site = TestSite::new().file("content/casos/a.md", &format!("---\n{title}---\n"));
    site.quipu(&["check", "--report", "informe.csv"]).code(0);
    let report = std::fs::read_to_string(site.path("informe.csv")).unwrap();
    assert!(report.contains("'=HYPERLINK"), "{report}");
}
