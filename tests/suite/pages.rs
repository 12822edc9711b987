//! Content of the rendered pages.

use crate::site::{REQUIRED, TestSite};

#[test]
fn terms_are_matched_by_slug_name_alias_and_ubigeo() {
    for region in [
        "san-martin",
        "SAN MARTIN",
        "San Martín",
        "goresam",
        "22",
        "\"22\"",
    ] {
        let front = format!(
            "titulo: Un caso\nregion: {region}\nsector: SALUD\nmodelo: Autoridad Ambiental\n"
        );
        let site = TestSite::new()
            .file("content/casos/a.md", &format!("---\n{front}---\n"))
            .build();
        assert!(
            site.page("region/san-martin.html").contains("casos/a.html"),
            "{region}"
        );
        assert!(
            site.page("modelos/autoridad.html").contains("casos/a.html"),
            "{region}"
        );
    }
}

#[test]
fn a_district_is_matched_by_name_or_ubigeo_and_implies_its_province() {
    for district in ["Cuñumbuqui", "cunumbuqui", "\"220505\"", "220505"] {
        let front = format!(
            "titulo: Un caso\nregion: san-martin\nsector: salud\nmodelo: autoridad\ndistrito: {district}\n"
        );
        let site = TestSite::new()
            .file("content/casos/a.md", &format!("---\n{front}---\n"))
            .build();
        let page = site.page("casos/a.html");
        assert!(page.contains("<br>Lamas, Cuñumbuqui"), "{district}: {page}");
    }
}

#[test]
fn every_optional_key_is_rendered() {
    let front = "\
summary: El resumen
status: piloto
province: Maynas
district: Iquitos
entity: Municipalidad
partners: [Una, Otra]
period: {start: 2009, end: 2012}
languages: [kichwa]
population: {description: Niñas y niños, count: 80000, year: 2022, source: 1}
results:
  - {indicator: Desnutrición, unit: '%', baseline: {value: 28.2, year: 2009}, endline: {value: 16.5, year: 2012}, source: [1], note: Encuesta}
cost: {amount: 74900000, currency: PEN, year: 2024, covers: Presupuesto, source: 1}
replication:
  conditions: [Voluntad política]
  steps: [Primero, {title: Segundo, description: Cómo, duration: un mes, who: Alcaldía}]
  risks: [{risk: Rotación, mitigation: Convenios}]
  adopted_by: [{place: Loreto, year: 2019, source: 1, case: b.md}]
legal_framework: [{norm: Ley N.° 27867, title: Ley Orgánica}, Ordenanza 1]
contacts: [{entity: Gobierno Regional, email: a@b.pe, url: 'https://b.pe'}]
sources: [{title: Informe, author: Autora, institution: Instituto, year: 2013, url: 'https://c.pe'}]
date: 2026-11-23
aliases: [antes/caso.html]";
    let site = TestSite::new()
        .file(
            "content/vocabulario/estado.yaml",
            "- {slug: piloto, nombre: Piloto}\n",
        )
        .case("b.md", "Otro.")
        .case_with("a.md", front)
        .build();
    insta::assert_snapshot!("case-page", main_of(&site.page("casos/a.html")));
    assert!(site.page("antes/caso.html").contains("url=../casos/a.html"));
    assert!(site.page("anio/2009.html").contains("../casos/a.html"));
}

#[test]
fn change_is_computed_from_baseline_and_endline() {
    let front = "\
resultados:
  - {indicador: Desnutrición, unidad: '%', linea_de_base: {valor: 28.2}, linea_final: {valor: 16.5}}
  - {indicador: Casos, unidad: casos, linea_de_base: {valor: 50}, linea_final: {valor: 12}}
  - {indicador: Promotores, unidad: personas, linea_final: {valor: 1222}}";
    let site = TestSite::new().case_with("a.md", front).build();
    let page = site.page("casos/a.html");
    assert!(page.contains(">−11,7 puntos porcentuales<"), "{page}");
    assert!(page.contains(">−38 <span class=\"small\">(−76 %)</span><"));
    assert!(page.contains("data-label=\"Cambio\">—<"));
}

