//! Alerts: quotes that begin with a marker such as `[!NOTA]`.

use crate::site::{REQUIRED, TestSite};

/// Every kind and name, with and without titles, and quotes that are none.
const ALERTS: &str = "\
> [!NOTE]
> Con `código` y [un enlace](#un-titulo-dentro).

> [!nota] Un título *propio*, [un enlace](#un-titulo-dentro) & `código`  
> Texto.

> [!TIP]
>
> - Uno
>   - Dos

> [!Consejo] Lo *que
> sigue* es título
> y esto, texto

> [!SUGERENCIA]

> [!IMPORTANT]
> ## Un título dentro
>
> ```yaml
> clave: valor
> ```

> [!IMPORTANTE] Solo un título

> [!WARNING]
> | a | b |
> | - | - |
> | 1 | 2 |

> [!ADVERTENCIA]\\
> Con una barra.

> [!Atención]

> [!ATENCION]

> [!CAUTION]

> [!PRECAUCIÓN]

> [!precaucion]

> [!PELIGRO]
> Uno
>
> > [!NOTA]
> > Dentro de otro
>
> > Una cita dentro
>
> Dos

- Un punto
  > [!NOTA]
  > En una lista

Al pie[^1].

[^1]: > [!NOTA] Título
    > Texto.
";

/// Quotes and texts in which a marker is none.
const QUOTES: &str = "\
[!NOTE] Un párrafo

> Una cita [!NOTE]

> \\[!NOTE] Con barra

> [!NOTE]: con dos puntos

> [!NOTE](https://ejemplo.pe) enlazado

> [!2] con un número

> [!NOTE]
> ---

> ```text
> [!NOTE]
> ```

> [!DEFINIDO]

[!DEFINIDO]: https://ejemplo.pe
";

fn prose(page: &str) -> &str {
    let (_, rest) = page.split_once("<div class=\"prose\">").expect("prose");
    let (prose, _) = rest
        .split_once("<section class=\"citation\"")
        .expect("a citation");
    prose.trim_end()
}

#[test]
fn alerts_are_rendered_in_the_language_of_the_page() {
    let site = TestSite::new()
        .case("a.md", ALERTS)
        .file(
            "content/casos/a.en.md",
            &format!("---\ntitle: A case\n---\n\n{ALERTS}"),
        )
        .build();
    insta::assert_snapshot!("alerts-es", prose(&site.page("casos/a.html")));
    insta::assert_snapshot!("alerts-en", prose(&site.page("en/casos/a.html")));
}

#[test]
fn other_quotes_remain_quotes_without_a_diagnostic() {
    let site = TestSite::new().case("a.md", QUOTES);
    let stderr = site.quipu(&["check", "-q"]).code(0).stderr();
    assert_eq!(stderr, "");
    let page = site.build().page("casos/a.html");
    assert!(!page.contains("class=\"alert"), "{page}");
    assert_eq!(page.matches("<blockquote>").count(), 8, "{page}");
}

#[test]
fn an_unknown_name_remains_a_quote_and_is_reported_with_its_place() {
    let body = "> [!AVERTENCIA] Uno\n\n1. > [!xyz]\n   > Dos";
    let site = TestSite::new().case("a.md", body);
    site.quipu(&["check"])
        .code(0)
        .says("aviso[Q0077]: «AVERTENCIA» no es un tipo de aviso")
        .says("content/casos/a.md:8:3")
        .says("¿quiso decir «[!ADVERTENCIA]»?")
        .says("content/casos/a.md:10:6");
    let page = site.build().page("casos/a.html");
    assert!(page.contains("<blockquote>\n<p>[!AVERTENCIA] Uno</p>\n</blockquote>"));
}

#[test]
fn a_page_with_html_keeps_its_alerts() {
    let body = "> [!NOTA] Título\n> Con <b>HTML</b><script>x</script>.";
    let site = TestSite::new().case("a.md", body).build();
    let page = site.page("casos/a.html");
    let alert = "<div class=\"alert note\" role=\"note\" aria-label=\"Nota\">\n\
        <p class=\"alert-title\">Título</p>\n<p>Con <b>HTML</b>.</p>\n</div>";
    assert!(page.contains(alert), "{page}");
}

#[test]
fn citations_and_glossary_words_are_linked_inside_alerts() {
    let text = format!(
        "---\n{REQUIRED}fuentes: [{{titulo: A, autor: B}}]\n---\n\n> [!NOTA] Bajó [1]\n> a la mitad [1].\n"
    );
    let site = TestSite::new().file("content/casos/a.md", &text).build();
    let cite = "<sup class=\"cite\"><a href=\"#q-fuente-1\">1</a></sup>";
    let alert = format!("<p class=\"alert-title\">Bajó{cite}</p>\n<p>a la mitad{cite}.</p>\n");
    assert!(site.page("casos/a.html").contains(&alert));
}

#[test]
fn the_text_of_an_alert_is_found_and_its_marker_is_not() {
    let body = "## Uno\n\n> [!SUGERENCIA] Hervir\n> siempre el agua turbia";
    let site = TestSite::new().case("a.md", body).build();
    let found = |query: &str| {
        let arguments = ["buscar", "--format", "json", query];
        let stdout = site.quipu(&arguments).code(0).stdout();
        let answer: serde_json::Value = serde_json::from_str(&stdout).expect("JSON");
        answer["results"].clone()
    };
    for query in ["hervir", "turbia", "\"hervir siempre\""] {
        assert_eq!(found(query)[0]["url"], "casos/a.html", "{query}");
    }
    assert!(found("turbia").to_string().contains("Hervir siempre"));
    assert_eq!(found("sugerencia"), serde_json::json!([]));
}

#[test]
fn no_published_file_contains_a_marker() {
    let settings = "titulo: Sitio\nidiomas: [es, en]\ndireccion_web: https://ejemplo.pe/\n";
    let site = TestSite::new()
        .file("quipu.yaml", settings)
        .case("a.md", ALERTS)
        .build();
    let markers = ALERTS.split_inclusive(']').filter_map(|text| {
        let start = text.rfind("[!")?;
        Some(text[start..].to_lowercase())
    });
    let markers: Vec<String> = markers.collect();
    assert_eq!(markers.len(), 18);
    for (path, bytes) in site.built() {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let found = markers.iter().find(|marker| text.contains(*marker));
        assert_eq!(found, None, "{path}");
    }
}
