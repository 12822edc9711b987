// The file of one case: front matter and about 900 words.

import { institution, person } from "./names.mjs";
import { createRandom } from "./random.mjs";
import { createScene, item, number, paragraph, phrase, sentence } from "./sentences.mjs";

const STATES = ["piloto", "en-validacion", "validado", "replicado"];
const LEVELS = ["distrital", "distrital", "distrital", "provincial", "provincial", "regional", "comunal"];
const GOALS = ["reducir-brechas", "gestion-transparente", "articulacion-intergubernamental", "territorio-sostenible"];
const SECTIONS = ["Cómo empezó", "Quiénes participan", "Cómo funciona", "Qué cambió en la oficina", "Cuánto cuesta", "Qué dificultades hubo"];

export function caseFile(index, { seed, count, titleOf, models }) {
  const about = titleOf(index);
  const random = createRandom(seed, index, 1);
  const scene = createScene(random, about.topic, about.district);
  const model = random.pick(models);
  const related = neighbours(random, index, count).map(titleOf);
  return { slug: about.slug, text: `${frontMatter(about, scene, model)}\n${body(about, scene, model, related)}` };
}

function neighbours(random, index, count) {
  return Array.from({ length: 3 }, (_, i) => (index + (i + 1) * random.between(1, 30)) % count);
}

const quoted = (text) => JSON.stringify(text);

function frontMatter({ title, topic, district }, scene, model) {
  const { random } = scene;
  const [before, after] = [random.between(5, 45), random.between(46, 95)];
  const start = scene.firstYear;
  const day = String(random.between(1, 28)).padStart(2, "0");
  return `---
titulo: ${quoted(title)}
resumen: ${quoted(`${sentence(scene)} ${sentence(scene)}`.replace(/ \[\d\]/g, ""))}
region: ${district.region}
provincia: ${quoted(district.province)}
sector: [${topic.sector}]
modelo_de_gestion: ${model.slug}
nivel: ${random.pick(LEVELS)}
estado: ${random.pick(STATES)}
objetivo: [${random.pick(GOALS)}]
fecha: 2026-${String(random.between(1, 11)).padStart(2, "0")}-${day}
entidad: ${quoted(`Municipalidad Distrital de ${district.name}`)}
socios: [${scene.institutions.map((name) => quoted(capitalized(name))).join(", ")}]
periodo: {inicio: ${start}, fin: ${start + random.between(1, 4)}}
poblacion: {descripcion: ${quoted(capitalized(phrase(scene)))}, cantidad: ${random.between(80, 48000)}, fuente: 1}
resultados:
  - indicador: ${quoted(capitalized(phrase(scene)))}
    unidad: "%"
    linea_de_base: {valor: ${before}, anio: ${start}}
    linea_final: {valor: ${after}, anio: ${start + 2}}
    fuente: 2
costo: {monto: ${random.between(8, 900) * 1000}, moneda: PEN, cubre: ${quoted(capitalized(phrase(scene)))}, fuente: 1}
replicacion:
  condiciones:
    - ${quoted(item(scene))}
    - ${quoted(item(scene))}
  riesgos:
    - {riesgo: ${quoted(sentence(scene).replace(/ \[\d\]/g, ""))}, mitigacion: ${quoted(item(scene))}}
contactos:
  - {entidad: ${quoted(`Municipalidad Distrital de ${district.name}`)}}
fuentes:
${Array.from({ length: 3 }, () => source(scene)).join("\n")}
---
`;
}

function source(scene) {
  const { random } = scene;
  const title = capitalized(`${phrase(scene)}: ${person(random)}`);
  const publisher = capitalized(institution(random, scene.district));
  return `  - {titulo: ${quoted(title)}, institucion: ${quoted(publisher)}, anio: ${scene.firstYear + random.between(1, 4)}}`;
}

const capitalized = (text) => text[0].toUpperCase() + text.slice(1);

function body(about, scene, model, related) {
  const { random } = scene;
  const section = random.pick(SECTIONS);
  return `
## El problema

${paragraph(scene, 5)}

${paragraph(scene, 5)}

## Qué se hizo

${paragraph(scene, 3)} Se siguió el modelo de [${model.name}](../modelos/${model.slug}.md).

${list(scene, 3, (i) => `${i + 1}.`)}

${paragraph(scene, 5)}

### ${section}

${paragraph(scene, 6)}

${paragraph(scene, 4)}

## Resultados

${paragraph(scene, 2)}

${table(scene)}

${paragraph(scene, 4)}

## Qué se necesita para replicarlo

${paragraph(scene, 3)}

${list(scene, 4, () => "-")}

## Lecciones

${list(scene, 4, () => "-", sentence)}

${paragraph(scene, 2)}

Vea también ${links(related)}.
`;
}

function list(scene, length, mark, line = item) {
  return Array.from({ length }, (_, i) => `${mark(i)} ${line(scene)}`).join("\n");
}

function table(scene) {
  const { firstYear, random } = scene;
  const row = () => `| ${capitalized(phrase(scene)).replace(/\|/g, "")} | ${number(random)} | ${number(random)} |`;
  return [`| Indicador | ${firstYear} | ${firstYear + 2} |`, "| --- | --- | --- |", row(), row(), row()].join("\n");
}

function links(related) {
  const [first, second, third] = related.map(({ title, slug }) => `[${title}](${slug}.md)`);
  return `${first}, ${second} y ${third}`;
}