#[test]
fn bars_have_a_legend() {
    let both =
        "resultados: [{indicador: Casos, linea_de_base: {valor: 50}, linea_final: {valor: 12}}]";
    let one = "resultados: [{indicador: Casos, linea_final: {valor: 12}}]";
    let site = TestSite::new()
        .case_with("a.md", both)
        .case_with("b.md", one)
        .build();
    let legend =
        "<span class=\"key before\"></span> Antes<span class=\"key after\"></span> Después";
    assert!(site.page("casos/a.html").contains(legend));
    assert!(site.page("modelos/autoridad.html").contains(legend));
    assert!(!site.page("casos/b.html").contains(legend));
    let sheet = site.page("quipu/quipu.css");
    assert!(sheet.contains(".bars .before { fill: none; }"), "hollow");
}

#[test]
fn an_adoption_is_shown_on_both_cases() {
    let adopted = "replicacion: {adoptado_por: [{lugar: Ucayali, anio: 2019, caso: b.md}]}";
    let site = TestSite::new()
        .case_with("a.md", adopted)
        .case_with("b.md", "fecha: 2020-01-01")
        .file(
            "content/casos/b.en.md",
            "---\ntitle: The adopter\n---\n\nText.\n",
        )
        .build();
    assert!(
        site.page("casos/a.html")
            .contains("<a href=\"../casos/b.html\">Ucayali</a> (2019)")
    );
    let origin = "<h2 id=\"q-origen\">Adoptado de</h2>\n<ul>\n<li><a href=\"../casos/a.html\">";
    assert!(site.page("casos/b.html").contains(origin));
    assert!(site.page("en/casos/b.html").contains("Adopted from"));
}

#[test]
fn a_model_page_lists_the_regions_and_sources_of_its_cases() {
    let sources = "fuentes: [{titulo: Un informe, institucion: Minsa, anio: 2021}]";
    let site = TestSite::new()
        .case_with("a.md", sources)
        .case("b.md", "Texto.")
        .build();
    let page = site.page("modelos/autoridad.html");
    assert!(page.contains(
        "<a href=\"../region/loreto.html\">Loreto</a> <span class=\"count\">2 casos</span>"
    ));
    assert!(page.contains("<cite>Un informe</cite>. Minsa, 2021."));
}

