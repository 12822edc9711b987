//! Glossary terms: links in prose and the glossary page.

use crate::site::TestSite;

const FILE: &str = "content/vocabulario/glosario.yaml";
const GLOSSARY: &str = "\
- slug: zee
  nombre: {es: zonificación ecológica, en: ecological zoning}
  descripcion: {es: 'Estudio <del> \"territorio\".', en: A study of the territory.}
  alias: [ZEE]
- {slug: zona, nombre: zona, descripcion: Parte de un territorio.}
- {slug: acta, nombre: acta, descripcion: Lo que se acordó.}
";

fn body(site: &TestSite, path: &str) -> String {
    let page = site.page(path);
    let (_, rest) = page.split_once("<div class=\"prose\">").unwrap();
    rest.split_once("</div>").unwrap().0.to_owned()
}

#[test]
fn a_term_is_linked_once_in_prose_and_listed_on_the_glossary_page() {
    let text = "## La ZEE\n\nVea [la ZEE](b.md), `ZEE` o exactamente *la ZEE*: la **zonificación ecológica**.\n\n\
        Zonificación, zonas. Zona 1. Acta [1].\n\n| ZEE |\n|---|\n| zona |\n";
    let site = TestSite::new()
        .file(FILE, GLOSSARY)
        .case("a.md", text)
        .case("b.md", "Una <b>zona</b>.")
        .build();
    insta::assert_snapshot!(body(&site, "casos/a.html"));
    assert!(body(&site, "casos/b.html").contains(
        "<b><a class=\"term\" href=\"../glosario.html#q-zona\" title=\"Parte de un territorio.\">zona</a></b>"
    ));
    let page = site.page("glosario.html");
    let order = ["id=\"q-acta\"", "id=\"q-zona\"", "id=\"q-zee\""].map(|it| page.find(it).unwrap());
    assert!(order.is_sorted(), "as the alphabet has them");
    assert!(page.contains("Estudio &lt;del&gt; &quot;territorio&quot;."));
}

#[test]
fn each_language_has_its_own_terms() {
    let site = TestSite::new()
        .file(FILE, GLOSSARY)
        .case("a.md", "La zonificación ecológica.")
        .case("a.en.md", "Ecological zoning, not zonificación ecológica.")
        .build();
    let english = body(&site, "en/casos/a.html");
    assert!(english.contains(
        "<a class=\"term\" href=\"../../en/glosario.html#q-zee\" title=\"A study of the territory.\">Ecological zoning</a>, not zonificación"
    ), "{english}");
}

#[test]
fn existing_links_are_left_alone_and_terms_across_lines_are_found() {
    let text = "Un <a href=\"https://gob.pe\">mapa de la zona</a> y la <A HREF=\"https://gob.pe/2\">zona</A>.\n\nLa zonificación\necológica.";
    let site = TestSite::new()
        .file(FILE, GLOSSARY)
        .case("a.md", text)
        .case("b.md", "")
        .build();
    let body = body(&site, "casos/a.html");
    assert!(body.contains(">mapa de la zona</a>"), "{body}");
    assert!(body.contains(">zonificación\necológica</a>"), "{body}");
    assert_eq!(body.matches("class=\"term\"").count(), 1);
}

#[test]
fn without_a_glossary_there_is_no_page_and_no_link_to_one() {
    let site = TestSite::new().case("a.md", "La ZEE.").build();
    assert!(!site.path("public/glosario.html").exists());
    assert!(!site.page("index.html").contains("glosario.html"));
}

#[test]
fn a_term_without_a_description_or_defined_twice_is_an_error() {
    let file = "- {slug: acta, nombre: acta}\n\
        - {slug: zee, nombre: ZEE, descripcion: Un estudio.}\n\
        - {slug: zona, nombre: zona, descripcion: Otra cosa., alias: [zee]}\n";
    let site = TestSite::new().file(FILE, file).case("a.md", "");
    insta::assert_snapshot!(site.quipu(&["build"]).code(1).stderr());
}
