// `quipu import`: a document written by LibreOffice becomes a case study that builds.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const quipu = process.env.QUIPU ?? fileURLToPath(new URL("../../target/debug/quipu", import.meta.url));
const flags = ["--region", "San Martín", "--sector", "salud", "--model", "modelo-de-ejemplo"];
const name = "agua-segura-lo-que-costo";

// A PNG of one grey pixel.
const picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

const document = `<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
  xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">
<office:styles>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"/>
</office:styles>
<office:automatic-styles>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles>
<office:body><office:text>
<text:p text:style-name="Title">Agua segura: «lo que costó»</text:p>
<text:h text:style-name="Heading_20_1" text:outline-level="1">El problema</text:h>
<text:p>La mitad <text:span text:style-name="T1">no tenía</text:span> agua<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Según el diagnóstico.</text:p></text:note-body></text:note>.</text:p>
<text:list><text:list-item><text:p>Niñez</text:p></text:list-item><text:list-item><text:p>Gestantes</text:p></text:list-item></text:list>
<text:h text:style-name="Heading_20_2" text:outline-level="2">Dónde</text:h>
<text:p><draw:frame svg:width="4cm" svg:height="3cm"><draw:image><office:binary-data>${picture}</office:binary-data></draw:image><svg:desc>Una planta de agua</svg:desc></draw:frame></text:p>
<table:table><table:table-column table:number-columns-repeated="2"/>
<table:table-row><table:table-cell><text:p>Indicador</text:p></table:table-cell><table:table-cell><text:p>Valor</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Viviendas</text:p><text:p>con agua</text:p></table:table-cell><table:table-cell><text:p>80 %</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Nota a lo ancho</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
</table:table>
</office:text></office:body></office:document>`;

describe("a word processor's document", { timeout: 180_000 }, () => {
  let folder, site;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "quipu-"));
    site = join(folder, "sitio");
    writeFileSync(join(folder, "informe.fodt"), document);
    execFileSync("soffice", [
      `-env:UserInstallation=file://${folder}/perfil`, "--headless", "--convert-to", "docx", "--outdir", folder,
      join(folder, "informe.fodt"),
    ], { stdio: "pipe" });
    run(folder, "init", site);
    run(site, "import", join(folder, "informe.docx"), ...flags);
  });
  after(() => rmSync(folder, { recursive: true }));

  test("has its title, text and terms in the case", () => {
    const text = readFileSync(join(site, `content/casos/${name}.md`), "utf8");
    for (const part of [
      'titulo: "Agua segura: «lo que costó»"', 'region: "San Martín"', "\n## El problema\n", "\n### Dónde\n",
      "**no tenía** agua[^1]", "\n-   Niñez\n-   Gestantes\n", `![Una planta de agua](${name}/imagen-1.png)`,
      "| Viviendas con agua | 80 %  |", "| Nota a lo ancho ", "[^1]: Según el diagnóstico.",
    ]) {
      assert.ok(text.includes(part), `no ${part} in:\n${text}`);
    }
  });

  test("builds, with its picture", () => {
    run(site, "build");
    const page = readFileSync(join(site, `public/casos/${name}.html`), "utf8");
    assert.match(page, /<h2 id="el-problema">El problema<\/h2>/);
    assert.match(page, /alt="Una planta de agua"/);
    assert.ok(readdirSync(join(site, `public/casos/${name}`)).length >= 2);
  });

  test("is not imported over a case that is there", () => {
    const again = spawnSync(quipu, ["--lang", "es", "import", join(folder, "informe.docx"), ...flags], { cwd: site });
    assert.equal(again.status, 2);
    assert.match(again.stderr.toString(), /ya existe/);
  });

  test("does not write over pictures that are there", () => {
    rmSync(join(site, `content/casos/${name}.md`));
    const again = spawnSync(quipu, ["--lang", "es", "import", join(folder, "informe.docx"), ...flags], { cwd: site });
    assert.equal(again.status, 2);
    assert.match(again.stderr.toString(), /ya existe/);
  });

  test("that is broken, or of another kind, is refused in plain words", () => {
    writeFileSync(join(folder, "roto.docx"), "roto");
    for (const [file, words] of [["roto.docx", /no es un documento que se pueda importar/], ["informe.fodt", /\.docx o \.odt/], ["no-hay.docx", /no se puede leer/]]) {
      const refused = spawnSync(quipu, ["--lang", "es", "import", join(folder, file)], { cwd: site });
      assert.equal(refused.status, 2);
      assert.match(refused.stderr.toString(), words);
    }
  });

  test("needs Pandoc, and says so where there is none", () => {
    const env = { ...process.env, QUIPU_PANDOC: join(folder, "no-hay") };
    const refused = spawnSync(quipu, ["--lang", "es", "import", join(folder, "informe.docx")], { cwd: site, env });
    assert.equal(refused.status, 2);
    assert.match(refused.stderr.toString(), /hace falta Pandoc/);
  });
});

function run(folder, ...words) {
  return execFileSync(quipu, ["--lang", "es", ...words], { cwd: folder, stdio: "pipe" });
}