#[test]
fn markdown_extensions_are_rendered() {
    let body = "\
## Uno {#mi-id}

## Resultados

## Resultados

| a | b |
| - | - |
| 1 | 2 |

Nota[^x] y ~~tachado~~, [arriba](#resultados-2), <https://ejemplo.pe>.

- [x] hecho

Término
: Definición

```rust
fn main() {}
```

[^x]: La nota.
";
    let site = TestSite::new().case("a.md", body).build();
    insta::assert_snapshot!("markdown", prose_of(&site.page("casos/a.html")));
}

#[test]
fn numbers_in_brackets_cite_the_sources() {
    let front = "fuentes: [{titulo: A, autor: B}, {titulo: C, autor: D}]";
    let text = |body: &str| format!("---\n{REQUIRED}{front}\n---\n\n## Resultados\n\n{body}\n");
    let site = TestSite::new()
        .file(
            "content/casos/a.md",
            &text("Bajó a 80 000 [1], en dos [1][2], todos [1, 2] y en [2012]."),
        )
        .case("b.md", "Sin fuentes no se cita: [1].")
        .build();
    insta::assert_snapshot!("citations", prose_of(&site.page("casos/a.html")));
    assert!(site.page("casos/b.html").contains("no se cita: [1]."));

    let site = TestSite::new().file("content/casos/a.md", &text("Bajó [1, 3]."));
    site.quipu(&["check"])
        .code(1)
        .says("content/casos/a.md:11:6")
        .says("se cita la fuente 3, pero solo hay 2");
}

#[test]
fn html_in_content_is_sanitized() {
    let body = "<script>alert(1)</script>\n\n<p onclick=\"x()\" style=\"a\">Hola <b>bien</b> <picture onerror=alert(1)><source srcset=\"//malo.example/a 1x\"></picture></p>\n\n<iframe src=\"https://malo.example\"></iframe>\n";
    let site = TestSite::new().case("a.md", body).build();
    let prose = prose_of(&site.page("casos/a.html"));
    assert!(prose.contains("<b>bien</b>"));
    for bad in [
        "<script",
        "onclick",
        "onerror",
        "style=",
        "<iframe",
        "malo.example",
    ] {
        assert!(!prose.contains(bad), "{bad} in {prose}");
    }
    let open = TestSite::new()
        .file("quipu.yaml", "titulo: Libre\nhtml_libre: sí\n")
        .case("a.md", "<section style=\"color:red\">Libre</section>")
        .build();
    assert!(
        open.page("casos/a.html")
            .contains("<section style=\"color:red\">Libre</section>")
    );
}

#[test]
fn front_matter_text_is_escaped() {
    let site = TestSite::new()
        .file(
            "content/casos/a.md",
            &format!(
                "---\n{}---\n",
                REQUIRED.replace("Un caso", "'<b>{{ x }}</b>'")
            ),
        )
        .build();
    let page = site.page("casos/a.html");
    assert!(
        page.contains("&lt;b&gt;{{ x }}&lt;/b&gt;") && !page.contains("<b>{{"),
        "{page}"
    );
}

#[test]
fn links_point_to_existing_files_at_every_depth() {
    let site = TestSite::new()
        .file(
            "quipu.yaml",
            "titulo: Enlaces\nidiomas: [es, en]\ncasos_por_pagina: 1\n",
        )
        .case(
            "a.md",
            "[b](b.md) [modelo](../modelos/autoridad.md#que-es) [lista](../region/loreto.html)",
        )
        .case("b.md", "[a](./a.md)")
        .file(
            "content/casos/a.en.md",
            &format!("---\n{REQUIRED}---\n\n[b](b.md) [own](a.md)\n"),
        )
        .build();
    let files = site.built();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8(bytes.clone()).unwrap();
        for address in addresses(&html) {
            if address.starts_with("http") || address.starts_with('#') {
                continue;
            }
            let target = resolve(path, address.split(['#', '?']).next().unwrap());
            assert!(files.contains_key(&target), "{path}: {address}");
        }
    }
    assert!(
        site.page("casos/index.html")
            .contains("casos/pagina-2.html")
    );
    assert!(
        site.page("region/loreto/pagina-2.html")
            .contains("../../casos/")
    );
}

#[test]
fn links_of_the_404_page_work_at_any_depth() {
    for (address, root) in [
        ("https://ejemplo.pe", "/"),
        ("https://ejemplo.pe/gestión/casos/", "/gesti%C3%B3n/casos/"),
    ] {
        let site = TestSite::new()
            .file(
                "quipu.yaml",
                &format!("titulo: Sitio\nidiomas: [es, en]\ndireccion_web: {address}\n"),
            )
            .case("a.md", "Texto.")
            .build();
        let files = site.built();
        for path in ["404.html", "en/404.html"] {
            let page = site.page(path);
            let own = addresses(&page)
                .into_iter()
                .filter(|address| !address.starts_with("http") && !address.starts_with('#'));
            for address in own {
                let target = address.strip_prefix(root);
                let target = target.unwrap_or_else(|| panic!("{path}: {address}"));
                assert!(files.contains_key(target), "{path}: {address}");
            }
        }
        assert!(site.page("casos/a.html").contains("href=\"../index.html\""));
    }
    let nowhere = TestSite::new().build();
    assert!(nowhere.page("404.html").contains("href=\"index.html\""));
    assert!(
        nowhere
            .page("en/404.html")
            .contains("href=\"../en/index.html\"")
    );
}

