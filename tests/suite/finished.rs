//! Finished pages: nothing on them loads from elsewhere, runs, or leads to nowhere.

use crate::site::TestSite;

/// A site whose owner lets HTML pass as it is, with this text in a case.
fn with_html(text: &str) -> TestSite {
    TestSite::new()
        .file("quipu.yaml", "titulo: S\nhtml_libre: sí\n")
        .case("uno.md", text)
}

#[test]
fn what_loads_runs_or_leaves_the_site_is_refused_even_where_html_is_free() {
    for text in [
        "<img src=\"//otro.pe/a.png\">",
        "<img src=\"/\t/otro.pe/a.png\">",
        "<!--><img src=\"/&Tab;/otro.pe/a.png\"><!-- -->",
        "<IMG SRC=https://otro.pe/a.png>",
        "<img srcset='a.png 1x, https://otro.pe/b.png 2x'>",
        "<img src=\"../../../canario.txt\">",
        "<img src=\"%2e%2e/%2e%2e/canario.txt\">",
        "<img src=\"no-existe.png\">",
        "<video poster=\"//otro.pe/a\"></video>",
        "<iframe src=\"https://otro.pe\"></iframe>",
        "<iframe srcdoc=\"<p>\"></iframe>",
        "<object data=\"a.swf\"></object>",
        "<link rel=stylesheet href=\"https://otro.pe/a.css\">",
        "<base href=\"https://otro.pe/\">",
        "<meta http-equiv=refresh content=\"0;url=javascript:a()\">",
        "<a href=\"ja&#x76;ascript:a()\">a</a>",
        "<a href=\"data:text/html,a\">a</a>",
        "<a href=\"//otro.pe\">a</a>",
        "<a href=\"no-existe.html\">a</a>",
        "<a href=\"../index.html#no-existe\">a</a>",
        "<a href=\"#no-existe\">a</a>",
        "<a ping=\"https://otro.pe\" href=\"../index.html\">a</a>",
        "<form action=\"https:otro.pe\"></form>",
        "<button formaction=\"javascript:a()\">a</button>",
        "<p onclick=\"a()\">a</p>",
        "<script>a()</script>",
        "<script src=\"https://otro.pe/a.js\"></script>",
        "<svg><image xlink:href=\"//otro.pe/a.png\"/></svg>",
        "<svg><style><img src=\"//otro.pe/a.png\"></style></svg>",
        "<p style=\"background: url(//otro.pe/a)\">a</p>",
    ] {
        let run = with_html(text).quipu(&["build"]);
        assert_eq!(run.exit_code(), 1, "{text}: {}", run.stderr());
        assert!(
            run.stderr().contains("casos/uno"),
            "{text}: {}",
            run.stderr()
        );
    }
}

#[test]
fn what_stays_within_the_site_is_accepted() {
    let site = with_html(
        "<a href=\"../index.html\">a</a> <a href=\"../casos/uno.html#aqui\">b</a> <i id=aqui></i>\
         <a href=\"https://gob.pe/?a=1&amp;b=2\">c</a> <a href=\"mailto:a@gob.pe\">d</a>\
         <a href=\"../buscar.html#q=agua\">e</a> <a name=z href=\"#z\">f</a>",
    );
    site.quipu(&["build"]).code(0);
}

#[test]
fn an_address_is_shown_where_it_was_written() {
    let site = with_html("Uno.\n\n<a href=\"//otro.pe/x\">a</a>");
    site.quipu(&["check"])
        .code(1)
        .says("content/casos/uno.md:10:10");
}

#[test]
fn a_template_of_the_site_is_checked_too() {
    let site = TestSite::new().file(
        "themes/quipu/templates/footer.html",
        "<footer><img src=\"https://otro.pe/contador.gif\"></footer>",
    );
    let run = site.quipu(&["build"]).code(1);
    assert!(run.stderr().contains("contador.gif"), "{}", run.stderr());
    assert!(!site.path("public").exists());
}
