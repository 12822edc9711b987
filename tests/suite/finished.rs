//! Finished pages: nothing on them loads from elsewhere, runs, or leads to nowhere.

use std::fs;

use crate::site::TestSite;

/// A site whose owner lets HTML pass as it is, with this text in a case.
fn with_html(text: &str) -> TestSite {
    TestSite::new()
        .file("quipu.yaml", "titulo: S\nhtml_libre: sí\n")
        .case("uno.md", text)
}

/// Markup that loads, runs or leaves the site.
const FORBIDDEN: [&str; 78] = [
    "<img src=\"//otro.pe/a.png\">",
    "<img src=\"/\t/otro.pe/a.png\">",
    "<!--><img src=\"/&Tab;/otro.pe/a.png\"><!-- -->",
    "<IMG SRC=https://otro.pe/a.png>",
    "<img srcset='a.png 1x, https://otro.pe/b.png 2x'>",
    "<img src=\"../../../canario.txt\">",
    "<img src=\"%2e%2e/%2e%2e/canario.txt\">",
    "<img src=\"../../a/index.html\">",
    "<img src=\"no-existe.png\">",
    "<video poster=\"//otro.pe/a\"></video>",
    "<video><track src=\"//otro.pe/a\"></video>",
    "<input type=image src=\"//otro.pe/a\">",
    "<iframe src=\"https://otro.pe\"></iframe>",
    "<iframe srcdoc=\"<p>\"></iframe>",
    "<object data=\"a.swf\"></object>",
    "<embed src=\"a.swf\">",
    "<link rel=stylesheet href=\"https://otro.pe/a.css\">",
    "<link rel=\"alternate stylesheet\" href=\"https://otro.pe/a.css\">",
    "<link rel=\"stylesheet me\" href=\"https://otro.pe/a.css\">",
    "<link rel=PRELOAD as=image href=\"https://otro.pe/a.png\">",
    "<link rel=dns-prefetch href=\"//otro.pe\">",
    "<link rel=manifest href=\"https://otro.pe/a.json\">",
    "<base href=\"https://otro.pe/\">",
    "<meta http-equiv=refresh content=\"0;url=javascript:a()\">",
    "<meta http-equiv=refresh content=\"0 //otro.pe\">",
    "<meta http-equiv=refresh content=\"0;URL = '//otro.pe'\">",
    "<meta http-equiv=\"&#114;efresh\" content=\"1,data:text/html,a\">",
    "<a href=\"ja&#x76;ascript:a()\">a</a>",
    "<a href=\"\u{1}javascript:a()\">a</a>",
    "<a href=\"data:text/html,a\">a</a>",
    "<a href=\"//otro.pe\">a</a>",
    "<a href=\"\\\\otro.pe\">a</a>",
    "<a href=\"no-existe.html\">a</a>",
    "<a href=\"../index.html#no-existe\">a</a>",
    "<a href=\"#no-existe\">a</a>",
    "<a ping=\"https://otro.pe\" href=\"../index.html\">a</a>",
    "<a attributionsrc=\"https://otro.pe\" href=\"../index.html\">a</a>",
    "<map><area href=\"//otro.pe\"></map>",
    "<form action=\"https:otro.pe\"></form>",
    "<button formaction=\"javascript:a()\">a</button>",
    "<p onclick=\"a()\">a</p>",
    "<details ontoggle=a() open>a</details>",
    "<svg onload='a()'></svg>",
    "<img src='x.png'onerror='a()'>\n\n<img src='x.png' onerror='a()'>",
    "<script>a()</script>",
    "<script type=module>a()</script>",
    "<script src=\"https://otro.pe/a.js\"></script>",
    "<script src=\"datos.csv\"></script>",
    "<svg><script href=\"//otro.pe/a.js\"></script></svg>",
    "<svg><script>a()</script></svg>",
    "<svg><image xlink:href=\"//otro.pe/a.png\"/></svg>",
    "<svg><use href=\"//otro.pe/a.svg#a\"/></svg>",
    "<svg><feImage href=\"//otro.pe/a.png\"/></svg>",
    "<svg><rect fill=\"url(//otro.pe/a)\"/></svg>",
    "<svg><a><set attributeName=href to=\"javascript:a()\"/></a></svg>",
    "<svg><a><animate attributeName=\"xlink:href\" values=\"javascript:a()\"/></a></svg>",
    "<svg><style><img src=\"//otro.pe/a.png\"></style></svg>",
    "<svg></math><style><img src=\"//otro.pe/a.png\"></style></svg>",
    "<svg><desc><style><!--</style><img src=\"//otro.pe/a.png\"></desc></svg>",
    "<svg><p><style><!--</style><img src=\"//otro.pe/a.png\">",
    "<svg><![CDATA[><!--]]><img src=\"//otro.pe/a.png\">--></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img src=\"//otro.pe/a.png\">",
    "<math href=\"javascript:a()\">a</math>",
    "<noscript><!--</noscript><img src=\"//otro.pe/a.png\">",
    "<noscript><style></noscript><img src=\"//otro.pe/a.png\"></style>",
    "<noscript><p title=\"</noscript><img src='//otro.pe/a.png'>\"></noscript>",
    "<select><title><script src=\"//otro.pe/a.js\"></script></title></select>",
    "<template shadowrootmode=open><img src=\"//otro.pe/a.png\"></template>",
    "<title><img src=\"//otro.pe/a.png\"></title>",
    "<p style=\"background: url(//otro.pe/a)\">a</p>",
    "<p style=\"background: u\\72l(//otro.pe/a)\">a</p>",
    "<style>@import '//otro.pe/a';</style>",
    "<style>p { background: image-set('//otro.pe/a' 1x) }</style>",
    "<style>p { background: URL( '//otro.pe/a') }</style>",
    "<body background=\"//otro.pe/a.png\">",
    "<html manifest=\"//otro.pe/a\">",
    "<table><tr><td background=\"//otro.pe/a.png\">a</table>",
    "<isindex action=\"//otro.pe\" icon=\"//otro.pe/a\">",
];