#[test]
fn a_site_can_define_its_own_facets() {
    let site = TestSite::new()
        .file("quipu.yaml", "titulo: Facetas\nfacetas:\n  - {clave: enfoque, nombre: {es: Enfoque, en: Approach}}\n")
        .file("content/vocabulario/enfoque.yaml", "- {slug: genero, nombre: Género}\n")
        .case_with("a.md", "enfoque: género")
        .build();
    assert!(site.page("enfoque/genero.html").contains("../casos/a.html"));
    assert!(site.page("enfoque/index.html").contains("<h1>Enfoque</h1>"));
}

fn main_of(html: &str) -> String {
    between(html, "<main", "</main>")
}

fn prose_of(html: &str) -> String {
    between(html, "<div class=\"prose\">", "{% end %}")
        .split("\n</div>\n</div>\n</article>")
        .next()
        .unwrap()
        .to_owned()
}

fn between(html: &str, start: &str, end: &str) -> String {
    let from = html.find(start).unwrap_or_default();
    let to = html[from..].find(end).map_or(html.len(), |at| from + at);
    html[from..to].to_owned()
}

fn addresses(html: &str) -> Vec<&str> {
    ["href=\"", "src=\"", "action=\"", "url="]
        .iter()
        .flat_map(|mark| html.split(mark).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

fn resolve(from: &str, address: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(parts.pop().expect("inside the site")),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn a_broader_term_includes_the_cases_of_narrower_terms() {
    let sectors = "\
- {slug: social, nombre: Social}
- {slug: ambiente, nombre: Ambiente}
- {slug: salud, nombre: Salud, superior: social}
- {slug: nutricion, nombre: Nutrición, superior: salud}
";
    let site = TestSite::new()
        .file("content/vocabulario/sector.yaml", sectors)
        .case("a.md", "Texto.")
        .file(
            "content/casos/b.md",
            &format!(
                "---\n{}---\n",
                REQUIRED.replace("salud", "[nutrición, social]")
            ),
        )
        .build();
    let wide = site.page("sector/social.html");
    assert!(wide.contains("2 casos") && wide.contains("href=\"../sector/salud.html\""));
    let narrow = site.page("sector/nutricion.html");
    assert!(narrow.contains("1 caso") && !narrow.contains("casos/a.html"));
    let position = |text: &str| narrow.find(text).unwrap();
    assert!(position("sector/social.html\">Social") < position("sector/salud.html\">Salud"));
    let all = site.page("sector/index.html");
    let position = |text: &str| all.find(text).unwrap_or_else(|| panic!("{text} in {all}"));
    assert!(
        position("Social<") < position("Salud<") && position("Salud<") < position("Nutrición<")
    );
    assert!(all.contains("class=\"within\""));
}

#[test]
fn code_is_highlighted_unless_it_is_too_long() {
    let long = "a".repeat(3_000);
    let many = "fn a() {}\n".repeat(20_000);
    let code = |language: &str, text: &str| format!("```{language}\n{text}\n```\n\n");
    let site = TestSite::new()
        .case("a.md", &(code("rust", "fn a() {}") + &code("sh", &long)))
        .case("b.md", &code("rust", &many))
        .build();
    let page = site.page("casos/a.html");
    assert!(page.contains("class=\"c-"), "{page}");
    assert!(page.contains(&format!("<code>{long}")));
    assert!(!site.page("casos/b.html").contains("class=\"c-"));
}

#[test]
fn empty_values_are_not_rendered() {
    let empty = "\
contactos:
  - nombre: \"\"
    correo:
costo: {monto: \"\", moneda: }
resultados:
  - indicador: Niños con anemia
    linea_de_base: {valor: , anio: }
    linea_final: {valor: 16.5}
replicacion:
  condiciones: [\"\"]
  pasos: [{titulo: \"\", duracion: \"\"}]
";
    let site = TestSite::new().case_with("a.md", empty);
    let page = site.build().page("casos/a.html").to_owned();
    for absent in ["Contactos", "Costo", "Pasos", "Condiciones"] {
        assert!(
            !page.contains(&format!(">{absent}<")),
            "{absent} in:\n{page}"
        );
    }
    assert!(page.contains("16,5"));
}

#[test]
fn zero_is_rendered_as_a_value() {
    let front = "\
poblacion: {cantidad: 0, anio: 2020}
costo: {monto: 0, moneda: PEN}
resultados: [{indicador: Planes, linea_de_base: {valor: 0, anio: 2015}, linea_final: {valor: 120}}]";
    let site = TestSite::new().case_with("a.md", front).build();
    let page = site.page("casos/a.html");
    assert!(
        page.contains("S/\u{a0}0") && page.contains("0 <span class=\"small\">(2015)</span>"),
        "{page}"
    );
    assert!(page.contains("0 personas"), "{page}");
}

#[test]
fn an_email_autolink_becomes_a_mailto_link() {
    let site = TestSite::new()
        .case("a.md", "Escriba a <mesa@regionloreto.gob.pe>.")
        .build();
    let link = "<a href=\"mailto:mesa@regionloreto.gob.pe\">mesa@regionloreto.gob.pe</a>";
    assert!(site.page("casos/a.html").contains(link));
}

#[test]
fn columns_are_aligned_without_inline_styles() {
    let site = TestSite::new()
        .case(
            "a.md",
            "| Año | Casos |\n| :-: | ---: |\n| 2019 | **12** |\n",
        )
        .build();
    let page = site.page("casos/a.html");
    assert!(
        page.contains("<th scope=\"col\" class=\"center\">Año</th>"),
        "{page}"
    );
    assert!(
        page.contains("<td class=\"right\"><strong>12</strong></td>"),
        "{page}"
    );
    assert!(!page.contains("style="));
}

#[test]
fn footnote_labels_ignore_case_and_headings_avoid_reserved_ids() {
    let body = "## Contenido\n\nVer[^Uno].\n\n## Nota 1\n\n¡Bajó![1]\n\n[^uno]: Texto.\n";
    let site = TestSite::new()
        .file(
            "content/casos/a.md",
            &format!("---\n{REQUIRED}fuentes: [{{titulo: T}}]\n---\n\n{body}"),
        )
        .build();
    let page = site.page("casos/a.html");
    assert!(page.contains("<li id=\"nota-1\"><p>Texto.</p>"), "{page}");
    for id in ["contenido", "nota-1"] {
        assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
    }
    assert!(page.contains("¡Bajó!<sup class=\"cite\">"), "{page}");
}

#[test]
fn a_contact_without_a_name_shows_its_office() {
    let front =
        "contactos: [{cargo: Mesa de partes, entidad: Gobierno Regional, correo: a@gob.pe}]";
    let site = TestSite::new().case_with("a.md", front).build();
    let page = site.page("casos/a.html");
    assert!(
        page.contains("<li>Mesa de partes · Gobierno Regional · <a href=\"mailto:a@gob.pe\">"),
        "{page}"
    );
}

#[test]
fn sources_are_listed_wherever_they_are_cited() {
    let site = TestSite::new()
        .file(
            "content/casos/_index.md",
            "---\ntitulo: Casos\nfuentes: [{titulo: Informe}]\n---\n\nMuchos [1].\n",
        )
        .case("a.md", "Texto.")
        .build();
    assert!(site.page("casos/index.html").contains("id=\"q-fuente-1\""));
}

#[test]
fn text_about_a_term_appears_on_its_page() {
    let text =
        "---\ntitulo: Loreto, por el río\n---\n\n## Sus ríos\n\nVea [el caso](../casos/a.md).\n";
    let site = TestSite::new()
        .file("content/region/loreto.md", text)
        .case("a.md", "Vea [Loreto](../region/loreto.md#sus-rios).")
        .build();
    let page = site.page("region/loreto.html");
    assert!(page.contains("<h2 id=\"sus-rios\">Sus ríos</h2>"));
    assert!(page.contains("<a href=\"../casos/a.html\">el caso</a>"));
    assert!(page.contains("1 caso"));
    assert!(
        site.page("casos/a.html")
            .contains("href=\"../region/loreto.html#sus-rios\"")
    );
    assert!(!site.page("en/region/loreto.html").contains("Sus ríos"));
    assert!(
        !site.page("index.html").contains("Loreto, por el río"),
        "no plain page"
    );
}
