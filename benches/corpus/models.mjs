// The management models that the cases follow.

import { createRandom } from "./random.mjs";
import { slug } from "./places.mjs";
import { createScene, item, paragraph } from "./sentences.mjs";
import { TOPICS } from "./topics.mjs";

const FORMS = ["Oficina itinerante", "Comité mixto", "Fondo concursable", "Mancomunidad", "Registro abierto", "Empresa comunal", "Voluntariado organizado", "Convenio por resultados"];
const MANNERS = ["con turnos vecinales", "por encargo municipal", "de administración compartida", "con rendición mensual", "de alcance provincial"];

export const MODELS = FORMS.flatMap((form) => MANNERS.map((manner) => `${form} ${manner}`)).map((name) => ({ name, slug: slug(name) }));

export function modelFile(index, { seed, districts }) {
  const random = createRandom(seed, index, 2);
  const topic = TOPICS[index % TOPICS.length];
  const scene = createScene(random, topic, random.pick(districts));
  const prose = (sentences) => paragraph(scene, sentences).replace(/ \[\d\]/g, "");
  return `---
titulo: ${MODELS[index].name}
resumen: ${JSON.stringify(prose(1))}
sector: [${topic.sector}]
fecha: 2026-11-0${1 + (index % 9)}
---

## Qué es

${prose(4)}

## Cuándo conviene

- ${item(scene)}
- ${item(scene)}
- ${item(scene)}

## Cómo funciona

${prose(5)}

## Riesgos

${prose(3)}
`;
}