/// A site with one case for each text.
fn with_each(settings: &str, texts: &[&str]) -> TestSite {
    let site = TestSite::new()
        .file("quipu.yaml", &format!("titulo: S\n{settings}"))
        .file("content/casos/datos.csv", "a\n");
    let cases = texts.iter().enumerate();
    cases.fold(site, |site, (number, text)| {
        site.case(
            &format!("c{number}x.md"),
            &format!("[a](datos.csv)\n\n{text}\n"),
        )
    })
}

/// Removes the cases that are refused until the site is sound; returns the texts of the others.
fn without_refused<'t>(site: &TestSite, texts: &[&'t str]) -> Vec<&'t str> {
    let mut left: Vec<(String, &str)> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| (format!("content/casos/c{number}x.md"), *text))
        .collect();
    // Pages are only made, and so inspected, of what is sound as written.
    for _ in 0..5 {
        let run = site.quipu(&["check", "--format", "json"]);
        if run.exit_code() == 0 {
            return left.into_iter().map(|(_, text)| text).collect();
        }
        let report: serde_json::Value = serde_json::from_str(&run.stdout()).unwrap();
        let messages = report["diagnostics"].as_array().unwrap().iter();
        let errors: Vec<&serde_json::Value> = messages
            .filter(|message| message["severity"] == "error")
            .map(|message| &message["path"])
            .collect();
        let (refused, others) = left
            .into_iter()
            .partition(|(path, _)| errors.iter().any(|error| *error == path));
        left = others;
        for (path, _) in refused as Vec<(String, &str)> {
            fs::remove_file(site.path(&path)).unwrap();
        }
    }
    panic!("errors remain without the refused cases");
}

#[test]
fn what_loads_runs_or_leaves_the_site_is_refused_even_where_html_is_free() {
    let site = with_each("html_libre: sí\n", &FORBIDDEN);
    assert_eq!(without_refused(&site, &FORBIDDEN), [""; 0]);
}

#[test]
fn what_is_accepted_of_it_elsewhere_comes_out_as_text_or_not_at_all() {
    let site = with_each("", &FORBIDDEN);
    let accepted = without_refused(&site, &FORBIDDEN);
    assert!(accepted.len() > 10, "{accepted:#?}");
    site.quipu(&["build"]).code(0);
    for (path, bytes) in site.built() {
        let html = String::from_utf8_lossy(&bytes);
        let is_case = path.starts_with("casos/") && path.ends_with(".html");
        for (at, _) in html.match_indices("otro.pe").filter(|_| is_case) {
            let is_in_tag = html[..at].rfind('<') > html[..at].rfind('>');
            assert!(!is_in_tag, "{path}: {html}");
        }
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

#[test]
fn no_file_has_a_character_that_xml_forbids() {
    let title = "titulo: \"Agua\\x01\\x7f\\u0085 \\uFFFE\\uFFFF\\u2028 limpia\"\n";
    let rest = "region: loreto\nsector: salud\nmodelo_de_gestion: autoridad\nfecha: 2024-01-02\n";
    let site = TestSite::new()
        .file(
            "quipu.yaml",
            "titulo: \"S\\x02\"\nidiomas: [es, en]\ndireccion_web: https://sitio.example/\n",
        )
        .file(
            "content/casos/uno.md",
            &format!("---\n{title}{rest}---\n\nUno &#1; dos\u{3}.\n"),
        )
        .build();
    let mut read = 0;
    for (path, bytes) in site.built() {
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        read += 1;
        let is_forbidden = |it: char| {
            (it.is_control() && !"\t\n\r".contains(it)) || matches!(it, '\u{FFFE}' | '\u{FFFF}')
        };
        assert!(!text.contains(is_forbidden), "{path}: {text:?}");
        assert!(
            !path.ends_with(".js") || !text.contains('\u{2028}'),
            "{path}"
        );
        if path.ends_with(".json") {
            serde_json::from_str::<serde_json::Value>(&text).expect(&path);
        }
    }
    assert!(read > 50, "{read}");
    assert!(site.page("casos/uno.html").contains("limpia"));
}
