// The linked data of the real site conforms to its vocabularies: schema.org on the pages;
// DCAT, Dublin Core and FOAF in the open data catalogue. All types and properties are defined,
// and subjects and values match the domains and ranges of the properties.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { appendFile, cp, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import jsonld from "jsonld";

const run = promisify(execFile);
const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const BINARY = process.env.QUIPU ?? at("target/debug/quipu");

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const OWL = "http://www.w3.org/2002/07/owl#";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const SCHEMA = "http://schema.org/";
const DCAM = "http://purl.org/dc/dcam/";

const TYPE = `${RDF}type`;
const DOMAINS = [`${RDFS}domain`, `${DCAM}domainIncludes`, `${SCHEMA}domainIncludes`];
const RANGES = [`${RDFS}range`, `${DCAM}rangeIncludes`, `${SCHEMA}rangeIncludes`];
const BROADER = [`${RDFS}subClassOf`, `${OWL}equivalentClass`];
const ANYTHING = [`${RDFS}Resource`, `${OWL}Thing`];

const vocabulary = await learn("schema", "dcat", "dcterms", "foaf");

describe("the linked data of the real site", () => {
  let folder;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "quipu-linked-data-"));
    for (const name of ["quipu.yaml", "content"]) await cp(at(name), join(folder, name), { recursive: true });
    await appendFile(join(folder, "quipu.yaml"), "direccion_web: https://example.org/casos\n");
    await run(BINARY, ["build", "--quiet", "--root", folder]);
  });
  after(() => rm(folder, { recursive: true }));

  const read = (path) => readFile(join(folder, "public", path), "utf8");

  test("is schema.org's on its pages", async () => {
    const pages = (await readdir(join(folder, "public"), { recursive: true })).filter((path) => path.endsWith(".html"));
    const faults = [];
    let documents = 0;
    for (const page of pages) {
      for (const [, text] of (await read(page)).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
        documents += 1;
        faults.push(...(await faultsOf(JSON.parse(text))).map((fault) => `${page}: ${fault}`));
      }
    }
    assert.ok(documents > 40, `only ${documents} documents`);
    assert.deepEqual(faults, []);
  });

  test("is DCAT's in the catalogue", async () => {
    assert.deepEqual(await faultsOf(JSON.parse(await read("datos/catalogo.jsonld"))), []);
  });
});

test("wrong linked data would be told", async () => {
  const about = (properties) => faultsOf({ "@context": "https://schema.org", "@type": "Report", ...properties });
  assert.deepEqual(await about({ headline: "Agua", author: { "@type": "Person", name: "Ana" } }), []);
  assert.deepEqual(await about({ "@type": "Informe" }), ["Informe is not defined"]);
  assert.deepEqual(await about({ titular: "Agua" }), ["titular is not defined"]);
  assert.deepEqual(await about({ birthDate: "1990" }), ["Report has no birthDate"]);
  assert.deepEqual(await about({ author: "Ana" }), ["author is not a text: Ana"]);
  assert.deepEqual(await about({ author: { "@type": "Place" } }), ["author is not a Place"]);
  await assert.rejects(faultsOf({ "@context": { "@vocab": SCHEMA, dato: null }, dato: "se pierde" }), /safe mode/i);
});

/** Reads vocabularies. Returns property values by property by term. */
async function learn(...names) {
  const terms = new Map();
  for (const name of names) {
    const quads = await readFile(new URL(`node_modules/@vocabulary/${name}/${name}.nq`, import.meta.url), "utf8");
    for (const [, term, property, value] of quads.matchAll(/^<(.+?)> <(.+?)> <(.+?)>/gm)) {
      if (!terms.has(term)) terms.set(term, new Map());
      terms.get(term).set(property, [...(terms.get(term).get(property) ?? []), value]);
    }
  }
  return terms;
}

const said = (term, properties) => properties.flatMap((property) => vocabulary.get(term)?.get(property) ?? []);

// Safe mode rejects data that expansion would drop, such as undefined names and relative IRIs.
async function faultsOf(document) {
  const quads = await jsonld.toRDF(document, { documentLoader, safe: true });
  const typesOf = (node) =>
    quads.filter(({ subject, predicate }) => subject.value === node.value && predicate.value === TYPE).map(({ object }) => object.value);
  return quads.flatMap(({ subject, predicate: { value: property }, object }) => {
    if (property === TYPE) return undefinedTerm(object.value);
    return [...undefinedTerm(property), ...misplaced(property, typesOf(subject)), ...unfit(property, object, typesOf(object))];
  });
}

const undefinedTerm = (term) => (said(term, [TYPE]).length > 0 ? [] : [`${short(term)} is not defined`]);

const misplaced = (property, types) => (admits(said(property, DOMAINS), types) ? [] : [`${types.map(short)} has no ${short(property)}`]);

function unfit(property, value, types) {
  const ranges = said(property, RANGES);
  if (value.termType !== "Literal") return admits(ranges, types) ? [] : [`${short(property)} is not a ${types.map(short)}`];
  return ranges.length === 0 || ranges.some(isText) ? [] : [`${short(property)} is not a text: ${value.value}`];
}

/** Whether any of the types is one of the classes or a subclass; untyped nodes always match. */
const admits = (classes, types) =>
  classes.length === 0 || types.length === 0 || [...ANYTHING, ...types.flatMap((type) => [...broader(type)])].some((type) => classes.includes(type));

/** Returns a class and all its superclasses. */
function broader(type, found = new Set()) {
  if (found.has(type)) return found;
  found.add(type);
  for (const parent of said(type, BROADER)) broader(parent, found);
  return found;
}

const isText = (range) =>
  [`${RDFS}Literal`, `${RDFS}Resource`].includes(range) ||
  range.startsWith(XSD) ||
  [...broader(range)].some((type) => said(type, [TYPE]).includes(`${SCHEMA}DataType`));

const short = (term) => term.replace(/^.*[#/]/, "");

// A stand-in for the context of schema.org, which also maps any name to its vocabulary.
async function documentLoader(url) {
  assert.equal(url, "https://schema.org");
  return { documentUrl: url, document: { "@context": { "@vocab": SCHEMA } } };
}
